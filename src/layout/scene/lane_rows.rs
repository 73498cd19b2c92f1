//! One lane: what of it touches the screen, how many rows it wants, and what it puts on those that it gets.

use crate::{catalog::EventIdx, chronology::Shape, layout::lanes::Lane};

use super::{
    bar::{Cap, Fill},
    cluster::{self, Cluster},
    grid::Grid,
    pack,
    picture::{Item, Target},
    seen_event::SeenEvent,
    shares::{Claim, Share, shares},
    titles::{Aside, Placed, place_titles},
};

/// Most rows of one lane.
const ROWS: usize = 7;

/// A lane before its rows are known.
pub(super) struct LaneRows<'a> {
    lane: &'a Lane,
    /// Its number, from the uppermost.
    pub(super) number: usize,
    events: Events,
    /// How many rows it wants.
    pub(super) wanted: usize,
}

/// What of a lane touches the screen.
enum Events {
    /// Each event, in the order of their bars.
    Each(Vec<SeenEvent>),
    /// How many there are in each column: more than can be told apart.
    Counted(Vec<Cluster>),
}

impl<'a> LaneRows<'a> {
    /// Looks at the events of a lane one by one.
    pub(super) fn walked(grid: &Grid, lane: &'a Lane, number: usize) -> Self {
        let mut seen = Vec::new();
        let visited = lane.touching(grid.catalog, (grid.begun, grid.scale.window.last), grid.over, |it| {
            seen.extend(SeenEvent::of(grid, it))
        });
        grid.visit(visited);
        seen.sort_by_key(|it| (it.claim.cells.start, it.event));
        let titled = |it: &SeenEvent| Share { cells: it.claim.cells.clone(), title: it.claim.title }.all();
        let rows: Option<Vec<usize>> = pack::rows(seen.iter().map(titled), ROWS).into_iter().collect();
        let wanted = rows.map_or(ROWS, |it| it.into_iter().max().unwrap_or(0) + 1);
        Self { lane, number, events: Events::Each(seen), wanted }
    }

    /// Counts the events of a lane by its columns.
    pub(super) fn counted(grid: &Grid, lane: &'a Lane, number: usize) -> Self {
        Self { lane, number, events: Events::Counted(grid.counted(lane)), wanted: 1 }
    }

    /// Returns the lane's items on `rows` rows from `first_row` on.
    pub(super) fn place(&self, grid: &Grid, first_row: u16, rows: usize) -> impl Iterator<Item = Item> {
        let mut placed = match &self.events {
            Events::Counted(clusters) => {
                let cursor = grid.view.cursor.filter(|it| self.lane.ids.binary_search(it).is_ok());
                let window = cursor.and_then(|it| grid.catalog.window(it)).filter(|it| it.touches(grid.scale.window));
                let cursor = cursor.filter(|_| window.is_some()).and_then(|it| grid.counted_at(it));
                // A moment stands where it is counted, and so does what may have begun before that.
                let begins_there =
                    |it: &SeenEvent| it.bar.shape == Shape::Span && !grid.catalog.may_be_earlier(it.event);
                let span = |it| SeenEvent::of(grid, it).filter(begins_there);
                place_clusters(grid, clusters.iter().cloned(), cursor, first_row, span)
            }
            Events::Each(seen) => {
                place_apart(grid, seen, first_row, rows).unwrap_or_else(|| place_crowded(grid, seen, first_row, rows))
            }
        };
        place_titles(grid, &mut placed);
        placed.into_iter().map(|it| it.item)
    }
}

/// Puts every event where it is seen by itself, if there are rows enough for that.
fn place_apart(grid: &Grid, seen: &[SeenEvent], first_row: u16, rows: usize) -> Option<Vec<Placed>> {
    let claims: Vec<&Claim> = seen.iter().map(|it| &it.claim).collect();
    let shares = shares(&claims, rows, grid.scale.columns)?;
    let mut order: Vec<_> = seen.iter().zip(&shares).collect();
    order.sort_by_key(|it| (it.1.cells.start, it.0.event));
    let packed: Option<Vec<usize>> = pack::rows(order.iter().map(|it| it.1.all()), rows).into_iter().collect();
    let placed = order.into_iter().zip(packed?).map(|((seen, share), row)| Placed {
        item: seen.item(grid, first_row + row as u16),
        title: Aside::Cells(share.title as u16),
    });
    Some(placed.collect())
}

