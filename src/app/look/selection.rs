//! What the reader has picked: a stretch of time, lanes, marked events and bookmarks.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    catalog::{Catalog, EventIdx, IdSet},
    chronology::Window,
};

/// A stretch of time between two ends that the reader moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The end that stays.
    pub anchor: Window,
    /// The end that moves.
    pub head: Window,
    /// Whether the cursor moves it.
    pub grip: Grip,
}

/// Whether the cursor moves an end of the range.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grip {
    /// It does: the range is being drawn.
    #[default]
    Held,
    /// It does not: its bounds were typed, dragged or snapped, and stay while one looks about.
    Free,
}

impl Range {
    /// Returns the range that begins at `window` and is drawn from there.
    pub fn at(window: Window) -> Self {
        Self { anchor: window, head: window, grip: Grip::Held }
    }

    /// Returns the range between two bounds.
    pub fn between(window: Window) -> Self {
        Self {
            anchor: Window { first: window.first, last: window.first },
            head: Window { first: window.last, last: window.last },
            grip: Grip::Free,
        }
    }

    /// Returns everything from the first of both ends to the last.
    pub fn window(&self) -> Window {
        Window { first: self.anchor.first.min(self.head.first), last: self.anchor.last.max(self.head.last) }
    }

    /// Makes the end that stays the one that moves.
    pub fn swap(&mut self) {
        self.grip = Grip::Held;
        std::mem::swap(&mut self.anchor, &mut self.head);
    }
}

/// Everything that is picked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    /// The stretch of time.
    pub range: Option<Range>,
    /// Names of the lanes that the range is of; all of them where none is named.
    pub lanes: BTreeSet<String>,
    /// The marked events.
    pub marked: Arc<IdSet>,
    /// The bookmarked events, by letter.
    pub bookmarks: BTreeMap<char, EventIdx>,
}

impl Selection {
    /// Returns the range, to be drawn on, if one is being drawn.
    pub(super) fn held_range(&mut self) -> Option<&mut Range> {
        self.range.as_mut().filter(|it| it.grip == Grip::Held)
    }

    /// Marks an event, or unmarks it.
    pub(in crate::app) fn toggle_mark(&mut self, event: EventIdx) {
        Arc::make_mut(&mut self.marked).toggle(event);
    }

    /// Takes the numbers that events have in `catalog`; what it does not have goes to `absent`, and what it has again returns.
    pub(in crate::app) fn renumber(&mut self, before: &Catalog, catalog: &Catalog, absent: &mut Absent) {
        let ids = self.marked.iter().map(|it| before.event(it).id.clone());
        let marked = self.marked_in(before, catalog, absent);
        absent.marked.extend(ids);
        absent.marked.retain(|it| catalog.find(it).is_none());
        self.marked = marked;
        let mut letters = std::mem::take(&mut absent.bookmarks);
        letters.extend(self.bookmarks.iter().map(|(letter, it)| (*letter, before.event(*it).id.clone())));
        self.bookmarks = letters.iter().filter_map(|(letter, it)| Some((*letter, catalog.find(it)?))).collect();
        letters.retain(|_, it| catalog.find(it).is_none());
        absent.bookmarks = letters;
    }

    /// Returns the marked events as another catalog numbers them, with those that are there again.
    pub(in crate::app) fn marked_in(&self, before: &Catalog, catalog: &Catalog, absent: &Absent) -> Arc<IdSet> {
        let found = self.marked.iter().filter_map(|it| catalog.find(&before.event(it).id));
        let again = absent.marked.iter().filter_map(|it| catalog.find(it));
        Arc::new(IdSet::from_iter(catalog.len(), found.chain(again)))
    }
}

/// What is picked of events that are not there: not yet, not any more, or on another branch of the store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct Absent {
    /// Ids of marked events.
    pub(in crate::app) marked: BTreeSet<String>,
    /// Ids of bookmarked events, by letter.
    pub(in crate::app) bookmarks: BTreeMap<char, String>,
}
