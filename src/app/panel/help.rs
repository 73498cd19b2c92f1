//! The help: every action, its keys and what it does, from the table of actions; and the language of queries, from its own.

use indexmap::IndexSet;
use strum::IntoEnumIterator;
use tui_input::Input;

use crate::{
    app::msg::Command,
    keys::{Action, Context, Group, Keymap},
    query::{Entry, guide},
};

use super::overlay::{Accepted, Behind, Overlay};

/// One row of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpRow {
    /// An action, and the keys that do it, as hints show them.
    Action(Action, String),
    /// A form of term of the query language.
    Term(Entry),
}

impl HelpRow {
    /// Returns the name of what it belongs to.
    pub fn group(&self) -> &'static str {
        match self {
            Self::Action(action, _) => action.group().name(),
            Self::Term(_) => "query",
        }
    }
}

/// What every key does.
#[derive(Clone, Debug, Default)]
pub struct Help {
    /// What the rows are narrowed to.
    pub needle: Input,
    /// The row that is on.
    pub at: usize,
}

impl Help {
    /// Returns the actions, and then the forms of queries, whose keys, name or help hold every word of the needle, in the order of the
    /// tables. A slash before it
    /// says only that a needle follows.
    pub fn rows(&self, keymap: &Keymap) -> Vec<HelpRow> {
        let needle = self.needle.value();
        let needle = needle.strip_prefix('/').unwrap_or(needle);
        let words: Vec<String> = needle.split_whitespace().map(str::to_lowercase).collect();
        let holds = |text: &str| words.iter().all(|word| text.to_lowercase().contains(word.as_str()));
        let actions = Action::iter().map(|it| (it, keys_of(keymap, it))).filter(|(action, keys)| {
            // A key is looked up as it is typed, so that `G` does not find `g`.
            let is_key = || needle.split_whitespace().all(|word| keys.split([' ', ',']).any(|key| key == word));
            holds(&format!("{} {}", action.name(), action.help())) || is_key()
        });
        let terms = guide().filter(|it| holds(&format!("query {} {} {}", it.form, it.means, it.example)));
        actions.map(|(action, keys)| HelpRow::Action(action, keys)).chain(terms.map(HelpRow::Term)).collect()
    }
}

impl Overlay for Help {
    fn list(&mut self, behind: Behind) -> Option<(&mut usize, usize)> {
        let len = self.rows(&behind.settings.keymap).len();
        Some((&mut self.at, len))
    }

    fn context(&self) -> Context {
        Context::Help
    }

    fn input(&mut self) -> Option<&mut Input> {
        Some(&mut self.needle)
    }

    fn accept(&mut self, behind: Behind) -> Accepted {
        let row = self.rows(&behind.settings.keymap).into_iter().nth(self.at);
        Accepted::Close(match row {
            Some(HelpRow::Action(action, _)) if action.group() != Group::Prompt => Some(Command::Do(action, None)),
            // A form is tried where queries are typed.
            Some(HelpRow::Term(_)) => Some(Command::Do(Action::Filter, None)),
            _ => None,
        })
    }
}

/// Returns the keys of an action where it belongs, as one text: what a list calls down is not what the explorer does.
fn keys_of(keymap: &Keymap, action: Action) -> String {
    let belongs = |it: &Context| matches!(it, Context::Explorer | Context::Range) != (action.group() == Group::Prompt);
    let keys: IndexSet<String> = Context::iter().filter(belongs).flat_map(|it| keymap.keys_for(action, it)).collect();
    keys.into_iter().collect::<Vec<_>>().join(", ")
}
