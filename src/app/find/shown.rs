//! What the filter lets through, and what every frame asks of it.

use crate::{
    catalog::{Catalog, EventIdx, IdSet, Ranks},
    chronology::Window,
    query::Matched,
};

/// What the filter lets through.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    /// Events that match however their dates and sums turn out.
    pub surely: IdSet,
    /// Events that match if their dates and sums turn out so; holds all of `surely`.
    pub possibly: IdSet,
    /// The counts of `possibly`.
    pub ranks: Ranks,
    /// How many there are for certain.
    pub n_surely: usize,
    /// How many of them have a date: those come first.
    pub n_dated: usize,
    /// The stretch from the first to the last bound on the axis.
    pub extent: Option<Window>,
}

impl Shown {
    /// Returns what `matched` lets through, with what is asked of it worked out.
    pub fn new(catalog: &Catalog, matched: Matched) -> Self {
        let Matched { surely, possibly } = matched;
        let ranks = Ranks::new(&possibly);
        let n_dated = ranks.rank(&possibly, EventIdx(catalog.n_dated() as u32));
        let extent = if ranks.len() == catalog.len() { catalog.extent() } else { catalog.extent_of(&possibly) };
        Self { n_surely: surely.len(), surely, possibly, ranks, n_dated, extent }
    }

    /// Returns how many events there are.
    pub fn len(&self) -> usize {
        self.ranks.len()
    }

    /// Returns whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ranks.is_empty()
    }

    /// Returns how many of them come before `event`.
    pub fn rank(&self, event: EventIdx) -> usize {
        self.ranks.rank(&self.possibly, event)
    }

    /// Returns event number `n` of them, from 0.
    pub fn nth(&self, n: usize) -> Option<EventIdx> {
        self.ranks.nth(&self.possibly, n)
    }

    /// Returns the events from number `n` on.
    pub fn from(&self, n: usize) -> impl Iterator<Item = EventIdx> {
        std::iter::successors(self.nth(n), |it| self.possibly.next_after(*it))
    }
}
