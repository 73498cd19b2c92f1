//! What is being typed: a line of text, the keys of a sequence, a count; and what was typed before.

use std::collections::BTreeMap;

use strum::{Display, EnumString};
use tui_input::{Input, InputRequest};

use crate::{
    chronology::When,
    diag::{Diagnostic, Span},
    keys::{Action, Code, Key},
    query::{Completion, range_as_date},
};

use super::look::Snapshot;

/// Lines of one purpose that are kept.
const TYPED: usize = 200;
/// Actions called from the palette that are remembered.
const RECENT: usize = 20;
/// The greatest count.
const MOST: usize = 99_999;

/// What is being typed, and what was typed before.
#[derive(Clone, Debug, Default)]
pub struct Typing {
    /// The line of text that is being typed.
    pub line: Option<Line>,
    /// What was shown before the line, or the party picker, was opened: cancelling brings it back.
    pub(super) before: Option<Snapshot>,
    /// Keys of a sequence that is not complete.
    pub pending: Vec<Key>,
    /// The count before a command.
    pub count: Option<usize>,
    /// Lines typed before, newest last.
    pub typed: BTreeMap<Purpose, Vec<String>>,
    /// Actions called from the palette, newest last.
    pub recent: Vec<Action>,
}

impl Typing {
    /// Takes `key` as the next digit of the count, or returns it. A zero begins no count: alone it is a key of its own.
    pub(super) fn count_on(&mut self, key: Key) -> Option<Key> {
        let digit = match key.code {
            Code::Char(it) if self.pending.is_empty() && !key.mods.ctrl && !key.mods.alt => it.to_digit(10),
            _ => None,
        };
        let Some(digit) = digit.filter(|it| *it > 0 || self.count.is_some()) else { return Some(key) };
        self.count = Some((self.count.unwrap_or(0) * 10 + digit as usize).min(MOST));
        None
    }

    /// Keeps a line that was taken.
    pub(super) fn keep_line(&mut self, purpose: Purpose, text: &str) {
        if !text.is_empty() {
            push_newest(self.typed.entry(purpose).or_default(), text.to_owned(), TYPED);
        }
    }

    /// Keeps an action that was called from the palette.
    pub(super) fn keep_action(&mut self, action: Action) {
        push_newest(&mut self.recent, action, RECENT);
    }

    /// Puts the line typed before the one that is shown in its place, or the one after it where `steps` is negative.
    pub(super) fn recall(&mut self, steps: isize) {
        let Some(line) = &mut self.line else { return };
        let history = self.typed.get(&line.purpose).map(Vec::as_slice).unwrap_or_default();
        let at = line.recalled.map_or(-1, |it| it as isize) + steps;
        line.recalled = usize::try_from(at.min(history.len() as isize - 1)).ok();
        let text = line.recalled.and_then(|it| history.iter().rev().nth(it)).cloned().unwrap_or_default();
        line.set(&text);
    }
}

/// Puts `item` last in `items`, once, and drops the oldest beyond `most`.
fn push_newest<T: PartialEq>(items: &mut Vec<T>, item: T, most: usize) {
    items.retain(|it| *it != item);
    items.push(item);
    if most < items.len() {
        items.remove(0);
    }
}

/// What a line of text is for; its kebab-case name is what its lines are remembered under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Display, EnumString)]
#[strum(serialize_all = "kebab-case")]
pub enum Purpose {
    /// Words to look for.
    Search,
    /// A filter query.
    Filter,
    /// A date to go to.
    GoToDate,
    /// The bounds of a range.
    TypeRange,
    /// The date as of which to show the chronology.
    AsKnownOn,
}

impl Purpose {
    /// Returns the words before the line.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Search => "search",
            Self::Filter => "filter",
            Self::GoToDate => "go to date",
            Self::TypeRange => "range",
            Self::AsKnownOn => "as known on",
        }
    }

    /// Returns an example to show while nothing is typed.
    pub const fn example(self) -> &'static str {
        match self {
            Self::Search => "words of an event, or @party",
            Self::Filter => "@netflix in:2011..2016 status:alleged -#watch",
            Self::GoToDate => "2013-08, June 2012, 44 BC",
            Self::TypeRange => "2011/2019-05, or march 2013 to may 2019",
            Self::AsKnownOn => "2018-12-18; empty shows everything again",
        }
    }
}

