//! What is hidden, what is looked for, and what is shown of the chronology.

mod filter;
mod search;

use crate::{
    catalog::{Catalog, EventIdx, IdSet, Ranks},
    chronology::Window,
    layout::{Lanes, LanesBy, Viewport},
    query::Matched,
};

pub use filter::{Filter, chip_cells};
pub use search::{Search, Sought};

/// What is hidden, what is looked for, and what is shown.
///
/// `shown` and `lanes` follow from the other fields, from the marks and from the catalog.
#[derive(Clone, Debug)]
pub struct Find {
    /// What is hidden.
    pub filter: Filter,
    /// What is looked for.
    pub search: Search,
    /// What lanes are by.
    pub lanes_by: LanesBy,
    /// What the filter lets through.
    pub shown: Shown,
    /// The shown events by lane.
    pub lanes: Lanes,
    /// Whether what is odd about the filter is still to be told, when what it shows is known.
    pub(super) untold: bool,
}

impl Find {
    /// Returns what shows all of `catalog`.
    pub(super) fn everything(catalog: &Catalog, lanes_by: LanesBy) -> Self {
        let all = catalog.all();
        Self {
            filter: Filter::default(),
            search: Search::default(),
            lanes_by,
            lanes: Lanes::new(catalog, &all, lanes_by),
            shown: Shown::new(catalog, Matched { surely: all.clone(), possibly: all }),
            untold: false,
        }
    }

    /// Returns whether the filter hides anything now.
    pub fn hides(&self) -> bool {
        self.filter.is_on() && !self.filter.is_empty()
    }

    /// Returns the shown events that hold what a longer `needle` can only be among: those that hold the needle before it.
    pub(super) fn within(&self, needle: &str, n_events: usize) -> IdSet {
        let is_text = Sought::new(needle).is_text() && self.search.sought.is_text();
        if is_text && self.search.is_whole && needle.contains(&self.search.needle) {
            return IdSet::from_iter(n_events, self.search.hits.iter().copied());
        }
        self.shown.possibly.clone()
    }
}

/// Towards the past or towards the future.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// Towards the past, or where one came from.
    Back,
    /// Towards the future, or where one went back from.
    Forward,
}

/// The events that the reader looks at: the catalog, what is shown of it, and its lanes.
#[derive(Clone, Copy)]
pub struct Events<'a> {
    /// Every event.
    pub catalog: &'a Catalog,
    /// What the filter lets through.
    pub shown: &'a Shown,
    /// The shown events by lane.
    pub lanes: &'a Lanes,
    /// What fits every dated event of the catalog.
    pub whole: Viewport,
}

impl Events<'_> {
    /// Returns the shown event after `at`, or the one before it.
    pub(super) fn next(self, at: EventIdx, direction: Direction) -> Option<EventIdx> {
        match direction {
            Direction::Forward => self.shown.possibly.next_after(at),
            Direction::Back => self.shown.possibly.prev_before(at),
        }
    }

    /// Returns `window` with ends: an open one reaches to the end of what there is.
    pub(super) fn closed(self, window: Window) -> Window {
        let extent = self.catalog.extent();
        let first = if window.first.is_end() { extent.map_or(window.first, |it| it.first) } else { window.first };
        let last = if window.last.is_end() { extent.map_or(window.last, |it| it.last) } else { window.last };
        Window::new(first, last)
    }
}

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
