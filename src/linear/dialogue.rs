//! The dialogue: a command is obeyed by the explorer, and answered with what has changed.

use std::path::Path;

use crate::{
    app::{Command, Purpose, read_command},
    catalog::EventIdx,
    diag::{Diagnostic, Span},
    formats::{Overwrite, count, format_for_path},
    keys::Action,
    query::nearest_id,
    text::printable,
};

use super::{
    change::{Before, Focus, nothing},
    command::{Given, Request, Which, read},
    effects::Running,
    faults, figures, help, lanes, links,
    outside::{Outside, Peer},
    overview, parties, rows,
    voice::Voice,
    whole, words,
};

/// Lines of an answer that fit the smallest screen in use, with the next prompt.
const SCREENFUL: usize = 22;

/// What is said to the explorer, and what it answers.
pub(super) struct Dialogue {
    run: Running,
    /// What is left of a long answer, to go on with.
    rest: Vec<String>,
    /// The number of the first event on the next page, from 0.
    next_row: usize,
}

/// What a command is answered with.
pub(super) enum Answer {
    /// These lines, and what has changed beside.
    Told(Vec<String>, Focus),
    /// What has changed, or why nothing has.
    Done(Action),
}

impl Dialogue {
    pub(super) fn new(run: Running) -> Self {
        Self { run, rest: Vec::new(), next_row: 0 }
    }

    pub(super) fn is_over(&self) -> bool {
        self.run.is_over
    }

    /// Returns what is on when a run begins.
    pub(super) fn opening(&mut self) -> Vec<String> {
        let mut lines = vec![printable(self.run.explorer.shelf.data.title()).into_owned()];
        lines.extend(self.greeting());
        lines.extend(faults::summary(&self.run.explorer).map(|it| self.run.manner.message(&it)));
        lines.extend(self.first_page());
        lines
    }

    /// Obeys a line, and returns what there is to say: all of it, or as much as fits a screen where somebody types.
    pub(super) fn answer(&mut self, line: &str, outside: &mut dyn Outside) -> Vec<String> {
        let line: String = line.chars().map(|it| if it.is_control() { ' ' } else { it }).collect();
        let rest = std::mem::take(&mut self.rest);
        let mut lines = if rest.is_empty() || !line.trim().is_empty() { self.reply(&line, outside) } else { rest };
        if self.run.input == Peer::Person && SCREENFUL < lines.len() {
            self.rest = lines.split_off(SCREENFUL);
            lines.push(format!("{} more: an empty line goes on", count(self.rest.len(), "line")));
        }
        lines
    }

    fn reply(&mut self, line: &str, outside: &mut dyn Outside) -> Vec<String> {
        self.run.notice = None;
        let before = Before::of(&self.run.explorer);
        let answer = match read(line) {
            Ok(request) => self.obey(request, outside),
            Err(fault) => Err(fault),
        };
        self.close_panels(outside);
        let mut lines = std::mem::take(&mut self.run.said);
        match answer {
            Err(fault) => {
                let fault = faults::with_key(fault, line, &self.run.explorer.settings.keymap);
                return faults::mistake(&fault, line, self.run.manner);
            }
            Ok(Answer::Told(told, focus)) => {
                lines.extend(told);
                lines.extend(before.changes(&self.run.explorer, self.run.notice.as_ref(), self.run.manner, focus));
            }
            Ok(Answer::Done(action)) => {
                lines.extend(before.changes(
                    &self.run.explorer,
                    self.run.notice.as_ref(),
                    self.run.manner,
                    Focus::ToSay,
                ));
                if lines.is_empty() && !self.run.is_over {
                    lines.push(self.run.manner.message(nothing(&self.run.explorer, action)));
                }
            }
        }
        if std::mem::take(&mut self.run.is_read_again) {
            // What was there before has other numbers, and is nothing to compare with.
            lines.clear();
            lines.extend(
                faults::reading(&self.run.explorer, self.run.notice.as_ref())
                    .iter()
                    .map(|it| self.run.manner.message(it)),
            );
            lines.extend(self.greeting());
            lines.extend(faults::summary(&self.run.explorer).map(|it| self.run.manner.message(&it)));
            lines.extend(
                (self.run.manner.voice == Voice::Plain).then(|| rows::focus(&self.run.explorer, self.run.manner)),
            );
            self.next_row = 0;
        }
        if before.renumbers(&self.run.explorer) {
            self.next_row = 0;
        }
        lines
    }

    /// Returns what is on: how much of the store, through which filter.
    fn greeting(&self) -> Vec<String> {
        let mut lines = vec![words::shown(&self.run.explorer)];
        lines.extend((!self.run.explorer.find.filter.is_empty()).then(|| words::filter(&self.run.explorer)));
        if self.run.manner.voice == Voice::Spoken {
            lines.insert(0, rows::focus(&self.run.explorer, self.run.manner));
        }
        lines
    }

