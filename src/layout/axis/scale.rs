//! Time to columns and back.

use std::ops::Range;

use crate::chronology::{Instant, Window};

/// The most folds of a scale: each is longer than a tenth of it, and none lies at its edge.
const MOST: usize = 9;
/// Fewest columns that are worth folding: a fold takes three, and leaves some of the silence on either side.
const LEAST: u16 = 8;

/// A window of time cut into columns.
///
/// The columns partition the window without gap or overlap: the column of an instant is
/// `⌊(at − first) · columns / millis⌋`.
///
/// A stretch may be folded: it is drawn in [`Fold::COLUMNS`] columns whatever its length, and the columns outside of folds hold
/// equally many milliseconds each. The columns still partition the window, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The whole of it.
    pub window: Window,
    /// How many columns it is cut into.
    pub columns: u16,
    /// What is folded, in order; the first `n_folds` count.
    folds: [Fold; MOST],
    n_folds: usize,
    /// Milliseconds in a column outside of folds, where there are any.
    step: i64,
}

/// A stretch of time in which nothing begins or ends, drawn as a break of the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fold {
    /// What is folded.
    pub window: Window,
    /// The first of its columns.
    pub column: u16,
}

impl Fold {
    /// The columns of a fold: the two strokes of the break, and a blank after them.
    pub const COLUMNS: u16 = 3;

    const NONE: Self = Self { window: Window { first: Instant(0), last: Instant(0) }, column: 0 };

    /// Returns its columns.
    pub const fn cells(self) -> Range<u16> {
        self.column..self.column + Self::COLUMNS
    }

    /// Returns the scale of its own columns.
    const fn scale(self) -> Scale {
        Scale::new(self.window, Self::COLUMNS)
    }
}

impl Scale {
    /// Returns the scale of `window` over `columns`.
    pub const fn new(window: Window, columns: u16) -> Self {
        Self { window, columns, folds: [Fold::NONE; MOST], n_folds: 0, step: 1 }
    }

    /// Returns the same window with `gaps`, ascending columns of this scale, folded; the other columns share the room.
    ///
    /// A gap at an edge, or one too short to pay, stays. Where the columns beside a fold do not come out even, a little of the gap
    /// stays with them, so that each holds as much time as every other.
    #[must_use]
    pub fn folded(self, gaps: &[Range<u16>]) -> Self {
        let mut end = 0;
        let worth_it = |it: &&Range<u16>| {
            let fits = end < it.start && it.end < self.columns && it.start + LEAST <= it.end;
            if fits {
                end = it.end;
            }
            fits
        };
        let gaps: Vec<&Range<u16>> = gaps.iter().filter(worth_it).take(MOST).collect();
        let budget = i128::from(self.columns) - (gaps.len() * usize::from(Fold::COLUMNS)) as i128;
        let starts: Vec<Instant> =
            std::iter::once(self.window.first).chain(gaps.iter().map(|it| self.start_of(i64::from(it.end)))).collect();
        let ends = gaps.iter().map(|it| self.start_of(i64::from(it.start)).plus(-1)).chain([self.window.last]);
        let lengths: Vec<i128> = starts.iter().zip(ends).map(|(first, last)| last.since(*first) + 1).collect();
        let needed = |step: i128| lengths.iter().map(|it| ceiling(*it, step)).sum::<i128>();
        let (mut least, mut most) = (1, self.step() + 1);
        while least < most {
            let middle = i128::midpoint(least, most);
            if needed(middle) <= budget { most = middle } else { least = middle + 1 }
        }
        let mut spare = budget - needed(least);
        if gaps.is_empty() || spare < 0 || (gaps.len() as i128) < spare {
            return self;
        }
        let mut folded = Self { step: least as i64, ..self };
        let mut column = 0;
        for at in 0..gaps.len() {
            let more = i128::from(spare > 0);
            spare -= more;
            let cells = ceiling(lengths[at], least) + more;
            // The last piece ends where the window does, and begins where whole columns do.
            let next = match lengths.get(at + 2) {
                Some(_) => i128::from(starts[at + 1].0),
                None => i128::from(self.window.last.0) + 1 - ceiling(lengths[at + 1], least) * least,
            };
            let first = i128::from(starts[at].0) + cells * least;
            if next < first + i128::from(Fold::COLUMNS) {
                return self;
            }
            column += cells as u16;
            let window = Window { first: Instant(first as i64), last: Instant((next - 1) as i64) };
            folded.folds[at] = Fold { window, column };
            folded.n_folds = at + 1;
            column += Fold::COLUMNS;
        }
        folded
    }

