//! One lane: its events in the order of their starts and of their ends.
//!
//! A frame finds what of it touches the screen, and how much begins in each column, by search: what it costs hangs on what is on
//! the screen and not on how many events there are.

use crate::{
    catalog::{Catalog, EventIdx},
    chronology::Instant,
};

/// Events, or blocks of the level below, in one block.
const BLOCK: usize = 8;

/// One lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// The party's or source's id, the category, the status; empty for the lane of events that have none.
    pub key: String,
    /// What to print.
    pub label: String,
    /// Its dated events in display order.
    pub ids: Vec<EventIdx>,
    /// Those of them that may have begun before the place at which they stand.
    early: Vec<EventIdx>,
    /// Their places in the catalog's order of ends, ascending.
    ends: Vec<u32>,
    /// For each level, the last place in the order of ends in each block: so that what is over is passed over by the block.
    latest: Vec<Vec<u32>>,
}

impl Lane {
    pub(super) fn new(catalog: &Catalog, key: String, label: String, ids: Vec<EventIdx>) -> Self {
        let unsorted: Vec<u32> = ids.iter().map(|it| catalog.end_rank(*it)).collect();
        let mut latest: Vec<Vec<u32>> = Vec::new();
        let mut below: &[u32] = &unsorted;
        while below.len() > BLOCK {
            let level = below.chunks(BLOCK).map(|it| it.iter().copied().max().unwrap_or(0)).collect();
            latest.push(level);
            below = latest.last().map_or(&[], |it| it);
        }
        let mut ends = unsorted;
        // Where nothing lasts, ends ascend as starts do, and there is nothing to sort.
        ends.sort_unstable();
        let early = ids.iter().copied().filter(|it| catalog.may_be_earlier(*it)).collect();
        Self { key, label, ids, early, ends, latest }
    }

    /// Returns how many events are among the first `begun` of the catalog: where in `ids` the first of the others is.
    pub(in crate::layout) fn among_first(&self, begun: usize) -> usize {
        self.ids.partition_point(|it| it.index() < begun)
    }

    /// Returns how many events are among the first `over` in the catalog's order of ends.
    pub(in crate::layout) fn among_over(&self, over: usize) -> usize {
        self.ends.partition_point(|it| (*it as usize) < over)
    }

    /// Calls `visit` with each event that is among the first `begun` of the catalog and not among the first `over` in its order of
    /// ends, in display order, and then with those that stand later and may have begun by `last`; returns how many events and
    /// blocks were looked at.
    pub(in crate::layout) fn touching(
        &self,
        catalog: &Catalog,
        (begun, last): (usize, Instant),
        over: usize,
        mut visit: impl FnMut(EventIdx),
    ) -> usize {
        let later: Vec<EventIdx> = self.standing_later(catalog, (begun, last), over).collect();
        let begun = self.among_first(begun);
        let (mut at, mut visited) = (0, 0);
        while at < begun {
            visited += 1;
            if let Some(length) = self.block_that_is_over(over, at, |length| at / length) {
                at += length;
                continue;
            }
            if !is_over(catalog, self.ids[at], over) {
                visit(self.ids[at]);
            }
            at += 1;
        }
        visited += later.len();
        later.into_iter().for_each(visit);
        visited
    }

    /// Returns the events that are not among the first `begun` of the catalog and may have begun by `last` all the same, and are not
    /// among the first `over` in its order of ends.
    pub(in crate::layout) fn standing_later(
        &self,
        catalog: &Catalog,
        (begun, last): (usize, Instant),
        over: usize,
    ) -> impl Iterator<Item = EventIdx> {
        let later = &self.early[self.early.partition_point(|it| it.index() < begun)..];
        let may_have_begun = move |it: &EventIdx| catalog.window(*it).is_some_and(|it| it.first <= last);
        later.iter().copied().filter(may_have_begun).filter(move |it| !is_over(catalog, *it, over))
    }

    /// Returns where in `ids` the first and the last stand, of those before `begun`, that are not among the first `over` in the
    /// catalog's order of ends; and how many events and blocks were looked at.
    pub(in crate::layout) fn first_and_last_not_over(
        &self,
        catalog: &Catalog,
        begun: usize,
        over: usize,
    ) -> (Option<(usize, usize)>, usize) {
        let (mut first, mut end, mut visited) = (0, begun, 0);
        while first < end && is_over(catalog, self.ids[first], over) {
            first += self.block_that_is_over(over, first, |length| first / length).unwrap_or(1);
            visited += 1;
        }
        while first < end && is_over(catalog, self.ids[end - 1], over) {
            end -= self.block_that_is_over(over, end, |length| end / length - 1).unwrap_or(1);
            visited += 1;
        }
        ((first < end).then(|| (first, end - 1)), visited)
    }

    /// Returns the length of the longest block that begins or ends at `at` and is over; `number` gives it its number by its length.
    fn block_that_is_over(&self, over: usize, at: usize, number: impl Fn(usize) -> usize) -> Option<usize> {
        let mut length = 1;
        let mut longest = None;
        for level in &self.latest {
            length *= BLOCK;
            if !at.is_multiple_of(length) || over <= level[number(length)] as usize {
                break;
            }
            longest = Some(length);
        }
        longest
    }
}

/// Returns whether an event is among the first `over` in the catalog's order of ends.
fn is_over(catalog: &Catalog, event: EventIdx, over: usize) -> bool {
    (catalog.end_rank(event) as usize) < over
}
