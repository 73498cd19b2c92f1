//! From event to event, and the view that follows the cursor.

use crate::{
    catalog::EventIdx,
    chronology::{Instant, Window},
    layout::{Pane, top},
};

use super::{
    select::{Grip, Range},
    state::State,
    way::Way,
};

/// Events before a date that are looked at to find the one nearest to it.
const LOOKED_BACK: usize = 5000;
/// Rows of a lane's page: lanes are read one at a time.
const LANES_A_PAGE: isize = 5;

impl State {
    /// Puts the cursor on `event`, brings it into view, and draws the range to it where one is on.
    pub fn go_to(&mut self, event: EventIdx) {
        self.view.cursor = Some(event);
        self.view.detail_top = 0;
        self.extend_range();
        self.reveal();
    }

    /// Goes `steps` shown events on, or back where it is negative.
    pub fn step(&mut self, steps: isize) {
        let Some(mut at) = self.view.cursor else { return };
        for _ in 0..steps.unsigned_abs() {
            let next = if steps > 0 { self.shown.possibly.next_after(at) } else { self.shown.possibly.prev_before(at) };
            let Some(next) = next else { break };
            at = next;
        }
        self.go_to(at);
    }

    /// Goes `steps` events on along the cursor's lane, or back where it is negative.
    pub fn step_in_lane(&mut self, steps: isize) {
        let Some(mut at) = self.view.cursor else { return };
        for _ in 0..steps.unsigned_abs() {
            let lane = self.view.lane;
            let next = if steps > 0 { self.lanes.next_in_lane(lane, at) } else { self.lanes.prev_in_lane(lane, at) };
            let Some(next) = next else { break };
            at = next;
        }
        let lane = self.view.lane;
        self.go_to(at);
        self.view.lane = lane;
    }

    /// Goes down by `steps`: rows in the list, lanes in the timeline, lines in the detail.
    pub fn step_down(&mut self, steps: isize) {
        match self.view.focus {
            Pane::List => self.step(steps),
            Pane::Detail => self.scroll_detail(steps),
            Pane::Timeline => self.step_lane(steps),
        }
    }

    /// Goes down by pages, or by halves of one.
    pub fn page_down(&mut self, halves: isize) {
        let rows = |height: u16| (halves * (height.max(2) as isize) / 2).clamp(-10_000, 10_000);
        let panes = self.panes();
        match self.view.focus {
            Pane::List => self.step(rows(panes.list.height)),
            Pane::Detail => self.scroll_detail(rows(panes.detail.height)),
            Pane::Timeline => self.step_lane(halves * LANES_A_PAGE / 2),
        }
    }

    /// Goes to the nearest event in time on a lane further down, passing over lanes without one.
    fn step_lane(&mut self, steps: isize) {
        self.go_to_lane(self.view.lane.saturating_add_signed(steps).min(self.lanes.len().saturating_sub(1)));
    }

    /// Goes to the nearest event in time on the lane number `target`.
    pub(super) fn go_to_lane(&mut self, target: usize) {
        let at = self.view.cursor.and_then(|it| self.data.catalog.bounds(it)).map(|it| it.anchor());
        // An undated event stands on no lane: from it, the first lane is the next.
        let event = self.lanes.nearest_in_lane(&self.data.catalog, target, at.unwrap_or(Instant::MAX));
        if let Some(event) = event {
            self.view.cursor = Some(event);
            self.view.lane = target;
            self.view.detail_top = 0;
            self.extend_range();
            self.reveal();
            self.view.lane = target;
        }
    }

    /// Goes to the first shown event, or to the last.
    pub fn go_to_end(&mut self, way: Way) {
        let event = match way {
            Way::Back => self.shown.possibly.first(),
            Way::Forward => self.shown.possibly.last(),
        };
        if let Some(event) = event {
            self.jump_to(event);
        }
    }

