//! What is noted of events while a store is read, beside their table: which of them lint has to look at.

use hashbrown::HashTable;

use super::{check::LooksAt, checks::CHECKS, facts::Facts};
use crate::chronology::{Event, Instant, id_hash};

/// What is noted of events, by their rows.
#[derive(Debug)]
pub(in crate::store) struct Survey {
    /// Last millisecond of today.
    now: Instant,
    /// Events that lint may have something to say of.
    pub(super) suspects: Vec<u32>,
    /// Events whose ids are not in lower case, after the hash of what they would be.
    pub(super) not_lower: Vec<(u64, u32)>,
}

impl Survey {
    pub(in crate::store) fn new(now: Instant) -> Self {
        Self { now, suspects: Vec::new(), not_lower: Vec::new() }
    }

    pub(in crate::store) fn add(&mut self, row: u32, event: &Event) {
        let facts = Facts::of(event, self.now);
        if CHECKS.iter().any(|it| matches!(it.looks_at, LooksAt::Events(wanted, _) if facts.has(wanted))) {
            self.suspects.push(row);
        }
        let is_lower = event.id.bytes().all(|it| it.is_ascii() && !it.is_ascii_uppercase());
        if !is_lower && event.id.to_lowercase() != event.id {
            self.not_lower.push((id_hash(&event.id.to_lowercase()), row));
        }
    }

    /// Adds what was noted of the events behind the first `base`.
    pub(in crate::store) fn append(&mut self, base: usize, other: Self) {
        let base = base as u32;
        self.suspects.extend(other.suspects.into_iter().map(|it| base + it));
        self.not_lower.extend(other.not_lower.into_iter().map(|(lower, row)| (lower, base + row)));
    }

    /// Leaves out events by their rows, which ascend.
    pub(in crate::store) fn leave_out(&mut self, rows: &[usize]) {
        let renumber = |row: u32| rows.binary_search(&(row as usize)).err().map(|before| row - before as u32);
        self.suspects = self.suspects.iter().filter_map(|it| renumber(*it)).collect();
        self.not_lower = self.not_lower.iter().filter_map(|(lower, it)| Some((*lower, renumber(*it)?))).collect();
    }
}

/// Rows by the hashes of their events' ids, which stand in a table beside it: of events with one id, the first.
#[derive(Debug, Default)]
pub(in crate::store) struct FirstById(HashTable<u32>);

impl FirstById {
    /// Returns the row of the event whose id has `hash` in `hashes`.
    pub(in crate::store) fn get(&self, hashes: &[u64], hash: u64) -> Option<u32> {
        self.0.find(hash, |it| hashes.get(*it as usize) == Some(&hash)).copied()
    }

    /// Adds a row of `hashes`, unless one with its id is there: then that is returned.
    pub(in crate::store) fn add(&mut self, hashes: &[u64], row: u32) -> Option<u32> {
        let hash = hashes[row as usize];
        if let Some(first) = self.get(hashes, hash) {
            return Some(first);
        }
        self.0.insert_unique(hash, row, |it| hashes[*it as usize]);
        None
    }
}
