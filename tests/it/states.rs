//! Every state of the explorer at three sizes: text and styles, so that no change of either goes unseen.
//!
//! Each snapshot has the rows of the screen, and below them the same rows with a letter for each style that is not plain; the
//! letters are told at the end.

use std::fmt::Write;

use dateline::{app::Msg, store::Loaded};
use ratatui::{
    buffer::{Buffer, Cell},
    style::Modifier,
};

use crate::support::{BUILT_IN, Shell, data, frame_text, settings};

const SIZES: [(u16, u16); 3] = [(120, 36), (80, 24), (40, 12)];

/// The states: a name, and the keys that lead to it from the start.
const STATES: &[(&str, &str)] = &[
    ("start", ""),
    ("parties", "pnetfx"),
    ("parties-picked", "pnetf<tab><ctrl-u>meta<ctrl-x>"),
    ("filter-completes", "fstatus:al"),
    ("filter-mistaken", "f@netflix in:20x3"),
    ("filter-shows-nothing", "fzzzz<enter>"),
    ("search", "/letter<enter>n"),
    ("range", "gr2013/2015<enter>"),
    ("range-on-lanes", "gr2013/2015<enter>Vjj<esc>"),
    ("export", "gr2013/2015<enter>x"),
    ("detail", "gd2013<enter><enter>JJJJ"),
    ("links", "gd2013<enter>gf"),
    ("bookmarks", "maG mb M"),
    ("lanes-by", "gl"),
    ("lanes-by-party", "gljj<enter>"),
    ("timeline-alone", "g2"),
    ("list-alone", "g3"),
    ("gaps-folded", "zg"),
    ("zoomed-in", "gd2013-08<enter>zy"),
    ("zoomed-far-out", "-----"),
    ("as-known-on", "a2018-12-31<enter>"),
    ("disclosure", "]k]k]k"),
    ("statistics-counts", "gs"),
    ("statistics-years", "gs<tab>"),
    ("statistics-money", "gs<tab><tab>"),
    ("statistics-silences", "gs<tab><tab><tab>"),
    ("statistics-together", "gs<tab><tab><tab><tab>jl"),
    ("statistics-disclosure", "gs<shift-tab>"),
    ("problems", "gx"),
    ("help", "?"),
    ("help-narrowed", "?/range"),
    ("palette", ":zoom"),
    ("palette-query", ":status:alleged"),
    ("which-key", "z"),
    ("views", "gv"),
    ("tour", "gt"),
    ("marks", "<space><space><space>"),
];

#[test]
fn every_state_at_three_sizes() {
    for (name, keys) in STATES {
        check(name, |it| {
            it.keys(keys);
        });
    }
}

#[test]
fn a_save_with_errors_at_three_sizes() {
    check("bad-save", |it| {
        let broken = format!("{BUILT_IN}\n[[event]]\nid = \"new\"\ntitle = \"New\"\nwhen = \"2013-02-30\"\n");
        it.send(Msg::Loaded(Box::new(Loaded { read_at: "14:02".to_owned(), ..data(&broken) })));
    });
}

#[test]
fn ascii_without_colour_at_three_sizes() {
    for (width, height) in SIZES {
        let plain = settings(&[("NO_COLOR", "1"), ("DATELINE_GLYPHS", "ascii")]);
        let mut it = Shell::with_settings(BUILT_IN, (width, height), plain);
        it.keys("gd2013<enter>zD");
        snapshot(&format!("ascii-{width}x{height}"), &it.buffer());
    }
}

fn check(name: &str, lead: impl Fn(&mut Shell)) {
    for (width, height) in SIZES {
        let mut it = Shell::built_in((width, height));
        lead(&mut it);
        snapshot(&format!("{name}-{width}x{height}"), &it.buffer());
    }
}

fn snapshot(name: &str, buffer: &Buffer) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, picture(buffer)));
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
