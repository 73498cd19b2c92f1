//! An event of a lane that touches the screen, and the item that it becomes.

use std::ops::Range;

use crate::{
    catalog::{Catalog, EventIdx, IdSet},
    chronology::Shape,
    text::text_width,
};

use super::{
    bar::{Bar, Cap, Fill, Spelling},
    importance::importance,
    picture::{Item, Target, View},
    rooms::{Claim, TITLE},
    scale::Scale,
};

/// An event of a lane that touches the screen.
#[derive(Clone)]
pub(super) struct Seen {
    /// The event.
    pub(super) event: EventIdx,
    /// Where it is drawn.
    pub(super) bar: Bar,
    /// Where its sign is.
    pub(super) sign: Option<i64>,
    /// The cells of its title.
    pub(super) title: usize,
    /// How important its title is.
    pub(super) importance: u32,
}

impl Seen {
    /// Returns an event as it is seen on `scale`; nothing where it has no date.
    pub(super) fn of(catalog: &Catalog, event: EventIdx, scale: &Scale, marked: Option<&IdSet>) -> Option<Self> {
        let bounds = catalog.bounds(event)?;
        let spelling = if catalog.is_one_of(event) { Spelling::OneOf } else { Spelling::Date };
        let bar = Bar::of(bounds, spelling, *scale);
        let sign = bar.sign(scale);
        let title = text_width(catalog.title(event));
        Some(Self { event, bar, sign, title, importance: importance(catalog, event, marked) })
    }

    /// Returns the cells of its bar.
    pub(super) fn cells(&self) -> Range<i64> {
        self.bar.possible.clone()
    }

    /// Returns the cells that nothing may lie over: all of a bar, the sign of a moment.
    pub(super) fn core(&self) -> Range<i64> {
        match self.sign {
            Some(sign) if self.bar.shape == Shape::Moment => sign..sign + 1,
            _ => self.cells(),
        }
    }

    /// Returns what it would like of a lane on a screen of `columns`.
    pub(super) fn claim(&self, columns: u16) -> Claim {
        let cells = self.cells();
        let on_screen = cells.end.min(i64::from(columns)) - cells.start.max(0);
        // A bar that is long enough has its title inside.
        let title = if self.sign.is_none() && TITLE < on_screen { 0 } else { (self.title as i64).min(TITLE) };
        Claim { cells, core: self.core(), title, importance: self.importance }
    }
}

/// Returns an event as an item of a row, cut to the screen.
pub(super) fn item(seen: &Seen, view: &View, scale: &Scale, row: u16) -> Item {
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
        // What runs off the screen fills the column at the edge.
        fill: {
            let (first, last) = seen.bar.fill;
            let is_on = |column: i64| (0..columns).contains(&column);
            let certain = seen.bar.certain.clone().unwrap_or_default();
            let at = |fill: Fill, column: i64| if is_on(column) { fill } else { Fill::Whole };
            (at(first, certain.start), at(last, certain.end - 1))
        },
        left: match seen.bar.left {
            // An arrow, or a question mark, shows at the edge that the bar runs off.
            it @ (Cap::Open | Cap::Unknown) => it,
            it => cap(it, possible.start < 0),
        },
        right: match seen.bar.right {
            it @ (Cap::Open | Cap::Unknown) => it,
            it => cap(it, columns < possible.end),
        },
        shape: seen.bar.shape,
        label: None,
        selected: view.cursor == Some(seen.event),
    }
}
