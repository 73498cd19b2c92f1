//! Events for which there is no room, drawn together as a count.

use std::ops::Range;

/// Some events at one column, to be drawn with others or alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Crowd {
    /// The column.
    pub(super) column: i64,
    /// How many events.
    pub(super) events: usize,
    /// The first of them, as the caller counts.
    pub(super) first: usize,
    /// The last of them.
    pub(super) last: usize,
}

/// Several crowds drawn as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cluster {
    /// The cells that it takes.
    pub(super) cells: Range<i64>,
    /// How many events.
    pub(super) events: usize,
    /// The first of them, as the caller counts.
    pub(super) first: usize,
    /// The last of them.
    pub(super) last: usize,
}

/// Returns the cells of the sign and the number of `events`: `◍12`, or `(12)` in ASCII, which is the wider.
pub(super) fn width(events: usize) -> i64 {
    if events == 1 { 1 } else { events.to_string().len() as i64 + 2 }
}

/// Draws `crowds`, which come in the order of their columns, together as far as they would touch; none of the events is lost.
pub(super) fn merge(crowds: impl IntoIterator<Item = Crowd>) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    for crowd in crowds.into_iter().filter(|it| it.events > 0) {
        match clusters.last_mut() {
            // One blank cell stays between two clusters.
            Some(last) if crowd.column <= last.cells.end => {
                last.events += crowd.events;
                last.last = last.last.max(crowd.last);
                last.first = last.first.min(crowd.first);
                last.cells.end = (last.cells.start + width(last.events)).max(last.cells.end);
            }
            _ => clusters.push(Cluster {
                cells: crowd.column..crowd.column + width(crowd.events),
                events: crowd.events,
                first: crowd.first,
                last: crowd.last,
            }),
        }
    }
    clusters
}

/// Moves what hangs over the right edge in, so that its number is seen; what it would then lie over joins it.
pub(super) fn within(mut clusters: Vec<Cluster>, columns: i64) -> Vec<Cluster> {
    while let Some(mut last) = clusters.pop() {
        let length = width(last.events).min(columns);
        let start = last.cells.start.min(columns - length).max(0);
        last.cells = start..start + length;
        match clusters.last_mut() {
            Some(before) if start <= before.cells.end => {
                before.events += last.events;
                before.first = before.first.min(last.first);
                before.last = before.last.max(last.last);
            }
            _ => {
                clusters.push(last);
                break;
            }
        }
    }
    clusters
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn counts_add_up_and_cells_never_touch(mut crowds in prop::collection::vec((0_i64..80, 0_usize..200), 0..60)) {
            crowds.sort_unstable();
            let total: usize = crowds.iter().map(|it| it.1).sum();
            let crowds = crowds.into_iter().enumerate().map(|(at, (column, events))| Crowd { column, events, first: at, last: at });
            let clusters = merge(crowds);
            prop_assert_eq!(clusters.iter().map(|it| it.events).sum::<usize>(), total);
            prop_assert!(clusters.windows(2).all(|it| it[0].cells.end < it[1].cells.start));
            let within = within(clusters, 80);
            prop_assert_eq!(within.iter().map(|it| it.events).sum::<usize>(), total);
            prop_assert!(within.windows(2).all(|it| it[0].cells.end < it[1].cells.start));
            prop_assert!(within.iter().all(|it| it.cells.end <= 80 && width(it.events) <= it.cells.end - it.cells.start));
        }
    }
}
