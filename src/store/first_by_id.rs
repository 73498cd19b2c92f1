//! Which event has an id first, while more of them come.

use hashbrown::HashTable;

/// Rows by the hashes of their events' ids, which stand in a table beside it: of events with one id, the first.
#[derive(Debug, Default)]
pub(super) struct FirstById(HashTable<u32>);

impl FirstById {
    /// Returns the row of the event whose id has `hash` in `hashes`.
    pub(super) fn get(&self, hashes: &[u64], hash: u64) -> Option<u32> {
        self.0.find(hash, |it| hashes.get(*it as usize) == Some(&hash)).copied()
    }

    /// Adds a row of `hashes`, unless one with its id is there: then that is returned.
    pub(super) fn add(&mut self, hashes: &[u64], row: u32) -> Option<u32> {
        let hash = hashes[row as usize];
        if let Some(first) = self.get(hashes, hash) {
            return Some(first);
        }
        self.0.insert_unique(hash, row, |it| hashes[*it as usize]);
        None
    }
}
