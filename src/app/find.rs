//! What is hidden, what is looked for, and what is shown of the chronology.

mod filter;
mod search;
mod shown;

use crate::{
    catalog::{Catalog, IdSet},
    chronology::Window,
    layout::{Lanes, LanesBy, Viewport},
    query::Matched,
};

pub use filter::{Chip, Filter};
pub use search::Search;
pub use shown::Shown;

pub(super) use self::search::by_party;

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
        let is_text = by_party(needle).is_none() && by_party(&self.search.needle).is_none();
        if is_text && self.search.is_on() && self.search.is_whole && needle.contains(&self.search.needle) {
            return IdSet::from_iter(n_events, self.search.hits.iter().copied());
        }
        self.shown.possibly.clone()
    }
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
    /// Returns `window` with ends: an open one reaches to the end of what there is.
    pub(super) fn closed(self, window: Window) -> Window {
        let extent = self.catalog.extent();
        let first = if window.first.is_end() { extent.map_or(window.first, |it| it.first) } else { window.first };
        let last = if window.last.is_end() { extent.map_or(window.last, |it| it.last) } else { window.last };
        Window::new(first, last)
    }
}
