//! The range while it is drawn: its lanes, its two ends, and the events that they fall on.

use crate::{catalog::EventIdx, chronology::Window};

use super::{notice::Notice, select::Range, state::State};

impl State {
    pub(super) fn swap_range_ends(&mut self) {
        let Some(range) = &mut self.selection.range else { return };
        range.swap();
        let head = range.head;
        // Events with this window stand together in the order of events, after those that begin before it.
        let first = self.data.catalog.begun_by(head.first.plus(-1));
        let begun = self.data.catalog.begun_by(head.first);
        let at = {
            let events = self.shown.from(self.shown.rank(EventIdx(first as u32)));
            let mut events = events.take_while(|it| it.index() < begun);
            events.find(|it| self.data.catalog.window(*it) == Some(head))
        };
        if let Some(event) = at {
            self.go_to(event);
        } else if !self.view.viewport.window.touches(head) {
            self.view.viewport = self.view.viewport.centred(head.first, self.plot_columns());
        }
    }

    /// Picks the cursor's lane for the range, or leaves it out again.
    pub(super) fn pick_lane(&mut self) {
        let Some(lane) = self.lanes.iter().nth(self.view.lane) else { return };
        let key = lane.key.clone();
        if !self.selection.lanes.remove(&key) {
            self.selection.lanes.insert(key);
        }
        if self.selection.range.is_none() {
            self.toggle_range();
        }
    }

    /// Puts the cursor on the first event that begins in the range, or else on the first that lies in it.
    pub(super) fn enter_range(&mut self) {
        let Some(window) = self.selection.range.map(|it| it.window()) else { return };
        let begun = self.data.catalog.begun_by(window.first.plus(-1));
        let begins = self.shown.nth(self.shown.rank(EventIdx(begun as u32)));
        let is_in = |it: &EventIdx| self.data.catalog.window(*it).is_some_and(|it| it.first <= window.last);
        if let Some(event) = begins.filter(is_in).or_else(|| self.in_range()?.first()) {
            self.view.cursor = Some(event);
            self.view.detail_top = 0;
        }
        self.settle();
    }

    /// Moves the ends of the range to those of the events in it, so that it says no more than they do.
    pub(super) fn snap_range(&mut self) {
        let (Some(ids), Some(range)) = (self.in_range(), self.selection.range) else { return };
        let window = range.window();
        let catalog = &self.data.catalog;
        // What goes on beyond the range, or began before it, does not widen it.
        let inside = |it: &EventIdx| catalog.window(*it).filter(|it| window.covers(*it));
        let windows: Vec<Window> = ids.iter().filter_map(|it| inside(&it)).collect();
        let first = windows.iter().map(|it| it.first).min();
        let last = windows.iter().map(|it| it.last).max();
        match first.zip(last) {
            Some((first, last)) => self.selection.range = Some(Range::between(Window::new(first, last))),
            None => self.notice = Some(Notice::warning("no event lies wholly in the range")),
        }
    }
}
