//! The signs that the explorer and plain output draw with, in Unicode and in ASCII.

use super::GlyphChoice;

/// A set of signs, each one cell wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyphs {
    /// Each status by name, with its sign, in the order of the legend.
    pub statuses: [(&'static str, &'static str); 7],
    /// Time in which something certainly went on.
    pub certain: &'static str,
    /// Such time that ends in the first half of its column.
    pub certain_first_half: &'static str,
    /// Such time that begins in the second half of its column.
    pub certain_second_half: &'static str,
    /// Time in which something possibly happened or went on.
    pub possible: &'static str,
    /// A start that is known.
    pub start: &'static str,
    /// An end that is known.
    pub end: &'static str,
    /// A bound of time outside which it was not: one of a set, before, after.
    pub bound: &'static str,
    /// It goes on, or began, to the left of here.
    pub left: &'static str,
    /// It goes on to the right of here.
    pub right: &'static str,
    /// An end that is not known.
    pub unknown: &'static str,
    /// Before the number of events that share a place.
    pub cluster_open: &'static str,
    /// After that number; may be empty.
    pub cluster_close: &'static str,
    /// Text was cut off here.
    pub ellipsis: &'static str,
    /// Columns of a bar chart, lowest first. Even the lowest can be seen: nothing is a blank.
    pub bars: [&'static str; 8],
    /// A cell of a bar that lies. Thinner than a row, so that the bars of two rows do not touch.
    pub bar: &'static str,
    /// The end of a bar that lies, in the first half of its cell.
    pub half_bar: &'static str,
    /// Where the viewport begins on the overview.
    pub viewport_open: &'static str,
    /// Where the viewport ends on the overview.
    pub viewport_close: &'static str,
    /// After what is linked with the event under the cursor.
    pub link: &'static str,
    /// Something lies earlier than what is on the screen.
    pub earlier: &'static str,
    /// Something lies later.
    pub later: &'static str,
    /// A stroke of the break in the axis where time is folded.
    pub fold: &'static str,
    /// Where time is folded, down the lanes.
    pub fold_line: &'static str,
    /// Now.
    pub now: &'static str,
    /// Beside the line under the cursor.
    pub cursor: &'static str,
    /// Beside a marked event.
    pub mark: &'static str,
    /// On a filter that can be removed.
    pub remove: &'static str,
    /// Between two facts of one line.
    pub dot: &'static str,
    /// A line across.
    pub hline: &'static str,
    /// A line down.
    pub vline: &'static str,
    /// The upper left corner of a frame.
    pub top_left: &'static str,
    /// The upper right corner of a frame.
    pub top_right: &'static str,
    /// The lower left corner of a frame.
    pub bottom_left: &'static str,
    /// The lower right corner of a frame.
    pub bottom_right: &'static str,
    /// A line across from which one goes down.
    pub tee_down: &'static str,
    /// A line across from which one goes up; a tick of the axis.
    pub tee_up: &'static str,
    /// A line down from which one goes left.
    pub tee_left: &'static str,
    /// A line down from which one goes right.
    pub tee_right: &'static str,
    /// Where two lines cross.
    pub cross: &'static str,
    /// The part of a scroll bar that is on the screen.
    pub thumb: &'static str,
    /// The rest of a scroll bar.
    pub track: &'static str,
}

/// Unicode's lines, blocks and geometric shapes.
pub static BLOCKS: Glyphs = Glyphs {
    statuses: [
        ("documented", "●"),
        ("reported", "○"),
        ("alleged", "◌"),
        ("disputed", "◐"),
        ("denied", "✕"),
        ("retracted", "⌫"),
        ("unsourced", "◇"),
    ],
    certain: "━",
    certain_first_half: "╸",
    certain_second_half: "╺",
    possible: "┄",
    start: "┝",
    end: "┥",
    bound: "╎",
    left: "◂",
    right: "▸",
    unknown: "?",
    cluster_open: "◍",
    cluster_close: "",
    ellipsis: "…",
    bars: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    bar: "━",
    half_bar: "╸",
    // Brackets rather than `⟦⟧`, which many fonts lack.
    viewport_open: "[",
    viewport_close: "]",
    // `↔` would be an emoji in some terminals, and two cells wide.
    link: "⇄",
    earlier: "‹",
    later: "›",
    fold: "╱",
    fold_line: "╱",
    now: "┊",
    cursor: "›",
    mark: "▪",
    remove: "✕",
    dot: "·",
    hline: "─",
    vline: "│",
    top_left: "┌",
    top_right: "┐",
    bottom_left: "└",
    bottom_right: "┘",
    tee_down: "┬",
    tee_up: "┴",
    tee_left: "┤",
    tee_right: "├",
    cross: "┼",
    thumb: "█",
    track: "│",
};

/// ASCII only.
pub static ASCII: Glyphs = Glyphs {
    statuses: [
        ("documented", "*"),
        ("reported", "o"),
        ("alleged", ":"),
        ("disputed", "%"),
        ("denied", "x"),
        ("retracted", "/"),
        ("unsourced", "^"),
    ],
    certain: "=",
    certain_first_half: "=",
    certain_second_half: "=",
    possible: ".",
    start: "[",
    end: "]",
    bound: "|",
    left: "<",
    right: ">",
    unknown: "?",
    cluster_open: "(",
    cluster_close: ")",
    ellipsis: "~",
    bars: [".", ":", "-", "=", "+", "*", "#", "@"],
    bar: "=",
    half_bar: "-",
    viewport_open: "[",
    viewport_close: "]",
    link: "&",
    earlier: "<",
    later: ">",
    fold: "/",
    fold_line: ";",
    now: "!",
    cursor: ">",
    mark: "#",
    remove: "x",
    dot: "-",
    hline: "-",
    vline: "|",
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    tee_down: "+",
    tee_up: "+",
    tee_left: "+",
    tee_right: "+",
    cross: "+",
    thumb: "#",
    track: "|",
};

