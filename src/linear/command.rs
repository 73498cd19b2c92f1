//! A line that was typed, read: a word of its own, or an action of the explorer by its name.

use std::path::Path;

use crate::{
    app::Purpose,
    diag::{Diagnostic, Span, did_you_mean},
    formats::{FORMATS, Overwrite, format_for_path},
    keys::{Action, Group},
    layout::LanesBy,
};

/// What a word that is no command is.
pub(super) const UNKNOWN_COMMAND: &str = "unknown-command";

/// What a word does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Does {
    Ask(Purpose),
    Range,
    Show,
    List,
    Mark,
    Export(Overwrite),
    Lanes,
    Overview,
    Statistics,
    Problems,
    Links,
    Follow,
    Bookmarks,
    Parties,
    Where,
    Help,
    Act(Action),
}

/// A word that begins a command.
pub(super) struct Word {
    pub(super) name: &'static str,
    /// Other words for the same, the names of actions among them.
    pub(super) aliases: &'static [&'static str],
    /// What may follow it.
    pub(super) takes: &'static str,
    pub(super) help: &'static str,
    does: Does,
}

const fn word(
    name: &'static str,
    aliases: &'static [&'static str],
    takes: &'static str,
    does: Does,
    help: &'static str,
) -> Word {
    Word { name, aliases, takes, help, does }
}

/// Every word that is more, or other, than an action's name.
#[rustfmt::skip]
pub(super) const WORDS: &[Word] = &[
    word("list", &[], "[N]", Does::List, "List a page of events from the event, or from event N; an empty line lists the next"),
    word("show", &["open-detail"], "[N or ID]", Does::Show, "Go to an event and show all of it; a number alone does the same"),
    word("next", &["next-event", "n"], "[N]", Does::Act(Action::NextEvent), "Go N events on"),
    word("previous", &["previous-event", "p"], "[N]", Does::Act(Action::PreviousEvent), "Go N events back"),
    word("go", &["go-to-date"], "DATE", Does::Ask(Purpose::GoToDate), "Go to the event nearest to a date"),
    word("where", &[], "", Does::Where, "Say what is on: event, filter, view, range, marks, search"),
    word("filter", &[], "[QUERY]", Does::Ask(Purpose::Filter), "Show only the events that a query finds; without one, all"),
    word("as-of", &["as-known-on"], "[DATE]", Does::Ask(Purpose::AsKnownOn), "Show what the public knew on a date; without one, all"),
    word("search", &[], "[WORDS]", Does::Ask(Purpose::Search), "Go to the next event that holds the words, hiding nothing"),
    word("parties", &[], "[NAME]", Does::Parties, "List parties with their events, those that a name finds first"),
    word("range", &["type-range"], "[DATES]", Does::Range, "Set the range, as in 2011/2019 or march 2013 to may 2019; alone, begin or end it here"),
    word("mark", &[], "[N or ID]", Does::Mark, "Mark an event, or unmark it, and go to the next"),
    word("lanes", &["lanes-by"], "[KIND]", Does::Lanes, "Tell the timeline lane by lane; with a kind, by party, status, tag and so on"),
    word("overview", &[], "", Does::Overview, "Count the events of each period"),
    word("stats", &["statistics"], "", Does::Statistics, "Count and sum the range, or the marked, or the shown events"),
    word("links", &[], "", Does::Links, "List the links of the event"),
    word("follow", &["follow-link"], "[N]", Does::Follow, "Go where link N leads"),
    word("bookmarks", &[], "", Does::Bookmarks, "List the remembered places; jump-to-bookmark and the letter goes to one"),
    word("problems", &[], "", Does::Problems, "Tell what is wrong in the store"),
    word("export", &[], "FILE", Does::Export(Overwrite::Refuse), "Write the range, or the marked, or the shown events, as the end of FILE says"),
    word("export!", &[], "FILE", Does::Export(Overwrite::Replace), "The same, and replace FILE if it is there"),
    word("undo", &[], "", Does::Act(Action::Undo), "Undo the last change"),
    word("redo", &[], "", Does::Act(Action::Redo), "Redo the change that was undone"),
    word("help", &["?"], "[WORD]", Does::Help, "Say what a word does; help actions lists every other action"),
    word("quit", &["q", "exit"], "", Does::Act(Action::Quit), "Leave"),
];

