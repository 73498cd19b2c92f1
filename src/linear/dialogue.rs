//! The dialogue: a command is obeyed by the explorer, and answered with what has changed.

use crate::{
    app::{Msg, State},
    catalog::EventIdx,
    diag::Diagnostic,
    formats::count,
    keys::Action,
    query::nearest_id,
};

use super::{
    change::{Before, Focus, nothing},
    command::{Command, Which, read},
    faults, figures, help, lanes, links,
    outside::{Outside, Peer},
    overview, parties, rows,
    voice::{Manner, Voice},
    whole, words,
};

/// Lines of an answer that fit the smallest screen in use, with the next prompt.
const SCREENFUL: usize = 22;

/// The explorer, and how it answers.
pub(super) struct Dialogue {
    pub(super) state: State,
    pub(super) manner: Manner,
    pub(super) input: Peer,
    pub(super) output: Peer,
    /// What effects have said since the command began.
    pub(super) said: Vec<String>,
    /// What is left of a long answer, to go on with.
    rest: Vec<String>,
    /// The number of the first event on the next page, from 0.
    next_row: usize,
    is_over: bool,
    /// Whether the store was read again since the command began.
    pub(super) is_read_again: bool,
}

/// What a command is answered with.
pub(super) enum Answer {
    /// These lines, and what has changed beside.
    Told(Vec<String>, Focus),
    /// What has changed, or why nothing has.
    Done(Action),
}

impl Dialogue {
    pub(super) fn new(state: State, manner: Manner, input: Peer, output: Peer) -> Self {
        Self {
            state,
            manner,
            input,
            output,
            said: Vec::new(),
            rest: Vec::new(),
            next_row: 0,
            is_over: false,
            is_read_again: false,
        }
    }

    pub(super) fn is_over(&self) -> bool {
        self.is_over
    }

    pub(super) fn leave(&mut self) {
        self.is_over = true;
    }

    /// Obeys a line, and returns what there is to say: all of it, or as much as fits a screen where somebody types.
    pub(super) fn answer(&mut self, line: &str, outside: &mut dyn Outside) -> Vec<String> {
        let line: String = line.chars().map(|it| if it.is_control() { ' ' } else { it }).collect();
        let rest = std::mem::take(&mut self.rest);
        let mut lines = if rest.is_empty() || !line.trim().is_empty() { self.reply(&line, outside) } else { rest };
        if self.input == Peer::Person && SCREENFUL < lines.len() {
            self.rest = lines.split_off(SCREENFUL);
            lines.push(format!("{} more: an empty line goes on", count(self.rest.len(), "line")));
        }
        lines
    }

    fn reply(&mut self, line: &str, outside: &mut dyn Outside) -> Vec<String> {
        let before = Before::of(&self.state);
        let answer = match read(line) {
            Ok(command) => self.obey(command, outside),
            Err(fault) => Err(fault),
        };
        self.close_panels(outside);
        let mut lines = std::mem::take(&mut self.said);
        match answer {
            Err(fault) => {
                self.state.notice = None;
                let fault = faults::with_key(fault, line, &self.state.settings.keymap);
                return faults::mistake(&fault, line, self.manner);
            }
            Ok(Answer::Told(told, focus)) => {
                lines.extend(told);
                lines.extend(before.changes(&self.state, self.manner, focus));
            }
            Ok(Answer::Done(action)) => {
                lines.extend(before.changes(&self.state, self.manner, Focus::ToSay));
                if lines.is_empty() && !self.is_over {
                    lines.push(self.manner.message(nothing(&self.state, action)));
                }
            }
        }
        if std::mem::take(&mut self.is_read_again) {
            // What was there before has other numbers, and is nothing to compare with.
            lines.clear();
            lines.extend(faults::reading(&self.state).iter().map(|it| self.manner.message(it)));
            lines.extend(self.greeting());
            lines.extend(faults::summary(&self.state).map(|it| self.manner.message(&it)));
            lines.extend((self.manner.voice == Voice::Plain).then(|| rows::focus(&self.state, self.manner)));
            self.next_row = 0;
        }
        self.state.notice = None;
        if before.renumbers(&self.state) {
            self.next_row = 0;
        }
        lines
    }

    /// Returns what is on: how much of the store, through which filter.
    pub(super) fn greeting(&self) -> Vec<String> {
        let mut lines = vec![words::shown(&self.state)];
        lines.extend((!self.state.filter.is_empty()).then(|| words::filter(&self.state)));
        if self.manner.voice == Voice::Spoken {
            lines.insert(0, rows::focus(&self.state, self.manner));
        }
        lines
    }

    /// Returns the first page; somebody who listens asks for it.
    pub(super) fn first_page(&mut self) -> Vec<String> {
        match self.manner.voice {
            Voice::Plain => {
                let mut lines = self.page(0);
                lines.push("an empty line is the next page, `help` lists the commands".to_owned());
                lines
            }
            Voice::Spoken => vec!["an empty line reads a page of events, help lists the commands".to_owned()],
        }
    }

