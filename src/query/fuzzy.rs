//! Parties by what somebody remembers of their names.
//!
//! Plain fuzzy matching finds too much. So matches are ranked in tiers, and a scattered one counts only where it is dense.
//! The scores come from fuzzy-matcher's `SkimMatcherV2`, which is archived and needs handling:
//!
//! - it folds ASCII only, so that both sides are folded here and it is told to respect case;
//! - it knows no words, so that the needle is split on white space and each part is matched by itself;
//! - its scores depend on what was matched before, since cells of its matrix are reused uncleared: a match of one letter
//!   before each real one shrinks the matrix, and only `fuzzy_indices` is called, never the call with two rows;
//! - its positions are wrong in texts beyond 32,767 letters: [`LONGEST`] letters are matched.

use std::{cmp::Reverse, sync::LazyLock};

use fuzzy_matcher::{FuzzyMatcher, skim::SkimMatcherV2};
use unicode_segmentation::UnicodeSegmentation;

use crate::{
    catalog::{Catalog, PartyIdx},
    chronology::PartyKind,
};

use super::fold::{Folded, fold};

/// Letters of a name that are matched.
const LONGEST: usize = 512;
/// A needle of so few letters is in nearly every name: it must begin a word.
const SHORT: usize = 2;
/// A word of so many letters is found though one of them is mistyped.
const LONG: usize = 5;
/// A scattered match is dense where it spans at most this many times its own letters …
const SPREAD: usize = 3;
/// … or where its score is at least this part of a hundred of a perfect one.
const DENSE_PERCENT: i64 = 60;

static MATCHER: LazyLock<SkimMatcherV2> = LazyLock::new(|| SkimMatcherV2::default().respect_case());

/// How a name holds a needle, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// The name is the needle.
    Exact,
    /// The name begins with it, or the surname of a person does.
    Prefix,
    /// Every part of the needle begins a word of the name.
    WordStart,
    /// Every part of the needle stands in the name.
    Substring,
    /// The letters of every part stand in the name in their order, close together.
    Fuzzy,
    /// A part is a word of the name but for one letter: wrong, doubled, missing, or changed with the next.
    Mistyped,
}

/// A party that a needle matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyMatch {
    /// The party.
    pub party: PartyIdx,
    /// How its name holds the needle.
    pub tier: Tier,
    /// The name, alias or id that matched.
    pub label: String,
    /// The graphemes of `label` that matched, ascending.
    pub positions: Vec<usize>,
}

/// Returns the parties whose name, alias or id matches, best first; for an empty needle all of them, those with the most events
/// first.
///
/// All parts of the needle must match within one name. Within a tier, the score decides among scattered matches, and then the
/// number of events and the alphabet; but whoever is named so comes before whoever has it as an id. An id is only found as it
/// is written, for its letters are those of the name over again.
pub fn rank_parties(catalog: &Catalog, needle: &str) -> Vec<PartyMatch> {
    let needle = Needle::new(needle);
    let parties = (0_u32..).map(PartyIdx).zip(catalog.parties());
    let mut found: Vec<(_, PartyMatch)> = parties
        .filter_map(|(party, it)| {
            let name = if it.name.is_empty() { &it.id } else { &it.name };
            let surname = it.kind == Some(PartyKind::Person);
            let labels = std::iter::once(name).chain(&it.aliases).filter_map(|it| {
                let hit = needle.find_in(it, surname)?;
                Some((hit, it, false))
            });
            let id =
                needle.find_in(&it.id, false).filter(|it| it.tier <= Tier::Substring).map(|hit| (hit, &it.id, true));
            let best = labels.chain(id).min_by_key(|(it, _, by_id)| (it.tier, Reverse(it.score), *by_id))?;
            let (Hit { tier, score, positions }, label, by_id) = best;
            let key = (
                tier,
                by_id && tier == Tier::Exact,
                Reverse(if tier == Tier::Fuzzy { score } else { 0 }),
                Reverse(catalog.events_of(party).len()),
                fold(name),
                party,
            );
            Some((key, PartyMatch { party, tier, label: label.clone(), positions }))
        })
        .collect();
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found.into_iter().map(|it| it.1).collect()
}

