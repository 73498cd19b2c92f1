//! What a set of events adds up to: counts, sums of money, and stretches in which nothing is on record.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::chronology::{Amount, Instant, Named, Status, Window};

use crate::catalog::{
    facet::{Facet, FacetValue},
    ids::{EventIdx, IdSet, PartyIdx},
    snapshot::Catalog,
    table::{Money, Sym},
};

/// The most gaps that are told.
const GAPS: usize = 10;

/// What a set of events adds up to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// Events.
    pub n_events: usize,
    /// Those without a date.
    pub n_undated: usize,
    /// Events of each status that occurs, in the order of [`Status`].
    pub by_status: Vec<(Status, usize)>,
    /// Events of each category, most first.
    pub by_category: Vec<(String, usize)>,
    /// Events of each party that takes part, most first.
    pub by_party: Vec<(PartyIdx, usize)>,
    /// Events whose possible range lies within one year, by that year, ascending.
    pub by_year: Vec<(i64, usize)>,
    /// Dated events whose possible range is wider than one year: counting them in any single year would be a guess.
    pub n_wider: usize,
    /// Sums of money, never across currencies nor across what they are per; by currency, then by what they are per.
    pub sums: Vec<Sum>,
    /// The longest stretches that no event can touch, longest first, at most ten.
    pub gaps: Vec<Gap>,
    /// From the first to the last bound that lies on the axis.
    pub span: Option<Window>,
}

/// A sum of amounts in one currency, all per the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// ISO 4217 code, or the unit that the store counts in.
    pub currency: String,
    /// The least that it can be. An amount with only a ceiling adds nothing.
    pub value_min: Decimal,
    /// The most that it can be; nothing where some amount has no ceiling, or the sum is beyond what a decimal holds.
    pub value_max: Option<Decimal>,
    /// The period that the amounts are per, if any.
    pub per: Option<String>,
    /// How many amounts were added.
    pub n: usize,
}

/// A stretch of silence between two events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The stretch: no event of the set can touch it.
    pub window: Window,
    /// The event that ends last before it.
    pub after: EventIdx,
    /// The event that begins first after it.
    pub before: EventIdx,
}

/// Returns what the events of `ids` add up to.
pub fn stats(catalog: &Catalog, ids: &IdSet) -> Stats {
    let mut stats = Stats { n_events: ids.len(), ..Stats::default() };
    let mut years: BTreeMap<i64, usize> = BTreeMap::new();
    let mut statuses = vec![0; Status::ALL.len()];
    let mut parties = vec![0; catalog.parties().len()];
    let mut sums: BTreeMap<Kind, Sum> = BTreeMap::new();
    for idx in ids.iter().take_while(|it| it.index() < catalog.len()) {
        statuses[catalog.status(idx) as usize] += 1;
        catalog.parties_of(idx).for_each(|it| parties[it.index()] += 1);
        for (key, money) in amounts(catalog, idx) {
            sums.entry(key).or_insert_with(|| Sum::nothing(key)).add(money);
        }
        match catalog.year(idx) {
            Some(year) => *years.entry(year).or_default() += 1,
            None if catalog.n_dated() <= idx.index() => stats.n_undated += 1,
            None => stats.n_wider += 1,
        }
    }
    let counted = |it: &FacetValue| (it.name.clone(), it.ids.iter().filter(|it| ids.contains(**it)).count());
    stats.by_status = Status::ALL.iter().copied().zip(statuses).filter(|it| it.1 > 0).collect();
    stats.by_category = most_first(catalog.facet(Facet::Category).iter().map(counted));
    stats.by_party = most_first((0..).map(PartyIdx).zip(parties));
    stats.by_year = years.into_iter().collect();
    stats.sums = sums.into_values().collect();
    stats.gaps = gaps(catalog, ids);
    stats.span = catalog.extent_of(ids);
    stats
}

/// What can be added up: the currency of an amount, and what it is per.
pub(super) type Kind<'a> = (&'a str, Option<&'a str>);

/// Returns the amounts in an event, each with its kind.
pub(super) fn amounts(catalog: &Catalog, event: EventIdx) -> impl Iterator<Item = (Kind<'_>, &Money)> {
    let word = |it: Sym| catalog.columns.words.name(it);
    let amounts = catalog.columns.amounts.of(catalog.row(event)).iter();
    amounts.map(move |it| ((word(it.currency), it.per.map(word)), it))
}

/// Returns what was counted at all, the greatest counts first, equal ones in the order in which they came.
fn most_first<T>(counts: impl Iterator<Item = (T, usize)>) -> Vec<(T, usize)> {
    let mut counts: Vec<_> = counts.filter(|it| it.1 > 0).collect();
    counts.sort_by_key(|it| std::cmp::Reverse(it.1));
    counts
}

impl Sum {
    /// Returns the sum as an amount, to be said as amounts are.
    pub fn as_amount(&self) -> Amount {
        let is_exact = self.value_max == Some(self.value_min);
        Amount {
            value: self.value_max.filter(|_| is_exact),
            min: (!is_exact).then_some(self.value_min),
            max: self.value_max.filter(|_| !is_exact),
            currency: self.currency.clone(),
            per: self.per.clone(),
            ..Amount::default()
        }
    }

    pub(super) fn nothing((currency, per): Kind) -> Self {
        let (currency, per) = (currency.to_owned(), per.map(str::to_owned));
        Self { currency, per, value_min: Decimal::ZERO, value_max: Some(Decimal::ZERO), n: 0 }
    }

    pub(super) fn add(&mut self, money: &Money) {
        self.n += 1;
        let floor = money.least.unwrap_or(Decimal::ZERO);
        // Where the floor would overflow it stays, or falls to the bottom: a lower floor is still a floor.
        let lower = if floor < Decimal::ZERO { Decimal::MIN } else { self.value_min };
        self.value_min = self.value_min.checked_add(floor).unwrap_or(lower);
        self.value_max = self.value_max.zip(money.most).and_then(|(sum, most)| sum.checked_add(most));
    }
}

/// Returns the longest stretches between the possible ranges of events, longest first, equal ones by time.
fn gaps(catalog: &Catalog, ids: &IdSet) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let mut reached: Option<(Instant, EventIdx)> = None;
    let mut by_start: Vec<EventIdx> = ids.iter().take_while(|it| it.index() < catalog.n_dated()).collect();
    by_start.sort_by_key(|it| catalog.start_rank(*it));
    for idx in by_start {
        let Some(own) = catalog.window(idx) else { continue };
        if let Some((latest, after)) = reached
            && latest.plus(1) < own.first
        {
            let window = Window { first: latest.plus(1), last: own.first.plus(-1) };
            gaps.push(Gap { window, after, before: idx });
        }
        if reached.is_none_or(|(latest, _)| latest <= own.last) {
            reached = Some((own.last, idx));
        }
    }
    gaps.sort_by_key(|it| std::cmp::Reverse(it.window.millis()));
    gaps.truncate(GAPS);
    gaps
}
