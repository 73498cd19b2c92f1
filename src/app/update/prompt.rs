//! The line of text that is typed: what it shows at once, and the command that it becomes.

use tui_input::Input;

use crate::{
    app::{
        answers::Then,
        find::Search,
        msg::{Command, Effect},
        state::State,
        typing::{Line, Purpose, read_date},
        update::refresh::{refresh, restore, search, tell_of_hits},
    },
    diag::Diagnostic,
    keys::Action,
    query::{self, Query},
};

/// Returns what is asked for by a line of text, or what is wrong with it.
pub fn read_command(purpose: Purpose, text: &str) -> Result<Option<Command>, Option<Diagnostic>> {
    Ok(match purpose {
        Purpose::Search => Some(Command::Search(text.to_owned())),
        Purpose::Filter => Some(Command::Filter(read_query(text)?)),
        Purpose::AsKnownOn => Some(Command::AsOf(read_date(text)?)),
        Purpose::GoToDate => read_date(text)?.map(Command::GoToDate),
        Purpose::TypeRange => read_date(text)?.map(Command::Range),
    })
}

/// Reads a query; a mistake in it is told before the others.
fn read_query(text: &str) -> Result<Query, Option<Diagnostic>> {
    let (query, faults) = Query::parse(text);
    if faults.is_empty() { Ok(query) } else { Err(faults.into_iter().next()) }
}

/// Opens a line; it begins as what is on now, so that a filter is edited and not typed anew.
pub(super) fn open(state: &mut State, purpose: Purpose) {
    let text = match purpose {
        Purpose::Filter if !state.find.filter.text().is_empty() => format!("{} ", state.find.filter.text()),
        _ => String::new(),
    };
    state.typing.before = Some(state.snapshot());
    state.typing.line = Some(Line::new(purpose, &text));
}

/// Does what `action` means to the line, and returns the command that it becomes.
pub(super) fn act(state: &mut State, action: Action, out: &mut Vec<Effect>) -> Option<Command> {
    match action {
        Action::Accept => return accept(state),
        Action::SearchToFilter => return search_to_filter(state),
        Action::Cancel | Action::Back | Action::Quit => cancel(state, out),
        Action::Complete => complete(state, out),
        Action::HistoryPrevious => recall(state, 1, out),
        Action::HistoryNext => recall(state, -1, out),
        _ => {}
    }
    None
}

/// Changes the text of the line.
pub(super) fn edit(state: &mut State, edit: impl FnOnce(&mut Input) -> bool, out: &mut Vec<Effect>) {
    let Some(line) = &mut state.typing.line else { return };
    if edit(&mut line.input) {
        line.recalled = None;
        changed(state, out);
    }
}

/// Shows at once what the line does so far.
fn changed(state: &mut State, out: &mut Vec<Effect>) {
    let Some(line) = &mut state.typing.line else { return };
    line.fault = None;
    line.completions.clear();
    let (purpose, text) = (line.purpose, line.text().to_owned());
    match purpose {
        Purpose::Search => {
            let from = state.typing.before.as_ref().and_then(|it| it.cursor);
            search(state, &text, Then::Lead(from), out);
        }
        Purpose::Filter => {
            line.completions = query::complete(&state.shelf.data.catalog, &text, line.cursor());
            match read_query(text.trim()) {
                Ok(query) => state.find.filter.set_query(query),
                Err(fault) => {
                    line.fault = fault;
                    // Nothing is filtered until it parses: half a word has filtered already.
                    if let Some(before) = &state.typing.before {
                        state.find.filter.clone_from(&before.filter);
                    }
                }
            }
            refresh(state, out);
        }
        Purpose::GoToDate | Purpose::TypeRange | Purpose::AsKnownOn => {
            line.fault = read_date(&text).err().flatten();
        }
    }
}

/// Takes what is typed, unless it has a mistake: then the line stays, with the mistake under it.
fn accept(state: &mut State) -> Option<Command> {
    let line = state.typing.line.as_mut()?;
    let (purpose, text) = (line.purpose, line.text().trim().to_owned());
    let command = match read_command(purpose, &text) {
        Ok(command) => command,
        Err(fault) => {
            line.fault = fault;
            // What the word could become would stand over what is wrong.
            line.completions.clear();
            return None;
        }
    };
    state.typing.line = None;
    state.typing.keep_line(purpose, &text);
    if purpose == Purpose::Search {
        // It was looked for while it was typed.
        tell_of_hits(state);
        return None;
    }
    command
}

/// Drops the line and brings back what was there before it.
fn cancel(state: &mut State, out: &mut Vec<Effect>) {
    let Some(line) = state.typing.line.take() else { return };
    if let Some(before) = state.typing.before.take() {
        if line.purpose == Purpose::Search {
            state.find.search = Search::default();
        }
        restore(state, before, out);
    }
}

/// Puts the next completion in the place of the word under the cursor.
fn complete(state: &mut State, out: &mut Vec<Effect>) {
    let Some(line) = state.typing.line.as_mut().filter(|it| it.purpose == Purpose::Filter) else { return };
    if line.completions.is_empty() {
        line.completions = query::complete(&state.shelf.data.catalog, line.text(), line.cursor());
    }
    let Some(first) = line.completions.first().cloned() else { return };
    let mut text = line.text().to_owned();
    if text.get(first.replace.clone()).is_some() {
        text.replace_range(first.replace, &first.text);
        line.set(&text);
        changed(state, out);
    }
}

/// Shows the line typed before the one that is shown, or after it where `steps` is negative.
fn recall(state: &mut State, steps: isize, out: &mut Vec<Effect>) {
    state.typing.recall(steps);
    changed(state, out);
}

/// Returns what makes the search a filter: what it found stays, the rest is hidden.
fn search_to_filter(state: &mut State) -> Option<Command> {
    let line = state.typing.line.take_if(|it| it.purpose == Purpose::Search)?;
    state.find.search = Search::default();
    Some(Command::Narrow(Query::of_text(line.text())))
}
