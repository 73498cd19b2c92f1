//! What a set of events adds up to beyond counts: money by year, who appears with whom, how long it took to come out, and what was
//! alleged and never answered.
//!
//! Apart from [`stats`](super::stats) because it costs more: a range is measured at every key, a breakdown is asked for.

use super::{
    answers::{Answered, answers},
    disclosure::{Disclosure, disclosure},
    party_pairs::Together,
    stats::Stats,
    yearly::{Yearly, yearly},
};
use crate::catalog::{
    ids::{EventIdx, IdSet},
    snapshot::Catalog,
};

/// What a set of events adds up to beyond counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Breakdown {
    /// Money by year, one table for each kind, currency, period and standing.
    pub money: Vec<Yearly>,
    /// Who appears in how many events with whom.
    pub together: Together,
    /// How long events took to come out.
    pub disclosure: Disclosure,
    /// What somebody alleges and nobody else has denied, disputed or confirmed, in time order.
    pub unanswered: Vec<EventIdx>,
    /// What somebody else has, the slowest first.
    pub answered: Vec<Answered>,
}

/// Returns the breakdown of the events of `ids`, whose `stats` are known.
pub fn breakdown(catalog: &Catalog, ids: &IdSet, stats: &Stats) -> Breakdown {
    let (unanswered, answered) = answers(catalog, ids);
    Breakdown {
        money: yearly(catalog, ids),
        together: Together::new(catalog, ids, &stats.by_party),
        disclosure: disclosure(catalog, ids),
        unanswered,
        answered,
    }
}
