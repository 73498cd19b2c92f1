//! The part of time that is on screen, and how it moves.
//!
//! A viewport is drawn on a grid: every column holds the same whole number of milliseconds, and the first begins at a multiple
//! of it. So panning by columns moves every bar by exactly as many cells, and none changes its length on the way.

use crate::chronology::{Instant, MINUTE, SECOND, Window};

use super::scale::Scale;

/// The part of time that is on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Viewport {
    /// What it shows, from edge to edge.
    pub window: Window,
}

/// By how much more time to show: two thirds is zooming in, two is zooming out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Zoom {
    /// Times this.
    pub times: u32,
    /// Divided by this.
    pub over: u32,
}

/// A fitted window has a margin on either side of one part in this many.
const MARGIN: i128 = 40;
/// Columns from which on that margin is wider than a column, so that what is fitted is on the screen wherever the grid lies.
const WIDE: u16 = MARGIN as u16 + 2;
/// The least time in a column.
const LEAST_STEP: i128 = SECOND as i128;
const AXIS: i128 = 1 << 64;

impl Viewport {
    /// Returns the viewport that shows all of `window` with a small margin on either side, and no less than a minute.
    pub fn fit(window: Window) -> Self {
        let margin = (window.millis() / MARGIN).max((i128::from(MINUTE) - window.millis()) / 2 + 1);
        let margin = i64::try_from(margin).unwrap_or(i64::MAX);
        Self { window: Window::new(window.first.plus(-margin), window.last.plus(margin)) }
    }

    /// Returns the scale that it is drawn with: its window, brought onto the grid.
    ///
    /// The grid moves the left edge by less than a column. A column holds a second at the least.
    pub fn scale(self, columns: u16) -> Scale {
        let n = i128::from(columns.max(1));
        let wanted = (self.window.millis() + n - 1) / n;
        let at = |step: i128| Self::on_grid(step, i128::from(self.window.first.0).div_euclid(step), columns);
        let mut viewport = at(wanted.max(LEAST_STEP));
        if wanted < LEAST_STEP {
            let middle = i128::from(self.window.first.0) + self.window.millis() / 2;
            viewport = Self::on_grid(LEAST_STEP, middle.div_euclid(LEAST_STEP) - n / 2, columns);
        } else if 2 <= n && columns < WIDE && !viewport.window.covers(self.window) {
            // The grid would push what is at the right edge off the screen.
            viewport = at((self.window.millis() + n - 2) / (n - 1));
        }
        Scale::new(viewport.window, columns)
    }

    /// Returns the viewport that shows `zoom` times as much, with `around` in the column that it was in.
    ///
    /// If `around` is off screen the middle of the screen stays. It ends at a second a column, and at twice of what lies
    /// between the ends of `extent` and the screen's middle.
    #[must_use]
    pub fn zoom(self, zoom: Zoom, around: Instant, extent: Window, columns: u16) -> Self {
        let scale = self.scale(columns);
        let middle = i64::from(columns / 2);
        let (around, column) = match scale.visible(around) {
            Some(column) => (around, i128::from(column)),
            None => (scale.start_of(middle), i128::from(middle)),
        };
        let n = i128::from(columns.max(1));
        let (times, over) = (i128::from(zoom.times.max(1)), i128::from(zoom.over.max(1)));
        let all = Window { first: extent.first.min(around), last: extent.last.max(around) };
        let most = (2 * all.millis()).min(AXIS) / n;
        // Zooming in never widens, and zooming out never narrows, however far the screen is from its limits.
        let most = most.max(scale.step()).max(LEAST_STEP);
        let step = ((scale.step() * times + over / 2) / over).clamp(LEAST_STEP, most);
        Self::on_grid(step, i128::from(around.0).div_euclid(step) - column, columns)
    }

    /// Returns the viewport moved by whole columns, less than zero towards the past; it stops at the ends of the axis.
    #[must_use]
    pub fn pan(self, by: i64, columns: u16) -> Self {
        let scale = self.scale(columns);
        let step = scale.step();
        Self::on_grid(step, i128::from(scale.window.first.0).div_euclid(step) + i128::from(by), columns)
    }

    /// Returns the viewport moved by percents of the screen, a column at the least.
    #[must_use]
    pub fn pan_percent(self, by: i64, columns: u16) -> Self {
        let moved = by.saturating_mul(i64::from(columns)) / 100;
        self.pan(if moved == 0 { by.signum() } else { moved }, columns)
    }

    /// Returns the viewport, as wide as this one, that has `at` in its middle.
    #[must_use]
    pub fn centred(self, at: Instant, columns: u16) -> Self {
        let step = self.scale(columns).step();
        Self::on_grid(step, i128::from(at.0).div_euclid(step) - i128::from(columns / 2), columns)
    }

