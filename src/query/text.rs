//! Search for a stretch of text in events, case and accents aside.
//!
//! Titles and summaries are looked through in the order in which they stand in the files, so that memory is read from front to back;
//! of places, tags and roles each word is looked at once; an event is read whole only where it has other words and the text is in
//! none of these.

use std::{convert::Infallible, ops::Range};

use memchr::memchr2_iter;

use crate::{
    catalog::{Catalog, EventIdx, Facts, IdSet, in_order},
    chronology::Event,
};

use super::fold::{Folded, fold};

/// A text to look for.
///
/// ```
/// use dateline::query::TextSearch;
/// let search = TextSearch::new("strasse");
/// assert_eq!(search.positions("Wall Straße"), [5..12]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextSearch {
    /// Folded, without space around it.
    needle: String,
    /// The byte of `needle` that texts hold least: candidates are found by it.
    rarest: usize,
}

/// Events that a thread looks through before it asks for more: fewer than these are as fast with one.
const BATCH: usize = 20_000;

/// ASCII in the order in which English text uses it; what is not here is rarer.
const COMMON: &[u8] = b" etaoinsrhldcumfpgwybv0125kxjqz";

impl TextSearch {
    /// Returns the search for `needle`; white space around it does not count, and an empty one is in every event.
    pub fn new(needle: &str) -> Self {
        let needle = fold(needle).trim().to_owned();
        let rarity = |it: u8| COMMON.iter().position(|common| *common == it).unwrap_or(COMMON.len());
        let rarest = (0..needle.len()).max_by_key(|it| rarity(needle.as_bytes()[*it])).unwrap_or(0);
        Self { needle, rarest }
    }

    /// Returns whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.needle.is_empty()
    }

    /// Returns the events of `within` that hold the text.
    pub fn find(&self, catalog: &Catalog, within: &IdSet) -> IdSet {
        if self.is_empty() {
            return within.clone();
        }
        let batches: Vec<(usize, &[u32])> = (0..).step_by(BATCH).zip(catalog.in_file_order().chunks(BATCH)).collect();
        let (tagged, placed, playing) = (
            catalog.tag_where(|it| self.is_in(it)),
            catalog.place_where(|it| self.is_in(it)),
            catalog.role_where(|it| self.is_in(it)),
        );
        let is_worded = |it: EventIdx| tagged(it) || placed(it) || playing(it);
        let look = |(first, batch): &(usize, &[u32])| -> Vec<EventIdx> {
            let events = (*first..).zip(batch.iter().map(|it| EventIdx(*it)));
            let held = events
                .filter(|(row, it)| within.contains(*it) && (is_worded(*it) || self.is_in_row(catalog, *row, *it)));
            held.map(|it| it.1).collect()
        };
        let mut found = IdSet::new(catalog.len());
        let Ok::<(), Infallible>(()) = in_order(&batches, look, |events| {
            events.into_iter().for_each(|it| found.insert(it));
            Ok(())
        });
        found
    }

    /// Returns whether an event holds the text, as [`TextSearch::matches`] does, but for its place, tags and roles.
    fn is_in_row(&self, catalog: &Catalog, row: usize, event: EventIdx) -> bool {
        let (title, facts) = catalog.title_in_file_order(row);
        self.is_in(title)
            || (facts.has(Facts::SUMMARY) && catalog.summary_in_file_order(row).is_some_and(|it| self.is_in(it)))
            || (facts.has(Facts::REMARK) && catalog.event(event).remarks().any(|it| self.is_in(it)))
    }

    /// Returns whether one of the event's own words holds the text: its title, summary, place, tags, roles, date as written, notes
    /// and quotes. Names of parties and sources are not its own.
    pub fn matches(&self, event: &Event) -> bool {
        let texts = [&event.summary, &event.place].into_iter().flatten().chain(&event.tags);
        let roles = event.parties.iter().filter_map(|it| it.role.as_ref());
        let texts = texts.chain(roles).map(String::as_str);
        std::iter::once(event.title.as_str()).chain(texts).chain(event.remarks()).any(|it| self.is_in(it))
    }

    /// Returns whether `text` holds the text.
    pub fn is_in(&self, text: &str) -> bool {
        if self.needle.is_empty() {
            return true;
        }
        if !text.is_ascii() {
            return fold(text).contains(&self.needle);
        }
        // ASCII folds to ASCII of the same length, but for white space: no copy is needed. A million titles are searched in
        // the time that folding them would take ten times.
        self.needle.is_ascii()
            && (self.is_in_ascii(text.as_bytes())
                || self.needle.contains(' ') && has_odd_space(text.as_bytes()) && fold(text).contains(&self.needle))
    }

    fn is_in_ascii(&self, text: &[u8]) -> bool {
        let needle = self.needle.as_bytes();
        let rarest = needle[self.rarest];
        memchr2_iter(rarest, rarest.to_ascii_uppercase(), text)
            .filter_map(|at| text.get(at.checked_sub(self.rarest)?..)?.get(..needle.len()))
            .any(|it| it.eq_ignore_ascii_case(needle))
    }

    /// Returns the bytes of `text` to highlight, ascending and apart.
    pub fn positions(&self, text: &str) -> Vec<Range<usize>> {
        if self.needle.is_empty() {
            return Vec::new();
        }
        let folded = Folded::new(text);
        let mut found: Vec<Range<usize>> = Vec::new();
        for (at, part) in folded.text.match_indices(&self.needle) {
            let range = folded.original(at..at + part.len());
            match found.last_mut() {
                // Two matches may end and begin in one letter, as `s` does twice in ß.
                Some(last) if range.start < last.end => last.end = range.end.max(last.end),
                _ => found.push(range),
            }
        }
        found
    }
}

