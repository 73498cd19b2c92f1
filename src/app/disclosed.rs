//! What came out on a day.

use crate::{
    catalog::{Catalog, EventIdx, IdSet},
    chronology::Instant,
};

use super::{filter::Filter, way::Way};

/// What came out on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Disclosed {
    /// The start of the day.
    pub at: Instant,
    /// How many events came out on it.
    pub n_events: usize,
    /// The first of them.
    pub first: EventIdx,
}

/// Returns what of what `filter` lets through came out on the next day after `from`, or the last before it.
pub(super) fn disclosed(
    catalog: &Catalog,
    filter: &Filter,
    marked: &IdSet,
    from: Instant,
    way: Way,
) -> Option<Disclosed> {
    let ids = filter.matched(catalog, marked).possibly;
    let at = match way {
        Way::Forward => catalog.disclosure_after(&ids, from),
        Way::Back => catalog.disclosure_before(&ids, from),
    }?;
    let day = at.date();
    let on_it =
        |it: &EventIdx| catalog.known_bounds(*it).is_some_and(|it| !it.earliest.is_end() && it.earliest.date() == day);
    let mut events = ids.iter().filter(on_it);
    let first = events.next()?;
    Some(Disclosed { at: Instant::at_start_of(day), n_events: 1 + events.count(), first })
}
