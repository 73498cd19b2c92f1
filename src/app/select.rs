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
