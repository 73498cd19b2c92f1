//! From a [`Query`] back to text: the shortest spelling that reads as the same query.

use std::{borrow::Cow, fmt};

use rust_decimal::Decimal;

use crate::{
    chronology::Named,
    query::ast::{Comparison, Expr, Joint, Lapse, Name, NameOf, Query, Term, Time},
};

use super::{
    lex::{Piece, operator},
    prefix::{Asked, prefix_of},
    value::{SUFFIXES, bare_range},
};

impl fmt::Display for Query {
    /// Writes what the query means, spaced and quoted in one way.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.parts()[..] {
            [only] => only.fmt(f),
            ref parts => joined(f, parts, " "),
        }
    }
}

impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Several(joint, parts) => {
                joined(f, &parts.iter().collect::<Vec<_>>(), if *joint == Joint::All { " " } else { " | " })
            }
            Self::Not(part) if matches!(**part, Self::Term(_)) => write!(f, "-{part}"),
            Self::Not(part) => write!(f, "-({part})"),
            Self::Term(term) => term.fmt(f),
        }
    }
}

fn joined(f: &mut fmt::Formatter<'_>, parts: &[&Expr], separator: &str) -> fmt::Result {
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            f.write_str(separator)?;
        }
        match part {
            // Any of several stands in parentheses among others; all of several need none there.
            Expr::Several(Joint::Any, _) => write!(f, "({part})")?,
            part => write!(f, "{part}")?,
        }
    }
    Ok(())
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(&words(&text.text)),
            Self::Fuzzy(names) => write!(f, "@{}", list(names, Name::spelling)),
            Self::Names(NameOf::Tag, names) => write!(f, "#{}", list(names, Name::spelling)),
            Self::Names(of, names) => keyed(f, Asked::Names(*of), &list(names, Name::spelling)),
            Self::Status(words) => keyed(f, Asked::Status, &list(words, |it| it.name().into())),
            Self::Has(words) => keyed(f, Asked::Has, &list(words, |it| it.name().into())),
            Self::Is(words) => keyed(f, Asked::Is, &list(words, |it| it.name().into())),
            Self::Times(of, times) => keyed(f, Asked::Times(*of), &list(times, Time::spelling)),
            Self::Amount(currency, comparison, sum) => {
                let currency = currency.as_ref().map(|it| format!(":{}", it.spelling())).unwrap_or_default();
                write!(f, "{}{currency}{}{}", prefix_of(Asked::Amount), comparison.sign(), short(*sum))
            }
            Self::Voices(comparison, n) => {
                let sign = if *comparison == Comparison::Equal { ":" } else { comparison.sign() };
                write!(f, "{}{sign}{n}", prefix_of(Asked::Voices))
            }
            Self::Link(kinds) => keyed(f, Asked::Link, &list(kinds, |it| it.name().into())),
            Self::Linked(events) => keyed(f, Asked::Linked, &list(events, Name::spelling)),
            Self::Within(Lapse { n, unit }, events) => {
                keyed(f, Asked::Within, &format!("{n}{}:{}", unit.letter, list(events, Name::spelling)))
            }
        }
    }
}

fn keyed(f: &mut fmt::Formatter<'_>, asked: Asked, value: &str) -> fmt::Result {
    write!(f, "{}:{value}", prefix_of(asked))
}

fn list<'a, T>(values: &'a [T], spelling: impl Fn(&'a T) -> Cow<'a, str>) -> String {
    values.iter().map(spelling).collect::<Vec<_>>().join(",")
}

impl Name {
    fn spelling(&self) -> Cow<'_, str> {
        quoted(&self.text)
    }
}

impl Time {
    fn spelling(&self) -> Cow<'_, str> {
        // A date keeps its brackets, commas and colons; a word of the query ends at none of these.
        let plain = |it: char| !it.is_whitespace() && !matches!(it, '"' | '(' | ')' | '|' | '\\');
        if self.text.chars().all(plain) { Cow::Borrowed(&self.text) } else { quotes(&self.text).into() }
    }
}

/// Returns words to look for as a query spells them: in quotes where they would be an operator or a range.
fn words(text: &str) -> Cow<'_, str> {
    let piece = Piece { text: text.to_owned(), span: 0..text.len(), quoted: false };
    if operator(text).is_some() || bare_range(&piece).is_some() { quotes(text).into() } else { quoted(text) }
}

/// Returns the text as a query spells it: in quotes where it would mean something else without.
pub fn quoted(text: &str) -> Cow<'_, str> {
    let plain = |it: char| {
        it.is_alphanumeric() || matches!(it, '-' | '_' | '.' | '\'' | '/' | '&' | '+' | '%' | '*' | '!' | '?')
    };
    let bare = text.starts_with(|it: char| it.is_alphanumeric()) && text.chars().all(plain);
    if bare { Cow::Borrowed(text) } else { quotes(text).into() }
}

/// Returns the text in quotes.
pub(super) fn quotes(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Returns a sum with the greatest suffix that leaves it at most two decimals.
fn short(sum: Decimal) -> String {
    let scaled = |(letter, factor): (char, i64)| {
        let scaled = sum.checked_div(factor.into())?.normalize();
        let exact = scaled.checked_mul(factor.into()) == Some(sum) && scaled.scale() <= 2;
        (exact && scaled.abs() >= Decimal::ONE).then(|| format!("{scaled}{letter}"))
    };
    SUFFIXES.into_iter().find_map(scaled).unwrap_or_else(|| sum.normalize().to_string())
}
