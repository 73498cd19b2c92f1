//! What was read: a catalog, every fault of its store, and how much of it is there.

use std::{fmt, sync::Arc};

use crate::{
    catalog::{Catalog, EventIdx, IdSet},
    chronology::{Handle, Origin},
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

    /// Returns the events that begin last before something that is wrong: no other has it in its text.
    pub fn events_before_faults(&self) -> IdSet {
        let (catalog, events) = (&self.catalog, self.catalog.in_file_order());
        let before = |fault: &Diagnostic| {
            let at = fault.span.map(|it| Handle::new(it.file, it.start))?;
            let n = events.partition_point(|it| catalog.handle(EventIdx(*it)) <= at);
            Some(EventIdx(*events[..n].last()?))
        };
        IdSet::from_iter(catalog.len(), self.diagnostics.iter().filter_map(before))
    }

    /// Returns what tells whether a fault stands in the text of an event.
    pub fn stands_in(&self, event: EventIdx) -> impl Fn(&&Diagnostic) -> bool + use<> {
        let Origin { file, start, end } = self.catalog.event(event).origin;
        let rest = self.files.files.get(file).and_then(|it| it.text.get(end..)).unwrap_or_default();
        // A value that is missing is missing behind the blanks.
        let end = end + rest.len() - rest.trim_start_matches([' ', '\t']).len();
        move |fault| fault.span.is_some_and(|it| it.file == file && (start..=end).contains(&it.start))
    }
}
