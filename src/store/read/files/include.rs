//! Which files a store is made of: folders, `include` patterns, and what names a file twice.

use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
};

use crate::diag::{Diagnostic, Span};
use crate::store::read::parse::Include;
use crate::store::rules::{BAD_INCLUDE, EMPTY_FOLDER, INCLUDE_CYCLE, INCLUDE_REPEATED, INCLUDE_UNMATCHED};

/// A file that is to be loaded.
#[derive(Clone, Debug)]
pub(in crate::store) struct Visit {
    pub(in crate::store) path: PathBuf,
    pub(in crate::store) by: Naming,
    /// Number of the file that includes it.
    pub(in crate::store) parent: Option<usize>,
}

/// What named a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum Naming {
    /// A user, by its path.
    Path,
    /// A user, by a folder above it.
    Folder,
    /// A pattern that stands here.
    Pattern(Span),
}

/// The files that were loaded so far, and which of them included which.
#[derive(Debug, Default)]
pub(in crate::store) struct Graph {
    /// By canonical path: the file's number, and what named it first.
    seen: HashMap<PathBuf, (usize, Naming)>,
    /// By number: the file's own path if it has one, and the file that includes it.
    files: Vec<(Option<PathBuf>, Option<usize>)>,
}

impl Graph {
    /// Adds a text that is no file.
    pub(in crate::store) fn add_text(&mut self) {
        self.files.push((None, None));
    }

    /// Adds the file that is about to be read, unless it has been: then there may be something to report.
    pub(in crate::store) fn enter(&mut self, visit: &Visit, faults: &mut Vec<Diagnostic>) -> bool {
        // A file that cannot be found under its canonical path will fail to be read, and be reported for that.
        let identity = fs::canonicalize(&visit.path).unwrap_or_else(|_| visit.path.clone());
        let Some((number, first)) = self.seen.get(&identity).copied() else {
            self.seen.insert(identity, (self.files.len(), visit.by));
            self.files.push((Some(visit.path.clone()), visit.parent));
            return true;
        };
        faults.extend(self.repeated(visit, number, first));
        false
    }

    fn repeated(&self, visit: &Visit, number: usize, first: Naming) -> Option<Diagnostic> {
        let name = visit.path.display();
        let at = |fault: Diagnostic| match visit.by {
            Naming::Pattern(span) => fault.at(span),
            _ => fault,
        };
        let ancestors = std::iter::successors(visit.parent, |it| self.files.get(*it).and_then(|it| it.1));
        if ancestors.into_iter().any(|it| it == number) {
            let itself = if visit.parent == Some(number) { "itself" } else { "a file that includes it" };
            let fault = INCLUDE_CYCLE.fault(format!("this file includes {itself}: `{name}`"));
            return Some(at(fault).help("remove it from `include`"));
        }
        let quiet = visit.by == Naming::Folder || first == Naming::Folder;
        if quiet {
            return None;
        }
        let fault = at(INCLUDE_REPEATED.fault(format!("`{name}` is named twice and loaded once")));
        Some(match first {
            Naming::Pattern(span) => fault.related(span, "first named here"),
            _ => fault,
        })
    }

    /// Returns the files that `include` names, in order of their names.
    pub(in crate::store) fn expand(&self, file: usize, include: &Include, faults: &mut Vec<Diagnostic>) -> Vec<Visit> {
        let own = self.files.get(file).and_then(|it| it.0.as_deref());
        let folder = own.and_then(Path::parent).unwrap_or(Path::new(""));
        let folder = folder.to_string_lossy();
        let base = glob::Pattern::escape(&folder);
        let slash = if base.is_empty() || base.ends_with('/') { "" } else { "/" };
        let pattern = if Path::new(&include.pattern).is_absolute() {
            include.pattern.clone()
        } else {
            format!("{base}{slash}{}", include.pattern)
        };
        let options = glob::MatchOptions { require_literal_leading_dot: true, ..glob::MatchOptions::new() };
        let matched = match glob::glob_with(&pattern, options) {
            Ok(paths) => paths.filter_map(Result::ok),
            Err(fault) => {
                let message = format!("`{}` is no pattern: {}", include.pattern, fault.msg);
                faults.push(BAD_INCLUDE.fault(message).at(include.span));
                return Vec::new();
            }
        };
        let is_pattern = include.pattern.contains(['*', '?', '[']);
        let mut visits = Vec::new();
        let mut is_matched = false;
        for path in matched {
            is_matched = true;
            // `*.toml` matches the file that it stands in, which nobody means.
            if is_pattern && own == Some(&*path) {
                continue;
            }
            let by = Naming::Pattern(include.span);
            if path.is_dir() {
                let files = folder_files(&path).unwrap_or_default();
                visits.extend(files.into_iter().map(|path| Visit { path, by, parent: Some(file) }));
            } else {
                visits.push(Visit { path, by, parent: Some(file) });
            }
        }
        if !is_matched {
            let fault = INCLUDE_UNMATCHED.fault(format!("`{}` matches no file", include.pattern)).at(include.span);
            faults.push(fault.help("patterns are relative to the folder of this file"));
        }
        visits
    }
}

/// Returns the files of a folder that a user named.
pub(in crate::store) fn folder(path: &Path, faults: &mut Vec<Diagnostic>) -> io::Result<Vec<Visit>> {
    let files = folder_files(path)?;
    if files.is_empty() {
        faults.push(EMPTY_FOLDER.fault(format!("there is no `*.toml` file in `{}` or below it", path.display())));
    }
    Ok(files.into_iter().map(|path| Visit { path, by: Naming::Folder, parent: None }).collect())
}

/// Returns the `*.toml` files in and below a folder, sorted, without hidden ones. Links to folders are not followed: they may
/// lead back up.
fn folder_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        let entries = match fs::read_dir(&next) {
            Ok(entries) => entries,
            Err(error) if next == folder => return Err(error),
            Err(_) => continue,
        };
        for entry in entries.filter_map(Result::ok) {
            let path = entry.path();
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            match entry.file_type() {
                Ok(it) if it.is_dir() => folders.push(path),
                Ok(_) if path.extension().is_some_and(|it| it == "toml") && !path.is_dir() => files.push(path),
                _ => {}
            }
        }
    }
    files.sort();
    Ok(files)
}
