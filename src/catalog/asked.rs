//! What queries ask of every event, answered from the columns.

use rust_decimal::Decimal;

use super::{
    ids::{EventIdx, IdSet},
    snapshot::Catalog,
    table::Symbols,
};
use crate::chronology::{LinkKind, Stance};

impl Catalog {
    /// Returns what tells whether an event has a party in a role that `keep` wants.
    pub fn role_where(&self, keep: impl Fn(&str) -> bool) -> impl Fn(EventIdx) -> bool {
        let wanted = wanted(&self.columns.words, keep, self.columns.roles.values().iter().map(|it| it.index()));
        move |event| self.columns.roles.of(self.row(event)).iter().any(|it| wanted[it.index()])
    }

    /// Returns what tells whether a party whose id `keep` wants says something of an event: anything, or what has `stance`.
    pub fn said_where(&self, stance: Option<Stance>, keep: impl Fn(&str) -> bool) -> impl Fn(EventIdx) -> bool {
        let wanted = wanted(&self.columns.people, keep, self.columns.claims.values().iter().map(|it| it.by().index()));
        move |event| {
            let claims = self.columns.claims.of(self.row(event));
            claims.iter().any(|it| stance.is_none_or(|stance| it.is(stance)) && wanted[it.by().index()])
        }
    }

    /// Returns whether a party whose id `keep` wants says something of any event.
    pub fn speaks(&self, keep: impl Fn(&str) -> bool) -> bool {
        let by = self.columns.claims.values().iter().map(|it| it.by().index());
        wanted(&self.columns.people, keep, by).contains(&true)
    }

    /// Returns the ids of the parties that an event or a claim names, and that the store does not have.
    pub fn unknown_parties(&self) -> impl Iterator<Item = &str> {
        self.columns.people.iter().skip(self.parties().len())
    }

    /// Returns the ids of the sources that an event or a claim cites, and that the store does not have.
    pub fn unknown_sources(&self) -> impl Iterator<Item = &str> {
        self.columns.works.iter().skip(self.sources().len())
    }

    /// Returns the events that are linked to themselves or to what the store does not have, as rows in the order of reading.
    pub fn rows_with_stray_links(&self) -> Vec<u32> {
        let is_stray = |(row, link): &(u32, &(LinkKind, u64))| self.row_of_id(link.1).is_none_or(|it| it == *row);
        self.columns.links.iter().filter(is_stray).map(|it| it.0).collect()
    }

    /// Returns the row of the event whose id has `hash`.
    pub fn row_of_id(&self, hash: u64) -> Option<u32> {
        self.with_id_hash(hash).map(|it| self.rows[it.index()])
    }

    /// Returns the event whose id has `hash`.
    pub(super) fn with_id_hash(&self, hash: u64) -> Option<EventIdx> {
        let at = self.id_hashes.partition_point(|it| *it < hash);
        (self.id_hashes.get(at) == Some(&hash)).then(|| self.by_id[at])
    }

    /// Returns the amounts in an event: the least and the most that each can be, and its currency.
    pub fn amounts_of(&self, event: EventIdx) -> impl Iterator<Item = (Option<Decimal>, Option<Decimal>, &str)> {
        let amounts = self.columns.amounts.of(self.row(event));
        amounts.iter().map(|it| (it.least, it.most, self.columns.words.name(it.currency)))
    }

    /// Returns the ids of the sources that an event cites, and then of those that its claims do, each once.
    pub fn cited(&self, event: EventIdx) -> impl Iterator<Item = &str> {
        self.columns.cited.of(self.row(event)).iter().map(|it| self.columns.works.name(*it))
    }

    /// Returns for each party whether one of `events` names it: as taking part, or as speaking of it.
    pub fn parties_named_in(&self, events: &IdSet) -> Vec<bool> {
        let mut named = vec![false; self.columns.people.len()];
        for row in events.iter().map(|it| self.row(it)) {
            self.columns.parties.of(row).iter().for_each(|it| named[it.index()] = true);
            self.columns.claims.of(row).iter().for_each(|it| named[it.by().index()] = true);
        }
        named.truncate(self.parties().len());
        named
    }

    /// Returns for each source whether one of `events` names it.
    pub fn sources_named_in(&self, events: &IdSet) -> Vec<bool> {
        let mut named = vec![false; self.columns.works.len()];
        for row in events.iter().map(|it| self.row(it)) {
            self.columns.cited.of(row).iter().for_each(|it| named[it.index()] = true);
        }
        named.truncate(self.sources().len());
        named
    }

    /// Returns the roles of parties, and in how many events each occurs, most first.
    pub fn roles(&self) -> Vec<(&str, usize)> {
        let mut counts = vec![0; self.columns.words.len()];
        self.columns.roles.values().iter().for_each(|it| counts[it.index()] += 1);
        let mut roles: Vec<_> = self.columns.words.iter().zip(counts).filter(|it| it.1 > 0).collect();
        roles.sort_by_key(|it| (std::cmp::Reverse(it.1), it.0));
        roles
    }
}

/// Returns for each name whether `keep` wants it; only those that are `used` are asked for.
fn wanted(names: &Symbols, keep: impl Fn(&str) -> bool, used: impl Iterator<Item = usize>) -> Vec<bool> {
    let mut is_used = vec![false; names.len()];
    used.for_each(|it| is_used[it] = true);
    names.iter().zip(is_used).map(|(name, used)| used && keep(name)).collect()
}
