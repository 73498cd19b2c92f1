//! From stores to what the explorer and the commands show.

use std::sync::Arc;

use crate::{
    app::{Data, Loading, Progress},
    catalog::{Catalog, Columns, Parts},
    chronology::{CivilDate, Event},
    store::{self, Gather, Input, LoadError, Part, Streamed, Texts},
};

impl Gather for Columns {
    fn take(&mut self, event: Event, table: &str) {
        Self::take(self, event, table);
    }

    fn leave_out(&mut self, numbers: &[usize]) {
        Self::leave_out(self, numbers);
    }
}

/// Which faults of a store are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Faults {
    /// What reading it shows.
    OfLoading,
    /// That, and lint.
    All,
}

/// Whether lint is still to be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lint {
    /// It is.
    Open,
    /// It is not wanted, or is among the diagnostics.
    None,
}

/// What was read.
pub(super) struct Read {
    pub(super) catalog: Arc<Catalog>,
    pub(super) streamed: Streamed,
    pub(super) lint: Lint,
}

/// Reads `inputs` as of `today`. `watch` is shown every stretch as it is read, with all that has been read before it.
pub(super) fn read(
    inputs: &[Input],
    today: CivilDate,
    faults: Faults,
    watch: &mut dyn FnMut(&Parts, &Part<Columns>),
) -> Result<Read, LoadError> {
    let mut parts = Parts::default();
    let mut number = 0;
    let mut streamed = store::stream(inputs, today, &Columns::default, &mut |mut part| {
        parts.timeline = part.timeline.clone();
        parts.parties.append(&mut part.parties);
        parts.sources.append(&mut part.sources);
        parts.events.append(std::mem::take(&mut part.events));
        number += 1;
        if usize::is_power_of_two(number) {
            parts.events.reserve(part.progress.expected(parts.events.len()));
        }
        watch(&parts, &part);
    })?;
    // What lint needs of every event is forgotten before the indexes are made, where it can be: the two together are the most
    // that loading ever takes.
    let lint = match faults {
        Faults::OfLoading => {
            streamed.forget();
            Lint::None
        }
        Faults::All if streamed.is_quickly_linted() => {
            streamed.diagnostics.extend(streamed.lint());
            streamed.forget();
            Lint::None
        }
        Faults::All => Lint::Open,
    };
    let catalog = Catalog::of_texts(parts, Arc::new(Texts(Arc::clone(&streamed.files))));
    Ok(Read { catalog: Arc::new(catalog), streamed, lint })
}

/// Reads `inputs` and checks them as of `today`. `watch` is told how far reading has come, without the time that it took.
pub fn load(
    inputs: &[Input],
    name: &str,
    today: CivilDate,
    faults: Faults,
    watch: &mut dyn FnMut(Progress),
) -> Result<Data, LoadError> {
    let Read { catalog, mut streamed, lint } = read(inputs, today, faults, &mut |parts, part| {
        let store::Progress { done, total } = part.progress;
        watch(Progress { done, total, events: parts.events.len(), millis: 0 });
    })?;
    let mut diagnostics = std::mem::take(&mut streamed.diagnostics);
    if lint == Lint::Open {
        diagnostics.extend(streamed.lint());
    }
    Ok(Data {
        catalog,
        files: streamed.files,
        diagnostics: Arc::new(diagnostics),
        name: name.to_owned(),
        loading: Loading::Complete,
        read_at: String::new(),
    })
}
