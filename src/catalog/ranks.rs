//! Counting in a set without walking it: how many of it come before an event, and which is the n-th.

use super::ids::{EventIdx, IdSet};

/// Blocks of a set between two counts.
const STRIDE: usize = 8;

/// Counts of a set that does not change: asking takes the same time whatever its size.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranks {
    /// How many of the set come before each stride of blocks, and how many there are.
    before: Vec<u32>,
}

impl Ranks {
    /// Returns the counts of `set`.
    pub fn new(set: &IdSet) -> Self {
        let mut before = vec![0];
        let mut count = 0;
        for stride in set.blocks().chunks(STRIDE) {
            count += stride.iter().map(|it| it.count_ones()).sum::<u32>();
            before.push(count);
        }
        Self { before }
    }

    /// Returns how many events are in the set.
    pub fn len(&self) -> usize {
        self.before.last().map_or(0, |it| *it as usize)
    }

    /// Returns whether the set is empty.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns how many events of `set`, whose counts these are, come before `event`.
    pub fn rank(&self, set: &IdSet, event: EventIdx) -> usize {
        let bits = usize::BITS as usize;
        let (block, bit) = (event.index() / bits, event.index() % bits);
        let stride = block / STRIDE;
        let blocks = set.blocks();
        let Some(before) = self.before.get(stride).filter(|_| block < blocks.len()) else { return self.len() };
        let whole: u32 = blocks[stride * STRIDE..block].iter().map(|it| it.count_ones()).sum();
        (before + whole + (blocks[block] & !(usize::MAX << bit)).count_ones()) as usize
    }

    /// Returns the event number `n` of `set`, whose counts these are, from 0.
    pub fn nth(&self, set: &IdSet, n: usize) -> Option<EventIdx> {
        if self.len() <= n {
            return None;
        }
        let stride = self.before.partition_point(|it| *it as usize <= n) - 1;
        let mut left = n - self.before[stride] as usize;
        for (at, block) in set.blocks().iter().enumerate().skip(stride * STRIDE) {
            let ones = block.count_ones() as usize;
            if left < ones {
                let bit = (0..left).fold(*block, |block, _| block & (block - 1)).trailing_zeros();
                return Some(EventIdx((at * usize::BITS as usize) as u32 + bit));
            }
            left -= ones;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::btree_set, prelude::*};

    use super::*;

    proptest! {
        #[test]
        fn counts_are_those_of_a_walk(ids in btree_set(0_u32..3000, 0..400), at in 0_u32..3100, more in 0_usize..50) {
            let set = IdSet::from_iter(3000, ids.iter().map(|it| EventIdx(*it)));
            let ranks = Ranks::new(&set);
            prop_assert_eq!(ranks.len(), ids.len());
            prop_assert_eq!(ranks.rank(&set, EventIdx(at)), ids.iter().filter(|it| **it < at).count());
            for n in [0, ids.len() / 2, ids.len().saturating_sub(1), ids.len() + more] {
                prop_assert_eq!(ranks.nth(&set, n).map(|it| it.0), ids.iter().nth(n).copied());
            }
        }
    }
}
