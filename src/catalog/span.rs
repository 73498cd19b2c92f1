//! The dated events as starts and ends: which of them touch a stretch of time, and how many have begun or are over by an instant.
//!
//! Events stand in the order of their starts, so those that begin too late are cut off by one binary search. Of the others, a
//! block of 64 is skipped at once when the latest of its ends lies before the window. On a million events this beats every
//! interval tree that was tried, needs no tree, and takes the whole 64-bit axis.

use crate::chronology::{Instant, Window};

use super::{
    ids::{EventIdx, IdSet},
    snapshot::Catalog,
};

const BLOCK: usize = 64;

/// The dated events of a catalog as starts and ends.
#[derive(Debug, Default)]
pub(super) struct SpanIndex {
    pub(super) starts: Vec<Instant>,
    pub(super) ends: Vec<Instant>,
    /// The latest end in each block of events.
    block_ends: Vec<Instant>,
    /// The events in the order of their ends, and of equal ends in their own; and for each event, its place there.
    by_end: Vec<u32>,
    end_ranks: Vec<u32>,
}

impl SpanIndex {
    /// Returns the index of events whose starts ascend.
    pub(super) fn new(starts: Vec<Instant>, ends: Vec<Instant>) -> Self {
        let latest = |block: &[Instant]| block.iter().copied().max().unwrap_or(Instant::MIN);
        let block_ends = ends.chunks(BLOCK).map(latest).collect();
        let mut by_end: Vec<u32> = (0..ends.len() as u32).collect();
        // Where nothing lasts, ends ascend as starts do, and there is nothing to sort.
        by_end.sort_by_key(|it| ends[*it as usize]);
        let mut end_ranks = vec![0; ends.len()];
        for (rank, event) in (0..).zip(&by_end) {
            end_ranks[*event as usize] = rank;
        }
        Self { starts, ends, block_ends, by_end, end_ranks }
    }
}

impl Catalog {
    /// Returns how many events begin at `at` or before: those come first.
    pub fn begun_by(&self, at: Instant) -> usize {
        self.spans.starts.partition_point(|it| *it <= at)
    }

    /// Returns how many events are over before `at`: those are the first in the order of ends.
    pub fn over_before(&self, at: Instant) -> usize {
        self.spans.by_end.partition_point(|it| self.spans.ends[*it as usize] < at)
    }

    /// Returns the place of an event in the order of ends.
    pub fn end_rank(&self, event: EventIdx) -> u32 {
        self.spans.end_ranks.get(event.index()).copied().unwrap_or(u32::MAX)
    }

    /// Returns the events that are possibly in `window`.
    pub fn touching(&self, window: Window) -> IdSet {
        let mut found = IdSet::new(self.len());
        let begun = self.begun_by(window.last);
        for (at, block_end) in self.spans.block_ends.iter().enumerate().take(begun.div_ceil(BLOCK)) {
            if *block_end < window.first {
                continue;
            }
            let block = at * BLOCK..((at + 1) * BLOCK).min(begun);
            let touching = block.filter(|it| window.first <= self.spans.ends[*it]);
            touching.for_each(|it| found.insert(EventIdx(it as u32)));
        }
        found
    }
}
