//! Which events touch a stretch of time.
//!
//! Events stand in the order of their starts, so those that begin too late are cut off by one binary search. Of the others, a
//! block of 64 is skipped at once when the latest of its ends lies before the window. On a million events this beats every
//! interval tree that was tried, needs no tree, and takes the whole 64-bit axis.

use crate::chronology::{Bounds, Instant, Window};

use super::ids::{EventIdx, IdSet};

const BLOCK: usize = 64;

/// The dated events of a catalog as starts and ends.
#[derive(Debug, Default)]
pub(super) struct SpanIndex {
    starts: Vec<Instant>,
    ends: Vec<Instant>,
    /// The latest end in each block of events.
    block_ends: Vec<Instant>,
}

impl SpanIndex {
    /// Returns the index of events whose bounds come in ascending order of `earliest`.
    pub(super) fn new(bounds: impl Iterator<Item = Bounds>) -> Self {
        let (starts, ends): (Vec<_>, Vec<_>) = bounds.map(|it| (it.earliest, it.latest)).unzip();
        let latest = |block: &[Instant]| block.iter().copied().max().unwrap_or(Instant::MIN);
        let block_ends = ends.chunks(BLOCK).map(latest).collect();
        Self { starts, ends, block_ends }
    }

    /// Returns the events, out of `n`, whose possible range touches `window`.
    pub(super) fn touching(&self, n: usize, window: Window) -> IdSet {
        let mut found = IdSet::new(n);
        let begun = self.starts.partition_point(|it| *it <= window.last);
        for (at, block_end) in self.block_ends.iter().enumerate().take(begun.div_ceil(BLOCK)) {
            if *block_end < window.first {
                continue;
            }
            let block = at * BLOCK..((at + 1) * BLOCK).min(begun);
            let touching = block.filter(|it| window.first <= self.ends[*it]);
            touching.for_each(|it| found.insert(EventIdx(it as u32)));
        }
        found
    }
}
