//! What can be wrong in a key file.

use std::{fmt, ops::Range};

use super::Context;

/// One fault of a key file. What is not at fault is in force all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub why: Why,
    /// The bytes of the text that are at fault.
    pub span: Range<usize>,
}

/// What is wrong with a line of a key file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The text is not TOML; the reason as the parser tells it.
    NotToml(String),
    /// A table that is no [`Context`].
    UnknownContext(String),
    /// A context that is not a table.
    NotATable(Context),
    /// A word that is not a key.
    UnknownKey(String),
    /// A binding of no key at all.
    NoKey,
    /// A word that is no [`Action`](super::Action).
    UnknownAction(String),
    /// A binding to something other than a word.
    NotAWord,
    /// A sequence that cannot stand beside another of the same text, since one begins the other or they are equal.
    Clash {
        /// The sequence that was left out.
        keys: String,
        /// The sequence that was written before it.
        with: String,
    },
    /// A sequence that takes the place of sequences of an earlier text, since one begins the other.
    Replaces {
        /// The sequence that is in force.
        keys: String,
        /// The sequences that are no longer.
        lost: Vec<String>,
    },
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotToml(reason) => f.write_str(reason),
            Self::UnknownContext(word) => write!(f, "`{word}` is not a context"),
            Self::NotATable(context) => write!(f, "`{context}` is not a table"),
            Self::UnknownKey(word) => write!(f, "`{word}` is not a key"),
            Self::NoKey => f.write_str("no key to bind"),
            Self::UnknownAction(word) => write!(f, "`{word}` is not an action"),
            Self::NotAWord => f.write_str("an action is a word in quotes"),
            Self::Clash { keys, with } if keys == with => write!(f, "`{keys}` is bound twice"),
            Self::Clash { keys, with } => write!(f, "`{keys}` cannot be bound beside `{with}`: one begins the other"),
            Self::Replaces { keys, lost } => match lost.as_slice() {
                [] => write!(f, "`{keys}` takes the place of nothing"),
                [one] => write!(f, "`{keys}` takes the place of `{one}`"),
                [one, rest @ ..] => write!(f, "`{keys}` takes the place of `{one}` and {} more", rest.len()),
            },
        }
    }
}

impl Why {
    /// Returns what to do about it, where that does not need a guess at what was meant.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::NotToml(_) | Self::UnknownAction(_) | Self::UnknownContext(_) => None,
            Self::NotATable(context) => {
                Some(format!("write `[{context}]`, and below it lines such as `\"ctrl-d\" = \"half-page-down\"`"))
            }
            Self::UnknownKey(word) if is_sequence(word) => {
                Some(format!("separate the keys of a sequence: `{}`", spaced(word)))
            }
            Self::UnknownKey(_) | Self::NoKey => {
                Some("keys are spelt `a`, `G`, `ctrl-d`, `shift-left`, `space`, `f1`; a sequence is `g d`".to_owned())
            }
            Self::NotAWord => Some("write an action, such as `\"undo\"`, or `\"none\"`".to_owned()),
            Self::Clash { .. } => Some("remove one of the two".to_owned()),
            Self::Replaces { lost, .. } => lost
                .first()
                .map(|it| format!("bind what is lost elsewhere, or say that it is meant: `\"{it}\" = \"none\"`")),
        }
    }
}

/// Tells whether `word` looks like `gg`: keys that were not separated.
fn is_sequence(word: &str) -> bool {
    (2..=3).contains(&word.len()) && word.bytes().all(|it| it.is_ascii_graphic())
}

fn spaced(word: &str) -> String {
    word.chars().map(String::from).collect::<Vec<_>>().join(" ")
}
