//! Titles beside or inside their bars, where there is room: none over another, none over a bar.

use std::ops::Range;

use crate::text::{ellipsize, printable, text_width};

/// Fewest cells that a title is cut to: less says nothing.
pub(super) const LEAST: usize = 6;
/// Cells of a title that are enough to know an event by.
pub(super) const READABLE: usize = 16;
/// Cells of line kept at each end of a bar with its title inside.
const ENDS: u16 = 2;

/// A title on the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Its first column.
    pub column: u16,
    /// The title, cut to its room.
    pub text: String,
    /// Whether it stands in its bar. A title in a bar has the event's sign and a blank before it: a bar has none of its own.
    pub inside: bool,
}

/// Returns the title at the right of `cells`, in the columns before `end`.
pub(super) fn beside(title: &str, cells: &Range<u16>, end: u16) -> Option<Label> {
    let column = cells.end + 1;
    let room = usize::from(end.saturating_sub(column));
    cut(title, room).map(|text| Label { column, text, inside: false })
}

/// Returns the title at the left of `cells`, in the columns from `start` on, close to them.
pub(super) fn before(title: &str, cells: &Range<u16>, start: u16) -> Option<Label> {
    let end = cells.start.saturating_sub(1);
    let text = cut(title, usize::from(end.saturating_sub(start)))?;
    Some(Label { column: end - text_width(&text) as u16, text, inside: false })
}

/// Returns the title of a moment among its own dots, after its `sign`: where the dots leave no room beside them, they give it. One of
/// them stays at the end.
pub(super) fn among_dots(title: &str, sign: u16, cells: &Range<u16>) -> Option<Label> {
    let column = sign + 2;
    let room = usize::from(cells.end.saturating_sub(column + 2));
    cut(title, room).map(|text| Label { column, text, inside: false })
}

/// Returns the title in a bar of `cells`, which must be wide enough for its ends, the event's sign and enough of the title.
pub(super) fn inside(title: &str, cells: &Range<u16>) -> Option<Label> {
    let room = usize::from((cells.end - cells.start).saturating_sub(2 * (ENDS + 1) + 2));
    cut(title, room).map(|text| Label { column: cells.start + ENDS + 1, text, inside: true })
}

impl Label {
    /// Returns the cells that it takes, with the sign before it and the blanks around it where it stands in a bar.
    pub fn cells(&self) -> Range<u16> {
        let width = text_width(&self.text) as u16;
        if self.inside { self.column - 1..self.column + width + 3 } else { self.column..self.column + width }
    }
}

/// Returns the title as far as it fits into `room`, or nothing where that is too little to read.
fn cut(title: &str, room: usize) -> Option<String> {
    let title = printable(title);
    let needed = text_width(&title);
    (0 < needed && (needed <= room || LEAST <= room)).then(|| ellipsize(&title, room).into_owned())
}
