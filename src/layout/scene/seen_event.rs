//! An event of a lane that touches the screen: how it is drawn, what it would like of the lane, and the item that it becomes.
//!
//! Which titles go first where there is no room for all, this is the one place to say: what makes an event important.
//!
//! | the event | counts |
//! | --- | --- |
//! | is marked by the reader | 16 |
//! | has an amount | 4 |
//! | is documented or disputed: the firm ground, and what is fought over | 3 |
//! | is reported or denied | 1 |
//! | cites sources | 1 for each, up to 3 |
//!
//! Of equals the earlier goes first. All of it is asked of the catalog's columns; no text is read for it. The event under the
//! cursor does not count here: moving the cursor must not move what is drawn, so its title finds its room within its own row.

use std::ops::Range;

use crate::{
    catalog::{Catalog, EventIdx, Facts, IdSet},
    chronology::{Shape, Status},
    text::text_width,
};

use super::{
    bar::{Bar, Cap, Fill},
    grid::Grid,
    picture::{Item, Target},
    shares::{Claim, TITLE},
};

/// An event of a lane that touches the screen.
#[derive(Clone)]
pub(super) struct SeenEvent {
    /// The event.
    pub(super) event: EventIdx,
    /// Where it is drawn.
    pub(super) bar: Bar,
    /// Where its sign is.
    pub(super) sign: Option<i64>,
    /// What it would like of its lane.
    pub(super) claim: Claim,
}

impl SeenEvent {
    /// Returns an event as it is seen on `grid`; nothing where it has no date.
    pub(super) fn of(grid: &Grid, event: EventIdx) -> Option<Self> {
        let Grid { catalog, scale, view, .. } = grid;
        let bar = Bar::of(catalog, event, *scale)?;
        let sign = bar.sign(scale);
        let cells = bar.possible.clone();
        let core = match sign {
            Some(sign) if bar.shape == Shape::Moment => sign..sign + 1,
            _ => cells.clone(),
        };
        let on_screen = cells.end.min(i64::from(scale.columns)) - cells.start.max(0);
        // A bar that is long enough has its title inside.
        let is_inside = sign.is_none() && TITLE < on_screen;
        let title = if is_inside { 0 } else { (text_width(catalog.title(event)) as i64).min(TITLE) };
        let importance = importance(catalog, event, view.marked);
        Some(Self { event, bar, sign, claim: Claim { cells, core, title, importance } })
    }

    /// Returns it as an item of a row, cut to the screen.
    pub(super) fn item(&self, grid: &Grid, row: u16) -> Item {
        let columns = i64::from(grid.scale.columns);
        let clip = |it: &Range<i64>| it.start.clamp(0, columns) as u16..it.end.clamp(0, columns) as u16;
        let Bar { possible, certain, fill, left, right, shape } = &self.bar;
        // What runs off the screen fills the column at the edge.
        let filled = |fill: Fill, column: i64| if (0..columns).contains(&column) { fill } else { Fill::Whole };
        let ends = certain.clone().unwrap_or_default();
        let cap = |cap: Cap, is_off: bool| match cap {
            // An arrow, or a question mark, shows at the edge that the bar runs off.
            Cap::Open | Cap::Unknown => cap,
            _ if is_off => Cap::OffScreen,
            _ => cap,
        };
        Item {
            row,
            target: Target::Event(self.event),
            cells: clip(possible),
            sign: self.sign.map(|it| it.clamp(0, columns - 1) as u16),
            certain: certain.as_ref().map(clip).filter(|it| !it.is_empty()),
            fill: (filled(fill.0, ends.start), filled(fill.1, ends.end - 1)),
            left: cap(*left, possible.start < 0),
            right: cap(*right, columns < possible.end),
            shape: *shape,
            label: None,
            selected: grid.view.cursor == Some(self.event),
        }
    }
}

/// Returns how important an event's title is.
fn importance(catalog: &Catalog, event: EventIdx, marked: Option<&IdSet>) -> u32 {
    let mark = if marked.is_some_and(|it| it.contains(event)) { 16 } else { 0 };
    let amount = if catalog.facts(event).has(Facts::AMOUNT) { 4 } else { 0 };
    let status = match catalog.status(event) {
        Status::Documented | Status::Disputed => 3,
        Status::Reported | Status::Denied => 1,
        _ => 0,
    };
    mark + amount + status + catalog.cited(event).take(3).count() as u32
}
