//! Mistakes in a command, and what is wrong in the store.

use crate::{
    app::{Notice, State},
    diag::{Diagnostic, Excerpted, SourceMap, Tally, human, one_line},
    formats::Color,
    text::printable,
};

use crate::linear::voice::{Manner, Voice};

/// Faults of the store that are told; `check` tells all of them.
const TOLD: usize = 20;

/// Returns a mistake in `line`, with a mark under the word or the word itself, and the remedy.
pub(in crate::linear) fn mistake(fault: &Diagnostic, line: &str, manner: Manner) -> Vec<String> {
    let files = SourceMap::single("<command>", line);
    match manner.voice {
        Voice::Plain => {
            human(fault, &files, manner.color == Color::Ansi).lines().map(|it| it.trim_end().to_owned()).collect()
        }
        Voice::Spoken => {
            let mut lines = vec![format!("mistake: {}", printable(&fault.message))];
            let place = fault.span.and_then(|it| Some((files.place(it)?, Excerpted::cut(&files, it)?)));
            lines.extend(place.map(|(place, excerpt)| {
                let word = excerpt.text.get(excerpt.marked).filter(|it| !it.is_empty());
                let word = word.map(|it| format!(": {it}")).unwrap_or_default();
                format!("at character {}{word}", place.column)
            }));
            lines.extend(fault.help.iter().map(|it| format!("help: {}", printable(it))));
            lines.iter().map(|it| manner.message(it)).collect()
        }
    }
}

/// Returns how much is wrong in the store; nothing where nothing is.
pub(in crate::linear) fn summary(state: &State) -> Option<String> {
    let words = Tally::of(&state.shelf.data.diagnostics).words("times ");
    (!words.is_empty()).then(|| format!("{} in the store: `problems` tells them", words.join(" and ")))
}

/// Returns what has come of reading the store again.
pub(in crate::linear) fn reading(state: &State, notice: Option<&Notice>, manner: Manner) -> Vec<String> {
    if state.shelf.refused.is_none() {
        return vec!["the store is read again".to_owned()];
    }
    let why = notice.map(|it| printable(&it.words).into_owned()).into_iter();
    let what = "what was read before stays: `problems` tells what is wrong, `reload` takes it as it is";
    why.chain([what.to_owned()]).map(|it| manner.message(&it)).collect()
}

/// Returns what is wrong in the store.
pub(in crate::linear) fn problems(state: &State, manner: Manner) -> Vec<String> {
    let (files, faults) = state.shelf.problems();
    let mut lines = Vec::new();
    for (at, fault) in faults.iter().take(TOLD).enumerate() {
        let help = fault.help.as_ref().map(|it| format!("help: {}", printable(it)));
        match manner.voice {
            Voice::Plain => {
                lines.push(one_line(fault, files));
                lines.extend(help.map(|it| format!("  {it}")));
            }
            Voice::Spoken => {
                let word = fault.severity.word();
                lines.push(format!("problem {} of {}, {word}: {}", at + 1, faults.len(), printable(&fault.message)));
                let place = fault.span.and_then(|it| files.place(it));
                lines.extend(place.map(|it| format!("in {}, line {}", printable(&it.file), it.line)));
                lines.extend(help);
            }
        }
    }
    match faults.len() {
        0 => lines.push("no problems".to_owned()),
        n if TOLD < n => lines.push(format!("and {} more: `dateline check` prints them all", n - TOLD)),
        _ => {}
    }
    lines.iter().map(|it| manner.message(it)).collect()
}
