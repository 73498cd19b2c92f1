//! The catalog itself: events in display order, and who, what and where at hand for each.

use std::{
    borrow::Cow,
    fmt,
    sync::{Arc, OnceLock},
};

use crate::chronology::{
    Archive, Bounds, Chronology, Event, Instant, LinkKind, Party, Source, SourceKind, Status, Timeline, When, Window,
    derived_status, earliest_disclosure, id_hash,
};

use super::{
    columns::{Columns, Said, sparse},
    facet::{Facet, FacetValue},
    facts::Facts,
    groups::Groups,
    ids::{EventIdx, IdSet, PartyIdx},
    span::SpanIndex,
    symbols::{Sym, Symbols},
};

/// A chronology with its indexes. It never changes: a new load is a new catalog.
///
/// Events stand in display order: by earliest time, then latest, then `seq` (zero where none is given), then file order; those
/// without a date come last, in file order.
pub struct Catalog {
    timeline: Timeline,
    parties: Vec<Party>,
    sources: Vec<Source>,
    /// The texts that events stand in.
    texts: Arc<dyn Archive>,
    pub(super) columns: Columns,
    /// The row of each event, and the event of each row.
    pub(super) rows: Vec<u32>,
    places: Vec<u32>,
    n_dated: usize,
    /// Hashes of ids, ascending, and the event of each.
    id_hashes: Vec<u64>,
    by_id: Vec<EventIdx>,
    statuses: Vec<Status>,
    events_of: Groups<EventIdx>,
    links_to: Groups<(LinkKind, EventIdx)>,
    spans: SpanIndex,
    extent: Option<Window>,
    /// Filled when first asked for: grouping a million events by every facet would hold up the first picture.
    pub(super) facets: [OnceLock<Vec<FacetValue>>; Facet::ALL.len()],
}

impl fmt::Debug for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Catalog({} events)", self.len())
    }
}

/// The texts of events that are all held.
struct NoTexts;

impl Archive for NoTexts {
    fn text(&self, _: usize) -> &str {
        ""
    }

    fn event(&self, _: usize, _: usize) -> Event {
        Event::default()
    }
}

