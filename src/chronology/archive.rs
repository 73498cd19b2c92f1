//! Where whole events are kept when there are too many to hold.

use std::hash::BuildHasher;

use foldhash::quality::FixedState;

use super::Event;

/// The texts that events were read from, and the way back to a whole event.
pub trait Archive: Send + Sync {
    /// Returns the text number `file`, or an empty one where there is none.
    fn text(&self, file: usize) -> &str;

    /// Returns the event whose table begins at the byte `start` of the text number `file`. Where none does, the event is empty.
    fn event(&self, file: usize, start: usize) -> Event;
}

/// Returns a number that stands for an id. Two ids with the same number are as good as never met, and whoever drops something
/// because ids are equal compares the ids themselves.
pub fn id_hash(id: &str) -> u64 {
    FixedState::default().hash_one(id)
}
