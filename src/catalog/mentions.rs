//! Whom and what events mention: parties and their roles, claims, sources, money, and each other.

use rust_decimal::Decimal;

use super::{
    ids::{EventIdx, IdSet, PartyIdx},
    snapshot::Catalog,
    table::{Bearing, Columns, Sym, Symbols},
};
use crate::chronology::{LinkKind, Stance, Status, standing};

impl Catalog {
    /// Returns what tells whether an event has a party in a role that `keep` wants.
    pub fn role_where(&self, keep: impl Fn(&str) -> bool) -> impl Fn(EventIdx) -> bool {
        let wanted = wanted(&self.columns.words, keep, self.columns.roles.values().iter().map(|it| it.index()));
        move |event| self.columns.roles.of(self.row(event)).iter().any(|it| wanted[it.index()])
    }

    /// Returns what tells whether an event has a tag that `keep` wants.
    pub fn tag_where(&self, keep: impl Fn(&str) -> bool) -> impl Fn(EventIdx) -> bool {
        let wanted = wanted(&self.columns.words, keep, self.columns.tags.values().iter().map(|it| it.index()));
        move |event| self.columns.tags.of(self.row(event)).iter().any(|it| wanted[it.index()])
    }

    /// Returns what tells whether an event has a place that `keep` wants.
    pub fn place_where(&self, keep: impl Fn(&str) -> bool) -> impl Fn(EventIdx) -> bool {
        let wanted = wanted(&self.columns.words, keep, self.columns.places.values().iter().map(|it| it.index()));
        move |event| self.columns.places.of(self.row(event)).iter().any(|it| wanted[it.index()])
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

    /// Returns the parties that an event names, as taking part and then as speaking of it; one may come twice.
    pub fn named_in(&self, event: EventIdx) -> impl Iterator<Item = PartyIdx> {
        let row = self.row(event);
        let named = self.columns.parties.of(row).iter().copied();
        let named = named.chain(self.columns.claims.of(row).iter().map(|it| it.by()));
        named.filter(|it| it.index() < self.parties().len()).map(|it| PartyIdx(it.0))
    }

    /// Returns the links of an event, each with a number that stands for the id of its target.
    pub fn links_of(&self, event: EventIdx) -> &[(LinkKind, u64)] {
        self.columns.links.of(self.row(event))
    }

    /// Returns the acts outside of `events` in which claims on these were made.
    pub fn acts_outside(&self, events: &IdSet) -> IdSet {
        let acts = events.iter().flat_map(|it| self.columns.acts.of(self.row(it)));
        let acts = acts.filter_map(|it| self.with_id_hash(*it)).filter(|it| !events.contains(*it));
        IdSet::from_iter(self.len(), acts)
    }

    /// Returns the events that an event is linked with, either way: by a link, as what is said in it, or as where something is said
    /// of it. One may come twice.
    pub fn linked_with(&self, event: EventIdx) -> Vec<EventIdx> {
        let acts = self.columns.acts.of(self.row(event)).iter();
        let own = self.links_of(event).iter().map(|it| &it.1).chain(acts);
        let own = own.filter_map(|it| self.with_id_hash(*it));
        let others = self.links_to(event).iter().map(|it| it.1).chain(self.said_in(event).iter().copied());
        own.chain(others).collect()
    }

    /// Returns whether anybody's claim that stands denies an event, or its status is that it is denied.
    pub fn is_denied(&self, event: EventIdx) -> bool {
        let claims = self.columns.claims.of(self.row(event));
        if self.status(event) == Status::Denied || !claims.iter().any(|it| it.is(Stance::Denies)) {
            return self.status(event) == Status::Denied;
        }
        let speaks_once = |by: Sym| claims.iter().filter(|it| it.by() == by).count() == 1;
        // Only who speaks twice may have taken a denial back; which word is the latest, the dates tell.
        claims.iter().any(|it| it.is(Stance::Denies) && speaks_once(it.by()))
            || standing(&self.event(event), self).iter().any(|it| it.stance == Stance::Denies)
    }

    /// Returns the events that an event contradicts and those that contradict it, each once, in time order.
    pub fn contradictions(&self, event: EventIdx) -> Vec<EventIdx> {
        let own = self.links_of(event).iter().filter(|it| it.0 == LinkKind::Contradicts);
        let own = own.filter_map(|(_, to)| self.with_id_hash(*to));
        let others = self.links_to(event).iter().filter(|it| it.0 == LinkKind::Contradicts).map(|it| it.1);
        let mut found: Vec<EventIdx> = own.chain(others).filter(|it| *it != event).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Returns whether an event or a claim names a party that the store does not have.
    pub fn names_unknown_parties(&self) -> bool {
        self.parties().len() < self.columns.people.len()
    }

    /// Returns the events that name a party or a source which the store does not have, or are linked to themselves or to what the
    /// store does not have, in the order of reading.
    pub fn with_loose_ends(&self) -> impl Iterator<Item = EventIdx> {
        let Columns { works, parties, claims, givers, cited, links, acts, .. } = &self.columns;
        let (n_parties, n_sources) = (self.parties().len(), self.sources().len());
        let names_all_known = !self.names_unknown_parties() && works.len() == n_sources;
        let is_loose = move |(row, event): &(usize, EventIdx)| {
            let names_unknown = || {
                parties.of(*row).iter().chain(givers.of(*row)).any(|it| n_parties <= it.index())
                    || claims.of(*row).iter().any(|it| n_parties <= it.by().index())
                    || cited.of(*row).iter().any(|it| n_sources <= it.index())
            };
            links.of(*row).iter().any(|(_, to)| self.with_id_hash(*to).is_none_or(|it| it == *event))
                || acts.of(*row).iter().any(|it| self.with_id_hash(*it).is_none())
                || (!names_all_known && names_unknown())
        };
        self.in_file_order().iter().map(|it| EventIdx(*it)).enumerate().filter(is_loose).map(|it| it.1)
    }

    /// Returns the events whose ids are not in lower case, in the order of reading, each with a number that stands for what its id
    /// would be.
    pub fn ids_not_lower(&self) -> impl Iterator<Item = (EventIdx, u64)> {
        self.columns.lower_ids.iter().map(|(row, lower)| (EventIdx(self.places[row as usize]), *lower))
    }

    /// Returns the event whose id a number stands for: of several, the first in file order.
    pub fn with_id_hash(&self, hash: u64) -> Option<EventIdx> {
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
        let cited = self.columns.citations(self.row(event)).filter(|it| it.1 != Bearing::NAMED);
        cited.map(|it| self.columns.works.name(it.0))
    }

    /// Returns for each party whether one of `events` names it: as taking part, or as speaking of it.
    pub fn parties_named_in(&self, events: &IdSet) -> Vec<bool> {
        let mut named = vec![false; self.columns.people.len()];
        for row in events.iter().map(|it| self.row(it)) {
            self.columns.parties.of(row).iter().for_each(|it| named[it.index()] = true);
            self.columns.claims.of(row).iter().for_each(|it| named[it.by().index()] = true);
            self.columns.givers.of(row).iter().for_each(|it| named[it.index()] = true);
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
        counted(&self.columns.words, self.columns.roles.values().iter().map(|it| it.index()))
    }

    /// Returns the places of events, and in how many each occurs, most first.
    pub fn places(&self) -> Vec<(&str, usize)> {
        counted(&self.columns.words, self.columns.places.values().iter().map(|it| it.index()))
    }

    /// Returns the currencies of amounts, and in how many each occurs, most first.
    pub fn currencies(&self) -> Vec<(&str, usize)> {
        counted(&self.columns.words, self.columns.amounts.values().iter().map(|it| it.currency.index()))
    }
}

/// Returns the names that are `used`, and how often each is, most first.
fn counted(names: &Symbols, used: impl Iterator<Item = usize>) -> Vec<(&str, usize)> {
    let mut counts = vec![0; names.len()];
    used.for_each(|it| counts[it] += 1);
    let mut found: Vec<_> = names.iter().zip(counts).filter(|it| it.1 > 0).collect();
    found.sort_by_key(|it| (std::cmp::Reverse(it.1), it.0));
    found
}

/// Returns for each name whether `keep` wants it; only those that are `used` are asked for.
fn wanted(names: &Symbols, keep: impl Fn(&str) -> bool, used: impl Iterator<Item = usize>) -> Vec<bool> {
    let mut is_used = vec![false; names.len()];
    used.for_each(|it| is_used[it] = true);
    names.iter().zip(is_used).map(|(name, used)| used && keep(name)).collect()
}
