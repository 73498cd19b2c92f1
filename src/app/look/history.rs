//! The way back: what was shown before, and what was shown before it was undone.

use std::collections::BTreeMap;

use crate::{
    app::find::Filter,
    catalog::EventIdx,
    layout::{Gaps, LanesBy, Layout, Viewport},
    settings::Switch,
};

use super::selection::Selection;

/// Steps that are kept.
const DEPTH: usize = 500;

/// Everything that undo brings back.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// The filter.
    pub filter: Filter,
    /// The stretch of time.
    pub viewport: Viewport,
    /// What is done with long gaps.
    pub gaps: Gaps,
    /// The event under the cursor.
    pub cursor: Option<EventIdx>,
    /// What lanes are by.
    pub lanes_by: LanesBy,
    /// Whether the detail pane is wanted.
    pub detail: Switch,
    /// How the panes are laid out.
    pub layout: Layout,
    /// Range, marks and lanes.
    pub selection: Selection,
}

impl Snapshot {
    /// Returns it for another catalog, in which events have other numbers: with the events that `selection` has there.
    #[must_use]
    pub(in crate::app) fn without_events(self, selection: &Selection) -> Self {
        let selection = Selection { range: self.selection.range, lanes: self.selection.lanes, ..selection.clone() };
        Self { cursor: None, selection, ..self }
    }

    /// Returns whether undo would bring something back that `now` does not have: neither moving about nor a new bookmark is a step.
    pub fn differs(&self, now: &Self) -> bool {
        let lost = |letter: &char| !now.selection.bookmarks.contains_key(letter);
        let seen = |it: &Self| {
            let selection = Selection { bookmarks: BTreeMap::new(), ..it.selection.clone() };
            Self { cursor: None, selection, ..it.clone() }
        };
        self.selection.bookmarks.keys().any(lost) || seen(self) != seen(now)
    }
}

/// What can be undone and done again.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Snapshot>,
    future: Vec<Snapshot>,
}

impl History {
    /// Keeps `before`, which the reader has just left by doing something new.
    pub fn keep(&mut self, before: Snapshot) {
        self.future.clear();
        // What was done in two steps may be kept by both.
        if self.past.last() == Some(&before) {
            return;
        }
        self.past.push(before);
        if self.past.len() > DEPTH {
            self.past.remove(0);
        }
    }

    /// Keeps nothing that hangs on the numbers of events, which have changed.
    pub(in crate::app) fn forget_events(&mut self, selection: &Selection) {
        for steps in [&mut self.past, &mut self.future] {
            *steps = steps.drain(..).map(|it| it.without_events(selection)).collect();
        }
    }

    /// Returns whether something was undone that can be done again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Returns what was shown before `now`, if anything was.
    pub fn undo(&mut self, now: Snapshot) -> Option<Snapshot> {
        let before = self.past.pop()?;
        self.future.push(now);
        Some(before)
    }

    /// Returns what was shown before it was undone, if anything was.
    pub fn redo(&mut self, now: Snapshot) -> Option<Snapshot> {
        let after = self.future.pop()?;
        self.past.push(now);
        Some(after)
    }
}
