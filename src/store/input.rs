//! What a user asks to be read, where a text comes from, and the one way in which reading can fail.

use std::{
    fmt, fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use super::read::folder;

/// One thing to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A file, or a folder: all `*.toml` below it.
    Path(PathBuf),
    /// A text that is already here. Its `include` patterns are relative to the current folder.
    Text {
        /// Where it comes from.
        place: Place,
        /// The store.
        text: String,
    },
}

/// Where a text of a store comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A file, whatever it is called.
    File(PathBuf),
    /// Standard input, which is read once.
    Stdin,
    /// The program itself.
    BuiltIn,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(f),
            Self::Stdin => f.write_str("<stdin>"),
            Self::BuiltIn => f.write_str("<built-in>"),
        }
    }
}

impl Place {
    /// Returns the file that can be opened to change what stands here.
    pub fn into_file(self) -> Option<PathBuf> {
        match self {
            Self::File(path) => Some(path),
            Self::Stdin | Self::BuiltIn => None,
        }
    }
}

impl Input {
    /// Returns the files that this names, whether they are there or not; what those include is not among them.
    pub fn files(&self) -> Vec<PathBuf> {
        match self {
            Self::Text { .. } => Vec::new(),
            Self::Path(path) if path.is_dir() => {
                folder(path, &mut Vec::new()).into_iter().flatten().map(|it| it.path).collect()
            }
            Self::Path(path) => vec![path.clone()],
        }
    }

    /// Fails if this names what is not there, as reading it would.
    pub fn check_path(&self) -> Result<(), LoadError> {
        match self {
            Self::Path(path) => fs::metadata(path).map(drop).map_err(|it| LoadError::new(path.clone(), it)),
            Self::Text { .. } => Ok(()),
        }
    }

    /// Returns the number of bytes, as far as it is known before they are read.
    fn size(&self) -> u64 {
        match self {
            Self::Text { text, .. } => text.len() as u64,
            Self::Path(_) => self.files().iter().map(|it| fs::metadata(it).map_or(0, |it| it.len())).sum(),
        }
    }
}

/// Returns the bytes of `inputs`, as far as they are known before they are read.
pub fn total_size(inputs: &[Input]) -> u64 {
    inputs.iter().map(Input::size).sum()
}

/// Returns the first `bytes` bytes of a file, up to the head of the last event that begins in them; nothing where there is none, or
/// the file cannot be read or is not UTF-8.
pub fn head(path: &Path, bytes: usize) -> Option<Input> {
    let mut text = vec![0; bytes];
    fs::File::open(path).and_then(|mut it| it.read_exact(&mut text)).ok()?;
    let end = memchr::memmem::rfind(&text, b"\n[[event]]")?;
    text.truncate(end + 1);
    Some(Input::Text { place: Place::File(path.to_owned()), text: String::from_utf8(text).ok()? })
}

/// An input that cannot be read at all.
#[derive(Debug, thiserror::Error)]
#[error("cannot read `{}`: {reason}; {remedy}", path.display())]
pub struct LoadError {
    /// The path as the user gave it.
    pub path: PathBuf,
    /// What the system says; it is part of the message and no source of its own, or it would be said twice.
    pub reason: io::Error,
    /// What to do about it.
    pub remedy: &'static str,
}

impl LoadError {
    pub(super) fn new(path: PathBuf, reason: io::Error) -> Self {
        use io::ErrorKind::{NotFound, PermissionDenied};
        let remedy = match reason.kind() {
            NotFound => "check the spelling, or give `-` to read standard input",
            PermissionDenied => "check the permissions of the file and of the folders above it",
            _ => "give a TOML file, or a folder of them",
        };
        Self { path, reason, remedy }
    }
}
