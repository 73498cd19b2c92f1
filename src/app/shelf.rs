//! What is read: the chronology on the screen, the one to come, one that is refused, and what is remembered of the store.
//!
//! A store that is read again is taken, unless it has become worse.
//!
//! Worse is what has an error that the version on the screen does not have: an error is something written that could not be
//! used, so that whoever took such a version would look at a picture with holes. The version before stays until the errors are
//! mended, and the title row says so. Whoever wants to see the other one asks for it by name.
//!
//! Worse is also what has no event at all any more: some programs empty a file before they write it anew, and marks and
//! bookmarks would be lost in between.

mod memory;
mod version;
mod views;

use std::sync::Arc;

use crate::{
    catalog::Catalog,
    chronology::{CivilDate, Instant, When, Window},
    diag::{Diagnostic, SourceMap, one_line},
    keys::Action,
    layout::Viewport,
    store::{Loaded, Loading, Progress},
};

use super::{
    find::{Events, Find},
    look::Absent,
    msg::Notice,
};

pub use self::{
    memory::{Hidden, MEMORY_FORMAT, Memory, RememberedView},
    version::Refused,
    views::check_views,
};

pub(super) use self::{
    version::{Change, Verdict, paths},
    views::View,
};

use self::version::{Reading, Trust, errors, new_errors, same_texts};

/// What is read.
#[derive(Clone, Debug)]
pub struct Shelf {
    /// The chronology.
    pub data: Loaded,
    /// The newest version of the store, if it is not shown for its errors.
    pub refused: Option<Refused>,
    /// The chronology that is to be shown when it is known what of it: what is shown stays until then.
    pub(super) coming: Option<Loaded>,
    /// All of the chronology, while it is looked at as of a day.
    whole_catalog: Option<Arc<Catalog>>,
    /// The id of an event to bring the cursor to when another catalog is looked at.
    pub(super) sought: Option<String>,
    /// What is picked of events that are not there.
    pub(super) absent: Absent,
    /// The view to begin with, whose time waits for the store.
    pub(super) opening: Option<Box<View>>,
    /// The place that is remembered, until all of the store has been read.
    pub(super) recalled: Option<RememberedView>,
    trust: Trust,
    reading: Reading,
    today: CivilDate,
}

impl Shelf {
    /// Returns a shelf with `data` alone.
    pub(super) fn new(data: Loaded, today: CivilDate) -> Self {
        let reading = if data.loading == Loading::Complete { Reading::No } else { Reading::Now };
        Self {
            data,
            refused: None,
            coming: None,
            whole_catalog: None,
            sought: None,
            absent: Absent::default(),
            opening: None,
            recalled: None,
            trust: Trust::default(),
            reading,
            today,
        }
    }

    /// Returns the catalog of all that was read, whatever day is looked at.
    pub(super) fn everything(&self) -> &Arc<Catalog> {
        self.whole_catalog.as_ref().unwrap_or(&self.data.catalog)
    }

    /// Prepares to look at the chronology as of `day`, if another day is looked at.
    pub(super) fn turn_to(&mut self, day: Option<&When>) {
        if self.coming.is_none() && self.data.catalog.day() != day {
            self.coming = Some(Loaded { catalog: Arc::clone(self.everything()), ..self.data.clone() });
        }
    }

    /// Puts `data`, of which `known` is what was known on the day that is looked at, in the place of what was shown; returns the
    /// catalog before.
    pub(super) fn put(&mut self, data: Loaded, known: Option<Arc<Catalog>>) -> Arc<Catalog> {
        let catalog = known.as_ref().map_or_else(|| Arc::clone(&data.catalog), Arc::clone);
        let before = std::mem::replace(&mut self.data, Loaded { catalog, ..data.clone() }).catalog;
        self.whole_catalog = known.map(|_| data.catalog);
        before
    }

    /// Returns the viewport that fits every dated event of the store.
    pub fn whole(&self) -> Viewport {
        Viewport::fit(self.data.catalog.extent().unwrap_or_else(|| {
            let today = Instant::at_start_of(self.today);
            Window::new(Instant::at_start_of(self.today.plus_months(-12)), today)
        }))
    }

    /// Returns the events that the reader looks at, of which `find` shows some.
    pub(super) fn events<'a>(&'a self, find: &'a Find) -> Events<'a> {
        Events { catalog: &self.data.catalog, shown: &find.shown, lanes: &find.lanes, whole: self.whole() }
    }

    /// Takes how far the store has been read.
    pub(super) fn take_progress(&mut self, progress: Progress) {
        for data in self.coming.iter_mut().chain([&mut self.data]) {
            if let Loading::Reading(it) = &mut data.loading {
                *it = progress;
            }
        }
    }

