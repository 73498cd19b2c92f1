//! Where the reader looks: the stretch of time, the cursor, the panes, what is picked, and the way back.
//!
//! A step along the events is a method of [`Look`] that is given the [`Events`]. Here is what the others are made of: how the
//! view follows the cursor.

mod history;
mod moves;
mod range;
mod related;
mod scope;
mod selection;
mod zoom;

use crate::{
    catalog::{Catalog, EventIdx, PartyIdx},
    chronology::{Instant, Window},
    layout::{self, Beside, Gaps, Lanes, Layout, Pane, PaneChoice, Panes, Scale, Scene, Size, Viewport, panes, top},
    settings::Switch,
};

use super::find::{Events, Find};

pub use self::{
    history::{Snapshot, Trail},
    related::{Lead, LinkRow},
    scope::Scope,
    selection::{Grip, Range, Selection},
};

pub(super) use self::selection::Absent;

/// Steps that can be undone.
const STEPS: usize = 500;
/// Jumps that one can go back.
const JUMPS: usize = 200;

/// A place that was jumped from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Jump {
    /// The event under the cursor.
    pub event: EventIdx,
    /// The stretch of time on the screen.
    pub viewport: Viewport,
    /// The lane that the cursor was on.
    pub lane: usize,
}

/// Where the reader looks.
#[derive(Clone, Debug)]
pub struct Look {
    /// The cells that the panes have.
    pub room: Size,
    /// The stretch of time on the screen.
    pub viewport: Viewport,
    /// The one before the last zoom, to swap with.
    pub other_viewport: Viewport,
    /// What is done with long gaps.
    pub gaps: Gaps,
    /// The event under the cursor.
    pub cursor: Option<EventIdx>,
    /// The event that the cursor is to be on when what is shown is known.
    pub(super) goal: Option<EventIdx>,
    /// The lane that the cursor is on: an event with several parties is on several.
    pub lane: usize,
    /// First lane on the screen.
    pub lane_top: usize,
    /// First row of the list on the screen.
    pub list_top: usize,
    /// First line of the detail on the screen.
    pub detail_top: usize,
    /// Whether the detail pane is wanted.
    pub detail: Switch,
    /// How the panes are laid out.
    pub layout: Layout,
    /// The pane that gets the keys.
    pub focus: Pane,
    /// What is picked.
    pub selection: Selection,
    /// What can be undone.
    pub history: Trail<Snapshot>,
    /// Where jumps began, and where they were gone back from.
    pub jumps: Trail<Jump>,
    /// The party whose events were gone along last.
    pub(super) along: Option<PartyIdx>,
    /// What was shown before the step that is being done.
    pub(super) leaving: Option<Snapshot>,
}

impl Look {
    /// Returns a look at everything in `room`.
    pub(super) fn new(room: Size, detail: Switch) -> Self {
        let viewport = Viewport::fit(Window::new(Instant(0), Instant(0)));
        Self {
            room,
            viewport,
            other_viewport: viewport,
            gaps: Gaps::Shown,
            cursor: None,
            goal: None,
            lane: 0,
            lane_top: 0,
            list_top: 0,
            detail_top: 0,
            detail,
            layout: Layout::Auto,
            focus: Pane::Timeline,
            selection: Selection::default(),
            history: Trail::default(),
            jumps: Trail::default(),
            along: None,
            leaving: None,
        }
    }

    /// Returns where the panes are.
    pub fn panes(&self) -> Panes {
        let beside = if self.detail == Switch::On { Beside::Detail } else { Beside::Nothing };
        panes(self.room, PaneChoice { beside, layout: self.layout, focus: self.focus })
    }

    /// Returns the columns that the timeline's events have.
    pub fn plot_columns(&self, lanes: &Lanes) -> u16 {
        let width = self.panes().lanes.width;
        width.saturating_sub(layout::gutter(lanes, width)).max(1)
    }

    /// Returns the timeline as it is drawn.
    pub fn scene(&self, events: Events) -> Scene {
        let lanes = self.panes().lanes;
        let view = layout::SceneView {
            viewport: self.viewport,
            gaps: self.gaps,
            lane_top: self.lane_top,
            cursor: self.cursor,
            range: self.selection.range.map(|it| it.window()),
            marked: Some(&self.selection.marked),
        };
        layout::scene(events.catalog, events.lanes, &view, Size::new(lanes.width, lanes.height))
    }

    /// Returns the scale that the timeline is drawn with: what turns a column into a time asks it.
    pub fn scale(&self, events: Events) -> Scale {
        events.lanes.scale(events.catalog, self.viewport, self.gaps, self.plot_columns(events.lanes))
    }

