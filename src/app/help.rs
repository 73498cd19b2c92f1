//! The rows of the help: every action, its keys and what it does, from the table of actions.

use strum::IntoEnumIterator;

use crate::keys::{Action, Context, Group, Keymap};

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

/// Returns the actions whose keys, name or help hold every word of `needle`, in the order of the table. A slash before it says
/// only that a needle follows: a lone `t` takes the tour.
pub fn help_rows(keymap: &Keymap, needle: &str) -> Vec<HelpRow> {
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

/// Returns the keys of an action where it belongs, as one text: what a list calls down is not what the explorer does.
fn keys_of(keymap: &Keymap, action: Action) -> String {
    let mut keys: Vec<String> = Vec::new();
    let belongs = |it: &Context| matches!(it, Context::Explorer | Context::Range) != (action.group() == Group::Prompt);
    for key in Context::iter().filter(belongs).flat_map(|it| keymap.keys_for(action, it)) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys.join(", ")
}
