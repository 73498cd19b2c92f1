//! The dialogue: a command is obeyed by the explorer, and answered with what has changed.

use crate::{app::Command, diag::Diagnostic, formats::Overwrite, keys::Action, text::printable};

use super::{
    effects::Running,
    vocabulary::{Does, Given, read},
    voice::Voice,
    wording::{
        change::{Before, nothing},
        faults, figures, help, lanes, links, parties, rows, whole, words,
    },
};

/// What a command is answered with.
enum Answer {
    /// These lines, and what has changed beside.
    Told(Vec<String>),
    /// An event, whole, and what has changed beside the event that one is on.
    Shown(Vec<String>),
    /// What has changed, or why nothing has.
    Done(Action),
}

impl Running<'_> {
    /// Returns what is on when a run begins. Somebody who listens asks for the first page.
    pub(super) fn opening(&mut self) -> Vec<String> {
        let mut lines = vec![printable(self.explorer.shelf.data.title()).into_owned()];
        lines.extend(self.greeting());
        match self.manner.voice {
            Voice::Plain => {
                lines.extend(self.page(0));
                lines.push("an empty line is the next page, `help` lists the commands".to_owned());
            }
            Voice::Spoken => lines.push("an empty line reads a page of events, help lists the commands".to_owned()),
        }
        lines
    }

    /// Obeys a line, and returns what there is to say.
    pub(super) fn reply(&mut self, line: &str) -> Vec<String> {
        self.notice = None;
        let before = Before::of(&self.explorer);
        let answer = read(line, &self.explorer.settings.keymap).and_then(|(does, given)| self.obey(does, given));
        self.close_panels();
        let mut lines = std::mem::take(&mut self.said);
        let (mut is_moved, mut done) = (before.moves(&self.explorer), None);
        match answer {
            Err(fault) => return faults::mistake(&fault, line, self.manner),
            Ok(Answer::Done(action)) => done = Some(action),
            Ok(Answer::Told(told)) => lines.extend(told),
            Ok(Answer::Shown(told)) => {
                lines.extend(told);
                is_moved = false;
            }
        }
        let event = is_moved.then(|| rows::focus(&self.explorer, self.manner));
        let changes = before.changes(&self.explorer, self.notice.as_ref(), self.manner);
        match self.manner.voice {
            Voice::Plain => lines.extend(changes.into_iter().chain(event)),
            Voice::Spoken => lines.extend(event.into_iter().chain(changes)),
        }
        if let Some(action) = done.filter(|_| lines.is_empty() && !self.is_over) {
            lines.push(self.manner.message(nothing(&self.explorer, action)));
        }
        let is_read_again = std::mem::take(&mut self.is_read_again);
        if is_read_again {
            // What was there before has other numbers, and is nothing to compare with.
            lines = faults::reading(&self.explorer, self.notice.as_ref(), self.manner);
            lines.extend(self.greeting());
            if self.manner.voice == Voice::Plain {
                lines.push(rows::focus(&self.explorer, self.manner));
            }
        }
        if is_read_again || before.renumbers(&self.explorer) {
            self.next_row = 0;
        }
        lines
    }

    /// Returns what is on: how much of the store, through which filter, and what is wrong with it.
    fn greeting(&self) -> Vec<String> {
        let (state, manner) = (&self.explorer, self.manner);
        let mut lines = Vec::new();
        if manner.voice == Voice::Spoken {
            lines.push(rows::focus(state, manner));
        }
        lines.push(words::shown(state));
        lines.extend((!state.find.filter.is_empty()).then(|| words::filter(state)));
        lines.extend(faults::summary(state).map(|it| manner.message(&it)));
        lines
    }

    fn obey(&mut self, does: Does, given: Given) -> Result<Answer, Diagnostic> {
        let (state, manner) = (&self.explorer, self.manner);
        Ok(Answer::Told(match does {
            Does::Act(action) => return self.act(action, given),
            Does::Range if given.text.is_empty() => return self.act(Action::Range, given),
            Does::Range => return self.act(Action::TypeRange, given),
            Does::Show => return self.show(given),
            Does::Mark => return self.mark(given),
            Does::Follow => return self.follow(given),
            Does::Tell(tell) => tell(state, manner),
            Does::Parties => parties::parties(state, given.text, manner),
            Does::Help => help::help(given, manner)?,
            Does::NextPage => self.page(self.next_row),
            Does::List => {
                let from = given.event(state)?.or(state.look.cursor).map_or(0, |it| state.find.shown.rank(it));
                self.page(from)
            }
            Does::Lanes => {
                if let Some(by) = given.lanes_by()? {
                    self.ask(Command::LanesBy(by));
                }
                lanes::lanes(&self.explorer, manner)
            }
            Does::Statistics => {
                self.ask(Command::Do(Action::Statistics, None));
                let state = &self.explorer;
                state.answers.sums.as_ref().map_or_else(Vec::new, |it| figures::figures(state, it, manner))
            }
            Does::Export(overwrite) => {
                self.export(given, overwrite)?;
                Vec::new()
            }
        }))
    }

    fn act(&mut self, action: Action, given: Given) -> Result<Answer, Diagnostic> {
        self.ask(given.command(action)?);
        Ok(Answer::Done(action))
    }

    fn show(&mut self, given: Given) -> Result<Answer, Diagnostic> {
        let state = &self.explorer;
        let Some(event) = given.event(state)?.or(state.look.cursor) else {
            return Ok(Answer::Told(vec![rows::focus(state, self.manner)]));
        };
        // A range is drawn to where one goes: to look at an event is not to change what it holds.
        if state.look.selection.range.is_none() {
            self.ask(Command::GoTo(event));
        }
        Ok(Answer::Shown(whole::whole(&self.explorer, event, self.manner)))
    }

    fn mark(&mut self, given: Given) -> Result<Answer, Diagnostic> {
        if let Some(event) = given.event(&self.explorer)? {
            self.ask(Command::GoTo(event));
        }
        if let Some(event) = self.explorer.look.cursor {
            let number = rows::number(&self.explorer, event);
            self.ask(Command::Do(Action::Mark, None));
            let again = if self.explorer.look.selection.marked.contains(event) { "" } else { "un" };
            self.said.push(format!("event {number} is {again}marked"));
        }
        Ok(Answer::Done(Action::Mark))
    }

    /// Goes where a link leads; tells the links where none is chosen among several.
    fn follow(&mut self, given: Given) -> Result<Answer, Diagnostic> {
        let link = given.number()?;
        let state = &self.explorer;
        let rows = state.look.links(state.events());
        let chosen = link.or((rows.len() == 1).then_some(1)).and_then(|it| rows.get(it.checked_sub(1)?));
        let command = match (chosen, rows.len()) {
            (Some(row), _) => Command::GoTo(row.to),
            // The explorer says that there is none.
            (None, 0) => Command::Do(Action::FollowLink, None),
            (None, _) if link.is_none() => return Ok(Answer::Told(links::links(state, self.manner))),
            (None, 1) => return Ok(Answer::Told(vec!["this event has link 1 alone".to_owned()])),
            (None, n) => return Ok(Answer::Told(vec![format!("this event has links 1 to {n}")])),
        };
        self.ask(command);
        Ok(Answer::Done(Action::FollowLink))
    }

    /// Writes the narrowest scope that holds something to a file.
    fn export(&mut self, given: Given, overwrite: Overwrite) -> Result<(), Diagnostic> {
        let format = given.format(overwrite)?;
        let state = &self.explorer;
        let scope = state.look.scopes(state.events(), &state.find).next();
        self.ask(match scope {
            Some((scope, _)) => Command::Export { scope, format, path: given.text.into(), overwrite },
            // The explorer says why it opens no dialog.
            None => Command::Do(Action::Export, None),
        });
        Ok(())
    }

    /// Closes what an action has opened over the explorer: all of it has been said, or has no words.
    fn close_panels(&mut self) {
        if self.explorer.typing.line.is_some() || !self.explorer.panels.is_empty() {
            self.ask(Command::Do(Action::Cancel, None));
        }
    }

    /// Returns a page of events from number `first` on, from 0, and remembers where the next begins.
    fn page(&mut self, first: usize) -> Vec<String> {
        let (state, manner) = (&self.explorer, self.manner);
        let mut lines = rows::page(state, manner, first, manner.page());
        let (next, n) = (first + lines.len(), state.find.shown.len());
        lines.push(match lines.len() {
            0 if n == 0 => rows::focus(state, manner),
            0 => format!("no more: that was event {n} of {n}"),
            _ if next < n => format!("events {} to {next} of {n}", first + 1),
            _ => format!("events {} to {n} of {n}, the last", first + 1),
        });
        self.next_row = next;
        lines
    }
}
