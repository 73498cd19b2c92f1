//! The shown events by lane.
//!
//! Made once for what is shown and what lanes are by; a frame then finds the events of a lane that touch the screen by binary
//! search, whatever the number of events.

use std::collections::HashMap;

use crate::{
    catalog::{Catalog, EventIdx, Facet, IdSet},
    chronology::{Instant, Named, Status, Window},
};

/// Events in a block whose latest end is kept, so that a block that is over before the screen begins is passed over at once.
const BLOCK: usize = 64;

/// What lanes are by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum LanesBy {
    /// What sort of event it is.
    #[default]
    Category,
    /// Who takes part.
    Party,
    /// How it stands.
    Status,
    /// What it rests on.
    Source,
    /// Its labels.
    Tag,
    /// The file of the store that it stands in.
    File,
    /// One lane for all.
    None,
}

impl LanesBy {
    /// Every kind of lanes.
    pub const ALL: [Self; 7] =
        [Self::Category, Self::Party, Self::Status, Self::Source, Self::Tag, Self::File, Self::None];

    /// Returns its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Party => "party",
            Self::Status => "status",
            Self::Source => "source",
            Self::Tag => "tag",
            Self::File => "file",
            Self::None => "none",
        }
    }

    /// Returns the kind called `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    const fn facet(self) -> Option<Facet> {
        match self {
            Self::Category => Some(Facet::Category),
            Self::Party => Some(Facet::Party),
            Self::Status => Some(Facet::Status),
            Self::Source => Some(Facet::Source),
            Self::Tag => Some(Facet::Tag),
            Self::File => Some(Facet::File),
            Self::None => None,
        }
    }
}

/// One lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// The party's or source's id, the category, the status; empty for the lane of events that have none.
    pub key: String,
    /// What to print.
    pub label: String,
    /// Its dated events in display order: by their earliest bound.
    pub ids: Vec<EventIdx>,
    /// The latest end in each block of events.
    block_ends: Vec<Instant>,
    /// Every end, in order: how many events are over is found by binary search.
    ends: Vec<Instant>,
}

impl Lane {
    fn new(catalog: &Catalog, key: String, label: String, ids: Vec<EventIdx>) -> Self {
        let end = |it: &EventIdx| catalog.bounds(*it).map_or(Instant::MIN, |it| it.latest);
        let block_ends = ids.chunks(BLOCK).map(|it| it.iter().map(end).max().unwrap_or(Instant::MIN)).collect();
        let mut ends: Vec<Instant> = ids.iter().map(end).collect();
        ends.sort_unstable();
        Self { key, label, ids, block_ends, ends }
    }

    /// Returns where in `ids` the first event lies that begins after `at`.
    pub(super) fn begun_by(&self, catalog: &Catalog, at: Instant) -> usize {
        self.ids.partition_point(|it| catalog.bounds(*it).is_some_and(|it| it.earliest <= at))
    }

    /// Returns how many events are over before `at`.
    pub(super) fn over_before(&self, at: Instant) -> usize {
        self.ends.partition_point(|it| *it < at)
    }

    /// Calls `visit` with each event that can touch `window`, in display order, until it says to stop; returns how many events
    /// were looked at.
    pub(super) fn touching(&self, catalog: &Catalog, window: Window, mut visit: impl FnMut(EventIdx) -> bool) -> usize {
        let begun = self.begun_by(catalog, window.last);
        let mut visited = 0;
        for (block, end) in self.block_ends.iter().enumerate().take(begun.div_ceil(BLOCK)) {
            visited += 1;
            if *end < window.first {
                continue;
            }
            for id in &self.ids[block * BLOCK..((block + 1) * BLOCK).min(begun)] {
                visited += 1;
                if catalog.bounds(*id).is_some_and(|it| window.first <= it.latest) && !visit(*id) {
                    return visited;
                }
            }
        }
        visited
    }
}

/// The shown events by lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lanes {
    /// What they are by.
    pub by: LanesBy,
    lanes: Vec<Lane>,
}

