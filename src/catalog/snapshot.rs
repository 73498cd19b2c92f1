//! The catalog itself: events in display order, and who, what and where at hand for each.

use std::{
    borrow::Cow,
    fmt,
    sync::{Arc, OnceLock},
};

use crate::chronology::{
    Address, Archive, Comments, Event, Handle, LinkKind, Origin, Party, Source, Status, Timeline, When, Window, id_hash,
};

use super::{
    away::Away,
    facet::{Facet, FacetValue},
    ids::{EventIdx, IdSet, PartyIdx},
    span::SpanIndex,
    table::{Columns, Facts, Lists, Sym},
};

/// A chronology with its indexes. It never changes: a new load is a new catalog.
///
/// Events stand in display order: by earliest time, or the bound that is known, then the more exact, then file order; those
/// without a date come last, in file order. Within one date `seq` orders its own, and what follows another comes behind it.
pub struct Catalog {
    pub(super) timeline: Timeline,
    pub(super) parties: Vec<Party>,
    pub(super) sources: Vec<Source>,
    /// Where events are kept.
    pub(super) archive: Arc<dyn Archive>,
    pub(super) columns: Columns,
    /// What is left out, where this is the chronology as of a day.
    pub(super) away: Option<Box<Away>>,
    /// The row of each event, and the event of each row.
    pub(super) rows: Vec<u32>,
    pub(super) places: Vec<u32>,
    pub(super) n_dated: usize,
    /// Hashes of ids, ascending, and the event of each.
    pub(super) id_hashes: Vec<u64>,
    pub(super) by_id: Vec<EventIdx>,
    pub(super) statuses: Vec<Status>,
    pub(super) events_of: Lists<EventIdx>,
    pub(super) links_to: Lists<(LinkKind, EventIdx)>,
    pub(super) said_in: Lists<EventIdx>,
    pub(super) spans: SpanIndex,
    pub(super) extent: Option<Window>,
    /// Filled when first asked for: grouping a million events by every facet would hold up the first picture.
    pub(super) facets: [OnceLock<Vec<FacetValue>>; Facet::ALL.len()],
}

impl fmt::Debug for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Catalog({} events)", self.len())
    }
}

/// What a catalog is made of when its events are not held.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// The title and summary of the whole.
    pub timeline: Timeline,
    /// Every party, in file order.
    pub parties: Vec<Party>,
    /// Every source, in file order.
    pub sources: Vec<Source>,
    /// Every event in brief, in file order.
    pub events: Columns,
}

impl Catalog {
    /// Returns what is left out, if this is the chronology as of a day.
    pub fn away(&self) -> Option<&Away> {
        self.away.as_deref()
    }

    /// Returns the day as of which this is the chronology; nothing where it is all of it.
    pub fn day(&self) -> Option<&When> {
        self.away().map(|it| &it.day)
    }

    /// Returns whether something that came out later is left out of an event: its title and summary are its author's words of today.
    pub fn is_cut(&self, event: EventIdx) -> bool {
        self.away().is_some_and(|it| it.less.contains(event))
    }

    /// Returns the title and summary of the whole.
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// Returns the number of events.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Returns whether there is no event.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Returns the number of events with a date: those come first.
    pub fn n_dated(&self) -> usize {
        self.n_dated
    }

