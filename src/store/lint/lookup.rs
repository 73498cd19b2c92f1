//! A store by its ids, as the checks look things up in it.

use std::{borrow::Cow, collections::HashMap};

use super::{
    roots::{Root, roots},
    table::Table,
};
use crate::{
    catalog::{Catalog, EventIdx},
    chronology::{Event, Instant, Origin, Party, Source},
    diag::{SourceMap, Span},
};

/// What the checks look things up in.
pub(in crate::store) struct Store<'a> {
    pub(super) catalog: &'a Catalog,
    pub(super) parties: &'a [Party],
    pub(super) sources: &'a [Source],
    /// Events whose ids are not in lower case, after the hash of what they would be.
    pub(super) not_lower: &'a [(u64, u32)],
    pub(super) files: &'a SourceMap,
    /// What each source goes back to.
    roots: HashMap<&'a str, Root<'a>>,
    /// Last millisecond of today.
    pub(super) now: Instant,
}

impl<'a> Store<'a> {
    pub(super) fn new(catalog: &'a Catalog, not_lower: &'a [(u64, u32)], files: &'a SourceMap, now: Instant) -> Self {
        let (parties, sources) = (catalog.parties(), catalog.sources());
        let roots = roots(&sources.iter().map(|it| (&*it.id, it)).collect());
        Self { catalog, parties, sources, not_lower, files, roots, now }
    }

    pub(super) fn party(&self, id: &str) -> Option<&'a Party> {
        self.catalog.party_idx(id).map(|it| self.catalog.party(it))
    }

    pub(super) fn source(&self, id: &str) -> Option<&'a Source> {
        self.catalog.source(id)
    }

    /// Returns what a source goes back to; one that is not in the store goes back to itself.
    pub(in crate::store) fn root<'b>(&self, id: &'b str) -> Root<'b>
    where
        'a: 'b,
    {
        self.roots.get(id).copied().unwrap_or(Root::One(id))
    }

    /// Returns the number of events.
    pub(super) fn len(&self) -> usize {
        self.catalog.len()
    }

    /// Returns the event in a row: rows are in the order of reading.
    pub(super) fn at(&self, row: u32) -> Cow<'a, Event> {
        self.catalog.event(EventIdx(self.catalog.in_file_order()[row as usize]))
    }

    pub(super) fn event(&self, id: &str) -> Option<Cow<'a, Event>> {
        self.catalog.find(id).map(|it| self.catalog.event(it))
    }

    pub(super) fn has_event(&self, id: &str) -> bool {
        self.catalog.find(id).is_some()
    }

    /// Returns the place of the value of `key` in the table at `origin`.
    pub(in crate::store) fn field(&self, origin: Origin, key: &str) -> Span {
        Table::read(self.files, origin).field(key)
    }
}