/// Actions that mean nothing without a picture, and why.
pub(super) const NEED_A_PICTURE: &[(Action, &str)] = &[
    (Action::NextPane, "there are no panes here"),
    (Action::PreviousPane, "there are no panes here"),
    (Action::ToggleDetail, "there are no panes here: `show` tells an event whole"),
    (Action::ScrollDetailDown, "nothing scrolls here"),
    (Action::ScrollDetailUp, "nothing scrolls here"),
    (Action::LayoutAll, "there are no panes here"),
    (Action::LayoutTimeline, "there are no panes here: `lanes` tells the timeline"),
    (Action::LayoutList, "there are no panes here: `list` lists"),
    (Action::Tour, "the tour is of the picture; `help` begins here"),
    (Action::ToggleMouse, "there is no mouse here"),
    (Action::Palette, "every action is called by its name here: `help actions` lists them"),
    (Action::Redraw, "nothing is drawn here"),
    (Action::Suspend, "the terminal is not taken here: its own keys suspend"),
];

/// What a command is given, and where in the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Given<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
}

impl Given<'_> {
    /// Returns a mistake in it.
    pub(super) fn mistake(self, code: &'static str, message: impl Into<String>) -> Diagnostic {
        Diagnostic::error(code, message).at(Span::new(0, self.at, self.at + self.text.len()))
    }

    fn optional(self) -> Option<Self> {
        (!self.text.is_empty()).then_some(self)
    }

    fn number(self) -> Result<usize, Diagnostic> {
        let is_number = self.text.bytes().all(|it| it.is_ascii_digit());
        let number = if is_number { self.text.parse().ok() } else { None };
        number.ok_or_else(|| self.mistake("bad-number", format!("`{}` is no number", self.text)))
    }

    fn nothing(self, name: &str) -> Result<(), Diagnostic> {
        match self.optional() {
            None => Ok(()),
            Some(it) => Err(it.mistake("too-much", format!("nothing can follow `{name}`"))),
        }
    }
}

