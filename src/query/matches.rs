//! What a query means for one event, without any index.

use rust_decimal::Decimal;

use crate::{
    catalog::{Catalog, EventIdx, IdSet},
    chronology::{Amount, Bounds, End, Event, Instant, Match, Shape, When, Window},
};

use super::{
    ast::{Comparison, Expr, Part, Query, State, Term, Time},
    fuzzy::accepted_parties,
    names::{Folds, Parties, events_named},
    text::TextSearch,
    value::{after, before},
};

/// What a query needs from outside the catalog.
#[derive(Clone, Copy, Debug)]
pub struct Marks<'a> {
    /// The events that the user has marked, for `is:marked`.
    pub marked: &'a IdSet,
}

/// Returns whether an event matches a query: surely, possibly, or not.
///
/// This is the plain meaning of the language, and `eval` agrees with it. It looks up the names of the query anew on every
/// call: to filter more than a few events, evaluate.
pub fn matches(query: &Query, catalog: &Catalog, scope: &Marks<'_>, event: EventIdx) -> Match {
    expr(&query.root, catalog, *scope, event)
}

fn expr(it: &Expr, catalog: &Catalog, scope: Marks<'_>, event: EventIdx) -> Match {
    let of = |it: &Expr| expr(it, catalog, scope, event);
    match it {
        Expr::And(parts) => parts.iter().map(of).min().unwrap_or(Match::Surely),
        Expr::Or(parts) => parts.iter().map(of).max().unwrap_or(Match::No),
        Expr::Not(part) => match of(part) {
            Match::No => Match::Surely,
            Match::Possibly => Match::Possibly,
            Match::Surely => Match::No,
        },
        Expr::Term(term) => test(term, catalog, scope)(event),
    }
}

/// Returns whether all of where something can lie is in one of `times`.
pub(super) fn wholly_in(bounds: Option<Bounds>, times: &[Time]) -> bool {
    bounds.is_some_and(|it| times.iter().any(|time| time.window.covers(it.window())))
}

/// Returns where an event lies, from its own date.
fn bounds_of(catalog: &Catalog, event: EventIdx) -> Option<Bounds> {
    catalog.event(event).when.as_ref().map(When::bounds)
}

/// The meaning of a term, with its names looked up.
pub(super) type Test<'a> = Box<dyn Fn(EventIdx) -> Match + 'a>;

/// Returns what tells whether an event matches a term.
pub(super) fn test<'a>(term: &'a Term, catalog: &'a Catalog, scope: Marks<'a>) -> Test<'a> {
    let event = |it: EventIdx| catalog.event(it);
    let marked = scope.marked;
    match term {
        Term::Text(text) => {
            let search = TextSearch::new(text);
            yes_or_no(move |it| search.matches(&event(it)))
        }
        Term::Fuzzy(names) => {
            let parties: Vec<_> = names.iter().flat_map(|it| accepted_parties(catalog, &it.text)).collect();
            yes_or_no(move |it| catalog.parties_of(it).any(|it| parties.contains(&it)))
        }
        Term::Party(names) => {
            let parties = Parties::named(catalog, names);
            yes_or_no(move |it| event(it).parties.iter().any(|it| parties.contain(&it.party)))
        }
        Term::Role(names) => {
            let roles = Folds::of(names);
            yes_or_no(move |it| event(it).parties.iter().filter_map(|it| it.role.as_ref()).any(|it| roles.any_in(it)))
        }
        Term::Tag(names) => {
            let tags = Folds::of(names);
            yes_or_no(move |it| event(it).tags.iter().any(|it| tags.contain(it)))
        }
        Term::Category(names) => {
            let categories = Folds::of(names);
            yes_or_no(move |it| event(it).category.as_ref().is_some_and(|it| categories.contain(it)))
        }
        Term::Status(statuses) => yes_or_no(move |it| statuses.contains(&catalog.status(it))),
        Term::Said(stance, names) => {
            let parties = Parties::named(catalog, names);
            let said = move |it: &Event| {
                it.claims.iter().any(|it| stance.is_none_or(|stance| stance == it.stance) && parties.contain(&it.by))
            };
            yes_or_no(move |it| said(&event(it)))
        }
        Term::Source(names) => {
            let sources = Folds::of(names);
            let cites = move |it: &Event| {
                let claimed = it.claims.iter().filter_map(|it| it.source.as_ref());
                it.sources.iter().map(|it| &it.source).chain(claimed).any(|it| sources.contain(it))
            };
            yes_or_no(move |it| cites(&event(it)))
        }
        Term::In(times) => Box::new(move |it| in_any(bounds_of(catalog, it), times)),
        Term::Surely(times) => yes_or_no(move |it| in_any(bounds_of(catalog, it), times) == Match::Surely),
        Term::Wholly(times) => yes_or_no(move |it| wholly_in(bounds_of(catalog, it), times)),
        Term::Before(time) => in_window(catalog, before(time)),
        Term::After(time) => in_window(catalog, after(time)),
        Term::Known(times) => Box::new(move |it| in_any(catalog.known(it).as_ref().map(When::bounds), times)),
        Term::Amount(currency, comparison, sum) => {
            let currency = currency.as_ref().map(|it| Folds::of(std::slice::from_ref(it)));
            let of = move |it: &Amount| match &currency {
                Some(currency) if !currency.contain(&it.currency) => Match::No,
                _ => compare((it.least(), it.most()), *comparison, *sum),
            };
            Box::new(move |it| event(it).amounts.iter().map(&of).max().unwrap_or(Match::No))
        }
        Term::Has(parts) => yes_or_no(move |it| parts.iter().any(|part| has(catalog, it, *part))),
        Term::Is(states) => yes_or_no(move |it| states.iter().any(|state| is(catalog, marked, it, *state))),
        Term::Within(lapse, names) => {
            let events = events_named(catalog, names);
            Box::new(move |it| {
                events.iter().map(|other| within(catalog, it, *other, lapse.millis())).max().unwrap_or(Match::No)
            })
        }
    }
}

