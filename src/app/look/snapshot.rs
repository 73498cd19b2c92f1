//! What undo brings back.

use crate::{
    app::find::Filter,
    catalog::EventIdx,
    layout::{Gaps, LanesBy, Layout, Viewport},
    settings::Detail,
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
    pub detail: Detail,
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
        let (was, is) = (&self.selection, &now.selection);
        was.bookmarks.keys().any(|it| !is.bookmarks.contains_key(it))
            || (was.range, &was.lanes, &was.marked) != (is.range, &is.lanes, &is.marked)
            || (&self.filter, self.viewport, self.gaps) != (&now.filter, now.viewport, now.gaps)
            || (self.lanes_by, self.detail, self.layout) != (now.lanes_by, now.detail, now.layout)
    }
}
