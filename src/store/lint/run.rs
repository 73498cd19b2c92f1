//! Lint: what a whole store probably does not mean, though all of it could be read.
//!
//! Most events are beyond suspicion, which shows while they are read. The checks of events look at the others only, several
//! threads at once.

use std::{borrow::Cow, sync::Arc, thread};

use super::{
    check::{LooksAt, OfEvent, Subject},
    checks::CHECKS,
    facts::Facts,
    lookup::Store,
    survey::Survey,
};
use crate::{
    catalog::Catalog,
    chronology::Instant,
    diag::{Diagnostic, SourceMap},
};

/// Events that lint looks at in the time between two keys.
const QUICK: usize = 5000;

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
        Store::new(&self.catalog, &self.survey.not_lower, &self.files, self.now)
    }

    /// Returns whether there is so little to look at that it is done at once.
    pub(in crate::store) fn is_quick(&self) -> bool {
        self.rows().len() + self.survey.not_lower.len() < QUICK
    }

    /// Returns what is suspicious about the store, in order of place. It does not repeat what reading found.
    pub fn run(&self) -> Vec<Diagnostic> {
        let store = &self.store();
        let checks: Vec<(Facts, OfEvent)> = CHECKS.iter().filter_map(|it| self.of_events(&it.looks_at)).collect();
        let mut faults = side_by_side(&self.rows(), |row, faults| {
            let event = store.at(row);
            let (facts, subject) = (Facts::of(&event, self.now), Subject::new(&event, &self.files));
            for (_, check) in checks.iter().filter(|it| facts.has(it.0)) {
                check(store, &subject, faults);
            }
        });
        for it in CHECKS {
            if let LooksAt::Store(check) = it.looks_at {
                check(store, &mut faults);
            }
        }
        sort(&mut faults);
        faults
    }

    /// Returns a check of events in this store, and what it wants of them.
    fn of_events(&self, looks_at: &LooksAt) -> Option<(Facts, OfEvent)> {
        match looks_at {
            LooksAt::Events(facts, run) => Some((*facts, *run)),
            LooksAt::EveryEvent { of, run } => of(&self.catalog).then_some((Facts::NONE, *run)),
            LooksAt::Store(_) => None,
        }
    }

    /// Returns the rows of the events that a check may say something of.
    fn rows(&self) -> Cow<'_, [u32]> {
        let all = CHECKS.iter().any(|it| self.of_events(&it.looks_at).is_some_and(|it| it.0 == Facts::NONE));
        if all { (0..self.catalog.len() as u32).collect() } else { (&*self.survey.suspects).into() }
    }
}

/// Returns what `check` finds in events, by their rows.
fn side_by_side(rows: &[u32], check: impl Fn(u32, &mut Vec<Diagnostic>) + Sync) -> Vec<Diagnostic> {
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

/// Sorts faults as people read files; those without a place come first.
pub(in crate::store) fn sort(faults: &mut [Diagnostic]) {
    faults.sort_by_key(|it| it.span.map(|it| (it.file, it.start, it.end)));
}
