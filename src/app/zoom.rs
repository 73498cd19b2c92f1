//! How much time is on the screen, and which.

use crate::{
    catalog::EventIdx,
    chronology::{Instant, Window},
    layout::{Gaps, Pan, Unit, Viewport, Zoom, tick_millis},
};

use super::{notice::Notice, select::Grip, state::State};

/// How often a folded picture is moved to put an instant in its column: each time other gaps may fold.
const TRIES: usize = 4;

impl State {
    /// Takes `viewport` as the view, and remembers the one before for swapping.
    pub fn set_viewport(&mut self, viewport: Viewport) {
        if viewport != self.view.viewport {
            self.view.other_viewport = self.view.viewport;
            self.view.viewport = viewport;
        }
    }

    /// Zooms in by `steps` halvings, or out where it is negative, around the cursor: its event keeps its column.
    pub fn zoom(&mut self, steps: isize) {
        self.zoom_around(steps, self.zoom_centre());
    }

    /// Zooms in by `steps` halvings, or out where it is negative, around an instant, which keeps its column.
    pub(super) fn zoom_around(&mut self, steps: isize, around: Instant) {
        let column = self.scale().visible(around);
        let widest = self.whole();
        let mut viewport = self.view.viewport;
        let zoom = if steps > 0 { Zoom { times: 1, over: 2 } } else { Zoom { times: 2, over: 1 } };
        for _ in 0..steps.unsigned_abs().min(64) {
            viewport = viewport.zoom(zoom, around, widest.window, self.plot_columns());
        }
        self.set_viewport(viewport);
        if let Some(column) = column {
            self.hold(around, column);
        }
        self.settle();
    }

    /// Moves a picture with folds so that `at` stands in `column`, or as near to it as the unfolded columns allow.
    ///
    /// Without folds it stands there already. With them, what is moved is the unfolded viewport, and what folds in it may change
    /// on the way: a few tries come close.
    pub(super) fn hold(&mut self, at: Instant, column: u16) {
        if self.view.gaps == Gaps::Shown {
            return;
        }
        let columns = self.plot_columns();
        for _ in 0..TRIES {
            let scale = self.scale();
            let off = i128::from(scale.column(at)) - i128::from(column);
            let by = off.saturating_mul(scale.step()) / self.view.viewport.scale(columns).step();
            if by == 0 {
                return;
            }
            let by = by.clamp(-i128::from(columns), i128::from(columns)) as i64;
            self.view.viewport = self.view.viewport.pan(Pan::Columns(by), columns);
        }
    }

    /// Folds long gaps, or unfolds them.
    pub fn fold_gaps(&mut self) {
        self.view.gaps = match self.view.gaps {
            Gaps::Shown => Gaps::Folded,
            Gaps::Folded => Gaps::Shown,
        };
        let words = match (self.view.gaps, self.scale().folds().len()) {
            (Gaps::Shown, _) => "gaps are as long as they are".to_owned(),
            (Gaps::Folded, 0) => "gaps of more than a tenth of the screen fold: there is none now".to_owned(),
            (Gaps::Folded, 1) => "a gap is folded".to_owned(),
            (Gaps::Folded, n) => format!("{n} gaps are folded"),
        };
        self.notice = Some(Notice::info(words));
        self.settle();
    }

    /// Shows about one `unit` around the cursor.
    pub fn zoom_to(&mut self, unit: Unit) {
        let viewport = Viewport::of_unit(unit, self.zoom_centre());
        self.set_viewport(viewport);
        self.settle();
    }

    /// Returns the instant that a zoom leaves in its place: where the cursor's event is drawn.
    fn zoom_centre(&self) -> Instant {
        let window = self.view.viewport.window;
        let middle = window.first.plus((window.millis() / 2).min(i128::from(i64::MAX)) as i64);
        let bounds = self.view.cursor.and_then(|it| self.data.catalog.bounds(it));
        if let Some(it) = bounds.filter(|it| it.earliest.is_end() != it.latest.is_end()) {
            // Of what has one end, that is the only one that there is to look at.
            return it.anchor();
        }
        match self.cursor_window() {
            // What is partly off the screen is held by the middle of what is on it.
            Some(it) if it.touches(window) => {
                let (first, last) = (it.first.max(window.first), it.last.min(window.last));
                first.plus((last.since(first) / 2) as i64)
            }
            _ => middle,
        }
    }