    /// Returns what is folded, in order.
    pub fn folds(&self) -> &[Fold] {
        &self.folds[..self.n_folds]
    }

    /// Returns the stretches outside of folds, in order.
    pub fn pieces(&self) -> impl Iterator<Item = Window> {
        let firsts = std::iter::once(self.window.first).chain(self.folds().iter().map(|it| it.window.last.plus(1)));
        let lasts = self.folds().iter().map(|it| it.window.first.plus(-1)).chain([self.window.last]);
        firsts.zip(lasts).map(|(first, last)| Window { first, last })
    }

    /// Returns how many columns outside of folds `millis` take, rounded down.
    pub fn columns_of(self, millis: i64) -> i128 {
        match self.n_folds {
            0 => i128::from(millis) * i128::from(self.columns) / self.window.millis(),
            _ => i128::from(millis / self.step),
        }
    }

    /// Returns the column that `at` lies in: less than zero before the window, `columns` and more after it.
    pub fn column(self, at: Instant) -> i64 {
        if self.n_folds == 0 {
            return self.plain_column(at);
        }
        let (start, column) = match self.folds().iter().rfind(|it| it.window.first <= at) {
            None => (self.window.first, 0),
            Some(it) if at <= it.window.last => return i64::from(it.column) + it.scale().plain_column(at),
            Some(it) => (it.window.last.plus(1), it.cells().end),
        };
        let offset = at.since(start).div_euclid(i128::from(self.step)) + i128::from(column);
        offset.clamp(MIN, MAX) as i64
    }

