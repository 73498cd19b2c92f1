//! What a query means for one event, read whole and without any index: what [`eval`](super::super::eval) has to agree with.

use crate::{
    catalog::{Catalog, EventIdx, IdSet},
    chronology::{Amount, Event, Match, Stance, Status, When, standing, voices},
    query::{
        Query, TextSearch,
        ast::{Expr, HasWord, IsWord, Joint, Name, NameOf, Term, TimeOf},
        fuzzy::accepted_parties,
        meaning::{compare, has_end, in_any, is_ongoing, is_so_many, wholly_in, windows, within},
        names::{Folds, Parties, events_named, is_source},
    },
};

/// Returns whether an event matches a query: surely, possibly, or not.
pub(super) fn matches(query: &Query, catalog: &Catalog, marked: &IdSet, event: EventIdx) -> Match {
    let of = |it: &Expr| expr(it, catalog, marked, event);
    query.terms.iter().map(|it| of(&it.1)).min().unwrap_or(Match::Surely)
}

fn expr(it: &Expr, catalog: &Catalog, marked: &IdSet, event: EventIdx) -> Match {
    let of = |it: &Expr| expr(it, catalog, marked, event);
    match it {
        Expr::Several(Joint::All, parts) => parts.iter().map(of).min().unwrap_or(Match::Surely),
        Expr::Several(Joint::Any, parts) => parts.iter().map(of).max().unwrap_or(Match::No),
        Expr::Not(part) => match of(part) {
            Match::No => Match::Surely,
            Match::Possibly => Match::Possibly,
            Match::Surely => Match::No,
        },
        Expr::Term(it) => term(it, catalog, marked, event),
    }
}

fn yes_or_no(is: bool) -> Match {
    if is { Match::Surely } else { Match::No }
}

fn term(term: &Term, catalog: &Catalog, marked: &IdSet, idx: EventIdx) -> Match {
    let event = &*catalog.event(idx);
    match term {
        Term::Text(text) => yes_or_no(TextSearch::new(&text.text).matches(event)),
        Term::Fuzzy(names) => {
            let mut parties = names.iter().flat_map(|it| accepted_parties(catalog, &it.text));
            yes_or_no(parties.any(|it| catalog.parties_of(idx).any(|other| it == other)))
        }
        Term::Names(of, names) => yes_or_no(is_named(*of, names, catalog, event)),
        Term::Status(statuses) => yes_or_no(statuses.contains(&catalog.status(idx))),
        Term::Times(of, times) => {
            let known = catalog.known(idx);
            let when = if *of == TimeOf::Known { known.as_ref() } else { event.when.as_ref() };
            let (bounds, windows) = (when.map(When::bounds), windows(*of, times));
            let met = |it: &When, window| match of {
                TimeOf::Known => it.bounds().matches(window),
                _ => it.matches(window),
            };
            let met = in_any(|window| when.map_or(Match::No, |it| met(it, window)), &windows);
            match of {
                TimeOf::In | TimeOf::Before | TimeOf::After | TimeOf::Known => met,
                TimeOf::Surely => yes_or_no(met == Match::Surely),
                TimeOf::Wholly => yes_or_no(wholly_in(bounds, &windows)),
            }
        }
        Term::Amount(currency, comparison, sum) => {
            let of = |it: &Amount| match currency {
                Some(wanted) if !Folds::of(std::slice::from_ref(wanted)).contain(&it.currency) => Match::No,
                _ => compare((it.least(), it.most()), *comparison, *sum),
            };
            event.amounts.iter().map(of).max().unwrap_or(Match::No)
        }
        Term::Voices(comparison, n) => yes_or_no(is_so_many(voices(event, catalog).voices.len(), *comparison, *n)),
        Term::Link(kinds) => {
            let own = event.links.iter().any(|it| kinds.contains(&it.kind));
            let to_it = |other: &Event| other.links.iter().any(|it| it.to == event.id && kinds.contains(&it.kind));
            yes_or_no(own || (catalog.find(&event.id) == Some(idx) && catalog.iter().any(|(_, it)| to_it(&it))))
        }
        Term::Linked(names) => {
            let others = events_named(catalog, names);
            yes_or_no(others.iter().any(|it| leads_to(catalog, idx, *it) || leads_to(catalog, *it, idx)))
        }
        Term::Has(words) => yes_or_no(words.iter().any(|it| has(catalog, idx, event, *it))),
        Term::Is(words) => yes_or_no(words.iter().any(|it| is(catalog, marked, idx, event, *it))),
        Term::Within(lapse, names) => {
            let others = events_named(catalog, names).into_iter();
            others.map(|it| within(catalog, idx, it, *lapse)).max().unwrap_or(Match::No)
        }
    }
}

