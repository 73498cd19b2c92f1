//! What can be typed: from the table of words, and the table of actions.

use crate::{
    diag::{Diagnostic, did_you_mean},
    keys::Action,
};

use crate::linear::{
    vocabulary::{Given, WORDS, Word, actions, find, needs_a_picture},
    voice::{Manner, Voice},
};

/// Returns what `asked` does, or every word where nothing is asked.
pub(in crate::linear) fn help(asked: Given, manner: Manner) -> Result<Vec<String>, Diagnostic> {
    let name = asked.text.to_lowercase();
    let lines = match (name.as_str(), find(&name), name.parse::<Action>()) {
        ("", ..) => every_word(manner),
        ("actions", ..) => actions().map(|it| action(it, manner)).collect(),
        (_, Some(it), _) => {
            let also = (!it.aliases.is_empty()).then(|| format!("also: {}", it.aliases.join(", ")));
            std::iter::once(word(it, manner)).chain(also).collect()
        }
        (_, None, Ok(it)) => vec![match needs_a_picture(it) {
            Some(why) => format!("{it} needs the picture: {why}"),
            None => action(it, manner),
        }],
        (name, None, Err(_)) => holding(asked, name, manner)?,
    };
    Ok(lines.iter().map(|it| manner.message(it)).collect())
}

fn every_word(manner: Manner) -> Vec<String> {
    let mut lines: Vec<String> = WORDS.iter().map(|it| word(it, manner)).collect();
    let more = [
        "a number shows the event of that number, and an empty line the next page",
        "every other action of the explorer is called by its name: `help actions` lists them",
    ];
    lines.extend(more.map(str::to_owned));
    if manner.voice == Voice::Plain {
        lines.push(
            "in a list, > is the event, + a marked one, and ? one that may not match, its date or sum being open"
                .to_owned(),
        );
    }
    lines
}

fn word(word: &Word, manner: Manner) -> String {
    let usage = format!("{} {}", word.name, word.takes);
    line(usage.trim_end(), word.help(), manner)
}

fn action(action: Action, manner: Manner) -> String {
    let usage = if action.takes_letter() { format!("{action} LETTER") } else { action.name().to_owned() };
    line(&usage, action.help(), manner)
}

fn line(usage: &str, help: &str, manner: Manner) -> String {
    match manner.voice {
        Voice::Plain => format!("{usage:<21} {help}"),
        Voice::Spoken => format!("{}: {help}", usage.replace(['[', ']'], "")),
    }
}

/// Returns the words and actions whose names or help hold `needle`.
fn holding(asked: Given, needle: &str, manner: Manner) -> Result<Vec<String>, Diagnostic> {
    let holds = |name: &str, help: &str| name.contains(needle) || help.to_lowercase().contains(needle);
    let words = WORDS.iter().filter(|it| holds(it.name, it.help())).map(|it| word(it, manner));
    let called = actions().filter(|it| holds(it.name(), it.help())).map(|it| action(it, manner));
    let lines: Vec<String> = words.chain(called).collect();
    if lines.is_empty() {
        let near = did_you_mean(needle, WORDS.iter().map(|it| it.name).chain(actions().map(Action::name)));
        let help = near.map_or_else(|| "`help` lists the commands".to_owned(), |it| format!("did you mean `{it}`?"));
        return Err(asked.mistake("unknown-word", format!("nothing is called `{}`", asked.text)).help(help));
    }
    Ok(lines)
}