    /// Adds what is suspicious in the version that was read last.
    pub(super) fn take_faults(&mut self, faults: Vec<Diagnostic>) {
        if let Some(refused) = &mut self.refused {
            Arc::make_mut(&mut refused.diagnostics).extend(faults);
            return;
        }
        for data in self.coming.iter_mut().chain([&mut self.data]) {
            Arc::make_mut(&mut data.diagnostics).extend(faults.iter().cloned());
        }
    }

    /// Returns the texts whose faults are listed, and the faults: of a version that is refused, or else of the one shown.
    pub fn problems(&self) -> (&Arc<SourceMap>, &[Diagnostic]) {
        match &self.refused {
            Some(it) => (&it.files, &it.diagnostics),
            None => (&self.data.files, &self.data.diagnostics),
        }
    }

    /// Returns the version that is shown, or will be as soon as it is known what of it.
    fn latest(&self) -> &Loaded {
        self.coming.as_ref().unwrap_or(&self.data)
    }

    /// Returns all of that version.
    fn latest_catalog(&self) -> &Catalog {
        self.coming.as_ref().map_or(self.everything(), |it| &it.catalog)
    }

    /// Returns whether the store is to be read again now. Where it is being read, that comes first.
    pub(super) fn read_again(&mut self) -> bool {
        if self.reading != Reading::No {
            self.reading = Reading::Outdated;
            return false;
        }
        self.reading = Reading::Now;
        true
    }

    /// Returns whether the store is to be read again because the reader says so; what has been refused is then taken.
    pub(super) fn reload(&mut self) -> Result<bool, Notice> {
        if paths(&self.latest().files).is_empty() && self.refused.is_none() {
            return Err(Notice::info("this store is no file: there is nothing to read again"));
        }
        self.trust = if self.refused.is_some() { Trust::Take } else { Trust::Judge };
        Ok(self.read_again())
    }

    /// Notes that reading has come to its end; returns whether the store is to be read again, as it has changed meanwhile.
    pub(super) fn end_reading(&mut self) -> bool {
        match std::mem::take(&mut self.reading) {
            Reading::Outdated => self.read_again(),
            Reading::No | Reading::Now => false,
        }
    }

    /// Returns what becomes of a version that was read, to its end or so far.
    pub(super) fn judge(&mut self, mut data: Loaded) -> Verdict {
        let was_whole = self.latest().loading == Loading::Complete;
        if data.loading != Loading::Complete {
            return if was_whole { Verdict::Drop } else { Verdict::Take(data, None) };
        }
        let trust = std::mem::take(&mut self.trust);
        if was_whole && data.catalog.is_empty() && !self.latest_catalog().is_empty() {
            let fault = Diagnostic::error("emptied", format!("there is no event in {} any more", data.name));
            Arc::make_mut(&mut data.diagnostics).insert(0, fault);
        }
        let found = if was_whole { new_errors(self.latest(), &data) } else { Vec::new() };
        let (n_new, first) = (found.len(), found.first().map(|it| one_line(it, &data.files)));
        if let Some(first) = first.filter(|_| trust == Trust::Judge) {
            let notice = Notice::warning(first).offer(Action::Problems, "lists them all");
            let Loaded { files, diagnostics, read_at: since, .. } = data;
            self.refuse(Refused { files, diagnostics, n_new, since });
            return Verdict::Refuse(notice);
        }
        self.refused = None;
        let change = if !was_whole || 0 < n_new {
            Change::First(errors(&data))
        } else if same_texts(&self.latest().files, &data.files) {
            Change::None
        } else {
            let (before, now) = (self.latest_catalog().len(), data.catalog.len());
            let more = if before == now { String::new() } else { format!(", {before} before") };
            Change::Some(Notice::info(format!("the store has changed: {now} events{more}")))
        };
        Verdict::Take(data, Some(change))
    }

    /// Notes that the store could not be read, for the reason `why`, at the time of day `at`.
    pub(super) fn not_read(&mut self, why: String, at: String) -> Option<Notice> {
        self.trust = Trust::Judge;
        if self.latest().loading != Loading::Complete {
            self.data.loading = Loading::Failed(why);
            return None;
        }
        let fault = Diagnostic::error("unreadable", why.clone());
        self.refuse(Refused { files: Arc::default(), diagnostics: Arc::new(vec![fault]), n_new: 1, since: at });
        Some(Notice::warning(why))
    }

    fn refuse(&mut self, refused: Refused) {
        // It has been so since the first of them, whatever else has been saved meanwhile.
        let since = self.refused.take().map_or(refused.since, |it| it.since);
        self.refused = Some(Refused { since, ..refused });
    }
}
