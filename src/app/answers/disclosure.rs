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

/// Returns which of the events that `filter` lets through, whenever they came out, came out on the day after the date as of which
/// it shows them, or on the day before. Where that is no date, it is the first of all days, or the last.
pub(super) fn disclosure(
    catalog: &Catalog,
    mut filter: Filter,
    marked: &IdSet,
    direction: Direction,
) -> Option<Disclosure> {
    let as_of = filter.as_of_date().map(When::bounds);
    filter.set_as_of(None);
    let ids = filter.matched(catalog, marked).possibly;
    let at = match direction {
        Direction::Forward => catalog.disclosure_after(&ids, as_of.map_or(Instant::MIN, |it| it.latest)),
        Direction::Back => catalog.disclosure_before(&ids, as_of.map_or(Instant::MAX, |it| it.earliest)),
    }?;
    let day = at.date();
    let on_it =
        |it: &EventIdx| catalog.known_bounds(*it).is_some_and(|it| !it.earliest.is_end() && it.earliest.date() == day);
    let mut events = ids.iter().filter(on_it);
    let first = events.next()?;
    Some(Disclosure { at: Instant::at_start_of(day), n_events: 1 + events.count(), first })
}
