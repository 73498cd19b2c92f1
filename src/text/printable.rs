//! The one sanitizer: text from data passes it on its way to a terminal.

use std::borrow::Cow;

/// Returns `text` with everything that could steer a terminal or reorder a line shown as `�`.
///
/// Those are the control characters (C0, DEL and C1, so that no escape sequence gets through), and Unicode's bidirectional
/// embeddings, overrides, isolates and marks, which can make a line read other than it is written (CVE-2021-42574). Tabs
/// and line ends become spaces: what is printed is one line.
///
/// ```
/// use dateline::text::printable;
/// assert_eq!(printable("plain"), "plain");
/// assert_eq!(printable("\u{1b}[31mred\tink"), "�[31mred ink");
/// ```
pub fn printable(text: &str) -> Cow<'_, str> {
    if text.chars().all(|it| shown(it) == it) { Cow::Borrowed(text) } else { text.chars().map(shown).collect() }
}

fn shown(it: char) -> char {
    match it {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => ' ',
        it if it.is_control() => '\u{fffd}',
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        it => it,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn nothing_steers_the_terminal(text in any::<String>()) {
            let shown = printable(&text);
            prop_assert!(!shown.chars().any(char::is_control));
            prop_assert_eq!(shown.chars().count(), text.chars().count());
        }
    }
}
