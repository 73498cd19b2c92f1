//! What a set of events adds up to beyond counts: money by year, who appears with whom, and how long it took to come out.
//!
//! Apart from [`stats`](super::stats) because it costs more: a range is measured at every key, a breakdown is asked for.

use super::{
    disclosure::{Disclosure, disclosure},
    party_pairs::Together,
    stats::Stats,
    yearly::{Yearly, yearly},
};
use crate::catalog::{ids::IdSet, snapshot::Catalog};

/// What a set of events adds up to beyond counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Breakdown {
    /// Money by year, one table for each currency and each thing that amounts are per.
    pub money: Vec<Yearly>,
    /// Who appears in how many events with whom.
    pub together: Together,
    /// How long events took to come out.
    pub disclosure: Disclosure,
}

/// Returns the breakdown of the events of `ids`, whose `stats` are known.
pub fn breakdown(catalog: &Catalog, ids: &IdSet, stats: &Stats) -> Breakdown {
    Breakdown {
        money: yearly(catalog, ids),
        together: Together::new(catalog, ids, stats.by_party.iter().map(|it| it.0)),
        disclosure: disclosure(catalog, ids),
    }
}
