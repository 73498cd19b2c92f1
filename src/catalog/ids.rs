//! Numbers for events and parties, and sets of events.

use fixedbitset::FixedBitSet;

/// Bits in one block of a [`FixedBitSet`].
const BLOCK: usize = usize::BITS as usize;

/// An event's place in the display order of its catalog: time order, undated events last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventIdx(pub u32);

impl EventIdx {
    /// Returns the number as an index into what is kept one an event.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A party's place in its catalog: file order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartyIdx(pub u32);

impl PartyIdx {
    /// Returns the number as an index into what is kept one a party.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// A set of events of one catalog, a bit for each event.
///
/// ```
/// use dateline::catalog::{EventIdx, IdSet};
/// let odd = IdSet::from_iter(5, [EventIdx(1), EventIdx(3)]);
/// assert_eq!(IdSet::full(5).subtract(&odd).iter().map(|it| it.0).collect::<Vec<_>>(), [0, 2, 4]);
/// assert_eq!(odd.next_after(EventIdx(1)), Some(EventIdx(3)));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IdSet {
    bits: FixedBitSet,
}

impl IdSet {
    /// Returns the empty set of a catalog of `n` events.
    pub fn new(n: usize) -> Self {
        Self { bits: FixedBitSet::with_capacity(n) }
    }

    /// Returns the set of all of `n` events.
    pub fn full(n: usize) -> Self {
        let mut set = Self::new(n);
        set.bits.insert_range(..);
        set
    }

    /// Returns the set of `events` out of `n`.
    pub fn from_iter(n: usize, events: impl IntoIterator<Item = EventIdx>) -> Self {
        let mut set = Self::new(n);
        events.into_iter().for_each(|it| set.insert(it));
        set
    }

    /// Puts an event in; the set grows where it had no room for it.
    pub fn insert(&mut self, event: EventIdx) {
        self.bits.grow_and_insert(event.index());
    }

    /// Takes an event out.
    pub fn remove(&mut self, event: EventIdx) {
        if event.index() < self.bits.len() {
            self.bits.remove(event.index());
        }
    }

    /// Puts an event in where it is out, and takes it out where it is in.
    pub fn toggle(&mut self, event: EventIdx) {
        if self.contains(event) { self.remove(event) } else { self.insert(event) }
    }

    /// Returns whether an event is in.
    pub fn contains(&self, event: EventIdx) -> bool {
        self.bits.contains(event.index())
    }

    /// Returns how many events are in.
    pub fn len(&self) -> usize {
        self.bits.count_ones(..)
    }

    /// Returns whether no event is in.
    pub fn is_empty(&self) -> bool {
        self.bits.is_clear()
    }

    /// Returns the events that are in, ascending.
    pub fn iter(&self) -> impl Iterator<Item = EventIdx> {
        self.bits.ones().map(|it| EventIdx(it as u32))
    }

    /// Returns the first event that is in.
    pub fn first(&self) -> Option<EventIdx> {
        self.bits.minimum().map(|it| EventIdx(it as u32))
    }

    /// Returns the last event that is in.
    pub fn last(&self) -> Option<EventIdx> {
        self.bits.maximum().map(|it| EventIdx(it as u32))
    }

    /// Returns the first event in the set after `event`, which need not be in it.
    pub fn next_after(&self, event: EventIdx) -> Option<EventIdx> {
        let from = event.index() + 1;
        let blocks = self.bits.as_slice();
        let masked = blocks.get(from / BLOCK)? & (usize::MAX << (from % BLOCK));
        let rest = blocks[from / BLOCK..].iter().skip(1).copied();
        let (at, block) = std::iter::once(masked).chain(rest).enumerate().find(|(_, it)| *it != 0)?;
        Some(EventIdx(((from / BLOCK + at) * BLOCK) as u32 + block.trailing_zeros()))
    }

    /// Returns the last event in the set before `event`, which need not be in it.
    pub fn prev_before(&self, event: EventIdx) -> Option<EventIdx> {
        let below = event.index().min(self.bits.len());
        let blocks = self.bits.as_slice();
        let (whole, part) = (below / BLOCK, below % BLOCK);
        let masked = blocks.get(whole).map_or(0, |it| it & !(usize::MAX << part));
        if masked != 0 {
            return Some(EventIdx((whole * BLOCK) as u32 + masked.ilog2()));
        }
        let at = blocks[..whole].iter().rposition(|it| *it != 0)?;
        Some(EventIdx((at * BLOCK) as u32 + blocks[at].ilog2()))
    }

    /// Returns the set as blocks of bits.
    pub(super) fn blocks(&self) -> &[usize] {
        self.bits.as_slice()
    }

    /// Adds what is in `other`.
    pub fn union_with(&mut self, other: &Self) {
        self.bits.union_with(&other.bits);
    }

    /// Keeps what is also in `other`.
    pub fn intersect_with(&mut self, other: &Self) {
        self.bits.intersect_with(&other.bits);
    }

    /// Takes out what is in `other`.
    pub fn subtract_with(&mut self, other: &Self) {
        self.bits.difference_with(&other.bits);
    }

    /// Returns what is in both.
    #[must_use]
    pub fn intersect(mut self, other: &Self) -> Self {
        self.intersect_with(other);
        self
    }

    /// Returns what is in this set and not in `other`.
    #[must_use]
    pub fn subtract(mut self, other: &Self) -> Self {
        self.subtract_with(other);
        self
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::{collection::vec, prelude::*};

    use super::*;

    const N: usize = 150;

    fn set() -> impl Strategy<Value = IdSet> {
        vec(0..N as u32, 0..40).prop_map(|it| IdSet::from_iter(N, it.into_iter().map(EventIdx)))
    }

    fn plain(set: &IdSet) -> BTreeSet<EventIdx> {
        set.iter().collect()
    }

    proptest! {
        #[test]
        fn sets_are_plain_sets(a in set(), b in set()) {
            let (x, y) = (plain(&a), plain(&b));
            let mut union = a.clone();
            union.union_with(&b);
            prop_assert_eq!(plain(&union), &x | &y);
            prop_assert_eq!(plain(&a.clone().intersect(&b)), &x & &y);
            prop_assert_eq!(plain(&a.clone().subtract(&b)), &x - &y);
            prop_assert_eq!(IdSet::full(N).subtract(&a).len() + a.len(), N);
        }

        #[test]
        fn neighbours_are_those_of_a_plain_set(a in set(), at in 0..2 * N as u32) {
            let (members, at) = (plain(&a), EventIdx(at));
            prop_assert_eq!(a.next_after(at), members.iter().find(|it| **it > at).copied());
            prop_assert_eq!(a.prev_before(at), members.iter().rfind(|it| **it < at).copied());
            prop_assert_eq!((a.first(), a.last()), (members.first().copied(), members.last().copied()));
            prop_assert_eq!((a.len(), a.is_empty()), (members.len(), members.is_empty()));
        }
    }

    #[test]
    fn events_outside_the_catalog_do_no_harm() {
        let mut set = IdSet::new(0);
        set.remove(EventIdx(7));
        assert!(!set.contains(EventIdx(7)) && set.first().is_none() && set.next_after(EventIdx(u32::MAX)).is_none());
        set.toggle(EventIdx(7));
        assert!(set.contains(EventIdx(7)));
    }
}
