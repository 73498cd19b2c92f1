//! A line that was typed, read: a word of its own, or an action of the explorer by its name; and what follows it.

use crate::{
    app::{Command, Notice, Purpose, State, read_command},
    catalog::EventIdx,
    diag::{Diagnostic, Span, did_you_mean},
    formats::{FORMATS, Format, Overwrite, format_for_path},
    keys::{Action, Context, Group, Keymap},
    layout::LanesBy,
    query::nearest_id,
};

use super::{
    voice::Manner,
    wording::{faults, links, overview, words},
};

/// What a word does.
#[derive(Clone, Copy)]
pub(super) enum Does {
    /// An action of the explorer, with the text, the letter or the number that it takes.
    Act(Action),
    /// Tells what is on, and changes nothing.
    Tell(fn(&State, Manner) -> Vec<String>),
    NextPage,
    List,
    Show,
    Parties,
    Range,
    Mark,
    Lanes,
    Statistics,
    Follow,
    Export(Overwrite),
    Help,
}

/// A word that begins a command.
pub(super) struct Word {
    pub(super) name: &'static str,
    /// Other words for the same, the names of actions among them.
    pub(super) aliases: &'static [&'static str],
    /// What may follow it.
    pub(super) takes: &'static str,
    does: Does,
    /// What it does beside what the help of its action says.
    help: &'static str,
}

const fn word(
    name: &'static str,
    aliases: &'static [&'static str],
    takes: &'static str,
    does: Does,
    help: &'static str,
) -> Word {
    Word { name, aliases, takes, does, help }
}

/// Every word that is more, or other, than an action's name.
#[rustfmt::skip]
pub(super) const WORDS: &[Word] = &[
    word("list", &[], "[N]", Does::List, "List a page of events from the event, or from event N; an empty line lists the next"),
    word("show", &["open-detail"], "[N or ID]", Does::Show, "Go to an event and show all of it; a number alone does the same"),
    word("next", &["next-event", "n"], "[N]", Does::Act(Action::NextEvent), "Go N events on"),
    word("previous", &["previous-event", "p"], "[N]", Does::Act(Action::PreviousEvent), "Go N events back"),
    word("go", &["go-to-date"], "DATE", Does::Act(Action::GoToDate), "Go to the event nearest to a date"),
    word("where", &[], "", Does::Tell(words::place), "Say what is on: event, filter, view, range, marks, search"),
    word("filter", &[], "[QUERY]", Does::Act(Action::Filter), "Show only the events that a query finds; without one, all"),
    word("as-of", &["as-known-on"], "[DATE]", Does::Act(Action::AsKnownOn), "Show what the public knew on a date; without one, all"),
    word("search", &[], "[WORDS]", Does::Act(Action::Search), "Go to the next event that holds the words, hiding nothing"),
    word("parties", &[], "[NAME]", Does::Parties, "List parties with their events, those that a name finds first"),
    word("range", &["type-range"], "[DATES]", Does::Range, "Set the range, as in 2011/2019 or march 2013 to may 2019; alone, begin or end it here"),
    word("mark", &[], "[N or ID]", Does::Mark, "Mark an event, or unmark it, and go to the next"),
    word("lanes", &["lanes-by"], "[KIND]", Does::Lanes, "Tell the timeline lane by lane; with a kind, by party, status, tag and so on"),
    word("overview", &[], "", Does::Tell(overview::overview), "Count the events of each period"),
    word("stats", &["statistics"], "", Does::Statistics, "Count and sum the range, or the marked, or the shown events"),
    word("links", &[], "", Does::Tell(links::links), "List the links of the event"),
    word("contradictions", &[], "", Does::Tell(links::contradictions), "Tell the event beside those that it contradicts, or that contradict it"),
    word("follow", &["follow-link"], "[N]", Does::Follow, "Go where link N leads"),
    word("bookmarks", &[], "", Does::Tell(links::bookmarks), "List the remembered places; jump-to-bookmark and the letter goes to one"),
    word("problems", &[], "", Does::Tell(faults::problems), "Tell what is wrong in the store"),
    word("export", &[], "FILE", Does::Export(Overwrite::Refuse), "Write the range, or the marked, or the shown events, as the end of FILE says"),
    word("export!", &[], "FILE", Does::Export(Overwrite::Replace), "The same, and replace FILE if it is there"),
    word("undo", &[], "", Does::Act(Action::Undo), ""),
    word("redo", &[], "", Does::Act(Action::Redo), ""),
    word("help", &["?"], "[WORD]", Does::Help, "Say what a word does; help actions lists every other action"),
    word("quit", &["q", "exit"], "", Does::Act(Action::Quit), ""),
];

