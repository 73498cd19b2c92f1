//! What the explorer asks for outside of itself, done where there is no screen: what would be copied or opened is printed.

use std::collections::VecDeque;

use crate::{
    app::{Command, Effect, Explorer, Msg, Notice, Outcome, update},
    formats::count,
    text::printable,
};

use super::{
    outside::{Outside, Peer},
    vocabulary,
    voice::Manner,
};

/// The explorer, and what has come of its effects since the command began.
pub(super) struct Running<'a> {
    pub(super) explorer: Explorer,
    pub(super) manner: Manner,
    pub(super) input: Peer,
    pub(super) output: Peer,
    pub(super) outside: &'a mut dyn Outside,
    /// What the explorer has remarked.
    pub(super) notice: Option<Notice>,
    /// What effects have said.
    pub(super) said: Vec<String>,
    pub(super) is_over: bool,
    /// Whether the store was read again.
    pub(super) is_read_again: bool,
    /// The number of the first event on the next page, from 0.
    pub(super) next_row: usize,
}

impl Running<'_> {
    /// Asks something of the explorer, and does at once whatever it asks for.
    pub(super) fn ask(&mut self, command: Command) {
        self.tell(Msg::Command(command));
    }

    /// Tells the explorer of `msg`, and does at once whatever it asks for.
    pub(super) fn tell(&mut self, msg: Msg) {
        let mut effects = VecDeque::from(self.update(msg));
        while let Some(effect) = effects.pop_front() {
            if let Some(msg) = self.run(effect) {
                effects.extend(self.update(msg));
            }
        }
        debug_assert_eq!(self.explorer.check(), Ok(()));
    }

    /// Tells the explorer of `msg` and keeps what it remarks on it.
    fn update(&mut self, msg: Msg) -> Vec<Effect> {
        let effects = update(&mut self.explorer, msg);
        self.notice = self.explorer.notice.clone().or(self.notice.take());
        effects
    }

    /// Says a message of ours.
    fn say(&mut self, words: &str) {
        self.said.push(self.manner.message(&printable(words)));
    }

    fn run(&mut self, effect: Effect) -> Option<Msg> {
        match effect {
            // There is none here.
            Effect::Mouse(_) => {}
            Effect::Ask(question) => return Some(Msg::Answered(Box::new(question.run()))),
            Effect::Export(export) => {
                let format = export.format;
                let outcome = export.write();
                match &outcome {
                    Outcome::Exported { path, events, losses } => {
                        let (events, path) = (count(*events, "event"), path.display().to_string());
                        let state = &self.explorer;
                        let scopes = state.look.scopes(state.events(), &state.find);
                        let of = scopes.first().map(|(scope, _)| state.look.scope_words(*scope, &state.find));
                        let of = of.map(|it| format!(", {}", printable(&it))).unwrap_or_default();
                        self.said.push(format!("wrote {events} to {} as {}{of}", printable(&path), format.name));
                        self.said.extend(losses.iter().map(|it| format!("not carried: {}", printable(it))));
                    }
                    Outcome::Exists(path) => {
                        self.say(&format!("{0} exists already: `export! {0}` replaces it", path.display()));
                    }
                    Outcome::Said(notice) | Outcome::Failed(notice) | Outcome::NotExported(notice) => {
                        self.say(&vocabulary::notice(notice));
                    }
                }
                // It has been said.
                let _ = update(&mut self.explorer, Msg::Done(outcome));
            }
            Effect::Copy(text, _) => {
                // What goes to another program is as it was copied; what goes to a terminal steers none.
                let is_terminal = self.output == Peer::Person;
                let line = |it: &str| if is_terminal { printable(it).into_owned() } else { it.to_owned() };
                self.said.extend(text.lines().map(line));
            }
            Effect::Edit(file, line) if self.input == Peer::Person => match self.outside.edit(&file, line) {
                Ok(()) => return Some(Msg::FileChanged),
                Err(why) => self.say(&why),
            },
            Effect::Edit(file, line) => {
                self.said.push(printable(&format!("{}:{line}", file.display())).into_owned());
            }
            Effect::Open(url) => self.said.push(printable(&url).into_owned()),
            Effect::Quit => self.is_over = true,
            Effect::Load => {
                self.is_read_again = true;
                return Some(match self.outside.read() {
                    Ok(data) => Msg::Loaded(Box::new(data)),
                    Err(fault) => {
                        let why = format!("the store cannot be read any more: {fault}");
                        Msg::Failed { why, at: String::new() }
                    }
                });
            }
            Effect::Forget => self.say("nothing is remembered of what is explored line by line"),
            // Nothing is watched and nothing remembered here, and nothing is drawn.
            Effect::Watch(_) | Effect::Remember | Effect::Suspend | Effect::Redraw => {}
        }
        None
    }
}
