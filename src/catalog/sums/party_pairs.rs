//! Who appears with whom: how many events each two parties take part in together.

use std::collections::HashMap;

use crate::catalog::{
    ids::{IdSet, PartyIdx},
    snapshot::Catalog,
};

/// How many events each two parties take part in together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Together {
    /// The parties, those with the most events first.
    pub parties: Vec<PartyIdx>,
    /// Each two parties that take part in events together, and in how many, most first.
    pub pairs: Vec<(PartyIdx, PartyIdx, usize)>,
    counts: HashMap<(PartyIdx, PartyIdx), usize>,
}

impl Together {
    /// Returns the pairs among the events of `ids`, in which `parties` take part, each in so many.
    pub(super) fn new(catalog: &Catalog, ids: &IdSet, parties: &[(PartyIdx, usize)]) -> Self {
        let mut ranks = vec![0; catalog.parties().len()];
        parties.iter().enumerate().for_each(|(rank, it)| ranks[it.0.index()] = rank);
        let mut counts: HashMap<(PartyIdx, PartyIdx), usize> = HashMap::new();
        let mut here: Vec<PartyIdx> = Vec::new();
        for idx in ids.iter().take_while(|it| it.index() < catalog.len()) {
            here.clear();
            here.extend(catalog.parties_of(idx));
            here.sort_unstable_by_key(|it| ranks[it.index()]);
            for (at, a) in here.iter().enumerate() {
                here[at + 1..].iter().for_each(|b| *counts.entry((*a, *b)).or_default() += 1);
            }
        }
        let mut pairs: Vec<_> = counts.iter().map(|((a, b), n)| (*a, *b, *n)).collect();
        pairs.sort_unstable_by_key(|(a, b, n)| (std::cmp::Reverse(*n), ranks[a.index()], ranks[b.index()]));
        counts.extend(parties.iter().map(|(it, n)| ((*it, *it), *n)));
        Self { parties: parties.iter().map(|it| it.0).collect(), pairs, counts }
    }

    /// Returns how many events the parties number `a` and `b` of the table take part in together; with itself, a party takes part
    /// in all of its events.
    pub fn count(&self, a: usize, b: usize) -> usize {
        let pair = self.parties.get(a.min(b)).copied().zip(self.parties.get(a.max(b)).copied());
        pair.and_then(|it| self.counts.get(&it)).copied().unwrap_or(0)
    }
}
