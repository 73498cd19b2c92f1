//! What lint looks at, and how its checks find things there.

use std::{borrow::Cow, sync::Arc};

use super::{allow::Allows, table::FieldPlaces};
use crate::{
    catalog::Catalog,
    chronology::{Event, Instant, Origin, Party},
    diag::{SourceMap, Span},
};

/// What lint looks at: a store that was read.
pub struct Lint {
    pub(in crate::store) catalog: Arc<Catalog>,
    pub(in crate::store) files: Arc<SourceMap>,
    /// Last millisecond of today, which decides what lies in the future.
    pub(in crate::store) now: Instant,
    /// What its author allows, and which of it was needed so far; nothing while nobody had to know.
    pub(in crate::store) allows: Option<Allows>,
}

impl Lint {
    pub(super) fn party(&self, id: &str) -> Option<&Party> {
        self.catalog.party_idx(id).map(|it| self.catalog.party(it))
    }

    pub(super) fn event(&self, id: &str) -> Option<Cow<'_, Event>> {
        self.catalog.find(id).map(|it| self.catalog.event(it))
    }

    /// Returns the place of the value of `key` in the table at `origin`.
    pub(super) fn field(&self, origin: Origin, key: &str) -> Span {
        FieldPlaces::read(&self.files, origin).field(key)
    }
}