impl Default for Catalog {
    fn default() -> Self {
        Self::build(Chronology::default())
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
    /// Returns the catalog of a chronology, whose events it holds.
    pub fn build(chronology: Chronology) -> Self {
        let Chronology { timeline, parties, sources, events } = chronology;
        let mut columns = Columns::default();
        events.into_iter().for_each(|it| columns.take(it, ""));
        Self::of_texts(Parts { timeline, parties, sources, events: columns }, Arc::new(NoTexts))
    }

    /// Returns the catalog of events that stay in their texts.
    pub fn of_texts(parts: Parts, texts: Arc<dyn Archive>) -> Self {
        let rows = order(&parts.events);
        let Parts { timeline, parties, sources, events: mut columns } = parts;
        number_entries(&mut columns, &parties, &sources);
        let mut places = vec![0; rows.len()];
        for (event, row) in (0..).zip(&rows) {
            places[*row as usize] = event;
        }
        let n_dated = columns.shapes.iter().filter(|it| it.is_dated()).count();
        let of_dated = |column: &[Instant]| rows[..n_dated].iter().map(|it| column[*it as usize]).collect();
        let spans = SpanIndex::new(of_dated(&columns.starts), of_dated(&columns.ends));
        columns.starts = Vec::new();
        columns.ends = Vec::new();
        let (id_hashes, by_id) = ids_by_hash(std::mem::take(&mut columns.id_hashes), &places);
        let people = Groups::new(parties.len(), || {
            let events = (0..).map(EventIdx).zip(&rows);
            events.flat_map(|(event, row)| columns.parties.of(*row as usize).iter().map(move |it| (it.0, event)))
        });
        let extent = extent(&spans);
        let mut catalog = Self {
            timeline,
            parties,
            sources,
            texts,
            columns,
            rows,
            places,
            n_dated,
            id_hashes,
            by_id,
            statuses: Vec::new(),
            events_of: people,
            links_to: Groups::default(),
            spans,
            extent,
            facets: Default::default(),
        };
        catalog.statuses = catalog.derive_statuses();
        catalog.links_to = catalog.link();
        catalog
    }

    /// Returns how each event stands, now that all sources are known.
    fn derive_statuses(&self) -> Vec<Status> {
        let documents: Vec<bool> = self.columns.works.iter().map(|it| self.source(it).is_some_and(documents)).collect();
        let derive = |event: EventIdx| {
            let row = self.row(event);
            if let Some(status) = self.columns.statuses[row] {
                return status;
            }
            if !self.columns.claims.of(row).is_empty() {
                // A claim that counts for nothing may still cite a source.
                return derived_status(&self.event(event), |id| self.source(id));
            }
            let documented = self.columns.cited.of(row).iter().any(|it| documents[it.index()]);
            if documented { Status::Documented } else { Status::Reported }
        };
        (0..self.len() as u32).map(|it| derive(EventIdx(it))).collect()
    }

    /// Returns the links to each event.
    fn link(&self) -> Groups<(LinkKind, EventIdx)> {
        let resolve = |(row, kind, to): &(u32, LinkKind, u64)| {
            let at = self.id_hashes.partition_point(|it| it < to);
            let target = (self.id_hashes.get(at) == Some(to)).then(|| self.by_id[at])?;
            Some((target.0, (*kind, EventIdx(self.places[*row as usize]))))
        };
        let mut links: Vec<_> = self.columns.links.iter().filter_map(resolve).collect();
        links.sort_by_key(|(target, (_, from))| (*target, *from));
        Groups::new(self.len(), || links.iter().copied())
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
        let row = self.row(event);
        if let Some(event) = self.columns.held(row) {
            return Cow::Borrowed(event);
        }
        let (file, start) = self.columns.place(row);
        Cow::Owned(self.texts.event(file, start))
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
        let row = self.row(event);
        self.columns.title(row, self.texts.text(self.columns.place(row).0))
    }

    /// Returns an event's summary.
    pub fn summary(&self, event: EventIdx) -> Option<&str> {
        let row = self.row(event);
        self.columns.summary(row, self.texts.text(self.columns.place(row).0))
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

    /// Returns where an event lies on the axis.
    pub fn bounds(&self, event: EventIdx) -> Option<Bounds> {
        let (earliest, latest) = (*self.spans.starts.get(event.index())?, *self.spans.ends.get(event.index())?);
        let row = self.row(event);
        let shape = self.columns.shapes[row];
        let certain =
            if shape.has_certain() { sparse(&self.columns.certain, row).first().map(|it| it.1) } else { None };
        Some(shape.bounds(earliest, latest, certain))
    }

    /// Returns everything that an event can touch of the axis.
    pub fn window(&self, event: EventIdx) -> Option<Window> {
        let (first, last) = (*self.spans.starts.get(event.index())?, *self.spans.ends.get(event.index())?);
        Some(Window { first, last })
    }

    /// Returns whether an event's date is spelled as one of a set: `[1667..1672]`.
    pub fn is_one_of(&self, event: EventIdx) -> bool {
        self.columns.shapes[self.row(event)].is_one_of()
    }

    /// Returns how many events begin at `at` or before: those come first.
    pub fn begun_by(&self, at: Instant) -> usize {
        self.spans.begun_by(at)
    }

    /// Returns how many events are over before `at`: those are the first in the order of ends.
    pub fn over_before(&self, at: Instant) -> usize {
        self.spans.over_before(at)
    }

    /// Returns the place of an event in the order of ends.
    pub fn end_rank(&self, event: EventIdx) -> u32 {
        self.spans.end_rank(event)
    }

    /// Returns how an event stands: as its author says, or else as its claims and sources add up to.
    pub fn status(&self, event: EventIdx) -> Status {
        self.statuses[event.index()]
    }

    /// Returns since when an event has been public.
    pub fn known(&self, event: EventIdx) -> Option<When> {
        earliest_disclosure(&self.event(event), |id| self.source(id)).cloned()
    }

    /// Returns where on the axis an event became public.
    pub fn known_bounds(&self, event: EventIdx) -> Option<Bounds> {
        let row = self.row(event);
        if let [(_, known), ..] = sparse(&self.columns.known, row) {
            return Some(*known);
        }
        let claimed = sparse(&self.columns.claimed, row).first().map(|it| it.1);
        let sources = self.columns.cited.of(row).iter().filter_map(|it| self.source(self.columns.works.name(*it)));
        let published = sources.filter_map(|it| it.published.as_ref()).map(When::bounds);
        claimed.into_iter().chain(published).min_by_key(|it| (it.earliest, it.latest))
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
        self.events_of.of(party.0)
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

fn documents(source: &Source) -> bool {
    source.kind.is_some_and(SourceKind::documents)
}

/// Numbers parties and sources so that those of the store come first, in file order, and then those that are only named: the number
/// of a name is then the number of what it names.
fn number_entries(columns: &mut Columns, parties: &[Party], sources: &[Source]) {
    let (people, of_person) = renumbered(&columns.people, parties.iter().map(|it| &*it.id));
    let (works, of_work) = renumbered(&columns.works, sources.iter().map(|it| &*it.id));
    (columns.people, columns.works) = (people, works);
    columns.parties.map(|it| of_person[it.index()]);
    columns.claims.map(|it| Said { by: of_person[it.by.index()], ..it });
    columns.cited.map(|it| of_work[it.index()]);
}

/// Returns a table of names that begins with `first`, and the number there of each of `names`.
fn renumbered<'a>(names: &Symbols, first: impl Iterator<Item = &'a str>) -> (Symbols, Vec<Sym>) {
    let mut table = Symbols::default();
    for (at, name) in first.enumerate() {
        // Of two with one id the first is meant; the second still has a number.
        if table.add(name).index() != at {
            table.add(&format!("{name}\u{0}{at}"));
        }
    }
    let numbers = table.merge(names);
    (table, numbers)
}

/// Returns the rows in display order.
fn order(columns: &Columns) -> Vec<u32> {
    let seq = |row: u32| sparse(&columns.seqs, row as usize).first().map_or(0, |it| it.1);
    let dated = |row: u32| columns.shapes[row as usize].is_dated();
    let n = columns.len() as u32;
    let mut keys: Vec<(Instant, Instant, u32)> =
        (0..n).filter(|it| dated(*it)).map(|it| (columns.starts[it as usize], columns.ends[it as usize], it)).collect();
    if columns.seqs.is_empty() {
        keys.sort_unstable();
    } else {
        keys.sort_unstable_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then_with(|| (seq(a.2), a.2).cmp(&(seq(b.2), b.2))));
    }
    let mut order: Vec<u32> = Vec::with_capacity(n as usize);
    order.extend(keys.into_iter().map(|it| it.2));
    order.extend((0..n).filter(|it| !dated(*it)));
    order
}

/// Returns hashes of ids, ascending, and the event of each; of events with one id the first in file order leads.
fn ids_by_hash(hashes: Vec<u64>, places: &[u32]) -> (Vec<u64>, Vec<EventIdx>) {
    let mut rows: Vec<u32> = (0..hashes.len() as u32).collect();
    rows.sort_unstable_by_key(|it| (hashes[*it as usize], *it));
    let sorted = rows.iter().map(|it| hashes[*it as usize]).collect();
    (sorted, rows.into_iter().map(|it| EventIdx(places[it as usize])).collect())
}

fn extent(spans: &SpanIndex) -> Option<Window> {
    let on_axis = spans.starts.iter().chain(&spans.ends).copied().filter(|it| !it.is_end());
    on_axis.fold(None, |extent, at| match extent {
        None => Some(Window::new(at, at)),
        Some(Window { first, last }) => Some(Window { first: first.min(at), last: last.max(at) }),
    })
}
