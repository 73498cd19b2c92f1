//! From the keys so far to an action, and from an action to its keys.

use super::{
    Action, Context, Fault, Key, Why,
    layer::{self, begins, spelling},
};

/// The default bindings, with their comments; what a user's own key file is laid over.
pub const DEFAULT_KEYMAP: &str = include_str!("../../assets/keymap.toml");

/// Every binding in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    /// In the order in which they were written. There are about two hundred, and a person presses one: a scan will do.
    bindings: Vec<Binding>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Binding {
    context: Context,
    keys: Vec<Key>,
    action: Action,
}

/// What the keys so far mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// Do this; the sequence is over.
    Action(Action),
    /// Do this with the letter that was typed; the sequence is over.
    ActionAt(Action, char),
    /// A letter from `a` to `z` is to follow: it says for what.
    Letter(Action),
    /// One of these keys is to follow: it does this, or nothing where yet another key is to follow.
    More(Vec<(Key, Option<Action>)>),
    /// The key belongs to the line of text that is being edited.
    Text,
    /// The sequence means nothing, and is over.
    Nothing,
}

impl Default for Keymap {
    /// Returns the default bindings.
    fn default() -> Self {
        Self::parse(DEFAULT_KEYMAP).0
    }
}

impl Keymap {
    /// Reads the bindings of one text, and what is wrong with it.
    ///
    /// The text has a table for each [`Context`]; in it a sequence of keys, separated by spaces, is given an action or `none`.
    ///
    /// ```
    /// use dateline::keys::{Action, Context, Keymap, Resolved};
    /// let (keymap, faults) = Keymap::parse("[explorer]\n'g g' = 'first'\nx = 'exprot'");
    /// assert_eq!(faults[0].why.to_string(), "`exprot` is not an action");
    /// assert_eq!(keymap.keys_for(Action::First, Context::Explorer), ["gg"]);
    /// ```
    pub fn parse(text: &str) -> (Self, Vec<Fault>) {
        let mut keymap = Self { bindings: Vec::new() };
        let faults = keymap.overlay(text);
        (keymap, faults)
    }

    /// Lays the bindings of `text` over these, and returns what is wrong with it.
    ///
    /// A sequence bound to `none` loses its binding, and so does everything that begins with it, before anything is bound.
    pub fn overlay(&mut self, text: &str) -> Vec<Fault> {
        let (lines, mut faults) = layer::read(text);
        for line in lines.iter().filter(|it| it.action.is_none()) {
            self.bindings.retain(|it| it.context != line.context || !begins(&line.keys, &it.keys));
        }
        for line in lines {
            let Some(action) = line.action else { continue };
            let binding = Binding { context: line.context, keys: line.keys, action };
            let lost = self.bind(binding.clone());
            if !lost.is_empty() {
                faults.push(Fault { why: Why::Replaces { keys: spelling(&binding.keys), lost }, span: line.span });
            }
        }
        faults
    }

    /// Puts `binding` in force and returns the other sequences that it ends.
    fn bind(&mut self, binding: Binding) -> Vec<String> {
        let mut lost = Vec::new();
        self.bindings.retain(|it| {
            let other = it.context == binding.context && it.keys != binding.keys;
            let ended = other && (begins(&it.keys, &binding.keys) || begins(&binding.keys, &it.keys));
            if ended {
                lost.push(spelling(&it.keys));
            }
            !ended
        });
        match self.bindings.iter_mut().find(|it| it.context == binding.context && it.keys == binding.keys) {
            Some(same) => *same = binding,
            None => self.bindings.push(binding),
        }
        lost
    }

    /// Returns what `keys`, pressed one after the other in `context`, mean so far.
    pub fn resolve(&self, context: Context, keys: &[Key]) -> Resolved {
        let mut more: Vec<(Key, Option<Action>)> = Vec::new();
        for it in self.written_for(context) {
            match it.keys.strip_prefix(keys) {
                Some([key, rest @ ..]) => {
                    if more.iter().all(|(other, _)| other != key) {
                        more.push((*key, rest.is_empty().then_some(it.action)));
                    }
                }
                // Where a sequence of a nearer context goes on, it goes before what the keys mean by themselves farther away.
                _ if !more.is_empty() => {}
                Some([]) if it.action.takes_letter() => return Resolved::Letter(it.action),
                Some([]) => return Resolved::Action(it.action),
                None => {
                    if let Some(letter) = it.letter_after(keys) {
                        return Resolved::ActionAt(it.action, letter);
                    }
                }
            }
        }
        match keys {
            _ if !more.is_empty() => Resolved::More(more),
            [_] if context.takes_text() => Resolved::Text,
            _ => Resolved::Nothing,
        }
    }

    /// Returns the sequences that do `action` in `context`, as hints show them: `["gg", "Home"]`, `["m{a-z}"]`.
    pub fn keys_for(&self, action: Action, context: Context) -> Vec<String> {
        self.written_for(context)
            .filter(|it| it.action == action && self.reaches(context, it))
            .map(|it| Key::sequence_label(&it.keys) + if action.takes_letter() { "{a-z}" } else { "" })
            .collect()
    }

    /// Returns the shortest sequence that does `action` in `context`: the one to teach.
    pub fn shortest(&self, action: Action, context: Context) -> Option<String> {
        self.keys_for(action, context).into_iter().min_by_key(|it| it.chars().count())
    }

    fn written_for(&self, context: Context) -> impl Iterator<Item = &Binding> {
        context.chain().iter().flat_map(|near| self.bindings.iter().filter(move |it| it.context == *near))
    }

    /// Tells whether pressing the keys of `binding` in `context` does its action: a nearer context may have taken them.
    fn reaches(&self, context: Context, binding: &Binding) -> bool {
        let begun = |length| matches!(self.resolve(context, &binding.keys[..length]), Resolved::More(_));
        let done = match self.resolve(context, &binding.keys) {
            Resolved::Action(action) | Resolved::Letter(action) => action == binding.action,
            _ => false,
        };
        done && (1..binding.keys.len()).all(begun)
    }
}

impl Binding {
    /// Returns the letter that `keys` end in, if they are this sequence and the letter that it waits for.
    fn letter_after(&self, keys: &[Key]) -> Option<char> {
        let (last, start) = keys.split_last()?;
        (self.action.takes_letter() && self.keys == start).then_some(())?;
        // `''` is the last jump, as in vi: a place that needs no letter.
        let is_jump = |it: &char| *it == '\'' && self.action == Action::JumpToBookmark;
        last.typed_char().filter(|it| it.is_ascii_lowercase() || is_jump(it))
    }
}

#[cfg(test)]
mod tests;
