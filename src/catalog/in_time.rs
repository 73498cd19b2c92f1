//! Where events lie in time, and which of them lie where.

use crate::chronology::{Bounds, Instant, Match, Member, Window};

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
        let first = |it: &[Window]| it.first().copied();
        let (certain, known_end) = (first(self.columns.certain.of(row)), first(self.columns.known_ends.of(row)));
        Some(shape.bounds((earliest, latest), certain, known_end))
    }

    /// Returns the stretches that an event's date is made of, where it has holes.
    pub fn members_of(&self, event: EventIdx) -> &[Member] {
        self.columns.members.of(self.row(event))
    }

    /// Returns how an event's date meets `window`; one without a date is in none.
    pub fn matches(&self, event: EventIdx, window: Window) -> Match {
        self.bounds(event).map_or(Match::No, |it| it.matches_by(self.members_of(event), window))
    }

    /// Returns where an event stands in the order of events, or what stands before it does if that is later: places ascend.
    pub fn stands_at(&self, event: EventIdx) -> Option<Instant> {
        self.spans.places.get(event.index()).copied()
    }

    /// Returns whether an event may have begun before the place at which it stands.
    pub fn may_be_earlier(&self, event: EventIdx) -> bool {
        self.spans.starts.get(event.index()).zip(self.stands_at(event)).is_some_and(|(start, place)| *start < place)
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

    /// Returns how many events stand at `at` or before: those come first. Nearly all stand where they can have begun at the
    /// earliest; of the others [`Catalog::may_be_earlier`] tells.
    pub fn begun_by(&self, at: Instant) -> usize {
        self.spans.places.partition_point(|it| *it <= at)
    }

    /// Returns how many events can have begun at `at` or before: those are the first in the order of starts.
    pub fn started_by(&self, at: Instant) -> usize {
        self.spans.started_by(at)
    }

    /// Returns the place of an event in the order of starts.
    pub fn start_rank(&self, event: EventIdx) -> u32 {
        self.spans.start_rank(event.0)
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
        for (at, block) in self.spans.blocks.iter().enumerate().filter(|it| it.1.touches(window)) {
            debug_assert!(block.first <= block.last, "a block holds an event");
            let block = at * BLOCK..((at + 1) * BLOCK).min(self.spans.starts.len());
            let touching = block.map(|it| EventIdx(it as u32)).filter(|it| self.can_touch(*it, window));
            touching.for_each(|it| found.insert(it));
        }
        found
    }

    fn can_touch(&self, event: EventIdx, window: Window) -> bool {
        let at = event.index();
        let touches = self.spans.starts[at] <= window.last && window.first <= self.spans.ends[at];
        if !touches || self.columns.members.is_empty() {
            return touches;
        }
        let members = self.members_of(event);
        members.is_empty() || members.iter().any(|it| it.window.touches(window))
    }
}
