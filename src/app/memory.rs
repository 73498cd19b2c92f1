//! What is remembered of a store from one run to the next: the view, the filter, what is picked, and the lines typed.
//!
//! Events are remembered by id. Lines are remembered with their store: they name its parties and its events.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{
    chronology::When,
    query::{Query, Selected},
};

use super::filter::Filter;

/// The form of a [`Memory`]; one of another form is not read.
pub const MEMORY_FORMAT: u32 = 1;

/// What is remembered of a store.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Memory {
    /// Its form.
    pub format: u32,
    /// The store's paths, for whoever looks into the file.
    pub store: Vec<String>,
    /// Where the reader was.
    pub place: Option<Place>,
    /// What was hidden.
    pub filter: Hidden,
    /// What lanes were by.
    pub lanes: String,
    /// Whether the detail was wanted.
    pub detail: String,
    /// How the panes were laid out.
    pub layout: String,
    /// Whether long gaps were shown or folded.
    pub gaps: String,
    /// The pane that had the keys.
    pub focus: String,
    /// Ids of the marked events.
    pub marked: Vec<String>,
    /// Ids of the bookmarked events, by letter.
    pub bookmarks: BTreeMap<char, String>,
    /// The names of the actions called from the palette, newest last.
    pub recent: Vec<String>,
    /// The lines typed before, by what they were for, newest last.
    pub typed: BTreeMap<String, Vec<String>>,
}

/// Where a reader was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    /// The id of the event under the cursor.
    pub cursor: Option<String>,
    /// The first and the last millisecond of the view; nothing where all of the store was in it.
    pub view: Option<[i64; 2]>,
    /// The first and the last millisecond of both ends of the range: of the one that stays, then of the one that moves.
    pub range: Option<[i64; 4]>,
    /// Whether the range was still being drawn by the cursor.
    pub drawn: bool,
    /// The lanes that the range was of.
    pub lanes: BTreeSet<String>,
}

/// What is picked of events that are not there: not yet, not any more, or on another branch of the store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Absent {
    /// Ids of marked events.
    pub(super) marked: BTreeSet<String>,
    /// Ids of bookmarked events, by letter.
    pub(super) bookmarks: BTreeMap<char, String>,
}

/// What was hidden.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Hidden {
    /// The query.
    pub query: String,
    /// The date as of which the chronology was shown.
    pub as_of: Option<String>,
    /// Whether the filter was on.
    pub on: bool,
}

impl Default for Hidden {
    fn default() -> Self {
        Self { query: String::new(), as_of: None, on: true }
    }
}

/// Whether the command line says what to show. Then what is remembered of that is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// It does not.
    Nothing,
    /// It does.
    What,
}

impl Hidden {
    /// Returns the filter; what is no query any more hides nothing.
    pub(super) fn filter(&self) -> Filter {
        let (query, faults) = Query::parse(&self.query);
        let query = if faults.is_empty() { query } else { Query::default() };
        let as_of = self.as_of.as_deref().and_then(|it| When::parse(it).ok());
        let mut filter = Filter::new(Selected { query, as_of });
        if !self.on {
            filter.toggle();
        }
        filter
    }
}
