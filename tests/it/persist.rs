//! What lasts: the store read again under one's hands, what is remembered of it, and views saved under a name.

use dateline::{
    app::{Command, Effect, Explorer, Memory, Msg, Opening, PaletteRow, check_views, update},
    catalog::Facet,
    diag::{Diagnostic, SourceMap, one_line},
    keys::{Action, Context},
    layout::LanesBy,
    query::{Query, Selected},
    settings::{Output, Settings, Sources, gather},
    store::Loaded,
};
use proptest::prelude::*;

use crate::support::{BUILT_IN, Shell, data, palette_rows, settings};

fn event(id: &str, year: u32) -> String {
    format!("[[event]]\nid = \"{id}\"\ntitle = \"Event {id}\"\nwhen = \"{year}\"\n")
}

fn store(events: &[(&str, u32)]) -> String {
    events.iter().map(|(id, year)| event(id, *year)).collect()
}

const FIVE: [(&str, u32); 5] = [("a", 2001), ("b", 2003), ("c", 2005), ("d", 2007), ("e", 2009)];

fn shell() -> Shell {
    Shell::new(&store(&FIVE), (100, 30))
}

/// Reads the store again as `text`, at a time of day.
fn save(it: &mut Shell, text: &str, at: &str) {
    it.send(Msg::Loaded(Box::new(Loaded { read_at: at.to_owned(), ..data(text) })));
}

fn top_row(it: &Shell) -> String {
    it.frame().lines().next().unwrap_or_default().trim().to_owned()
}

fn notice(it: &Shell) -> String {
    let key = |action| {
        it.state.settings.keymap.shortest(action, Context::Explorer).unwrap_or_else(|| format!(":{}", action.title()))
    };
    it.state.notice.as_ref().map_or_else(String::new, |it| it.line(|offer| key(offer.action)))
}

#[test]
fn a_store_that_is_read_again_leaves_the_reader_where_they_were() {
    let mut it = shell();
    it.keys("..<space>fevent<enter>gg..mq+");
    let (cursor, viewport, filter) = (it.cursor(), it.state.look.viewport, it.state.find.filter.text().to_owned());
    assert_eq!(cursor, "c");
    save(&mut it, &store(&[("0", 1999), ("a", 2001), ("b", 2003), ("c", 2006), ("d", 2007)]), "14:02");
    assert_eq!((it.cursor().as_str(), it.state.look.viewport), ("c", viewport));
    assert_eq!(it.state.find.filter.text(), filter);
    let id = |idx| it.state.shelf.data.catalog.event(idx).id.clone();
    assert_eq!(it.state.look.selection.marked.iter().map(id).collect::<Vec<_>>(), ["c"]);
    assert_eq!(it.state.look.selection.bookmarks.get(&'q').copied().map(id).as_deref(), Some("c"));
    assert_eq!(notice(&it), "the store has changed: 5 events");
    it.keys("u");
    assert_ne!(it.state.look.viewport, viewport, "what was done before can still be undone");
}

#[test]
fn where_the_event_under_the_cursor_is_gone_the_nearest_in_time_takes_its_place() {
    let check = |left: &[(&str, u32)], expect: &str| {
        let mut it = shell();
        it.keys("..");
        assert_eq!(it.cursor(), "c");
        save(&mut it, &store(left), "14:02");
        assert_eq!(it.cursor(), expect, "{left:?}");
    };
    check(&[("a", 2001), ("b", 2003), ("d", 2006), ("e", 2009)], "d");
    check(&[("a", 2001), ("b", 2004), ("d", 2007), ("e", 2009)], "b");
    check(&[("z", 2020), ("y", 2021)], "z");
    check(&[("z", 1920), ("y", 1921)], "y");
}

#[test]
fn a_bad_save_keeps_the_picture_and_says_so() {
    let mut it = shell();
    it.keys("..");
    let before = it.frame();
    let bad = store(&FIVE).replace("when = \"2005\"", "when = \"2005-02-30\"").replace("id = \"e\"", "id = ");
    save(&mut it, &bad, "14:02");
    assert_eq!(it.state.shelf.data.catalog.len(), 5);
    assert_eq!(it.cursor(), "c");
    insta::assert_snapshot!(top_row(&it), @"3 errors since 14:02: showing the version before · ]x lists them, R shows this one        5 events");
    insta::assert_snapshot!(notice(&it), @"test.toml:12:17: error[impossible-date]: there is no day 30 in February 2005: gx lists them all");
    it.keys("]x");
    let problems = it.frame();
    assert!(problems.contains("version that is not shown") && problems.contains("test.toml:12:17"), "{problems}");
    it.keys("<esc>");
    // The same save once more, and a save that adds an error: it has been so since the first.
    save(&mut it, &bad, "14:05");
    assert!(top_row(&it).contains("since 14:02"));
    save(&mut it, &store(&FIVE), "14:09");
    it.keys("<ctrl-l>");
    assert_eq!(it.frame(), before, "mended");
}