    /// Returns an event of this catalog, whole. One that is not held is read again from its text, which takes a few millionths
    /// of a second: what is asked of every event has a method of its own.
    pub fn event(&self, event: EventIdx) -> Cow<'_, Event> {
        self.columns.event(self.row(event), &*self.archive)
    }

    /// Returns every event in display order, whole.
    pub fn iter(&self) -> impl Iterator<Item = (EventIdx, Cow<'_, Event>)> {
        (0..self.len() as u32).map(|it| (EventIdx(it), self.event(EventIdx(it))))
    }

    /// Returns the row of an event.
    pub(super) fn row(&self, event: EventIdx) -> usize {
        self.rows[event.index()] as usize
    }

    /// Returns every event in the order of reading: the order in which their texts are at hand.
    pub fn in_file_order(&self) -> &[u32] {
        &self.places
    }

    /// Returns an event's title.
    pub fn title(&self, event: EventIdx) -> &str {
        self.columns.title(self.row(event), &*self.archive)
    }

    /// Returns an event's summary.
    pub fn summary(&self, event: EventIdx) -> Option<&str> {
        self.columns.summary(self.row(event), &*self.archive)
    }

    /// Returns where an event is kept, as its archive knows it.
    pub fn handle(&self, event: EventIdx) -> Handle {
        self.columns.handles[self.row(event)]
    }

    /// Returns where people find an event.
    pub fn address(&self, event: EventIdx) -> Option<Address> {
        self.archive.address(self.handle(event))
    }

    /// Returns the comments of the event, party or source at `origin`.
    pub fn comments(&self, origin: Origin) -> Comments {
        self.archive.comments(origin)
    }

    /// Returns the title and the facts of the event number `row` in the order of reading: what stands side by side in memory, for
    /// those who look at all of it.
    pub fn title_in_file_order(&self, row: usize) -> (&str, Facts) {
        (self.columns.title(row, &*self.archive), self.columns.facts[row])
    }

    /// Returns the summary of the event number `row` in the order of reading.
    pub fn summary_in_file_order(&self, row: usize) -> Option<&str> {
        self.columns.summary(row, &*self.archive)
    }

    /// Returns what an event has.
    pub fn facts(&self, event: EventIdx) -> Facts {
        self.columns.facts[self.row(event)]
    }

    /// Returns the event with an id; of several, the first in file order.
    pub fn find(&self, id: &str) -> Option<EventIdx> {
        let hash = id_hash(id);
        let from = self.id_hashes.partition_point(|it| *it < hash);
        let same = self.id_hashes[from..].iter().zip(&self.by_id[from..]).take_while(|it| *it.0 == hash);
        same.map(|it| *it.1).find(|it| self.event(*it).id == id)
    }

    /// Returns whether an event's date is spelled as one of a set: `[1667..1672]`.
    pub fn is_one_of(&self, event: EventIdx) -> bool {
        self.columns.shapes[self.row(event)].is_one_of()
    }

    /// Returns how an event stands: as its author says, or else as its claims and sources add up to.
    pub fn status(&self, event: EventIdx) -> Status {
        self.statuses[self.row(event)]
    }

    /// Returns the events on which a claim was made in this one, ascending.
    pub fn said_in(&self, act: EventIdx) -> &[EventIdx] {
        self.said_in.of(act.index())
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
        self.columns.people.get(id).filter(|it| it.index() < self.parties.len()).map(|it| PartyIdx(it.0))
    }

    /// Returns the parties that took part in an event, each once, in the order of the event.
    pub fn parties_of(&self, event: EventIdx) -> impl Iterator<Item = PartyIdx> + use<'_> {
        let known = |it: &&Sym| it.index() < self.parties.len();
        self.columns.parties.of(self.row(event)).iter().filter(known).map(|it| PartyIdx(it.0))
    }

    /// Returns the events that a party took part in, ascending.
    pub fn events_of(&self, party: PartyIdx) -> &[EventIdx] {
        self.events_of.of(party.index())
    }

    /// Returns the sources in file order.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// Returns the source with an id; of several, the first in file order.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.columns.works.get(id).and_then(|it| self.sources.get(it.index())).filter(|it| it.id == id)
    }

    /// Returns the links that point at an event: of which kind, and from where.
    pub fn links_to(&self, event: EventIdx) -> &[(LinkKind, EventIdx)] {
        self.links_to.of(event.index())
    }

    /// Returns the set of all events.
    pub fn all(&self) -> IdSet {
        IdSet::full(self.len())
    }
}
