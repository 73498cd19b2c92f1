//! Keys in, state out: the explorer's day, without a terminal.

use std::path::Path;

use dateline::{app::Msg, chronology::Match, keys::Action, layout::LanesBy};

use crate::support::{Shell, data};

fn explorer() -> Shell {
    Shell::built_in((120, 36))
}

#[test]
fn filter_by_party_with_a_typing_mistake() {
    let mut it = explorer();
    it.keys("pnetfx");
    assert!(it.shown() < 112 && it.shown() > 30, "the picture changes while one types: {}", it.shown());
    it.keys("<enter>");
    assert_eq!(it.state.find.filter.text(), "party:netflix");
    it.keys("u");
    assert_eq!((it.shown(), it.state.find.filter.text()), (112, ""));
    it.keys("<ctrl-r>");
    assert_eq!(it.state.find.filter.text(), "party:netflix");
}

#[test]
fn escape_from_the_picker_leaves_no_trace() {
    let mut it = explorer();
    let before = it.state.snapshot();
    it.keys("pzuck<esc>");
    assert_eq!(it.state.snapshot(), before);
    it.keys("p<ctrl-x>");
    it.keys("<esc>");
    assert_eq!(it.state.snapshot(), before);
}

#[test]
fn several_parties_and_none_of_another() {
    let mut it = explorer();
    it.keys("pnetflix<tab><ctrl-u>onavo<tab><ctrl-u>zuck<ctrl-x><enter>");
    let text = it.state.find.filter.text().to_owned();
    assert!(text.contains("netflix") && text.contains("onavo") && text.contains("-party:mark-zuckerberg"), "{text}");
    let catalog = &it.state.shelf.data.catalog;
    let names = |idx| catalog.parties_of(idx).map(|it| catalog.party(it).id.clone()).collect::<Vec<_>>();
    for idx in it.state.find.shown.possibly.iter() {
        let names = names(idx);
        assert!(
            names.iter().any(|it| it == "netflix" || it == "onavo") && !names.iter().any(|it| it == "mark-zuckerberg"),
            "{names:?}"
        );
    }
}

#[test]
fn a_query_filters_when_it_parses_and_chips_take_it_back() {
    let mut it = explorer();
    it.keys("fstatus:alleged in:2011..2016");
    let shown = it.shown();
    assert!(shown > 5 && shown < 40, "{shown}");
    it.keys("<enter>");
    assert_eq!(it.state.find.filter.chips().len(), 2);
    it.keys("X");
    assert_eq!(it.state.find.filter.text().trim(), "status:alleged");
    it.keys("F");
    assert_eq!(it.shown(), 112);
    it.keys("F");
    assert!(it.shown() < 112);
    it.keys("<esc>");
    assert!(it.shown() < 112, "escape never drops a filter");
}

#[test]
fn a_mistake_in_a_query_filters_nothing_and_stays_to_be_mended() {
    let mut it = explorer();
    it.keys("fstatsu:alleged<enter>");
    assert_eq!(it.shown(), 112);
    let line = it.state.typing.line.as_ref().expect("the line is still there");
    let fault = line.fault.as_ref().expect("with what is wrong");
    assert!(fault.help.as_deref().is_some_and(|it| it.contains("status")), "{fault:?}");
    it.keys("<esc>");
    assert!(it.state.typing.line.is_none());
}

#[test]
fn search_hides_nothing_and_goes_round() {
    let mut it = explorer();
    it.keys("/inbox<enter>");
    assert_eq!(it.shown(), 112);
    let first = it.cursor();
    let hits = it.state.find.search.hits.len();
    assert!(hits > 1);
    for _ in 0..hits {
        it.keys("n");
    }
    assert_eq!(it.cursor(), first);
    it.keys("N");
    assert_ne!(it.cursor(), first);
}

