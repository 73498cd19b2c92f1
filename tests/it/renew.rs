//! Another chronology under an open panel: an index does not outlive its catalog.

use std::sync::Arc;

use dateline::{
    app::{Effect, Explorer, Msg, update},
    keys::Key,
    layout::Size,
};
use proptest::prelude::*;

use crate::support::{Shell, TODAY, data, settings};

/// Returns a store of some parties and events, in this order.
fn store(ids: &[u8]) -> String {
    let party = |it: &u8| format!("[[party]]\nid = \"p{it}\"\nname = \"Party {it}\"\n");
    let event = |it: &u8| {
        format!(
            "[[event]]\nid = \"e{it}\"\ntitle = \"Event {it}\"\nwhen = \"{}\"\nparties = [\"p{it}\"]\n\
             amounts = [{{ value = {it}, currency = \"USD\" }}]\nlinks = [{{ kind = \"follows\", to = \"e{}\" }}]\n",
            2000 + u32::from(*it),
            ids[0]
        )
    };
    ids.iter().map(party).chain(ids.iter().map(event)).collect()
}

#[test]
fn the_party_picker_stays_with_the_party_that_was_picked() {
    let mut it = Shell::new(&store(&[1, 2]), (100, 30));
    it.keys("p2");
    it.send(Msg::Loaded(Box::new(data(&store(&[7, 1, 2])))));
    it.keys("<enter>");
    assert_eq!(it.state.find.filter.text(), "party:p2");
    let mut it = Shell::new(&store(&[1, 2]), (100, 30));
    it.keys("p<down>");
    it.send(Msg::Loaded(Box::new(data(&store(&[1])))));
    let _ = it.frame();
    it.keys("<tab><enter>");
    assert_eq!(it.state.find.filter.text(), "party:p1");
}

/// Keys that open every panel and go about in it.
#[rustfmt::skip]
const KEYS: [&str; 30] = [
    "p", "gs", "gx", "x", "gl", "gf", "M", "?", ":", "<tab>", "<shift-tab>", "<enter>", "<esc>", "<down>", "<up>",
    "j", "l", "2", "<ctrl-x>", " ", "ma", "v", "]p", "G", "u", "/event<enter>", "f#", "F", "<ctrl-o>", "]k",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn no_panel_mark_or_answer_outlives_its_catalog(
        steps in prop::collection::vec((0..KEYS.len(), prop::collection::vec(1_u8..9, 1..6)), 1..24),
        every in 2_usize..5,
    ) {
        let mut it = Shell::new(&store(&[1, 2, 3, 4]), (100, 30));
        for (at, (key, ids)) in steps.iter().enumerate() {
            it.keys(KEYS[*key]);
            if at % every != 0 {
                continue;
            }
            let id = |it: &Shell, event| it.state.shelf.data.catalog.event(event).id.clone();
            let marked: Vec<String> = it.state.look.selection.marked.iter().map(|event| id(&it, event)).collect();
            let is_first = |(at, id): &(usize, &u8)| !ids[..*at].contains(id);
            let ids: Vec<u8> = ids.iter().enumerate().filter(is_first).map(|it| *it.1).collect();
            it.send(Msg::Loaded(Box::new(data(&store(&ids)))));
            let now: Vec<String> = it.state.look.selection.marked.iter().map(|event| id(&it, event)).collect();
            for one in &marked {
                let is_there = it.state.shelf.data.catalog.find(one).is_some();
                prop_assert_eq!(now.contains(one), is_there, "{}", one);
            }
            prop_assert!(!it.frame().is_empty());
        }
    }
}

/// Returns a store that is so long that questions about it are answered elsewhere.
fn long(n_events: usize) -> String {
    let event = |it| format!("[[event]]\nid = \"e{it}\"\ntitle = \"Event {it}\"\nwhen = \"2001\"\n");
    (0..n_events).map(event).collect()
}

/// Answers questions, and those that come of the answers.
fn answer(explorer: &mut Explorer, mut effects: Vec<Effect>) {
    while let Some(effect) = effects.pop() {
        if let Effect::Ask(question) = effect {
            effects.extend(update(explorer, Msg::Answered(Box::new(question.run()))));
            explorer.check().expect("nothing is broken");
        }
    }
}

#[test]
fn hits_are_looked_for_again_where_the_store_changes_while_one_types() {
    let size = Size { width: 80, height: 24 };
    let (mut explorer, effects) = Explorer::new(data(&long(22_000)), Arc::new(settings(&[])), TODAY, size);
    answer(&mut explorer, effects);
    let press = |explorer: &mut Explorer, key: char| update(explorer, Msg::Key(Key::char(key)));
    for key in ['/', '2', '1'] {
        let effects = press(&mut explorer, key);
        answer(&mut explorer, effects);
    }
    let shown = update(&mut explorer, Msg::Loaded(Box::new(data(&long(21_000)))));
    let hits = press(&mut explorer, '9');
    answer(&mut explorer, shown);
    answer(&mut explorer, hits);
    let search = &explorer.find.search;
    let found: Vec<&str> = search.hits.iter().map(|it| explorer.shelf.data.catalog.title(*it)).collect();
    assert!(search.is_whole && !found.is_empty());
    assert!(found.iter().all(|it| it.contains("219")), "{found:?}");
}
