//! A loaded store by its ids, as the checks look things up in it.

use std::collections::HashMap;

use super::{input::Loaded, locate};
use crate::{
    chronology::{CivilDate, Event, Instant, Origin, Party, Source},
    diag::{SourceMap, Span},
};

/// What the checks look things up in.
pub(super) struct Store<'a> {
    pub(super) parties: &'a [Party],
    pub(super) sources: &'a [Source],
    pub(super) events: &'a [Event],
    files: &'a SourceMap,
    party_of: HashMap<&'a str, &'a Party>,
    source_of: HashMap<&'a str, &'a Source>,
    event_of: HashMap<&'a str, &'a Event>,
    /// Last millisecond of today.
    pub(super) now: Instant,
}

impl<'a> Store<'a> {
    pub(super) fn new(loaded: &'a Loaded, today: CivilDate) -> Self {
        let chronology = &loaded.chronology;
        Self {
            parties: &chronology.parties,
            sources: &chronology.sources,
            events: &chronology.events,
            files: &loaded.files,
            party_of: chronology.parties.iter().map(|it| (&*it.id, it)).collect(),
            source_of: chronology.sources.iter().map(|it| (&*it.id, it)).collect(),
            event_of: chronology.events.iter().map(|it| (&*it.id, it)).collect(),
            now: Instant::at_end_of(today),
        }
    }

    pub(super) fn party(&self, id: &str) -> Option<&'a Party> {
        self.party_of.get(id).copied()
    }

    pub(super) fn source(&self, id: &str) -> Option<&'a Source> {
        self.source_of.get(id).copied()
    }

    pub(super) fn event(&self, id: &str) -> Option<&'a Event> {
        self.event_of.get(id).copied()
    }

    /// Returns the place of the value of `key` in the table at `origin`.
    pub(super) fn field(&self, origin: Origin, key: &str) -> Span {
        locate::field(self.files, origin, key)
    }

    /// Returns the place of the string `text` under `key` of the table at `origin`.
    pub(super) fn string(&self, origin: Origin, key: &str, text: &str) -> Span {
        locate::string(self.files, origin, key, text)
    }
}