/// Returns whether ASCII text has white space that does not fold to itself: two in a row, or anything but a blank.
fn has_odd_space(text: &[u8]) -> bool {
    let is_space = |it: u8| it == b' ' || (9..=13).contains(&it);
    let mut after_space = false;
    text.iter().any(|it| {
        let odd = is_space(*it) && (after_space || *it != b' ');
        after_space = is_space(*it);
        odd
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(needle: &str, text: &str, expect: &[&str]) {
        let search = TextSearch::new(needle);
        let found: Vec<_> = search.positions(text).into_iter().map(|it| &text[it]).collect();
        assert_eq!(found, expect, "{needle} in {text}");
        assert_eq!(search.is_in(text), !expect.is_empty(), "{needle} in {text}");
    }

    #[test]
    fn finds_what_reads_the_same() {
        check("inbox", "'Inbox API' and INBOX", &["Inbox", "INBOX"]);
        check("s", "Straße", &["S", "ß"]);
        check("api deal", "the API\n  deal", &["API\n  deal"]);
        check("muller", "Müller und Mu\u{308}ller", &["Müller", "Mu\u{308}ller"]);
        check("東", "東京", &["東"]);
        check("ü", "u", &["u"]);
        check("я", "plain", &[]);
        check("longer than the text", "text", &[]);
        assert!(TextSearch::new(" ").is_in("") && TextSearch::new("").positions("a").is_empty());
    }

    #[test]
    fn looks_into_summaries_and_notes() {
        let event =
            Event { title: "a".into(), summary: Some("Bé".into()), note: Some("c".into()), ..Event::default() };
        let found = |needle: &str| TextSearch::new(needle).matches(&event);
        assert!(found("A") && found("be") && found("c") && !found("d"));
    }

    proptest! {
        #[test]
        fn is_in_means_that_the_folded_text_holds_it(needle in "[ab ]{0,3}|\\PC{0,2}", text in "[aAbB \n]{0,12}|\\PC{0,9}") {
            let search = TextSearch::new(&needle);
            prop_assert_eq!(search.is_in(&text), fold(&text).contains(fold(&needle).trim()));
            prop_assert!(search.positions(&text).into_iter().all(|it| text.get(it).is_some()));
        }
    }
}
