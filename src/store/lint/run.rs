//! Lint: what a whole store probably does not mean, though all of it could be read.
//!
//! Most events are beyond suspicion, which the catalog shows. The checks of events read the others again, several threads at once.

use std::convert::Infallible;

use super::{
    allow::Allows,
    check::{LooksAt, OfEvent, Suspect},
    checks::{CHECKS, rules},
    lookup::Lint,
};
use crate::{
    catalog::{EventIdx, in_order},
    diag::Diagnostic,
};

/// Events that lint looks at in the time between two keys.
const QUICK: usize = 5000;

/// Events that a thread looks at before it asks for more.
const BATCH: usize = 500;

impl Lint {
    /// Returns whether there is so little to look at that it is done at once.
    pub(in crate::store) fn is_quick(&self) -> bool {
        let events = self.suspects().chain(self.catalog.ids_not_lower().map(|it| it.0));
        events.take(QUICK).count() < QUICK
    }

    /// Returns what is suspicious about the store, in order of place. It does not repeat what reading found, nor say what
    /// a comment allows.
    pub fn run(&self) -> Vec<Diagnostic> {
        let suspects: Vec<EventIdx> = self.suspects().collect();
        let batches: Vec<&[EventIdx]> = suspects.chunks(BATCH).collect();
        let mut faults = Vec::new();
        let look = |batch: &&[EventIdx]| batch.iter().flat_map(|it| self.look_at(*it)).collect::<Vec<_>>();
        let Ok::<(), Infallible>(()) = in_order(&batches, look, |mut found| {
            faults.append(&mut found);
            Ok(())
        });
        for it in CHECKS {
            if let LooksAt::Store(check) = it.looks_at {
                check(self, &mut faults);
            }
        }
        let mut allows = self.allows.clone().unwrap_or_else(|| Allows::find(&self.catalog, &self.files));
        allows.apply(&mut faults);
        let rules: Vec<_> = rules().copied().collect();
        faults.extend(allows.faults(&rules));
        sort(&mut faults);
        faults
    }

    /// Returns the events that a check may say something of, in the order of reading.
    fn suspects(&self) -> impl Iterator<Item = EventIdx> {
        let events = self.catalog.in_file_order().iter().map(|it| EventIdx(*it));
        events.filter(|it| self.checks_of(*it).next().is_some())
    }

    /// Returns the checks that may say something of an event.
    fn checks_of(&self, event: EventIdx) -> impl Iterator<Item = OfEvent> {
        CHECKS.iter().filter_map(move |it| match it.looks_at {
            LooksAt::Events { such_as, run } if such_as(self, event) => Some(run),
            _ => None,
        })
    }

    fn look_at(&self, event: EventIdx) -> Vec<Diagnostic> {
        let whole = self.catalog.event(event);
        let suspect = Suspect::new(&whole, &self.files);
        let mut faults = Vec::new();
        self.checks_of(event).for_each(|check| check(self, &suspect, &mut faults));
        faults
    }
}

/// Sorts faults as people read files; those without a place come first.
pub(in crate::store) fn sort(faults: &mut [Diagnostic]) {
    faults.sort_by_key(|it| it.span.map(|it| (it.file, it.start, it.end)));
}
