//! What takes too long for the time between two keys, done elsewhere: the newest of a kind wins.
//!
//! On a store of ordinary size it is done at once, so that nothing is ever drawn that is not true. On a large one the explorer
//! goes on with what it has until the answer comes; an answer to a question that has been asked anew since then is dropped.

use std::sync::Arc;

use strum::EnumDiscriminants;

use crate::{
    app::{
        find::{Direction, Filter, Search, Shown},
        look::Range,
    },
    catalog::{Breakdown, Catalog, EventIdx, IdSet, Stats, breakdown, stats},
    chronology::{Instant, Match, When, Window},
    formats::{Format, Subset},
    layout::{Lanes, LanesBy},
};

/// Events up to which a question is quick to answer.
const AT_ONCE: usize = 20_000;

/// A question.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its number.
    pub(super) ticket: u64,
    /// The events that it is about.
    pub(super) catalog: Arc<Catalog>,
    /// What is asked.
    pub(super) topic: Topic,
}

/// What is asked. What is shown comes first: the other kinds ask about it.
#[derive(Clone, Debug, EnumDiscriminants)]
#[strum_discriminants(name(Kind), vis(pub), derive(PartialOrd, Ord), doc = "A kind of question.")]
pub(in crate::app) enum Topic {
    /// What a filter lets through, and which of it holds the text that is looked for.
    Show {
        /// The filter.
        filter: Filter,
        /// What is marked, for `is:marked`.
        marked: Arc<IdSet>,
        /// What lanes are by.
        lanes_by: LanesBy,
        /// The text that is looked for.
        needle: String,
    },
    /// Which events hold a text.
    Find {
        /// The text.
        needle: String,
        /// The events to look through.
        within: IdSet,
        /// What to do when they are found.
        then: Then,
    },
    /// What a format cannot carry of some events.
    Lose {
        /// The format.
        format: &'static Format,
        /// The events.
        ids: IdSet,
    },
    /// What some events add up to.
    Sum {
        /// The events.
        ids: IdSet,
        /// What they are, in words.
        words: String,
        /// The range in which money adds up: of each list of windows, one holds it.
        range: Vec<Vec<Window>>,
    },
    /// What came out next, or last.
    Disclose {
        /// The filter.
        filter: Filter,
        /// What is marked, for `is:marked`.
        marked: Arc<IdSet>,
        /// Towards what.
        direction: Direction,
    },
    /// What the events of a range add up to.
    Measure {
        /// The range.
        range: Range,
        /// The events in it.
        ids: IdSet,
        /// Those that are shown for certain.
        surely: IdSet,
    },
}

/// What to do when a text is found, or is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Then {
    /// Go to the first hit at this event or after it: the text is still being typed.
    Lead(Option<EventIdx>),
    /// Say so if there is none.
    Say,
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    pub(super) kind: Kind,
    pub(super) ticket: u64,
    /// What it says.
    pub(super) found: Found,
}

/// What an answer says.
#[derive(Debug)]
pub(in crate::app) enum Found {
    /// What a filter lets through.
    Shown(Box<Looked>),
    /// The events that hold a text.
    Hits(Search, Then),
    /// What a range adds up to.
    Measures(Box<Measures>),
    /// What a format cannot carry.
    Losses(Vec<String>),
    /// What some events, in words, add up to.
    Sums(Box<Sums>),
    /// What came out next, or last.
    Disclosed(Direction, Option<Disclosure>),
}

/// What there is to look at.
#[derive(Debug)]
pub(in crate::app) struct Looked {
    /// The catalog of the filter's day, where the one that was asked is not of that day.
    pub(in crate::app) known: Option<Arc<Catalog>>,
    pub(in crate::app) shown: Shown,
    pub(in crate::app) lanes: Lanes,
    pub(in crate::app) search: Search,
}

/// What some events add up to.
#[derive(Clone, Debug, PartialEq)]
pub struct Sums {
    /// What events they are, in words.
    pub words: String,
    /// Counts, sums and silences.
    pub stats: Stats,
    /// Money by year, who appears with whom, and how long it took to come out.
    pub breakdown: Breakdown,
}

/// What the events of a range add up to.
#[derive(Clone, Debug, PartialEq)]
pub struct Measures {
    /// How many may lie in it.
    pub n_events: usize,
    /// How many do for certain.
    pub n_surely: usize,
    /// The first and the last of those with a date, by when they begin.
    pub ends: Option<(EventIdx, EventIdx)>,
    /// Counts, sums and silences.
    pub stats: Stats,
}

