//! One spelling for texts that people read as the same word: `MÜLLER` and `müller`, `Łódź` and `lodz`, `Straße` and `STRASSE`.
//!
//! Typographic quotes, apostrophes and dashes are those of the keyboard: O’Neil is O'Neil, and 2011–2019 is 2011-2019.
//!
//! Compatibility decomposition (NFKD), accents dropped, lower case, and then ASCII for the Latin letters that have no
//! decomposition (ø, ł, ß, æ). Other scripts keep their letters: nobody who searches for 東京 types `Dong Jing`.

use std::ops::Range;

use deunicode::deunicode_char;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_segmentation::UnicodeSegmentation;

/// Returns the text folded for comparing: case and accents gone, any white space as one space.
///
/// ```
/// use dateline::query::fold;
/// assert_eq!(fold("Łódź"), "lodz");
/// assert_eq!(fold("STRASSE"), fold("Straße"));
/// assert_eq!(fold("Иван"), "иван");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    // Most texts are plain: they need no decomposition.
    if text.is_ascii() {
        text.chars().for_each(|it| push(&mut folded, it));
    } else {
        fold_into(&mut folded, text);
    }
    folded
}

/// A folded text that remembers where each of its letters comes from.
pub(super) struct Folded {
    /// The folded text.
    pub(super) text: String,
    /// For each byte of `text`, the number of the grapheme that it comes from.
    origins: Vec<u32>,
    /// Where each grapheme of the original begins, and where the last ends.
    graphemes: Vec<usize>,
}

impl Folded {
    /// Folds a text.
    pub(super) fn new(original: &str) -> Self {
        let mut folded = Self { text: String::new(), origins: Vec::new(), graphemes: vec![0] };
        for (number, grapheme) in original.graphemes(true).enumerate() {
            fold_into(&mut folded.text, grapheme);
            folded.origins.resize(folded.text.len(), number as u32);
            folded.graphemes.push(folded.graphemes[number] + grapheme.len());
        }
        folded
    }

    /// Returns the number of the grapheme that the byte `at` of the folded text comes from.
    pub(super) fn grapheme(&self, at: usize) -> usize {
        self.origins.get(at).map_or(self.graphemes.len() - 1, |it| *it as usize)
    }

    /// Returns the bytes of the original that the bytes `range` of the folded text come from; `range` holds at least one.
    pub(super) fn original(&self, range: Range<usize>) -> Range<usize> {
        let last = self.grapheme(range.end.saturating_sub(1));
        self.graphemes[self.grapheme(range.start)]..self.graphemes[(last + 1).min(self.graphemes.len() - 1)]
    }
}

fn fold_into(folded: &mut String, text: &str) {
    for lower in text.nfkd().flat_map(char::to_lowercase).filter(|it| !is_accent(*it)) {
        match lower {
            '\u{2018}'..='\u{201b}' | '\u{2bc}' => folded.push('\''),
            '\u{201c}'..='\u{201f}' => folded.push('"'),
            it if is_dash(it) => folded.push('-'),
            // What ends a Greek word in lower case stands inside it in upper case.
            'ς' => folded.push('σ'),
            it if is_latin(it) => match deunicode_char(it) {
                Some(ascii) => ascii.chars().for_each(|it| push(folded, it)),
                None => folded.push(it),
            },
            it => push(folded, it),
        }
    }
}

/// Adds a letter; of white space, however long, one space.
fn push(folded: &mut String, it: char) {
    if !it.is_whitespace() {
        folded.push(it.to_ascii_lowercase());
    } else if !folded.ends_with(' ') {
        folded.push(' ');
    }
}

/// Returns whether a mark may be dropped. In Indic and South-East Asian scripts and in kana marks are vowels and consonants,
/// and dropping one makes another word.
fn is_accent(it: char) -> bool {
    is_combining_mark(it) && !matches!(it, '\u{900}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3099}' | '\u{309a}')
}

/// Returns whether this is a dash or a hyphen: the one of the keyboard, or one that typesetters have.
pub(super) fn is_dash(it: char) -> bool {
    matches!(it, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Returns whether this is a Latin letter beyond ASCII.
fn is_latin(it: char) -> bool {
    matches!(it,
        '\u{c0}'..='\u{2af}' | '\u{1d00}'..='\u{1dbf}' | '\u{1e00}'..='\u{1eff}' | '\u{2c60}'..='\u{2c7f}'
        | '\u{a720}'..='\u{a7ff}' | '\u{ab30}'..='\u{ab6f}'
    ) && it.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn same(a: &str, b: &str) {
        assert_eq!(fold(a), fold(b), "{a} and {b}");
    }

    #[test]
    fn one_spelling_for_one_word() {
        same("müller", "MULLER");
        same("Иван", "иван");
        same("Łódź", "lodz");
        same("Straße", "STRASSE");
        same("e\u{301}", "é");
        same("Nguyễn", "nguyen");
        same("ΟΔΥΣΣΕΥΣ", "οδυσσευς");
        same("İstanbul", "istanbul");
        same("Ｎｅｔｆｌｉｘ", "netflix");
        same("two\u{a0}\n  words", "two words");
        same("Ærø", "aero");
        same("Seán O’Brien", "Sean O'Brien");
        same("“data deal” „x‟ ‘y’", "\"data deal\" \"x\" 'y'");
        same("2011–2019 — non‑linear −1", "2011-2019 - non-linear -1");
    }

    #[test]
    fn other_words_stay_other_words() {
        assert_eq!(fold("東京"), "東京");
        assert_ne!(fold("が"), fold("か"));
        assert_ne!(fold("कि"), fold("क"));
    }

    #[test]
    fn letters_know_where_they_come_from() {
        let folded = Folded::new("Die Straße");
        let at = folded.text.find("ss").expect("ß is ss");
        assert_eq!(folded.original(at..at + 1), 8..10);
        assert_eq!(&"Die Straße"[folded.original(4..folded.text.len())], "Straße");
        assert_eq!(Folded::new("").original(0..0), 0..0);
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in "\\PC*") {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }

        #[test]
        fn both_ways_to_fold_agree(text in ".*") {
            let folded = Folded::new(&text);
            prop_assert_eq!(&folded.text, &fold(&text));
            prop_assert_eq!(folded.origins.len(), folded.text.len());
            for (at, letter) in folded.text.char_indices() {
                prop_assert!(text.get(folded.original(at..at + letter.len_utf8())).is_some());
            }
        }
    }
}