/// Which event is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which<'a> {
    /// The one with this number among those that are shown, from 1.
    Number(usize, Given<'a>),
    /// The one with this id.
    Id(Given<'a>),
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Request<'a> {
    NextPage,
    List(Option<Which<'a>>),
    Show(Option<Which<'a>>),
    Mark(Option<Which<'a>>),
    Type(Purpose, Given<'a>),
    Export(&'a Path, Overwrite),
    Lanes(Option<LanesBy>),
    Overview,
    Statistics,
    Problems,
    Links,
    Bookmarks,
    Follow(Option<usize>),
    Parties(&'a str),
    Where,
    Help(Given<'a>),
    Do(Action, Option<usize>),
    DoAt(Action, char),
}

/// Reads a line, in which no control character is any more.
pub(super) fn read(line: &str) -> Result<Request<'_>, Diagnostic> {
    let at = line.len() - line.trim_start().len();
    let text = line.trim();
    let name = text.split_whitespace().next().unwrap_or_default();
    let rest = text[name.len()..].trim_start();
    let name = Given { text: name, at };
    let given = Given { text: rest, at: line.trim_end().len() - rest.len() };
    if name.text.is_empty() {
        return Ok(Request::NextPage);
    }
    if name.text.bytes().all(|it| it.is_ascii_digit()) {
        given.nothing(name.text)?;
        return Ok(Request::Show(Some(which(name)?)));
    }
    let folded = name.text.to_lowercase();
    if let Some(word) = find(&folded) {
        return obeyed(word, given);
    }
    match folded.parse::<Action>() {
        Ok(action) if action.group() != Group::Prompt => called(action, name, given),
        _ => Err(unknown(name, &folded)),
    }
}

/// Returns the word with a name or an alias.
pub(super) fn find(name: &str) -> Option<&'static Word> {
    WORDS.iter().find(|it| it.name == name || it.aliases.contains(&name))
}

/// Returns every action that is called by its name: those that are no words, and can be done without a picture.
pub(super) fn actions() -> impl Iterator<Item = Action> {
    Action::palette().filter(|it| find(it.name()).is_none() && NEED_A_PICTURE.iter().all(|(needs, _)| needs != it))
}

fn which(given: Given) -> Result<Which, Diagnostic> {
    let is_number = given.text.bytes().all(|it| it.is_ascii_digit());
    Ok(if is_number { Which::Number(given.number()?, given) } else { Which::Id(given) })
}

fn obeyed<'a>(word: &Word, given: Given<'a>) -> Result<Request<'a>, Diagnostic> {
    let event = || given.optional().map(which).transpose();
    let number = || given.optional().map(Given::number).transpose();
    if word.takes.is_empty() {
        given.nothing(word.name)?;
    }
    Ok(match word.does {
        Does::Ask(Purpose::GoToDate) if given.text.is_empty() => {
            return Err(given.mistake("missing", "`go` needs a date").help("as in `go 2013-08`, `go June 2012`"));
        }
        Does::Ask(purpose) => Request::Type(purpose, given),
        Does::Range if given.text.is_empty() => Request::Do(Action::Range, None),
        Does::Range => Request::Type(Purpose::TypeRange, given),
        Does::Show => Request::Show(event()?),
        Does::List => Request::List(event()?),
        Does::Mark => Request::Mark(event()?),
        Does::Export(overwrite) => {
            let path = Path::new(given.text);
            if given.text.is_empty() {
                return Err(given.mistake("missing", format!("`{}` needs a file", word.name)).help(endings()));
            }
            if format_for_path(path).is_none() {
                let message = format!("the end of `{}` names no format", given.text);
                return Err(given.mistake("unknown-format", message).help(endings()));
            }
            Request::Export(path, overwrite)
        }
        Does::Lanes => Request::Lanes(given.optional().map(lanes_by).transpose()?),
        Does::Overview => Request::Overview,
        Does::Statistics => Request::Statistics,
        Does::Problems => Request::Problems,
        Does::Links => Request::Links,
        Does::Bookmarks => Request::Bookmarks,
        Does::Follow => Request::Follow(number()?),
        Does::Parties => Request::Parties(given.text),
        Does::Where => Request::Where,
        Does::Help => Request::Help(given),
        Does::Act(action) => Request::Do(action, number()?),
    })
}

fn endings() -> String {
    let endings: Vec<String> = FORMATS.iter().map(|it| format!(".{}", it.extension)).collect();
    format!("end it in one of {}", endings.join(", "))
}

fn lanes_by(given: Given) -> Result<LanesBy, Diagnostic> {
    let names = || LanesBy::ALL.iter().map(|it| it.name());
    LanesBy::from_name(&given.text.to_lowercase()).ok_or_else(|| {
        let near = did_you_mean(given.text, names()).map(|it| format!("did you mean `{it}`? "));
        let help = format!("{}lanes are by {}", near.unwrap_or_default(), names().collect::<Vec<_>>().join(", "));
        given.mistake("unknown-lanes", format!("there are no lanes by `{}`", given.text)).help(help)
    })
}

fn called<'a>(action: Action, name: Given<'a>, given: Given<'a>) -> Result<Request<'a>, Diagnostic> {
    if let Some((_, why)) = NEED_A_PICTURE.iter().find(|(needs, _)| *needs == action) {
        return Err(name.mistake("needs-a-picture", format!("`{action}` needs the picture")).help(*why));
    }
    if !action.takes_letter() {
        return Ok(Request::Do(action, given.optional().map(Given::number).transpose()?));
    }
    let mut letters = given.text.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => Ok(Request::DoAt(action, letter)),
        _ => Err(given.mistake("missing", format!("`{action}` needs a letter")).help(format!("as in `{action} a`"))),
    }
}

fn unknown(name: Given, folded: &str) -> Diagnostic {
    let fault = name.mistake(UNKNOWN_COMMAND, format!("there is no command `{}`", name.text));
    let words = WORDS.iter().flat_map(|it| it.aliases.iter().copied().chain([it.name]));
    let near = did_you_mean(folded, words.filter(|it| it.len() > 1).chain(actions().map(Action::name)));
    let help = match near {
        Some(near) => format!("did you mean `{near}`?"),
        None if folded.contains([':', '@', '#', '"', '>']) => {
            "`filter` takes a query, as in `filter @netflix in:2013`".to_owned()
        }
        None => "`help` lists the commands; `search` looks for words".to_owned(),
    };
    fault.help(help)
}
