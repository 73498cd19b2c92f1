//! Many short lists in two flat arrays: the events of every party, the links to every event.

/// A list of `T` for each of `n` keys.
#[derive(Debug)]
pub(in crate::catalog) struct Groups<T> {
    /// Where the list of each key begins in `values`, and the end of the last.
    starts: Vec<u32>,
    values: Vec<T>,
}

impl<T> Default for Groups<T> {
    fn default() -> Self {
        Self { starts: Vec::new(), values: Vec::new() }
    }
}

impl<T: Ord> Groups<T> {
    /// Sorts every list.
    pub(in crate::catalog) fn sort(&mut self) {
        for range in self.starts.windows(2) {
            self.values[range[0] as usize..range[1] as usize].sort_unstable();
        }
    }
}

impl<T: Copy> Groups<T> {
    /// Returns the lists of `n` keys; each list holds its values in the order of `pairs`, which is asked for twice. A key beyond
    /// the last has no list.
    pub(in crate::catalog) fn new<I: Iterator<Item = (u32, T)>>(n: usize, pairs: impl Fn() -> I) -> Self {
        let mut starts = vec![0_u32; n + 1];
        let mut any = None;
        for (key, value) in pairs().filter(|it| (it.0 as usize) < n) {
            starts[key as usize + 1] += 1;
            any = Some(value);
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let Some(any) = any else { return Self { starts, values: Vec::new() } };
        let mut values = vec![any; starts[n] as usize];
        let mut next = starts.clone();
        for (key, value) in pairs().filter(|it| (it.0 as usize) < n) {
            values[next[key as usize] as usize] = value;
            next[key as usize] += 1;
        }
        Self { starts, values }
    }

    /// Returns the list of `key`, empty for a key that is not there.
    pub(in crate::catalog) fn of(&self, key: u32) -> &[T] {
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
        let groups = Groups::new(3, || [(2, 'a'), (0, 'b'), (2, 'c'), (7, 'd')].into_iter());
        assert_eq!(
            (groups.of(0), groups.of(1), groups.of(2), groups.of(9)),
            (&['b'][..], &[][..], &['a', 'c'][..], &[][..])
        );
        assert!(Groups::<u8>::new(0, std::iter::empty).of(0).is_empty());
    }
}