    /// Fits every shown event.
    pub fn fit_all(&mut self) {
        let viewport = self.shown.extent().map_or_else(|| self.whole(), Viewport::fit);
        self.set_viewport(viewport);
        self.settle();
    }

    /// Fits the range, or else the marked events, or else the cursor's event. What is fitted already gets three times the room.
    pub fn fit_selection(&mut self) {
        let range = self.selection.range.map(|it| it.window());
        let marked = || self.data.catalog.extent_of(&self.selection.marked);
        let Some(window) = range.or_else(marked).or_else(|| self.cursor_window()) else { return };
        let viewport = Viewport::fit(window);
        if viewport == self.view.viewport {
            let middle = window.first.plus((window.last.since(window.first) / 2) as i64);
            let wider = viewport.zoom(Zoom { times: 3, over: 1 }, middle, window, self.plot_columns());
            self.set_viewport(wider);
        } else {
            self.set_viewport(viewport);
        }
        self.settle();
    }

    /// Pans by `ticks` of the axis; extends the range by them instead where one is on.
    pub fn pan_ticks(&mut self, ticks: i64) {
        let columns = self.plot_columns();
        let panned = match self.view.gaps {
            Gaps::Shown => self.view.viewport.pan(Pan::Ticks(ticks), columns),
            Gaps::Folded => {
                let tick = i128::from(tick_millis(&self.scale())) / self.view.viewport.scale(columns).step();
                self.view.viewport.pan(Pan::Columns(ticks.saturating_mul(tick.max(1) as i64)), columns)
            }
        };
        let millis = panned.window.first.since(self.view.viewport.scale(columns).window.first);
        let millis = millis.clamp(i128::from(i64::MIN / 4), i128::from(i64::MAX / 4)) as i64;
        if let Some(range) = self.selection.range.as_mut().filter(|it| it.grip == Grip::Held) {
            let move_end = |it: Instant| if it.is_end() { it } else { it.plus(millis) };
            range.head = Window::new(move_end(range.head.first), move_end(range.head.last));
            let head = range.head;
            if !self.view.viewport.window.touches(head) {
                self.view.viewport = self.view.viewport.centred(head.first, columns);
            }
            return;
        }
        self.pan_to(panned);
    }

    /// Pans by `screens`, keeping a tenth of the old screen in sight.
    pub fn pan_screens(&mut self, screens: i64) {
        let panned = self.view.viewport.pan(Pan::Percent(screens.clamp(-1000, 1000) * 90), self.plot_columns());
        self.pan_to(panned);
    }

    pub(super) fn pan_to(&mut self, viewport: Viewport) {
        self.view.viewport = viewport;
        self.follow_view();
        self.settle();
    }

    /// Takes the cursor along when the view has left it: list and detail stay in step with what is on the screen.
    pub(super) fn follow_view(&mut self) {
        let window = self.view.viewport.window;
        let on_screen = |it| self.data.catalog.window(it).is_some_and(|it| it.touches(window));
        let Some(cursor) = self.view.cursor else { return };
        if self.data.catalog.bounds(cursor).is_none() || on_screen(cursor) {
            return;
        }
        let catalog = &self.data.catalog;
        // Those that begin on the screen stand together in the order of events; only where there are none does a search for what
        // has begun before and still lasts pay.
        let first = EventIdx(catalog.begun_by(window.first.plus(-1)) as u32);
        let end = EventIdx(catalog.begun_by(window.last) as u32);
        let begins = if cursor < first {
            self.shown.nth(self.shown.rank(first)).filter(|it| *it < end)
        } else {
            self.shown.possibly.prev_before(end).filter(|it| first <= *it)
        };
        let nearest = begins.or_else(|| {
            let ids = catalog.touching(window).intersect(&self.shown.possibly);
            ids.next_after(cursor).or_else(|| ids.prev_before(cursor))
        });
        if let Some(nearest) = nearest {
            self.view.cursor = Some(nearest);
            self.view.detail_top = 0;
        }
    }

    /// Moves the cursor's event to the middle of the screen.
    pub fn centre(&mut self) {
        if let Some(window) = self.cursor_window() {
            let middle = window.first.plus((window.last.since(window.first) / 2) as i64);
            self.view.viewport = self.view.viewport.centred(middle, self.plot_columns());
            self.hold(middle, self.plot_columns() / 2);
        }
    }

    /// Goes back to the zoom before the last change.
    pub fn swap_zoom(&mut self) {
        std::mem::swap(&mut self.view.viewport, &mut self.view.other_viewport);
        self.settle();
    }
}