impl Lanes {
    /// Returns the dated events of `ids` by lane.
    ///
    /// Statuses come in the order of the legend and categories in that of their first events, so that a lane stays where it is
    /// while one filters; parties, sources and tags are too many for that, and come busiest first. Events that belong to no
    /// lane have one of their own, the last.
    pub fn new(catalog: &Catalog, ids: &IdSet, by: LanesBy) -> Self {
        let dated = || ids.iter().take_while(|it| it.index() < catalog.n_dated());
        let Some(facet) = by.facet() else {
            let all = Lane::new(catalog, String::new(), "all".to_owned(), dated().collect());
            return Self { by, lanes: vec![all] };
        };
        let mut on_some_lane = IdSet::new(catalog.len());
        let mut lanes = Vec::new();
        for value in catalog.facet(facet) {
            let shown: Vec<EventIdx> =
                value.ids.iter().copied().filter(|it| ids.contains(*it) && it.index() < catalog.n_dated()).collect();
            if shown.is_empty() {
                continue;
            }
            shown.iter().for_each(|it| on_some_lane.insert(*it));
            // The whole of the value, shown or not, has its first event at the same place.
            lanes
                .push((value.ids.first().copied(), Lane::new(catalog, value.name.clone(), value.label.clone(), shown)));
        }
        match by {
            LanesBy::Category => lanes.sort_by_key(|(first, _)| *first),
            LanesBy::Status => {
                let order: HashMap<&str, usize> =
                    Status::ALL.iter().enumerate().map(|(at, it)| (it.name(), at)).collect();
                lanes.sort_by_key(|(_, it)| order.get(it.key.as_str()).copied());
            }
            _ => lanes.sort_by(|(_, a), (_, b)| b.ids.len().cmp(&a.ids.len()).then_with(|| a.label.cmp(&b.label))),
        }
        let mut lanes: Vec<Lane> = lanes.into_iter().map(|(_, it)| it).collect();
        let rest: Vec<EventIdx> = dated().filter(|it| !on_some_lane.contains(*it)).collect();
        if !rest.is_empty() {
            lanes.push(Lane::new(catalog, String::new(), format!("no {}", by.name()), rest));
        }
        Self { by, lanes }
    }

    /// Returns how many lanes there are.
    pub fn len(&self) -> usize {
        self.lanes.len()
    }

    /// Returns whether there is none.
    pub fn is_empty(&self) -> bool {
        self.lanes.is_empty()
    }

    /// Returns the lanes, the uppermost first.
    pub fn iter(&self) -> impl Iterator<Item = &Lane> {
        self.lanes.iter()
    }

    /// Returns a lane by its number.
    pub fn get(&self, lane: usize) -> Option<&Lane> {
        self.lanes.get(lane)
    }

    /// Returns whether `event` stands on the lane number `lane`.
    pub fn holds(&self, lane: usize, event: EventIdx) -> bool {
        self.get(lane).is_some_and(|it| it.ids.binary_search(&event).is_ok())
    }

    /// Returns the first lane on which `event` stands.
    pub fn lane_of(&self, event: EventIdx) -> Option<usize> {
        (0..self.len()).find(|it| self.holds(*it, event))
    }

    /// Returns the event after `event` on a lane.
    pub fn next_in_lane(&self, lane: usize, event: EventIdx) -> Option<EventIdx> {
        let ids = &self.get(lane)?.ids;
        ids.get(ids.partition_point(|it| *it <= event)).copied()
    }

    /// Returns the event before `event` on a lane.
    pub fn prev_in_lane(&self, lane: usize, event: EventIdx) -> Option<EventIdx> {
        let ids = &self.get(lane)?.ids;
        ids.partition_point(|it| *it < event).checked_sub(1).and_then(|it| ids.get(it)).copied()
    }

    /// Returns the event of a lane whose start is nearest to `at`.
    pub fn nearest_in_lane(&self, catalog: &Catalog, lane: usize, at: Instant) -> Option<EventIdx> {
        let lane = self.get(lane)?;
        let after = lane.begun_by(catalog, at);
        let candidates = lane.ids.iter().take(after + 1).skip(after.saturating_sub(1)).copied();
        candidates.min_by_key(|it| catalog.bounds(*it).map_or(i128::MAX, |it| it.anchor().since(at).abs()))
    }
}