/// Returns the parties that `@needle` means: those named so, if any; else those whose name holds it; else the
/// scattered matches; else the mistyped.
pub(super) fn accepted_parties(catalog: &Catalog, needle: &str) -> Vec<PartyIdx> {
    let ranked = rank_parties(catalog, needle);
    let last = match ranked.first().map(|it| it.tier) {
        Some(Tier::Exact) => Tier::Exact,
        Some(Tier::Prefix | Tier::WordStart | Tier::Substring) => Tier::Substring,
        Some(tier @ (Tier::Fuzzy | Tier::Mistyped)) => tier,
        None => return Vec::new(),
    };
    ranked.into_iter().take_while(|it| it.tier <= last).map(|it| it.party).collect()
}

/// What is looked for, folded and split.
struct Needle {
    whole: String,
    atoms: Vec<Atom>,
}

struct Atom {
    text: String,
    n_letters: usize,
    /// The score of the atom against itself.
    perfect: i64,
}

/// How a label holds a needle or an atom. `positions` are graphemes of the label, or bytes of its folded text.
struct Hit {
    tier: Tier,
    score: i64,
    positions: Vec<usize>,
}

impl Needle {
    fn new(text: &str) -> Self {
        let whole = fold(text).trim().to_owned();
        let atoms = whole.split(' ').filter(|it| !it.is_empty()).map(Atom::new).collect();
        Self { whole, atoms }
    }

    /// Finds the needle in a label; with `surname`, the last word of it counts as its beginning does.
    fn find_in(&self, label: &str, surname: bool) -> Option<Hit> {
        let text = fold(label);
        let text = match text.char_indices().nth(LONGEST) {
            Some((end, _)) => &text[..end],
            None => &text,
        };
        // Most labels are not it: they are turned away before their words are looked for.
        if !self.atoms.iter().all(|it| it.may_be_in(text)) {
            return None;
        }
        let mut hit = self.find_in_folded(text, surname)?;
        let folded = Folded::new(label);
        for position in &mut hit.positions {
            *position = folded.grapheme(*position);
        }
        hit.positions.sort_unstable();
        hit.positions.dedup();
        Some(hit)
    }

    fn find_in_folded(&self, text: &str, surname: bool) -> Option<Hit> {
        let at = |tier, start: usize| Hit {
            tier,
            score: self.atoms.iter().map(|it| it.perfect).sum(),
            positions: (start..start + self.whole.len()).collect(),
        };
        if text.trim_start().starts_with(&self.whole) {
            let tier = if text.trim() == self.whole && !self.whole.is_empty() { Tier::Exact } else { Tier::Prefix };
            return Some(at(tier, text.len() - text.trim_start().len()));
        }
        if surname {
            let last = surname_of(text);
            if text[last..].starts_with(&self.whole) {
                return Some(at(Tier::Prefix, last));
            }
        }
        let words = word_starts(text);
        let mut hit = Hit { tier: Tier::WordStart, score: 0, positions: Vec::new() };
        for atom in &self.atoms {
            let found = atom.find_in(text, &words)?;
            hit.tier = hit.tier.max(found.tier);
            hit.score += found.score;
            hit.positions.extend(found.positions);
        }
        Some(hit)
    }
}

impl Atom {
    fn new(text: &str) -> Self {
        let n_letters = text.chars().count();
        // The matrix of a text against itself grows with its square; one that is longer than any name is in none.
        let perfect = if n_letters <= LONGEST { skim(text, text).map_or(0, |it| it.0) } else { 0 };
        Self { text: text.to_owned(), n_letters, perfect }
    }

    fn find_in(&self, text: &str, words: &[usize]) -> Option<Hit> {
        let at = |tier, start: usize| Hit {
            tier,
            score: self.perfect,
            positions: (start..start + self.text.len()).collect(),
        };
        if let Some(start) = words.iter().find(|it| text[**it..].starts_with(&self.text)) {
            return Some(at(Tier::WordStart, *start));
        }
        let is_sign = !self.text.contains(char::is_alphanumeric);
        if self.n_letters <= SHORT && !is_sign {
            return None;
        }
        if let Some(start) = text.find(&self.text) {
            return Some(at(Tier::Substring, start));
        }
        self.scattered_in(text).or_else(|| self.mistyped_in(text))
    }

    /// Returns whether the letters stand in the text in their order, or a word of it is the atom but for a letter.
    fn may_be_in(&self, text: &str) -> bool {
        let mut letters = text.chars();
        self.text.chars().all(|it| letters.any(|other| other == it)) || self.mistyped_in(text).is_some()
    }