#[test]
fn errors_that_were_there_before_are_no_reason_to_keep_anything() {
    let broken = store(&FIVE).replace("when = \"2005\"", "when = \"2005-02-30\"");
    let mut it = Shell::new(&broken, (100, 30));
    save(&mut it, &format!("# The lines move.\n\n{broken}{}", event("f", 2011)), "14:02");
    assert_eq!(it.state.shelf.data.catalog.len(), 6);
    assert!(it.state.shelf.refused.is_none());
    // The same error a second time is a new one.
    save(&mut it, &format!("{broken}{}", event("g", 2011).replace("2011", "2005-02-30")), "14:03");
    assert_eq!(it.state.shelf.refused.as_ref().map(|it| it.n_new), Some(1));
}

#[test]
fn whoever_asks_for_the_bad_version_gets_it() {
    let mut it = shell();
    let bad = store(&FIVE).replace("id = \"e\"", "id = ");
    save(&mut it, &bad, "14:02");
    let effects = update(&mut it.state, Msg::Key("R".parse().expect("a key")));
    assert!(matches!(&*effects, [Effect::Load]));
    save(&mut it, &bad, "14:03");
    assert_eq!(it.state.shelf.data.catalog.len(), 4);
    assert!(it.state.shelf.refused.is_none());
    assert!(notice(&it).contains("test.toml"), "{}", notice(&it));
}

#[test]
fn a_store_that_cannot_be_read_any_more_stays_on_the_screen() {
    let mut it = shell();
    it.send(Msg::Failed { why: "cannot read `a.toml`: gone".to_owned(), at: "14:02".to_owned() });
    assert_eq!(it.state.shelf.data.catalog.len(), 5);
    assert!(top_row(&it).starts_with("the store cannot be read since 14:02"), "{}", top_row(&it));
    save(&mut it, &store(&FIVE), "14:03");
    assert!(it.state.shelf.refused.is_none());
}

#[test]
fn a_file_that_is_empty_for_a_moment_costs_nothing() {
    let mut it = shell();
    it.keys("..<space>");
    save(&mut it, "", "14:02");
    assert!(top_row(&it).starts_with("1 error since 14:02"), "{}", top_row(&it));
    assert_eq!(notice(&it), "error[emptied]: there is no event in test any more: gx lists them all");
    save(&mut it, &store(&FIVE), "14:02");
    assert_eq!((it.state.look.selection.marked.len(), it.state.shelf.refused.is_none()), (1, true));
    save(&mut it, "", "14:02");
    it.keys("R");
    save(&mut it, "", "14:03");
    assert_eq!(it.state.shelf.data.catalog.len(), 0, "whoever means it says so");
    save(&mut it, &store(&FIVE), "14:04");
    assert_eq!(it.cursor(), "a");
}

#[test]
fn the_banner_fits_every_size() {
    let row = |width| {
        let mut it = Shell::new(&store(&FIVE), (width, 16));
        save(&mut it, &store(&FIVE).replace("2005", "2005-13"), "14:02");
        it.send(Msg::Checked(vec![Diagnostic::warning("lint", "of the version that is not shown")]));
        assert!(it.state.shelf.data.diagnostics.iter().all(|it| it.code != "lint"));
        assert!(it.state.shelf.problems().1.iter().any(|it| it.code == "lint"));
        top_row(&it)
    };
    insta::assert_snapshot!(row(120), @"1 error since 14:02: showing the version before · ]x lists them, R shows this one                             5 events");
    insta::assert_snapshot!(row(80), @"1 error since 14:02: showing the version before · ]x why, R this      5 events");
    insta::assert_snapshot!(row(40), @"1 error since 14:02 · ]x      5 events");
}