    /// Goes to the shown event nearest to `at`, and puts `at` in view.
    pub fn go_to_instant(&mut self, at: Instant) {
        let distance = |it: &EventIdx| {
            let window = self.data.catalog.bounds(*it).map(|it| it.window());
            window.map_or(i128::MAX, |it| {
                if it.contains(at) { 0 } else { it.first.since(at).abs().min(it.last.since(at).abs()) }
            })
        };
        // Of several that hold the date, the narrowest says most about it.
        let breadth = |it: &EventIdx| self.data.catalog.bounds(*it).map_or(i128::MAX, |it| it.window().millis());
        // What begins later is farther the later it begins; what has begun before may still last, so that some way back is
        // looked at as well.
        let begun = self.shown.rank(EventIdx(self.data.catalog.begun_by(at) as u32));
        let from = begun.saturating_sub(LOOKED_BACK);
        let candidates = self.shown.from(from).take(begun - from + 1);
        let nearest = candidates.min_by_key(|it| (distance(it), breadth(it)));
        if let Some(event) = nearest {
            self.jump_to(event);
        }
        if !self.view.viewport.window.contains(at) {
            self.view.viewport = self.view.viewport.centred(at, self.plot_columns());
        }
    }

    /// Goes to the event after the next silence of at least a tenth of the screen, or before the previous one.
    pub fn go_to_gap(&mut self, way: Way) {
        let least = self.view.viewport.window.millis() / 10;
        let Some(mut at) = self.view.cursor else { return };
        loop {
            let next = match way {
                Way::Forward => self.shown.possibly.next_after(at),
                Way::Back => self.shown.possibly.prev_before(at),
            };
            let Some(next) = next else { return };
            let silence = match (self.data.catalog.bounds(at), self.data.catalog.bounds(next)) {
                (Some(a), Some(b)) if way == Way::Forward => b.earliest.since(a.latest),
                (Some(a), Some(b)) => a.earliest.since(b.latest),
                _ => 0,
            };
            at = next;
            if silence >= least {
                return self.jump_to(at);
            }
        }
    }

    /// Scrolls the detail by `lines`. Drawing stops at its end.
    pub fn scroll_detail(&mut self, lines: isize) {
        self.view.detail_top = self.view.detail_top.saturating_add_signed(lines).min(9999);
    }

    /// Draws the range to the cursor.
    fn extend_range(&mut self) {
        let window = self.cursor_window();
        if let (Some(range), Some(head)) = (&mut self.selection.range, window)
            && range.grip == Grip::Held
        {
            range.head = head;
        }
    }

    /// Begins a range at the cursor, or ends the one that is on.
    pub fn toggle_range(&mut self) {
        self.selection.range = match self.selection.range {
            Some(_) => None,
            None => self.cursor_window().map(Range::at),
        };
    }

    /// Returns the stretch of time that the cursor's event can lie in, open ends cut off at the store's.
    pub fn cursor_window(&self) -> Option<Window> {
        let bounds = self.data.catalog.bounds(self.view.cursor?)?;
        let extent = self.data.catalog.extent().unwrap_or(Window::ALL);
        let first = if bounds.earliest == Instant::MIN { extent.first.min(bounds.latest) } else { bounds.earliest };
        let last = if bounds.latest == Instant::MAX { extent.last.max(bounds.earliest) } else { bounds.latest };
        Some(Window::new(first, last))
    }

    /// Pans so that the cursor's event is on the screen, and scrolls lanes and list to it.
    pub fn reveal(&mut self) {
        if let Some(bounds) = self.view.cursor.and_then(|it| self.data.catalog.bounds(it)) {
            let window = self.view.viewport.window;
            // A long span that covers the screen is in view wherever it began.
            if !bounds.window().touches(window) {
                self.view.viewport = self.view.viewport.centred(bounds.anchor(), self.plot_columns());
            }
        }
        self.settle();
    }

    /// Brings the cursor's lane and the scroll positions in step with the cursor.
    pub fn settle(&mut self) {
        let panes = self.panes();
        if let Some(cursor) = self.view.cursor {
            if !self.lanes.holds(self.view.lane, cursor) {
                self.view.lane = self.lanes.lane_of(cursor).unwrap_or(self.view.lane);
            }
            let row = self.shown.rank(cursor);
            let height = usize::from(panes.list.height.saturating_sub(1));
            self.view.list_top = top(row, self.view.list_top, height, self.shown.len());
        }
        self.view.lane = self.view.lane.min(self.lanes.len().saturating_sub(1));
        let height = usize::from(panes.lanes.height);
        self.view.lane_top = top(self.view.lane, self.view.lane_top, height, self.lanes.len());
    }
}
