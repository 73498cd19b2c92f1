//! What a set of events adds up to: counts, sums of money, and stretches in which nothing is on record.

use std::collections::BTreeMap;

use super::{
    added::{Sum, Unadded},
    money::add_up,
    silences::{Gap, silences},
};
use crate::{
    catalog::{
        facet::{Facet, FacetValue},
        ids::{IdSet, PartyIdx},
        snapshot::Catalog,
    },
    chronology::{Named, Status, Window},
};

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
    /// Sums of money; by currency, then by what they are per, by kind, by standing, and by time.
    pub sums: Vec<Sum>,
    /// The amounts that are in no sum, by the reason and in time order.
    pub unadded: Vec<Unadded>,
    /// The longest stretches in which nothing happened, longest first, at most ten.
    pub gaps: Vec<Gap>,
    /// From the first to the last bound that lies on the axis.
    pub span: Option<Window>,
}

/// Returns what the events of `ids` add up to. Money adds up where it lies wholly in `range`: of each of these lists of windows, one
/// has to hold it.
pub fn stats(catalog: &Catalog, ids: &IdSet, range: &[Vec<Window>]) -> Stats {
    let mut stats = Stats { n_events: ids.len(), ..Stats::default() };
    let mut years: BTreeMap<i64, usize> = BTreeMap::new();
    let mut statuses = vec![0; Status::ALL.len()];
    let mut parties = vec![0; catalog.parties().len()];
    for idx in ids.iter().take_while(|it| it.index() < catalog.len()) {
        statuses[catalog.status(idx) as usize] += 1;
        catalog.parties_of(idx).for_each(|it| parties[it.index()] += 1);
        match catalog.year(idx) {
            Some(year) => *years.entry(year).or_default() += 1,
            None if catalog.n_dated() <= idx.index() => stats.n_undated += 1,
            None => stats.n_wider += 1,
        }
    }
    let money = add_up(catalog, ids, range);
    let counted = |it: &FacetValue| (it.name.clone(), it.ids.iter().filter(|it| ids.contains(**it)).count());
    stats.by_status = Status::ALL.iter().copied().zip(statuses).filter(|it| it.1 > 0).collect();
    stats.by_category = most_first(catalog.facet(Facet::Category).iter().map(counted));
    stats.by_party = most_first((0..).map(PartyIdx).zip(parties));
    stats.by_year = years.into_iter().collect();
    (stats.sums, stats.unadded) = (money.sums, money.unadded);
    stats.gaps = silences(catalog, ids);
    stats.span = catalog.extent_of(ids);
    stats
}

/// Returns what was counted at all, the greatest counts first, equal ones in the order in which they came.
fn most_first<T>(counts: impl Iterator<Item = (T, usize)>) -> Vec<(T, usize)> {
    let mut counts: Vec<_> = counts.filter(|it| it.1 > 0).collect();
    counts.sort_by_key(|it| std::cmp::Reverse(it.1));
    counts
}