    fn scattered_in(&self, text: &str) -> Option<Hit> {
        let (score, letters) = skim(text, &self.text)?;
        let span = letters.last()? - letters.first()? + 1;
        let dense = span <= SPREAD * self.n_letters || self.perfect * DENSE_PERCENT <= score * 100;
        if !dense {
            return None;
        }
        let bytes: Vec<usize> = text.char_indices().map(|it| it.0).collect();
        let positions = letters.iter().filter_map(|it| bytes.get(*it).copied()).collect();
        Some(Hit { tier: Tier::Fuzzy, score, positions })
    }

    fn mistyped_in(&self, text: &str) -> Option<Hit> {
        if self.n_letters + 1 < LONG {
            return None;
        }
        let mut end = 0;
        for word in text.split(|it: char| !it.is_alphanumeric()) {
            let start = end;
            end += word.len() + text[start + word.len()..].chars().next().map_or(0, char::len_utf8);
            // A letter is at most four bytes: what differs by more is another word.
            if word.len().abs_diff(self.text.len()) <= 4 && is_mistyped(&self.text, word) {
                return Some(Hit { tier: Tier::Mistyped, score: 0, positions: (start..start + word.len()).collect() });
            }
        }
        None
    }
}

/// Returns whether `typed` is `word` with one letter wrong, doubled, missing, or changed with the next. A short word is so
/// near to others that it must be typed as it is.
fn is_mistyped(typed: &str, word: &str) -> bool {
    let typed: Vec<char> = typed.chars().collect();
    let word: Vec<char> = word.chars().collect();
    if word.len() < LONG {
        return false;
    }
    let same = typed.iter().zip(&word).take_while(|it| it.0 == it.1).count();
    let before = same.checked_sub(1).and_then(|it| typed.get(it));
    match (&typed[same..], &word[same..]) {
        // One too many: a letter twice.
        ([more, typed @ ..], word) if typed == word => before == Some(more),
        (typed, [_, word @ ..]) if typed == word => true,
        ([_, typed @ ..], [_, word @ ..]) if typed == word => true,
        ([a, b, typed @ ..], [c, d, word @ ..]) => a == d && b == c && typed == word,
        _ => false,
    }
}

/// Returns the byte at which the last word of a name begins that is no `Jr.` or number.
fn surname_of(text: &str) -> usize {
    const AFTER: [&str; 6] = ["jr", "sr", "ii", "iii", "iv", "phd"];
    let mut words = text.unicode_word_indices().filter(|it| !AFTER.contains(&it.1));
    words.next_back().map_or(0, |it| it.0)
}

/// Returns the score and the letters of the best scattered match, whatever was matched before.
fn skim(text: &str, atom: &str) -> Option<(i64, Vec<usize>)> {
    MATCHER.fuzzy_indices("a", "a");
    MATCHER.fuzzy_indices(text, atom)
}

