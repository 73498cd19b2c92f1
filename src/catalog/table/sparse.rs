//! Columns that few rows have: a row's number beside each value, ascending.

/// Returns what a row has in a column that few rows have.
pub(in crate::catalog) fn sparse<T>(column: &[(u32, T)], row: usize) -> &[(u32, T)] {
    let start = column.partition_point(|it| (it.0 as usize) < row);
    let length = column[start..].partition_point(|it| it.0 as usize == row);
    &column[start..start + length]
}

/// Keeps the rows that `keep` wants.
pub(super) fn retain<T>(column: &mut Vec<T>, keep: impl Fn(usize) -> bool) {
    let mut row = 0..;
    column.retain(|_| row.next().is_none_or(&keep));
}

/// Keeps the rows that have a new number.
pub(super) fn renumbered<T>(column: &mut Vec<(u32, T)>, renumber: impl Fn(u32) -> Option<u32>) {
    *column = column.drain(..).filter_map(|(row, it)| Some((renumber(row)?, it))).collect();
}

/// Returns rows as they are numbered behind the first `base`.
pub(super) fn behind<T>(base: u32, column: Vec<(u32, T)>) -> impl Iterator<Item = (u32, T)> {
    column.into_iter().map(move |(row, it)| (base + row, it))
}
