//! Which cells of a lane each event gets: first the signs and bars, then the dots of where it may be, then the titles.
//!
//! Every decision looks at what lies near, and at what each neighbour would like rather than at what it gets: so an event that
//! comes into sight at one edge of the screen changes nothing at the other, and a title does not blink while one pans.

use std::ops::Range;

use super::titles::LEAST;

/// The most cells of a title that are set aside for it; it goes on where nothing else stands.
pub(super) const TITLE: i64 = 26;

/// What an event would like.
#[derive(Clone, Debug)]
pub(super) struct Claim {
    /// The cells of its bar, with all of its dots.
    pub(super) cells: Range<i64>,
    /// The cells that nothing may lie over.
    pub(super) core: Range<i64>,
    /// The cells of a title beside it; none for one that has it in its bar.
    pub(super) title: i64,
    /// How important its title is.
    pub(super) importance: u32,
}

/// What an event gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Share {
    /// The cells of its bar: all of them, or the core where its dots must give way.
    pub(super) cells: Range<i64>,
    /// The cells of its title; none where it has no room.
    pub(super) title: i64,
}

impl Share {
    /// Returns its cells with those of its title and the blank before that.
    pub(super) fn all(&self) -> Range<i64> {
        let title = if self.title > 0 { self.title + 1 } else { 0 };
        self.cells.start..self.cells.end + title
    }
}

/// Returns what each of `claims` gets on `rows` rows of `columns`, so that no column is given to more events than there are rows;
/// nothing where even their cores are too many.
pub(super) fn shares(claims: &[&Claim], rows: usize, columns: u16) -> Option<Vec<Share>> {
    let (mut cores, mut wishes) = (Depth::new(columns), Depth::new(columns));
    for claim in claims {
        cores.add(&blank_after(&claim.core));
        wishes.add(&blank_after(&claim.cells));
    }
    if cores.0.iter().any(|it| rows < *it) {
        return None;
    }
    let mut taken = Depth::new(columns);
    let share = |claim: &&Claim| {
        let fits = wishes.most_in(&blank_after(&claim.cells)) <= rows;
        let cells = if fits { claim.cells.clone() } else { claim.core.clone() };
        taken.add(&blank_after(&cells));
        Share { cells, title: 0 }
    };
    let mut shares: Vec<Share> = claims.iter().map(share).collect();
    let mut order: Vec<usize> = (0..claims.len()).collect();
    order.sort_by_key(|it| std::cmp::Reverse(claims[*it].importance));
    for at in order {
        let (claim, share) = (claims[at], &mut shares[at]);
        if claim.title == 0 {
            continue;
        }
        let from = share.cells.end + 1;
        let wanted = from..from + claim.title + 1;
        let free = taken.free_from(&wanted, rows) - 1;
        // Where the dots gave way, one of them still stands before the title.
        let least = claim.title.min(LEAST as i64) + i64::from(share.cells != claim.cells);
        if least <= free {
            share.title = free;
        }
        taken.add(&wanted);
    }
    Some(shares)
}

/// Returns cells with the blank that stands after them.
fn blank_after(cells: &Range<i64>) -> Range<i64> {
    cells.start..cells.end + 1
}

/// How many events each column is given to.
struct Depth(Vec<usize>);

impl Depth {
    /// Returns columns that are given to none: those of the screen, and the few beyond it that titles reach.
    fn new(columns: u16) -> Self {
        Self(vec![0; usize::from(columns) + TITLE as usize + 4])
    }

    fn clip(&self, cells: &Range<i64>) -> Range<usize> {
        let most = self.0.len() as i64;
        let start = cells.start.clamp(0, most);
        start as usize..cells.end.clamp(start, most) as usize
    }

    fn add(&mut self, cells: &Range<i64>) {
        let cells = self.clip(cells);
        self.0[cells].iter_mut().for_each(|it| *it += 1);
    }

    fn most_in(&self, cells: &Range<i64>) -> usize {
        self.0[self.clip(cells)].iter().copied().max().unwrap_or(0)
    }

    /// Returns how many columns of `cells` from the first on have a row left.
    fn free_from(&self, cells: &Range<i64>, rows: usize) -> i64 {
        self.0[self.clip(cells)].iter().take_while(|it| **it < rows).count() as i64
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::layout::scene::pack;

    const COLUMNS: u16 = 200;

    fn shares(claims: &[Claim], rows: usize) -> Option<Vec<Share>> {
        super::shares(&claims.iter().collect::<Vec<_>>(), rows, COLUMNS)
    }

    fn claims() -> impl Strategy<Value = Vec<Claim>> {
        let claim = (0..200_i64, 0..12_i64, 0..12_i64, 0..=TITLE, 0..6_u32).prop_map(
            |(sign, left, right, title, importance)| Claim {
                cells: sign - left..sign + 1 + right,
                core: sign..sign + 1,
                title,
                importance,
            },
        );
        prop::collection::vec(claim, 0..40)
    }

    proptest! {
        #[test]
        fn what_is_given_fits_the_rows(claims in claims(), rows in 1..8_usize) {
            let Some(shares) = shares(&claims, rows) else { return Ok(()) };
            let mut all: Vec<Range<i64>> = shares.iter().map(Share::all).collect();
            all.sort_by_key(|it| it.start);
            prop_assert!(pack::rows(all, rows).iter().all(Option::is_some));
            for (claim, share) in claims.iter().zip(&shares) {
                prop_assert!(share.title <= claim.title);
                prop_assert!(share.title == 0 || claim.title.min(LEAST as i64) <= share.title);
            }
        }

        #[test]
        fn what_is_far_away_changes_nothing(claims in claims(), rows in 1..8_usize, edge in 0..60_i64) {
            // The farthest that one event's wish reaches another, twice: its dots, a title, and the dots of that.
            const FAR: i64 = 2 * (12 + 1 + TITLE + 2 + 12);
            let near: Vec<Claim> = claims.iter().filter(|it| edge <= it.core.start).cloned().collect();
            let (Some(all), Some(fewer)) = (shares(&claims, rows), shares(&near, rows)) else { return Ok(()) };
            let all: Vec<&Share> = claims.iter().zip(&all).filter(|it| edge <= it.0.core.start).map(|it| it.1).collect();
            for (claim, (all, fewer)) in near.iter().zip(all.into_iter().zip(&fewer)) {
                prop_assert!(claim.core.start < edge + FAR || all == fewer, "{:?}: {:?} {:?}", claim, all, fewer);
            }
        }

        #[test]
        fn the_more_important_goes_first(claims in claims(), rows in 1..8_usize) {
            let mut claims = claims;
            let Some(claim) = claims.first_mut() else { return Ok(()) };
            claim.importance = 100;
            let (Some(shares), Some(alone)) = (
                shares(&claims, rows),
                // With no other title there is, what is left is all that the signs, bars and dots leave.
                shares(&claims.iter().enumerate().map(|(at, it)| Claim { title: if at == 0 { it.title } else { 0 }, ..it.clone() }).collect::<Vec<_>>(), rows),
            ) else { return Ok(()) };
            prop_assert_eq!(&shares[0], &alone[0]);
        }
    }
}
