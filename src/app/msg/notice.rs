//! One line for the reader: what was just done, or why it was not, and what can be done about it.

use crate::keys::Action;

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// It was done.
    Info,
    /// It is being done, and what comes of it is told later.
    UnderWay,
    /// It was not done, or not whole.
    Warning,
}

/// An action that a notice offers. Each surface spells it in its own way: a key, or the name of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The action.
    pub action: Action,
    /// The letter that the action waits for.
    pub letter: Option<char>,
    /// What it does, as in `undoes it`.
    pub does: &'static str,
}

/// One line in the status row, until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How it is meant.
    pub level: Level,
    /// What it says. It names no key.
    pub words: String,
    /// What can be done next.
    pub offers: Vec<Offer>,
}

impl Notice {
    /// Returns a notice that something was done.
    pub fn info(words: impl Into<String>) -> Self {
        Self { level: Level::Info, words: words.into(), offers: Vec::new() }
    }

    /// Returns a notice that something is being done.
    pub fn under_way(words: impl Into<String>) -> Self {
        Self { level: Level::UnderWay, ..Self::info(words) }
    }

    /// Returns a notice that something was not done.
    pub fn warning(words: impl Into<String>) -> Self {
        Self { level: Level::Warning, ..Self::info(words) }
    }

    /// Returns the notice that the filter lets nothing through.
    pub fn nothing_passes() -> Self {
        let notice = Self::warning("no event passes the filter").offer(Action::Undo, "undoes it");
        notice.offer(Action::RemoveChip, "drops its last term")
    }

    /// Adds an action that is offered.
    #[must_use]
    pub fn offer(mut self, action: Action, does: &'static str) -> Self {
        self.offers.push(Offer { action, letter: None, does });
        self
    }

    /// Adds an action that waits for `letter`.
    #[must_use]
    pub fn offer_at(mut self, action: Action, letter: char, does: &'static str) -> Self {
        self.offers.push(Offer { action, letter: Some(letter), does });
        self
    }

    /// Returns the whole line, with each offer as `spell` spells its action.
    pub fn line(&self, spell: impl Fn(&Offer) -> String) -> String {
        let offers: Vec<String> = self.offers.iter().map(|it| format!("{} {}", spell(it), it.does)).collect();
        match (self.words.is_empty(), offers.is_empty()) {
            (_, true) => self.words.clone(),
            (true, false) => offers.join(", "),
            (false, false) => {
                let joint = if self.words.ends_with('?') { " " } else { ": " };
                format!("{}{joint}{}", self.words, offers.join(", "))
            }
        }
    }
}
