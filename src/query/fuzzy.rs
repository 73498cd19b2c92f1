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

use crate::catalog::{Catalog, PartyIdx};

use super::fold::{Folded, fold};

/// Letters of a name that are matched.
const LONGEST: usize = 512;
/// A needle of so few letters is in nearly every name: it must begin a word.
const SHORT: usize = 2;
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
    /// The name begins with it.
    Prefix,
    /// Every part of the needle begins a word of the name.
    WordStart,
    /// Every part of the needle stands in the name.
    Substring,
    /// The letters of every part stand in the name in their order, close together.
    Fuzzy,
}

/// A party that a needle matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyMatch {
    /// The party.
    pub party: PartyIdx,
    /// How its name holds the needle.
    pub tier: Tier,
    /// The name or alias that matched.
    pub label: String,
    /// The graphemes of `label` that matched, ascending.
    pub positions: Vec<usize>,
}

/// Returns the parties whose name or alias matches, best first; for an empty needle all of them, those with the most events
/// first.
///
/// All parts of the needle must match within one name. Within a tier, the score decides among scattered matches, and then the
/// number of events, the length of the name, and the alphabet.
pub fn rank_parties(catalog: &Catalog, needle: &str) -> Vec<PartyMatch> {
    let needle = Needle::new(needle);
    let parties = (0_u32..).map(PartyIdx).zip(catalog.parties());
    let mut found: Vec<(_, PartyMatch)> = parties
        .filter_map(|(party, it)| {
            let name = if it.name.is_empty() { &it.id } else { &it.name };
            let labels = std::iter::once(name).chain(&it.aliases);
            let best = labels
                .filter_map(|it| Some((needle.find_in(it)?, it)))
                .min_by_key(|(it, _)| (it.tier, Reverse(it.score)))?;
            let (Hit { tier, score, positions }, label) = best;
            let scattered = if tier == Tier::Fuzzy { score } else { 0 };
            let key = (
                tier,
                Reverse(scattered),
                Reverse(catalog.events_of(party).len()),
                label.chars().count(),
                fold(label),
                party,
            );
            Some((key, PartyMatch { party, tier, label: label.clone(), positions }))
        })
        .collect();
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found.into_iter().map(|it| it.1).collect()
}

/// Returns the parties that `@needle` means: those named so, if any; else those whose name holds it; else the scattered matches.
pub(super) fn accepted_parties(catalog: &Catalog, needle: &str) -> Vec<PartyIdx> {
    let ranked = rank_parties(catalog, needle);
    let last = match ranked.first().map(|it| it.tier) {
        Some(Tier::Exact) => Tier::Exact,
        Some(Tier::Prefix | Tier::WordStart | Tier::Substring) => Tier::Substring,
        Some(Tier::Fuzzy) | None => Tier::Fuzzy,
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

    fn find_in(&self, label: &str) -> Option<Hit> {
        let folded = Folded::new(label);
        let text = match folded.text.char_indices().nth(LONGEST) {
            Some((end, _)) => &folded.text[..end],
            None => &folded.text,
        };
        let graphemes = |bytes: Vec<usize>| {
            let mut graphemes: Vec<_> = bytes.into_iter().map(|it| folded.grapheme(it)).collect();
            graphemes.sort_unstable();
            graphemes.dedup();
            graphemes
        };
        if text.trim_start().starts_with(&self.whole) {
            let tier = if text.trim() == self.whole && !self.whole.is_empty() { Tier::Exact } else { Tier::Prefix };
            let start = text.len() - text.trim_start().len();
            let score = self.atoms.iter().map(|it| it.perfect).sum();
            return Some(Hit { tier, score, positions: graphemes((start..start + self.whole.len()).collect()) });
        }
        let words = word_starts(text);
        let mut hit = Hit { tier: Tier::WordStart, score: 0, positions: Vec::new() };
        for atom in &self.atoms {
            let found = atom.find_in(text, &words)?;
            hit.tier = hit.tier.max(found.tier);
            hit.score += found.score;
            hit.positions.extend(found.positions);
        }
        hit.positions = graphemes(hit.positions);
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
        if self.n_letters <= SHORT {
            return None;
        }
        if let Some(start) = text.find(&self.text) {
            return Some(at(Tier::Substring, start));
        }
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
    let mut inside = false;
    for (at, letter) in text.char_indices() {
        if letter.is_alphanumeric() && !inside {
            starts.push(at);
        }
        inside = letter.is_alphanumeric();
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
        fn any_needle_is_answered(name in "\\PC{0,20}", needle in ".{0,12}") {
            for found in rank_parties(&catalog(&[&name]), &needle) {
                prop_assert!(found.positions.into_iter().all(|it| it < found.label.graphemes(true).count()));
            }
        }
    }
}
