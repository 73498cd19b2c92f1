//! How much time is on the screen, and which.

use crate::{
    app::{find::Events, notice::Notice},
    catalog::EventIdx,
    chronology::{Instant, Window},
    layout::{Gaps, Unit, Viewport, Zoom, tick_millis},
};

use super::{Look, selection::Grip};

/// How often a folded picture is moved to put an instant in its column: each time other gaps may fold.
const TRIES: usize = 4;

impl Look {
    /// Zooms in by `steps` halvings, or out where it is negative, around the cursor: its event keeps its column.
    pub(in crate::app) fn zoom(&mut self, steps: isize, events: Events) {
        self.zoom_around(steps, self.zoom_centre(events), events);
    }

    /// Zooms in by `steps` halvings, or out where it is negative, around an instant, which keeps its column.
    pub(in crate::app) fn zoom_around(&mut self, steps: isize, around: Instant, events: Events) {
        let column = self.scale(events).visible(around);
        let widest = events.whole;
        let mut viewport = self.viewport;
        let zoom = if steps > 0 { Zoom { times: 1, over: 2 } } else { Zoom { times: 2, over: 1 } };
        for _ in 0..steps.unsigned_abs().min(64) {
            viewport = viewport.zoom(zoom, around, widest.window, self.plot_columns(events.lanes));
        }
        self.set_viewport(viewport);
        if let Some(column) = column {
            self.hold(around, column, events);
        }
        self.settle(events);
    }

    /// Moves a picture with folds so that `at` stands in `column`, or as near to it as the unfolded columns allow.
    ///
    /// Without folds it stands there already. With them, what is moved is the unfolded viewport, and what folds in it may change
    /// on the way: a few tries come close.
    pub(in crate::app) fn hold(&mut self, at: Instant, column: u16, events: Events) {
        if self.gaps == Gaps::Shown {
            return;
        }
        let columns = self.plot_columns(events.lanes);
        for _ in 0..TRIES {
            let scale = self.scale(events);
            let off = i128::from(scale.column(at)) - i128::from(column);
            let by = off.saturating_mul(scale.step()) / self.viewport.scale(columns).step();
            if by == 0 {
                return;
            }
            let by = by.clamp(-i128::from(columns), i128::from(columns)) as i64;
            self.viewport = self.viewport.pan(by, columns);
        }
    }

    /// Folds long gaps, or unfolds them.
    pub(in crate::app) fn fold_gaps(&mut self, events: Events) -> Notice {
        self.gaps = match self.gaps {
            Gaps::Shown => Gaps::Folded,
            Gaps::Folded => Gaps::Shown,
        };
        let words = match (self.gaps, self.scale(events).folds().len()) {
            (Gaps::Shown, _) => "gaps are as long as they are".to_owned(),
            (Gaps::Folded, 0) => "gaps of more than a tenth of the screen fold: there is none now".to_owned(),
            (Gaps::Folded, 1) => "a gap is folded".to_owned(),
            (Gaps::Folded, n) => format!("{n} gaps are folded"),
        };
        self.settle(events);
        Notice::info(words)
    }

    /// Shows about one `unit` around the cursor.
    pub(in crate::app) fn zoom_to(&mut self, unit: Unit, events: Events) {
        let viewport = Viewport { window: unit.around(self.zoom_centre(events)) };
        self.set_viewport(viewport);
        self.settle(events);
    }

    /// Returns the instant that a zoom leaves in its place: where the cursor's event is drawn.
    fn zoom_centre(&self, events: Events) -> Instant {
        let window = self.viewport.window;
        let middle = window.first.plus((window.millis() / 2).min(i128::from(i64::MAX)) as i64);
        let bounds = self.cursor.and_then(|it| events.catalog.bounds(it));
        if let Some(it) = bounds.filter(|it| it.earliest.is_end() != it.latest.is_end()) {
            // Of what has one end, that is the only one that there is to look at.
            return it.anchor();
        }
        match self.cursor_window(events.catalog) {
            // What is partly off the screen is held by the middle of what is on it.
            Some(it) if it.touches(window) => {
                let (first, last) = (it.first.max(window.first), it.last.min(window.last));
                first.plus((last.since(first) / 2) as i64)
            }
            _ => middle,
        }
    }

    /// Fits every shown event.
    pub(in crate::app) fn fit_all(&mut self, events: Events) {
        let viewport = events.shown.extent().map_or_else(|| events.whole, Viewport::fit);
        self.set_viewport(viewport);
        self.settle(events);
    }

