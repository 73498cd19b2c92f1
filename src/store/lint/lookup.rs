//! A store by its ids, as the checks look things up in it.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
};

use super::{
    locate,
    roots::{Root, roots},
    survey::{Numbers, Survey},
};
use crate::{
    chronology::{Event, Instant, Origin, Party, Source, id_hash},
    diag::{SourceMap, Span},
};

/// Where the events of a store are.
#[derive(Clone, Copy)]
pub(crate) enum Shelf<'a> {
    /// In memory, in the order of reading.
    Held(&'a [Event]),
    /// In their texts.
    Written,
}

/// What the checks look things up in.
pub(crate) struct Store<'a> {
    pub(crate) parties: &'a [Party],
    pub(crate) sources: &'a [Source],
    pub(crate) survey: &'a Survey,
    pub(crate) files: &'a SourceMap,
    shelf: Shelf<'a>,
    party_of: HashMap<&'a str, &'a Party>,
    source_of: HashMap<&'a str, &'a Source>,
    /// Events by the hash of their ids.
    numbers: &'a Numbers,
    /// What each source goes back to.
    roots: HashMap<&'a str, Root<'a>>,
    /// Last millisecond of today.
    pub(crate) now: Instant,
}

impl<'a> Store<'a> {
    pub(crate) fn new(
        (parties, sources): (&'a [Party], &'a [Source]),
        shelf: Shelf<'a>,
        (survey, numbers): (&'a Survey, &'a Numbers),
        files: &'a SourceMap,
        now: Instant,
    ) -> Self {
        let source_of: HashMap<&str, &Source> = sources.iter().map(|it| (&*it.id, it)).collect();
        let roots = roots(&source_of);
        let party_of = parties.iter().map(|it| (&*it.id, it)).collect();
        Self { parties, sources, survey, files, shelf, party_of, source_of, numbers, roots, now }
    }

    pub(crate) fn party(&self, id: &str) -> Option<&'a Party> {
        self.party_of.get(id).copied()
    }

    pub(crate) fn source(&self, id: &str) -> Option<&'a Source> {
        self.source_of.get(id).copied()
    }

    /// Returns what a source goes back to; one that is not in the store goes back to itself.
    pub(crate) fn root<'b>(&self, id: &'b str) -> Root<'b>
    where
        'a: 'b,
    {
        self.roots.get(id).copied().unwrap_or(Root::One(id))
    }

    /// Returns the event number `number`.
    pub(crate) fn at(&self, number: u32) -> Option<Cow<'a, Event>> {
        match self.shelf {
            Shelf::Held(events) => events.get(number as usize).map(Cow::Borrowed),
            Shelf::Written => self.survey.event(self.files, number),
        }
    }

    pub(crate) fn event(&self, id: &str) -> Option<Cow<'a, Event>> {
        self.at(self.number(id_hash(id))?).filter(|it| it.id == id)
    }

    /// Returns the number of the event whose id has `hash`.
    pub(crate) fn number(&self, hash: u64) -> Option<u32> {
        self.numbers.get(&self.survey.ids, hash)
    }

    pub(crate) fn has_event(&self, id: &str) -> bool {
        self.number(id_hash(id)).is_some()
    }

    /// Returns the ids of the parties that are named and are not in the store.
    pub(crate) fn strange_parties(&self) -> HashSet<&'a str> {
        self.survey.parties.iter().map(|it| &**it).filter(|it| !self.party_of.contains_key(it)).collect()
    }

    /// Returns the ids of the sources that are named and are not in the store.
    pub(crate) fn strange_sources(&self) -> HashSet<&'a str> {
        self.survey.sources.iter().map(|it| &**it).filter(|it| !self.source_of.contains_key(it)).collect()
    }

    /// Returns the place of the value of `key` in the table at `origin`.
    pub(crate) fn field(&self, origin: Origin, key: &str) -> Span {
        locate::field(self.files, origin, key)
    }

    /// Returns the place of the string `text` under `key` of the table at `origin`.
    pub(crate) fn string(&self, origin: Origin, key: &str, text: &str) -> Span {
        locate::string(self.files, origin, key, text)
    }
}
