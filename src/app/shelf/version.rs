//! The store read again while one looks at it: it is taken, unless it has become worse.
//!
//! Worse is what has an error that the version on the screen does not have: an error is something written that could not be
//! used, so that whoever took such a version would look at a picture with holes. The version before stays until the errors are
//! mended, and the title row says so. Whoever wants to see the other one asks for it by name.
//!
//! Worse is also what has no event at all any more: some programs empty a file before they write it anew, and marks and
//! bookmarks would be lost in between.

use std::{collections::HashMap, path::PathBuf, sync::Arc};

use crate::{
    app::notice::Notice,
    diag::{Diagnostic, Severity, SourceMap, one_line},
    keys::Action,
};

use super::{
    Shelf,
    data::{Data, Loading},
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

/// Whether the store is to be read again now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Next {
    /// It is.
    Read,
    /// It is not, or not yet.
    Wait,
}

/// What becomes of a version that was read.
pub(in crate::app) enum Verdict {
    /// It is half read and takes the place of nothing that is whole.
    Drop,
    /// It takes the place of the one before; a reading of the whole store is told so.
    Take(Data, Option<Change>),
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

impl Shelf {
    /// Returns the texts whose faults are listed, and the faults: of a version that is refused, or else of the one shown.
    pub fn problems(&self) -> (&Arc<SourceMap>, &[Diagnostic]) {
        match &self.refused {
            Some(it) => (&it.files, &it.diagnostics),
            None => (&self.data.files, &self.data.diagnostics),
        }
    }

    /// Returns the version that is shown, or will be as soon as it is known what of it.
    fn latest(&self) -> &Data {
        self.coming.as_ref().unwrap_or(&self.data)
    }

    /// Returns whether the store is to be read again now. Where it is being read, that comes first.
    pub(in crate::app) fn read_again(&mut self) -> Next {
        if self.reading != Reading::No {
            self.reading = Reading::Outdated;
            return Next::Wait;
        }
        self.reading = Reading::Now;
        Next::Read
    }

    /// Returns whether the store is to be read again because the reader says so; what has been refused is then taken.
    pub(in crate::app) fn reload(&mut self) -> Result<Next, Notice> {
        if paths(&self.latest().files).is_empty() && self.refused.is_none() {
            return Err(Notice::info("this store is no file: there is nothing to read again"));
        }
        self.trust = if self.refused.is_some() { Trust::Take } else { Trust::Judge };
        Ok(self.read_again())
    }

    /// Notes that reading has come to its end. What has changed meanwhile is to be read again.
    pub(in crate::app) fn end_reading(&mut self) -> Next {
        match std::mem::take(&mut self.reading) {
            Reading::Outdated => self.read_again(),
            Reading::No | Reading::Now => Next::Wait,
        }
    }

    /// Returns what becomes of a version that was read, to its end or so far.
    pub(in crate::app) fn judge(&mut self, mut data: Data) -> Verdict {
        let was_whole = self.latest().loading == Loading::Complete;
        if data.loading != Loading::Complete {
            return if was_whole { Verdict::Drop } else { Verdict::Take(data, None) };
        }
        let trust = std::mem::take(&mut self.trust);
        if was_whole && data.catalog.is_empty() && !self.latest().catalog.is_empty() {
            let fault = Diagnostic::error("emptied", format!("there is no event in {} any more", data.name));
            Arc::make_mut(&mut data.diagnostics).insert(0, fault);
        }
        let found = if was_whole { new_errors(self.latest(), &data) } else { NewErrors::default() };
        if found.n > 0 && trust == Trust::Judge {
            let notice = Notice::warning(found.first).offer(Action::Problems, "lists them all");
            self.refuse(Refused {
                files: data.files,
                diagnostics: data.diagnostics,
                n_new: found.n,
                since: data.read_at,
            });
            return Verdict::Refuse(notice);
        }
        self.refused = None;
        let change = if !was_whole || found.n > 0 {
            Change::First(errors(&data))
        } else if same_texts(&self.latest().files, &data.files) {
            Change::None
        } else {
            let (before, now) = (self.latest().catalog.len(), data.catalog.len());
            let more = if before == now { String::new() } else { format!(", {before} before") };
            Change::Some(Notice::info(format!("the store has changed: {now} events{more}")))
        };
        Verdict::Take(data, Some(change))
    }

    /// Notes that the store could not be read, for the reason `why`, at the time of day `at`.
    pub(in crate::app) fn not_read(&mut self, why: String, at: String) -> Option<Notice> {
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

/// Returns how many errors a version has, and the first of them.
fn errors(data: &Data) -> Option<Notice> {
    let (n, _) = data.faults();
    let first = data.diagnostics.iter().find(|it| it.severity == Severity::Error)?;
    let more = if n > 1 { format!("  (and {} more)", n - 1) } else { String::new() };
    Some(Notice::warning(format!("{}{more}", one_line(first, &data.files))).offer(Action::Problems, "lists them"))
}

/// Returns whether two readings have read the same.
fn same_texts(a: &SourceMap, b: &SourceMap) -> bool {
    a.files.len() == b.files.len() && a.files.iter().zip(&b.files).all(|(a, b)| a.name == b.name && a.text == b.text)
}

/// Returns the files among the texts.
pub(in crate::app) fn paths(files: &SourceMap) -> Vec<PathBuf> {
    files.files.iter().filter(|it| !it.name.starts_with('<')).map(|it| PathBuf::from(&it.name)).collect()
}

/// Errors of one version that another does not have.
#[derive(Default)]
struct NewErrors {
    n: usize,
    /// The first, as a line.
    first: String,
}

/// Returns the errors of `new` that `old` does not have. Where in its file an error stands makes none new.
fn new_errors(old: &Data, new: &Data) -> NewErrors {
    fn errors(data: &Data) -> impl Iterator<Item = (&Diagnostic, (&str, &str, &str))> {
        data.diagnostics.iter().filter(|it| it.severity == Severity::Error).map(|it| {
            let file = it.span.and_then(|it| data.files.files.get(it.file)).map_or("", |it| it.name.as_str());
            (it, (file, it.code, it.message.as_str()))
        })
    }
    let mut known: HashMap<_, usize> = HashMap::new();
    for (_, key) in errors(old) {
        *known.entry(key).or_default() += 1;
    }
    let mut found = NewErrors::default();
    for (fault, key) in errors(new) {
        match known.get_mut(&key) {
            Some(left @ 1..) => *left -= 1,
            _ => {
                if found.n == 0 {
                    found.first = one_line(fault, &new.files);
                }
                found.n += 1;
            }
        }
    }
    found
}