    /// Returns the first page; somebody who listens asks for it.
    fn first_page(&mut self) -> Vec<String> {
        match self.run.manner.voice {
            Voice::Plain => {
                let mut lines = self.page(0);
                lines.push("an empty line is the next page, `help` lists the commands".to_owned());
                lines
            }
            Voice::Spoken => vec!["an empty line reads a page of events, help lists the commands".to_owned()],
        }
    }

    fn obey(&mut self, request: Request, outside: &mut dyn Outside) -> Result<Answer, Diagnostic> {
        let told = |lines: Vec<String>| Ok(Answer::Told(lines, Focus::ToSay));
        let (state, manner) = (&self.run.explorer, self.run.manner);
        match request {
            Request::NextPage => told(self.page(self.next_row)),
            Request::List(which) => {
                let from = which.map(|it| self.event(it)).transpose()?.or(self.run.explorer.look.cursor);
                told(self.page(from.map_or(0, |it| self.run.explorer.find.shown.rank(it))))
            }
            Request::Show(which) => match which.map(|it| self.event(it)).transpose()?.or(state.look.cursor) {
                Some(event) => {
                    // A range is drawn to where one goes: to look at an event is not to change what it holds.
                    if self.run.explorer.look.selection.range.is_none() {
                        self.run.ask(Command::GoTo(event), outside);
                    }
                    Ok(Answer::Told(whole::whole(&self.run.explorer, event, manner), Focus::Said))
                }
                None => told(vec![rows::focus(state, manner)]),
            },
            Request::Mark(which) => {
                if let Some(event) = which.map(|it| self.event(it)).transpose()? {
                    self.run.ask(Command::GoTo(event), outside);
                }
                let Some(event) = self.run.explorer.look.cursor else { return Ok(Answer::Done(Action::Mark)) };
                let number = rows::number(&self.run.explorer, event);
                self.run.ask(Command::Do(Action::Mark, None), outside);
                let again = if self.run.explorer.look.selection.marked.contains(event) { "" } else { "un" };
                self.run.said.push(format!("event {number} is {again}marked"));
                Ok(Answer::Done(Action::Mark))
            }
            Request::Type(purpose, given) => self.take(purpose, given, outside),
            Request::Export(path, overwrite) => {
                self.export(path, overwrite, outside);
                told(Vec::new())
            }
            Request::Lanes(by) => {
                if let Some(by) = by {
                    self.run.ask(Command::LanesBy(by), outside);
                }
                told(lanes::lanes(&self.run.explorer, manner))
            }
            Request::Overview => told(overview::overview(state, manner)),
            Request::Statistics => {
                self.run.ask(Command::Do(Action::Statistics, None), outside);
                let state = &self.run.explorer;
                told(state.answers.sums.as_ref().map_or_else(Vec::new, |it| figures::figures(state, it, manner)))
            }
            Request::Problems => told(faults::problems(state, manner)),
            Request::Links => match state.look.cursor {
                Some(event) => told(links::links(state, event, manner)),
                None => told(vec![rows::focus(state, manner)]),
            },
            Request::Bookmarks => told(links::bookmarks(state, manner)),
            Request::Follow(link) => Ok(self.follow(link, outside)),
            Request::Parties(name) => told(parties::parties(state, name, manner)),
            Request::Where => told(self.place()),
            Request::Help(asked) => told(help::help(asked, manner)?),
            Request::Do(action, count) => {
                self.run.ask(Command::Do(action, count), outside);
                Ok(Answer::Done(action))
            }
            Request::DoAt(action, letter) => {
                self.run.ask(Command::DoAt(action, letter), outside);
                Ok(Answer::Done(action))
            }
        }
    }

    /// Takes a text as the line that the explorer has for `purpose`.
    fn take(&mut self, purpose: Purpose, given: Given, outside: &mut dyn Outside) -> Result<Answer, Diagnostic> {
        let action = match purpose {
            Purpose::Search => Action::Search,
            Purpose::Filter => Action::Filter,
            Purpose::GoToDate => Action::GoToDate,
            Purpose::TypeRange => Action::TypeRange,
            Purpose::AsKnownOn => Action::AsKnownOn,
        };
        let command = read_command(purpose, given.text).map_err(|fault| {
            let mut fault = fault.unwrap_or_else(|| given.mistake("bad-line", "this cannot be read"));
            fault.span = fault.span.map(|it| Span { start: it.start + given.at, end: it.end + given.at, ..it });
            fault
        })?;
        command.into_iter().for_each(|it| self.run.ask(it, outside));
        Ok(Answer::Done(action))
    }

