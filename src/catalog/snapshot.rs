//! The catalog itself: events in display order, and who, what and where at hand for each.

use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
    sync::OnceLock,
};

use crate::chronology::{
    Bounds, Chronology, Event, Instant, LinkKind, Party, Source, Status, Timeline, When, Window, derived_status,
    earliest_disclosure,
};

use super::{
    facet::{Facet, FacetValue},
    groups::Groups,
    ids::{EventIdx, IdSet, PartyIdx},
    span::SpanIndex,
};

/// A chronology with its indexes. It never changes: a new load is a new catalog.
///
/// Events stand in display order: by earliest time, then latest, then `seq` (zero where none is given), then file order; those
/// without a date come last, in file order.
#[derive(Debug, Default)]
pub struct Catalog {
    timeline: Timeline,
    events: Vec<Event>,
    parties: Vec<Party>,
    sources: Vec<Source>,
    n_dated: usize,
    /// Hash of each event's id, ascending; of events with one id the first in file order leads.
    by_id: Vec<(u64, EventIdx)>,
    party_by_id: HashMap<String, PartyIdx>,
    source_by_id: HashMap<String, usize>,
    statuses: Vec<Status>,
    parties_of: Groups<PartyIdx>,
    events_of: Groups<EventIdx>,
    links_to: Groups<(LinkKind, EventIdx)>,
    spans: SpanIndex,
    extent: Option<Window>,
    /// Filled when first asked for: grouping a million events by every facet would hold up the first picture.
    pub(super) facets: [OnceLock<Vec<FacetValue>>; Facet::ALL.len()],
}

impl Catalog {
    /// Returns the catalog of a chronology.
    pub fn build(chronology: Chronology) -> Self {
        let Chronology { timeline, parties, sources, mut events } = chronology;
        let file_order = sort(&mut events);
        let n_dated = events.partition_point(|it| it.when.is_some());
        let spans = SpanIndex::new(events.iter().filter_map(bounds));
        let extent = extent(events.iter().filter_map(bounds));
        let by_id = ids_by_hash(&events, &file_order);
        let mut party_by_id = HashMap::new();
        for (at, party) in parties.iter().enumerate() {
            party_by_id.entry(party.id.clone()).or_insert(PartyIdx(at as u32));
        }
        let mut source_by_id = HashMap::new();
        for (at, source) in sources.iter().enumerate() {
            source_by_id.entry(source.id.clone()).or_insert(at);
        }
        let statuses = (events.iter())
            .map(|it| {
                it.status.unwrap_or_else(|| derived_status(it, |id| source_by_id.get(id).map(|at| &sources[*at])))
            })
            .collect();
        let mut catalog = Self {
            timeline,
            events,
            parties,
            sources,
            n_dated,
            by_id,
            party_by_id,
            source_by_id,
            statuses,
            spans,
            extent,
            ..Self::default()
        };
        catalog.relate();
        catalog
    }

    /// Fills in who took part where, and what links where.
    fn relate(&mut self) {
        let mut participations: Vec<(u32, PartyIdx)> = Vec::new();
        let mut links: Vec<(u32, (LinkKind, EventIdx))> = Vec::new();
        for (idx, event) in self.iter() {
            let first = participations.len();
            for party in event.parties.iter().filter_map(|it| self.party_idx(&it.party)) {
                if !participations[first..].contains(&(idx.0, party)) {
                    participations.push((idx.0, party));
                }
            }
            links.extend(event.links.iter().filter_map(|it| Some((self.find(&it.to)?.0, (it.kind, idx)))));
        }
        let turned: Vec<_> = participations.iter().map(|(event, party)| (party.0, EventIdx(*event))).collect();
        self.parties_of = Groups::new(self.events.len(), &participations);
        self.events_of = Groups::new(self.parties.len(), &turned);
        self.links_to = Groups::new(self.events.len(), &links);
    }

    /// Returns the title and summary of the whole.
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// Returns the number of events.
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// Returns whether there is no event.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// Returns the number of events with a date: those come first.
    pub fn n_dated(&self) -> usize {
        self.n_dated
    }

    /// Returns an event of this catalog.
    pub fn event(&self, event: EventIdx) -> &Event {
        &self.events[event.index()]
    }

