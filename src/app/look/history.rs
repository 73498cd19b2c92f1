//! The way back: what was left for something new, and what was gone back from.

use crate::{
    app::find::{Direction, Filter},
    catalog::{Catalog, EventIdx},
    layout::{Gaps, LanesBy, Layout, Viewport},
    settings::Switch,
};

use super::selection::Selection;

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
    /// The id of the event under the cursor, where it was in another catalog.
    pub(in crate::app) cursor_id: Option<String>,
}

impl Snapshot {
    /// Returns it for a catalog other than `before`, in which events have other numbers: with the events that `selection` has there.
    #[must_use]
    pub(in crate::app) fn renumbered(self, before: &Catalog, selection: &Selection) -> Self {
        let selection = Selection { range: self.selection.range, lanes: self.selection.lanes, ..selection.clone() };
        let cursor_id = self.cursor_id.or_else(|| self.cursor.map(|it| before.event(it).id.clone()));
        Self { cursor: None, cursor_id, selection, ..self }
    }

    /// Returns whether undo would bring something back that `now` does not have: neither moving about nor a new bookmark is a step.
    pub fn differs(&self, now: &Self) -> bool {
        let (was, is) = (&self.selection, &now.selection);
        was.bookmarks.keys().any(|it| !is.bookmarks.contains_key(it))
            || (was.range, &was.lanes, &was.marked) != (is.range, &is.lanes, &is.marked)
            || (&self.filter, self.viewport, self.gaps) != (&now.filter, now.viewport, now.gaps)
            || (self.lanes_by, self.detail, self.layout) != (now.lanes_by, now.detail, now.layout)
    }
}

/// What was left for something new, and what was gone back from, each with the newest last.
#[derive(Clone, Debug)]
pub struct Trail<T> {
    pub(super) back: Vec<T>,
    pub(super) forward: Vec<T>,
}

impl<T> Default for Trail<T> {
    fn default() -> Self {
        Self { back: Vec::new(), forward: Vec::new() }
    }
}

impl<T> Trail<T> {
    /// Returns whether something was gone back from.
    pub fn can_go_forward(&self) -> bool {
        !self.forward.is_empty()
    }

    /// Keeps `left`, which was left for something new, and forgets the oldest beyond `most`.
    pub(super) fn keep(&mut self, left: T, most: usize) {
        self.forward.clear();
        self.back.push(left);
        if self.back.len() > most {
            self.back.remove(0);
        }
    }

    /// Returns where a step leads, and keeps `here` for the step the other way. What is not `there` any more is passed over.
    pub(in crate::app) fn follow(
        &mut self,
        direction: Direction,
        here: Option<T>,
        there: impl Fn(&T) -> bool,
    ) -> Option<T> {
        let (from, to) = match direction {
            Direction::Back => (&mut self.back, &mut self.forward),
            Direction::Forward => (&mut self.forward, &mut self.back),
        };
        while let Some(next) = from.pop() {
            if there(&next) {
                to.extend(here);
                return Some(next);
            }
        }
        None
    }

    /// Puts what everything is now in its place; what is nothing any more is forgotten.
    pub(in crate::app) fn renew(&mut self, again: impl Fn(T) -> Option<T>) {
        for steps in [&mut self.back, &mut self.forward] {
            *steps = steps.drain(..).filter_map(&again).collect();
        }
    }
}
