//! Events for which there is no room, drawn together as a count.

use std::ops::{Range, RangeInclusive};

use crate::catalog::EventIdx;

/// Some events at one column, or at several that are drawn as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cluster {
    /// The cells that it takes. The blank after them is its own as well.
    pub(super) cells: Range<i64>,
    /// The columns of its events: within its cells and the blank.
    pub(super) columns: RangeInclusive<i64>,
    /// How many events, one at the least.
    pub(super) events: usize,
    /// The first of them.
    pub(super) first: EventIdx,
    /// The last of them.
    pub(super) last: EventIdx,
}

impl Cluster {
    /// Returns the cluster of so many events at one column, the first and the last of which are these.
    pub(super) fn at(column: i64, events: usize, (first, last): (EventIdx, EventIdx)) -> Self {
        Self { cells: column..column + width(events), columns: column..=column, events, first, last }
    }

    /// Takes in what stands after it.
    fn join(&mut self, next: Self) {
        self.events += next.events;
        self.first = self.first.min(next.first);
        self.last = self.last.max(next.last);
        self.columns = *self.columns.start()..=*next.columns.end();
        self.cells.end = self.cells.start + width(self.events);
    }
}

/// Returns the cells of the sign and the number of `events`: `◍12`, or `(12)` in ASCII, which is the wider.
fn width(events: usize) -> i64 {
    if events == 1 { 1 } else { events.to_string().len() as i64 + 2 }
}

/// Draws `clusters`, which come in the order of their columns, together as far as they would touch; none of the events is lost.
pub(super) fn merge(clusters: impl IntoIterator<Item = Cluster>) -> Vec<Cluster> {
    let mut merged: Vec<Cluster> = Vec::new();
    for cluster in clusters {
        match merged.last_mut() {
            // One blank cell stays between two clusters.
            Some(last) if cluster.cells.start <= last.cells.end => last.join(cluster),
            _ => merged.push(cluster),
        }
    }
    merged
}

/// Moves what hangs over the right edge in, so that its number is seen; what it would then lie over joins it.
pub(super) fn within(mut clusters: Vec<Cluster>, columns: i64) -> Vec<Cluster> {
    let Some(mut last) = clusters.pop_if(|it| columns < it.cells.end) else { return clusters };
    let start = |it: &Cluster| it.cells.start.min(columns - width(it.events)).max(0);
    while let Some(mut before) = clusters.pop_if(|it| start(&last) <= it.cells.end) {
        before.join(last);
        last = before;
    }
    last.cells = start(&last)..columns;
    clusters.push(last);
    clusters
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn counts_add_up_and_cells_never_touch(mut counts in prop::collection::vec((0_i64..80, 1_usize..200), 0..60)) {
            counts.sort_unstable();
            let total: usize = counts.iter().map(|it| it.1).sum();
            let at = |(at, (column, events))| Cluster::at(column, events, (EventIdx(at), EventIdx(at)));
            let clusters = merge((0..).zip(counts).map(at));
            let within = within(clusters.clone(), 80);
            for clusters in [&clusters, &within] {
                prop_assert_eq!(clusters.iter().map(|it| it.events).sum::<usize>(), total);
                prop_assert!(clusters.windows(2).all(|it| it[0].cells.end < it[1].cells.start));
                for it in clusters {
                    prop_assert!(width(it.events) <= it.cells.end - it.cells.start);
                    prop_assert!(it.cells.start <= *it.columns.start() && *it.columns.end() <= it.cells.end);
                }
            }
            prop_assert!(within.iter().all(|it| it.cells.end <= 80));
        }
    }
}
