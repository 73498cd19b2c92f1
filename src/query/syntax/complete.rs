//! What may stand where the cursor is in a query.

use std::ops::Range;

use crate::{
    catalog::{Catalog, Facet, FacetValue, PartyIdx},
    chronology::{LinkKind, Named, Status},
    query::{
        ast::{HasWord, IsWord, NameOf},
        fold::fold,
        fuzzy::{PartyMatch, rank_parties},
    },
};

use super::{
    lex::{Kind, Piece, Token, Word, lex},
    prefix::{Asked, PREFIXES, SIGNS, prefix_named},
    print::quoted,
};

/// The most completions that are offered.
const MOST: usize = 50;
/// Events whose ids are offered: to read a million holds up the prompt.
const EVENTS: usize = 20_000;

/// Something that may stand where the cursor is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The bytes of the query that it takes the place of.
    pub replace: Range<usize>,
    /// What to put there.
    pub text: String,
    /// What it is, in a few words.
    pub describe: String,
}

/// Returns what may stand at `cursor`, a byte of `text`, best first.
///
/// ```
/// use dateline::{catalog::Catalog, query::complete};
/// let words: Vec<_> = complete(&Catalog::default(), "is:un", 5).into_iter().map(|it| it.text).collect();
/// assert_eq!(words, ["undated", "uncertain", "unsourced"]);
/// ```
pub fn complete(catalog: &Catalog, text: &str, cursor: usize) -> Vec<Completion> {
    let mut cursor = cursor.min(text.len());
    while !text.is_char_boundary(cursor) {
        cursor -= 1;
    }
    let word = match lex(&text[..cursor]).0.pop() {
        Some(Token { kind: Kind::Word(word), .. }) if word.end == cursor => word,
        // Right behind `and` a term would be of one word with it.
        Some(Token { kind: Kind::And | Kind::Or | Kind::Not, span })
            if span.end == cursor && !text[span.clone()].starts_with(['|', '-', '!']) =>
        {
            return Vec::new();
        }
        _ => Word { marks: Vec::new(), end: cursor },
    };
    let (typed, start, found) = candidates(catalog, &word);
    let fits = |it: &str| fold(it).contains(&typed);
    let leads = |it: &str| fold(it).starts_with(&typed);
    let mut found: Vec<Candidate> =
        found.into_iter().filter(|it| it.ranked || fits(&it.name) || fits(&it.describe)).collect();
    // Candidates come most used first; those that begin with what was typed go before those that only hold it.
    found.sort_by_key(|it| !it.ranked && !leads(&it.name));
    found.truncate(MOST);
    found.into_iter().map(|it| Completion { replace: start..cursor, text: it.text, describe: it.describe }).collect()
}

/// Something that may stand there, before it is compared with what was typed.
struct Candidate {
    /// What typed text is compared with.
    name: String,
    text: String,
    describe: String,
    /// Whether it has been compared already.
    ranked: bool,
}

impl Candidate {
    fn value(name: &str, describe: String) -> Self {
        Self { name: name.to_owned(), text: quoted(name).into_owned(), describe, ranked: false }
    }
}

/// Returns what was typed of the value at the end of a word, folded, where it begins, and what may stand there.
fn candidates(catalog: &Catalog, word: &Word) -> (String, usize, Vec<Candidate>) {
    let sign = word.marks.first().filter(|it| !it.quoted).map(|it| it.it);
    let colon = word.find(0, &[':']);
    let asked = colon.and_then(|it| Some((it, prefix_named(&word.piece(0..it).text)?.asks)));
    // The mark from which on the values stand.
    let values = match (sign, asked) {
        (Some('@' | '#'), _) => Some(1),
        (_, Some((colon, Asked::Within))) => word.find(colon + 1, &[':']).map(|it| it + 1),
        (_, Some((colon, _))) => Some(colon + 1),
        (_, None) => return (fold(&word.text()), word.byte(0), prefixes()),
    };
    let last = values.and_then(|it| word.list(it).pop());
    let Some(Piece { text: typed, span, .. }) = last else { return (String::new(), word.end, Vec::new()) };
    let found = match (sign, asked) {
        (Some('@'), _) => parties(catalog, &typed, |it| &catalog.party(it).name),
        (Some('#'), _) => values_of(catalog, Facet::Tag),
        (_, Some((_, asked))) => behind(catalog, asked, &typed),
        (_, None) => Vec::new(),
    };
    (fold(&typed), span.start, found)
}

/// Returns the prefixes and signs that begin a term.
fn prefixes() -> Vec<Candidate> {
    let signs = SIGNS.iter().filter(|it| matches!(it.form, "@" | "#"));
    let signs = signs.map(|it| (it.form.to_owned(), it.means.to_owned()));
    let prefixes = PREFIXES.iter().map(|it| {
        let sign = if it.asks.is_compared() { ">" } else { ":" };
        (format!("{}{sign}", it.name), format!("{}: {}", it.describe, it.example))
    });
    let all = signs.into_iter().chain(prefixes);
    all.map(|(text, describe)| Candidate { name: text.clone(), text, describe, ranked: false }).collect()
}

/// Returns the values that may stand behind a prefix.
fn behind(catalog: &Catalog, asked: Asked, typed: &str) -> Vec<Candidate> {
    match asked {
        Asked::Names(NameOf::Party | NameOf::Claimant(_)) => parties(catalog, typed, |it| &catalog.party(it).id),
        Asked::Names(NameOf::Role) => {
            catalog.roles().into_iter().map(|(role, n)| Candidate::value(role, counted(n))).collect()
        }
        Asked::Names(NameOf::Place) => {
            catalog.places().into_iter().map(|(place, n)| Candidate::value(place, counted(n))).collect()
        }
        Asked::Names(NameOf::Tag) => values_of(catalog, Facet::Tag),
        Asked::Names(NameOf::Category) => values_of(catalog, Facet::Category),
        Asked::Names(NameOf::Source) => values_of(catalog, Facet::Source),
        Asked::Status => words::<Status>(),
        Asked::Has => words::<HasWord>(),
        Asked::Is => words::<IsWord>(),
        Asked::Link => words::<LinkKind>(),
        Asked::Within | Asked::Linked => {
            catalog.iter().take(EVENTS).map(|(_, it)| Candidate::value(&it.id, it.title.clone())).collect()
        }
        Asked::Times(_) | Asked::Amount | Asked::Voices => Vec::new(),
    }
}

fn words<T: Named>() -> Vec<Candidate> {
    T::ALL.iter().map(|it| Candidate::value(it.name(), String::new())).collect()
}

fn parties<'a>(catalog: &Catalog, typed: &str, text: impl Fn(PartyIdx) -> &'a String) -> Vec<Candidate> {
    let candidate = |it: PartyMatch| {
        let describe = format!("{}, {}", it.label, counted(catalog.events_of(it.party).len()));
        Candidate { ranked: true, ..Candidate::value(text(it.party), describe) }
    };
    rank_parties(catalog, typed).into_iter().take(MOST).map(candidate).collect()
}

fn values_of(catalog: &Catalog, by: Facet) -> Vec<Candidate> {
    let value = |it: &FacetValue| {
        let label = if it.label == it.name { String::new() } else { format!("{}, ", it.label) };
        Candidate::value(&it.name, format!("{label}{}", counted(it.ids.len())))
    };
    catalog.facet(by).iter().map(value).collect()
}

fn counted(n: usize) -> String {
    if n == 1 { "1 event".to_owned() } else { format!("{n} events") }
}
