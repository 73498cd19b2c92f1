//! The dated events as starts and ends: which of them touch a stretch of time, and how many have begun or are over by an instant.
//!
//! Events stand in the order of their starts, so those that begin too late are cut off by one binary search. Of the others, a
//! block of 64 is skipped at once when the latest of its ends lies before the window. On a million events this beats every
//! interval tree that was tried, needs no tree, and takes the whole 64-bit axis.

use crate::chronology::Instant;

/// Events whose latest end is kept.
pub(super) const BLOCK: usize = 64;

/// The dated events of a catalog as starts and ends.
#[derive(Debug, Default)]
pub(super) struct SpanIndex {
    pub(super) starts: Vec<Instant>,
    pub(super) ends: Vec<Instant>,
    /// The latest end in each block of events.
    pub(super) block_ends: Vec<Instant>,
    /// The events in the order of their ends, and of equal ends in their own; and for each event, its place there.
    pub(super) by_end: Vec<u32>,
    pub(super) end_ranks: Vec<u32>,
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
