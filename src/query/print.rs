//! From a [`Query`] back to text: the shortest spelling that reads as the same query.

use std::{borrow::Cow, fmt};

use rust_decimal::Decimal;

use crate::chronology::Named;

use super::{
    ast::{Expr, Lapse, Name, Query, Term, Time},
    value::SUFFIXES,
    words::{Field, key_of},
};

impl fmt::Display for Query {
    /// Writes what the query means, spaced and quoted in one way.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.root.fmt(f)
    }
}

impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::And(parts) => joined(f, parts, " "),
            Self::Or(parts) => joined(f, parts, " | "),
            Self::Not(part) if matches!(**part, Self::Term(_)) => write!(f, "-{part}"),
            Self::Not(part) => write!(f, "-({part})"),
            Self::Term(term) => term.fmt(f),
        }
    }
}

fn joined(f: &mut fmt::Formatter<'_>, parts: &[Expr], separator: &str) -> fmt::Result {
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            f.write_str(separator)?;
        }
        match part {
            // Among the parts of an `Or`, an `And` needs none.
            Expr::Or(_) => write!(f, "({part})")?,
            part => write!(f, "{part}")?,
        }
    }
    Ok(())
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(&quoted(text)),
            Self::Fuzzy(names) => write!(f, "@{}", list(names, Name::spelling)),
            Self::Tag(names) => write!(f, "#{}", list(names, Name::spelling)),
            Self::Party(names) => keyed(f, Field::Party, &list(names, Name::spelling)),
            Self::Role(names) => keyed(f, Field::Role, &list(names, Name::spelling)),
            Self::Category(names) => keyed(f, Field::Category, &list(names, Name::spelling)),
            Self::Source(names) => keyed(f, Field::Source, &list(names, Name::spelling)),
            Self::Said(stance, names) => keyed(f, Field::Said(*stance), &list(names, Name::spelling)),
            Self::Status(words) => keyed(f, Field::Status, &list(words, |it| it.name().into())),
            Self::Has(words) => keyed(f, Field::Has, &list(words, |it| it.name().into())),
            Self::Is(words) => keyed(f, Field::Is, &list(words, |it| it.name().into())),
            Self::In(times) => keyed(f, Field::In, &list(times, Time::spelling)),
            Self::Surely(times) => keyed(f, Field::Surely, &list(times, Time::spelling)),
            Self::Wholly(times) => keyed(f, Field::Wholly, &list(times, Time::spelling)),
            Self::Known(times) => keyed(f, Field::Known, &list(times, Time::spelling)),
            Self::Before(time) => keyed(f, Field::Before, &time.spelling()),
            Self::After(time) => keyed(f, Field::After, &time.spelling()),
            Self::Amount(currency, comparison, sum) => {
                let currency = currency.as_ref().map(|it| format!(":{}", it.spelling())).unwrap_or_default();
                write!(f, "{}{currency}{}{}", key_of(Field::Amount).name, comparison.sign(), short(*sum))
            }
            Self::Within(Lapse { n, unit }, events) => {
                keyed(f, Field::Within, &format!("{n}{}:{}", unit.letter(), list(events, Name::spelling)))
            }
        }
    }
}

fn keyed(f: &mut fmt::Formatter<'_>, field: Field, value: &str) -> fmt::Result {
    write!(f, "{}:{value}", key_of(field).name)
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

/// Returns the text as a query spells it: in quotes where it would mean something else without.
pub fn quoted(text: &str) -> Cow<'_, str> {
    let plain = |it: char| {
        it.is_alphanumeric() || matches!(it, '-' | '_' | '.' | '\'' | '/' | '&' | '+' | '%' | '*' | '!' | '?')
    };
    let bare = text.starts_with(|it: char| it.is_alphanumeric()) && text.chars().all(plain);
    if bare { Cow::Borrowed(text) } else { quotes(text).into() }
}

fn quotes(text: &str) -> String {
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
