//! What comes in and what goes out.

use std::{path::PathBuf, sync::Arc};

use crate::{
    catalog::{Catalog, IdSet},
    diag::{Diagnostic, SourceMap},
    formats::{self, Format, Overwrite, SaveError, Subset},
    keys::Key,
    layout::{Pane, Size},
    query::Selected,
    settings::SavedView,
    store::{Loaded, Loading, Progress},
};

use super::{
    answers::{Answer, Question},
    command::Command,
    notice::Notice,
    pointer::{Gesture, Mouse},
    shelf::Memory,
};

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// A run begins.
    Begin(Box<Opening>),
    /// A key was pressed.
    Key(Key),
    /// Something was asked for.
    Command(Command),
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

/// What a run begins with.
#[derive(Debug, Default)]
pub struct Opening {
    /// What is asked for, if anything is.
    pub selected: Option<Selected>,
    /// The view that is asked for, for its lanes and its time: its filter is part of `selected`.
    pub view: Option<SavedView>,
    /// What is remembered of the store. Where a filter or a view is asked for, what was shown then is left out.
    pub memory: Option<Memory>,
    /// The pane that gets the keys.
    pub focus: Option<Pane>,
    /// What is on the screen.
    pub begin: Begin,
    /// What is told first.
    pub notice: Option<Notice>,
}

/// What a run begins with on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Begin {
    /// The explorer itself.
    #[default]
    Explorer,
    /// The tour, as soon as there is something to lead through.
    Tour,
}

/// Something to do outside of the state.
#[derive(Clone)]
pub enum Effect {
    /// Find an answer; one to an older question of its kind need not be found any more.
    Ask(Box<Question>),
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
    /// Whether those are all that there are.
    pub loading: Loading,
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
        if self.overwrite == Overwrite::Replace && self.loading != Loading::Complete && self.path.exists() {
            let path = self.path.display();
            let words = format!("{path} is there, and may be part of the store, which is still being read");
            return Outcome::NotExported(Notice::warning(words));
        }
        let subset = Subset { catalog: &self.catalog, ids: &self.ids };
        match formats::save(&self.path, self.overwrite, &self.files, |out| self.format.write(subset, out)) {
            Ok(losses) => Outcome::Exported { path: self.path, events: self.ids.len(), losses },
            Err(SaveError::Exists { path }) => Outcome::Exists(path),
            Err(fault) => Outcome::NotExported(Notice::warning(fault.to_string())),
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
    /// A file was not written, in words that say what to do.
    NotExported(Notice),
    /// It went well, in words.
    Said(Notice),
    /// It failed, in words that say what to do.
    Failed(Notice),
}