    /// Returns the stretch of time that the cursor's event can lie in, open ends cut off at the store's.
    pub fn cursor_window(&self, catalog: &Catalog) -> Option<Window> {
        let bounds = catalog.bounds(self.cursor?)?;
        let extent = catalog.extent().unwrap_or(Window::ALL);
        let first = if bounds.earliest == Instant::MIN { extent.first.min(bounds.latest) } else { bounds.earliest };
        let last = if bounds.latest == Instant::MAX { extent.last.max(bounds.earliest) } else { bounds.latest };
        Some(Window::new(first, last))
    }

    /// Puts the cursor on `event`, brings it into view, and draws the range to it where one is on.
    pub(super) fn go_to(&mut self, event: EventIdx, events: Events) {
        self.put_cursor(event);
        let head = self.cursor_window(events.catalog);
        if let Some((range, head)) = self.selection.held_range().zip(head) {
            range.head = head;
        }
        self.reveal(events);
    }

    /// Puts the cursor on `event`, and shows the detail from its first line.
    fn put_cursor(&mut self, event: EventIdx) {
        self.cursor = Some(event);
        self.detail_top = 0;
    }

    /// Moves the view so that `at` stands in its middle.
    fn centre_on(&mut self, at: Instant, events: Events) {
        self.viewport = self.viewport.centred(at, self.plot_columns(events.lanes));
    }

    /// Moves the view to `window`, unless part of it is on the screen.
    fn bring_into_view(&mut self, window: Window, events: Events) {
        if !self.viewport.window.touches(window) {
            self.centre_on(window.first, events);
        }
    }

    /// Puts the cursor on `event` from anywhere, so that one can go back.
    pub(super) fn jump_to(&mut self, event: EventIdx, events: Events) {
        if let Some(from) = self.here().filter(|it| it.event != event) {
            self.jumps.back.retain(|it| it.event != from.event);
            self.jumps.keep(from, JUMPS);
        }
        self.go_to(event, events);
    }

    /// Returns the place from which a jump would begin.
    fn here(&self) -> Option<Jump> {
        let (viewport, lane) = (self.viewport, self.lane);
        self.cursor.map(|event| Jump { event, viewport, lane })
    }

    /// Pans so that the cursor's event is on the screen, and scrolls lanes and list to it.
    pub(super) fn reveal(&mut self, events: Events) {
        if let Some(bounds) = self.cursor.and_then(|it| events.catalog.bounds(it)) {
            // A long span that covers the screen is in view wherever it began.
            if !bounds.window().touches(self.viewport.window) {
                self.centre_on(bounds.anchor(), events);
            }
        }
        self.settle(events);
    }

    /// Brings the cursor's lane and the scroll positions in step with the cursor.
    pub(super) fn settle(&mut self, events: Events) {
        let Events { shown, lanes, .. } = events;
        let panes = self.panes();
        if let Some(cursor) = self.cursor {
            if !lanes.holds(self.lane, cursor) {
                self.lane = lanes.lane_of(cursor).unwrap_or(self.lane);
            }
            let height = usize::from(panes.list.height.saturating_sub(1));
            self.list_top = top(shown.rank(cursor), self.list_top, height, shown.len());
        }
        self.lane = self.lane.min(lanes.each.len().saturating_sub(1));
        self.lane_top = top(self.lane, self.lane_top, usize::from(panes.lanes.height), lanes.each.len());
    }

    /// Takes `viewport` as the view, and remembers the one before for swapping.
    pub(super) fn set_viewport(&mut self, viewport: Viewport) {
        if viewport != self.viewport {
            self.other_viewport = self.viewport;
            self.viewport = viewport;
        }
    }

    /// Returns everything that undo would bring back.
    pub(super) fn snapshot(&self, find: &Find) -> Snapshot {
        Snapshot {
            filter: find.filter.clone(),
            viewport: self.viewport,
            gaps: self.gaps,
            cursor: self.cursor,
            lanes_by: find.lanes_by,
            detail: self.detail,
            layout: self.layout,
            selection: self.selection.clone(),
            cursor_id: None,
        }
    }

    /// Keeps `before` for undo, if what is shown has changed since.
    pub(super) fn keep(&mut self, before: Option<Snapshot>, find: &Find) {
        if let Some(before) = before.filter(|it| it.differs(&self.snapshot(find))) {
            self.keep_step(before);
        }
    }

    /// Keeps `before` for undo.
    pub(super) fn keep_step(&mut self, before: Snapshot) {
        // What was done in two steps may be kept by both.
        if self.history.back.last() != Some(&before) {
            self.history.keep(before, STEPS);
        }
    }
}

/// Returns the middle of a stretch of time.
pub(super) fn middle(window: Window) -> Instant {
    window.first.plus((window.last.since(window.first) / 2).min(i128::from(i64::MAX)) as i64)
}
