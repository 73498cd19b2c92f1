//! The items of a lane once they have their rows: dots cut to the room between neighbours, and titles in what is left.

use std::ops::Range;

use crate::{
    chronology::Shape,
    text::{ellipsize, printable, text_width},
};

use super::{
    grid::Grid,
    picture::{Item, Label, Target},
};

/// Fewest cells that a title is cut to: less says nothing.
pub(super) const LEAST: usize = 6;
/// Cells of a title that are enough to know an event by.
const READABLE: usize = 16;
/// Cells of line kept at each end of a bar with its title inside.
const ENDS: u16 = 2;

/// An item on its row.
pub(super) struct Placed {
    /// The item.
    pub(super) item: Item,
    /// What is set aside for its title.
    pub(super) title: Aside,
}

/// What is set aside for a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aside {
    /// Nothing: it is drawn where there happens to be room.
    Chance,
    /// So many cells after the bar or sign, which may be none: then it is not drawn.
    Cells(u16),
}

/// Cuts dots and places titles.
pub(super) fn place_titles(grid: &Grid, placed: &mut [Placed]) {
    placed.sort_by_key(|it| (it.item.row, core(&it.item).start, it.item.cells.start));
    for row in placed.chunk_by_mut(|a, b| a.item.row == b.item.row) {
        for at in 0..row.len() {
            place_title(grid, row, at);
        }
        if let (Some(at), Some(cursor)) = (row.iter().position(|it| it.item.selected), grid.view.cursor) {
            make_readable(grid.catalog.title(cursor), row, at);
        }
    }
}

/// Returns the cells of an item that nothing may lie over: its bar, or the sign of a moment.
fn core(item: &Item) -> Range<u16> {
    match item.sign {
        Some(sign) if is_moment(item) => sign..sign + 1,
        _ => item.cells.clone(),
    }
}

fn is_moment(item: &Item) -> bool {
    item.shape == Shape::Moment && matches!(item.target, Target::Event(_))
}

/// Returns where the cells of an item and its title end.
fn end(item: &Item) -> u16 {
    item.label.as_ref().map_or(item.cells.end, |it| it.cells().end.max(item.cells.end))
}

fn place_title(grid: &Grid, row: &mut [Placed], at: usize) {
    let columns = grid.scale.columns;
    let before = at.checked_sub(1).map_or(0, |it| end(&row[it].item) + 1);
    // One blank stays before whatever comes next.
    let next_core = row.get(at + 1).map_or(columns, |it| core(&it.item).start.saturating_sub(1));
    let next_cells = row.get(at + 1).map_or(columns, |it| it.item.cells.start.saturating_sub(1)).min(next_core);
    let Placed { item, title } = &mut row[at];
    let own = core(item);
    let aside = match title {
        // A title under the cursor goes as far as it can.
        _ if item.selected => Aside::Chance,
        title => *title,
    };
    if is_moment(item) {
        // Where dots meet a neighbour's they share the room between the two signs, and the title goes first.
        let room = next_core.saturating_sub(own.end);
        let end = match aside {
            _ if item.cells.end <= next_cells => item.cells.end,
            Aside::Cells(title) if title > 0 => own.end + room.min(1),
            _ => own.end + (room / 4).max(room.min(1)),
        };
        let end = end.min(item.cells.end).max(own.end);
        item.cells = item.cells.start.max(before).min(own.start)..end;
    }
    let event = match item.target {
        Target::Event(event) => Some(event),
        // A cluster is called by the event in it that the cursor is on.
        Target::Cluster { .. } => grid.view.cursor.filter(|_| item.selected),
    };
    let Some(title) = event.map(|it| grid.catalog.title(it)) else { return };
    // What is set aside may lie over a neighbour's dots, which gave way; a title that has more room stops before them.
    let limit = match aside {
        Aside::Chance => next_core,
        Aside::Cells(0) => 0,
        Aside::Cells(title) => next_cells.max(own.end + 1 + title).min(next_core),
    };
    let beside = beside(title, &item.cells, limit);
    let inside = || if item.sign.is_none() { inside(title, &item.cells) } else { None };
    let among = || item.sign.filter(|_| is_moment(item)).and_then(|it| among_dots(title, it, &item.cells));
    item.label = longer(longer(inside(), beside), among());
}

/// Returns the label that says more; the first of equals.
fn longer(a: Option<Label>, b: Option<Label>) -> Option<Label> {
    if width(a.as_ref()) < width(b.as_ref()) { b } else { a }
}

fn width(label: Option<&Label>) -> usize {
    label.map_or(0, |it| text_width(&it.text))
}

/// Lets the title of the item under the cursor be read: where it is cut short, it stands before its sign instead, if there is more
/// room, and the title of the neighbour gives way.
fn make_readable(title: &str, row: &mut [Placed], at: usize) {
    let now = width(row[at].item.label.as_ref());
    if READABLE <= now || text_width(title) <= now {
        return;
    }
    let start = at.checked_sub(1).map_or(0, |it| row[it].item.cells.end + 1);
    // What the neighbour had for its title is what this one has now, and its dots begin where they begin.
    let label = before(title, &row[at].item.cells, start);
    if now < width(label.as_ref()) {
        if let (Some(neighbour), Some(label)) = (at.checked_sub(1), &label) {
            let neighbour = &mut row[neighbour].item;
            if neighbour.label.as_ref().is_some_and(|it| !it.inside && label.column <= it.cells().end) {
                neighbour.label = None;
            }
        }
        row[at].item.label = label;
    }
}

/// Returns the title at the right of `cells`, in the columns before `end`.
fn beside(title: &str, cells: &Range<u16>, end: u16) -> Option<Label> {
    let column = cells.end + 1;
    let room = usize::from(end.saturating_sub(column));
    cut(title, room).map(|text| Label { column, text, inside: false })
}

/// Returns the title at the left of `cells`, in the columns from `start` on, close to them.
fn before(title: &str, cells: &Range<u16>, start: u16) -> Option<Label> {
    let end = cells.start.saturating_sub(1);
    let text = cut(title, usize::from(end.saturating_sub(start)))?;
    Some(Label { column: end - text_width(&text) as u16, text, inside: false })
}

/// Returns the title of a moment among its own dots, after its `sign`: where the dots leave no room beside them, they give it. One of
/// them stays at the end.
fn among_dots(title: &str, sign: u16, cells: &Range<u16>) -> Option<Label> {
    let column = sign + 2;
    let room = usize::from(cells.end.saturating_sub(column + 2));
    cut(title, room).map(|text| Label { column, text, inside: false })
}

/// Returns the title in a bar of `cells`, which must be wide enough for its ends, the event's sign and enough of the title.
fn inside(title: &str, cells: &Range<u16>) -> Option<Label> {
    let room = usize::from((cells.end - cells.start).saturating_sub(2 * (ENDS + 1) + 2));
    cut(title, room).map(|text| Label { column: cells.start + ENDS + 1, text, inside: true })
}

/// Returns the title as far as it fits into `room`, or nothing where that is too little to read.
fn cut(title: &str, room: usize) -> Option<String> {
    let title = printable(title);
    let needed = text_width(&title);
    (0 < needed && (needed <= room || LEAST <= room)).then(|| ellipsize(&title, room).into_owned())
}
