//! Every state of the explorer: text and styles, so that no change of either goes unseen.
//!
//! A snapshot has the rows of a screen of 80 by 24, the same rows with a letter for each style that is not plain, and what the
//! letters stand for; then the rows of a small screen, and of a large one where that has more beside the rest. They are taken
//! of a store of their own, so that a word of the built-in chronology can be mended without touching them.

use std::fmt::Write;

use dateline::{
    app::Msg,
    chronology::{LinkKind, Named, Status},
    store::Loaded,
};
use ratatui::{
    buffer::{Buffer, Cell},
    style::Modifier,
};

use crate::support::{BUILT_IN, Shell, data, frame_text, is_coloured, settings};

const STORE: &str = include_str!("../data/states.toml");

const SMALL: (u16, u16) = (40, 12);
const USUAL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 36);

/// The states: a name, and the keys that lead to it from the start.
const STATES: &[(&str, &str)] = &[
    ("parties", "pac"),
    ("parties-picked", "pacme<tab><ctrl-u>bolt<ctrl-x>"),
    ("filter-completes", "fstatus:al"),
    ("filter-mistaken", "f@acme in:20x3"),
    ("filter-shows-nothing", "fzzzz<enter>"),
    ("search", "/warning<enter>n"),
    ("range", "gr2009/2010<enter>"),
    ("links", "gd2010-02-14<enter>gf"),
    ("bookmarks", "maG mb M"),
    ("lanes-by", "gl"),
    ("timeline-alone", "g2"),
    ("gaps-folded", "zg"),
    ("zoomed-in", "gd2010-11-13<enter>zm"),
    ("zoomed-far-out", "-----"),
    ("as-known-on", "a2013-05-20<enter>"),
    ("disclosure", "]k]k]k"),
    ("statistics-counts", "gs"),
    ("statistics-years", "gs<tab>"),
    ("statistics-money", "gs<tab><tab>"),
    ("statistics-silences", "gs<tab><tab><tab>"),
    ("statistics-disclosure", "gs<shift-tab><shift-tab>"),
    ("statistics-answers", "gs<shift-tab>"),
    ("problems", "gx"),
    ("help-narrowed", "?/range"),
    ("palette", ":zoom"),
    ("palette-query", ":status:alleged"),
    ("which-key", "z"),
    ("views", "gv"),
    ("marks", "<space><space><space>"),
];

/// The states that a large screen shows otherwise than a usual one.
const LARGE_TOO: &[(&str, &str)] = &[
    ("start", ""),
    ("range-on-lanes", "gr2009/2010<enter>Vjj<esc>"),
    ("export", "gr2009/2010<enter>x"),
    ("detail", "gd2010-02-14<enter><enter>JJJJ"),
    ("lanes-by-party", "gljj<enter>"),
    ("list-alone", "g3"),
    ("statistics-together", "gs<tab><tab><tab><tab>jl"),
    ("help", "?"),
];

/// The built-in chronology, which has a tour.
const OF_BUILT_IN: &[(&str, &str)] =
    &[("built-in", ""), ("built-in-far-out", "-----"), ("built-in-statistics", "gs"), ("tour", "gt")];

#[test]
fn every_state_looks_as_it_did() {
    for (name, keys) in STATES {
        check(name, &[SMALL], |size| led(Shell::new(STORE, size), keys));
    }
    for (name, keys) in LARGE_TOO {
        check(name, &[SMALL, LARGE], |size| led(Shell::new(STORE, size), keys));
    }
}

#[test]
fn the_built_in_chronology_looks_as_it_did() {
    for (name, keys) in OF_BUILT_IN {
        check(name, &[], |size| led(Shell::new(BUILT_IN, size), keys));
    }
}

#[test]
fn a_save_with_errors_looks_as_it_did() {
    check("bad-save", &[SMALL], |size| {
        let mut it = Shell::new(STORE, size);
        let broken = format!("{STORE}\n[[event]]\nid = \"new\"\ntitle = \"New\"\nwhen = \"2013-02-30\"\n");
        it.send(Msg::Loaded(Box::new(Loaded { read_at: "14:02".to_owned(), ..data(&broken) })));
        it
    });
}