#[test]
fn a_change_during_reading_is_read_after_it() {
    let mut it = shell();
    let loads = |effects: Vec<Effect>| effects.iter().filter(|it| matches!(it, Effect::Load)).count();
    assert_eq!(loads(update(&mut it.state, Msg::FileChanged)), 1);
    assert_eq!(loads(update(&mut it.state, Msg::FileChanged)), 0);
    assert_eq!(loads(update(&mut it.state, Msg::FileChanged)), 0);
    assert_eq!(loads(update(&mut it.state, Msg::Loaded(Box::new(data(&store(&FIVE)))))), 1);
    assert_eq!(loads(update(&mut it.state, Msg::Loaded(Box::new(data(&store(&FIVE)))))), 0);
}

#[test]
fn what_cannot_be_watched_is_read_by_hand() {
    let mut it = shell();
    it.send(Msg::Unwatched("the store is on another machine (nfs4)".to_owned()));
    insta::assert_snapshot!(notice(&it), @"the store is on another machine (nfs4); changes of the store go unnoticed: R reads it again");
    it.keys("j");
    assert_eq!(notice(&it), "");
}

/// Returns the explorer before its store is read, with `memory` and a query from the command line.
fn unread(memory: Memory, query: &str) -> Shell {
    let mut it = Shell::new("", (100, 30));
    it.state = Explorer::new(Loaded::reading("test"), settings(&[]), crate::support::TODAY, it.state.size).0;
    let selected = Selected { query: Query::parse(query).0, as_of: None };
    it.send(Msg::Begin(Box::new(Opening {
        selected: Some(selected).filter(|it| !it.is_empty()),
        memory: Some(memory),
        ..Opening::default()
    })));
    it
}

/// Opens the store anew and brings back `memory`.
fn again(text: &str, memory: Memory, query: &str) -> Shell {
    let mut it = unread(memory, query);
    save(&mut it, text, "09:00");
    it
}

#[test]
fn what_was_on_is_on_again() {
    let mut it = Shell::built_in((100, 30));
    it.keys("p netflix<enter>gd2013-08<enter>++<space>mqv3.gl<down><enter>|g3/ad spend<enter>:centre<enter>");
    let memory = it.state.memory().expect("the store is whole");
    let back = again(BUILT_IN, memory.clone(), "");
    assert_eq!(back.state.memory(), Some(memory));
    assert_eq!(back.state.snapshot(), it.state.snapshot());
    assert_eq!(
        (&back.state.typing.typed, &back.state.typing.recent),
        (&it.state.typing.typed, &it.state.typing.recent)
    );
    assert!(notice(&back).contains("forget session"), "{}", notice(&back));
}

#[test]
fn the_command_line_goes_before_what_is_remembered() {
    let mut it = Shell::built_in((100, 30));
    it.keys("fstatus:alleged<enter>gl<down><enter>++<space>");
    let memory = it.state.memory().expect("the store is whole");
    let back = again(BUILT_IN, memory, "cat:filing");
    assert_eq!((back.state.find.filter.text(), back.state.find.lanes_by), ("cat:filing", LanesBy::Facet(Facet::Party)));
    assert_eq!(back.state.look.viewport, back.state.shelf.whole());
    assert_eq!(back.state.look.selection.marked.len(), 1);
}

#[test]
fn what_is_picked_of_events_that_are_gone_comes_back_with_them() {
    let mut it = shell();
    it.keys("..<space><space>mq");
    let picked = (it.state.memory().expect("the store is whole").marked, it.state.look.selection.clone());
    assert_eq!(picked.0.iter().collect::<Vec<_>>(), ["c", "d"]);
    let other = store(&[("a", 2001), ("c", 2005)]);
    save(&mut it, &other, "14:02");
    assert_eq!((it.state.look.selection.marked.len(), it.state.look.selection.bookmarks.len()), (1, 0));
    let memory = it.state.memory().expect("the store is whole");
    assert_eq!(memory.bookmarks.get(&'q').map(String::as_str), Some("e"));
    for mut it in [it, again(&other, memory, "")] {
        save(&mut it, &store(&FIVE), "14:03");
        assert_eq!(it.state.look.selection, picked.1);
    }
}

#[test]
fn a_bookmark_set_anew_is_not_taken_back() {
    let mut it = shell();
    it.keys("Gmq");
    save(&mut it, &store(&FIVE[..4]), "14:02");
    it.keys("ggmq");
    save(&mut it, &store(&FIVE), "14:03");
    it.keys("G'q");
    assert_eq!(it.cursor(), "a");
}

