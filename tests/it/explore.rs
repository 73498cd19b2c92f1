//! What the explorer does beyond moving and filtering: the mouse, the tour, the statistics, the days of disclosure, jumps.

use strum::VariantArray as _;

use dateline::{
    app::{Button, Gesture, Msg, Page, PaletteRow, Panel, Touch},
    keys::{Action, Mods},
    store::{Faults, Input, Place, open},
};
use proptest::prelude::*;

use crate::support::{Shell, TODAY, figures, frame_styles, messy, palette_rows};

const PLAIN: Mods = Mods { ctrl: false, alt: false, shift: false };

/// A chronology whose signs stand far apart.
const SMALL: &str = r#"
[[party]]
id = "acme"
name = "Acme"
[[party]]
id = "bolt"
name = "Bolt"
[[source]]
id = "paper"
title = "A paper"
url = "https://example.org/paper"
published = "2010-06-01"
[[event]]
id = "a"
when = "2001"
title = "First"
category = "deal"
parties = ["acme", "bolt"]
sources = ["paper"]
amounts = [{ value = 10, currency = "USD" }]
links = [{ kind = "follows", to = "c" }]
[[event]]
id = "b"
when = "2005-03-02"
title = "Second"
category = "talk"
parties = ["bolt"]
claims = [{ by = "bolt", stance = "alleges", when = "2012-01-05" }]
[[event]]
id = "c"
when = "2009"
title = "Third"
category = "deal"
parties = ["acme"]
sources = ["paper"]
amounts = [{ value = 30, currency = "USD" }]
"#;

fn small() -> Shell {
    Shell::new(SMALL, (110, 30))
}

impl Shell {
    fn touch(&mut self, touch: Touch, (x, y): (u16, u16)) -> &mut Self {
        self.send(Msg::Mouse(Gesture { touch, x, y, mods: PLAIN }));
        self
    }

    fn click(&mut self, at: (u16, u16), clicks: u8) -> &mut Self {
        self.touch(Touch::Press(Button::Left, clicks), at).touch(Touch::Release(Button::Left), at)
    }

    /// Returns the cell at which `text` stands in the frame.
    fn place(&self, text: &str) -> (u16, u16) {
        let frame = self.frame();
        let (y, line) = frame.lines().enumerate().find(|(_, it)| it.contains(text)).expect("the text is drawn");
        let before = &line[..line.find(text).expect("it was found")];
        (dateline::text::text_width(before) as u16, y as u16)
    }
}

#[test]
fn a_click_goes_to_the_event_and_a_second_opens_its_detail() {
    let mut it = small();
    let title = it.place("Third");
    it.click(title, 1);
    assert_eq!(it.cursor(), "c");
    it.click(title, 2);
    assert_eq!(it.state.look.focus, dateline::layout::Pane::Detail);
    it.keys("<esc>[j");
    assert_eq!(it.cursor(), "a", "a click is a jump that one comes back from");
    let row = it.place("2 Mar 2005");
    it.click(row, 1);
    assert_eq!((it.cursor().as_str(), it.state.look.focus), ("b", dateline::layout::Pane::List));
}