    /// Returns the column of a scale without folds.
    fn plain_column(self, at: Instant) -> i64 {
        // Most pictures are far smaller than the axis, and a division of 64 bits is several times cheaper than one of 128.
        let small = || {
            let offset = at.0.checked_sub(self.window.first.0)?.checked_mul(i64::from(self.columns))?;
            Some(offset.div_euclid(i64::try_from(self.window.millis()).ok()?))
        };
        small().unwrap_or_else(|| {
            let columns = at.since(self.window.first).saturating_mul(i128::from(self.columns));
            columns.div_euclid(self.window.millis()).clamp(MIN, MAX) as i64
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
        if self.n_folds == 0 {
            return self.plain_window_of(column);
        }
        let (start, from) = match self.folds().iter().rfind(|it| i64::from(it.column) <= column) {
            None => (self.window.first, 0),
            Some(it) if column < i64::from(it.cells().end) => {
                return it.scale().plain_window_of(column - i64::from(it.column));
            }
            Some(it) => (it.window.last.plus(1), it.cells().end),
        };
        let step = i128::from(self.step);
        let first = i128::from(start.0) + (i128::from(column) - i128::from(from)) * step;
        let at = |it: i128| Instant(it.clamp(MIN, MAX) as i64);
        Window { first: at(first), last: at(first + step - 1) }
    }

    fn plain_window_of(self, column: i64) -> Window {
        let (first, next) = (self.offset(i128::from(column)), self.offset(i128::from(column) + 1));
        let at = |offset: i128| Instant(i128::from(self.window.first.0).saturating_add(offset).clamp(MIN, MAX) as i64);
        Window { first: at(first), last: at((next - 1).max(first)) }
    }

    /// Returns the first instant of a column.
    pub fn start_of(self, column: i64) -> Instant {
        self.window_of(column).first
    }

    /// Returns the milliseconds in a column outside of folds, rounded down and at least one.
    pub fn step(self) -> i128 {
        if self.n_folds > 0 {
            return i128::from(self.step);
        }
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

/// Returns `a / b` rounded up, for `b` above zero.
fn ceiling(a: i128, b: i128) -> i128 {
    -(-a).div_euclid(b)
}

const MIN: i128 = i64::MIN as i128;
const MAX: i128 = i64::MAX as i128;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

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
                next = i128::from(window.last.0) + 1;
            }
            prop_assert_eq!(next - 1, i128::from(scale.window.last.0));
        }

        #[test]
        fn columns_ascend_with_time(a in instants(), b in instants(), c in instants(), d in instants(), columns in 0..300_u16) {
            let scale = Scale::new(Window::new(a, b), columns);
            prop_assert!(scale.column(c.min(d)) <= scale.column(c.max(d)));
            scale.window_of(c.0);
        }

        #[test]
        fn a_folded_scale_is_a_scale(
            first in instants(), step in 1000..1_000_000_000_000_000_i64, columns in 20..300_u16,
            edges in prop::collection::btree_set(0..300_u16, 0..12), at in instants(), other in instants(),
        ) {
            let millis = step.saturating_mul(i64::from(columns));
            let plain = Scale::new(Window::new(first, first.plus(millis - 1)), columns);
            if plain.window.millis() < i128::from(columns) {
                return Ok(());
            }
            let edges: Vec<u16> = edges.into_iter().filter(|it| *it < columns).collect();
            let gaps: Vec<Range<u16>> = edges.chunks_exact(2).map(|it| it[0]..it[1]).collect();
            let scale = plain.folded(&gaps);
            // It is the same window in as many columns, which partition it in order, each as long as every other.
            prop_assert_eq!((scale.window, scale.columns), (plain.window, plain.columns));
            let mut next = i128::from(scale.window.first.0);
            for column in 0..i64::from(columns) {
                let window = scale.window_of(column);
                prop_assert_eq!(i128::from(window.first.0), next, "{}", column);
                prop_assert_eq!((scale.column(window.first), scale.column(window.last)), (column, column));
                let in_fold = scale.folds().iter().any(|it| it.cells().contains(&(column as u16)));
                prop_assert!(scale.folds().is_empty() || in_fold || window.millis() == scale.step());
                next = i128::from(window.last.0) + 1;
            }
            prop_assert_eq!(next - 1, i128::from(scale.window.last.0));
            prop_assert!(scale.column(at.min(other)) <= scale.column(at.max(other)));
            prop_assert!(scale.window_of(scale.column(at)).contains(at));
            // Only what was to be folded is, and what is not has no less room than before.
            for fold in scale.folds() {
                let column = |it: u16| plain.window_of(i64::from(it));
                let within = |it: &Range<u16>| Window { first: column(it.start).first, last: column(it.end - 1).last }.covers(fold.window);
                prop_assert!(gaps.iter().any(within));
            }
            prop_assert!(scale.step() <= plain.step() + 1);
            prop_assert_eq!(scale.pieces().count(), scale.folds().len() + 1);
        }

        #[test]
        fn what_is_worth_folding_is_folded(columns in 60..300_u16, start in 1..20_u16, length in 8..30_u16) {
            let plain = Scale::new(Window::new(Instant(0), Instant(i64::from(columns) * 86_400_000 - 1)), columns);
            let gap = start..start + length;
            let scale = plain.folded(std::slice::from_ref(&gap));
            prop_assert_eq!(scale.folds().len(), 1);
            prop_assert!(plain.folded(std::slice::from_ref(&(0..20))).folds().is_empty(), "a gap at the edge is none between events");
            let room = i128::from(columns - Fold::COLUMNS) * scale.step();
            prop_assert!(i128::from(columns - length) * plain.step() <= room, "nothing that is not folded is lost");
            prop_assert!(scale.step() < plain.step());
        }
    }
}
