//! Money by year, by the same rules as any sum: a year is a range.

use std::collections::BTreeMap;

use super::{
    added::{Standing, Sum},
    money::{add_up, head, may_add},
};
use crate::catalog::{
    ids::{EventIdx, IdSet},
    snapshot::Catalog,
};

/// The money of one kind, currency, period and standing, by year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Yearly {
    /// What sort of money it is, where that is said.
    pub kind: Option<String>,
    /// ISO 4217 code, or the unit that the store counts in.
    pub currency: String,
    /// The period that the amounts are per, if any.
    pub per: Option<String>,
    /// How well founded the amounts are.
    pub standing: Standing,
    /// The sums of each year that has one, ascending; several of a year where rates are of different times in it.
    pub years: Vec<(i64, Sum)>,
    /// Amounts of events that do not lie within one year: to add them to any single one would be a guess.
    pub n_wider: usize,
    /// Amounts of events without a date.
    pub n_undated: usize,
}

/// Returns the money of the events of `ids` by year, in the order of currencies.
pub(super) fn yearly(catalog: &Catalog, ids: &IdSet) -> Vec<Yearly> {
    let mut tables: BTreeMap<_, Yearly> = BTreeMap::new();
    let mut years: BTreeMap<i64, Vec<EventIdx>> = BTreeMap::new();
    for idx in ids.iter().take_while(|it| it.index() < catalog.len()) {
        let amounts = catalog.columns.amounts.of(catalog.row(idx));
        if amounts.is_empty() {
            continue;
        }
        let year = catalog.year(idx);
        if let Some(year) = year {
            years.entry(year).or_default().push(idx);
        }
        let Ok(standing) = may_add(catalog, idx, &[]) else { continue };
        for money in amounts {
            let (currency, per, kind, standing, _) = head(catalog, idx, money, standing);
            let owned = |it: Option<&str>| it.map(str::to_owned);
            let table =
                tables.entry((currency.to_owned(), owned(per), owned(kind), standing)).or_insert_with(|| Yearly {
                    kind: owned(kind),
                    currency: currency.to_owned(),
                    per: owned(per),
                    standing,
                    years: Vec::new(),
                    n_wider: 0,
                    n_undated: 0,
                });
            match year {
                Some(_) => {}
                None if catalog.n_dated() <= idx.index() => table.n_undated += 1,
                None => table.n_wider += 1,
            }
        }
    }
    for (year, events) in years {
        for sum in add_up(catalog, &IdSet::from_iter(0, events), &[]).sums {
            let head = (sum.currency.clone(), sum.per.clone(), sum.kind.clone(), sum.standing);
            if let Some(table) = tables.get_mut(&head) {
                table.years.push((year, sum));
            }
        }
    }
    tables.into_values().collect()
}
