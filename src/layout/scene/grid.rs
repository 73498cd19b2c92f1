//! A picture's columns as places in the order of events: found once a frame, and used by every lane.

use std::cell::{Cell, OnceCell};

use crate::{
    catalog::{Catalog, EventIdx},
    layout::{axis::Scale, lanes::Lane},
};

use super::{cluster::Cluster, picture::SceneView};

/// What is looked at, with the columns of the picture as places in the catalog's orders of starts and ends.
pub(super) struct Grid<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) view: &'a SceneView<'a>,
    pub(super) scale: Scale,
    /// How many events and columns were looked at.
    pub(super) visited: Cell<usize>,
    /// How many events have begun by the end of the screen, and how many are over before it begins.
    pub(super) begun: usize,
    pub(super) over: usize,
    /// How many have begun by the end of each column; found when a lane is counted.
    columns: OnceCell<Vec<usize>>,
}

impl<'a> Grid<'a> {
    pub(super) fn new(catalog: &'a Catalog, view: &'a SceneView<'a>, scale: Scale) -> Self {
        let begun = catalog.begun_by(scale.window.last);
        let over = catalog.over_before(scale.window.first);
        Self { catalog, view, scale, visited: Cell::new(0), begun, over, columns: OnceCell::new() }
    }

    /// Notes that `n` more events or columns were looked at.
    pub(super) fn visit(&self, n: usize) {
        self.visited.set(self.visited.get() + n);
    }

    /// Returns how many events of a lane can touch the screen.
    pub(super) fn on_screen(&self, lane: &Lane) -> usize {
        self.visit(1);
        let begun = lane.among_first(self.begun);
        begun - lane.among_over(self.over).min(begun) + self.standing_later(lane).count()
    }

    /// Returns the events of a lane that stand beyond the screen and may lie on it.
    fn standing_later(&self, lane: &Lane) -> impl Iterator<Item = EventIdx> {
        lane.standing_later(self.catalog, (self.begun, self.scale.window.last), self.over)
    }

    /// Returns the column at which an event of the screen is counted: that of its place, or of where it may have begun if it stands
    /// beyond the screen.
    pub(super) fn counted_at(&self, event: EventIdx) -> Option<i64> {
        let place = self.catalog.stands_at(event)?;
        let start = self.catalog.window(event)?.first;
        let at = if self.scale.window.last < place { start } else { place };
        Some(self.scale.column(at).max(0))
    }

    /// Counts the events of a lane by the column in which they begin; what began before the screen counts in its first.
    pub(super) fn counted(&self, lane: &Lane) -> Vec<Cluster> {
        let columns = self.columns.get_or_init(|| {
            let ends = (0..i64::from(self.scale.columns)).map(|it| self.scale.window_of(it).last);
            ends.map(|it| self.catalog.begun_by(it)).collect()
        });
        self.visit(columns.len());
        let mut clusters = Vec::with_capacity(columns.len());
        let mut from = 0;
        for (column, begun) in (0..).zip(columns) {
            let to = lane.among_first(*begun);
            // Of what has begun by the first column, all but what is over before it: in no order of their own.
            let (events, ends) = if column == 0 {
                let (ends, visited) = lane.first_and_last_not_over(self.catalog, to, self.over);
                self.visit(visited);
                (to.saturating_sub(lane.among_over(self.over)), ends)
            } else {
                (to - from, (from < to).then(|| (from, to - 1)))
            };
            from = to;
            clusters.extend(ends.map(|(first, last)| Cluster::at(column, events, (lane.ids[first], lane.ids[last]))));
        }
        let later = self.standing_later(lane).filter_map(|it| Some(Cluster::at(self.counted_at(it)?, 1, (it, it))));
        clusters.extend(later);
        clusters.sort_by_key(|it| it.cells.start);
        clusters
    }
}
