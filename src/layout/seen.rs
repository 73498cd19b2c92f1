//! An event of a lane that touches the screen, and the item that it becomes.

use std::ops::Range;

use crate::{
    catalog::{Catalog, EventIdx},
    chronology::Shape,
};

use super::{
    bar::{Bar, Cap},
    labels,
    picture::{Item, Target, View},
    scale::Scale,
    text::text_width,
};

/// Cells of a title that are worth a row of their own.
const TITLE: usize = 26;

/// An event of a lane that touches the screen.
pub(super) struct Seen {
    /// The event.
    pub(super) event: EventIdx,
    /// Where it is drawn.
    pub(super) bar: Bar,
    /// Where its sign is.
    pub(super) sign: Option<i64>,
    /// The cells of its title.
    pub(super) title: usize,
}

impl Seen {
    /// Returns the cells of its bar.
    pub(super) fn cells(&self) -> Range<i64> {
        self.bar.possible.clone()
    }

    /// Returns the cells of its bar and of a title beside it.
    pub(super) fn cells_and_title(&self) -> Range<i64> {
        let cells = self.cells();
        let inside = self.bar.shape == Shape::Span && cells.end - cells.start > TITLE as i64;
        let title = if inside { 0 } else { self.title.min(TITLE) as i64 + 1 };
        cells.start..cells.end + title
    }

    /// Returns the cells that nothing may lie over: all of a bar, the sign of a moment.
    pub(super) fn core(&self) -> Range<i64> {
        match self.sign {
            Some(sign) if self.bar.shape == Shape::Moment => sign..sign + 1,
            _ => self.cells(),
        }
    }
}

/// Returns an event as an item of a row, cut to the screen.
pub(super) fn item(seen: &Seen, view: &View, scale: Scale, row: u16) -> Item {
    let columns = i64::from(scale.columns);
    let clip = |it: &Range<i64>| it.start.clamp(0, columns) as u16..it.end.clamp(0, columns) as u16;
    let possible = &seen.bar.possible;
    let cap = |cap: Cap, hidden: bool| if hidden { Cap::OffScreen } else { cap };
    Item {
        row,
        target: Target::Event(seen.event),
        cells: clip(possible),
        sign: seen.sign.map(|it| it.clamp(0, columns - 1) as u16),
        certain: seen.bar.certain.as_ref().map(clip).filter(|it| !it.is_empty()),
        left: match seen.bar.left {
            // An arrow shows at the edge that the bar runs off.
            Cap::Open => Cap::Open,
            it => cap(it, possible.start < 0),
        },
        right: match seen.bar.right {
            Cap::Open => Cap::Open,
            it => cap(it, columns < possible.end),
        },
        shape: seen.bar.shape,
        label: None,
        selected: view.cursor == Some(seen.event),
    }
}

/// Cuts the dots of moments to the room between their neighbours, and gives titles the room that is left.
pub(super) fn finish(catalog: &Catalog, items: &mut [Item], columns: u16) {
    items.sort_by_key(|it| {
        (it.row, it.sign.filter(|_| it.shape == Shape::Moment).unwrap_or(it.cells.start), it.cells.start)
    });
    for at in 0..items.len() {
        let row = items[at].row;
        let core = |it: &Item| match it.sign {
            Some(sign) if it.shape == Shape::Moment && matches!(it.target, Target::Event(_)) => sign..sign + 1,
            _ => it.cells.clone(),
        };
        let before = at.checked_sub(1).filter(|it| items[*it].row == row).map_or(0, |it| {
            let previous = &items[it];
            previous
                .label
                .as_ref()
                .map_or(previous.cells.end, |it| it.column + text_width(&it.text) as u16)
                .max(previous.cells.end)
                + 1
        });
        let next = items.get(at + 1).filter(|it| it.row == row);
        let next_core = next.map_or(columns, |it| core(it).start.saturating_sub(1));
        let next_cells = next.map_or(columns, |it| it.cells.start.max(core(&items[at]).end).min(next_core));
        let has_next = next.is_some();
        let item = &mut items[at];
        if item.shape == Shape::Moment && matches!(item.target, Target::Event(_)) {
            let own = item.sign.map_or(item.cells.clone(), |it| it..it + 1);
            // Where dots meet a neighbour's they share the room between the two signs, and the title goes first.
            let crowded = has_next && next_cells < item.cells.end;
            let end = if crowded {
                item.cells.end.min(own.end + (next_core.saturating_sub(own.end)) / 4)
            } else {
                item.cells.end
            };
            item.cells = item.cells.start.max(before).min(own.start)..end.max(own.end).min(next_core.max(own.end));
        }
        let title = |it: EventIdx| catalog.title(it);
        item.label = match item.target {
            Target::Event(event) if item.shape == Shape::Span && item.sign.is_none() => {
                labels::inside(title(event), &item.cells)
                    .or_else(|| labels::beside(title(event), &item.cells, next_core))
            }
            Target::Event(event) => labels::beside(title(event), &item.cells, next_core),
            Target::Cluster { .. } => None,
        };
    }
}
