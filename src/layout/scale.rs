//! Time to columns and back.

use crate::{
    catalog::column_of,
    chronology::{Instant, Window},
};

/// A window of time cut into columns.
///
/// The columns partition the window without gap or overlap, by the same formula as the counts of
/// [`Density`](crate::catalog::Density), so that a bar and the count above it stand in the same column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The whole of it.
    pub window: Window,
    /// How many columns it is cut into.
    pub columns: u16,
}

impl Scale {
    /// Returns the scale of `window` over `columns`.
    pub const fn new(window: Window, columns: u16) -> Self {
        Self { window, columns }
    }

    /// Returns the column that `at` lies in: less than zero before the window, `columns` and more after it.
    pub fn column(self, at: Instant) -> i64 {
        // Most pictures are far smaller than the axis, and a division of 64 bits is several times cheaper than one of 128.
        let small = || {
            let offset = at.0.checked_sub(self.window.first.0)?.checked_mul(i64::from(self.columns))?;
            Some(offset.div_euclid(i64::try_from(self.window.millis()).ok()?))
        };
        small().unwrap_or_else(|| {
            let column = column_of(self.window, usize::from(self.columns), at);
            i64::try_from(column).unwrap_or(if column < 0 { i64::MIN } else { i64::MAX })
        })
    }

    /// Returns the column that `at` lies in, if it is one of the scale's own.
    pub fn visible(self, at: Instant) -> Option<u16> {
        u16::try_from(self.column(at)).ok().filter(|it| *it < self.columns)
    }

    /// Returns the stretch of time in a column, which may lie off the window.
    ///
    /// A column beyond the axis gives the end of the axis; one that holds no millisecond, because there are more columns than
    /// milliseconds, the millisecond that it stands at.
    pub fn window_of(self, column: i64) -> Window {
        let (first, next) = (self.offset(i128::from(column)), self.offset(i128::from(column) + 1));
        let at = |offset: i128| Instant(i128::from(self.window.first.0).saturating_add(offset).clamp(MIN, MAX) as i64);
        Window { first: at(first), last: at((next - 1).max(first)) }
    }

    /// Returns the first instant of a column.
    pub fn start_of(self, column: i64) -> Instant {
        self.window_of(column).first
    }

    /// Returns the stretch of time from one column to another, both included.
    pub fn span_of(self, first: i64, last: i64) -> Window {
        Window { first: self.window_of(first.min(last)).first, last: self.window_of(first.max(last)).last }
    }

    /// Returns the milliseconds in a column, rounded down and at least one.
    pub fn step(self) -> i128 {
        (self.window.millis() / i128::from(self.columns.max(1))).max(1)
    }

    /// Returns the columns of the scale that `window` touches, which may be none.
    pub fn clip(self, window: Window) -> std::ops::Range<u16> {
        let most = i64::from(self.columns);
        let first = self.column(window.first).clamp(0, most);
        let end = self.column(window.last).saturating_add(1).clamp(first, most);
        first as u16..end as u16
    }

    /// Returns the offset of the first millisecond of a column: the least one with `offset * columns >= column * millis`.
    fn offset(self, column: i128) -> i128 {
        let columns = i128::from(self.columns.max(1));
        // A column far off the axis saturates, and its negative must not overflow.
        -column.saturating_mul(-self.window.millis()).max(1 - i128::MAX).div_euclid(columns)
    }
}

const MIN: i128 = i64::MIN as i128;
const MAX: i128 = i64::MAX as i128;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::catalog::column_window;

    fn instants() -> impl Strategy<Value = Instant> {
        prop_oneof![any::<i64>(), -10_000..10_000_i64, Just(i64::MIN), Just(i64::MAX)].prop_map(Instant)
    }

    #[test]
    fn no_columns_is_no_panic() {
        let scale = Scale::new(Window::ALL, 0);
        assert_eq!((scale.visible(Instant(0)), scale.clip(Window::ALL)), (None, 0..0));
        scale.window_of(i64::MAX);
    }

    proptest! {
        #[test]
        fn columns_partition_the_window(a in instants(), b in instants(), columns in 1..300_u16) {
            let scale = Scale::new(Window::new(a, b), columns);
            if scale.window.millis() < i128::from(columns) {
                return Ok(());
            }
            let mut next = i128::from(scale.window.first.0);
            for column in 0..columns {
                let window = scale.window_of(i64::from(column));
                prop_assert_eq!(i128::from(window.first.0), next);
                prop_assert_eq!(scale.column(window.first), i64::from(column));
                prop_assert_eq!(scale.column(window.last), i64::from(column));
                prop_assert_eq!(Some(window), column_window(scale.window, usize::from(columns), usize::from(column)));
                next = i128::from(window.last.0) + 1;
            }
            prop_assert_eq!(next - 1, i128::from(scale.window.last.0));
        }

        #[test]
        fn columns_ascend_with_time(a in instants(), b in instants(), c in instants(), d in instants(), columns in 0..300_u16) {
            let scale = Scale::new(Window::new(a, b), columns);
            prop_assert!(scale.column(c.min(d)) <= scale.column(c.max(d)));
            prop_assert_eq!(i128::from(scale.column(c)), column_of(scale.window, usize::from(columns), c).clamp(MIN, MAX));
            scale.window_of(c.0);
        }
    }
}
