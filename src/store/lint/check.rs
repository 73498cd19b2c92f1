//! What a check of lint is, and the event that it looks at.

use std::{cell::OnceCell, ops::Deref};

use super::{lookup::Lint, table::FieldPlaces};
use crate::{
    catalog::EventIdx,
    chronology::Event,
    diag::{Diagnostic, SourceMap},
    store::rules::Rule,
};

/// One check: what it reports, and what it looks at.
pub(super) struct Check {
    pub(super) rule: Rule,
    pub(super) looks_at: LooksAt,
}

/// Looks at one event, and adds what it finds.
pub(super) type OfEvent = fn(&Lint, &Suspect, &mut Vec<Diagnostic>);

/// What a check looks at.
pub(super) enum LooksAt {
    /// Events of which the catalog says that they are worth to be read again. It finds nothing in others.
    Events { such_as: fn(&Lint, EventIdx) -> bool, run: OfEvent },
    /// What stands beside the events, or all of them together.
    Store(fn(&Lint, &mut Vec<Diagnostic>)),
}

/// An event that is looked at, and where its fields stand in its text.
pub(super) struct Suspect<'a> {
    event: &'a Event,
    files: &'a SourceMap,
    /// Its text is parsed again where a place is asked for, once for all its faults.
    places: OnceCell<FieldPlaces<'a>>,
}

impl<'a> Suspect<'a> {
    pub(super) fn new(event: &'a Event, files: &'a SourceMap) -> Self {
        Self { event, files, places: OnceCell::new() }
    }

    /// Returns the places of its fields.
    pub(super) fn places(&self) -> &FieldPlaces<'a> {
        self.places.get_or_init(|| FieldPlaces::read(self.files, self.event.origin))
    }
}

impl Deref for Suspect<'_> {
    type Target = Event;

    fn deref(&self) -> &Event {
        self.event
    }
}
