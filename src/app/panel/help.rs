//! The help: every action, its keys and what it does, from the table of actions.

use indexmap::IndexSet;
use strum::IntoEnumIterator;
use tui_input::Input;

use crate::{
    app::msg::Command,
    keys::{Action, Context, Group, Keymap},
};

use super::overlay::{Accepted, Behind, Overlay};

/// One row of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpRow {
    /// Where it belongs.
    pub group: Group,
    /// The action.
    pub action: Action,
    /// The keys that do it, as hints show them.
    pub keys: String,
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
    /// Returns the actions whose keys, name or help hold every word of the needle, in the order of the table. A slash before it
    /// says only that a needle follows.
    pub fn rows(&self, keymap: &Keymap) -> Vec<HelpRow> {
        let needle = self.needle.value();
        let needle = needle.strip_prefix('/').unwrap_or(needle);
        let words: Vec<String> = needle.split_whitespace().map(str::to_lowercase).collect();
        Action::iter()
            .map(|action| HelpRow { group: action.group(), action, keys: keys_of(keymap, action) })
            .filter(|it| {
                let text = format!("{} {}", it.action.name(), it.action.help()).to_lowercase();
                // A key is looked up as it is typed, so that `G` does not find `g`.
                let keys = || needle.split_whitespace().all(|word| it.keys.split([' ', ',']).any(|key| key == word));
                words.iter().all(|word| text.contains(word.as_str())) || keys()
            })
            .collect()
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
        let row = row.filter(|it| it.group != Group::Prompt);
        Accepted::Close(row.map(|it| Command::Do(it.action, None)))
    }
}

/// Returns the keys of an action where it belongs, as one text: what a list calls down is not what the explorer does.
fn keys_of(keymap: &Keymap, action: Action) -> String {
    let belongs = |it: &Context| matches!(it, Context::Explorer | Context::Range) != (action.group() == Group::Prompt);
    let keys: IndexSet<String> = Context::iter().filter(belongs).flat_map(|it| keymap.keys_for(action, it)).collect();
    keys.into_iter().collect::<Vec<_>>().join(", ")
}
