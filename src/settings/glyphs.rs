//! The signs that the explorer and plain output draw with, in Unicode and in ASCII.

use super::GlyphChoice;

/// The statuses that have a sign, in the order of those.
const STATUSES: [&str; 7] = ["documented", "reported", "alleged", "disputed", "denied", "retracted", "unsourced"];

/// Makes the type of a set of signs, and the two sets, of a row for each sign: what it is, in Unicode and in ASCII.
macro_rules! signs {
    ($($(#[$about:meta])* $name:ident $blocks:literal $ascii:literal,)*) => {
        /// A set of signs, each one cell wide.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct Glyphs {
            statuses: [&'static str; STATUSES.len()],
            /// Columns of a bar chart, lowest first. Even the lowest can be seen: nothing is a blank.
            pub bars: [&'static str; 8],
            $($(#[$about])* pub $name: &'static str,)*
        }

        /// Unicode's lines, blocks and geometric shapes.
        pub static BLOCKS: Glyphs = Glyphs {
            statuses: ["●", "○", "◌", "◐", "✕", "⌫", "◇"],
            bars: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
            $($name: $blocks,)*
        };

        /// ASCII only.
        pub static ASCII: Glyphs = Glyphs {
            statuses: ["*", "o", ":", "%", "x", "/", "^"],
            bars: [".", ":", "-", "=", "+", "*", "#", "@"],
            $($name: $ascii,)*
        };
    };
}

signs! {
    /// Time in which something certainly went on.
    certain "━" "=",
    /// Such time that ends in the first half of its column.
    certain_first_half "╸" "=",
    /// Such time that begins in the second half of its column.
    certain_second_half "╺" "=",
    /// Time in which something possibly happened or went on.
    possible "┄" ".",
    /// A start that is known.
    start "┝" "[",
    /// An end that is known.
    end "┥" "]",
    /// A bound of time outside which it was not: one of a set, before, after.
    bound "╎" "|",
    /// It goes on, or began, to the left of here.
    left "◂" "<",
    /// It goes on to the right of here.
    right "▸" ">",
    /// An end that is not known.
    unknown "?" "?",
    /// Before the number of events that share a place.
    cluster_open "◍" "(",
    /// After that number; may be empty.
    cluster_close "" ")",
    /// Before how many times there is something.
    times "×" "x",
    /// Text was cut off here.
    ellipsis "…" "~",
    /// A cell of a bar that lies. Thinner than a row, so that the bars of two rows do not touch.
    bar "━" "=",
    /// The end of a bar that lies, in the first half of its cell.
    half_bar "╸" "-",
    /// Where the viewport begins on the overview.
    // Brackets rather than `⟦⟧`, which many fonts lack.
    viewport_open "[" "[",
    /// Where the viewport ends on the overview.
    viewport_close "]" "]",
    /// After what is linked with the event under the cursor.
    // `↔` would be an emoji in some terminals, and two cells wide.
    link "⇄" "&",
    /// Something lies earlier than what is on the screen.
    earlier "‹" "<",
    /// Something lies later.
    later "›" ">",
    /// A stroke of the break in the axis where time is folded.
    fold "╱" "/",
    /// Where time is folded, down the lanes.
    fold_line "╱" ";",
    /// Now.
    now "┊" "!",
    /// Beside the line under the cursor.
    cursor "›" ">",
    /// Beside a marked event.
    mark "▪" "#",
    /// On a filter that can be removed.
    remove "✕" "x",
    /// Between two facts of one line.
    dot "·" "-",
    /// A line across.
    hline "─" "-",
    /// A line down.
    vline "│" "|",
    /// The upper left corner of a frame.
    top_left "┌" "+",
    /// The upper right corner of a frame.
    top_right "┐" "+",
    /// The lower left corner of a frame.
    bottom_left "└" "+",
    /// The lower right corner of a frame.
    bottom_right "┘" "+",
    /// A line across from which one goes down.
    tee_down "┬" "+",
}

impl Glyphs {
    /// Returns the sign of the status called `name`, or the last one's if there is none of that name.
    pub fn status(&self, name: &str) -> &'static str {
        let at = STATUSES.iter().position(|it| *it == name);
        self.statuses[at.unwrap_or(STATUSES.len() - 1)]
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
    // Windows sets none; its Terminal says who it is.
    locale(env).map_or_else(|| env("WT_SESSION").is_some(), |it| it.is_unicode)
}

/// What the environment says of the locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locale {
    /// The variable that says it.
    pub variable: &'static str,
    /// What it says.
    pub name: String,
    /// Whether text is in UTF-8.
    pub is_unicode: bool,
}

/// Returns the locale, as the first variable says it in the order in which a C library looks at them.
pub fn locale(env: &dyn Fn(&str) -> Option<String>) -> Option<Locale> {
    let set = |variable| Some((variable, env(variable).filter(|it| !it.is_empty())?));
    let (variable, name) = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set)?;
    let lower = name.to_ascii_lowercase();
    let is_unicode = lower.contains("utf-8") || lower.contains("utf8");
    Some(Locale { variable, name, is_unicode })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use unicode_width::UnicodeWidthStr;

    use super::*;
    use crate::chronology::{Named, Status};

    /// Every sign of a set, by way of its debug form: a field that is added cannot be forgotten here.
    fn signs(glyphs: &Glyphs) -> Vec<String> {
        format!("{glyphs:?}").split('"').skip(1).step_by(2).map(str::to_owned).collect()
    }

    #[test]
    fn every_sign_is_one_cell() {
        for glyphs in [&BLOCKS, &ASCII] {
            assert_eq!(signs(glyphs).len(), 50);
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
            assert_eq!(STATUSES.to_vec(), Status::ALL.iter().map(|it| it.name()).collect::<Vec<_>>());
            assert_eq!(glyphs.status("no status"), glyphs.status("unsourced"));
        }
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
