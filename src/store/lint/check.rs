//! Lint: what a whole store probably does not mean, though all of it could be read.
//!
//! Most events are beyond suspicion, which shows while they are read. The checks of events look at the others only, several
//! threads at once.

use std::thread;

use super::{
    lifetimes::{documented_in_future, follows_backwards, outside_lifetime, status_disagrees},
    locate::sort,
    lookup::{Shelf, Store},
    provenance::{ids_differ_by_case, never_cited, no_source, party_unused, single_root, two_dates},
    survey::{Again, Numbers, Survey},
};
use crate::store::input::Loaded;
use crate::{
    chronology::{CivilDate, Event, Instant},
    diag::Diagnostic,
};

/// Every check of one event, each named after the rule that it reports.
const OF_EVENTS: [fn(&Store, &Event, &mut Vec<Diagnostic>); 6] =
    [status_disagrees, documented_in_future, outside_lifetime, follows_backwards, no_source, single_root];

/// Every check of what stands beside the events, or of all of them together.
const OF_THE_WHOLE: [fn(&Store, &mut Vec<Diagnostic>); 4] = [never_cited, party_unused, two_dates, ids_differ_by_case];

/// Returns what is suspicious about a store, in order of place. It does not repeat what loading found.
///
/// `today` decides what lies in the future.
pub fn check(loaded: &Loaded, today: CivilDate) -> Vec<Diagnostic> {
    let now = Instant::at_end_of(today);
    let chronology = &loaded.chronology;
    let mut survey = Survey::new(now);
    chronology.events.iter().for_each(|it| survey.add(it, Again::Yes));
    let mut numbers = Numbers::default();
    for number in 0..survey.ids.len() as u32 {
        numbers.add(&survey.ids, number);
    }
    let entries = (&*chronology.parties, &*chronology.sources);
    lint(&Store::new(entries, Shelf::Held(&chronology.events), (&survey, &numbers), &loaded.files, now))
}

/// Returns what is suspicious about a store, in order of place.
pub(crate) fn lint(store: &Store) -> Vec<Diagnostic> {
    let all: Vec<u32>;
    let suspects = if store.parties.iter().any(|it| it.when.is_some()) {
        all = (0..store.survey.ids.len() as u32).collect();
        &all
    } else {
        &store.survey.suspects
    };
    let mut faults = of_events(suspects, |number, faults| {
        if let Some(event) = store.at(number) {
            OF_EVENTS.iter().for_each(|check| check(store, &event, faults));
        }
    });
    OF_THE_WHOLE.iter().for_each(|check| check(store, &mut faults));
    sort(&mut faults);
    faults
}

/// Returns what `check` finds in events, by their numbers.
pub(crate) fn of_events(numbers: &[u32], check: impl Fn(u32, &mut Vec<Diagnostic>) + Sync) -> Vec<Diagnostic> {
    let run = |numbers: &[u32]| {
        let mut faults = Vec::new();
        numbers.iter().for_each(|it| check(*it, &mut faults));
        faults
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    if threads == 1 || numbers.len() < 1000 {
        return run(numbers);
    }
    thread::scope(|scope| {
        let shares: Vec<_> =
            numbers.chunks(numbers.len().div_ceil(threads)).map(|share| scope.spawn(move || run(share))).collect();
        let faults = shares.into_iter().flat_map(|it| it.join().expect("a check does not panic"));
        faults.collect()
    })
}