    /// Fits the range, or else the marked events, or else the cursor's event. What is fitted already gets three times the room.
    pub(in crate::app) fn fit_selection(&mut self, events: Events) {
        let range = self.selection.range.map(|it| it.window());
        let marked = || events.catalog.extent_of(&self.selection.marked);
        let Some(window) = range.or_else(marked).or_else(|| self.cursor_window(events.catalog)) else { return };
        let viewport = Viewport::fit(window);
        if viewport == self.viewport {
            let middle = window.first.plus((window.last.since(window.first) / 2) as i64);
            let wider = viewport.zoom(Zoom { times: 3, over: 1 }, middle, window, self.plot_columns(events.lanes));
            self.set_viewport(wider);
        } else {
            self.set_viewport(viewport);
        }
        self.settle(events);
    }

    /// Pans by `ticks` of the axis; extends the range by them instead where one is on.
    pub(in crate::app) fn pan_ticks(&mut self, ticks: i64, events: Events) {
        let columns = self.plot_columns(events.lanes);
        // With folds the picture has more time in a column than what is moved, which is the unfolded viewport.
        let tick = i128::from(tick_millis(&self.scale(events))) / self.viewport.scale(columns).step();
        let panned = self.viewport.pan(ticks.saturating_mul(tick.max(1) as i64), columns);
        let millis = panned.window.first.since(self.viewport.scale(columns).window.first);
        let millis = millis.clamp(i128::from(i64::MIN / 4), i128::from(i64::MAX / 4)) as i64;
        if let Some(range) = self.selection.range.as_mut().filter(|it| it.grip == Grip::Held) {
            let move_end = |it: Instant| if it.is_end() { it } else { it.plus(millis) };
            range.head = Window::new(move_end(range.head.first), move_end(range.head.last));
            let head = range.head;
            if !self.viewport.window.touches(head) {
                self.viewport = self.viewport.centred(head.first, columns);
            }
            return;
        }
        self.pan_to(panned, events);
    }

    /// Pans by `screens`, keeping a tenth of the old screen in sight.
    pub(in crate::app) fn pan_screens(&mut self, screens: i64, events: Events) {
        let panned = self.viewport.pan_percent(screens.clamp(-1000, 1000) * 90, self.plot_columns(events.lanes));
        self.pan_to(panned, events);
    }

    pub(in crate::app) fn pan_to(&mut self, viewport: Viewport, events: Events) {
        self.viewport = viewport;
        self.follow_view(events);
        self.settle(events);
    }

    /// Takes the cursor along when the view has left it: list and detail stay in step with what is on the screen.
    pub(in crate::app) fn follow_view(&mut self, events: Events) {
        let window = self.viewport.window;
        let on_screen = |it| events.catalog.window(it).is_some_and(|it| it.touches(window));
        let Some(cursor) = self.cursor else { return };
        if events.catalog.bounds(cursor).is_none() || on_screen(cursor) {
            return;
        }
        let catalog = &events.catalog;
        // Those that begin on the screen stand together in the order of events; only where there are none does a search for what
        // has begun before and still lasts pay.
        let first = EventIdx(catalog.begun_by(window.first.plus(-1)) as u32);
        let end = EventIdx(catalog.begun_by(window.last) as u32);
        let begins = if cursor < first {
            events.shown.nth(events.shown.rank(first)).filter(|it| *it < end)
        } else {
            events.shown.possibly.prev_before(end).filter(|it| first <= *it)
        };
        let nearest = begins.or_else(|| {
            let ids = catalog.touching(window).intersect(&events.shown.possibly);
            ids.next_after(cursor).or_else(|| ids.prev_before(cursor))
        });
        if let Some(nearest) = nearest {
            self.cursor = Some(nearest);
            self.detail_top = 0;
        }
    }

    /// Moves the cursor's event to the middle of the screen.
    pub(in crate::app) fn centre(&mut self, events: Events) {
        if let Some(window) = self.cursor_window(events.catalog) {
            let middle = window.first.plus((window.last.since(window.first) / 2) as i64);
            self.viewport = self.viewport.centred(middle, self.plot_columns(events.lanes));
            self.hold(middle, self.plot_columns(events.lanes) / 2, events);
        }
    }

    /// Goes back to the zoom before the last change.
    pub(in crate::app) fn swap_zoom(&mut self, events: Events) {
        std::mem::swap(&mut self.viewport, &mut self.other_viewport);
        self.settle(events);
    }
}