impl Word {
    /// Returns what it does: what its action does, where nothing else is to be said of it here.
    pub(super) fn help(&self) -> &'static str {
        match self.does {
            Does::Act(action) if self.help.is_empty() => action.help(),
            _ => self.help,
        }
    }
}

/// Returns why an action means nothing without a picture, if it does.
pub(super) const fn needs_a_picture(action: Action) -> Option<&'static str> {
    Some(match action {
        Action::NextPane | Action::PreviousPane | Action::LayoutAll => "there are no panes here",
        Action::ToggleDetail => "there are no panes here: `show` tells an event whole",
        Action::LayoutTimeline => "there are no panes here: `lanes` tells the timeline",
        Action::LayoutList => "there are no panes here: `list` lists",
        Action::ScrollDetailDown | Action::ScrollDetailUp => "nothing scrolls here",
        Action::Tour => "the tour is of the picture; `help` begins here",
        Action::ToggleMouse => "there is no mouse here",
        Action::Palette => "every action is called by its name here: `help actions` lists them",
        Action::Redraw => "nothing is drawn here",
        Action::Suspend => "the terminal is not taken here: its own keys suspend",
        _ => return None,
    })
}

/// Returns the word with a name or an alias.
pub(super) fn find(name: &str) -> Option<&'static Word> {
    WORDS.iter().find(|it| it.name == name || it.aliases.contains(&name))
}

/// Returns every action that is called by its name: those that are no words, and can be done without a picture.
pub(super) fn actions() -> impl Iterator<Item = Action> {
    Action::palette().filter(|it| find(it.name()).is_none() && needs_a_picture(*it).is_none())
}

/// Returns a remark of the explorer with the commands that it offers.
pub(super) fn notice(notice: &Notice) -> String {
    notice.line(|offer| {
        let name = offer.action.name();
        let name = find(name).map_or(name, |it| it.name);
        offer.letter.map_or_else(|| format!("`{name}`"), |it| format!("`{name} {it}`"))
    })
}

/// Reads a line, in which no control character is any more: what is to be done, and with what.
pub(super) fn read<'a>(line: &'a str, keymap: &Keymap) -> Result<(Does, Given<'a>), Diagnostic> {
    let at = line.len() - line.trim_start().len();
    let text = line.trim();
    let name = text.split_whitespace().next().unwrap_or_default();
    let rest = text[name.len()..].trim_start();
    let name = Given { text: name, at };
    let given = Given { text: rest, at: line.trim_end().len() - rest.len() };
    if name.text.is_empty() {
        return Ok((Does::NextPage, given));
    }
    if name.is_number() {
        given.nothing(name.text)?;
        return Ok((Does::Show, name));
    }
    let folded = name.text.to_lowercase();
    if let Some(word) = find(&folded) {
        if word.takes.is_empty() {
            given.nothing(word.name)?;
        }
        return Ok((word.does, given));
    }
    let Some(action) = folded.parse::<Action>().ok().filter(|it| it.group() != Group::Prompt) else {
        return Err(unknown(name, &folded, keymap));
    };
    match needs_a_picture(action) {
        Some(why) => Err(name.mistake("needs-a-picture", format!("`{action}` needs the picture")).help(why)),
        None => Ok((Does::Act(action), given)),
    }
}

fn unknown(name: Given, folded: &str, keymap: &Keymap) -> Diagnostic {
    let fault = name.mistake("unknown-command", format!("there is no command `{}`", name.text));
    let has_key = |it: &Action| keymap.keys_for(*it, Context::Explorer).iter().any(|it| it == name.text);
    if let Some(action) = Action::palette().find(has_key) {
        return fault.help(format!("on the screen that is a key: the command is `{action}`"));
    }
    let words = WORDS.iter().flat_map(|it| it.aliases.iter().copied().chain([it.name]));
    let near = did_you_mean(folded, words.filter(|it| it.len() > 1).chain(actions().map(Action::name)));
    fault.help(match near {
        Some(near) => format!("did you mean `{near}`?"),
        None if folded.contains([':', '@', '#', '"', '>']) => {
            "`filter` takes a query, as in `filter @netflix in:2013`".to_owned()
        }
        None => "`help` lists the commands; `search` looks for words".to_owned(),
    })
}

/// What a command is given, and where in the line.
#[derive(Clone, Copy)]
pub(super) struct Given<'a> {
    pub(super) text: &'a str,
    at: usize,
}

