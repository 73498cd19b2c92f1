//! What is being typed: a line of text, the keys of a sequence, a count; and what was typed before.

mod line;

use std::collections::BTreeMap;

use crate::keys::{Action, Code, Key};

use super::look::Snapshot;

pub use self::line::{Line, Purpose};

pub(super) use self::line::{read_date, type_key, type_text};

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