#[test]
fn a_range_is_drawn_measured_and_exported_exactly() {
    let mut it = explorer();
    it.keys("gr2013/2015<enter>");
    let ids = it.state.look.in_range(it.state.events()).expect("a range is on");
    let catalog = it.state.shelf.data.catalog.clone();
    let window = it.state.look.selection.range.expect("a range").window();
    for (idx, _) in catalog.iter() {
        let possibly = catalog.bounds(idx).is_some_and(|it| it.matches(window) != Match::No);
        assert_eq!(ids.contains(idx), possibly, "{}", catalog.event(idx).id);
    }
    it.keys("x<tab><tab><ctrl-u>cut.toml<enter>");
    let written = it.files.get(Path::new("cut.toml")).expect("the file is written");
    let again = crate::support::data(written);
    assert_eq!(again.catalog.len(), ids.len());
    assert!(
        again.diagnostics.iter().all(|it| it.severity != dateline::diag::Severity::Error),
        "{:?}",
        again.diagnostics
    );
    assert!(it.state.notice.as_ref().is_some_and(|it| it.words.contains("wrote")), "{:?}", it.state.notice);
}

#[test]
fn a_file_that_is_there_is_replaced_only_after_a_yes() {
    let mut it = explorer();
    it.files.insert("cut.csv".into(), "precious".to_owned());
    it.keys("x<tab><tab><ctrl-u>cut.csv<enter>");
    assert_eq!(it.files[Path::new("cut.csv")], "precious");
    it.keys("<esc>");
    assert_eq!(it.files[Path::new("cut.csv")], "precious");
    it.keys("x<tab><tab><ctrl-u>cut.csv<enter><enter>");
    assert!(it.files[Path::new("cut.csv")].starts_with("id,"));
}

#[test]
fn a_range_grows_with_the_cursor_and_swaps_its_ends() {
    let mut it = explorer();
    it.keys("gd2013-08<enter>v");
    let start = it.state.look.selection.range.expect("a range").window();
    it.keys("5.");
    let grown = it.state.look.selection.range.expect("a range").window();
    assert!(grown.millis() > start.millis());
    it.keys("o");
    assert_eq!(it.state.look.selection.range.expect("a range").window(), grown);
    it.keys("<esc>");
    assert!(it.state.look.selection.range.is_none());
    it.keys("u");
    assert!(it.state.look.selection.range.is_some(), "a range that was dropped comes back");
}

#[test]
fn zoom_keeps_the_event_in_its_column_and_reaches_a_day() {
    let mut it = explorer();
    it.keys("gd2014-09-02<enter>");
    assert_eq!(it.cursor(), "netflix-private-recs-2014");
    for _ in 0..40 {
        it.keys("+");
        let window = it.state.look.viewport.window;
        let bounds = it.state.shelf.data.catalog.bounds(it.state.look.cursor.expect("an event")).expect("a date");
        assert!(bounds.window().touches(window), "the event stays on the screen");
    }
    assert!(it.state.look.viewport.window.millis() <= 86_400_000);
    it.keys("_");
    assert!(it.state.look.viewport.window.millis() > 30 * 365 * 86_400_000);
    it.keys("zy");
    let window = it.state.look.viewport.window;
    assert_eq!((window.first.to_string(), window.last.plus(1).to_string()), ("2014-01-01".into(), "2015-01-01".into()));
}

#[test]
fn lanes_by_anything() {
    let mut it = explorer();
    for (at, lanes_by) in LanesBy::ALL.iter().enumerate() {
        it.keys("gl");
        for _ in 0..LanesBy::ALL.len() {
            it.keys("k");
        }
        for _ in 0..at {
            it.keys("j");
        }
        it.keys("<enter>");
        assert_eq!(it.state.find.lanes_by, *lanes_by);
        let frame = it.frame();
        assert!(!frame.is_empty());
    }
}

#[test]
fn links_lead_to_events_and_back() {
    let mut it = explorer();
    it.keys("/Extended API<enter>gd2013<enter>/inbox api<enter>");
    let from = it.cursor();
    it.keys("gf");
    if !it.state.panels.is_empty() {
        it.keys("<enter>");
    }
    assert_ne!(it.cursor(), from);
    it.keys("<ctrl-o>");
    assert_eq!(it.cursor(), from);
}