    fn obey(&mut self, command: Command, outside: &mut dyn Outside) -> Result<Answer, Diagnostic> {
        let told = |lines: Vec<String>| Ok(Answer::Told(lines, Focus::ToSay));
        let (state, manner) = (&self.state, self.manner);
        match command {
            Command::NextPage => told(self.page(self.next_row)),
            Command::List(which) => {
                let from = which.map(|it| self.event(it)).transpose()?.or(self.state.view.cursor);
                told(self.page(from.map_or(0, |it| self.state.shown.rank(it))))
            }
            Command::Show(which) => match which.map(|it| self.event(it)).transpose()?.or(state.view.cursor) {
                Some(event) => {
                    // A range is drawn to where one goes: to look at an event is not to change what it holds.
                    if self.state.selection.range.is_none() {
                        self.tell(Msg::GoTo(event), outside);
                    }
                    Ok(Answer::Told(whole::whole(&self.state, event, manner), Focus::Said))
                }
                None => told(vec![rows::focus(state, manner)]),
            },
            Command::Mark(which) => {
                if let Some(event) = which.map(|it| self.event(it)).transpose()? {
                    self.tell(Msg::GoTo(event), outside);
                }
                let Some(event) = self.state.view.cursor else { return Ok(Answer::Done(Action::Mark)) };
                let number = rows::number(&self.state, event);
                self.tell(Msg::Do(Action::Mark, None), outside);
                let again = if self.state.selection.marked.contains(event) { "" } else { "un" };
                self.said.push(format!("event {number} is {again}marked"));
                Ok(Answer::Done(Action::Mark))
            }
            Command::Ask(purpose, given) => self.ask(purpose, given, outside),
            Command::Export(path, overwrite) => {
                self.export(path, overwrite, outside);
                told(Vec::new())
            }
            Command::Lanes(by) => {
                if let Some(by) = by {
                    self.lanes_by(by, outside);
                }
                told(lanes::lanes(&self.state, manner))
            }
            Command::Overview => told(overview::overview(state, manner)),
            Command::Statistics => {
                self.tell(Msg::Do(Action::Statistics, None), outside);
                let state = &self.state;
                told(state.sums.as_ref().map_or_else(Vec::new, |it| figures::figures(state, it, manner)))
            }
            Command::Problems => told(faults::problems(state, manner)),
            Command::Links => match state.view.cursor {
                Some(event) => told(links::links(state, event, manner)),
                None => told(vec![rows::focus(state, manner)]),
            },
            Command::Bookmarks => told(links::bookmarks(state, manner)),
            Command::Follow(link) => {
                let n = state.links().len();
                if 0 < n && link.is_some_and(|it| !(1..=n).contains(&it)) {
                    let links = if n == 1 { "link 1 alone".to_owned() } else { format!("links 1 to {n}") };
                    return told(vec![format!("this event has {links}")]);
                }
                self.tell(Msg::Do(Action::FollowLink, None), outside);
                Ok(self.follow(link, outside))
            }
            Command::Parties(name) => told(parties::parties(state, name, manner)),
            Command::Where => told(self.place()),
            Command::Help(asked) => told(help::help(asked, manner)?),
            Command::Do(action, count) => {
                self.tell(Msg::Do(action, count), outside);
                Ok(Answer::Done(action))
            }
            Command::DoAt(action, letter) => {
                self.tell(Msg::DoAt(action, letter), outside);
                Ok(Answer::Done(action))
            }
        }
    }

    /// Returns a page of events from number `first` on, from 0, and remembers where the next begins.
    fn page(&mut self, first: usize) -> Vec<String> {
        let (state, size) = (&self.state, self.manner.page());
        let mut lines = rows::page(state, self.manner, first, size);
        self.next_row = first + lines.len();
        let n = state.shown.len();
        if lines.is_empty() {
            lines.push(if n == 0 {
                rows::focus(state, self.manner)
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
        let state = &self.state;
        let mut lines = vec![rows::focus(state, self.manner), words::shown(state), words::filter(state)];
        lines.extend([words::lanes_by(state), words::view(state)]);
        lines.extend(words::range(state));
        lines.push(words::marked(state));
        lines.extend(words::search(state));
        // The first is an event, and not ours to change.
        lines.iter().enumerate().map(|(at, it)| if at == 0 { it.clone() } else { self.manner.message(it) }).collect()
    }

    /// Returns the event that is meant, if it is shown.
    fn event(&self, which: Which) -> Result<EventIdx, Diagnostic> {
        let state = &self.state;
        match which {
            Which::Number(number, given) => number.checked_sub(1).and_then(|it| state.shown.nth(it)).ok_or_else(|| {
                let help = match state.shown.len() {
                    0 => "no event is shown".to_owned(),
                    n => format!("the shown events are numbered 1 to {n}"),
                };
                given.mistake("no-event", format!("there is no event {number}")).help(help)
            }),
            Which::Id(given) => match state.data.catalog.find(given.text) {
                Some(event) if state.shown.possibly.contains(event) => Ok(event),
                Some(_) => Err(given
                    .mistake("hidden", format!("the filter hides `{}`", given.text))
                    .help("`toggle-filters` shows everything, and hides it again")),
                None => {
                    let near = nearest_id(&state.data.catalog, given.text);
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
