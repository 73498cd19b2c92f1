//! Whoever moves every key reads no key that was moved: notices, pop-ups, titles and the footer ask the keymap.

use std::{
    collections::BTreeSet,
    fmt::Write as _,
    io::{Cursor, Read, Write},
    path::Path,
};

use dateline::{
    app::{Command, Explorer, Msg, Tour},
    formats::Color,
    keys::{Action, Context, Keymap},
    linear::{self, LineSession, Outside, Peer, SCREEN, Voice},
    store::Loaded,
};
use strum::IntoEnumIterator;

use crate::support::{Shell, TODAY, data, settings};

/// A store in which no word is a key.
const STORE: &str = r#"
[[party]]
id = "acme"
name = "Acme"

[[event]]
id = "one"
title = "The one"
when = "2001"
parties = ["acme"]
links = [{ kind = "follows", to = "two" }, { kind = "follows", to = "three" }]

[[event]]
id = "two"
title = "The two"
when = "1999"

[[event]]
id = "three"
title = "The three"
when = "2009"
"#;

/// Returns the default bindings under other keys: an unlikely one, and two letters that no default key has to tell them apart.
fn moved() -> Keymap {
    let (default, mut text) = (Keymap::default(), String::new());
    for context in Context::iter() {
        writeln!(text, "[{context}]").expect("a string takes all");
        let own: BTreeSet<Action> = Action::iter().filter(|it| !default.keys_for(*it, context).is_empty()).collect();
        for (at, action) in own.into_iter().enumerate() {
            let [first, second] =
                [at / 16, at % 16].map(|it| char::from_u32('α' as u32 + it as u32).expect("a letter"));
            writeln!(text, "\"f12 {first} {second}\" = \"{action}\"").expect("a string takes all");
        }
    }
    let (keymap, faults) = Keymap::parse(&text);
    assert_eq!(faults, []);
    keymap
}

/// Returns what the default keys are called, but for those that are words or signs of the picture.
fn labels() -> BTreeSet<String> {
    let default = Keymap::default();
    let labels = Context::iter()
        .flat_map(|context| Action::iter().map(move |it| (context, it)))
        .flat_map(|(context, action)| default.keys_for(action, context));
    let words = ["a", "X", "-", ",", ".", "|", "+", "=", "_", "0", "*", "←", "→", "↑", "↓"];
    labels.filter(|it| !words.contains(&it.as_str())).collect()
}

#[track_caller]
fn check(it: &Shell, labels: &BTreeSet<String>, state: &str) {
    let frame = it.frame();
    for line in frame.lines() {
        for word in line.split([' ', '·', '(', ')', '│', '─', '└', '┘']) {
            let word = word.trim_end_matches([',', ':', ';']);
            assert!(!labels.contains(word), "{state}: `{word}` in `{line}`\n{frame}");
        }
    }
}

#[test]
fn no_text_names_a_key_that_was_moved() {
    let (labels, moved) = (labels(), moved());
    for action in Action::palette().filter(|it| *it != Action::Help) {
        let mut settings = settings(&[]);
        settings.keymap = moved.clone();
        let mut it = Shell::with_settings(STORE, (120, 30), settings);
        check(&it, &labels, "start");
        for letter in [None, Some('r')] {
            let command = match letter {
                Some(letter) if action.takes_letter() => Command::DoAt(action, letter),
                _ => Command::Do(action, None),
            };
            it.send(Msg::Command(command));
            check(&it, &labels, action.name());
        }
        it.send(Msg::Paste("zzz".to_owned()));
        it.send(Msg::Command(Command::Do(Action::Accept, None)));
        check(&it, &labels, &format!("{action}, taken"));
        it.send(Msg::Command(Command::Do(Action::Cancel, None)));
        check(&it, &labels, &format!("{action}, cancelled"));
    }
}

/// What is typed to the line mode, and what it answers.
struct Typed {
    commands: Cursor<String>,
    answers: Vec<u8>,
}

impl Outside for Typed {
    fn streams(&mut self) -> (&mut dyn Read, &mut dyn Write) {
        (&mut self.commands, &mut self.answers)
    }

    fn read(&mut self) -> Result<Loaded, String> {
        Ok(data(STORE))
    }

    fn edit(&mut self, _: &Path, _: usize) -> Result<(), String> {
        Ok(())
    }
}

#[test]
fn no_answer_of_the_line_mode_names_a_key() {
    // In the line mode `N` stands for a number.
    let labels: BTreeSet<String> = labels().into_iter().filter(|it| it != "N").collect();
    let moved = moved();
    let ends = [Action::Quit, Action::Back, Action::Help];
    for (action, voice) in
        Action::palette().filter(|it| !ends.contains(it)).flat_map(|it| [(it, Voice::Plain), (it, Voice::Spoken)])
    {
        let mut settings = settings(&[]);
        settings.keymap = moved.clone();
        let (explorer, _) = Explorer::new(Loaded::reading("test"), settings, TODAY, SCREEN);
        let commands = format!("{action}\n{action} r\n{action} 1\n{action} zzz\nundo\nproblems\n{action} 2001\nback\n");
        let mut typed = Typed { commands: Cursor::new(commands), answers: Vec::new() };
        let (input, output) = (Peer::Program, Peer::Program);
        let session = LineSession { explorer, voice, width: None, color: Color::Plain, input, output };
        linear::run(session, data(STORE), &mut typed).expect("memory");
        let answers = String::from_utf8(typed.answers).expect("UTF-8");
        for line in answers.lines().filter(|it| !it.contains(" | ")) {
            for word in line.split([' ', '`', '(', ')']) {
                let word = word.trim_end_matches([',', ':', ';']);
                assert!(!labels.contains(word), "{action}: `{word}` in `{line}`\n{answers}");
            }
        }
    }
}

#[test]
fn the_tour_and_a_bad_save_name_keys_as_they_are_bound() {
    let labels = labels();
    let mut settings = settings(&[]);
    settings.keymap = moved();
    let mut it = Shell::with_settings(STORE, (120, 30), settings);
    let bad = format!("{STORE}\n[[event]]\nid = \"four\"\nwhen = \"2013-02-30\"\n");
    it.send(Msg::Loaded(Box::new(crate::support::data(&bad))));
    check(&it, &labels, "bad save");
    it.send(Msg::Unwatched("nobody looks".to_owned()));
    check(&it, &labels, "unwatched");
    let mut tour = Tour::default();
    for _ in 0..6 {
        let (_, text) = tour.instructions(&it.state.settings.keymap).expect("six steps");
        let named = text.split([' ', ',', '.', ':']).find(|it| labels.contains(*it));
        assert!(named.is_none(), "{named:?} in `{text}`");
        assert!(!text.contains('`'), "every action of `{text}` has a key");
        tour.step += 1;
    }
}

#[test]
fn words_typed_into_the_help_run_no_key() {
    for word in ["today", "to", "tour", "take"] {
        let mut it = Shell::built_in((100, 30));
        it.keys("?").keys(word);
        let Some(dateline::app::Panel::Help(help)) = it.state.panels.last() else { panic!("the help is open") };
        assert_eq!(help.needle.value(), word);
        assert!(it.state.tour.is_none() && it.opened.is_empty() && it.state.typing.line.is_none());
    }
}
