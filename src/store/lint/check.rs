//! Lint: what a whole store probably does not mean, though all of it could be read.
//!
//! Most events are beyond suspicion, which shows while they are read. The checks of events look at the others only, several
//! threads at once.

use std::{sync::Arc, thread};

use super::{
    lifetimes::{documented_in_future, follows_backwards, outside_lifetime, status_disagrees},
    locate::sort,
    lookup::Store,
    provenance::{ids_differ_by_case, never_cited, no_source, party_unused, single_root, two_dates},
    survey::Survey,
};
use crate::{
    catalog::Catalog,
    chronology::{Event, Instant},
    diag::{Diagnostic, SourceMap},
};

/// Events that lint looks at in the time between two keys.
const QUICK: usize = 5000;

/// Every check of one event, each named after the rule that it reports.
const OF_EVENTS: [fn(&Store, &Event, &mut Vec<Diagnostic>); 6] =
    [status_disagrees, documented_in_future, outside_lifetime, follows_backwards, no_source, single_root];

/// Every check of what stands beside the events, or of all of them together.
const OF_THE_WHOLE: [fn(&Store, &mut Vec<Diagnostic>); 4] = [never_cited, party_unused, two_dates, ids_differ_by_case];

/// What lint looks at: a store that was read.
pub struct Lint {
    pub(in crate::store) catalog: Arc<Catalog>,
    pub(in crate::store) files: Arc<SourceMap>,
    pub(in crate::store) survey: Survey,
    /// Last millisecond of today, which decides what lies in the future.
    pub(in crate::store) now: Instant,
}

impl Lint {
    pub(in crate::store) fn store(&self) -> Store<'_> {
        Store::new(&self.catalog, &self.survey, &self.files, self.now)
    }

    /// Returns whether there is so little to look at that it is done at once.
    pub(in crate::store) fn is_quick(&self) -> bool {
        let lifetimes = self.catalog.parties().iter().any(|it| it.when.is_some());
        let looked_at = if lifetimes { self.catalog.len() } else { self.survey.suspects.len() };
        looked_at + self.survey.not_lower.len() < QUICK
    }

    /// Returns what is suspicious about the store, in order of place. It does not repeat what reading found.
    pub fn run(&self) -> Vec<Diagnostic> {
        let store = &self.store();
        let all: Vec<u32>;
        let suspects = if store.parties.iter().any(|it| it.when.is_some()) {
            all = (0..store.len() as u32).collect();
            &all
        } else {
            &self.survey.suspects
        };
        let mut faults = of_events(suspects, |row, faults| {
            let event = store.at(row);
            OF_EVENTS.iter().for_each(|check| check(store, &event, faults));
        });
        OF_THE_WHOLE.iter().for_each(|check| check(store, &mut faults));
        sort(&mut faults);
        faults
    }
}

/// Returns what `check` finds in events, by their rows.
pub(in crate::store) fn of_events(rows: &[u32], check: impl Fn(u32, &mut Vec<Diagnostic>) + Sync) -> Vec<Diagnostic> {
    let run = |rows: &[u32]| {
        let mut faults = Vec::new();
        rows.iter().for_each(|it| check(*it, &mut faults));
        faults
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    if threads == 1 || rows.len() < 1000 {
        return run(rows);
    }
    thread::scope(|scope| {
        let shares: Vec<_> =
            rows.chunks(rows.len().div_ceil(threads)).map(|share| scope.spawn(move || run(share))).collect();
        let faults = shares.into_iter().flat_map(|it| it.join().expect("a check does not panic"));
        faults.collect()
    })
}