impl Given<'_> {
    /// Returns a mistake in it.
    pub(super) fn mistake(self, code: &'static str, message: impl Into<String>) -> Diagnostic {
        Diagnostic::error(code, message).at(Span::new(0, self.at, self.at + self.text.len()))
    }

    fn nothing(self, name: &str) -> Result<(), Diagnostic> {
        if self.text.is_empty() {
            return Ok(());
        }
        Err(self.mistake("too-much", format!("nothing can follow `{name}`")))
    }

    fn is_number(self) -> bool {
        self.text.bytes().all(|it| it.is_ascii_digit())
    }

    /// Reads it as a number, which may be left out.
    pub(super) fn number(self) -> Result<Option<usize>, Diagnostic> {
        if self.text.is_empty() {
            return Ok(None);
        }
        let number = if self.is_number() { self.text.parse().ok() } else { None };
        number.map(Some).ok_or_else(|| self.mistake("bad-number", format!("`{}` is no number", self.text)))
    }

    /// Reads it as what `action` takes: a text of its own, a letter, or a number.
    pub(super) fn command(self, action: Action) -> Result<Command, Diagnostic> {
        // A line of text is called as the action that opens it.
        if let Ok(purpose) = action.name().parse() {
            return self.line(purpose);
        }
        if !action.takes_letter() {
            return Ok(Command::Do(action, self.number()?));
        }
        let mut letters = self.text.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) => Ok(Command::DoAt(action, letter)),
            _ => Err(self.mistake("missing", format!("`{action}` needs a letter")).help(format!("as in `{action} a`"))),
        }
    }

    /// Reads it as the line of text that the explorer has for `purpose`.
    fn line(self, purpose: Purpose) -> Result<Command, Diagnostic> {
        match read_command(purpose, self.text) {
            Ok(Some(command)) => Ok(command),
            Ok(None) => Err(self.mistake("missing", "`go` needs a date").help("as in `go 2013-08`, `go June 2012`")),
            Err(fault) => {
                let mut fault = fault.unwrap_or_else(|| self.mistake("bad-line", "this cannot be read"));
                fault.span = fault.span.map(|it| Span { start: it.start + self.at, end: it.end + self.at, ..it });
                Err(fault)
            }
        }
    }

    /// Reads it as a kind of lanes, which may be left out.
    pub(super) fn lanes_by(self) -> Result<Option<LanesBy>, Diagnostic> {
        if self.text.is_empty() {
            return Ok(None);
        }
        LanesBy::from_name(&self.text.to_lowercase()).map(Some).ok_or_else(|| {
            let names = || LanesBy::ALL.iter().map(|it| it.name());
            let near = did_you_mean(self.text, names()).map(|it| format!("did you mean `{it}`? "));
            let help = format!("{}lanes are by {}", near.unwrap_or_default(), names().collect::<Vec<_>>().join(", "));
            self.mistake("unknown-lanes", format!("there are no lanes by `{}`", self.text)).help(help)
        })
    }

    /// Returns the format that the file of this name is to have.
    pub(super) fn format(self, overwrite: Overwrite) -> Result<&'static Format, Diagnostic> {
        format_for_path(self.text.as_ref()).ok_or_else(|| {
            let endings: Vec<String> = FORMATS.iter().map(|it| format!(".{}", it.extension)).collect();
            let fault = match (self.text, overwrite) {
                ("", Overwrite::Refuse) => self.mistake("missing", "`export` needs a file"),
                ("", Overwrite::Replace) => self.mistake("missing", "`export!` needs a file"),
                (name, _) => self.mistake("unknown-format", format!("the end of `{name}` names no format")),
            };
            fault.help(format!("end it in one of {}", endings.join(", ")))
        })
    }

    /// Returns the shown event that has this number, from 1, or this id; it may be left out.
    pub(super) fn event(self, state: &State) -> Result<Option<EventIdx>, Diagnostic> {
        let (shown, catalog) = (&state.find.shown, &state.shelf.data.catalog);
        let fault = match catalog.find(self.text) {
            _ if self.text.is_empty() => return Ok(None),
            _ if self.is_number() => {
                let number = self.number()?.unwrap_or_default();
                if let Some(event) = number.checked_sub(1).and_then(|it| shown.nth(it)) {
                    return Ok(Some(event));
                }
                let help = match shown.len() {
                    0 => "no event is shown".to_owned(),
                    n => format!("the shown events are numbered 1 to {n}"),
                };
                self.mistake("no-event", format!("there is no event {number}")).help(help)
            }
            Some(event) if shown.possibly.contains(event) => return Ok(Some(event)),
            Some(_) => self
                .mistake("hidden", format!("the filter hides `{}`", self.text))
                .help("`toggle-filters` shows everything, and hides it again"),
            None => {
                let fault = self.mistake("no-event", format!("no event has the id `{}`", self.text));
                match nearest_id(catalog, self.text) {
                    Some(near) => fault.help(format!("did you mean `{near}`?")),
                    None => fault.help("`search` looks for words, `list` lists numbers and ids"),
                }
            }
        };
        Err(fault)
    }
}
