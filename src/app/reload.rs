//! The store read again while one looks at it: it is taken, unless it has become worse.
//!
//! Worse is what has an error that the version on the screen does not have: an error is something written that could not be
//! used, so that whoever took such a version would look at a picture with holes. The version before stays until the errors are
//! mended, and the title row says so. Whoever wants to see the other one asks for it by name.
//!
//! Worse is also what has no event at all any more: some programs empty a file before they write it anew, and marks and
//! bookmarks would be lost in between.

use std::{collections::HashMap, path::PathBuf, sync::Arc};

use crate::diag::{Diagnostic, Severity, SourceMap, one_line};
use crate::store::{Loaded, Loading};

use super::{
    msg::Effect,
    notice::Notice,
    state::State,
    version::{Reading, Refused, Trust},
};

impl State {
    /// Returns the texts whose faults are listed, and the faults: of a version that is refused, or else of the one shown.
    pub fn problems(&self) -> (&Arc<SourceMap>, &[Diagnostic]) {
        match &self.refused {
            Some(it) => (&it.files, &it.diagnostics),
            None => (&self.data.files, &self.data.diagnostics),
        }
    }

    /// Has the store read again, now or when it has been read to its end.
    pub(super) fn read_again(&mut self) -> Vec<Effect> {
        if self.reading != Reading::No {
            self.reading = Reading::Outdated;
            return Vec::new();
        }
        self.reading = Reading::Now;
        vec![Effect::Load]
    }

    /// Has the store read again because the reader says so; what has been refused is then taken.
    pub(super) fn reload(&mut self) -> Vec<Effect> {
        if self.latest().files.files.iter().all(|it| it.path.is_none()) && self.refused.is_none() {
            self.notice = Some(Notice::info("this store is no file: there is nothing to read again"));
            return Vec::new();
        }
        self.trust = if self.refused.is_some() { Trust::Take } else { Trust::Judge };
        self.notice = Some(Notice::info("reading the store again"));
        self.read_again()
    }

    /// Takes a store that was read, to its end or so far.
    pub(super) fn loaded(&mut self, mut data: Loaded) -> Vec<Effect> {
        let was_whole = self.latest().loading == Loading::Complete;
        if data.loading != Loading::Complete {
            // What is half read takes the place of nothing that is whole.
            if !was_whole {
                self.take_data(data);
            }
            return Vec::new();
        }
        let mut effects = vec![Effect::Watch(paths(&data.files))];
        effects.extend(self.have_read());
        let trust = std::mem::take(&mut self.trust);
        if was_whole && data.catalog.is_empty() && !self.latest().catalog.is_empty() {
            let fault = Diagnostic::error("emptied", format!("there is no event in {} any more", data.name));
            Arc::make_mut(&mut data.diagnostics).insert(0, fault);
        }
        let found = if was_whole { new_errors(self.latest(), &data) } else { NewErrors::default() };
        if found.n > 0 && trust == Trust::Judge {
            self.notice = Some(Notice::warning(format!("{}  (]x)", found.first)));
            self.refuse(Refused {
                files: data.files,
                diagnostics: data.diagnostics,
                n_new: found.n,
                since: data.read_at,
            });
            return effects;
        }
        let is_same = same_texts(&self.latest().files, &data.files);
        let (before, now) = (self.latest().catalog.len(), data.catalog.len());
        self.refused = None;
        self.take_data(data);
        if !was_whole || found.n > 0 {
            self.say_faults();
            if std::mem::take(&mut self.tour_when_read) {
                self.begin_tour();
            }
        } else {
            let change = if before == now { String::new() } else { format!(", {before} before") };
            let words = format!("the store has changed: {now} events{change}");
            self.notice = Some(Notice::info(if is_same { "the store is unchanged".to_owned() } else { words }));
        }
        effects
    }

    /// Takes it that the store could not be read, for the reason `why`, at the time of day `at`.
    pub(super) fn not_loaded(&mut self, why: String, at: String) -> Vec<Effect> {
        let effects = self.have_read();
        self.trust = Trust::Judge;
        if self.latest().loading == Loading::Complete {
            self.notice = Some(Notice::warning(why.clone()));
            let fault = Diagnostic::error("unreadable", why);
            self.refuse(Refused { files: Arc::default(), diagnostics: Arc::new(vec![fault]), n_new: 1, since: at });
        } else {
            self.data.loading = Loading::Failed(why);
        }
        effects
    }

    /// Says why changes of the store are not noticed, and what to do.
    pub(super) fn unwatched(&mut self, why: &str) {
        self.notice = Some(Notice::warning(format!("{why}: changes of the store go unnoticed, R reads it again")));
    }

    fn refuse(&mut self, refused: Refused) {
        // It has been so since the first of them, whatever else has been saved meanwhile.
        let since = self.refused.take().map_or(refused.since, |it| it.since);
        self.refused = Some(Refused { since, ..refused });
    }

    /// Notes that reading has come to its end; reads again what has changed meanwhile.
    fn have_read(&mut self) -> Vec<Effect> {
        match std::mem::take(&mut self.reading) {
            Reading::Outdated => self.read_again(),
            Reading::No | Reading::Now => Vec::new(),
        }
    }

    /// Returns the version that is shown, or will be as soon as it is known what of it.
    fn latest(&self) -> &Loaded {
        self.coming.as_ref().unwrap_or(&self.data)
    }
}

/// Returns whether two readings have read the same.
fn same_texts(a: &SourceMap, b: &SourceMap) -> bool {
    a.files.len() == b.files.len() && a.files.iter().zip(&b.files).all(|(a, b)| a.name == b.name && a.text == b.text)
}

/// Returns the files among the texts.
fn paths(files: &SourceMap) -> Vec<PathBuf> {
    files.files.iter().filter_map(|it| it.path.clone()).collect()
}

/// Errors of one version that another does not have.
#[derive(Default)]
struct NewErrors {
    n: usize,
    /// The first, as a line.
    first: String,
}

/// Returns the errors of `new` that `old` does not have. Where in its file an error stands makes none new.
fn new_errors(old: &Loaded, new: &Loaded) -> NewErrors {
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
