//! One lane: what of it touches the screen, how many rows it wants, and what it puts on those that it gets.

use std::ops::Range;

use crate::{
    catalog::{Catalog, EventIdx},
    chronology::Shape,
};

use super::{
    bar::{Bar, Cap, Spelling},
    cluster::{self, Crowd},
    grid::Grid,
    lane::Lane,
    pack,
    picture::{Item, Target, View},
    scale::Scale,
    seen::{Seen, finish, item},
    text::text_width,
};

/// Most rows of one lane.
const ROWS: usize = 7;

/// A lane before its rows are known.
pub(super) struct Drawn<'a> {
    lane: &'a Lane,
    /// Its number, from the uppermost.
    pub(super) number: usize,
    seen: Vec<Seen>,
    /// The columns of a lane with more events than can be told apart.
    crowds: Option<Vec<Crowd>>,
    /// How many rows it wants.
    pub(super) wanted: usize,
}

impl<'a> Drawn<'a> {
    /// Looks at a lane: at its events where it is to be `walked`, else at its columns.
    pub(super) fn new(
        catalog: &Catalog,
        lane: &'a Lane,
        number: usize,
        grid: &Grid,
        walked: bool,
        visited: &mut usize,
    ) -> Self {
        if !walked {
            return Self { lane, number, seen: Vec::new(), crowds: Some(grid.crowds(lane)), wanted: 1 };
        }
        let scale = grid.scale;
        let mut seen = Vec::new();
        *visited += lane.touching(catalog, scale.window, |event| {
            if let Some(bounds) = catalog.bounds(event) {
                let spelling = if catalog.is_one_of(event) { Spelling::OneOf } else { Spelling::Date };
                let bar = Bar::of(bounds, spelling, scale);
                let sign = bar.sign(&scale);
                seen.push(Seen { event, bar, sign, title: text_width(catalog.title(event)) });
            }
        });
        seen.sort_by_key(|it| (it.cells().start, it.event));
        let titled: Vec<_> = seen.iter().map(Seen::cells_and_title).collect();
        let wanted = pack::rows(&titled, ROWS).map_or(ROWS, |(_, rows)| rows.max(1));
        Self { lane, number, seen, crowds: None, wanted }
    }

    /// Puts the lane's items on `rows` rows from `first_row` on.
    pub(super) fn place(
        &self,
        catalog: &Catalog,
        view: &View,
        scale: Scale,
        first_row: u16,
        rows: usize,
        items: &mut Vec<Item>,
    ) {
        let from = items.len();
        if let Some(crowds) = &self.crowds {
            self.place_clusters(crowds.iter().copied(), &|it| self.lane.ids[it], view, scale, first_row, items);
        } else {
            // Titles are worth rows while there are rows; dots give way before bars and signs do.
            let ways: [fn(&Seen) -> Range<i64>; 2] = [Seen::cells_and_title, Seen::cells];
            let packed = ways.into_iter().find_map(|cells| {
                let cells: Vec<_> = self.seen.iter().map(cells).collect();
                pack::rows(&cells, rows).map(|(rows, _)| rows)
            });
            match packed {
                Some(packed) => {
                    for (seen, row) in self.seen.iter().zip(packed) {
                        items.push(item(seen, view, scale, first_row + row as u16));
                    }
                }
                None => self.place_crowded(view, scale, first_row, rows, items),
            }
        }
        finish(catalog, &mut items[from..], scale.columns);
    }

    /// Puts what fits on the upper rows, and the rest together on the last.
    fn place_crowded(&self, view: &View, scale: Scale, first_row: u16, rows: usize, items: &mut Vec<Item>) {
        let mut order: Vec<&Seen> = self.seen.iter().collect();
        order.sort_by_key(|it| (it.core().start, it.event));
        let cores: Vec<_> = order.iter().map(|it| it.core()).collect();
        if let Some((packed, _)) = pack::rows(&cores, rows) {
            for (seen, row) in order.iter().zip(packed) {
                items.push(item(seen, view, scale, first_row + row as u16));
            }
            return;
        }
        let packed = pack::rows_or_none(&cores, rows - 1);
        let mut rest = Vec::new();
        for (seen, row) in order.iter().zip(packed) {
            match row {
                Some(row) => items.push(item(seen, view, scale, first_row + row as u16)),
                None => rest.push(*seen),
            }
        }
        let columns = i64::from(scale.columns);
        let column = |it: &Seen| it.sign.unwrap_or(it.cells().start).clamp(0, columns - 1);
        rest.sort_by_key(|it| (column(it), it.event));
        let crowds =
            rest.iter().enumerate().map(|(at, it)| Crowd { column: column(it), events: 1, first: at, last: at });
        let from = items.len();
        self.place_clusters(crowds, &|it| rest[it].event, view, scale, first_row + rows as u16 - 1, items);
        // What stands alone after all is drawn as what it is, as far as there is room.
        for at in from..items.len() {
            let Target::Event(event) = items[at].target else { continue };
            let Some(seen) = rest.iter().find(|it| it.event == event) else { continue };
            let end = items.get(at + 1).map_or(scale.columns, |it| it.cells.start.saturating_sub(1));
            let mut alone = item(seen, view, scale, items[at].row);
            if end < alone.cells.end && alone.shape == Shape::Span {
                alone.cells.end = end.max(alone.cells.start + 1);
                alone.certain =
                    alone.certain.map(|it| it.start..it.end.min(alone.cells.end)).filter(|it| !it.is_empty());
                alone.right = Cap::OffScreen;
            }
            items[at] = alone;
        }
    }

    fn place_clusters(
        &self,
        crowds: impl Iterator<Item = Crowd>,
        event: &dyn Fn(usize) -> EventIdx,
        view: &View,
        scale: Scale,
        row: u16,
        items: &mut Vec<Item>,
    ) {
        let columns = i64::from(scale.columns);
        let cursor_column = view.cursor.filter(|it| self.lane.ids.binary_search(it).is_ok()).and_then(|it| {
            let seen = self.seen.iter().find(|seen| seen.event == it).and_then(|it| it.sign);
            seen.or_else(|| self.crowds.as_ref().and_then(|_| crowd_of(self.lane, it, &self.crowds)))
        });
        for cluster in cluster::merge(crowds) {
            // A cluster at the right edge moves in, so that its number is seen.
            let width = cluster::width(cluster.events).min(columns);
            let start = cluster.cells.start.min(columns - width).max(0);
            let cells = start as u16..(start + width) as u16;
            let (first, last) = (event(cluster.first), event(cluster.last));
            let selected = match cluster.events {
                1 => view.cursor == Some(first),
                _ => cursor_column.is_some_and(|it| cluster.cells.contains(&it)),
            };
            let target = match cluster.events {
                1 => Target::Event(first),
                events => Target::Cluster { events, first, last },
            };
            let sign = Some(cells.start);
            let shape = Shape::Moment;
            items.push(Item {
                row,
                target,
                cells,
                sign,
                certain: None,
                left: Cap::Exact,
                right: Cap::Exact,
                shape,
                label: None,
                selected,
            });
        }
    }
}

/// Returns the column of the crowd that holds `event`.
fn crowd_of(lane: &Lane, event: EventIdx, crowds: &Option<Vec<Crowd>>) -> Option<i64> {
    let at = lane.ids.binary_search(&event).ok()?;
    crowds.as_ref()?.iter().find(|it| it.events > 0 && it.first <= at && at <= it.last).map(|it| it.column)
}