    /// Returns every event in display order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (EventIdx, &Event)> {
        self.events.iter().enumerate().map(|(at, it)| (EventIdx(at as u32), it))
    }

    /// Returns the event with an id; of several, the first in file order.
    pub fn find(&self, id: &str) -> Option<EventIdx> {
        let hash = hash(id);
        let from = self.by_id.partition_point(|it| it.0 < hash);
        let same = self.by_id[from..].iter().take_while(|it| it.0 == hash);
        same.map(|it| it.1).find(|it| self.event(*it).id == id)
    }

    /// Returns where an event lies on the axis.
    pub fn bounds(&self, event: EventIdx) -> Option<Bounds> {
        bounds(self.event(event))
    }

    /// Returns how an event stands: as its author says, or else as its claims and sources add up to.
    pub fn status(&self, event: EventIdx) -> Status {
        self.statuses[event.index()]
    }

    /// Returns since when an event has been public.
    pub fn known(&self, event: EventIdx) -> Option<&When> {
        earliest_disclosure(self.event(event), |id| self.source(id))
    }

    /// Returns the parties in file order.
    pub fn parties(&self) -> &[Party] {
        &self.parties
    }

    /// Returns a party of this catalog.
    pub fn party(&self, party: PartyIdx) -> &Party {
        &self.parties[party.index()]
    }

    /// Returns the party with an id; of several, the first in file order.
    pub fn party_idx(&self, id: &str) -> Option<PartyIdx> {
        self.party_by_id.get(id).copied()
    }

    /// Returns the parties that took part in an event, each once, in the order of the event.
    pub fn parties_of(&self, event: EventIdx) -> &[PartyIdx] {
        self.parties_of.of(event.0)
    }

    /// Returns the events that a party took part in, ascending.
    pub fn events_of(&self, party: PartyIdx) -> &[EventIdx] {
        self.events_of.of(party.0)
    }

    /// Returns the sources in file order.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// Returns the source with an id; of several, the first in file order.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.source_by_id.get(id).map(|it| &self.sources[*it])
    }

    /// Returns the links that point at an event: of which kind, and from where.
    pub fn links_to(&self, event: EventIdx) -> &[(LinkKind, EventIdx)] {
        self.links_to.of(event.0)
    }

    /// Returns the window from the first to the last bound that lies on the axis; nothing where no event has one.
    pub fn extent(&self) -> Option<Window> {
        self.extent
    }

    /// Returns the set of all events.
    pub fn all(&self) -> IdSet {
        IdSet::full(self.len())
    }

    /// Returns the events that are possibly in `window`.
    pub fn touching(&self, window: Window) -> IdSet {
        self.spans.touching(self.len(), window)
    }
}

fn bounds(event: &Event) -> Option<Bounds> {
    event.when.as_ref().map(When::bounds)
}

/// Brings events into display order and returns, for each place, where its event stood before.
fn sort(events: &mut [Event]) -> Vec<u32> {
    let key = |(at, event): (usize, &Event)| match bounds(event) {
        Some(it) => (false, it.earliest, it.latest, event.seq.unwrap_or(0), at as u32),
        None => (true, Instant::MIN, Instant::MIN, 0, at as u32),
    };
    let mut keys: Vec<_> = events.iter().enumerate().map(key).collect();
    keys.sort_unstable();
    let order: Vec<u32> = keys.into_iter().map(|it| it.4).collect();
    // Events are large: each is swapped into its place instead of being copied to a second list. A place that was filled
    // before has given its event away, and the order tells where to.
    for at in 0..events.len() {
        let mut from = order[at] as usize;
        while from < at {
            from = order[from] as usize;
        }
        events.swap(at, from);
    }
    order
}

/// Returns what finds an event by its id without keeping every id a second time.
fn ids_by_hash(events: &[Event], file_order: &[u32]) -> Vec<(u64, EventIdx)> {
    let mut hashes: Vec<(u64, u32, EventIdx)> = (events.iter().zip(file_order).enumerate())
        .map(|(at, (event, file_order))| (hash(&event.id), *file_order, EventIdx(at as u32)))
        .collect();
    hashes.sort_unstable();
    hashes.into_iter().map(|(hash, _, idx)| (hash, idx)).collect()
}

fn hash(id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish()
}

fn extent(bounds: impl Iterator<Item = Bounds>) -> Option<Window> {
    let on_axis = bounds.flat_map(|it| [it.earliest, it.latest]).filter(|it| !it.is_end());
    on_axis.fold(None, |extent, at| match extent {
        None => Some(Window::new(at, at)),
        Some(Window { first, last }) => Some(Window { first: first.min(at), last: last.max(at) }),
    })
}