pub(super) fn yes_or_no<'a>(test: impl Fn(EventIdx) -> bool + 'a) -> Test<'a> {
    Box::new(move |it| if test(it) { Match::Surely } else { Match::No })
}

pub(super) fn in_window(catalog: &Catalog, window: Option<Window>) -> Test<'_> {
    Box::new(move |it| catalog.bounds(it).zip(window).map_or(Match::No, |(bounds, window)| bounds.matches(window)))
}

pub(super) fn in_any(bounds: Option<Bounds>, times: &[Time]) -> Match {
    let Some(bounds) = bounds else { return Match::No };
    times.iter().map(|it| bounds.matches(it.window)).max().unwrap_or(Match::No)
}

/// Compares all that an amount can be, from its least to its most, with a sum: surely where each value satisfies, possibly where one does.
pub(super) fn compare(
    (least, most): (Option<Decimal>, Option<Decimal>),
    comparison: Comparison,
    sum: Decimal,
) -> Match {
    let (surely, possibly) = match comparison {
        Comparison::More => (least.is_some_and(|it| sum < it), most.is_none_or(|it| sum < it)),
        Comparison::AtLeast => (least.is_some_and(|it| sum <= it), most.is_none_or(|it| sum <= it)),
        Comparison::Less => (most.is_some_and(|it| it < sum), least.is_none_or(|it| it < sum)),
        Comparison::AtMost => (most.is_some_and(|it| it <= sum), least.is_none_or(|it| it <= sum)),
        Comparison::Equal => (
            least == Some(sum) && most == Some(sum),
            least.is_none_or(|it| it <= sum) && most.is_none_or(|it| sum <= it),
        ),
    };
    match (surely, possibly) {
        (true, true) => Match::Surely,
        (_, true) => Match::Possibly,
        (_, false) => Match::No,
    }
}

fn has(catalog: &Catalog, idx: EventIdx, part: Part) -> bool {
    let event = catalog.event(idx);
    match part {
        Part::Date => event.when.is_some(),
        Part::End => event.when.as_ref().map(When::bounds).is_some_and(has_end),
        Part::Amount => !event.amounts.is_empty(),
        Part::Link => !event.links.is_empty() || !catalog.links_to(idx).is_empty(),
        Part::Source => !event.sources.is_empty() || event.claims.iter().any(|it| it.source.is_some()),
        Part::Claim => !event.claims.is_empty(),
        Part::Party => !event.parties.is_empty(),
        Part::Tag => !event.tags.is_empty(),
        Part::Category => event.category.is_some(),
        Part::Summary => event.summary.is_some(),
        Part::Note => event.note.is_some(),
        Part::Place => event.place.is_some(),
        Part::Known => catalog.known(idx).is_some(),
    }
}

/// Returns whether it lasted and is known to have ended.
pub(super) fn has_end(it: Bounds) -> bool {
    it.shape == Shape::Span && it.end == End::Known
}

/// Returns whether it lasts and goes on.
pub(super) fn is_ongoing(it: Bounds) -> bool {
    it.shape == Shape::Span && it.end == End::Open
}

fn is(catalog: &Catalog, marked: &IdSet, idx: EventIdx, state: State) -> bool {
    let event = catalog.event(idx);
    let when = event.when.as_ref();
    match state {
        State::Undated => when.is_none(),
        State::Ongoing => when.map(When::bounds).is_some_and(is_ongoing),
        State::Approximate => when.is_some_and(When::is_approximate),
        State::Uncertain => when.is_some_and(When::is_uncertain),
        State::Marked => marked.contains(idx),
        State::Status(status) => catalog.status(idx) == status,
    }
}

/// Returns how an event meets the time within `millis` of another: possibly where their possible ranges come so near, surely
/// where some of the one is so near to some of the other however the dates fall. A dated event is at no distance from itself.
pub(super) fn within(catalog: &Catalog, event: EventIdx, other: EventIdx, millis: i128) -> Match {
    let (Some(a), Some(b)) = (catalog.bounds(event), catalog.bounds(other)) else { return Match::No };
    if event == other {
        return Match::Surely;
    }
    // What is near to the whole of a range is near to wherever in it the event lies. A part that is certain needs no such care.
    let near_to_all = around(b.latest, b.earliest, millis);
    let near_to_certain = b.certain.and_then(|it| around(it.first, it.last, millis));
    let near_to_any = around(b.earliest, b.latest, millis);
    let is_surely_in = |it: &Window| a.matches(*it) == Match::Surely;
    match near_to_any {
        _ if [near_to_all, near_to_certain].iter().flatten().any(is_surely_in) => Match::Surely,
        Some(near) if near.touches(a.window()) => Match::Possibly,
        _ => Match::No,
    }
}

/// Returns the time from `millis` before `first` to `millis` after `last`, or nothing where the one comes after the other.
pub(super) fn around(first: Instant, last: Instant, millis: i128) -> Option<Window> {
    let (first, last) = (i128::from(first.0) - millis, i128::from(last.0) + millis);
    let at = |millis: i128| Instant(millis.clamp(i64::MIN.into(), i64::MAX.into()) as i64);
    (first <= last).then(|| Window { first: at(first), last: at(last) })
}