/// A line of text that is being typed.
#[derive(Clone, Debug)]
pub struct Line {
    /// What it is for.
    pub purpose: Purpose,
    /// The text and the cursor in it.
    pub input: Input,
    /// What is wrong with it.
    pub fault: Option<Diagnostic>,
    /// What the word under the cursor could become.
    pub completions: Vec<Completion>,
    /// Which line of the history is shown, counted back from the newest; none while the reader's own is.
    pub recalled: Option<usize>,
}

impl Line {
    /// Returns a line that begins as `text`.
    pub fn new(purpose: Purpose, text: &str) -> Self {
        let input = Input::new(text.to_owned());
        Self { purpose, input, fault: None, completions: Vec::new(), recalled: None }
    }

    /// Returns what is typed.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// Puts `text` in the place of what is typed, with the cursor at its end.
    pub fn set(&mut self, text: &str) {
        self.input = Input::new(text.to_owned());
    }

    /// Returns the byte at which the cursor stands.
    pub fn cursor(&self) -> usize {
        let text = self.text();
        text.char_indices().nth(self.input.cursor()).map_or(text.len(), |(at, _)| at)
    }
}

/// Types `key` into `input` with the editing keys of a shell; returns whether it was one of them.
pub(super) fn type_key(input: &mut Input, key: Key) -> bool {
    use InputRequest as Do;
    let request = match (key.code, key.mods.ctrl, key.mods.alt) {
        (Code::Char(it), false, false) => Do::InsertChar(it),
        (Code::Backspace, false, false) | (Code::Char('h'), true, false) => Do::DeletePrevChar,
        (Code::Delete, false, false) | (Code::Char('d'), true, false) => Do::DeleteNextChar,
        (Code::Left, false, false) | (Code::Char('b'), true, false) => Do::GoToPrevChar,
        (Code::Right, false, false) | (Code::Char('f'), true, false) => Do::GoToNextChar,
        (Code::Left, true, _) | (Code::Char('b'), false, true) => Do::GoToPrevWord,
        (Code::Right, true, _) | (Code::Char('f'), false, true) => Do::GoToNextWord,
        (Code::Home, ..) | (Code::Char('a'), true, false) => Do::GoToStart,
        (Code::End, ..) | (Code::Char('e'), true, false) => Do::GoToEnd,
        (Code::Char('w'), true, false) | (Code::Backspace, _, _) => Do::DeletePrevWord,
        (Code::Char('d'), false, true) => Do::DeleteNextWord,
        (Code::Char('u'), true, false) => Do::DeleteFromStart,
        (Code::Char('k'), true, false) => Do::DeleteTillEnd,
        (Code::Char('y'), true, false) => Do::Yank,
        _ => return false,
    };
    input.handle(request);
    true
}

/// Types `text` into `input`, without line ends and other control characters; returns whether anything was left to type.
pub(super) fn type_text(input: &mut Input, text: &str) -> bool {
    text.chars().filter(|it| !it.is_control()).map(|it| input.handle(InputRequest::InsertChar(it))).count() > 0
}

/// Reads a date as EDTF, or else as people write it; nothing for an empty text.
pub(super) fn read_date(text: &str) -> Result<Option<When>, Option<Diagnostic>> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    if let Some(range) = range_as_date(text) {
        return Ok(Some(range));
    }
    match When::parse(text) {
        Ok(when) => Ok(Some(when)),
        Err(fault) => match &*When::readings(text) {
            [one] => When::parse(one).map(Some).map_err(|_| None),
            _ => {
                let span = Span::new(0, fault.span.start, fault.span.end);
                let diagnostic = Diagnostic::error("bad-date", fault.message).at(span);
                Err(Some(match fault.help {
                    Some(help) => diagnostic.help(help),
                    None => diagnostic,
                }))
            }
        },
    }
}
