//! From the text of one key file to its bindings, and what can be wrong in it.

use std::{borrow::Cow, fmt, ops::Range};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{Action, Context, Key, KeyError};

/// One line of a key file.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// The table that the line is in.
    pub context: Context,
    /// The sequence.
    pub keys: Vec<Key>,
    /// What it does; nothing for a line that takes a binding away.
    pub action: Option<Action>,
    /// The sequence's bytes in the text.
    pub span: Range<usize>,
}

/// Returns the lines of a key file that can be used, in file order, and what is wrong with the others.
pub(super) fn read(text: &str) -> (Vec<Line>, Vec<Fault>) {
    let (root, errors) = DeTable::parse_recoverable(text);
    let mut faults: Vec<Fault> = errors
        .iter()
        .map(|it| Fault { why: Why::NotToml(it.message().to_owned()), span: it.span().unwrap_or_default() })
        .collect();
    let mut lines: Vec<Line> = Vec::new();
    for (name, value) in root.get_ref() {
        match context(name, value) {
            Ok((context, table)) => {
                // A value that is not TOML is empty here, and has been told.
                for (keys, action) in table.iter().filter(|(_, action)| !action.span().is_empty()) {
                    match line(context, keys, action).and_then(|it| beside(&lines, it)) {
                        Ok(line) => lines.push(line),
                        Err(fault) => faults.push(fault),
                    }
                }
            }
            Err(fault) => faults.push(fault),
        }
    }
    (lines, faults)
}

type Word<'a> = Spanned<Cow<'a, str>>;

fn context<'a>(name: &Word, value: &'a Spanned<DeValue<'a>>) -> Result<(Context, &'a DeTable<'a>), Fault> {
    let fault = |why| Fault { why, span: name.span() };
    let context: Context =
        name.get_ref().parse().map_err(|_| fault(Why::UnknownContext(name.get_ref().to_string())))?;
    let table = value.get_ref().as_table().ok_or_else(|| fault(Why::NotATable(context)))?;
    Ok((context, table))
}

fn line(context: Context, keys: &Word, action: &Spanned<DeValue>) -> Result<Line, Fault> {
    let at_keys = |why| Fault { why, span: keys.span() };
    let at_action = |why| Fault { why, span: action.span() };
    let sequence: Result<Vec<Key>, KeyError> = keys.get_ref().split_whitespace().map(str::parse).collect();
    let sequence = sequence.map_err(|it| at_keys(Why::UnknownKey(it.0)))?;
    if sequence.is_empty() {
        return Err(at_keys(Why::NoKey));
    }
    let action = match action.get_ref().as_str() {
        Some("none") => None,
        Some(word) => Some(word.parse().map_err(|_| at_action(Why::UnknownAction(word.to_owned())))?),
        None => return Err(at_action(Why::NotAWord)),
    };
    Ok(Line { context, keys: sequence, action, span: keys.span() })
}

/// Returns `line` unless it cannot stand beside one of `lines`.
fn beside(lines: &[Line], line: Line) -> Result<Line, Fault> {
    let clash = lines.iter().find(|it| {
        let overlap = begins(&it.keys, &line.keys) || begins(&line.keys, &it.keys);
        // Taking a whole prefix away and then binding some of it is how one starts a prefix afresh.
        let both = it.action.is_some() && line.action.is_some();
        it.context == line.context && overlap && (both || it.keys == line.keys)
    });
    match clash {
        None => Ok(line),
        Some(with) => {
            let why = Why::Clash { keys: spelling(&line.keys), with: spelling(&with.keys) };
            Err(Fault { why, span: line.span })
        }
    }
}

/// Tells whether `sequence` is `start`, or goes on from it.
pub(super) fn begins(start: &[Key], sequence: &[Key]) -> bool {
    sequence.starts_with(start)
}

/// Returns a sequence as key files spell it.
pub(super) fn spelling(keys: &[Key]) -> String {
    keys.iter().map(Key::to_string).collect::<Vec<_>>().join(" ")
}

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
                [one, rest @ ..] if !rest.is_empty() => {
                    write!(f, "`{keys}` takes the place of `{one}` and {} more", rest.len())
                }
                lost => write!(f, "`{keys}` takes the place of `{}`", lost.concat()),
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