/// Returns the bytes at which words begin: as Unicode has it, so that each ideograph is one, and after every sign, so that
/// `reilly` begins one in `O'Reilly`.
fn word_starts(text: &str) -> Vec<usize> {
    let mut starts: Vec<usize> = text.unicode_word_indices().map(|it| it.0).collect();
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        let begins = letter.is_alphanumeric() && !before.is_alphanumeric();
        // A sign by itself is a word too: `&`.
        if begins || (before == ' ' && letter != ' ') {
            starts.push(at);
        }
        before = letter;
    }
    starts.sort_unstable();
    starts.dedup();
    starts
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::*;
    use crate::chronology::{Chronology, Event, Participation, Party};

    /// A catalog of parties written `Name = alias; alias`; the first takes part in no event, each next in one more.
    fn catalog(parties: &[&str]) -> Catalog {
        let party = |text: &&str| {
            let (name, aliases) = text.split_once(" = ").unwrap_or((text, ""));
            let aliases = aliases.split("; ").filter(|it| !it.is_empty()).map(Into::into).collect();
            Party { id: name.to_owned(), name: name.to_owned(), aliases, ..Party::default() }
        };
        let parties: Vec<Party> = parties.iter().map(party).collect();
        let event = |from: usize| Event {
            id: from.to_string(),
            parties: parties[from..].iter().map(|it| Participation { party: it.id.clone(), role: None }).collect(),
            ..Event::default()
        };
        let events = (1..parties.len()).map(event).collect();
        Catalog::build(Chronology { parties, events, ..Chronology::default() })
    }

    const PARTIES: [&str; 9] = [
        "Netflix = Netflix, Inc.",
        "Facebook = Meta; TheFacebook",
        "Mark Zuckerberg",
        "Reed Hastings = Wilmot Reed Hastings Jr.",
        "Onavo",
        "Jürgen Müller",
        "Łódź Straße GmbH",
        "Иван Грозный",
        "高橋花子",
    ];

    /// Shows each match as `tier label`, what matched in brackets.
    fn check(needle: &str, expect: &[&str]) {
        let shown = |it: PartyMatch| {
            let graphemes = it.label.graphemes(true).enumerate();
            let marked: String = graphemes
                .map(|(at, letter)| if it.positions.contains(&at) { format!("[{letter}]") } else { letter.into() })
                .collect();
            format!("{:?} {}", it.tier, marked.replace("][", ""))
        };
        let found: Vec<_> = rank_parties(&catalog(&PARTIES), needle).into_iter().map(shown).collect();
        assert_eq!(found, expect, "{needle}");
    }

    #[test]
    fn better_tiers_come_first() {
        check("netflix", &["Exact [Netflix]"]);
        check("netf", &["Prefix [Netf]lix"]);
        check("netfx", &["Fuzzy [Netf]li[x]"]);
        check("zuck", &["WordStart Mark [Zuck]erberg"]);
        check("fb hast", &[]);
        check("hastings reed", &["WordStart [Reed] [Hastings]"]);
        check("inc", &["WordStart Netflix, [Inc]."]);
        check("meta", &["Exact [Meta]"]);
        check("nav", &["Substring O[nav]o"]);
        check("av", &[]);
        check("o", &["Prefix [O]navo"]);
    }

    #[test]
    fn a_letter_mistyped_is_no_matter() {
        check("netflex", &["Mistyped [Netflix]"]);
        check("netlfix", &["Mistyped [Netflix]"]);
        check("nettflix", &["Mistyped [Netflix]"]);
        check("netfix", &["Fuzzy [Netf]l[ix]"]);
        check("mark zuckerburg", &["Mistyped [Mark] [Zuckerberg]"]);
        check("netblix inc", &["Mistyped [Netflix], [Inc]."]);
        check("netflaxx", &[]);
        check("netfglix", &[]);
        check("neta", &[]);
    }

    #[test]
    fn a_sign_is_a_word() {
        let catalog = catalog(&["Bolt & Daughters", "AT&T"]);
        let names = |needle: &str| rank_parties(&catalog, needle).into_iter().map(|it| it.party.0).collect::<Vec<_>>();
        assert_eq!(names("bolt & dag"), [0]);
        assert_eq!(names("bolt dag"), [0]);
        assert_eq!(names("&"), [0, 1]);
    }

    fn kinded(parties: &[(&str, &str, Option<PartyKind>, usize)]) -> Catalog {
        let party = |it: &(&str, &str, Option<PartyKind>, usize)| Party {
            id: it.0.into(),
            name: it.1.into(),
            kind: it.2,
            ..Party::default()
        };
        let event = |it: &(&str, &str, Option<PartyKind>, usize), number: usize| Event {
            id: format!("{}-{number}", it.0),
            parties: vec![Participation { party: it.0.into(), role: None }],
            ..Event::default()
        };
        let events = parties.iter().flat_map(|it| (0..it.3).map(move |number| event(it, number))).collect();
        Catalog::build(Chronology { parties: parties.iter().map(party).collect(), events, ..Chronology::default() })
    }

    #[test]
    fn a_surname_ranks_as_a_beginning_and_the_busiest_first() {
        let person = Some(PartyKind::Person);
        let catalog = kinded(&[
            ("pacs", "Trump PACs", None, 1),
            ("cabinet", "Trump cabinet", None, 2),
            ("donald", "Donald J. Trump Sr.", person, 5),
            ("tower", "The Trump Tower", None, 9),
        ]);
        let ranked = rank_parties(&catalog, "trump").into_iter();
        let ranked: Vec<_> = ranked.map(|it| (it.tier, it.party.0)).collect();
        assert_eq!(ranked, [(Tier::Prefix, 2), (Tier::Prefix, 1), (Tier::Prefix, 0), (Tier::WordStart, 3)]);
    }

    #[test]
    fn ids_are_found_as_they_are_written() {
        let catalog = kinded(&[
            ("us-congress", "Congress of the United States", None, 1),
            ("meta", "Facebook", None, 3),
            ("other", "Meta", None, 1),
        ]);
        let accepted = |needle: &str| accepted_parties(&catalog, needle).into_iter().map(|it| it.0).collect::<Vec<_>>();
        assert_eq!(accepted("us-congress"), [0]);
        assert_eq!(accepted("US-cong"), [0]);
        assert_eq!(accepted("meta"), [2, 1], "whoever is named so comes first");
    }

    #[test]
    fn case_accents_and_scripts_do_not_matter() {
        check("MULLER", &["WordStart Jürgen [Müller]"]);
        check("mu\u{308}ller", &["WordStart Jürgen [Müller]"]);
        check("иван", &["Prefix [Иван] Грозный"]);
        check("lodz", &["Prefix [Łódź] Straße GmbH"]);
        check("STRASSE", &["WordStart Łódź [Straße] GmbH"]);
        check("花", &["WordStart 高橋[花]子"]);
    }

    #[test]
    fn an_empty_needle_gives_all_by_events() {
        let catalog = catalog(&PARTIES);
        let all: Vec<u32> = rank_parties(&catalog, " ").into_iter().map(|it| it.party.0).collect();
        assert_eq!(all, [8, 7, 6, 5, 4, 3, 2, 1, 0]);
    }

    #[test]
    fn a_name_that_is_the_needle_stands_alone() {
        let catalog = catalog(&["Meta", "Meta Platforms", "Metacritic", "M. E. T. A."]);
        let accepted = |needle: &str| accepted_parties(&catalog, needle).into_iter().map(|it| it.0).collect::<Vec<_>>();
        assert_eq!(accepted("meta"), [0]);
        assert_eq!(accepted("met"), [2, 1, 0], "prefixes by events, and no scattered match beside them");
        assert_eq!(accepted("mtacrit"), [2]);
        assert_eq!(accepted("xyz"), [0; 0]);
    }

    #[test]
    fn endless_names_and_needles_do_no_harm() {
        let long = "ab ".repeat(20_000);
        let catalog = catalog(&[&long, "b"]);
        assert_eq!(rank_parties(&catalog, &long)[0].tier, Tier::WordStart, "no more than its beginning is read");
        assert_eq!(rank_parties(&catalog, &long.replace(' ', "")).len(), 0);
        assert_eq!(rank_parties(&catalog, "ab")[0].tier, Tier::Prefix);
    }

    proptest! {
        #[test]
        fn what_was_matched_before_makes_no_difference(
            names in vec("[abc ]{1,30}", 1..6), needle in "[abc]{1,6}", before in vec(("[abc]{0,40}", "[abc]{1,8}"), 0..20),
        ) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            let catalog = catalog(&names);
            let fresh = {
                let (catalog, needle) = (&catalog, &needle);
                std::thread::scope(|it| it.spawn(move || rank_parties(catalog, needle)).join()).expect("no panic")
            };
            for (text, atom) in &before {
                MATCHER.fuzzy_indices(text, atom);
            }
            prop_assert_eq!(rank_parties(&catalog, &needle), fresh);
        }

        #[test]
        fn tiers_are_in_order_and_a_name_finds_itself_first(names in vec("[a-cé ’&-]{1,12}", 1..8), at in 0_usize..8) {
            let names: Vec<&str> = names.iter().map(|it| it.trim()).filter(|it| !it.is_empty()).collect();
            prop_assume!(!names.is_empty());
            let needle = names[at % names.len()];
            let catalog = catalog(&names);
            let ranked = rank_parties(&catalog, needle);
            prop_assert!(ranked.is_sorted_by_key(|it| it.tier));
            prop_assert_eq!(ranked[0].tier, Tier::Exact);
            prop_assert_eq!(fold(&ranked[0].label), fold(needle));
            prop_assert_eq!(rank_parties(&catalog, &fold(needle)), ranked, "folding makes no difference");
        }

        #[test]
        fn any_needle_is_answered(name in "\\PC{0,20}", needle in ".{0,12}") {
            for found in rank_parties(&catalog(&[&name]), &needle) {
                prop_assert!(found.positions.into_iter().all(|it| it < found.label.graphemes(true).count()));
            }
        }
    }
}
