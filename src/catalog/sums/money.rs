//! Which money adds up.
//!
//! - A sum is of one kind, one currency and one `per`, and of one standing: what is documented or reported, what is alleged or
//!   disputed, and what has no source. What is denied or retracted, and what another event supersedes, is in no sum.
//! - On an event that is nothing but its own act (a letter, a post) amounts stand as alleged: that it was written proves no sum.
//! - Versions of one value count once, as the range from the least to the most: amounts of one kind in one event that name
//!   different sources or parties, and those of events joined by `contradicts` or `corroborates`, over any number of such links
//!   between events of the sum.
//! - What is part of another event of the sum, over any number of `part-of`, is not added to it.
//! - Where there is a range, what lies wholly in it adds; what sticks out of it or is only possibly in it is told beside.
//! - A rate adds to rates of the same time only, and one without a date to none but those of its event.
//!
//! Each amount of the events is in one sum or told with the reason for which it is in none.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{
    added::{Left, NthAmount, Standing, Sum, Unadded},
    versions::{Worth, plus, values},
};
use crate::{
    catalog::{
        ids::{EventIdx, IdSet},
        snapshot::Catalog,
        table::{Bearing, Money},
    },
    chronology::{LinkKind, Shape, Window},
};

/// What amounts have in common that are of one sum: the currency, what they are per, the kind, the standing, and of a rate the time.
pub(super) type Head<'a> = (&'a str, Option<&'a str>, Option<&'a str>, Standing, Option<Time>);

/// The time that a rate is of: that of its event, or else none but the event's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Time {
    At(Window),
    OfEvent(EventIdx),
}

/// What money adds up to.
#[derive(Debug, Default)]
pub(super) struct AddedUp {
    pub(super) sums: Vec<Sum>,
    pub(super) unadded: Vec<Unadded>,
}

/// Adds up the money in the events of `ids`. Of each list of windows in `range`, one has to hold all of where an event can lie.
pub(super) fn add_up(catalog: &Catalog, ids: &IdSet, range: &[Vec<Window>]) -> AddedUp {
    let mut groups: BTreeMap<Head, Vec<NthAmount>> = BTreeMap::new();
    let mut added = AddedUp::default();
    for event in ids.iter().take_while(|it| it.index() < catalog.len()) {
        let amounts = catalog.columns.amounts.of(catalog.row(event));
        if amounts.is_empty() {
            continue;
        }
        let standing = may_add(catalog, event, range);
        for (number, money) in amounts.iter().enumerate() {
            let amount = NthAmount { event, number };
            match standing {
                Ok(standing) => groups.entry(head(catalog, event, money, standing)).or_default().push(amount),
                Err(left) => added.unadded.push(Unadded { left, amount }),
            }
        }
    }
    for (head, amounts) in groups {
        let (values, parts) = values(catalog, &amounts);
        added.unadded.extend(parts.into_iter().map(|amount| Unadded { left: Left::Part, amount }));
        added.sums.push(sum(head, values));
    }
    added.unadded.sort_unstable();
    added
}

/// Returns how well founded the money of an event is, or why it is in no sum.
pub(super) fn may_add(catalog: &Catalog, event: EventIdx, range: &[Vec<Window>]) -> Result<Standing, Left> {
    let status = catalog.status(event);
    let mut standing = Standing::of(status)?;
    if is_nothing_but_its_act(catalog, event) {
        standing = Standing::Alleged;
    }
    if catalog.links_to(event).iter().any(|(kind, from)| *kind == LinkKind::Supersedes && *from != event) {
        return Err(Left::Superseded);
    }
    let bounds = catalog.bounds(event);
    let is_within =
        |windows: &Vec<Window>| bounds.is_some_and(|it| windows.iter().any(|window| window.covers(it.window())));
    if range.iter().all(is_within) {
        return Ok(standing);
    }
    Err(match bounds {
        None => Left::Undated,
        Some(it) if it.shape == Shape::Span => Left::SticksOut,
        Some(_) => Left::Possibly,
    })
}

/// Returns whether the only sources that speak for an event are the event itself: the letter, the post.
fn is_nothing_but_its_act(catalog: &Catalog, event: EventIdx) -> bool {
    let has = |bearing| catalog.columns.citations(catalog.row(event)).any(|it| it.1.has(bearing));
    has(Bearing::IS) && !has(Bearing::SUPPORTS)
}

/// Returns what the sum is of that an amount belongs to.
pub(super) fn head<'a>(catalog: &'a Catalog, event: EventIdx, money: &Money, standing: Standing) -> Head<'a> {
    let words = &catalog.columns.words;
    let time = money.per.map(|_| catalog.window(event).map_or(Time::OfEvent(event), Time::At));
    let named = |it: Option<_>| it.map(|it| words.name(it));
    (words.name(money.currency), named(money.per), named(money.kind), standing, time)
}

fn sum((currency, per, kind, standing, time): Head, values: Vec<Worth>) -> Sum {
    let (mut least, mut most) = (Decimal::ZERO, Some(Decimal::ZERO));
    let mut amounts = Vec::new();
    let versions = match &*values {
        [only] if 1 < only.versions.len() => only.versions.clone(),
        _ => Vec::new(),
    };
    for value in values {
        (least, most) = plus((least, most), value.range());
        amounts.extend(value.amounts);
    }
    amounts.sort_unstable();
    Sum {
        kind: kind.map(str::to_owned),
        currency: currency.to_owned(),
        per: per.map(str::to_owned),
        standing,
        time: match time {
            Some(Time::At(window)) => Some(window),
            Some(Time::OfEvent(_)) | None => None,
        },
        value_min: least,
        value_max: most,
        versions,
        amounts,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chronology::{Named as _, Status};

    #[test]
    fn statuses_have_their_standing() {
        let words = |it: &Status| format!("{} {:?}", it.name(), Standing::of(*it).map(Standing::name));
        insta::assert_snapshot!(Status::ALL.iter().map(words).collect::<Vec<_>>().join("\n"), @r#"
        documented Ok("documented")
        reported Ok("documented")
        alleged Ok("alleged")
        disputed Ok("alleged")
        denied Err(Denied)
        retracted Err(Retracted)
        unsourced Ok("unsourced")
        "#);
    }
}