/// Puts what fits on the upper rows, and the rest together on the last.
fn place_crowded(grid: &Grid, seen: &[SeenEvent], first_row: u16, rows: usize) -> Vec<Placed> {
    let mut order: Vec<&SeenEvent> = seen.iter().collect();
    order.sort_by_key(|it| (it.claim.core.start, it.event));
    let packed = pack::rows(order.iter().map(|it| it.claim.core.clone()), rows - 1);
    let (mut placed, mut rest) = (Vec::new(), Vec::new());
    for (seen, row) in order.into_iter().zip(packed) {
        match row {
            Some(row) => {
                placed.push(Placed { item: seen.item(grid, first_row + row as u16), title: Aside::Chance });
            }
            None => rest.push(seen),
        }
    }
    let last = i64::from(grid.scale.columns) - 1;
    let column = |it: &SeenEvent| it.sign.unwrap_or(it.claim.cells.start).clamp(0, last);
    rest.sort_by_key(|it| (column(it), it.event));
    let each = rest.iter().map(|it| Cluster::at(column(it), 1, (it.event, it.event)));
    let cursor = rest.iter().find(|it| Some(it.event) == grid.view.cursor).map(|it| column(it));
    let alone = |event| rest.iter().find(|it| it.event == event).map(|it| (*it).clone());
    placed.extend(place_clusters(grid, each, cursor, first_row + rows as u16 - 1, alone));
    placed
}

/// Puts `clusters` on a row; the event under the cursor is one of those at the column `cursor`. What stands alone is drawn as what
/// it is, where `alone` tells that, as far as there is room.
fn place_clusters(
    grid: &Grid,
    clusters: impl Iterator<Item = Cluster>,
    cursor: Option<i64>,
    row: u16,
    alone: impl Fn(EventIdx) -> Option<SeenEvent>,
) -> Vec<Placed> {
    let clusters = cluster::within(cluster::merge(clusters), i64::from(grid.scale.columns));
    let place = |(at, cluster): (usize, &Cluster)| {
        let Cluster { cells, columns, events, first, last } = cluster;
        let alone = if *events == 1 { alone(*first) } else { None };
        let next = clusters.get(at + 1).map_or(grid.scale.columns, |it| (it.cells.start as u16).saturating_sub(1));
        let item = match alone {
            Some(it) => cut(it.item(grid, row), next),
            None => Item {
                row,
                target: match events {
                    1 => Target::Event(*first),
                    _ => Target::Cluster { events: *events, first: *first, last: *last },
                },
                cells: cells.start as u16..cells.end as u16,
                sign: Some(cells.start as u16),
                certain: None,
                fill: (Fill::Whole, Fill::Whole),
                left: Cap::Exact,
                right: Cap::Exact,
                shape: Shape::Moment,
                label: None,
                selected: cursor.is_some_and(|it| columns.contains(&it)),
            },
        };
        Placed { item, title: Aside::Chance }
    };
    clusters.iter().enumerate().map(place).collect()
}

/// Ends a bar at `end`, where something else begins; what is then too short for a bar is drawn as a sign.
fn cut(mut item: Item, end: u16) -> Item {
    if end < item.cells.end && item.shape == Shape::Span {
        item.cells.end = end.max(item.cells.start + 1);
        let end = item.cells.end;
        item.certain = item.certain.map(|it| it.start..it.end.min(end)).filter(|it| !it.is_empty());
        item.right = Cap::Cut;
        if item.cells.len() < 3 {
            item.sign = Some(item.cells.start);
        }
    }
    item
}
