//! Versions of the store: one that is refused, and whether another is being read.

use std::sync::Arc;

use crate::diag::{Diagnostic, SourceMap};

/// A version of the store that is not shown.
#[derive(Clone, Debug)]
pub struct Refused {
    /// Its texts.
    pub files: Arc<SourceMap>,
    /// What is wrong with them.
    pub diagnostics: Arc<Vec<Diagnostic>>,
    /// How many of its errors the version on the screen does not have.
    pub n_new: usize,
    /// The time of day at which the store became such.
    pub since: String,
}

/// What is done with a version that has become worse.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Trust {
    /// It is refused.
    #[default]
    Judge,
    /// It is taken: the reader asked for it.
    Take,
}

/// Whether the store is being read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Reading {
    /// It is not.
    #[default]
    No,
    /// It is.
    Now,
    /// It is, and has changed meanwhile. Reading it from the start at every change would never end where changes come often.
    Outdated,
}
