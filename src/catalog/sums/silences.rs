//! Stretches in which nothing happened that is on record.
//!
//! What lasts happens twice: when it begins, and when it ends. What lies between is a state, and does not break a silence.

use crate::catalog::{
    ids::{EventIdx, IdSet},
    snapshot::Catalog,
};
use crate::chronology::{Bounds, DAY, End, Instant, Member, Shape, Window};

/// The most gaps that are told.
const GAPS: usize = 10;

/// A stretch of silence between two events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The stretch: nothing of the set can have happened, begun or ended in it.
    pub window: Window,
    /// The event that happened, began or ended last before it.
    pub after: EventIdx,
    /// The event that happened, began or ended first after it.
    pub before: EventIdx,
}

/// Returns the longest stretches between the happenings of events, longest first, equal ones by time.
pub(super) fn silences(catalog: &Catalog, ids: &IdSet) -> Vec<Gap> {
    let mut happenings: Vec<(Window, EventIdx)> = Vec::new();
    for idx in ids.iter().take_while(|it| it.index() < catalog.n_dated()) {
        if let Some(bounds) = catalog.bounds(idx) {
            happenings.extend(happened(bounds, catalog.members_of(idx)).into_iter().map(|it| (it, idx)));
        }
    }
    happenings.sort_unstable_by_key(|(it, idx)| (it.first, *idx));
    let mut gaps = Vec::new();
    let mut reached: Option<(Instant, EventIdx)> = None;
    for (own, idx) in happenings {
        if let Some((latest, after)) = reached
            && latest.plus(1) < own.first
        {
            let window = Window { first: latest.plus(1), last: own.first.plus(-1) };
            gaps.push(Gap { window, after, before: idx });
        }
        if reached.is_none_or(|(latest, _)| latest <= own.last) {
            reached = Some((own.last, idx));
        }
    }
    gaps.sort_by_key(|it| std::cmp::Reverse(it.window.millis()));
    gaps.truncate(GAPS);
    gaps
}

/// Returns where something happened: of what happened once, all of where that can have been.
fn happened(bounds: Bounds, members: &[Member]) -> Vec<Window> {
    if bounds.shape == Shape::Moment {
        return vec![bounds.window()];
    }
    if let Some(known_end) = bounds.known_end {
        return vec![known_end];
    }
    if members.is_empty() {
        return ends(bounds.window(), bounds.certain, (bounds.start, bounds.end));
    }
    members.iter().flat_map(|it| ends(it.window, it.certain, known_ends(it.window))).collect()
}

fn known_ends(window: Window) -> (End, End) {
    let end = |it: Instant| if it.is_end() { End::Open } else { End::Known };
    (end(window.first), end(window.last))
}

/// Returns where what lasted can have begun and ended, as far as that is known. Where it may all have been on one day, it is one
/// happening.
fn ends(all: Window, certain: Option<Window>, (start, end): (End, End)) -> Vec<Window> {
    let Some(certain) = certain else {
        return if start == End::Known || end == End::Known { vec![all] } else { Vec::new() };
    };
    let began = Window { first: all.first, last: end_of_day(certain.first) };
    let ended = Window { first: start_of_day(certain.last), last: all.last };
    let known = [(start, began), (end, ended)].into_iter().filter(|it| it.0 == End::Known);
    known.map(|it| it.1).filter(|it| it.first <= it.last).collect()
}

/// Returns the end of the day that begins at an instant; the instant itself where it is finer than days.
fn end_of_day(it: Instant) -> Instant {
    if it.0.rem_euclid(DAY) == 0 { it.plus(DAY - 1) } else { it }
}

fn start_of_day(it: Instant) -> Instant {
    if it.plus(1).0.rem_euclid(DAY) == 0 { it.plus(1 - DAY) } else { it }
}