#[test]
fn a_drag_draws_a_range_and_its_ends_move_by_themselves() {
    let mut it = small();
    let (first, y) = it.place("First");
    let (second, _) = it.place("Second");
    let axis = it.state.look.panes().axis.y;
    it.touch(Touch::Press(Button::Left, 1), (first - 2, y));
    assert!(it.state.look.selection.range.is_none(), "a press alone draws nothing");
    it.touch(Touch::Drag(Button::Left), (second, axis)).touch(Touch::Release(Button::Left), (second, axis));
    let range = it.state.look.selection.range.expect("a range").window();
    assert_eq!(it.state.answers.measures.as_ref().map(|it| it.n_events), Some(2));
    it.touch(Touch::Drag(Button::Left), (first + 60, axis));
    assert_eq!(it.state.look.selection.range.map(|it| it.window()), Some(range), "nothing moves once the button is up");
    let third = 109;
    it.touch(Touch::Press(Button::Left, 1), (second, axis));
    for x in second..=third {
        it.touch(Touch::Drag(Button::Left), (x, axis));
    }
    let wider = it.state.look.selection.range.expect("a range").window();
    assert_eq!(wider.first, range.first);
    assert!(range.last < wider.last);
    it.touch(Touch::Release(Button::Left), (third, axis)).keys("u");
    assert_eq!(it.state.look.selection.range.map(|it| it.window()), Some(range), "a drag is one step");
    it.keys("<ctrl-r>s");
    let snapped = it.state.look.selection.range.expect("a range").window();
    assert_eq!(
        (snapped.first.date().to_string(), snapped.last.date().to_string()),
        ("2005-03-02".into(), "2009-12-31".into())
    );
    it.keys("u");
    assert_eq!(it.state.look.selection.range.map(|it| it.window()), Some(wider));
}

#[test]
fn the_right_button_pans_and_the_wheel_zooms_where_it_points() {
    let mut it = small();
    let before = it.state.look.viewport;
    let (x, y) = it.place("Second");
    it.touch(Touch::Press(Button::Right, 1), (x, y)).touch(Touch::Drag(Button::Right), (x - 7, y));
    let columns = it.state.look.plot_columns(&it.state.find.lanes);
    let moved = it.state.look.viewport.scale(columns).column(before.scale(columns).window.first);
    assert_eq!(moved, -7);
    it.touch(Touch::Release(Button::Right), (x - 7, y));
    let sign = it.place("Second").0 - 2;
    let mods = Mods { ctrl: true, ..PLAIN };
    it.send(Msg::Mouse(Gesture { touch: Touch::Wheel(0, -1), x: sign, y, mods }));
    assert_eq!(it.place("Second").0 - 2, sign, "what is under the pointer stays there");
    assert!(it.state.look.viewport.window.millis() < before.window.millis());
    it.keys("uu");
    assert_eq!(it.state.look.viewport, before);
}

#[test]
fn what_is_to_be_shown_only_is_one_of_what_the_filter_shows() {
    let mut it = Shell::new(crate::support::BUILT_IN, (120, 36));
    it.keys("fcat:filing<enter>:@netflix | @onavo<enter>");
    assert_eq!(it.state.find.filter.text(), "cat:filing (@netflix | @onavo)");
    let narrowed = it.shown();
    it.keys("f<ctrl-u>cat:filing (@netflix | @onavo)<enter>");
    assert_eq!(it.shown(), narrowed);
    // What an `|` of several leaves is not split by a term after it, nor by the picker of parties.
    it.keys("f<ctrl-u>@netflix | @onavo<enter>:cat:filing<enter>");
    assert_eq!((it.state.find.filter.text(), it.shown()), ("(@netflix | @onavo) cat:filing", narrowed));
    it.keys("X");
    assert_eq!(it.state.find.filter.text(), "(@netflix | @onavo)");
}

#[test]
fn filters_hints_lanes_and_the_overview_can_be_clicked() {
    let mut it = small();
    it.keys("fparty:acme<enter>");
    assert_eq!(it.shown(), 2);
    let chip = it.place("party:acme");
    it.click(chip, 1);
    assert_eq!(it.shown(), 3);
    let hint = it.place("p parties");
    it.click(hint, 1);
    assert!(matches!(it.state.panels.last(), Some(Panel::Parties(_))));
    it.touch(Touch::Press(Button::Right, 1), (3, 3));
    assert!(it.state.panels.is_empty());
    let lane = it.place("talk ");
    it.click(lane, 1);
    assert_eq!(it.cursor(), "b");
    it.click(lane, 2);
    assert!(it.state.look.selection.lanes.contains("talk"));
    it.keys("<esc>zy");
    let overview = it.state.look.panes().overview;
    it.click((overview.right() - 3, overview.y + 1), 1);
    assert_eq!(it.cursor(), "c", "the cursor goes along with what is on the screen");
}

