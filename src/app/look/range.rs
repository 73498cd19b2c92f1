//! The range while it is drawn: its lanes, its two ends, and the events that they fall on.

use crate::{
    app::{find::Events, msg::Notice},
    catalog::{EventIdx, IdSet},
    chronology::Window,
};

use super::{Look, selection::Range};

impl Look {
    /// Returns the shown events that may lie in the range, on the lanes picked for it; nothing while there is no range.
    pub fn in_range(&self, events: Events) -> Option<IdSet> {
        let window = self.selection.range?.window();
        let mut ids = events.catalog.touching(window);
        ids.intersect_with(&events.shown.possibly);
        if !self.selection.lanes.is_empty() {
            let mut on_lanes = IdSet::new(events.catalog.len());
            for lane in events.lanes.each.iter().filter(|it| self.selection.lanes.contains(&it.key)) {
                lane.ids.iter().for_each(|it| on_lanes.insert(*it));
            }
            ids.intersect_with(&on_lanes);
        }
        Some(ids)
    }

    /// Begins a range at the cursor, or ends the one that is on.
    pub(in crate::app) fn toggle_range(&mut self, events: Events) {
        self.selection.range = match self.selection.range {
            Some(_) => None,
            None => self.cursor_window(events.catalog).map(Range::at),
        };
    }

    /// Makes the other end of the range the one that moves, and goes there.
    pub(in crate::app) fn swap_range_ends(&mut self, events: Events) {
        let Some(range) = &mut self.selection.range else { return };
        range.swap();
        let (head, catalog) = (range.head, events.catalog);
        // Events with this window stand in it.
        let first = catalog.begun_by(head.first.plus(-1));
        let begun = catalog.begun_by(head.last);
        let candidates = events.shown.from(events.shown.rank(EventIdx(first as u32)));
        let mut candidates = candidates.take_while(|it| it.index() < begun);
        if let Some(event) = candidates.find(|it| catalog.window(*it) == Some(head)) {
            self.go_to(event, events);
        } else {
            self.bring_into_view(head, events);
        }
    }

    /// Picks the cursor's lane for the range, or leaves it out again.
    pub(in crate::app) fn pick_lane(&mut self, events: Events) {
        let Some(lane) = events.lanes.each.get(self.lane) else { return };
        if !self.selection.lanes.remove(&lane.key) {
            self.selection.lanes.insert(lane.key.clone());
        }
        if self.selection.range.is_none() {
            self.toggle_range(events);
        }
    }

    /// Takes `window` as the range, fits it, and puts the cursor on the first event that begins in it, or else on the first that
    /// lies in it.
    pub(in crate::app) fn set_range(&mut self, window: Window, events: Events) {
        self.selection.range = Some(Range::between(window));
        let begun = events.catalog.begun_by(window.first.plus(-1));
        let begins = events.shown.nth(events.shown.rank(EventIdx(begun as u32)));
        let is_in = |it: &EventIdx| events.catalog.window(*it).is_some_and(|it| it.first <= window.last);
        if let Some(event) = begins.filter(is_in).or_else(|| self.in_range(events)?.first()) {
            self.put_cursor(event);
        }
    }

    /// Moves the ends of the range to those of the events in it, so that it says no more than they do.
    pub(in crate::app) fn snap_range(&mut self, events: Events) -> Option<Notice> {
        let (ids, range) = self.in_range(events).zip(self.selection.range)?;
        let window = range.window();
        // What goes on beyond the range, or began before it, does not widen it.
        let inside = ids.iter().filter_map(|it| events.catalog.window(it).filter(|it| window.covers(*it)));
        let windows: Vec<Window> = inside.collect();
        let first = windows.iter().map(|it| it.first).min();
        let last = windows.iter().map(|it| it.last).max();
        match first.zip(last) {
            Some((first, last)) => self.selection.range = Some(Range::between(Window::new(first, last))),
            None => return Some(Notice::warning("no event lies wholly in the range")),
        }
        None
    }
}
