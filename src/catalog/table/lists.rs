//! A short list for each of many rows, in two flat arrays. Rows at the end without a list take no room.

use super::column::Column;

/// A list of `T` for each row.
#[derive(Clone, Debug)]
pub(in crate::catalog) struct Lists<T> {
    /// How many rows there are.
    rows: usize,
    /// Where the list of each row ends in `values`, up to the last that is not empty.
    ends: Vec<u32>,
    values: Vec<T>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self { rows: 0, ends: Vec::new(), values: Vec::new() }
    }
}

impl<T> Lists<T> {
    /// Adds a row.
    pub(in crate::catalog) fn push(&mut self, list: impl IntoIterator<Item = T>) {
        let before = self.values.len();
        self.values.extend(list);
        if before < self.values.len() {
            self.ends.resize(self.rows, before as u32);
            self.ends.push(self.values.len() as u32);
        }
        self.rows += 1;
    }

    /// Returns the list of a row, empty for one that is not there.
    pub(in crate::catalog) fn of(&self, row: usize) -> &[T] {
        let Some(end) = self.ends.get(row) else { return &[] };
        let start = row.checked_sub(1).map_or(0, |it| self.ends[it]);
        &self.values[start as usize..*end as usize]
    }

    /// Returns whether every list is empty.
    pub(in crate::catalog) fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Returns the values of all rows.
    pub(in crate::catalog) fn values(&self) -> &[T] {
        &self.values
    }

    /// Returns each value with its row.
    pub(in crate::catalog) fn iter(&self) -> impl Iterator<Item = (u32, &T)> {
        (0..self.ends.len()).flat_map(|row| self.of(row).iter().map(move |it| (row as u32, it)))
    }
}

impl<T> Column for Lists<T> {
    fn make_room(&mut self, more: usize, now: usize) {
        if !self.ends.is_empty() {
            self.ends.reserve_exact(more);
            self.values.reserve_exact((self.values.len() as u64 * more as u64 / now as u64) as usize);
        }
    }

    fn append_rows(&mut self, other: Self) {
        let base = self.values.len() as u32;
        if !other.ends.is_empty() {
            self.ends.resize(self.rows, base);
            self.ends.extend(other.ends.iter().map(|it| base + it));
            self.values.extend(other.values);
        }
        self.rows += other.rows;
    }

    fn retain_rows(&mut self, keep: impl Fn(usize) -> bool) {
        let Self { rows, ends, values } = std::mem::take(self);
        let mut values = values.into_iter();
        let mut start = 0;
        for row in 0..rows {
            let end = ends.get(row).copied().unwrap_or(start);
            let list = values.by_ref().take((end - start) as usize);
            if keep(row) {
                self.push(list)
            } else {
                list.for_each(drop)
            }
            start = end;
        }
    }
}

impl<T: Copy> Lists<T> {
    /// Changes every value.
    pub(in crate::catalog) fn map(&mut self, change: impl Fn(T) -> T) {
        self.values.iter_mut().for_each(|it| *it = change(*it));
    }

    /// Returns the lists of `rows` rows; each holds its values in the order of `pairs`, which is asked for twice. A row beyond the last
    /// has no list.
    pub(in crate::catalog) fn grouped<I: Iterator<Item = (u32, T)>>(rows: usize, pairs: impl Fn() -> I) -> Self {
        let pairs = || pairs().filter(|it| (it.0 as usize) < rows);
        let mut ends = vec![0_u32; rows];
        let mut any = None;
        for (row, value) in pairs() {
            ends[row as usize] += 1;
            any = Some(value);
        }
        let Some(any) = any else { return Self { rows, ..Self::default() } };
        let mut n = 0;
        for end in &mut ends {
            // Where the list begins, until it has been filled.
            (*end, n) = (n, n + *end);
        }
        let mut values = vec![any; n as usize];
        for (row, value) in pairs() {
            let end = &mut ends[row as usize];
            values[*end as usize] = value;
            *end += 1;
        }
        Self { rows, ends, values }
    }
}

impl<T: Copy + Ord> Lists<T> {
    /// Sorts every list.
    pub(in crate::catalog) fn sort(&mut self) {
        let mut start = 0;
        for end in &self.ends {
            self.values[start as usize..*end as usize].sort_unstable();
            start = *end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grouped_lists_keep_their_order() {
        let mut lists = Lists::grouped(3, || [(2, 'c'), (0, 'b'), (2, 'a'), (7, 'd')].into_iter());
        let all = |lists: &Lists<char>| [0, 1, 2, 9].map(|it| lists.of(it).iter().collect::<String>());
        assert_eq!(all(&lists), ["b", "", "ca", ""]);
        lists.sort();
        assert_eq!(all(&lists), ["b", "", "ac", ""]);
        assert!(Lists::<u8>::grouped(0, std::iter::empty).of(0).is_empty());
    }

    #[test]
    fn rows_keep_their_lists() {
        let mut lists = Lists::default();
        for list in [&[][..], &[1, 2], &[], &[3], &[], &[]] {
            lists.push(list.iter().copied());
        }
        let mut twice = lists.clone();
        twice.append_rows(lists.clone());
        let rows = |lists: &Lists<i32>| (0..lists.rows).map(|it| lists.of(it).to_vec()).collect::<Vec<_>>();
        let once = vec![vec![], vec![1, 2], vec![], vec![3], vec![], vec![]];
        assert_eq!(rows(&lists), once);
        assert_eq!(rows(&twice), [once.clone(), once].concat());
        twice.retain_rows(|it| it == 3 || it == 7 || it == 11);
        assert_eq!(rows(&twice), [vec![3], vec![1, 2], vec![]]);
        assert_eq!(twice.iter().collect::<Vec<_>>(), [(0, &3), (1, &1), (1, &2)]);
        assert!(lists.of(99).is_empty());
    }
}
