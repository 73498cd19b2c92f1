//! Who takes the events of a store as they are read.

use crate::{
    chronology::{Event, Party, Source, Timeline},
    diag::SourceMap,
};

/// Takes the events of a stretch of a store, in the order of the store.
///
/// A long text is read by several threads at once, each with a gatherer of its own; what they have gathered is handed on in order.
pub trait Gather: Send {
    /// Takes the next event. `table` is its text, in which most of its words stand as they are. It is empty where the event
    /// cannot be read again from its place, as in a list on one line: then it has to be kept.
    fn take(&mut self, event: Event, table: &str);

    /// Leaves out some events by their numbers, which ascend and count from 0 in the order of taking.
    fn leave_out(&mut self, numbers: &[usize]);
}

impl Gather for Vec<Event> {
    fn take(&mut self, event: Event, _: &str) {
        self.push(event);
    }

    fn leave_out(&mut self, numbers: &[usize]) {
        let mut at = 0..;
        self.retain(|_| at.next().is_none_or(|it| numbers.binary_search(&it).is_err()));
    }
}

/// How much of a store has been read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes that have been read and understood.
    pub done: u64,
    /// Bytes of all files that are known so far; an include may add some.
    pub total: u64,
}

impl Progress {
    /// Returns how many events there will be, where there are `events` so far; a little more, since what comes after it would have
    /// to be copied once more.
    pub fn expected(self, events: usize) -> usize {
        let expected = (events as u64 * self.total).checked_div(self.done).unwrap_or(0);
        (expected + expected / 50) as usize
    }
}

/// What a stretch of a store says.
#[derive(Debug)]
pub struct Part<'a, G> {
    /// What all that has been read says of the whole.
    pub timeline: &'a Timeline,
    /// The parties in this stretch.
    pub parties: Vec<Party>,
    /// The sources in this stretch.
    pub sources: Vec<Source>,
    /// The events in this stretch.
    pub events: G,
    /// The texts that have been read.
    pub files: &'a SourceMap,
    /// How far it goes.
    pub progress: Progress,
}
