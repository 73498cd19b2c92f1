//! What the reader has picked: a stretch of time, lanes, marked events and bookmarks.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    catalog::{EventIdx, IdSet},
    chronology::Window,
};

/// A stretch of time between two ends that the reader moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The end that stays.
    pub anchor: Window,
    /// The end that moves.
    pub head: Window,
}

impl Range {
    /// Returns the range between two bounds.
    pub fn between(window: Window) -> Self {
        Self {
            anchor: Window { first: window.first, last: window.first },
            head: Window { first: window.last, last: window.last },
        }
    }

    /// Returns everything from the first of both ends to the last.
    pub fn window(&self) -> Window {
        Window { first: self.anchor.first.min(self.head.first), last: self.anchor.last.max(self.head.last) }
    }

    /// Makes the end that stays the one that moves.
    pub fn swap(&mut self) {
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
