//! Versions of the store: what becomes of one that was read, and what is worse in it than in the one before.

use std::{collections::HashMap, path::PathBuf, sync::Arc};

use crate::{
    app::msg::Notice,
    diag::{Diagnostic, Severity, SourceMap, one_line},
    keys::Action,
    store::Loaded,
};

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

/// What becomes of a version that was read.
pub(in crate::app) enum Verdict {
    /// It is half read and takes the place of nothing that is whole.
    Drop,
    /// It takes the place of the one before; a reading of the whole store is told so.
    Take(Loaded, Option<Change>),
    /// It is refused.
    Refuse(Notice),
}

/// How a version differs from the one before.
pub(in crate::app) enum Change {
    /// It is the first one, or one that was refused; what is wrong with it, if anything is.
    First(Option<Notice>),
    /// It does not differ.
    None,
    /// It has other texts.
    Some(Notice),
}

/// Returns how many errors a version has, and the first of them.
pub(super) fn errors(data: &Loaded) -> Option<Notice> {
    let (n, _) = data.faults();
    let first = data.diagnostics.iter().find(|it| it.severity == Severity::Error)?;
    let more = if n > 1 { format!("  (and {} more)", n - 1) } else { String::new() };
    Some(Notice::warning(format!("{}{more}", one_line(first, &data.files))).offer(Action::Problems, "lists them"))
}

/// Returns whether two readings have read the same.
pub(super) fn same_texts(a: &SourceMap, b: &SourceMap) -> bool {
    a.files.len() == b.files.len() && a.files.iter().zip(&b.files).all(|(a, b)| a.name == b.name && a.text == b.text)
}

/// Returns the files among the texts.
pub(in crate::app) fn paths(files: &SourceMap) -> Vec<PathBuf> {
    files.files.iter().filter_map(|it| it.path.clone()).collect()
}

/// Returns the errors of `new` that `old` does not have. Where in its file an error stands makes none new.
pub(super) fn new_errors<'a>(old: &Loaded, new: &'a Loaded) -> Vec<&'a Diagnostic> {
    fn errors(data: &Loaded) -> impl Iterator<Item = (&Diagnostic, (&str, &str, &str))> {
        data.diagnostics.iter().filter(|it| it.severity == Severity::Error).map(|it| {
            let file = it.span.and_then(|it| data.files.files.get(it.file)).map_or("", |it| it.name.as_str());
            (it, (file, it.code, it.message.as_str()))
        })
    }
    let mut known: HashMap<_, usize> = HashMap::new();
    for (_, key) in errors(old) {
        *known.entry(key).or_default() += 1;
    }
    let unknown = errors(new).filter_map(|(fault, key)| match known.get_mut(&key) {
        Some(left @ 1..) => {
            *left -= 1;
            None
        }
        _ => Some(fault),
    });
    unknown.collect()
}
