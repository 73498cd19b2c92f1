//! How long events took to come out, and when each did.

use crate::chronology::{Bounds, DAY, Instant};

use crate::catalog::{
    ids::{EventIdx, IdSet},
    snapshot::Catalog,
};

/// The most events that are told one by one.
const SLOWEST: usize = 20;

/// How long events took to come out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Disclosure {
    /// Events by the least time that they can have taken, the shortest first; every length is there.
    pub by_wait: Vec<(Wait, usize)>,
    /// Events without a date, or of which nothing says since when they are public.
    pub n_untold: usize,
    /// Those that took the longest, and the least milliseconds that they can have taken, longest first; at most twenty.
    pub slowest: Vec<(EventIdx, i128)>,
}

/// About how long it took.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wait {
    /// It may have been public at once.
    AtOnce,
    /// Up to 31 days.
    Month,
    /// Up to 366 days.
    Year,
    /// Up to five years.
    FiveYears,
    /// Up to ten years.
    TenYears,
    /// Longer.
    Longer,
}

/// Every length, the shortest first: its words, and the most days that it has.
const LENGTHS: [(Wait, &str, i64); 6] = [
    (Wait::AtOnce, "at once, or within the date", 0),
    (Wait::Month, "up to a month", 31),
    (Wait::Year, "up to a year", 366),
    (Wait::FiveYears, "up to five years", 5 * 365 + 2),
    (Wait::TenYears, "up to ten years", 10 * 365 + 3),
    (Wait::Longer, "longer", i64::MAX),
];

impl Wait {
    /// Returns it in words.
    pub const fn words(self) -> &'static str {
        LENGTHS[self as usize].1
    }

    fn of(millis: i128) -> Self {
        let is_within = |days: i64| millis <= i128::from(days) * i128::from(DAY);
        LENGTHS.iter().find(|it| is_within(it.2)).map_or(Self::Longer, |it| it.0)
    }
}

/// Returns how long the events of `ids` took to come out.
pub(super) fn disclosure(catalog: &Catalog, ids: &IdSet) -> Disclosure {
    let mut counts = [0; LENGTHS.len()];
    let mut n_untold = 0;
    let mut slowest = Vec::new();
    for idx in ids.iter().take_while(|it| it.index() < catalog.len()) {
        let Some(wait) =
            catalog.bounds(idx).zip(catalog.known_bounds(idx)).and_then(|(event, known)| least(event, known))
        else {
            n_untold += 1;
            continue;
        };
        counts[Wait::of(wait) as usize] += 1;
        if 0 < wait {
            slowest.push((idx, wait));
            // Kept short while it is gathered: a million events would else be sorted to tell of twenty.
            if slowest.len() == 64 * SLOWEST {
                shorten(&mut slowest);
            }
        }
    }
    shorten(&mut slowest);
    Disclosure { by_wait: LENGTHS.into_iter().map(|it| it.0).zip(counts).collect(), n_untold, slowest }
}

fn shorten(slowest: &mut Vec<(EventIdx, i128)>) {
    slowest.sort_by_key(|it| (std::cmp::Reverse(it.1), it.0));
    slowest.truncate(SLOWEST);
}

/// Returns the least time from an event to its being known. A state is counted from its start: that is when there was something to
/// know.
fn least(event: Bounds, known: Bounds) -> Option<i128> {
    let start = event.latest_start();
    (!start.is_end() && !known.earliest.is_end()).then(|| known.earliest.since(start))
}

impl Catalog {
    /// Returns the next moment after `from` at which an event of `ids` came out.
    pub fn disclosure_after(&self, ids: &IdSet, from: Instant) -> Option<Instant> {
        self.disclosures(ids).filter(|it| from < *it).min()
    }

    /// Returns the last moment before `from` at which an event of `ids` came out.
    pub fn disclosure_before(&self, ids: &IdSet, from: Instant) -> Option<Instant> {
        self.disclosures(ids).filter(|it| *it < from).max()
    }

    fn disclosures(&self, ids: &IdSet) -> impl Iterator<Item = Instant> {
        let known = ids.iter().filter_map(|it| self.known_bounds(it));
        known.map(|it| it.latest).filter(|it| !it.is_end())
    }
}
