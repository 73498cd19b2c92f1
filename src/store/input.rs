//! What a user asks to be loaded, what comes of it, and the one way in which it can fail.

use std::path::PathBuf;

use crate::{
    chronology::Chronology,
    diag::{Diagnostic, SourceMap},
};

/// One thing to load.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A file, or a folder: all `*.toml` below it.
    Path(PathBuf),
    /// A text that is already here, such as standard input. Its `include` patterns are relative to the current folder.
    Text {
        /// The name to print: `<stdin>`, `<built-in>`.
        name: String,
        /// The store.
        text: String,
    },
}

/// What was loaded.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// Everything that could be read.
    pub chronology: Chronology,
    /// The texts, by the numbers that origins and spans have.
    pub files: SourceMap,
    /// Every fault that was found, in order of place.
    pub diagnostics: Vec<Diagnostic>,
}

/// An input that cannot be read at all.
#[derive(Debug, thiserror::Error)]
#[error("cannot read `{}`: {reason}; {remedy}", path.display())]
pub struct LoadError {
    /// The path as the user gave it.
    pub path: PathBuf,
    /// What the system says; it is part of the message and no source of its own, or it would be said twice.
    pub reason: std::io::Error,
    /// What to do about it.
    pub remedy: &'static str,
}

impl LoadError {
    pub(super) fn new(path: PathBuf, reason: std::io::Error) -> Self {
        use std::io::ErrorKind::{NotFound, PermissionDenied};
        let remedy = match reason.kind() {
            NotFound => "check the spelling, or give `-` to read standard input",
            PermissionDenied => "check the permissions of the file and of the folders above it",
            _ => "give a TOML file, or a folder of them",
        };
        Self { path, reason, remedy }
    }
}
