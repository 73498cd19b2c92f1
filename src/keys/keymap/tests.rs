//! The default keys, and what a user's own key file does to them.

use std::{borrow::Borrow, collections::HashSet, fmt::Write as _};

use insta::assert_snapshot;
use proptest::prelude::*;
use strum::IntoEnumIterator;

use super::*;
use crate::keys::{Code, Group, Mods};

fn keys(text: &str) -> Vec<Key> {
    text.split_whitespace().map(|it| it.parse().unwrap()).collect()
}

fn check(keymap: &Keymap, context: Context, text: &str, expect: impl Borrow<Resolved>) {
    assert_eq!(&keymap.resolve(context, &keys(text)), expect.borrow(), "{context} {text}");
}

fn overlaid(text: &str) -> (Keymap, String) {
    let mut keymap = Keymap::default();
    let faults = keymap.overlay(text);
    let line = |it: &Fault| {
        let help = it.why.help().map_or(String::new(), |it| format!("\n  {it}"));
        format!("{:?}: {}{help}\n", &text[it.span.clone()], it.why)
    };
    (keymap, faults.iter().map(line).collect())
}

#[test]
fn the_default_keys_are_without_fault() {
    let (keymap, faults) = Keymap::parse(DEFAULT_KEYMAP);
    assert_eq!(faults, []);
    for context in Context::iter() {
        assert!(keymap.written_for(context).next().is_some(), "{context} has keys");
    }
}

#[test]
fn every_default_binding_does_its_action() {
    let keymap = Keymap::default();
    for it in &keymap.bindings {
        let expect = if it.action.takes_letter() { Resolved::Letter(it.action) } else { Resolved::Action(it.action) };
        assert_eq!(keymap.resolve(it.context, &it.keys), expect);
        for length in 1..it.keys.len() {
            assert!(matches!(keymap.resolve(it.context, &it.keys[..length]), Resolved::More(_)));
        }
    }
}

#[test]
fn every_action_has_a_key_where_it_makes_sense() {
    let keymap = Keymap::default();
    for action in Action::palette() {
        let bound = [Context::Explorer, Context::Range].iter().any(|it| !keymap.keys_for(action, *it).is_empty());
        // What is asked for once a year is called by its name.
        assert_eq!(bound, action != Action::ForgetSession, "{action}");
    }
    for action in Action::iter().filter(|it| it.group() == Group::Prompt) {
        let bound =
            [Context::Prompt, Context::Picker, Context::Menu].iter().any(|it| !keymap.keys_for(action, *it).is_empty());
        assert!(bound, "{action}");
    }
}

#[test]
fn no_sequence_of_the_explorer_begins_with_a_count() {
    for Binding { keys, action, .. } in Keymap::default().written_for(Context::Range) {
        assert!(!keys[0].typed_char().is_some_and(|it| ('1'..='9').contains(&it)), "{action}");
    }
}

#[test]
fn the_default_file_says_what_is_in_force() {
    let keymap = Keymap::default();
    let printed = Context::iter().fold(String::new(), |mut text, context| {
        writeln!(text, "[{context}]").expect("a string takes all");
        for it in keymap.bindings.iter().filter(|it| it.context == context) {
            writeln!(text, "{:?} = '{}'", spelling(&it.keys), it.action).expect("a string takes all");
        }
        text
    });
    assert!(Keymap::parse(&printed) == (keymap, vec![]), "{printed}");
}

