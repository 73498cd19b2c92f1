//! Where whole events are kept when there are too many to hold.

use std::{hash::BuildHasher, path::PathBuf};

use foldhash::quality::FixedState;

use super::{Event, Origin};

/// Where an event is kept: in which part of its archive, such as a file, and where in that. Handles ascend in the order of reading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Handle(u64);

impl Handle {
    /// Bits of the place in its part; the others are the number of the part.
    const PLACE: u32 = 40;

    /// Returns the handle of what begins at `start` in the part number `part`.
    pub const fn new(part: usize, start: usize) -> Self {
        Self((part as u64) << Self::PLACE | start as u64)
    }

    /// Returns the number of the part.
    pub const fn part(self) -> usize {
        (self.0 >> Self::PLACE) as usize
    }

    /// Returns where it begins in its part.
    pub const fn start(self) -> usize {
        (self.0 & ((1 << Self::PLACE) - 1)) as usize
    }
}

/// Where some words of an event are kept, as a number that only its archive understands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Excerpt(pub u32);

/// Where whole events are kept, and the way back to one.
pub trait Archive: Send + Sync {
    /// Returns the event that is kept at `handle`. Where there is none, the event is empty.
    fn event(&self, handle: Handle) -> Event;

    /// Returns some words of the event that is kept at `handle`.
    fn words(&self, handle: Handle, excerpt: Excerpt) -> Option<&str>;

    /// Returns where people find the event that is kept at `handle`.
    fn address(&self, handle: Handle) -> Option<Address>;

    /// Returns the comments of the table at `origin`; an archive without any has none.
    fn comments(&self, _: Origin) -> Comments {
        Comments::default()
    }

    /// Returns what the parts are called, by their numbers; no two are called the same if they can be told apart at all.
    fn part_names(&self) -> Vec<String>;
}

/// What an author wrote beside a table for people only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comments {
    /// The lines directly above it that allow a warning, and so belong to it.
    pub allowed: Vec<String>,
    /// How many others there are.
    pub others: usize,
}

/// Where people find something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// What the text is called that it stands in.
    pub name: String,
    /// The file to open to change it; nothing where it stands in none.
    pub file: Option<PathBuf>,
    /// The line, from 1.
    pub line: usize,
}

/// How an event is kept once its row stands in a table.
#[derive(Clone, Copy, Debug)]
pub enum Kept {
    /// In the table, whole.
    InTable(Handle),
    /// In its archive.
    InArchive {
        /// Where.
        handle: Handle,
        /// Where its title is, if it stands there letter for letter.
        title: Option<Excerpt>,
        /// Where its summary is, if it stands there letter for letter.
        summary: Option<Excerpt>,
    },
}

/// Returns a number that stands for an id. Two ids with the same number are as good as never met, and whoever drops something
/// because ids are equal compares the ids themselves.
pub fn id_hash(id: &str) -> u64 {
    FixedState::default().hash_one(id)
}
