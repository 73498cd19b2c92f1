//! One lane: what of it touches the screen, how many rows it wants, and what it puts on those that it gets.

use crate::{
    catalog::{Catalog, EventIdx, IdSet},
    chronology::Shape,
    text::text_width,
};

use super::{
    bar::{Bar, Cap, Fill, Spelling},
    cluster::{self, Crowd},
    finish::{Aside, Placed, finish},
    grid::Grid,
    importance::importance,
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
        *visited += lane.touching(catalog, scale.window, |event| {
            if let Some(bounds) = catalog.bounds(event) {
                let spelling = if catalog.is_one_of(event) { Spelling::OneOf } else { Spelling::Date };
                let bar = Bar::of(bounds, spelling, scale);
                let sign = bar.sign(&scale);
                let title = text_width(catalog.title(event));
                seen.push(Seen { event, bar, sign, title, importance: importance(catalog, event, marked) });
            }
        });
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
            let cursor = view.cursor.and_then(|it| self.lane.ids.binary_search(&it).ok());
            let event = |it: usize| self.lane.ids[it];
            place_clusters(crowds.iter().copied(), &event, cursor, scale, first_row, &mut placed);
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
        let crowds =
            rest.iter().enumerate().map(|(at, it)| Crowd { column: column(it), events: 1, first: at, last: at });
        let from = placed.len();
        let cursor = rest.iter().position(|it| Some(it.event) == view.cursor);
        place_clusters(crowds, &|it| rest[it].event, cursor, scale, first_row + rows as u16 - 1, placed);
        // What stands alone after all is drawn as what it is, as far as there is room.
        for at in from..placed.len() {
            let Target::Event(event) = placed[at].item.target else { continue };
            let Some(seen) = rest.iter().find(|it| it.event == event) else { continue };
            let end = placed.get(at + 1).map_or(scale.columns, |it| it.item.cells.start.saturating_sub(1));
            let mut alone = item(seen, view, scale, placed[at].item.row);
            if end < alone.cells.end && alone.shape == Shape::Span {
                cut(&mut alone, end);
            }
            placed[at].item = alone;
        }
    }
}

/// Puts `crowds` on a row as clusters; their events are numbered as `event` numbers them, and so is the one under the cursor.
fn place_clusters(
    crowds: impl Iterator<Item = Crowd>,
    event: &dyn Fn(usize) -> EventIdx,
    cursor: Option<usize>,
    scale: &Scale,
    row: u16,
    placed: &mut Vec<Placed>,
) {
    let columns = i64::from(scale.columns);
    for cluster in cluster::within(cluster::merge(crowds), columns) {
        let cells = cluster.cells.start as u16..cluster.cells.end as u16;
        let (first, last) = (event(cluster.first), event(cluster.last));
        let selected = match cluster.events {
            1 => cursor == Some(cluster.first),
            _ => cursor.is_some_and(|it| cluster.first <= it && it <= cluster.last),
        };
        let target = match cluster.events {
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
