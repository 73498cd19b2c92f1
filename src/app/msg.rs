//! What comes in and what goes out.

use std::{path::PathBuf, sync::Arc};

use crate::{
    catalog::{Catalog, EventIdx, IdSet},
    diag::{Diagnostic, SourceMap},
    formats::{self, Format, Overwrite, SaveError, Subset},
    keys::{Action, Key},
    layout::Size,
    store::{Loaded, Progress},
};

use super::{
    gesture::{Gesture, Mouse},
    work::{Answer, Work},
};

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// An action was called by its name, so many times.
    Do(Action, Option<usize>),
    /// An action that waits for a letter was called by its name, with the letter.
    DoAt(Action, char),
    /// An event was called by its number or its id.
    GoTo(EventIdx),
    /// Text was pasted.
    Paste(String),
    /// Something was done with the mouse.
    Mouse(Gesture),
    /// The terminal has a new size.
    Resize(Size),
    /// The store was read.
    Loaded(Box<Loaded>),
    /// The store could not be read.
    Failed {
        /// Why.
        why: String,
        /// The time of day, as it is told to the reader.
        at: String,
    },
    /// The store has changed.
    FileChanged,
    /// Changes of the store are not noticed, for this reason.
    Unwatched(String),
    /// A signal ends the program.
    Ended,
    /// A part of the store was read; the rest is still to come.
    Progress(Progress),
    /// The store was looked through for what is suspicious.
    Checked(Vec<Diagnostic>),
    /// A question was answered.
    Answered(Box<Answer>),
    /// An effect has ended.
    Done(Outcome),
}

/// Something to do outside of the state.
#[derive(Clone)]
pub enum Effect {
    /// Find an answer; one to an older question of its kind need not be found any more.
    Work(Box<Work>),
    /// Write events to a file.
    Export(Box<Export>),
    /// Send text to the terminal's clipboard; the second text says what it is.
    Copy(String, String),
    /// Open an editor at a line, from 1, of a file.
    Edit(PathBuf, usize),
    /// Open a page.
    Open(String),
    /// Take the mouse, or give it back to the terminal.
    Mouse(Mouse),
    /// Read the store again.
    Load,
    /// Watch these files, beside what was named on the command line.
    Watch(Vec<PathBuf>),
    /// Keep what is remembered of the store.
    Remember,
    /// Keep nothing of it any more.
    Forget,
    /// Give the terminal back to the shell until it is continued.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// Leave.
    Quit,
}

/// Events to be written to a file.
#[derive(Clone)]
pub struct Export {
    /// The events' catalog.
    pub catalog: Arc<Catalog>,
    /// The texts that it was read from, which stay as they are.
    pub files: Arc<SourceMap>,
    /// Which of them.
    pub ids: IdSet,
    /// How to write them.
    pub format: &'static Format,
    /// Where to.
    pub path: PathBuf,
    /// What to do with a file that is there.
    pub overwrite: Overwrite,
}

impl Export {
    /// Writes the events. Whoever does effects calls it where waiting is no harm.
    pub fn write(self) -> Outcome {
        let subset = Subset { catalog: &self.catalog, ids: &self.ids };
        match formats::save(&self.path, self.overwrite, &self.files, |out| self.format.write(subset, out)) {
            Ok(losses) => Outcome::Exported { path: self.path, events: self.ids.len(), losses },
            Err(SaveError::Exists { path }) => Outcome::Exists(path),
            Err(fault) => Outcome::Failed(fault.to_string()),
        }
    }
}

/// How an effect ended.
#[derive(Debug)]
pub enum Outcome {
    /// A file was written.
    Exported {
        /// The file.
        path: PathBuf,
        /// How many events it holds.
        events: usize,
        /// What it could not carry.
        losses: Vec<String>,
    },
    /// The file is there already.
    Exists(PathBuf),
    /// It went well, in words.
    Said(String),
    /// It failed, in words that say what to do.
    Failed(String),
}
