//! The grammar of the picture: what each drawing says. The help, `dateline info` and the head of `timeline` are this one table, and a
//! test draws each date to see that it looks like its sample.

use crate::settings::{ASCII, Glyphs};

/// One drawing and what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// What it says, in a few words.
    pub means: &'static str,
    /// A date that is drawn so, as stores write it; empty for what is not a date.
    pub date: &'static str,
    /// How it looks in Unicode.
    pub blocks: &'static str,
    /// How it looks in ASCII.
    pub ascii: &'static str,
}

impl Drawing {
    /// Returns how it looks in `glyphs`.
    pub fn sample(&self, glyphs: &Glyphs) -> &'static str {
        if *glyphs == ASCII { self.ascii } else { self.blocks }
    }
}

const fn rule(means: &'static str, date: &'static str, blocks: &'static str, ascii: &'static str) -> Drawing {
    Drawing { means, date, blocks, ascii }
}

/// Every drawing. Samples of dates are on an axis with two years to a column, and of a documented event.
pub const GRAMMAR: &[Drawing] = &[
    rule("once, here", "1992-06-05", "●", "*"),
    rule("once, somewhere in here", "199X", "┄┄●┄┄", "..*.."),
    rule("once, one of these", "[1990..1999]", "╎┄●┄╎", "|.*.|"),
    rule("once, by then", "[..1989]", "◂┄●┄┄╎", "<.*..|"),
    rule("once, from then on", "[2006..]", "╎┄●┄┄▸", "|.*..>"),
    rule("approximate, c. in lists", "1994~", "●", "*"),
    rule("it lasted", "1992-06/2003-06", "┝━━━━┥", "[====]"),
    rule("it lasted, start vague", "198X/1999-06", "┄┄┄┄┄╺━━━━┥", ".....=====]"),
    rule("it lasted, ends vague", "198X/199X", "┄┄┄┄┄╺╸┄┄┄┄", ".....==...."),
    rule("it goes on", "2010/..", "┝━━▸", "[==>"),
    rule("it ended, none says when", "2010/", "┝┄┄?", "[..?"),
    rule("since ever, until then", "../1989", "◂━━━━┥", "<====]"),
    rule("goes on, no room to show", "", "┝━…", "[=~"),
    rule("so many, no room", "", "◍12", "(12)"),
    rule("linked with the cursor's", "", "⇄●", "&*"),
    rule("links beyond the edges", "", "‹2  1›", "<2  1>"),
    rule("a long gap, folded", "", "╱╱ 11 y", "// 11 y"),
];

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use ratatui::{Terminal, backend::TestBackend};

    use super::*;
    use crate::{
        app::{Explorer, State},
        catalog::Catalog,
        chronology::{Chronology, CivilDate, Event, Instant, Link, LinkKind, Status, Window},
        layout::{Gaps, Layout, Size, Viewport},
        settings::{BLOCKS, Output, Settings, Sources, gather},
        store::{Loaded, Loading},
    };

    /// Columns of the plot, and of the lane's name before it.
    const PLOT: u16 = 20;
    const GUTTER: u16 = 6;

    fn event(id: usize, when: &str) -> Event {
        let when = Some(when.parse().expect("a date"));
        Event { id: id.to_string(), when, status: Some(Status::Documented), ..Event::default() }
    }

    /// Returns the axis and the lanes as they are drawn of `events`, from 1978 to 2017.
    fn drawn(events: Vec<Event>, glyphs: &'static Glyphs, change: fn(&mut State)) -> Vec<String> {
        let catalog = Arc::new(Catalog::build(Chronology { events, ..Chronology::default() }));
        let data = Loaded { catalog, loading: Loading::Complete, ..Loaded::reading("test") };
        let (flags, output) = (Vec::new(), Output::Terminal);
        let sources = Sources {
            config: None,
            keymap: None,
            env: &|_| None,
            flags,
            output,
            lanes: &[],
            formats: &[],
            themes: Vec::new(),
        };
        let settings = Arc::new(Settings { glyphs, ..gather(&sources).0 });
        let size = Size::new(PLOT + GUTTER, 12);
        let (mut explorer, _) = Explorer::new(data, settings, CivilDate::new(2020, 1, 1), size);
        let state = explorer.state_mut();
        state.look.layout = Layout::TimelineOnly;
        let day = |year| Instant::at_start_of(CivilDate::new(year, 1, 1));
        state.look.viewport = Viewport { window: Window::new(day(1978), day(2018).plus(-1)) };
        change(state);
        assert_eq!(state.look.plot_columns(&state.find.lanes), PLOT);
        let mut terminal = Terminal::new(TestBackend::new(size.width, size.height)).expect("memory");
        terminal.draw(|frame| drop(crate::ui::render(&explorer, frame))).expect("memory");
        let buffer = terminal.backend().buffer();
        let row = |y: u16| (0..size.width).map(|x| buffer[(x, y)].symbol()).collect::<String>();
        let panes = explorer.look.panes();
        (panes.axis.y..panes.lanes.bottom()).map(row).collect()
    }

    #[test]
    fn every_date_is_drawn_as_its_sample() {
        for glyphs in [&BLOCKS, &ASCII] {
            for rule in GRAMMAR.iter().filter(|it| !it.date.is_empty()) {
                let rows = drawn(vec![event(0, rule.date)], glyphs, |_| {});
                let lane: String = rows[1].chars().skip(usize::from(GUTTER)).collect();
                assert_eq!(lane.trim(), rule.sample(glyphs), "{}", rule.date);
            }
        }
    }

    #[test]
    fn what_is_not_a_date_is_drawn_as_its_sample() {
        let rule = |means: &str| GRAMMAR.iter().find(|it| it.means == means).expect("a rule");
        for glyphs in [&BLOCKS, &ASCII] {
            let check = |means: &str, rows: Vec<String>| {
                let sample = rule(means).sample(glyphs);
                for part in sample.split("  ") {
                    assert!(rows.iter().any(|it| it.contains(part)), "{sample}:\n{}", rows.join("\n"));
                }
            };
            let lanes = drawn(vec![event(0, "1992-06-05")], glyphs, |_| {}).len() - 1;
            let many = (0..lanes.min(7) + 11).map(|it| event(it, "1992-06-05")).collect();
            check("so many, no room", drawn(many, glyphs, |_| {}));
            let long = (0..lanes.min(7)).map(|it| event(it, "1982/1997")).chain([event(10, "1990/1997")]).collect();
            check("goes on, no room to show", drawn(long, glyphs, |_| {}));
            let far = || vec![event(0, "1984-03"), event(1, "1998-05"), event(2, "2010-02")];
            // How long it is stands after it on an axis that is wider.
            let folded = |it: &mut State| it.look.gaps = Gaps::Folded;
            let axis = &drawn(vec![event(0, "1978-06"), event(1, "2012-06")], glyphs, folded)[0];
            let (strokes, _) = rule("a long gap, folded").sample(glyphs).split_once(' ').expect("a length");
            assert!(axis.contains(strokes), "{axis}");
            let mut linked = far();
            let to = |it: usize| Link { kind: LinkKind::Follows, to: it.to_string(), note: None };
            linked[0].links = vec![to(1)];
            check("linked with the cursor's", drawn(linked, glyphs, |_| {}));
            let mut beyond = far();
            beyond.extend([event(3, "1960"), event(4, "1970-02"), event(5, "2030")]);
            beyond[1].links = vec![to(3), to(4), to(5)];
            check(
                "links beyond the edges",
                drawn(beyond, glyphs, |it| it.look.cursor = it.shelf.data.catalog.find("1")),
            );
        }
    }

    #[test]
    fn the_table_at_the_head_of_the_timeline_is_this_one() {
        let cell = |it: &str| format!("`{}`", it.replace('|', "\\|"));
        let row = |it: &Drawing| {
            let date = if it.date.is_empty() { String::new() } else { cell(it.date) };
            format!("//! | {} | {date} | {} | {} |", it.means, cell(it.blocks), cell(it.ascii)).replace("|  |", "| |")
        };
        let rows: Vec<String> = GRAMMAR.iter().map(row).collect();
        let table = format!(
            "//! | what is known | such as | blocks | ascii |\n//! | --- | --- | --- | --- |\n{}\n",
            rows.join("\n")
        );
        assert!(
            include_str!("panes/timeline.rs").contains(&table),
            "the head of ui/panes/timeline.rs is to be:\n{table}"
        );
    }

    #[test]
    fn it_fits_the_help() {
        for rule in GRAMMAR {
            assert!(rule.means.chars().count() <= 24 && rule.blocks.chars().count() <= 11, "{rule:?}");
            assert!(rule.ascii.is_ascii(), "{rule:?}");
        }
    }
}