    /// Returns the viewport with `step` milliseconds in a column, the first of them `cell` steps from 1970.
    ///
    /// At the ends of the axis the grid is moved inwards, and what is wider than the axis is all of it.
    fn on_grid(step: i128, cell: i128, columns: u16) -> Self {
        let n = i128::from(columns.max(1));
        let (min, max) = (i128::from(i64::MIN), i128::from(i64::MAX));
        let first_cell = -(-min).div_euclid(step);
        let last_cell = (max + 1).div_euclid(step) - n;
        if last_cell < first_cell {
            return Self { window: Window::ALL };
        }
        let first = cell.clamp(first_cell, last_cell) * step;
        Self { window: Window { first: Instant(first as i64), last: Instant((first + n * step - 1) as i64) } }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::chronology::When;

    const IN: Zoom = Zoom { times: 2, over: 3 };
    const OUT: Zoom = Zoom { times: 3, over: 2 };

    fn viewport(when: &str) -> Viewport {
        Viewport { window: when.parse::<When>().expect("a date").bounds().window() }
    }

    fn at(when: &str) -> Instant {
        viewport(when).window.first
    }

    #[test]
    fn fitting_leaves_a_margin() {
        let year = viewport("2013").window;
        let fit = Viewport::fit(year).window;
        assert!(fit.covers(year) && fit != year && fit.millis() < year.millis() * 11 / 10);
        assert!(i128::from(MINUTE) <= Viewport::fit(Window::new(Instant(0), Instant(0))).window.millis());
        assert_eq!(Viewport::fit(Window::ALL).window, Window::ALL);
    }

    #[test]
    fn what_is_fitted_is_on_the_screen() {
        for columns in 2..200 {
            for when in ["2013", "1988-11-05/2025-09-30", "1066/1067-03", "2013-03-04T10:11:12Z"] {
                let window = viewport(when).window;
                let scale = Viewport::fit(window).scale(columns);
                assert!(scale.window.covers(window), "{when} in {columns}: {scale:?}");
            }
        }
    }

    #[test]
    fn zooming_ends_at_a_second_and_at_twice_the_extent() {
        let extent = viewport("2011/2013").window;
        let (mut near, mut far) = (Viewport::fit(extent), Viewport::fit(extent));
        for _ in 0..200 {
            near = near.zoom(IN, at("2012"), extent, 100);
            far = far.zoom(OUT, at("2012"), extent, 100);
        }
        assert_eq!(near.window.millis(), 100 * i128::from(SECOND));
        assert!(far.window.millis() <= 2 * extent.millis());
        assert!(extent.millis() * 19 / 10 <= far.window.millis());
    }

    fn instants() -> impl Strategy<Value = Instant> {
        prop_oneof![any::<i64>(), -100_000_000_000_000..100_000_000_000_000_i64, Just(i64::MIN), Just(i64::MAX)]
            .prop_map(Instant)
    }

    proptest! {
        #[test]
        fn nothing_panics_and_the_grid_is_kept(
            (a, b, c) in (instants(), instants(), instants()),
            by in any::<i64>(), columns in 0..300_u16, times in any::<u32>(), over in any::<u32>(),
        ) {
            let view = Viewport { window: Window::new(a, b) };
            let extent = Window::new(b, c);
            let views = [
                Viewport::fit(view.window),
                view.zoom(Zoom { times, over }, c, extent, columns),
                view.pan(by, columns),
                view.pan_percent(by, columns),
                view.centred(c, columns),
            ];
            for it in views {
                let scale = it.scale(columns);
                prop_assert_eq!(Viewport { window: scale.window }.scale(columns), scale);
                prop_assert!(scale.window == Window::ALL || scale.window.millis() % i128::from(columns.max(1)) == 0);
            }
        }

        #[test]
        fn zooming_keeps_the_column_and_returns(
            first in -60_000_000_000_000..60_000_000_000_000_i64,
            length in 1_000_000_000..10_000_000_000_000_i64,
            columns in 20..300_u16,
            column in 0..300_u16,
        ) {
            let view = Viewport { window: Window::new(Instant(first), Instant(first).plus(length)) };
            let scale = view.scale(columns);
            let around = scale.start_of(i64::from(column % columns));
            for zoom in [IN, OUT] {
                let zoomed = view.zoom(zoom, around, Window::ALL, columns);
                prop_assert_eq!(zoomed.scale(columns).visible(around), Some(column % columns));
                let back = Zoom { times: zoom.over, over: zoom.times };
                let back = zoomed.zoom(back, around, Window::ALL, columns).scale(columns);
                // Each of the two zooms moves the edges to the grid, by less than a column.
                prop_assert!((scale.column(back.window.first)).abs() <= 2);
                prop_assert!((scale.column(back.window.last) - i64::from(columns) + 1).abs() <= 2);
            }
        }

        #[test]
        fn panning_moves_every_column_alike(
            first in -60_000_000_000_000..60_000_000_000_000_i64,
            length in 1..10_000_000_000_000_i64,
            at in -60_000_000_000_000..60_000_000_000_000_i64,
            by in -1000..1000_i64,
            columns in 1..300_u16,
        ) {
            let view = Viewport { window: Window::new(Instant(first), Instant(first).plus(length)) };
            let panned = view.pan(by, columns).scale(columns);
            prop_assert_eq!(panned.column(Instant(at)), view.scale(columns).column(Instant(at)) - by);
        }
    }
}
