//! What a check of lint is, and the event that it looks at.

use std::{cell::OnceCell, ops::Deref};

use super::{facts::Facts, lookup::Store, table::Table};
use crate::{
    catalog::Catalog,
    chronology::Event,
    diag::{Diagnostic, SourceMap, Span},
    store::rules::Rule,
};

/// One check: what it reports, and what it looks at.
pub(super) struct Check {
    pub(super) rule: Rule,
    pub(super) looks_at: LooksAt,
}

/// Looks at one event, and adds what it finds.
pub(super) type OfEvent = fn(&Store, &Subject, &mut Vec<Diagnostic>);

/// What a check looks at.
pub(super) enum LooksAt {
    /// Events that have all of some facts, which show while they are read. It finds nothing in others.
    Events(Facts, OfEvent),
    /// Every event of such stores.
    EveryEvent { of: fn(&Catalog) -> bool, run: OfEvent },
    /// What stands beside the events, or all of them together.
    Store(fn(&Store, &mut Vec<Diagnostic>)),
}

/// An event that is looked at, and where its fields stand in its text.
pub(super) struct Subject<'a> {
    event: &'a Event,
    files: &'a SourceMap,
    /// Its text is parsed again where a place is asked for, once for all its faults.
    table: OnceCell<Table<'a>>,
}

impl<'a> Subject<'a> {
    pub(super) fn new(event: &'a Event, files: &'a SourceMap) -> Self {
        Self { event, files, table: OnceCell::new() }
    }

    /// Returns the place of the value of `key`.
    pub(super) fn field(&self, key: &str) -> Span {
        self.table().field(key)
    }

    /// Returns the place of the first string `text` under `key`.
    pub(super) fn string(&self, key: &str, text: &str) -> Span {
        self.table().string(key, text)
    }

    fn table(&self) -> &Table<'a> {
        self.table.get_or_init(|| Table::read(self.files, self.event.origin))
    }
}

impl Deref for Subject<'_> {
    type Target = Event;

    fn deref(&self) -> &Event {
        self.event
    }
}