impl Glyphs {
    /// Returns the sign of the status called `name`, or the last one's if there is none of that name.
    pub fn status(&self, name: &str) -> &'static str {
        let [.., last] = &self.statuses;
        self.statuses.iter().find(|it| it.0 == name).unwrap_or(last).1
    }

    /// Returns the column of a bar chart for `value` where the highest is `max`: a blank for nothing, and only for nothing.
    ///
    /// ```
    /// use dateline::settings::BLOCKS;
    /// let chart: String = [0, 1, 40, 80, 81].map(|it| BLOCKS.bar(it, 80)).concat();
    /// assert_eq!(chart, " ▁▄██");
    /// ```
    pub fn bar(&self, value: u32, max: u32) -> &'static str {
        let level = (u64::from(value) * self.bars.len() as u64).div_ceil(u64::from(max).max(1));
        match usize::try_from(level) {
            Ok(0) => " ",
            Ok(level) => self.bars[level.min(self.bars.len()) - 1],
            Err(_) => self.bars[self.bars.len() - 1],
        }
    }
}

/// Returns the signs of `choice`; `auto` is decided by what `env` says of the locale and the terminal.
pub fn glyphs(choice: GlyphChoice, env: &dyn Fn(&str) -> Option<String>) -> &'static Glyphs {
    let unicode = match choice {
        GlyphChoice::Blocks => true,
        GlyphChoice::Ascii => false,
        GlyphChoice::Auto => draws_unicode(env),
    };
    if unicode { &BLOCKS } else { &ASCII }
}

fn draws_unicode(env: &dyn Fn(&str) -> Option<String>) -> bool {
    // The font of Linux's own console has the lines but not the circles.
    if matches!(env("TERM").as_deref(), Some("dumb" | "linux")) {
        return false;
    }
    // The order in which a C library looks at them. Windows sets none; its Terminal says who it is.
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(env).find(|it| !it.is_empty());
    match locale {
        Some(locale) => {
            let locale = locale.to_ascii_lowercase();
            locale.contains("utf-8") || locale.contains("utf8")
        }
        None => env("WT_SESSION").is_some(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use unicode_width::UnicodeWidthStr;

    use super::*;
    use crate::chronology::{Named, Status};

    /// Every sign of a set, by way of its debug form: a field that is added cannot be forgotten here.
    fn signs(glyphs: &Glyphs) -> Vec<String> {
        let names = ["documented", "reported", "alleged", "disputed", "denied", "retracted", "unsourced"];
        let debug = format!("{glyphs:?}");
        debug.split('"').skip(1).step_by(2).filter(|it| !names.contains(it)).map(str::to_owned).collect()
    }

    #[test]
    fn every_sign_is_one_cell() {
        for glyphs in [&BLOCKS, &ASCII] {
            assert_eq!(signs(glyphs).len(), 55);
            for sign in signs(glyphs).iter().filter(|it| **it != glyphs.cluster_close) {
                assert_eq!(sign.width(), 1, "{sign}");
                // A terminal that draws ambiguous characters wide breaks lines and dots too: `ascii` is for that.
                assert_eq!(sign.chars().count(), 1, "{sign}");
            }
            assert!(glyphs.cluster_close.width() <= 1);
        }
        assert!(signs(&ASCII).iter().all(|it| it.is_ascii()));
    }

    #[test]
    fn every_status_has_a_sign_of_its_own() {
        for glyphs in [&BLOCKS, &ASCII] {
            let distinct: HashSet<&str> = Status::ALL.iter().map(|it| glyphs.status(it.name())).collect();
            assert_eq!(distinct.len(), Status::ALL.len());
            let names: Vec<&str> = glyphs.statuses.iter().map(|it| it.0).collect();
            assert_eq!(names, Status::ALL.iter().map(|it| it.name()).collect::<Vec<_>>());
            assert_eq!(glyphs.status("no status"), glyphs.status("unsourced"));
        }
    }

    #[test]
    fn bars_show_the_least_and_never_overflow() {
        assert_eq!(BLOCKS.bar(1, u32::MAX), "▁");
        assert_eq!(BLOCKS.bar(u32::MAX, 1), "█");
        assert_eq!(BLOCKS.bar(0, 0), " ");
        assert_eq!(BLOCKS.bar(5, 0), "█");
    }

    #[test]
    fn auto_follows_the_locale() {
        let check = |env: &str, expect: &Glyphs| {
            let find = |name: &str| {
                env.split(' ').filter_map(|it| it.split_once('=')).find(|it| it.0 == name).map(|it| it.1.to_owned())
            };
            assert_eq!(glyphs(GlyphChoice::Auto, &find), expect, "{env}");
        };
        check("LANG=en_GB.UTF-8 TERM=xterm", &BLOCKS);
        check("LANG=C.utf8", &BLOCKS);
        check("LANG=en_GB.UTF-8 LC_ALL=C", &ASCII);
        check("LANG=C LC_CTYPE=UTF-8", &BLOCKS);
        check("LANG=en_GB.UTF-8 LC_ALL=", &BLOCKS);
        check("LANG=en_GB.UTF-8 TERM=linux", &ASCII);
        check("LANG=en_GB.UTF-8 TERM=dumb", &ASCII);
        check("", &ASCII);
        check("WT_SESSION=1", &BLOCKS);
    }
}
