//! Money by year, never across currencies nor across what amounts are per.

use std::collections::BTreeMap;

use super::stats::{Kind, Sum, amounts};
use crate::catalog::{ids::IdSet, snapshot::Catalog};

/// The money of one currency, all per the same, by year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Yearly {
    /// ISO 4217 code, or the unit that the store counts in.
    pub currency: String,
    /// The period that the amounts are per, if any.
    pub per: Option<String>,
    /// The sum of each year that has one, ascending.
    pub years: Vec<(i64, Sum)>,
    /// Amounts of events that do not lie within one year: to add them to any single one would be a guess.
    pub n_wider: usize,
}

/// Returns the money of the events of `ids` by year, in the order of currencies.
pub(super) fn yearly(catalog: &Catalog, ids: &IdSet) -> Vec<Yearly> {
    let mut tables: BTreeMap<Kind, (BTreeMap<i64, Sum>, usize)> = BTreeMap::new();
    for idx in ids.iter().take_while(|it| it.index() < catalog.len()) {
        let year = catalog.year(idx);
        for (key, money) in amounts(catalog, idx) {
            let (years, n_wider) = tables.entry(key).or_default();
            match year {
                Some(year) => years.entry(year).or_insert_with(|| Sum::nothing(key)).add(money),
                None => *n_wider += 1,
            }
        }
    }
    let table = |((currency, per), (years, n_wider)): (Kind, (BTreeMap<i64, Sum>, usize))| Yearly {
        currency: currency.to_owned(),
        per: per.map(str::to_owned),
        years: years.into_iter().collect(),
        n_wider,
    };
    tables.into_iter().map(table).collect()
}
