//! Many short lists in two flat arrays: the parties of every event, the events of every party.

/// A list of `T` for each of `n` keys.
#[derive(Debug)]
pub(super) struct Groups<T> {
    /// Where the list of each key begins in `values`, and the end of the last.
    starts: Vec<u32>,
    values: Vec<T>,
}

impl<T> Default for Groups<T> {
    fn default() -> Self {
        Self { starts: Vec::new(), values: Vec::new() }
    }
}

impl<T: Copy> Groups<T> {
    /// Returns the lists of `n` keys; each list holds its values in the order of `pairs`.
    pub(super) fn new(n: usize, pairs: &[(u32, T)]) -> Self {
        let mut starts = vec![0_u32; n + 1];
        for (key, _) in pairs {
            starts[*key as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let Some((_, any)) = pairs.first() else { return Self { starts, values: Vec::new() } };
        let mut values = vec![*any; pairs.len()];
        let mut next = starts.clone();
        for (key, value) in pairs {
            values[next[*key as usize] as usize] = *value;
            next[*key as usize] += 1;
        }
        Self { starts, values }
    }

    /// Returns the list of `key`, empty for a key that is not there.
    pub(super) fn of(&self, key: u32) -> &[T] {
        match (self.starts.get(key as usize), self.starts.get(key as usize + 1)) {
            (Some(start), Some(end)) => &self.values[*start as usize..*end as usize],
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_keep_their_order() {
        let groups = Groups::new(3, &[(2, 'a'), (0, 'b'), (2, 'c')]);
        assert_eq!(
            (groups.of(0), groups.of(1), groups.of(2), groups.of(9)),
            (&['b'][..], &[][..], &['a', 'c'][..], &[][..])
        );
        assert!(Groups::<u8>::new(0, &[]).of(0).is_empty());
    }
}
