//! What the values of a term mean for one event, from the catalog's columns.

use rust_decimal::Decimal;

use crate::{
    catalog::{Catalog, EventIdx, Facts, IdSet},
    chronology::{Bounds, End, Instant, Match, Shape, Window},
};

use super::ast::{Comparison, HasWord, IsWord, Lapse, Time, TimeOf};

/// Returns the windows in which something is to lie. There is none before all time nor after it.
pub(super) fn windows(of: TimeOf, times: &[Time]) -> Vec<Window> {
    let window = |it: &Time| match of {
        TimeOf::Before => {
            it.window.first.0.checked_sub(1).map(|last| Window { first: Instant::MIN, last: Instant(last) })
        }
        TimeOf::After => {
            it.window.last.0.checked_add(1).map(|first| Window { first: Instant(first), last: Instant::MAX })
        }
        TimeOf::In | TimeOf::Surely | TimeOf::Wholly | TimeOf::Known => Some(it.window),
    };
    times.iter().filter_map(window).collect()
}

/// Returns how something lies to the windows: surely where it is in one, however its date turns out.
pub(super) fn in_any(matches: impl Fn(Window) -> Match, windows: &[Window]) -> Match {
    windows.iter().map(|it| matches(*it)).max().unwrap_or(Match::No)
}

/// Returns whether all of where something can lie is in one of the windows.
pub(super) fn wholly_in(bounds: Option<Bounds>, windows: &[Window]) -> bool {
    bounds.is_some_and(|it| windows.iter().any(|window| window.covers(it.window())))
}

/// Compares all that an amount can be, from its least to its most, with a sum: surely where each value satisfies, possibly where one does.
pub(super) fn compare(
    (least, most): (Option<Decimal>, Option<Decimal>),
    comparison: Comparison,
    sum: Decimal,
) -> Match {
    let can_be = least.is_none_or(|it| it <= sum) && most.is_none_or(|it| sum <= it);
    let is = least == Some(sum) && most == Some(sum);
    let (surely, possibly) = match comparison {
        Comparison::More => (least.is_some_and(|it| sum < it), most.is_none_or(|it| sum < it)),
        Comparison::AtLeast => (least.is_some_and(|it| sum <= it), most.is_none_or(|it| sum <= it)),
        Comparison::Less => (most.is_some_and(|it| it < sum), least.is_none_or(|it| it < sum)),
        Comparison::AtMost => (most.is_some_and(|it| it <= sum), least.is_none_or(|it| it <= sum)),
        Comparison::Equal => (is, can_be),
        Comparison::Other => (!can_be, !is),
    };
    match (surely, possibly) {
        (true, true) => Match::Surely,
        (_, true) => Match::Possibly,
        (_, false) => Match::No,
    }
}

/// Returns whether as many voices are heard as are asked for.
pub(super) fn is_so_many(n_voices: usize, comparison: Comparison, wanted: u32) -> bool {
    let n = Some(n_voices.into());
    compare((n, n), comparison, wanted.into()) == Match::Surely
}

pub(super) fn has(catalog: &Catalog, event: EventIdx, word: HasWord) -> bool {
    let facts = catalog.facts(event);
    match word {
        HasWord::Date => event.index() < catalog.n_dated(),
        HasWord::End => catalog.bounds(event).is_some_and(has_end),
        HasWord::Amount => facts.has(Facts::AMOUNT),
        HasWord::Link => facts.has(Facts::LINK) || !catalog.links_to(event).is_empty(),
        HasWord::Source => facts.has(Facts::SOURCE),
        HasWord::Claim => facts.has(Facts::CLAIM),
        HasWord::Party => facts.has(Facts::PARTY),
        HasWord::Tag => facts.has(Facts::TAG),
        HasWord::Category => facts.has(Facts::CATEGORY),
        HasWord::Summary => facts.has(Facts::SUMMARY),
        HasWord::Note => facts.has(Facts::NOTE),
        HasWord::Place => facts.has(Facts::PLACE),
        HasWord::Known => catalog.known_bounds(event).is_some(),
    }
}

pub(super) fn is(catalog: &Catalog, marked: &IdSet, event: EventIdx, word: IsWord) -> bool {
    match word {
        IsWord::Undated => catalog.n_dated() <= event.index(),
        IsWord::Ongoing => catalog.bounds(event).is_some_and(is_ongoing),
        IsWord::Approximate => catalog.facts(event).has(Facts::APPROXIMATE),
        IsWord::Uncertain => catalog.facts(event).has(Facts::UNCERTAIN),
        IsWord::Marked => marked.contains(event),
        IsWord::Key => catalog.facts(event).has(Facts::KEY),
        IsWord::Denied => catalog.is_denied(event),
        IsWord::Status(status) => catalog.status(event) == status,
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

/// Returns how near an event is to another, the same from either: possibly within a length of time where their possible ranges
/// come so near, surely where some of the one is so near to some of the other however the dates fall. A dated event is at no
/// distance from itself.
pub(super) fn within(catalog: &Catalog, event: EventIdx, other: EventIdx, lapse: Lapse) -> Match {
    let (Some(a), Some(b)) = (catalog.bounds(event), catalog.bounds(other)) else { return Match::No };
    if event == other || is_surely_near(a, b, lapse) || is_surely_near(b, a, lapse) {
        Match::Surely
    } else if can_be_near(a, b, lapse) || can_be_near(b, a, lapse) {
        // A month before a day is not always the day a month after which it is.
        Match::Possibly
    } else {
        Match::No
    }
}

fn can_be_near(it: Bounds, other: Bounds, lapse: Lapse) -> bool {
    lapse.around(other.earliest, other.latest).is_some_and(|near| near.touches(it.window()))
}

fn is_surely_near(it: Bounds, other: Bounds, lapse: Lapse) -> bool {
    // What is near to the whole of a range is near to wherever in it the event lies. A part that is certain needs no such care.
    let near_to_all = lapse.around(other.latest, other.earliest);
    let near_to_certain = other.certain.and_then(|it| lapse.around(it.first, it.last));
    [near_to_all, near_to_certain].into_iter().flatten().any(|near| it.matches(near) == Match::Surely)
}
