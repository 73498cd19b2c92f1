//! Long silences within the picture, which can be folded.
//!
//! A gap is a stretch of columns in which no shown event begins or ends: at the most, bars that cover all of it run through it. It
//! lies between two columns of the screen in which something does, and is longer than a tenth of the screen, which is what the
//! keys that go from gap to gap call long as well: shorter ones are what a picture of time consists of.

use std::ops::Range;

use strum::{Display, EnumString};

use crate::{
    catalog::{Catalog, EventIdx, IdSet, Ranks},
    chronology::Instant,
    layout::axis::Scale,
};

/// A gap is longer than one part in this many of the screen.
const PART: u16 = 10;

/// What is done with long gaps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Display, EnumString)]
#[strum(serialize_all = "lowercase")]
pub enum Gaps {
    /// They are drawn as long as they are.
    #[default]
    Shown,
    /// They are drawn as a break of the axis.
    Folded,
}

/// The starts and ends of events in their orders, to be counted in any column by search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Edges {
    starts: (IdSet, Ranks),
    ends: (IdSet, Ranks),
}

impl Edges {
    /// Returns the starts and ends of `events`.
    pub(super) fn new(catalog: &Catalog, events: impl Iterator<Item = EventIdx>) -> Self {
        let (mut starts, mut ends) = (IdSet::new(catalog.len()), IdSet::new(catalog.len()));
        for event in events {
            starts.insert(EventIdx(catalog.start_rank(event)));
            ends.insert(EventIdx(catalog.end_rank(event)));
        }
        let counted = |it: IdSet| {
            let ranks = Ranks::new(&it);
            (it, ranks)
        };
        Self { starts: counted(starts), ends: counted(ends) }
    }

    /// Returns the columns of `scale`, which has no folds, that can be folded.
    pub(super) fn gaps(&self, catalog: &Catalog, scale: Scale) -> Vec<Range<u16>> {
        let count = |(set, ranks): &(IdSet, Ranks), first: usize| ranks.rank(set, EventIdx(first as u32));
        let until = |last: Instant| {
            (count(&self.starts, catalog.started_by(last)), count(&self.ends, catalog.over_before(last.plus(1))))
        };
        let mut before = until(scale.window.first.plus(-1));
        let mut gaps = Vec::new();
        let mut touched = None;
        for column in 0..scale.columns {
            let now = until(scale.window_of(i64::from(column)).last);
            if now == before {
                continue;
            }
            before = now;
            if let Some(previous) = touched.replace(column) {
                // A column of the silence stays on either side of its break.
                let gap = previous + 2..column.max(previous + 3) - 1;
                gaps.extend((scale.columns < (column - previous - 1) * PART).then_some(gap));
            }
        }
        gaps
    }
}
