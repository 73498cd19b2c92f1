//! What came out on a day: the chronology as the public came to know it.

use crate::{
    app::{find::Filter, steps::Direction},
    catalog::{Catalog, EventIdx, IdSet},
    chronology::{Instant, When},
};

/// What came out on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) struct Disclosure {
    /// The start of the day.
    pub(in crate::app) at: Instant,
    /// How many events came out on it.
    pub(in crate::app) n_events: usize,
    /// The first of them.
    pub(in crate::app) first: EventIdx,
}

/// Returns where to look for the day before or after the date as of which events are shown. Where they are shown as of no date,
/// that is the first of all days, or the last.
pub(in crate::app) fn begin(filter: &Filter, direction: Direction) -> Instant {
    let as_of = filter.as_of_date().map(When::bounds);
    match (direction, as_of) {
        (Direction::Forward, Some(it)) => it.latest,
        (Direction::Back, Some(it)) => it.earliest,
        (Direction::Forward, None) => Instant::MIN,
        (Direction::Back, None) => Instant::MAX,
    }
}

/// Returns which of the events that `filter` lets through came out on the next day after `from`, or on the last before it.
pub(super) fn disclosure(
    catalog: &Catalog,
    filter: &Filter,
    marked: &IdSet,
    from: Instant,
    direction: Direction,
) -> Option<Disclosure> {
    let ids = filter.matched(catalog, marked).possibly;
    let at = match direction {
        Direction::Forward => catalog.disclosure_after(&ids, from),
        Direction::Back => catalog.disclosure_before(&ids, from),
    }?;
    let day = at.date();
    let on_it =
        |it: &EventIdx| catalog.known_bounds(*it).is_some_and(|it| !it.earliest.is_end() && it.earliest.date() == day);
    let mut events = ids.iter().filter(on_it);
    let first = events.next()?;
    Some(Disclosure { at: Instant::at_start_of(day), n_events: 1 + events.count(), first })
}