    /// Writes the narrowest scope that holds something to `path`.
    fn export(&mut self, path: &Path, overwrite: Overwrite, outside: &mut dyn Outside) {
        let state = &self.run.explorer;
        let scope = state.look.scopes(state.events(), &state.find).next().map(|it| it.0);
        self.run.ask(
            match (scope, format_for_path(path)) {
                (Some(scope), Some(format)) => Command::Export { scope, format, path: path.to_owned(), overwrite },
                // The explorer says why it opens no dialog.
                _ => Command::Do(Action::Export, None),
            },
            outside,
        );
    }

    /// Goes where a link leads; tells the links where none is chosen among several.
    fn follow(&mut self, link: Option<usize>, outside: &mut dyn Outside) -> Answer {
        let state = &self.run.explorer;
        let rows = state.look.links(state.events());
        let chosen = link.or((rows.len() == 1).then_some(1)).and_then(|it| rows.get(it.checked_sub(1)?));
        match (chosen, state.look.cursor, rows.len()) {
            (_, _, 0) => self.run.ask(Command::Do(Action::FollowLink, None), outside),
            (Some(row), ..) => self.run.ask(Command::GoTo(row.to), outside),
            (None, Some(cursor), _) if link.is_none() => {
                return Answer::Told(links::links(state, cursor, self.run.manner), Focus::ToSay);
            }
            (None, _, n) => {
                let links = if n == 1 { "link 1 alone".to_owned() } else { format!("links 1 to {n}") };
                return Answer::Told(vec![format!("this event has {links}")], Focus::ToSay);
            }
        }
        Answer::Done(Action::FollowLink)
    }

    /// Closes what an action has opened over the explorer: all of it has been said, or has no words.
    fn close_panels(&mut self, outside: &mut dyn Outside) {
        if self.run.explorer.typing.line.is_some() || !self.run.explorer.panels.is_empty() {
            self.run.ask(Command::Do(Action::Cancel, None), outside);
        }
    }

    /// Returns a page of events from number `first` on, from 0, and remembers where the next begins.
    fn page(&mut self, first: usize) -> Vec<String> {
        let (state, size) = (&self.run.explorer, self.run.manner.page());
        let mut lines = rows::page(state, self.run.manner, first, size);
        self.next_row = first + lines.len();
        let n = state.find.shown.len();
        if lines.is_empty() {
            lines.push(if n == 0 {
                rows::focus(state, self.run.manner)
            } else {
                format!("no more: that was event {n} of {n}")
            });
        } else if self.next_row < n {
            lines.push(format!("events {} to {} of {n}", first + 1, self.next_row));
        } else {
            lines.push(format!("events {} to {n} of {n}, the last", first + 1));
        }
        lines
    }

    /// Returns what is on.
    fn place(&self) -> Vec<String> {
        let state = &self.run.explorer;
        let mut lines = vec![rows::focus(state, self.run.manner), words::shown(state), words::filter(state)];
        lines.extend([words::lanes_by(state), words::view(state)]);
        lines.extend(words::range(state));
        lines.push(words::marked(state));
        lines.extend(words::search(state));
        // The first is an event, and not ours to change.
        lines
            .iter()
            .enumerate()
            .map(|(at, it)| if at == 0 { it.clone() } else { self.run.manner.message(it) })
            .collect()
    }

    /// Returns the event that is meant, if it is shown.
    fn event(&self, which: Which) -> Result<EventIdx, Diagnostic> {
        let state = &self.run.explorer;
        match which {
            Which::Number(number, given) => {
                number.checked_sub(1).and_then(|it| state.find.shown.nth(it)).ok_or_else(|| {
                    let help = match state.find.shown.len() {
                        0 => "no event is shown".to_owned(),
                        n => format!("the shown events are numbered 1 to {n}"),
                    };
                    given.mistake("no-event", format!("there is no event {number}")).help(help)
                })
            }
            Which::Id(given) => match state.shelf.data.catalog.find(given.text) {
                Some(event) if state.find.shown.possibly.contains(event) => Ok(event),
                Some(_) => Err(given
                    .mistake("hidden", format!("the filter hides `{}`", given.text))
                    .help("`toggle-filters` shows everything, and hides it again")),
                None => {
                    let near = nearest_id(&state.shelf.data.catalog, given.text);
                    let help = near.map_or_else(
                        || "`search` looks for words, `list` lists numbers and ids".to_owned(),
                        |it| format!("did you mean `{it}`?"),
                    );
                    Err(given.mistake("no-event", format!("no event has the id `{}`", given.text)).help(help))
                }
            },
        }
    }
}
