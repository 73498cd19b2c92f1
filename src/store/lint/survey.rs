//! What is kept of every event while a store is read, for what only the whole store shows: equal ids, references that lead nowhere,
//! and lint.
//!
//! It is a few bytes an event. What needs more of one reads it again.

use std::{borrow::Cow, collections::HashSet};

use hashbrown::HashTable;

use super::suspect::is_suspect;
use crate::store::read::event_at;
use crate::{
    chronology::{Event, Instant, Origin, id_hash},
    diag::SourceMap,
};

/// Bits of an offset in its text; the others are the number of the text.
const OFFSET: u32 = 40;

/// Where a table stands: a text, and its first byte there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place(u64);

impl Place {
    fn of(origin: Origin) -> Self {
        Self((origin.file as u64) << OFFSET | origin.start as u64)
    }

    /// Returns the number of the text, and the byte.
    pub(crate) const fn get(self) -> (usize, usize) {
        ((self.0 >> OFFSET) as usize, (self.0 & ((1 << OFFSET) - 1)) as usize)
    }
}

/// Whether an event can be read again from its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Again {
    Yes,
    No,
}

/// Every event in brief, by number, in the order of reading.
#[derive(Debug)]
pub(crate) struct Survey {
    /// Last millisecond of today.
    now: Instant,
    /// The hash of each event's id.
    pub(crate) ids: Vec<u64>,
    pub(crate) places: Vec<Place>,
    /// Events that cannot be read again, by number.
    held: Vec<(u32, Event)>,
    /// Ids of the parties that events name, and of the sources.
    pub(crate) parties: Names,
    pub(crate) sources: Names,
    /// The links: the number of the event, and the hash of what it is linked to.
    pub(crate) links: Vec<(u32, u64)>,
    /// Events that lint may have something to say of.
    pub(crate) suspects: Vec<u32>,
    /// Events whose ids are not in lower case, after the hash of what they would be.
    pub(crate) not_lower: Vec<(u64, u32)>,
}

impl Survey {
    pub(crate) fn new(now: Instant) -> Self {
        Self {
            now,
            ids: Vec::new(),
            places: Vec::new(),
            held: Vec::new(),
            parties: Names::default(),
            sources: Names::default(),
            links: Vec::new(),
            suspects: Vec::new(),
            not_lower: Vec::new(),
        }
    }

    pub(crate) fn add(&mut self, event: &Event, again: Again) {
        let number = self.ids.len() as u32;
        if again == Again::No {
            self.held.push((number, event.clone()));
        }
        self.ids.push(id_hash(&event.id));
        self.places.push(Place::of(event.origin));
        let parties = event.parties.iter().map(|it| &it.party).chain(event.claims.iter().map(|it| &it.by));
        parties.for_each(|it| add(&mut self.parties, it));
        let claimed = event.claims.iter().filter_map(|it| it.source.as_ref());
        event.sources.iter().map(|it| &it.source).chain(claimed).for_each(|it| add(&mut self.sources, it));
        self.links.extend(event.links.iter().map(|it| (number, id_hash(&it.to))));
        if is_suspect(event, self.now) {
            self.suspects.push(number);
        }
        let is_lower = event.id.bytes().all(|it| it.is_ascii() && !it.is_ascii_uppercase());
        if !is_lower && event.id.to_lowercase() != event.id {
            self.not_lower.push((id_hash(&event.id.to_lowercase()), number));
        }
    }

    /// Returns the event number `number`.
    pub(crate) fn event(&self, files: &SourceMap, number: u32) -> Option<Cow<'_, Event>> {
        if let Ok(at) = self.held.binary_search_by_key(&number, |it| it.0) {
            return Some(Cow::Borrowed(&self.held[at].1));
        }
        let (file, start) = self.places.get(number as usize)?.get();
        event_at(files, file, start).map(Cow::Owned)
    }

    /// Makes room for `events` events in all.
    pub(crate) fn reserve(&mut self, events: usize) {
        let more = events.saturating_sub(self.ids.len());
        self.ids.reserve_exact(more);
        self.places.reserve_exact(more);
    }

    /// Adds what another text, or another piece of the same, was found to say.
    pub(crate) fn append(&mut self, mut other: Self) {
        let base = self.ids.len() as u32;
        self.ids.append(&mut other.ids);
        self.places.append(&mut other.places);
        self.held.extend(other.held.into_iter().map(|(number, it)| (base + number, it)));
        self.links.extend(other.links.into_iter().map(|(number, to)| (base + number, to)));
        self.suspects.extend(other.suspects.into_iter().map(|it| base + it));
        self.not_lower.extend(other.not_lower.into_iter().map(|(lower, number)| (lower, base + number)));
        for (mine, theirs) in [(&mut self.parties, other.parties), (&mut self.sources, other.sources)] {
            if mine.is_empty() {
                *mine = theirs;
            } else {
                mine.extend(theirs);
            }
        }
    }

    /// Leaves out events by their numbers, which ascend. What they name stays named.
    pub(crate) fn leave_out(&mut self, numbers: &[usize]) {
        if numbers.is_empty() {
            return;
        }
        let new_number = |old: u32| match numbers.binary_search(&(old as usize)) {
            Ok(_) => None,
            Err(before) => Some(old - before as u32),
        };
        let keep = |at: usize| numbers.binary_search(&at).is_err();
        let (mut ids, mut places) = (0.., 0..);
        self.ids.retain(|_| ids.next().is_none_or(keep));
        self.places.retain(|_| places.next().is_none_or(keep));
        let held = std::mem::take(&mut self.held);
        self.held = held.into_iter().filter_map(|(number, it)| Some((new_number(number)?, it))).collect();
        let links = std::mem::take(&mut self.links);
        self.links = links.into_iter().filter_map(|(it, to)| Some((new_number(it)?, to))).collect();
        self.suspects = self.suspects.iter().filter_map(|it| new_number(*it)).collect();
        self.not_lower = self.not_lower.iter().filter_map(|(lower, it)| Some((*lower, new_number(*it)?))).collect();
    }
}

fn add(set: &mut Names, id: &str) {
    if !set.contains(id) {
        set.insert(id.into());
    }
}

/// Ids of which each stands in many events.
pub(crate) type Names = HashSet<Box<str>, foldhash::fast::FixedState>;

/// Events by the hashes of their ids, which stand in a survey: of events with one id, the first.
#[derive(Debug, Default)]
pub(crate) struct Numbers(HashTable<u32>);

impl Numbers {
    /// Returns the number of the event whose id has `hash` in `ids`.
    pub(crate) fn get(&self, ids: &[u64], hash: u64) -> Option<u32> {
        self.0.find(hash, |it| ids.get(*it as usize) == Some(&hash)).copied()
    }

    /// Adds the event number `number` of `ids`, unless one with its id is there: then that is returned.
    pub(crate) fn add(&mut self, ids: &[u64], number: u32) -> Option<u32> {
        let hash = ids[number as usize];
        if let Some(first) = self.get(ids, hash) {
            return Some(first);
        }
        self.0.insert_unique(hash, number, |it| ids[*it as usize]);
        None
    }
}
