//! The chronology that is shown, and what was wrong with its store.

use std::{fmt, sync::Arc};

use crate::{
    catalog::Catalog,
    diag::{Diagnostic, Severity, SourceMap},
};

/// How far the store is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loading {
    /// It is being read.
    Reading,
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
            loading: Loading::Reading,
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