#[test]
fn keys_so_far() {
    use Action::{Back, First, Help, JumpToBookmark, OpenUrl, SetBookmark, SwapRangeEnds, Undo};
    use Context::{Explorer, Menu, Picker, Prompt, Range};
    let keymap = Keymap::default();
    check(&keymap, Explorer, "g g", Resolved::Action(First));
    check(&keymap, Explorer, "g Q", Resolved::Nothing);
    check(&keymap, Explorer, "g esc", Resolved::Nothing);
    check(&keymap, Explorer, "o", Resolved::Action(OpenUrl));
    check(&keymap, Range, "o", Resolved::Action(SwapRangeEnds));
    check(&keymap, Range, "u", Resolved::Action(Undo));
    check(&keymap, Range, "esc", Resolved::Action(Back));
    check(&keymap, Explorer, "m", Resolved::Letter(SetBookmark));
    check(&keymap, Explorer, "m a", Resolved::ActionAt(SetBookmark, 'a'));
    check(&keymap, Range, "' z", Resolved::ActionAt(JumpToBookmark, 'z'));
    check(&keymap, Explorer, "m A", Resolved::Nothing);
    check(&keymap, Explorer, "m a b", Resolved::Nothing);
    check(&keymap, Prompt, "q", Resolved::Text);
    check(&keymap, Prompt, "backspace", Resolved::Text);
    check(&keymap, Prompt, "f1", Resolved::Action(Help));
    check(&keymap, Picker, "x", Resolved::Text);
    check(&keymap, Picker, "!", Resolved::Action(Action::ExcludePick));
    check(&keymap, Menu, "x", Resolved::Nothing);
    let Resolved::More(more) = keymap.resolve(Explorer, &keys("y")) else { panic!("y is a prefix") };
    let line = |(key, action): &(Key, Option<Action>)| format!("{} {}", key.label(), action.map_or("…", Action::label));
    let pop_up: Vec<String> = more.iter().map(line).collect();
    assert_snapshot!(pop_up.join("\n"), @r"
    t text
    o TOML
    j JSON
    c CSV
    m Markdown
    i id
    u URL
    ");
}

#[test]
fn keys_of_an_action() {
    let keymap = Keymap::default();
    let shown = |action, context| keymap.keys_for(action, context).join(" ");
    assert_snapshot!(shown(Action::First, Context::Explorer), @"gg Home");
    assert_snapshot!(shown(Action::PanLeft, Context::Explorer), @"H Shift-←");
    assert_snapshot!(shown(Action::SetBookmark, Context::Explorer), @"m{a-z}");
    assert_snapshot!(shown(Action::OpenUrl, Context::Explorer), @"o");
    assert_eq!(shown(Action::OpenUrl, Context::Range), "", "o swaps the ends there");
    assert_eq!(shown(Action::Pick, Context::Explorer), "");
}

#[test]
fn a_key_file_changes_what_it_names() {
    let (keymap, faults) =
        overlaid("[explorer]\n'ctrl-e' = 'export'\nx = 'none'\nu = 'redo'\nz = 'none'\n'z Z' = 'centre'");
    assert_eq!(faults, "");
    assert_eq!(keymap.keys_for(Action::Export, Context::Explorer), ["Ctrl-e"]);
    assert_eq!(keymap.keys_for(Action::Redo, Context::Explorer), ["u", "Ctrl-r"]);
    assert_eq!(keymap.keys_for(Action::Undo, Context::Explorer), [""; 0]);
    assert_eq!(keymap.keys_for(Action::Centre, Context::Explorer), ["zZ"]);
    check(&keymap, Context::Explorer, "z d", Resolved::Nothing);
}

#[test]
fn a_nearer_sequence_goes_before_a_farther_key() {
    let (keymap, faults) = overlaid("[range]\n't x' = 'export'\ng = 'type-range'");
    assert_eq!(faults, "");
    assert!(matches!(keymap.resolve(Context::Range, &keys("t")), Resolved::More(_)));
    check(&keymap, Context::Range, "g", Resolved::Action(Action::TypeRange));
    assert_eq!(keymap.keys_for(Action::Today, Context::Range), [""; 0]);
    assert_eq!(keymap.keys_for(Action::First, Context::Range), ["Home"]);
    assert_eq!(keymap.keys_for(Action::Today, Context::Explorer), ["t"]);
}

#[test]
fn a_wrong_key_file_says_where_and_works_all_the_same() {
    let (keymap, faults) = overlaid(
        "prompt = 3\n[explorer]\ngg = 'first'\n'ctl-x' = 'export'\n'' = 'undo'\nw = 'exprot'\ns = 4\n'B' = 'undo'\n'shift-b' = 'redo'\n\
         'A' = 'undo'\n'A A' = 'undo'\nz = 'help'\n'q q' = 'quit'\n[explore]\nx = 'undo'",
    );
    assert_eq!(keymap.keys_for(Action::Undo, Context::Explorer), ["u", "B", "A"]);
    assert_eq!(keymap.keys_for(Action::Back, Context::Explorer), [""; 0]);
    check(&keymap, Context::Explorer, "z", Resolved::Action(Action::Help));
    assert_snapshot!(faults, @r#"
    "prompt": `prompt` is not a table
      write `[prompt]`, and below it lines such as `"ctrl-d" = "half-page-down"`
    "gg": `gg` is not a key
      separate the keys of a sequence: `g g`
    "'ctl-x'": `ctl-x` is not a key
      keys are spelt `a`, `G`, `ctrl-d`, `shift-left`, `space`, `f1`; a sequence is `g d`
    "''": no key to bind
      keys are spelt `a`, `G`, `ctrl-d`, `shift-left`, `space`, `f1`; a sequence is `g d`
    "'exprot'": `exprot` is not an action
    "4": an action is a word in quotes
      write an action, such as `"undo"`, or `"none"`
    "'shift-b'": `B` is bound twice
      remove one of the two
    "'A A'": `A A` cannot be bound beside `A`: one begins the other
      remove one of the two
    "explore": `explore` is not a context
    "z": `z` takes the place of `z f` and 10 more
      bind what is lost elsewhere, or say that it is meant: `"z f" = "none"`
    "'q q'": `q q` takes the place of `q`
      bind what is lost elsewhere, or say that it is meant: `"q" = "none"`
    "#);
}

#[test]
fn broken_toml_loses_what_is_broken() {
    let (keymap, faults) = overlaid("[explorer]\nw = 'undo'\nb = \n'B' = 'redo'\n");
    assert_eq!(keymap.keys_for(Action::Undo, Context::Explorer), ["u", "w"]);
    assert_eq!(keymap.keys_for(Action::Redo, Context::Explorer), ["Ctrl-r", "B"]);
    assert_snapshot!(faults, @r#""": string values must be quoted, expected literal string"#);
}

fn sequence() -> impl Strategy<Value = Vec<Key>> {
    let key = prop::sample::select(vec!["a", "b", "ctrl-c", "f1"]).prop_map(|it| it.parse().unwrap());
    prop::collection::vec(key, 1..4)
}

proptest! {
    #[test]
    fn no_key_is_both_a_binding_and_a_prefix(lines in prop::collection::vec((sequence(), 0..2_usize), 0..12), split in 0..12_usize) {
        let text = |lines: &[(Vec<Key>, usize)]| {
            let mut seen = HashSet::new();
            let lines = lines.iter().filter(|it| seen.insert(it.0.clone()));
            lines.fold("[menu]\n".to_owned(), |text, (keys, at)| text + &format!("'{}' = '{}'\n", spelling(keys), ["none", "undo"][*at]))
        };
        let (first, second) = lines.split_at(split.min(lines.len()));
        let (mut keymap, _) = Keymap::parse(&text(first));
        keymap.overlay(&text(second));
        for it in &keymap.bindings {
            prop_assert_eq!(keymap.resolve(Context::Menu, &it.keys), Resolved::Action(it.action));
        }
    }

    #[test]
    fn no_text_panics(text in ".*") {
        let (keymap, faults) = Keymap::parse(&text);
        prop_assert!(faults.iter().all(|it| it.span.start <= it.span.end && it.span.end <= text.len()));
        keymap.resolve(Context::Range, &[Key::new(Code::Up, Mods::NONE)]);
    }
}
