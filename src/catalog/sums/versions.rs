//! Which of the amounts of a sum are versions of one value, and which are parts of another.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::added::NthAmount;
use crate::{
    catalog::{ids::EventIdx, snapshot::Catalog, table::Money},
    chronology::LinkKind,
};

/// The least and the most that something can be.
type Range = (Decimal, Option<Decimal>);

/// One value, and what there is of it.
#[derive(Debug)]
pub(super) struct Worth {
    /// What it is said to be, each once, ascending.
    pub(super) versions: Vec<Range>,
    /// The amounts that say so.
    pub(super) amounts: Vec<NthAmount>,
}

impl Worth {
    /// Returns the range that holds every version.
    pub(super) fn range(&self) -> Range {
        let least = self.versions.iter().map(|it| it.0).min().unwrap_or_default();
        let most = self.versions.iter().map(|it| it.1).reduce(|a, b| a.zip(b).map(|(a, b)| a.max(b)));
        (least, most.unwrap_or(Some(Decimal::ZERO)))
    }
}

/// Returns the values that the amounts of one sum, in time order, come to, and the amounts that are parts of others.
pub(super) fn values(catalog: &Catalog, amounts: &[NthAmount]) -> (Vec<Worth>, Vec<NthAmount>) {
    let by_event: Vec<&[NthAmount]> = amounts.chunk_by(|a, b| a.event == b.event).collect();
    let events: Vec<EventIdx> = by_event.iter().map(|it| it[0].event).collect();
    let value_of = joined(catalog, &events);
    let wholes: Vec<Vec<usize>> = events.iter().map(|it| places(&events, &wholes(catalog, *it))).collect();
    let is_part = parts(&value_of, &wholes);
    let mut values: BTreeMap<usize, Worth> = BTreeMap::new();
    let mut left_out = Vec::new();
    for (at, own) in by_event.into_iter().enumerate() {
        if is_part[at] {
            left_out.extend(own);
            continue;
        }
        let value = values.entry(value_of[at]).or_insert_with(|| Worth { versions: Vec::new(), amounts: Vec::new() });
        value.versions.extend(versions_in(catalog, own));
        value.amounts.extend(own);
    }
    let mut values: Vec<Worth> = values.into_values().collect();
    for value in &mut values {
        // What has no ceiling comes behind what has one.
        value.versions.sort_unstable_by_key(|it| (it.0, it.1.is_none(), it.1));
        value.versions.dedup();
    }
    (values, left_out)
}

/// Returns what the amounts of one event come to, once for each source or party that they name.
fn versions_in(catalog: &Catalog, amounts: &[NthAmount]) -> Vec<Range> {
    let mut versions: BTreeMap<_, Range> = BTreeMap::new();
    for it in amounts {
        let money = &catalog.columns.amounts.of(catalog.row(it.event))[it.number];
        let version = versions.entry((money.source, money.by)).or_insert((Decimal::ZERO, Some(Decimal::ZERO)));
        *version = plus(*version, range_of(money));
    }
    versions.into_values().collect()
}

/// Returns for each of `events`, which ascend, the first of those that it is joined with by `contradicts` and `corroborates`.
fn joined(catalog: &Catalog, events: &[EventIdx]) -> Vec<usize> {
    let mut first: Vec<usize> = (0..events.len()).collect();
    let joins = |kind: LinkKind| matches!(kind, LinkKind::Contradicts | LinkKind::Corroborates);
    for (at, event) in events.iter().enumerate() {
        let own = catalog.links_of(*event).iter().filter(|it| joins(it.0)).filter_map(|it| catalog.with_id_hash(it.1));
        for other in own.filter_map(|it| events.binary_search(&it).ok()) {
            let (a, b) = (root(&mut first, at), root(&mut first, other));
            first[a.max(b)] = a.min(b);
        }
    }
    (0..events.len()).map(|it| root(&mut first, it)).collect()
}

/// Returns the first of those that number `at` is joined with, and shortens the way there.
fn root(first: &mut [usize], mut at: usize) -> usize {
    while first[at] < at {
        first[at] = first[first[at]];
        at = first[at];
    }
    at
}

/// Returns the events that an event is a part of, directly or not.
fn wholes(catalog: &Catalog, event: EventIdx) -> BTreeSet<EventIdx> {
    let mut found = BTreeSet::new();
    let mut ahead = vec![event];
    while let Some(it) = ahead.pop() {
        let own = catalog.links_of(it).iter().filter(|it| it.0 == LinkKind::PartOf);
        for whole in own.filter_map(|it| catalog.with_id_hash(it.1)).filter(|it| *it != event) {
            if found.insert(whole) {
                ahead.push(whole);
            }
        }
    }
    found
}

fn places(events: &[EventIdx], wanted: &BTreeSet<EventIdx>) -> Vec<usize> {
    wanted.iter().filter_map(|it| events.binary_search(it).ok()).collect()
}

/// Returns for each event whether it is left out as a part, from the values that events belong to and the wholes of each.
///
/// A version of a part is the same money as the part. Where parts and wholes run in a circle, the first value stands for it:
/// money is neither counted twice nor lost.
fn parts(value_of: &[usize], wholes: &[Vec<usize>]) -> Vec<bool> {
    let mut parts_of: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let mut under = BTreeSet::new();
    for (at, wholes) in wholes.iter().enumerate() {
        for whole in wholes.iter().filter(|it| value_of[**it] != value_of[at]) {
            parts_of.entry(value_of[*whole]).or_default().insert(value_of[at]);
            under.insert(value_of[at]);
        }
    }
    let all_under = |top: usize| {
        let (mut reached, mut ahead) = (BTreeSet::from([top]), vec![top]);
        while let Some(it) = ahead.pop() {
            ahead.extend(parts_of.get(&it).into_iter().flatten().filter(|it| reached.insert(**it)));
        }
        reached.remove(&top);
        reached
    };
    let mut covered = BTreeSet::new();
    for top in parts_of.keys().filter(|it| !under.contains(it)) {
        covered.extend(all_under(*top));
    }
    for first in &under {
        if !covered.contains(first) {
            covered.extend(all_under(*first));
        }
    }
    let is_within = |at: usize| wholes[at].iter().any(|it| value_of[*it] == value_of[at]);
    let has_whole: BTreeSet<usize> = (0..value_of.len()).filter(|it| !is_within(*it)).map(|it| value_of[it]).collect();
    let is_part = |at: usize| covered.contains(&value_of[at]) || (is_within(at) && has_whole.contains(&value_of[at]));
    (0..value_of.len()).map(is_part).collect()
}

/// Adds two ranges. Where a floor would overflow it stays, or falls to the bottom: a lower floor is still a floor.
pub(super) fn plus(
    (least, most): (Decimal, Option<Decimal>),
    (more_least, more_most): (Decimal, Option<Decimal>),
) -> (Decimal, Option<Decimal>) {
    let lower = if more_least < Decimal::ZERO { Decimal::MIN } else { least };
    let most = most.zip(more_most).and_then(|(sum, more)| sum.checked_add(more));
    (least.checked_add(more_least).unwrap_or(lower), most)
}

/// Returns all that an amount can be; one with only a ceiling may be nothing.
pub(super) fn range_of(money: &Money) -> (Decimal, Option<Decimal>) {
    let floor = money.most.map_or(Decimal::ZERO, |it| it.min(Decimal::ZERO));
    (money.least.unwrap_or(floor), money.most)
}
