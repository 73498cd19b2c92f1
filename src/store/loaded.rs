//! What was read: a catalog, every fault of its store, and how much of it is there.

use std::{fmt, sync::Arc};

use super::read::place;
use crate::{
    catalog::{Catalog, EventIdx, IdSet},
    diag::{Diagnostic, Severity, SourceMap},
};

/// How much of a store has been read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes that have been read and understood.
    pub done: u64,
    /// Bytes of all files that are known so far; an include may add some.
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

    /// Returns how many events there will be in all; a little more, since what comes after it would have to be copied once more.
    pub(super) fn expected_events(self) -> usize {
        let expected = (self.events as u64 * self.total).checked_div(self.done).unwrap_or(0);
        (expected + expected / 50) as usize
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

impl Loading {
    /// Returns how much has been read, while it is being read.
    pub fn progress(&self) -> Option<Progress> {
        if let Self::Reading(progress) = self { Some(*progress) } else { None }
    }

    /// Returns why it could not be read.
    pub fn failure(&self) -> Option<&str> {
        if let Self::Failed(why) = self { Some(why) } else { None }
    }
}

/// A store that was read, to its end or so far.
#[derive(Clone)]
pub struct Loaded {
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

impl fmt::Debug for Loaded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Loaded({}, {} events)", self.name, self.catalog.len())
    }
}

impl Loaded {
    /// Returns a store that is still being read.
    pub fn reading(name: impl Into<String>) -> Self {
        Self {
            catalog: Arc::new(Catalog::default()),
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

    /// Returns the events in whose text something is wrong.
    pub fn faulty_events(&self) -> IdSet {
        let catalog = &self.catalog;
        let mut heads: Vec<((usize, usize), EventIdx)> =
            catalog.all().iter().map(|it| (place(catalog.handle(it)), it)).collect();
        heads.sort_unstable();
        let holder = |fault: &Diagnostic| {
            let at = fault.span.map(|it| (it.file, it.start))?;
            let event = heads[heads.partition_point(|it| it.0 <= at).checked_sub(1)?].1;
            self.is_about(fault, event).then_some(event)
        };
        IdSet::from_iter(catalog.len(), self.diagnostics.iter().filter_map(holder))
    }

    /// Returns whether a fault stands in the text of an event.
    pub fn is_about(&self, fault: &Diagnostic, event: EventIdx) -> bool {
        let Some(span) = fault.span else { return false };
        let (file, start) = place(self.catalog.handle(event));
        let text = self.files.files.get(span.file).filter(|_| span.file == file);
        text.and_then(|it| it.text.get(start..span.start)).is_some_and(is_own)
    }
}

/// Returns whether what stands after the head of an event's table is all of that table: what stands below another head, of a party
/// or of an event that could not be read, is not.
fn is_own(after: &str) -> bool {
    let mut heads = after.lines().skip(1).filter_map(|it| it.trim_start().strip_prefix('['));
    heads.all(|it| it.trim_start_matches(['[', ' ']).starts_with("event."))
}
