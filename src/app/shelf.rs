//! What is read: the chronology on the screen, the one to come, one that is refused, and what is remembered of the store.

mod data;
mod memory;
mod version;

use std::sync::Arc;

use crate::{
    chronology::{CivilDate, Instant, Window},
    diag::Diagnostic,
    layout::Viewport,
    settings::SavedView,
};

use super::look::Absent;

pub use self::{
    data::{Data, Loading, Progress},
    memory::{Hidden, MEMORY_FORMAT, Memory, Place},
    version::Refused,
};

pub(super) use self::version::{Change, Next, Verdict, paths};

use self::version::{Reading, Trust};

/// What is read.
#[derive(Clone, Debug)]
pub struct Shelf {
    /// The chronology.
    pub data: Data,
    /// The newest version of the store, if it is not shown for its errors.
    pub refused: Option<Refused>,
    /// The chronology that is to be shown when it is known what of it: what is shown stays until then.
    pub(super) coming: Option<Data>,
    /// What is picked of events that are not there.
    pub(super) absent: Absent,
    /// The view to begin with, whose time waits for the store.
    pub(super) opening: Option<Box<SavedView>>,
    recalled: Option<Place>,
    trust: Trust,
    reading: Reading,
    today: CivilDate,
}

impl Shelf {
    /// Returns a shelf with `data` alone.
    pub(super) fn new(data: Data, today: CivilDate) -> Self {
        let reading = if data.loading == Loading::Complete { Reading::No } else { Reading::Now };
        Self {
            data,
            refused: None,
            coming: None,
            absent: Absent::default(),
            opening: None,
            recalled: None,
            trust: Trust::default(),
            reading,
            today,
        }
    }

    /// Returns the viewport that fits every dated event of the store.
    pub fn whole(&self) -> Viewport {
        Viewport::fit(self.data.catalog.extent().unwrap_or_else(|| {
            let today = Instant::at_start_of(self.today);
            Window::new(Instant::at_start_of(self.today.plus_months(-12)), today)
        }))
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

    /// Leaves the reader where a key has led: the place that is remembered is not gone to any more.
    pub(super) fn stay(&mut self) {
        self.recalled = None;
    }
}
