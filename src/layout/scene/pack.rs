//! Bars to rows: none lies over another.

use std::ops::Range;

/// Blank cells between two bars of a row.
const BETWEEN: i64 = 1;

/// Returns the row of each of `bars`, which come in the order of their starts, among `most`: each goes to the first that is free.
/// Nothing for those that find none free: they are to be drawn together.
pub(super) fn rows(bars: impl IntoIterator<Item = Range<i64>>, most: usize) -> Vec<Option<usize>> {
    let mut free_from = vec![i64::MIN; most];
    let place = |bar: Range<i64>| {
        let row = free_from.iter().position(|it| *it <= bar.start)?;
        free_from[row] = bar.end + BETWEEN;
        Some(row)
    };
    bars.into_iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn bars_of_a_row_never_touch(mut bars in prop::collection::vec((0_i64..100, 1_i64..30), 0..40), most in 1_usize..8) {
            bars.sort_unstable();
            let bars: Vec<Range<i64>> = bars.into_iter().map(|(start, length)| start..start + length).collect();
            let apart = |a: usize, b: usize| bars[a].end < bars[b].start || bars[b].end < bars[a].start;
            let rows = rows(bars.iter().cloned(), most);
            prop_assert!(rows.iter().flatten().all(|it| *it < most));
            for a in 0..bars.len() {
                for b in 0..a {
                    prop_assert!(rows[a].is_none() || rows[a] != rows[b] || apart(a, b));
                }
            }
        }
    }
}