#[test]
fn a_key_before_the_store_is_read_leaves_the_reader_where_it_leads() {
    let mut it = Shell::built_in((100, 30));
    it.keys("G++");
    let memory = it.state.memory().expect("the store is whole");
    let mut back = unread(memory, "");
    assert_eq!(back.state.memory(), None, "nothing is kept before all is read");
    back.keys("j");
    save(&mut back, BUILT_IN, "09:00");
    assert_eq!(back.state.look.viewport, back.state.shelf.whole());
}

#[test]
fn forgetting_shows_everything_and_can_be_undone() {
    let mut it = Shell::built_in((100, 30));
    it.keys("fstatus:alleged<enter>++<space>mq");
    let before = it.state.snapshot();
    it.keys(":forget session<enter>");
    assert_eq!((it.shown(), it.state.look.selection.marked.len(), it.state.typing.typed.len()), (112, 0, 0));
    assert!(it.state.look.selection.bookmarks.is_empty());
    it.keys("u");
    assert_eq!(it.state.snapshot(), before);
}

/// Keys that change what is remembered.
const KEYS: [&str; 24] = [
    "j",
    ".",
    "20.",
    "l",
    "+",
    "-",
    "L",
    "<space>",
    "mq",
    "v",
    "V",
    "F",
    "X",
    "u",
    "fis:ongoing<enter>",
    "pmeta<enter>",
    "a2016<enter>",
    "gl<down><enter>",
    "g2",
    "g3",
    "|",
    "<tab>",
    "/deal<enter>",
    "gr2011/2013<enter>",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn saved_and_restored_is_the_same_view(script in prop::collection::vec(prop::sample::select(&KEYS[..]), 0..16)) {
        let mut it = Shell::built_in((100, 30));
        for keys in script {
            it.keys(keys);
        }
        // What lies over the explorer is no part of it.
        it.keys("<esc>");
        prop_assume!(!it.quit);
        let memory = it.state.memory().expect("the store is whole");
        let text = serde_json::to_string(&memory).expect("plain data");
        let read: Memory = serde_json::from_str(&text).expect("what was written");
        prop_assert_eq!(&read, &memory);
        let back = again(BUILT_IN, read, "");
        prop_assert_eq!(back.state.memory(), Some(memory));
        prop_assert_eq!(back.state.snapshot(), it.state.snapshot());
        prop_assert_eq!(back.state.look.focus, it.state.look.focus);
    }

    #[test]
    fn whatever_is_remembered_the_state_is_sound(
        view in any::<Option<[i64; 2]>>(), range in any::<Option<[i64; 4]>>(), word in "[a-z(\"]{0,8}", ids in prop::collection::vec("[a-f]", 0..4),
    ) {
        let mut memory = shell().state.memory().expect("the store is whole");
        let place = memory.place.as_mut().expect("a place");
        (place.view, place.range, place.cursor) = (view, range, ids.first().cloned());
        (memory.filter.query, memory.filter.as_of, memory.lanes) = (word.clone(), Some(word.clone()), word);
        memory.bookmarks = ids.iter().map(|it| ('q', it.clone())).collect();
        memory.marked = ids.into_iter().collect();
        let back = again(&store(&FIVE), memory, "");
        prop_assert_eq!(back.state.check(), Ok(()));
        prop_assert!(!back.frame().is_empty());
    }
}

/// Returns settings with the views of a configuration, and what is wrong with them.
fn with_views(config: &str) -> (Settings, String) {
    let env = |name: &str| (name == "LANG").then(|| "C.UTF-8".to_owned());
    let (mut settings, mut faults, files): (Settings, Vec<_>, SourceMap) = gather(&Sources {
        config: Some(("config.toml".to_owned(), config.to_owned())),
        keymap: None,
        themes: Vec::new(),
        env: &env,
        flags: Vec::new(),
        output: Output::Terminal,
        lanes: &[],
        formats: &[],
    });
    let (views, wrong) = check_views(std::mem::take(&mut settings.views));
    settings.views = views;
    faults.extend(wrong);
    (settings, faults.iter().map(|it| one_line(it, &files) + "\n").collect())
}

