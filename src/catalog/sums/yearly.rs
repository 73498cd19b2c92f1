//! Money by year, never across currencies nor across what amounts are per.

use std::collections::BTreeMap;

use super::stats::Sum;
use crate::catalog::{
    ids::IdSet,
    snapshot::Catalog,
    table::{Facts, Sym, sparse},
};

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
    type Key<'a> = (&'a str, Option<&'a str>);
    let mut tables: BTreeMap<Key, (BTreeMap<i64, Sum>, usize)> = BTreeMap::new();
    for idx in ids.iter().take_while(|it| it.index() < catalog.len()) {
        if !catalog.facts(idx).has(Facts::AMOUNT) {
            continue;
        }
        let year = catalog.year(idx);
        for (_, money) in sparse(&catalog.columns.amounts, catalog.row(idx)) {
            let word = |it: Sym| catalog.columns.words.name(it);
            let key = (word(money.currency), money.per.map(word));
            let (years, n_wider) = tables.entry(key).or_default();
            match year {
                Some(year) => years.entry(year).or_insert_with(|| Sum::nothing(key)).add(money),
                None => *n_wider += 1,
            }
        }
    }
    let table = |((currency, per), (years, n_wider)): (Key, (BTreeMap<i64, Sum>, usize))| Yearly {
        currency: currency.to_owned(),
        per: per.map(str::to_owned),
        years: years.into_iter().collect(),
        n_wider,
    };
    tables.into_iter().map(table).collect()
}