#[test]
fn f2_gives_the_mouse_back() {
    let mut it = small();
    it.keys("<f2>");
    assert!(it.frame().contains("the mouse is the terminal's"));
    it.keys("<f2>");
    assert!(it.frame().contains("the mouse is taken"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn any_gestures_and_keys_keep_the_state_sound(
        steps in prop::collection::vec((0_u8..10, 0_u16..90, 0_u16..30, 0_usize..100), 1..50),
    ) {
        let mut it = Shell::new(&messy(60, 11), (80, 24));
        let actions: Vec<Action> = Action::palette().filter(|it| *it != Action::Quit).collect();
        for (kind, x, y, which) in steps {
            let button = [Button::Left, Button::Middle, Button::Right][which % 3];
            let touch = match kind {
                0..3 => Touch::Press(button, 1 + (which % 2) as u8),
                3..6 => Touch::Drag(button),
                6 => Touch::Release(button),
                7 => Touch::Wheel((which % 3) as i8 - 1, (which % 5) as i8 - 2),
                _ => {
                    it.keys(":").keys(&actions[which % actions.len()].title()).keys("<enter>");
                    continue;
                }
            };
            let mods = Mods { ctrl: which % 7 == 0, alt: false, shift: which % 5 == 0 };
            it.send(Msg::Mouse(Gesture { touch, x, y, mods }));
            let _ = it.frame();
        }
        for _ in 0..30 {
            it.keys("<esc>");
        }
        it.keys("Q");
        prop_assert!(it.quit, "the way out is always open");
    }
}

#[test]
fn the_tour_leads_through_in_six_steps() {
    let mut it = Shell::built_in((100, 32));
    it.keys("?<ctrl-t>");
    let step = |it: &Shell| it.state.tour.as_ref().map(|it| it.step);
    assert_eq!(step(&it), Some(0));
    assert!(it.frame().contains("tour 1 of 6: filter by party"));
    it.keys("pnetfx");
    assert_eq!(step(&it), Some(0), "typing is not yet taking");
    it.keys("<enter>");
    assert_eq!(step(&it), Some(1));
    it.keys("v");
    assert_eq!(step(&it), Some(1), "a range of one event is none yet");
    it.keys("...");
    assert_eq!(step(&it), Some(2));
    it.keys("x");
    assert_eq!(step(&it), Some(2));
    it.keys("<esc>");
    assert_eq!(step(&it), Some(3));
    it.keys("<esc>fstatus:disputed<enter>");
    assert_eq!(step(&it), Some(4));
    assert!(it.shown() > 0, "there is something to see");
    it.keys("X]k");
    assert_eq!(step(&it), Some(5));
    it.keys("u");
    assert_eq!(step(&it), None);
    assert!(it.frame().contains("that was the tour"));
}

#[test]
fn q_ends_the_tour_before_it_leaves() {
    let mut it = Shell::built_in((80, 24));
    it.keys("gtq");
    assert!(it.state.tour.is_none() && !it.quit);
    it.keys("q");
    assert!(it.quit);
    let mut it = small();
    it.keys("gt");
    assert!(it.state.tour.is_none(), "there is nothing to lead through in another store");
    assert!(it.frame().contains("dateline --tour"));
}

#[test]
fn statistics_are_pages_of_rows_that_filter() {
    let mut it = small();
    it.keys("gs");
    insta::assert_snapshot!(it.frame(), @"
     dateline  test  2 warnings                                                                          3 events
     ┌─ statistics ─────────────────────────────────────────────────────────────────────────────────────────────┐
     │  counts   years   money   silences   together   disclosure   answers                                     │
    [│ 3 events: everything in the store                                                                        │]
    ─│                                                                                               row 1 of 6 │─
     │ status    reported  2  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ │
    ›│           alleged   1  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╸                                         │
     │ category  deal      2  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ │
     │           talk      1  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╸                                         │
     │ party     Acme      2  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ │
     │           Bolt      2  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ │
     │                                                                                                          │
     │                                                                                                          │
     │                                                                                                          │
     │                                                                                                          │
     │                                                                                                          │
     │                                                                                                          │
     │                                                                                                          │
    ─│                                                                                                          │─
    ›│                                                                                                          │
     │                                                                                                          │
     │                                                                                                          │
     │                                                                                                          │
     │                                                                                                          │
     │                                                                                                          │
     │                                                                                                          │
     │                                                                                                          │
     │                                                                                                          │
     └─ Tab turns · Enter shows only these · q closes ──────────────────────────────────────────────────────────┘
    ");
    // Down to `category deal`.
    it.keys("jj<enter>");
    assert_eq!((it.state.find.filter.text(), it.shown()), ("cat:deal", 2));
    it.keys("u");
    assert_eq!(it.shown(), 3);
}

#[test]
fn every_page_of_the_statistics_says_something_at_every_size() {
    for size in [(120, 40), (80, 24), (40, 12)] {
        let mut it = Shell::new(SMALL, size);
        it.keys("gs");
        let mut pages = Vec::new();
        for _ in Page::VARIANTS {
            pages.push(it.frame());
            it.keys("<tab>");
        }
        pages.dedup();
        assert_eq!(pages.len(), Page::VARIANTS.len(), "each page is another");
        it.keys("q");
        assert!(it.state.panels.is_empty());
    }
}

#[test]
fn money_is_summed_by_year_and_silences_are_gone_to() {
    let mut it = small();
    it.keys("gs<tab><tab>");
    let money = figures(&it, Page::Money);
    let rows: Vec<_> =
        money.iter().map(|it| (it.group.as_str(), it.name.as_str(), it.words.as_str(), it.share)).collect();
    let sum = ("sums", "documented or reported", "40 USD", 0);
    assert_eq!(rows, [sum, ("USD", "2001", "10", 333), ("USD", "2009", "30", 1000)]);
    it.keys("<enter>");
    assert!(it.frame().contains("row 1 of 5"), "it lists what it is of: {}", it.frame());
    it.keys("<enter>");
    assert!(it.frame().contains("row 1 of 3"), "and folds again: {}", it.frame());
    it.keys("jj<enter>");
    assert_eq!((it.state.find.filter.text(), it.shown()), ("wholly:2009 amount:USD>=0", 1));
    it.keys("ugs<tab><tab><tab><enter>");
    assert_eq!(it.cursor(), "c", "the longest silence ends there");
}

#[test]
fn two_parties_together_filter() {
    let mut it = small();
    it.keys("gs<tab><tab><tab><tab>l");
    assert!(it.frame().contains("Acme and Bolt: 1 event together"));
    it.keys("<enter>");
    assert_eq!((it.state.find.filter.text(), it.shown()), ("party:acme party:bolt", 1));
}

#[test]
fn days_of_disclosure_are_stepped_through() {
    let mut it = small();
    it.keys("]k");
    assert_eq!((it.state.find.filter.as_of(), it.shown()), (Some("2010-06-01"), 2));
    assert!(it.frame().contains("2010-06-01: 2 events came out"));
    it.keys("]k");
    assert_eq!((it.state.find.filter.as_of(), it.shown(), it.cursor()), (Some("2012-01-05"), 3, "b".to_owned()));
    it.keys("]k");
    assert!(it.frame().contains("nothing came out later"));
    it.keys("[k");
    assert_eq!((it.state.find.filter.as_of(), it.shown()), (Some("2010-06-01"), 2));
    it.keys("u");
    assert_eq!(it.state.find.filter.as_of(), Some("2012-01-05"));
    it.keys("uu");
    assert_eq!((it.state.find.filter.as_of(), it.shown()), (None, 3));
    it.keys("[k");
    assert_eq!(it.state.find.filter.as_of(), Some("2012-01-05"), "from no date, back begins at the last");
    it.keys("ufparty:acme<enter>]k]k");
    assert_eq!(it.state.find.filter.as_of(), Some("2010-06-01"), "only what the filter shows comes out");
}

#[test]
fn along_a_party_links_and_problems() {
    let mut it = small();
    it.keys("]p");
    assert_eq!(it.cursor(), "c", "the next of Acme");
    assert!(it.frame().contains("2 of 2 with Acme"));
    it.keys("[p");
    assert_eq!(it.cursor(), "a");
    it.keys("]l");
    assert_eq!(it.cursor(), "c", "it is linked from the first");
    it.keys("]x");
    assert!(it.frame().contains("nothing is wrong in the store") || it.state.panels.is_empty());
    let faulty = SMALL.replace("parties = [\"bolt\"]", "parties = [\"bolt\", \"nobody\"]");
    let mut it = Shell::new(&faulty, (110, 30));
    it.keys("]x");
    assert_eq!(it.cursor(), "b");
    assert!(it.frame().contains("nobody"), "{}", it.frame());
}

#[test]
fn jumps_come_back_with_their_zoom() {
    let mut it = small();
    it.keys("zyG");
    assert_eq!(it.cursor(), "c");
    it.keys("zd");
    let near = it.state.look.viewport;
    it.keys("''");
    assert_eq!(it.cursor(), "a");
    it.keys("''");
    assert_eq!((it.cursor().as_str(), it.state.look.viewport), ("c", near));
    it.keys("[j[j[j");
    assert!(it.frame().contains("no jump began before"));
    it.keys("magmM");
    assert!(it.frame().contains("bookmarks"));
    it.keys("<enter>");
    assert!(it.state.panels.is_empty());
}

#[test]
fn the_palette_takes_queries_and_puts_what_was_called_first() {
    let mut it = small();
    it.keys(":party:bolt<enter>");
    assert_eq!((it.state.find.filter.text(), it.shown()), ("party:bolt", 2));
    it.keys("u:zoom-to-decade<enter>");
    assert_eq!(palette_rows(&it, "")[0], PaletteRow::Action(Action::ZoomToDecade));
    assert_eq!(palette_rows(&it, "fit-all")[0], PaletteRow::Action(Action::FitAll));
    assert_eq!(palette_rows(&it, "second").last(), Some(&PaletteRow::Query("second".to_owned())));
    it.keys(":second<enter>");
    assert_eq!(it.shown(), 1, "what is no action is a query");
}

#[test]
fn help_finds_keys_and_words() {
    let mut it = small();
    it.keys("?/tick");
    let frame = it.frame();
    assert!(frame.contains("Move the view one tick later") && it.state.tour.is_none(), "{frame}");
    it.keys("<esc>?zf");
    assert!(it.frame().contains("Fit the range"));
}

#[test]
fn pages_of_sources_are_links_and_nothing_else_is() {
    let it = small();
    let mut terminal = ratatui::Terminal::new(ratatui::backend::TestBackend::new(110, 30)).expect("memory");
    let mut links = Vec::new();
    terminal.draw(|frame| links = dateline::ui::render(&it.state, frame)).expect("memory");
    assert!(links.is_empty() || links.iter().all(|it| it.url == "https://example.org/paper"));
    let mut it = small();
    it.keys("<enter>JJJJJJJJJJJJJJJJJJJJJJJJJJ");
    terminal.draw(|frame| links = dateline::ui::render(&it.state, frame)).expect("memory");
    let buffer = terminal.backend().buffer();
    let text = |link: &dateline::ui::Hyperlink| -> String {
        (link.area.x..link.area.right()).map(|x| buffer[(x, link.area.y)].symbol().to_owned()).collect()
    };
    let texts: Vec<String> = links.iter().map(text).collect();
    assert!(
        texts.contains(&"A paper".to_owned()) && texts.contains(&"https://example.org/paper".to_owned()),
        "{texts:?}"
    );
    it.keys("gs");
    terminal.draw(|frame| links = dateline::ui::render(&it.state, frame)).expect("memory");
    assert!(links.is_empty(), "what lies over the detail is no link");
}

#[test]
fn the_cursor_of_the_statistics_is_seen_without_colour() {
    let mut it = Shell::with_settings(SMALL, (80, 24), crate::support::settings(&[("NO_COLOR", "1")]));
    it.keys("gs");
    let styles = frame_styles(&it.buffer());
    assert!(styles.iter().any(|it| it.contains("reversed")), "{styles:?}");
}

#[test]
fn marks_and_bookmarks_stand_below_the_overview() {
    let mut it = small();
    it.keys("<space>mb");
    let rule = it.frame().lines().nth(4).expect("a rule").to_owned();
    assert_eq!((rule.matches('▪').count(), rule.matches('b').count()), (1, 1), "{rule}");
    let mut it = Shell::new(&messy(3000, 5), (80, 24));
    it.keys("<ctrl-a>");
    let rule = it.frame().lines().nth(4).expect("a rule").to_owned();
    assert!(rule.matches('▪').count() > 20, "{rule}");
}

#[test]
fn escape_closes_and_never_leaves() {
    let mut it = small();
    it.keys("fparty:acme<enter>/third<enter>v.<esc><esc><esc><esc><esc>");
    assert!(!it.quit);
    assert_eq!(it.state.find.filter.text(), "party:acme", "and drops no filter");
    assert!(it.frame().contains("q leaves"));
    it.keys("q");
    assert!(it.quit);
}

#[test]
fn a_typed_range_stays_while_one_looks_about() {
    let mut it = small();
    it.keys("gr2004/2006<enter>");
    assert_eq!(it.cursor(), "b", "the cursor goes into it");
    let range = it.state.look.selection.range.expect("a range").window();
    it.keys(",G");
    assert_eq!(it.state.look.selection.range.expect("a range").window(), range);
    it.keys("o.");
    assert_ne!(it.state.look.selection.range.expect("a range").window(), range, "o takes hold of an end");
}

#[test]
fn what_is_wrong_in_an_event_is_told_beside_it() {
    let faulty = SMALL.replace("stance = \"alleges\"", "stance = \"denys\"");
    let mut it = Shell::new(&faulty, (110, 40));
    it.keys(".<enter>JJJJJJJJJJJJJJJJJJJJJJJJJJ");
    assert_eq!(it.cursor(), "b");
    assert!(it.frame().contains("problems") && it.frame().contains("denys"), "{}", it.frame());
    it.keys("<esc>.");
    assert!(!it.frame().contains("denys"));
}

#[test]
fn the_last_row_of_the_detail_says_that_there_is_more_and_nothing_else() {
    for height in 12..40 {
        let mut it = Shell::built_in((120, height));
        it.keys("gd2013<enter>");
        for line in it.frame().lines().filter(|it| it.contains("more: J")) {
            let detail = line.rsplit(['│', '┤']).next().unwrap_or(line);
            let before = detail.split("more: J").next().unwrap_or_default().trim();
            assert!(before.chars().all(|it| it.is_ascii_digit()), "{line}");
        }
    }
}

#[test]
fn a_small_screen_still_says_what_hides_and_what_is_in_the_range() {
    let mut it = Shell::built_in((40, 12));
    it.keys("fparty:netflix<enter>");
    assert!(it.frame().lines().next().is_some_and(|it| it.contains("party:netflix") && it.contains("57/112")));
    it.keys("gr2013/2015<enter>");
    assert!(it.frame().contains("19 events, 6 possibly · 2013-01-01"), "{}", it.frame());
    it.keys("<esc>gt");
    assert!(it.frame().contains("the tour needs 80 columns"), "{}", it.frame());
}

#[test]
fn a_party_is_searched_for_by_name_though_no_text_holds_it() {
    let mut it = small();
    it.keys("*");
    assert_eq!((it.state.find.search.needle.as_str(), it.state.find.search.hits.len()), ("party:acme", 2));
    it.keys("n");
    assert_eq!(it.cursor(), "c");
    it.keys("/@bolt<enter>");
    assert_eq!(it.state.find.search.hits.len(), 2);
}

#[test]
fn the_numbers_of_the_statistics_are_those_of_what_they_show() {
    let mut it = Shell::built_in((110, 40));
    it.keys("gs");
    for page in [Page::Counts, Page::Years] {
        for figure in figures(&it, page) {
            let Some(dateline::app::Command::Narrow(query)) = figure.aim else { continue };
            let mut other = Shell::built_in((80, 24));
            other.keys("f").keys(&query.text).keys("<enter>");
            assert_eq!(other.shown().to_string(), figure.words, "{query}");
        }
    }
}

#[test]
fn rows_of_a_range_filter_to_what_was_counted() {
    let mut it = Shell::built_in((110, 36));
    it.keys("gr2013-03/2019-05<enter>gs");
    let figures = figures(&it, Page::Counts);
    let (row, figure) = figures.iter().enumerate().find(|(_, it)| it.name == "alleged").expect("some are alleged");
    it.keys(&"j".repeat(row)).keys("<enter>");
    assert_eq!(it.shown().to_string(), figure.words, "{}", it.state.find.filter.text());
}

#[test]
fn what_hides_is_whole_or_counted_at_every_width() {
    for width in 40..130 {
        let mut it = Shell::built_in((width, 20));
        it.keys("f@netflix in:2010..2019 -#vppa<enter>a2019<enter>");
        let row = it.frame().lines().nth(1).expect("a row of filters").to_owned();
        assert!(row.contains("as known on 2019 ✕") || row.contains('+'), "{width}: {row}");
    }
}

#[test]
fn a_mistake_at_enter_is_seen_and_a_row_without_a_query_says_so() {
    let mut it = small();
    it.keys("f(@acme |<enter>");
    assert!(it.state.typing.line.is_some());
    assert!(it.state.typing.line.as_ref().is_some_and(|it| it.fault.is_some() && it.completions.is_empty()));
    it.keys("<esc>gs<shift-tab><shift-tab><enter>");
    assert!(it.frame().contains("this row filters nothing"), "{}", it.frame());
}

#[test]
fn a_file_in_angle_brackets_is_a_file() {
    let input = |place| Input::Text { place, text: "[[event]]\nid = 'a'\ntitle = 'A'\n".to_owned() };
    let pressed = |place, key: &str| {
        let mut it = Shell::new("", (80, 24));
        let data = open(&[input(place)], "s", TODAY, Faults::All, &mut |_| {}).expect("a text can be read");
        it.send(Msg::Loaded(Box::new(data)));
        it.keys(key);
        (it.opened.clone(), it.state.notice.as_ref().map(|it| it.words.clone()).unwrap_or_default())
    };
    assert_eq!(pressed(Place::File("<draft>.toml".into()), "e").0, ["<draft>.toml:1"]);
    assert_eq!(pressed(Place::File("<draft>.toml".into()), "R").1, "reading the store again");
    assert_eq!(pressed(Place::Stdin, "e"), (vec![], "<stdin> is no file: export it as TOML to edit a copy".to_owned()));
    assert_eq!(pressed(Place::BuiltIn, "R").1, "this store is no file: there is nothing to read again");
}

#[test]
fn a_bookmark_is_no_step_to_undo() {
    let mut it = Shell::built_in((100, 30));
    it.keys("fcat:courts<enter>ma").keys("u");
    assert_eq!(it.state.look.selection.bookmarks.len(), 1);
    assert!(it.state.find.filter.is_empty());
}