#[test]
fn a_view_is_chosen_by_name_and_undone() {
    let (settings, faults) = with_views(
        "[views]\nearly = { query = '@netflix', as_of = 'june 2018', lanes = 'party', zoom = '2011/..' }\nall = ''\n",
    );
    assert_eq!(faults, "");
    let mut it = Shell::with_settings(BUILT_IN, (100, 30), settings);
    let before = it.state.snapshot();
    it.keys("gv");
    insta::assert_snapshot!(it.frame().lines().filter(|it| it.contains('│')).take(2).collect::<Vec<_>>().join("\n"), @"
    │ early  @netflix · as known on 2018-06 · lanes by party · in 2011/..                            │
    │ all                                                                                            │…
    ");
    it.keys("<enter>");
    assert_eq!((it.state.find.filter.text(), it.state.find.filter.as_of()), ("@netflix", Some("2018-06")));
    assert_eq!(it.state.find.lanes_by, LanesBy::Facet(Facet::Party));
    assert!(it.frame().contains("2011"));
    it.keys("u");
    assert_eq!(it.state.snapshot(), before);
    it.keys("fx<enter>gv<down><enter>");
    assert_eq!(it.state.find.filter.text(), "");
    it.send(Msg::Command(Command::View("none".to_owned())));
    assert_eq!(notice(&it), "there is no view `none`");
}

#[test]
fn the_palette_finds_views() {
    let (settings, _) = with_views("[views]\nfilthy = 'deal'\nfilter = 'talks'\nmoney = 'has:amount'\n");
    let mut it = Shell::with_settings(BUILT_IN, (100, 30), settings);
    let view = |name: &str| PaletteRow::View(name.to_owned());
    assert_eq!(palette_rows(&it, "filt")[..2], [view("filthy"), view("filter")]);
    assert_eq!(palette_rows(&it, "filter")[..2], [PaletteRow::Action(Action::Filter), view("filter")]);
    assert!(matches!(palette_rows(&it, "")[0], PaletteRow::Action(_)));
    it.keys(":money");
    assert!(it.frame().contains("money  has:amount"), "{}", it.frame());
    it.keys("<enter>");
    assert_eq!(it.state.find.filter.text(), "has:amount");
}

#[test]
fn faults_of_views_have_their_places() {
    let (settings, faults) = with_views(
        "[views]\ngood = 'a'\nbad = 'a statsu:alleged'\nescaped = \"\\\"a\\\" (b\"\nwhen = { as_of = '2018-13', zoom = 'soon' }\n",
    );
    assert_eq!(settings.views.len(), 1);
    insta::assert_snapshot!(faults, @"
    config.toml:3:10: error[unknown-prefix]: no term begins with `statsu`
    config.toml:4:11: error[unbalanced-parenthesis]: this `(` is not closed
    config.toml:5:24: error[bad-date]: there is no month 13
    config.toml:5:37: error[bad-date]: `soon` is not a date: year must have exactly four digits (or X)
    ");
}

#[test]
fn without_views_the_list_says_where_they_go() {
    let mut it = shell();
    it.keys("gv");
    assert!(notice(&it).contains("[views]"), "{}", notice(&it));
}

#[test]
fn one_change_that_is_read_twice_is_told_once() {
    let mut it = shell();
    it.send(Msg::FileChanged);
    save(&mut it, &store(&[("a", 2001), ("b", 2002)]), "14:02");
    let told = notice(&it);
    assert!(told.starts_with("the store has changed"), "{told}");
    it.send(Msg::FileChanged);
    save(&mut it, &store(&[("a", 2001), ("b", 2002)]), "14:02");
    assert_eq!(notice(&it), told);
    it.keys("j");
    save(&mut it, &store(&[("a", 2001), ("b", 2002)]), "14:03");
    assert_eq!(notice(&it), "the store is unchanged");
}

#[test]
fn leaving_waits_for_what_is_being_written() {
    let mut it = shell();
    it.keys("x");
    let effects = update(&mut it.state, Msg::Key("enter".parse().expect("a key")));
    assert!(matches!(effects[..], [Effect::Export(_)]));
    it.keys("<esc>q");
    assert!(!it.quit && notice(&it).contains("still being written"), "{}", notice(&it));
    let failed = dateline::app::Notice::warning("the clipboard takes no more");
    it.send(Msg::Done(dateline::app::Outcome::Failed(failed)));
    it.keys("q");
    assert!(!it.quit && notice(&it).contains("still being written"), "{}", notice(&it));
    for effect in effects {
        let Effect::Export(export) = effect else { continue };
        it.send(Msg::Done(dateline::app::Outcome::Exported { path: export.path, events: 1, losses: Vec::new() }));
    }
    assert!(it.quit);
}