#[test]
fn marks_and_bookmarks() {
    let mut it = explorer();
    it.keys("gg  ");
    assert_eq!(it.state.look.selection.marked.len(), 2);
    it.keys("fis:marked<enter>");
    assert_eq!(it.shown(), 2);
    it.keys("Fma");
    let here = it.cursor();
    it.keys("G'a");
    assert_eq!(it.cursor(), here);
    it.keys("F<ctrl-a>I");
    assert!(it.state.look.selection.marked.len() < 112);
}

#[test]
fn copies_say_what_they_are_of() {
    let mut it = explorer();
    it.keys("/inbox-api<esc>gd2014-09-02<enter>yi");
    assert_eq!(it.copied.last().map(String::as_str), Some("netflix-private-recs-2014"));
    it.keys("ym");
    assert!(it.copied.last().is_some_and(|it| it.contains("[^")), "Markdown has its citations");
    it.keys("yo");
    let again = crate::support::data(it.copied.last().expect("TOML"));
    assert_eq!(again.catalog.len(), 1);
}

#[test]
fn as_known_on_hides_what_was_still_secret() {
    let mut it = explorer();
    it.keys("a2018-12-31<enter>");
    let then = it.shown();
    assert!(then > 20 && then < 80, "{then}");
    assert!(it.frame().contains("as known on 2018-12-31"));
    it.keys("a<ctrl-u><enter>");
    assert_eq!(it.shown(), 112);
}

#[test]
fn every_action_can_be_called_by_name_and_leaves_a_sound_state() {
    for action in Action::palette() {
        let mut it = explorer();
        it.keys(":").keys(&action.title()).keys("<enter>");
        let _ = it.frame();
        it.keys("<esc><esc>");
    }
}

#[test]
fn q_steps_back_and_then_leaves() {
    let mut it = explorer();
    it.keys("?q");
    assert!(!it.quit);
    it.keys("<esc>vq");
    assert!(!it.quit);
    it.keys("q");
    assert!(it.quit);
}

#[test]
fn an_export_that_is_open_while_more_is_read_writes_what_is_there_then() {
    let event = |id: &str, year: &str| format!("[[event]]\nid = \"{id}\"\ntitle = \"{id}\"\nwhen = \"{year}\"\n");
    let mut it = Shell::new(&format!("{}{}", event("b", "2001"), event("c", "2002")), (100, 30));
    it.keys("fin:2002<enter>x");
    // What is read further begins before all that was there, and gives every event another number.
    let more = format!("{}{}{}", event("b", "2001"), event("c", "2002"), event("a", "1999"));
    it.send(Msg::Loaded(Box::new(data(&more))));
    it.keys("<tab><tab><ctrl-u>out.csv<enter>");
    let written = it.files.values().next().expect("a file was written");
    let ids: Vec<&str> = written.lines().skip(1).filter_map(|it| it.split(',').next()).collect();
    assert_eq!(ids, ["c"]);
}

#[test]
fn a_term_that_is_added_holds_for_every_alternative() {
    let mut it = explorer();
    it.keys("fcat:board | cat:courts<enter>gg@");
    assert!(
        it.state.find.filter.text().starts_with("(cat:board | cat:courts) party:"),
        "{}",
        it.state.find.filter.text()
    );
    it.keys("u/letter<alt-enter>");
    assert_eq!(it.state.find.filter.text(), "(cat:board | cat:courts) letter");
}

#[test]
fn undo_by_its_name_is_the_way_back_and_no_step_of_its_own() {
    let mut it = Shell::built_in((100, 30));
    it.keys("fcat:filing<enter>f<ctrl-u>cat:ruling<enter>:undo<enter>");
    assert_eq!(it.state.find.filter.text(), "cat:filing");
    it.keys("<ctrl-r>");
    assert_eq!(it.state.find.filter.text(), "cat:ruling");
    it.keys("uu");
    assert_eq!(it.state.find.filter.text(), "");
}
