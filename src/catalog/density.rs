//! How many events there are in each column of a picture, at any zoom.
//!
//! An event that begins before a column ends and has not ended before the column begins touches it. So with starts and ends
//! sorted apart, a column costs two binary searches: the starts up to its last millisecond, less the ends before its first.

use crate::chronology::{Instant, Window};

use super::{ids::IdSet, snapshot::Catalog};

/// The starts and ends of a set of events.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Density {
    starts: Vec<Instant>,
    ends: Vec<Instant>,
}

impl Density {
    /// Returns what counts the dated events among `ids`.
    pub fn new(catalog: &Catalog, ids: &IdSet) -> Self {
        // Display order is the order of starts, and dated events come first.
        let windows = ids.iter().map_while(|it| catalog.window(it));
        let (starts, mut ends): (Vec<_>, Vec<_>) = windows.map(|it| (it.first, it.last)).unzip();
        ends.sort_unstable();
        Self { starts, ends }
    }

    /// Returns the number of events that can touch `window`.
    pub fn count(&self, window: Window) -> usize {
        let begun = self.starts.partition_point(|it| *it <= window.last);
        let over = self.ends.partition_point(|it| *it < window.first);
        begun - over
    }

    /// Returns for each of `columns` the number of events that can touch its stretch of `window`, as [`column_window`] cuts it.
    pub fn columns(&self, window: Window, columns: usize) -> Vec<u32> {
        let count = |at| column_window(window, columns, at).map_or(0, |it| self.count(it) as u32);
        (0..columns).map(count).collect()
    }
}

impl Catalog {
    /// Returns for each of `columns` the number of `ids` that can touch its stretch of `window`; keep a [`Density`] to ask
    /// more than once.
    pub fn density(&self, ids: &IdSet, window: Window, columns: usize) -> Vec<u32> {
        Density::new(self, ids).columns(window, columns)
    }
}

/// Returns the column, out of `columns` over `window`, that holds the instant `at`: `⌊(at − first) · columns / millis⌋`.
///
/// An instant before the window or after it has the column that the same scale would give it: less than zero, or `columns`
/// and more.
pub fn column_of(window: Window, columns: usize, at: Instant) -> i128 {
    (at.since(window.first).saturating_mul(columns as i128)).div_euclid(window.millis())
}

/// Returns the stretch of `window` that lies in column `column` out of `columns`: the instants that [`column_of`] puts there.
///
/// The stretches follow each other without gap or overlap and make up the window. Nothing where there is no such column, or
/// where it holds no millisecond because there are more columns than milliseconds.
pub fn column_window(window: Window, columns: usize, column: usize) -> Option<Window> {
    if columns <= column {
        return None;
    }
    // The first instant of a column is the least one with at · columns >= column · millis. The whole axis is 2^64
    // milliseconds and no picture has 2^62 columns, so that neither product can overflow.
    let first_of = |column: usize| ceiling((column as i128).saturating_mul(window.millis()), columns as i128);
    let (first, next) = (first_of(column), first_of(column + 1));
    let at = |offset: i128| i64::try_from(i128::from(window.first.0) + offset).ok().map(Instant);
    if first < next { Some(Window { first: at(first)?, last: at(next - 1)? }) } else { None }
}

/// Returns `a / b` rounded up, for `b` above zero.
fn ceiling(a: i128, b: i128) -> i128 {
    -(-a).div_euclid(b)
}