/// Returns whether a link of one event leads to another, or a claim on it is made there.
fn leads_to(catalog: &Catalog, from: EventIdx, to: EventIdx) -> bool {
    let event = catalog.event(from);
    let acts = event.claims.iter().filter_map(|it| it.act.as_ref());
    event.links.iter().map(|it| &it.to).chain(acts).any(|it| catalog.find(it) == Some(to))
}

fn is_named(of: NameOf, names: &[Name], catalog: &Catalog, event: &Event) -> bool {
    let (folds, parties) = (Folds::of(names), Parties::named(catalog, names));
    match of {
        NameOf::Party => event.parties.iter().any(|it| parties.contain(&it.party)),
        NameOf::Role => event.parties.iter().filter_map(|it| it.role.as_ref()).any(|it| folds.any_in(it)),
        NameOf::Tag => event.tags.iter().any(|it| folds.contain(it)),
        NameOf::Category => event.category.as_ref().is_some_and(|it| folds.contain(it)),
        NameOf::Source => {
            let claimed = event.claims.iter().filter_map(|it| it.source.as_ref());
            event.sources.iter().map(|it| &it.source).chain(claimed).any(|it| is_source(catalog, &folds, it))
        }
        NameOf::Place => event.place.iter().any(|it| folds.any_in(it)),
        NameOf::Claimant(stance) => {
            event.claims.iter().any(|it| stance.is_none_or(|stance| stance == it.stance) && parties.contain(&it.by))
        }
    }
}

fn has(catalog: &Catalog, idx: EventIdx, event: &Event, word: HasWord) -> bool {
    match word {
        HasWord::Date => event.when.is_some(),
        HasWord::End => event.when.as_ref().map(When::bounds).is_some_and(has_end),
        HasWord::Amount => !event.amounts.is_empty(),
        HasWord::Link => !event.links.is_empty() || !catalog.links_to(idx).is_empty(),
        HasWord::Source => !event.sources.is_empty() || event.claims.iter().any(|it| it.source.is_some()),
        HasWord::Claim => !event.claims.is_empty(),
        HasWord::Party => !event.parties.is_empty(),
        HasWord::Tag => !event.tags.is_empty(),
        HasWord::Category => event.category.is_some(),
        HasWord::Summary => event.summary.is_some(),
        HasWord::Note => event.note.is_some(),
        HasWord::Place => event.place.is_some(),
        HasWord::Known => catalog.known(idx).is_some(),
    }
}

fn is(catalog: &Catalog, marked: &IdSet, idx: EventIdx, event: &Event, word: IsWord) -> bool {
    let when = event.when.as_ref();
    match word {
        IsWord::Undated => when.is_none(),
        IsWord::Ongoing => when.map(When::bounds).is_some_and(is_ongoing),
        IsWord::Approximate => when.is_some_and(When::is_approximate),
        IsWord::Uncertain => when.is_some_and(When::is_uncertain),
        IsWord::Key => event.key,
        IsWord::Denied => {
            catalog.status(idx) == Status::Denied
                || standing(event, catalog).iter().any(|it| it.stance == Stance::Denies)
        }
        IsWord::Marked => marked.contains(idx),
        IsWord::Status(status) => catalog.status(idx) == status,
    }
}
