//! Where events lie in time, and which of them lie where.

use crate::chronology::{Bounds, Instant, Window};

use super::{
    ids::{EventIdx, IdSet},
    snapshot::Catalog,
    span::BLOCK,
};

impl Catalog {
    /// Returns where an event lies on the axis.
    pub fn bounds(&self, event: EventIdx) -> Option<Bounds> {
        let (earliest, latest) = (*self.spans.starts.get(event.index())?, *self.spans.ends.get(event.index())?);
        let row = self.row(event);
        let shape = self.columns.shapes[row];
        Some(shape.bounds(earliest, latest, self.columns.certain.of(row).first().copied()))
    }

    /// Returns everything that an event can touch of the axis.
    pub fn window(&self, event: EventIdx) -> Option<Window> {
        let (first, last) = (*self.spans.starts.get(event.index())?, *self.spans.ends.get(event.index())?);
        Some(Window { first, last })
    }

    /// Returns the year in which all of an event's possible range lies, if there is one.
    pub fn year(&self, event: EventIdx) -> Option<i64> {
        let window = self.window(event).filter(|it| !it.first.is_end() && !it.last.is_end())?;
        let (first, last) = (window.first.date().year, window.last.date().year);
        (first == last).then_some(first)
    }

    /// Returns the window from the first to the last bound that lies on the axis; nothing where no event has one.
    pub fn extent(&self) -> Option<Window> {
        self.extent
    }

    /// Returns the window from the first to the last bound of `events` that lies on the axis; nothing where none has one.
    pub fn extent_of(&self, events: &IdSet) -> Option<Window> {
        let windows = events.iter().map_while(|it| self.window(it));
        Window::around(windows.flat_map(|it| [it.first, it.last]))
    }

    /// Returns how many events begin at `at` or before: those come first.
    pub fn begun_by(&self, at: Instant) -> usize {
        self.spans.starts.partition_point(|it| *it <= at)
    }

    /// Returns how many events are over before `at`: those are the first in the order of ends.
    pub fn over_before(&self, at: Instant) -> usize {
        self.spans.by_end.partition_point(|it| self.spans.ends[*it as usize] < at)
    }

    /// Returns the place of an event in the order of ends.
    pub fn end_rank(&self, event: EventIdx) -> u32 {
        self.spans.end_ranks.get(event.index()).copied().unwrap_or(u32::MAX)
    }

    /// Returns the events that are possibly in `window`.
    pub fn touching(&self, window: Window) -> IdSet {
        let mut found = IdSet::new(self.len());
        let begun = self.begun_by(window.last);
        for (at, block_end) in self.spans.block_ends.iter().enumerate().take(begun.div_ceil(BLOCK)) {
            if *block_end < window.first {
                continue;
            }
            let block = at * BLOCK..((at + 1) * BLOCK).min(begun);
            let touching = block.filter(|it| window.first <= self.spans.ends[*it]);
            touching.for_each(|it| found.insert(EventIdx(it as u32)));
        }
        found
    }
}
