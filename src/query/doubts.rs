//! What is told of a query that has no mistake and still finds less than its author thinks: names of nothing, words that only
//! sources have, and terms that no event can match together.

use std::{collections::HashSet, ops::Range};

use crate::{
    catalog::{Catalog, Facet, IdSet},
    chronology::Window,
    diag::{Diagnostic, Span},
};

use super::{
    ast::{Comparison, Expr, HasWord, IsWord, Joint, Name, NameOf, Query, Term, Time, TimeOf},
    fold::fold,
    meaning::windows,
    names::{Folds, is_source, unknown_names},
    syntax::quoted,
    text::TextSearch,
};

/// Returns a warning for each value that nothing in the catalog has, each word that only sources have, and each pair of terms that
/// nothing, or hardly anything, can match.
pub fn told_of(query: &Query, catalog: &Catalog) -> Vec<Diagnostic> {
    let mut told = unknown_names(query, catalog);
    told.extend(query.single_terms().into_iter().filter_map(|it| match it {
        Term::Text(words) => only_in_sources(words, catalog),
        _ => None,
    }));
    told.extend(never_together(query));
    told
}

/// Returns a warning where only the sources of events have a word, and how to ask for it.
fn only_in_sources(words: &Name, catalog: &Catalog) -> Option<Diagnostic> {
    let n_events = events_by_source(words, catalog)?.len();
    let found = if n_events == 1 { "find it" } else { "find them" };
    let n_events = if n_events == 1 { "1 event".to_owned() } else { format!("{n_events} events") };
    let message = format!("`{}` is in no event's own words, but in the sources of {n_events}", words.text);
    let told = Diagnostic::warning("only-in-sources", message).at(Span::new(0, words.at.start, words.at.end));
    Some(told.help(format!("write `source:{}` to {found}", quoted(&words.text))))
}

/// Returns the events whose sources have words that no event has itself; nothing where there are none, or one has them.
fn events_by_source(words: &Name, catalog: &Catalog) -> Option<IdSet> {
    let search = TextSearch::new(&words.text);
    if search.is_empty() {
        return None;
    }
    let wanted = Folds::of(std::slice::from_ref(words));
    let sources = catalog.facet(Facet::Source).iter().filter(|it| is_source(catalog, &wanted, &it.name));
    let events = IdSet::from_iter(catalog.len(), sources.flat_map(|it| &it.ids).copied());
    // Sources are few: most words are not looked for a second time.
    (!events.is_empty() && search.find(catalog, &catalog.all()).is_empty()).then_some(events)
}

/// Returns a warning for each term that must match and cannot do so together with one before it.
fn never_together(query: &Query) -> Vec<Diagnostic> {
    let parts: Vec<(&Range<usize>, &Expr)> = query.terms.iter().flat_map(|(at, it)| must_match(at, it)).collect();
    let told = parts.iter().enumerate().filter_map(|(number, (at, part))| {
        let (message, help) = parts[..number].iter().find_map(|(_, before)| apart(before, part))?;
        Some(Diagnostic::warning("never", message).at(Span::new(0, at.start, at.end)).help(help))
    });
    told.collect()
}

fn must_match<'a>(at: &'a Range<usize>, it: &'a Expr) -> Vec<(&'a Range<usize>, &'a Expr)> {
    match it {
        Expr::Several(Joint::All, parts) => parts.iter().map(|it| (at, it)).collect(),
        it => vec![(at, it)],
    }
}

/// Returns why nothing, or hardly anything, matches both, and what to write instead.
fn apart(a: &Expr, b: &Expr) -> Option<(&'static str, &'static str)> {
    match (a, b) {
        (Expr::Not(inner), term) | (term, Expr::Not(inner)) if **inner == *term && is_yes_or_no(term) => {
            Some(("nothing matches a term and its opposite", "leave one of them out, or write `or` between them"))
        }
        (Expr::Term(a), Expr::Term(b)) => terms_apart(a, b).or_else(|| terms_apart(b, a)),
        _ => None,
    }
}

/// Returns whether a term is never only possible: what is possibly in a time is possibly not in it.
fn is_yes_or_no(it: &Expr) -> bool {
    !matches!(it, Expr::Term(Term::Times(..) | Term::Amount(..) | Term::Within(..)) | Expr::Several(..) | Expr::Not(_))
}

fn terms_apart(a: &Term, b: &Term) -> Option<(&'static str, &'static str)> {
    match (a, b) {
        (Term::Status(a), Term::Status(b)) if !a.iter().any(|it| b.contains(it)) => {
            Some(("no event has two statuses", "for one or the other, write `status:alleged,disputed`"))
        }
        (Term::Names(NameOf::Category, a), Term::Names(NameOf::Category, b)) if !share_a_name(a, b) => {
            Some(("no event has two categories", "for one or the other, write `cat:agreement,spending`"))
        }
        (Term::Is(words), Term::Times(of, _)) if *of != TimeOf::Known && **words == [IsWord::Undated] => {
            Some(("an event without a date is in no time", "leave `is:undated` out, or the time"))
        }
        (Term::Is(words), Term::Has(parts)) if **words == [IsWord::Undated] && **parts == [HasWord::Date] => {
            Some(("an event without a date has none", "leave one of them out"))
        }
        (Term::Times(TimeOf::Wholly, a), Term::Times(TimeOf::Wholly, b))
            if !touch(TimeOf::Wholly, a, TimeOf::Wholly, b) =>
        {
            Some((
                "nothing lies wholly in two times that do not meet",
                "for one or the other, write `wholly:2013,2015`",
            ))
        }
        (Term::Times(of_a, a), Term::Times(of_b, b))
            if *of_a != TimeOf::Known && *of_b != TimeOf::Known && !touch(*of_a, a, *of_b, b) =>
        {
            let help = "for what lies between two dates write `in:2010..2015`, for one time or another `in:2010,2015`";
            Some(("these times do not meet: only what lasts from the one into the other is in both", help))
        }
        (Term::Amount(of_a, by_a, a), Term::Amount(of_b, by_b, b)) => {
            let currency = |it: &Option<Name>| it.as_ref().map(|it| fold(&it.text));
            let is_lower = |by: &Comparison| matches!(by, Comparison::Less | Comparison::AtMost);
            let is_upper = |by: &Comparison| matches!(by, Comparison::More | Comparison::AtLeast);
            let both_hold = *by_a == Comparison::AtMost && *by_b == Comparison::AtLeast;
            let apart = currency(of_a) == currency(of_b)
                && is_lower(by_a)
                && is_upper(by_b)
                && (a < b || (a == b && !both_hold));
            let help = "for one amount between two sums, write the greater behind `<`";
            apart.then_some(("no amount is both: only an event with several amounts matches", help))
        }
        _ => None,
    }
}

fn share_a_name(a: &[Name], b: &[Name]) -> bool {
    let names: HashSet<String> = a.iter().map(|it| fold(&it.text)).collect();
    b.iter().any(|it| names.contains(&fold(&it.text)))
}

/// Returns whether some instant is in both of two times.
fn touch(of_a: TimeOf, a: &[Time], of_b: TimeOf, b: &[Time]) -> bool {
    let (a, b): (Vec<Window>, Vec<Window>) = (windows(of_a, a), windows(of_b, b));
    a.iter().any(|it| b.iter().any(|other| it.touches(*other)))
}