/// What came out on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) struct Disclosure {
    /// The start of the day.
    pub(in crate::app) at: Instant,
    /// How many events came out on it.
    pub(in crate::app) n_events: usize,
    /// The id of the first of them, which the catalog that is looked at may not have yet.
    pub(in crate::app) first: String,
}

impl Question {
    /// Returns its kind: a newer question of the kind makes this one void.
    pub fn kind(&self) -> Kind {
        Kind::from(&self.topic)
    }

    /// Returns whether it takes no longer than a thousandth of a second.
    pub(in crate::app) fn is_quick(&self) -> bool {
        self.catalog.len() <= AT_ONCE
    }

    /// Finds the answer.
    pub fn run(self) -> Answer {
        let (kind, catalog) = (self.kind(), &*self.catalog);
        let found = match self.topic {
            Topic::Show { filter, marked, lanes_by, needle } => {
                let day = filter.day().filter(|it| catalog.day() != Some(*it));
                let known = day.map(|it| Arc::new(catalog.as_of(it)));
                let marked = known.as_ref().map_or(marked.clone(), |it| Arc::new(catalog.again_in(&marked, it)));
                let catalog = known.as_deref().unwrap_or(catalog);
                let shown = Shown::new(catalog, filter.matched(catalog, &marked));
                let lanes = Lanes::new(catalog, &shown.possibly, lanes_by);
                let search = Search::new(&needle, catalog, &shown.possibly);
                Found::Shown(Box::new(Looked { known, shown, lanes, search }))
            }
            Topic::Find { needle, within, then } => Found::Hits(Search::new(&needle, catalog, &within), then),
            Topic::Lose { format, ids } => {
                // Writing to nowhere does not fail.
                let losses = format.write(Subset { catalog, ids: &ids }, &mut std::io::sink());
                Found::Losses(losses.unwrap_or_default())
            }
            Topic::Sum { ids, words, range } => {
                let stats = stats(catalog, &ids, &range);
                let breakdown = breakdown(catalog, &ids, &stats);
                Found::Sums(Box::new(Sums { words, stats, breakdown }))
            }
            Topic::Disclose { filter, marked, direction } => {
                Found::Disclosed(direction, disclosure(catalog, filter, &marked, direction))
            }
            Topic::Measure { range, ids, surely } => {
                let window = range.window();
                let is_sure = |it: &EventIdx| surely.contains(*it) && catalog.matches(*it, window) == Match::Surely;
                Found::Measures(Box::new(Measures {
                    n_events: ids.len(),
                    ends: ends(catalog, &ids),
                    n_surely: ids.iter().filter(is_sure).count(),
                    stats: stats(catalog, &ids, &[vec![window]]),
                }))
            }
        };
        Answer { kind, ticket: self.ticket, found }
    }
}

/// Returns which of the events that `filter` lets through, whenever they came out, came out on the day after the date as of which
/// it shows them, or on the day before. Where that is no date, it is the first of all days, or the last.
fn disclosure(catalog: &Catalog, mut filter: Filter, marked: &IdSet, direction: Direction) -> Option<Disclosure> {
    let as_of = filter.as_of_date().map(When::bounds);
    filter.set_as_of(None);
    let ids = filter.matched(catalog, marked).possibly;
    let at = match direction {
        Direction::Forward => catalog.disclosure_after(&ids, as_of.map_or(Instant::MIN, |it| it.latest)),
        Direction::Back => catalog.disclosure_before(&ids, as_of.map_or(Instant::MAX, |it| it.earliest)),
    }?;
    let day = at.date();
    let on_it =
        |it: &EventIdx| catalog.known_bounds(*it).is_some_and(|it| !it.latest.is_end() && it.latest.date() == day);
    let mut events = ids.iter().filter(on_it);
    let first = catalog.event(events.next()?).id.clone();
    Some(Disclosure { at: Instant::at_start_of(day), n_events: 1 + events.count(), first })
}

/// Returns the first and the last event of `ids` that have a date.
fn ends(catalog: &Catalog, ids: &IdSet) -> Option<(EventIdx, EventIdx)> {
    let last = ids.prev_before(EventIdx(catalog.n_dated() as u32))?;
    ids.first().map(|first| (first, last))
}
