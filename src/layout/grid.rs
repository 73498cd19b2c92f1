//! The columns of a picture as places in the order of events: found once a frame, and used by every lane.

use std::cell::{Cell, OnceCell};

use crate::catalog::Catalog;

use super::{cluster::Crowd, lane::Lane, scale::Scale};

/// The columns of a picture as places in the catalog's orders of starts and ends.
pub(super) struct Grid<'a> {
    catalog: &'a Catalog,
    pub(super) scale: Scale,
    /// How many events have begun by the end of the screen, and how many are over before it begins.
    begun: usize,
    over: usize,
    /// How many have begun by the end of each column; found when a lane is counted.
    columns: OnceCell<Vec<usize>>,
    visited: Cell<usize>,
}

impl<'a> Grid<'a> {
    pub(super) fn new(catalog: &'a Catalog, scale: Scale) -> Self {
        let begun = catalog.begun_by(scale.window.last);
        let over = catalog.over_before(scale.window.first);
        Self { catalog, scale, begun, over, columns: OnceCell::new(), visited: Cell::new(0) }
    }

    /// Returns how many columns were looked at.
    pub(super) fn visited(&self) -> usize {
        self.visited.get()
    }

    /// Returns how many events of a lane can touch the screen.
    pub(super) fn on_screen(&self, lane: &Lane) -> usize {
        self.visited.set(self.visited.get() + 1);
        lane.among_first(self.begun) - lane.among_over(self.over).min(lane.among_first(self.begun))
    }

    /// Counts the events of a lane by the column in which they begin; what began before the screen counts in its first.
    pub(super) fn crowds(&self, lane: &Lane) -> Vec<Crowd> {
        let columns = self.columns.get_or_init(|| {
            let ends = (0..i64::from(self.scale.columns)).map(|it| self.scale.window_of(it).last);
            ends.map(|it| self.catalog.begun_by(it)).collect()
        });
        self.visited.set(self.visited.get() + columns.len());
        let mut crowds = Vec::with_capacity(columns.len());
        let mut from = 0;
        for (column, begun) in (0..).zip(columns) {
            let to = lane.among_first(*begun);
            let begun = from..to;
            from = to;
            // Of what has begun by the first column, all but what is over before it: in no order of their own.
            let (events, ends) = match column {
                0 => (to - lane.among_over(self.over), self.first_and_last_not_over(lane, to)),
                _ => (begun.len(), (!begun.is_empty()).then(|| (begun.start, begun.end - 1))),
            };
            if let Some((first, last)) = ends {
                crowds.push(Crowd { column, events, first: lane.ids[first], last: lane.ids[last] });
            }
        }
        crowds
    }

    fn first_and_last_not_over(&self, lane: &Lane, begun: usize) -> Option<(usize, usize)> {
        let (ends, visited) = lane.first_and_last_not_over(self.catalog, begun, self.over);
        self.visited.set(self.visited.get() + visited);
        ends
    }
}
