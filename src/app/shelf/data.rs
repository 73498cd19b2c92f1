//! The chronology that is shown, and what was wrong with its store.

use std::{fmt, sync::Arc};

use crate::{
    catalog::Catalog,
    diag::{Diagnostic, Severity, SourceMap},
};

/// How much of a store has been read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes that have been read.
    pub done: u64,
    /// Bytes that there are, as far as is known.
    pub total: u64,
    /// Events that have been read.
    pub events: usize,
    /// Milliseconds since reading began.
    pub millis: u64,
}

impl Progress {
    /// Returns the part that has been read, in percent.
    pub fn percent(self) -> u64 {
        (self.done * 100).checked_div(self.total).unwrap_or(0).min(100)
    }

    /// Returns the seconds that the rest will take at the pace so far, rounded up; nothing while there is no telling.
    pub fn seconds_left(self) -> Option<u64> {
        let rest = self.total.saturating_sub(self.done);
        (self.millis > 0 && self.done > 0).then(|| (rest * self.millis / self.done).div_ceil(1000))
    }
}

/// How far the store is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loading {
    /// It is being read, and this much of it has been.
    Reading(Progress),
    /// It is all here.
    Complete,
    /// It could not be read, for this reason.
    Failed(String),
}

/// The chronology and its store's texts.
#[derive(Clone)]
pub struct Data {
    /// Every event, indexed.
    pub catalog: Arc<Catalog>,
    /// The texts that it was read from.
    pub files: Arc<SourceMap>,
    /// What is wrong with them.
    pub diagnostics: Arc<Vec<Diagnostic>>,
    /// Where the store is, in words, for a store without a title.
    pub name: String,
    /// How far it is read.
    pub loading: Loading,
    /// The time of day at which it had been read, as it is told to the reader; empty where nobody looks on.
    pub read_at: String,
}

impl fmt::Debug for Data {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Data({}, {} events)", self.name, self.catalog.len())
    }
}

impl Data {
    /// Returns a store that is still being read.
    pub fn reading(name: impl Into<String>) -> Self {
        Self {
            catalog: Arc::new(Catalog::build(crate::chronology::Chronology::default())),
            files: Arc::default(),
            diagnostics: Arc::default(),
            name: name.into(),
            loading: Loading::Reading(Progress::default()),
            read_at: String::new(),
        }
    }

    /// Returns the title to print: the timeline's, or else the store's name.
    pub fn title(&self) -> &str {
        self.catalog.timeline().title.as_deref().unwrap_or(&self.name)
    }

    /// Returns the number of errors and the number of warnings.
    pub fn faults(&self) -> (usize, usize) {
        let count = |severity| self.diagnostics.iter().filter(|it| it.severity == severity).count();
        (count(Severity::Error), count(Severity::Warning))
    }
}
