//! From stores to what the explorer and the commands show.

use std::sync::Arc;

use crate::{
    app::{Data, Loading},
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

/// Reads `inputs` as of `today`. `watch` is shown every stretch as it is read, with all that has been read before it.
pub(super) fn read(
    inputs: &[Input],
    today: CivilDate,
    watch: &mut dyn FnMut(&Parts, &Part<Columns>),
) -> Result<(Arc<Catalog>, Streamed), LoadError> {
    let mut parts = Parts::default();
    let streamed = store::stream(inputs, today, &Columns::default, &mut |mut part| {
        parts.timeline = part.timeline.clone();
        parts.parties.append(&mut part.parties);
        parts.sources.append(&mut part.sources);
        parts.events.append(std::mem::take(&mut part.events));
        watch(&parts, &part);
    })?;
    let catalog = Catalog::of_texts(parts, Arc::new(Texts(Arc::clone(&streamed.files))));
    Ok((Arc::new(catalog), streamed))
}

/// Reads `inputs` and checks them as of `today`.
pub fn load(inputs: &[Input], name: &str, today: CivilDate, faults: Faults) -> Result<Data, LoadError> {
    let (catalog, mut streamed) = read(inputs, today, &mut |_, _| {})?;
    let mut diagnostics = std::mem::take(&mut streamed.diagnostics);
    if faults == Faults::All {
        diagnostics.extend(streamed.lint());
    }
    Ok(Data {
        catalog,
        files: streamed.files,
        diagnostics: Arc::new(diagnostics),
        name: name.to_owned(),
        loading: Loading::Complete,
    })
}
