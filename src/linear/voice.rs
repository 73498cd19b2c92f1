//! How an answer is worded: to be looked at, or to be listened to.

use crate::{chronology::When, formats::Color};

/// Who an answer is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// Somebody who looks at it: columns, signs beside numbers, titles cut to the line.
    Plain,
    /// Somebody who listens to it: a fact a line, words for every sign, nothing cut.
    Spoken,
}

/// Who an answer is for, and what it is written on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Manner {
    pub(super) voice: Voice,
    /// Cells in a line, where they are counted.
    pub(super) width: Option<usize>,
    pub(super) color: Color,
}

impl Manner {
    pub(super) fn new(voice: Voice, width: Option<usize>, color: Color) -> Self {
        match voice {
            Voice::Plain => Self { voice, width, color },
            Voice::Spoken => Self { voice, width: None, color: Color::Plain },
        }
    }

    /// Returns how many events a page has: a page to listen to is shorter.
    pub(super) const fn page(self) -> usize {
        match self.voice {
            Voice::Plain => 20,
            Voice::Spoken => 10,
        }
    }

    /// Returns a message of ours, without the marks around names where it is listened to: they would be read out.
    pub(super) fn message(self, text: &str) -> String {
        match self.voice {
            Voice::Plain => text.to_owned(),
            Voice::Spoken => text.replace('`', ""),
        }
    }

    /// Returns a date in a reader's words.
    pub(super) fn date(self, when: Option<&When>) -> String {
        match (self.voice, when) {
            (_, None) => "undated".to_owned(),
            (Voice::Plain, Some(when)) => when.short(),
            (Voice::Spoken, Some(when)) => when.spoken(),
        }
    }
}

/// Returns what stands before a line that is to be typed.
pub(super) const fn prompt(voice: Voice) -> &'static str {
    match voice {
        Voice::Plain => "dateline> ",
        Voice::Spoken => "> ",
    }
}
