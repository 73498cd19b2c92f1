//! What a term means for one event, from the catalog's columns: the same as `matches` says of the whole event, without reading it.

use crate::{
    catalog::{Catalog, EventIdx, Facts},
    chronology::{Bounds, Match},
};

use super::{
    ast::{Part, State, Term},
    fuzzy::accepted_parties,
    matches::{Marks, Test, compare, has_end, in_any, in_window, is_ongoing, wholly_in, within, yes_or_no},
    names::{Folds, Parties, events_named},
    text::TextSearch,
    value::{after, before},
};

/// Returns what tells whether an event matches a term.
pub(super) fn test<'a>(term: &'a Term, catalog: &'a Catalog, scope: Marks<'a>) -> Test<'a> {
    match term {
        Term::Text(text) => {
            let search = TextSearch::new(text);
            yes_or_no(move |it| search.is_in_event(catalog, it))
        }
        Term::Fuzzy(names) => {
            let parties: Vec<_> = names.iter().flat_map(|it| accepted_parties(catalog, &it.text)).collect();
            yes_or_no(move |it| catalog.parties_of(it).any(|it| parties.contains(&it)))
        }
        Term::Role(names) => {
            let roles = Folds::of(names);
            yes_or_no(catalog.role_where(move |it| roles.any_in(it)))
        }
        Term::Said(stance, names) => {
            let parties = Parties::named(catalog, names);
            yes_or_no(catalog.said_where(*stance, move |it| parties.contain(it)))
        }
        Term::Status(statuses) => yes_or_no(move |it| statuses.contains(&catalog.status(it))),
        Term::In(times) => Box::new(move |it| in_any(catalog.bounds(it), times)),
        Term::Surely(times) => yes_or_no(move |it| in_any(catalog.bounds(it), times) == Match::Surely),
        Term::Wholly(times) => yes_or_no(move |it| wholly_in(catalog.bounds(it), times)),
        Term::Before(time) => in_window(catalog, before(time)),
        Term::After(time) => in_window(catalog, after(time)),
        Term::Known(times) => Box::new(move |it| in_any(catalog.known_bounds(it), times)),
        Term::Amount(currency, comparison, sum) => {
            let currency = currency.as_ref().map(|it| Folds::of(std::slice::from_ref(it)));
            Box::new(move |it| {
                let of = |(least, most, own): (_, _, &str)| match &currency {
                    Some(currency) if !currency.contain(own) => Match::No,
                    _ => compare((least, most), *comparison, *sum),
                };
                catalog.amounts_of(it).map(of).max().unwrap_or(Match::No)
            })
        }
        Term::Has(parts) => yes_or_no(move |it| parts.iter().any(|part| has(catalog, it, *part))),
        Term::Is(states) => yes_or_no(move |it| states.iter().any(|state| is(catalog, scope, it, *state))),
        Term::Within(lapse, names) => {
            let events = events_named(catalog, names);
            Box::new(move |it| {
                events.iter().map(|other| within(catalog, it, *other, lapse.millis())).max().unwrap_or(Match::No)
            })
        }
        // An index answers these; what they mean is asked for all the same where it is not at hand.
        Term::Party(_) | Term::Tag(_) | Term::Category(_) | Term::Source(_) => {
            super::matches::test(term, catalog, scope)
        }
    }
}

fn has(catalog: &Catalog, event: EventIdx, part: Part) -> bool {
    let facts = catalog.facts(event);
    match part {
        Part::Date => event.index() < catalog.n_dated(),
        Part::End => catalog.bounds(event).is_some_and(has_end),
        Part::Amount => facts.has(Facts::AMOUNT),
        Part::Link => facts.has(Facts::LINK) || !catalog.links_to(event).is_empty(),
        Part::Source => facts.has(Facts::SOURCE),
        Part::Claim => facts.has(Facts::CLAIM),
        Part::Party => facts.has(Facts::PARTY),
        Part::Tag => facts.has(Facts::TAG),
        Part::Category => facts.has(Facts::CATEGORY),
        Part::Summary => facts.has(Facts::SUMMARY),
        Part::Note => facts.has(Facts::NOTE),
        Part::Place => facts.has(Facts::PLACE),
        Part::Known => catalog.known_bounds(event).is_some(),
    }
}

fn is(catalog: &Catalog, scope: Marks<'_>, event: EventIdx, state: State) -> bool {
    let ongoing = |it: Option<Bounds>| it.is_some_and(is_ongoing);
    match state {
        State::Undated => catalog.n_dated() <= event.index(),
        State::Ongoing => ongoing(catalog.bounds(event)),
        State::Approximate => catalog.facts(event).has(Facts::APPROXIMATE),
        State::Uncertain => catalog.facts(event).has(Facts::UNCERTAIN),
        State::Marked => scope.marked.contains(event),
        State::Status(status) => catalog.status(event) == status,
    }
}
