//! One lane: what of it touches the screen, how many rows it wants, and what it puts on those that it gets.

use crate::{
    catalog::{Catalog, EventIdx, IdSet},
    chronology::Shape,
};

use super::{
    bar::{Cap, Fill},
    cluster::{self, Cluster, Crowd},
    finish::{Aside, Placed, finish},
    grid::Grid,
    lane::Lane,
    pack,
    picture::{Item, Target, View},
    rooms::{Room, rooms},
    scale::Scale,
    seen::{Seen, item},
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
        marked: Option<&IdSet>,
        walked: bool,
        visited: &mut usize,
    ) -> Self {
        if !walked {
            return Self { lane, number, seen: Vec::new(), crowds: Some(grid.crowds(lane)), wanted: 1 };
        }
        let scale = grid.scale;
        let mut seen = Vec::new();
        *visited += lane.touching(catalog, scale.window, |it| seen.extend(Seen::of(catalog, it, &scale, marked)));
        seen.sort_by_key(|it| (it.cells().start, it.event));
        let titled = |it: &Seen| {
            let claim = it.claim(scale.columns);
            Room { cells: claim.cells, title: claim.title }.all()
        };
        let titled: Vec<_> = seen.iter().map(titled).collect();
        let wanted = pack::rows(&titled, ROWS).map_or(ROWS, |(_, rows)| rows.max(1));
        Self { lane, number, seen, crowds: None, wanted }
    }

    /// Puts the lane's items on `rows` rows from `first_row` on.
    pub(super) fn place(
        &self,
        catalog: &Catalog,
        view: &View,
        scale: &Scale,
        first_row: u16,
        rows: usize,
        items: &mut Vec<Item>,
    ) {
        let mut placed = Vec::new();
        if let Some(crowds) = &self.crowds {
            let cursor = view.cursor.filter(|it| self.lane.ids.binary_search(it).is_ok());
            let window = cursor.and_then(|it| catalog.window(it)).filter(|it| it.touches(scale.window));
            let cursor = window.map(|it| scale.column(it.first).max(0));
            place_clusters(crowds.iter().copied(), cursor, scale, first_row, &mut placed);
            // A moment stands where it is counted, which is where it can have begun.
            draw_alone(&mut placed, view, scale, |it| {
                Seen::of(catalog, it, scale, None).filter(|it| it.bar.shape == Shape::Span)
            });
        } else if !self.place_apart(view, scale, first_row, rows, &mut placed) {
            self.place_crowded(view, scale, first_row, rows, &mut placed);
        }
        finish(catalog, &mut placed, view.cursor, scale.columns);
        items.extend(placed.into_iter().map(|it| it.item));
    }

    /// Puts every event where it is seen by itself, and returns whether there are rows enough for that.
    fn place_apart(&self, view: &View, scale: &Scale, first_row: u16, rows: usize, placed: &mut Vec<Placed>) -> bool {
        let claims: Vec<_> = self.seen.iter().map(|it| it.claim(scale.columns)).collect();
        let Some(rooms) = rooms(&claims, rows, scale.columns) else { return false };
        let mut order: Vec<_> = self.seen.iter().zip(&rooms).collect();
        order.sort_by_key(|it| (it.1.cells.start, it.0.event));
        let cells: Vec<_> = order.iter().map(|it| it.1.all()).collect();
        let Some((packed, _)) = pack::rows(&cells, rows) else { return false };
        for ((seen, room), row) in order.into_iter().zip(packed) {
            let item = item(seen, view, scale, first_row + row as u16);
            placed.push(Placed { item, title: Aside::Cells(room.title as u16) });
        }
        true
    }

    /// Puts what fits on the upper rows, and the rest together on the last.
    fn place_crowded(&self, view: &View, scale: &Scale, first_row: u16, rows: usize, placed: &mut Vec<Placed>) {
        let mut order: Vec<&Seen> = self.seen.iter().collect();
        order.sort_by_key(|it| (it.core().start, it.event));
        let cores: Vec<_> = order.iter().map(|it| it.core()).collect();
        let packed = pack::rows_or_none(&cores, rows - 1);
        let mut rest = Vec::new();
        for (seen, row) in order.iter().zip(packed) {
            match row {
                Some(row) => {
                    let item = item(seen, view, scale, first_row + row as u16);
                    placed.push(Placed { item, title: Aside::Chance });
                }
                None => rest.push(*seen),
            }
        }
        let columns = i64::from(scale.columns);
        let column = |it: &Seen| it.sign.unwrap_or(it.cells().start).clamp(0, columns - 1);
        rest.sort_by_key(|it| (column(it), it.event));
        let crowds = rest.iter().map(|it| Crowd { column: column(it), events: 1, first: it.event, last: it.event });
        let cursor = rest.iter().find(|it| Some(it.event) == view.cursor).map(|it| column(it));
        let mut together = Vec::new();
        place_clusters(crowds, cursor, scale, first_row + rows as u16 - 1, &mut together);
        draw_alone(&mut together, view, scale, |event| {
            rest.iter().find(|it| it.event == event).map(|it| (*it).clone())
        });
        placed.append(&mut together);
    }
}

/// Puts `crowds` on a row as clusters; the event under the cursor is one of those at the column `cursor`.
fn place_clusters(
    crowds: impl Iterator<Item = Crowd>,
    cursor: Option<i64>,
    scale: &Scale,
    row: u16,
    placed: &mut Vec<Placed>,
) {
    let columns = i64::from(scale.columns);
    for Cluster { cells, columns, events, first, last } in cluster::within(cluster::merge(crowds), columns) {
        let cells = cells.start as u16..cells.end as u16;
        let selected = cursor.is_some_and(|it| columns.contains(&it));
        let target = match events {
            1 => Target::Event(first),
            events => Target::Cluster { events, first, last },
        };
        let sign = Some(cells.start);
        let shape = Shape::Moment;
        let (left, right) = (Cap::Exact, Cap::Exact);
        let fill = (Fill::Whole, Fill::Whole);
        let item = Item { row, target, cells, sign, certain: None, fill, left, right, shape, label: None, selected };
        placed.push(Placed { item, title: Aside::Chance });
    }
}

/// Draws what stands alone on a row of clusters as what it is, where `seen` tells that, as far as there is room.
fn draw_alone(placed: &mut [Placed], view: &View, scale: &Scale, seen: impl Fn(EventIdx) -> Option<Seen>) {
    for at in 0..placed.len() {
        let Target::Event(event) = placed[at].item.target else { continue };
        let Some(seen) = seen(event) else { continue };
        let end = placed.get(at + 1).map_or(scale.columns, |it| it.item.cells.start.saturating_sub(1));
        let mut alone = item(&seen, view, scale, placed[at].item.row);
        if end < alone.cells.end && alone.shape == Shape::Span {
            cut(&mut alone, end);
        }
        placed[at].item = alone;
    }
}

/// Ends a bar at `end`, where something else begins; what is then too short for a bar is drawn as a sign.
fn cut(item: &mut Item, end: u16) {
    item.cells.end = end.max(item.cells.start + 1);
    let cells = item.cells.clone();
    item.certain = item.certain.take().map(|it| it.start..it.end.min(cells.end)).filter(|it| !it.is_empty());
    item.right = Cap::Cut;
    if cells.len() < 3 {
        item.sign = Some(cells.start);
    }
}
