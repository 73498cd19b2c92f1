//! Bars to rows: none lies over another.

use std::ops::Range;

/// Blank cells between two bars of a row.
const BETWEEN: i64 = 1;

/// Returns the row of each of `bars`, which come in the order of their starts, and how many rows they take; each goes to the
/// first row that is free. Nothing where they take more than `most`.
pub(super) fn rows(bars: &[Range<i64>], most: usize) -> Option<(Vec<usize>, usize)> {
    let mut free_from: Vec<i64> = Vec::new();
    let mut rows = Vec::with_capacity(bars.len());
    for bar in bars {
        let row = free_from.iter().position(|it| *it <= bar.start).unwrap_or(free_from.len());
        if row == most {
            return None;
        }
        let next = bar.end + BETWEEN;
        match free_from.get_mut(row) {
            Some(it) => *it = next,
            None => free_from.push(next),
        }
        rows.push(row);
    }
    Some((rows, free_from.len()))
}

/// Returns the row of each of `bars` among `most`, or nothing for those that find none free: they are to be drawn together.
pub(super) fn rows_or_none(bars: &[Range<i64>], most: usize) -> Vec<Option<usize>> {
    let mut free_from = vec![i64::MIN; most];
    let place = |bar: &Range<i64>| {
        let row = free_from.iter().position(|it| *it <= bar.start)?;
        free_from[row] = bar.end + BETWEEN;
        Some(row)
    };
    bars.iter().map(place).collect()
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
            if let Some((rows, n)) = rows(&bars, most) {
                prop_assert!(n <= most);
                for a in 0..bars.len() {
                    for b in 0..a {
                        prop_assert!(rows[a] != rows[b] || apart(a, b));
                    }
                }
            }
            let placed = rows_or_none(&bars, most);
            for a in 0..bars.len() {
                for b in 0..a {
                    prop_assert!(placed[a].is_none() || placed[a] != placed[b] || apart(a, b));
                }
            }
        }
    }
}
