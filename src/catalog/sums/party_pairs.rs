//! Who appears with whom: a table of parties by parties.

use crate::catalog::{
    ids::{IdSet, PartyIdx},
    snapshot::Catalog,
};

/// The most parties in the table: more columns than a screen is wide are not read.
const MOST: usize = 16;

/// How many events each two parties take part in together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Together {
    /// The parties, those with the most events first.
    pub parties: Vec<PartyIdx>,
    counts: Vec<usize>,
}

impl Together {
    /// Returns the table of the events of `ids` for the first of `parties`.
    pub(super) fn new(catalog: &Catalog, ids: &IdSet, parties: impl Iterator<Item = PartyIdx>) -> Self {
        let parties: Vec<PartyIdx> = parties.take(MOST).collect();
        let n = parties.len();
        let mut counts = vec![0; n * n];
        let mut places = vec![None; catalog.parties().len()];
        parties.iter().enumerate().for_each(|(at, it)| places[it.index()] = Some(at));
        let mut here = Vec::new();
        for idx in ids.iter().take_while(|it| it.index() < catalog.len()) {
            here.clear();
            here.extend(catalog.parties_of(idx).filter_map(|it| places[it.index()]));
            for a in &here {
                here.iter().for_each(|b| counts[a * n + b] += 1);
            }
        }
        Self { parties, counts }
    }

    /// Returns how many events the parties number `a` and `b` of the table take part in together; with itself, a party takes part
    /// in all of its events.
    pub fn count(&self, a: usize, b: usize) -> usize {
        self.counts.get(a * self.parties.len() + b).copied().filter(|_| b < self.parties.len()).unwrap_or(0)
    }
}
