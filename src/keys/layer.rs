//! From the text of one key file to its bindings.

use std::ops::Range;

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{Action, Context, Fault, Key, KeyError, Why};

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

type Word<'a> = Spanned<std::borrow::Cow<'a, str>>;

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
