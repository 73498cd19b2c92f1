//! How wide text is, and how to make it fit.
//!
//! Widths are cells of whole grapheme clusters, as a terminal draws them: never bytes, never chars. A control character
//! takes no cell here: what is drawn passes [`printable`](super::printable) before it is measured.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Returns the number of cells that `text` takes on one line.
///
/// ```
/// use dateline::text::text_width;
/// assert_eq!(text_width("naïve"), 5);
/// assert_eq!(text_width("年表"), 4);
/// assert_eq!(text_width("\u{1b}\n"), 0);
/// ```
pub fn text_width(text: &str) -> usize {
    if text.bytes().all(|it| (0x20..0x7f).contains(&it)) {
        text.len()
    } else {
        text.graphemes(true).map(grapheme_width).sum()
    }
}

fn grapheme_width(grapheme: &str) -> usize {
    if grapheme.chars().any(char::is_control) { 0 } else { grapheme.width() }
}

/// Returns `text` as far as it fits into `width` cells, ending in `…` where it was cut.
///
/// ```
/// use dateline::text::ellipsize;
/// assert_eq!(ellipsize("Extended API deals", 12), "Extended AP…");
/// assert_eq!(ellipsize("年表", 3), "年…");
/// assert_eq!(ellipsize("kept", 4), "kept");
/// ```
pub fn ellipsize(text: &str, width: usize) -> Cow<'_, str> {
    if width == 0 {
        return Cow::Borrowed("");
    }
    let mut used = 0;
    let mut kept = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += grapheme_width(grapheme);
        if width < used {
            return Cow::Owned(format!("{}…", text[..kept].trim_end()));
        }
        if used < width {
            kept = at + grapheme.len();
        }
    }
    Cow::Borrowed(text)
}

/// Returns `text` in exactly `width` cells: cut with `…`, or filled up with spaces.
///
/// ```
/// use dateline::text::pad;
/// assert_eq!(pad("tenure", 8), "tenure  ");
/// assert_eq!(pad("年表", 3), "年…");
/// ```
pub fn pad(text: &str, width: usize) -> String {
    let mut text = ellipsize(text, width).into_owned();
    let missing = width.saturating_sub(text_width(&text));
    text.extend(std::iter::repeat_n(' ', missing));
    text
}

/// Returns `text` broken into lines of at most `width` cells, none where there is no width.
///
/// Lines break between words, and within a word that is wider than a line. Line feeds of the text stay; other white space
/// becomes one space.
///
/// ```
/// use dateline::text::wrap;
/// assert_eq!(wrap("who knew what, when", 9), ["who knew", "what,", "when"]);
/// assert_eq!(wrap("a\n\nb", 9), ["a", "", "b"]);
/// ```
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    if width == 0 {
        return Vec::new();
    }
    text.lines().flat_map(|it| wrap_line(it, width)).collect()
}

fn wrap_line(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut used) = (String::new(), 0);
    for word in text.split_whitespace() {
        let cells = text_width(word);
        let gap = usize::from(0 < used);
        if used + gap + cells <= width {
            if 0 < gap {
                line.push(' ');
            }
            line.push_str(word);
            used += gap + cells;
            continue;
        }
        if 0 < used {
            lines.push(std::mem::take(&mut line));
        }
        used = 0;
        for grapheme in word.graphemes(true) {
            // A cluster that is wider than the line would widen it: say that something is there.
            let (shown, cells) = match grapheme_width(grapheme) {
                cells if width < cells => ("…", 1),
                cells => (grapheme, cells),
            };
            if width < used + cells {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push_str(shown);
            used += cells;
        }
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn widths_are_cells() {
        let check = |text: &str, expect: usize| assert_eq!(text_width(text), expect, "{text:?}");
        check("", 0);
        check("abc", 3);
        check("e\u{301}", 1);
        check("👩‍👩‍👧", 2);
        check("日本\r\n", 4);
        check("a\u{0}b", 2);
    }

    #[test]
    fn cutting() {
        let check =
            |text: &str, width: usize, expect: &str| assert_eq!(ellipsize(text, width), expect, "{text:?} in {width}");
        check("abc", 0, "");
        check("abc", 1, "…");
        check("abc", 2, "a…");
        check("abc", 3, "abc");
        check("日本", 2, "…");
        check("to be cut", 4, "to…");
        check("", 0, "");
    }

    #[test]
    fn wrapping() {
        let check =
            |text: &str, width: usize, expect: &[&str]| assert_eq!(wrap(text, width), expect, "{text:?} in {width}");
        check("", 5, &[]);
        check("one two", 0, &[]);
        check("incomprehensible word", 6, &["incomp", "rehens", "ible", "word"]);
        check("日本", 1, &["…", "…"]);
        check("a\n b  c", 5, &["a", "b c"]);
    }

    proptest! {
        #[test]
        fn text_fits(text in any::<String>(), width in 0..40_usize) {
            prop_assert!(text_width(&ellipsize(&text, width)) <= width);
            prop_assert_eq!(text_width(&pad(&text, width)), width);
            prop_assert!(wrap(&text, width).iter().all(|it| text_width(it) <= width));
        }
    }
}
