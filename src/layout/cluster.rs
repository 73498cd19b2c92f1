//! Events for which there is no room, drawn together as a count.

use std::ops::{Range, RangeInclusive};

use crate::catalog::EventIdx;

/// Some events at one column, to be drawn with others or alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Crowd {
    /// The column.
    pub(super) column: i64,
    /// How many events.
    pub(super) events: usize,
    /// The first of them.
    pub(super) first: EventIdx,
    /// The last of them.
    pub(super) last: EventIdx,
}

/// Several crowds drawn as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cluster {
    /// The cells that it takes. The blank after them is its own as well.
    pub(super) cells: Range<i64>,
    /// The columns of its crowds: within its cells and the blank.
    pub(super) columns: RangeInclusive<i64>,
    /// How many events.
    pub(super) events: usize,
    /// The first of them.
    pub(super) first: EventIdx,
    /// The last of them.
    pub(super) last: EventIdx,
}

impl Cluster {
    fn of(crowd: Crowd) -> Self {
        let Crowd { column, events, first, last } = crowd;
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
pub(super) fn width(events: usize) -> i64 {
    if events == 1 { 1 } else { events.to_string().len() as i64 + 2 }
}

/// Draws `crowds`, which come in the order of their columns, together as far as they would touch; none of the events is lost.
pub(super) fn merge(crowds: impl IntoIterator<Item = Crowd>) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    for cluster in crowds.into_iter().filter(|it| it.events > 0).map(Cluster::of) {
        match clusters.last_mut() {
            // One blank cell stays between two clusters.
            Some(last) if cluster.cells.start <= last.cells.end => last.join(cluster),
            _ => clusters.push(cluster),
        }
    }
    clusters
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
        fn counts_add_up_and_cells_never_touch(mut crowds in prop::collection::vec((0_i64..80, 0_usize..200), 0..60)) {
            crowds.sort_unstable();
            let total: usize = crowds.iter().map(|it| it.1).sum();
            let crowd = |(at, (column, events))| Crowd { column, events, first: EventIdx(at), last: EventIdx(at) };
            let clusters = merge((0..).zip(crowds).map(crowd));
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
