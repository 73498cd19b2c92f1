//! Where the reader looks: the stretch of time, the cursor, the lanes and the panes.

use crate::{
    catalog::EventIdx,
    layout::{Gaps, LanesBy, Layout, Pane, Viewport},
    settings::Detail,
};

/// Where the reader looks.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The stretch of time on the screen.
    pub viewport: Viewport,
    /// The one before the last zoom, to swap with.
    pub other_viewport: Viewport,
    /// What is done with long gaps.
    pub gaps: Gaps,
    /// The event under the cursor.
    pub cursor: Option<EventIdx>,
    /// What lanes are by.
    pub lanes_by: LanesBy,
    /// The lane that the cursor is on: an event with several parties is on several.
    pub lane: usize,
    /// First lane on the screen.
    pub lane_top: usize,
    /// First row of the list on the screen.
    pub list_top: usize,
    /// First line of the detail on the screen.
    pub detail_top: usize,
    /// Whether the detail pane is wanted.
    pub detail: Detail,
    /// How the panes are laid out.
    pub layout: Layout,
    /// The pane that gets the keys.
    pub focus: Pane,
}