#[test]
fn ascii_without_colour_looks_as_it_did() {
    check("ascii", &[SMALL, LARGE], |size| {
        let plain = settings(&[("NO_COLOR", "1"), ("DATELINE_GLYPHS", "ascii")]);
        led(Shell::with_settings(STORE, size, plain), "gd2010<enter>zD")
    });
}

#[test]
fn every_state_says_the_same_without_colour_at_every_size() {
    let states = STATES.iter().chain(LARGE_TOO);
    for ((name, keys), size) in states.flat_map(|it| [SMALL, USUAL, LARGE].map(|size| (it, size))) {
        let coloured = led(Shell::new(STORE, size), keys);
        let plain = led(Shell::with_settings(STORE, size, settings(&[("NO_COLOR", "1")])), keys).buffer();
        assert!(!is_coloured(&plain), "{name} at {size:?}");
        assert_eq!(frame_text(&plain), coloured.frame(), "{name} at {size:?}");
    }
}

#[test]
fn styles_without_colour_look_as_they_did() {
    for (name, keys) in [("no-colour", ""), ("no-colour-range", "gr2009/2010<enter>"), ("no-colour-parties", "pac")] {
        check(name, &[], |size| led(Shell::with_settings(STORE, size, settings(&[("NO_COLOR", "1")])), keys));
    }
}

#[test]
fn colours_at_other_sizes_look_as_they_did() {
    check("start-small", &[], |_| Shell::new(STORE, SMALL));
    check("start-large", &[], |_| Shell::new(STORE, LARGE));
}

/// The store is there to show everything that the explorer draws in a way of its own.
#[test]
fn the_store_has_one_of_everything() {
    let data = data(STORE);
    let catalog = &data.catalog;
    for status in Status::ALL {
        assert!(catalog.all().iter().any(|it| catalog.status(it) == *status), "no event is {}", status.name());
    }
    for kind in LinkKind::ALL {
        assert!(STORE.contains(&format!("kind = \"{}\", to", kind.name())), "no link {}", kind.name());
    }
}

fn led(mut it: Shell, keys: &str) -> Shell {
    it.keys(keys);
    it
}

fn check(name: &str, more: &[(u16, u16)], at: impl Fn((u16, u16)) -> Shell) {
    let mut text = picture(&at(USUAL).buffer());
    for size in more {
        let _ = write!(text, "--- {} by {}\n{}\n", size.0, size.1, at(*size).frame());
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// Returns the rows of a screen, their styles as letters, and what the letters stand for.
fn picture(buffer: &Buffer) -> String {
    let mut legend: Vec<String> = Vec::new();
    let mut styles = String::new();
    for y in 0..buffer.area.height {
        let mut row = String::new();
        for x in 0..buffer.area.width {
            let style = words(&buffer[(x, y)]);
            if style.is_empty() {
                row.push(' ');
                continue;
            }
            let at = legend.iter().position(|it| *it == style).unwrap_or_else(|| {
                legend.push(style);
                legend.len() - 1
            });
            row.push(char::from(b'a' + at as u8));
        }
        let _ = writeln!(styles, "{}", row.trim_end());
    }
    let mut text = format!("{}\n---\n{}\n---\n", frame_text(buffer), styles.trim_end());
    for (letter, style) in (b'a'..).zip(&legend) {
        let _ = writeln!(text, "{} {style}", char::from(letter));
    }
    text
}

/// Returns a cell's style in words; nothing where it is plain.
fn words(cell: &Cell) -> String {
    let plain = Cell::default();
    let mut words = Vec::new();
    if cell.fg != plain.fg {
        words.push(format!("{}", cell.fg).to_lowercase());
    }
    if cell.bg != plain.bg {
        words.push(format!("on {}", cell.bg).to_lowercase());
    }
    if cell.modifier != Modifier::empty() {
        words.push(format!("{:?}", cell.modifier).to_lowercase());
    }
    words.join(" ")
}
