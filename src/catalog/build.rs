//! What a catalog finds out of its columns once they are whole: the order of events, what ids stand for, how events stand, and
//! what links where.

use std::{sync::Arc, thread};

use super::{
    ids::EventIdx,
    order,
    snapshot::{Catalog, Parts},
    span::SpanIndex,
    table::{Bearing, Columns, Lists, Sym, Symbols},
};
use crate::chronology::{
    Address, Archive, Chronology, Event, Excerpt, Handle, Instant, Kept, LinkKind, Party, Source, Status, Support,
    Window, derived_status, status_of,
};

impl Default for Catalog {
    fn default() -> Self {
        Self::build(Chronology::default())
    }
}

impl Catalog {
    /// Returns the catalog of a chronology, whose events it holds.
    pub fn build(chronology: Chronology) -> Self {
        let Chronology { timeline, parties, sources, events } = chronology;
        let mut columns = Columns::default();
        events.into_iter().for_each(|it| columns.take(it, Kept::InTable(Handle::default())));
        Self::of_archive(Parts { timeline, parties, sources, events: columns }, Arc::new(EmptyArchive))
    }

    /// Returns the catalog of events that stay in their archive.
    pub fn of_archive(parts: Parts, archive: Arc<dyn Archive>) -> Self {
        let (rows, by_id) = both(|| order::by_time(&parts.events), || parts.events.by_id());
        let find = |id: u64| {
            let at = by_id.partition_point(|it| it.0 < id);
            by_id.get(at).filter(|it| it.0 == id).map(|it| it.1)
        };
        let rows = order::after_what_they_follow(&parts.events, rows, find);
        Self::numbered(parts, archive, rows, by_id)
    }

    /// Returns the catalog of events that stay in their archive, with their rows in display order.
    pub(super) fn in_rows(parts: Parts, archive: Arc<dyn Archive>, rows: Vec<u32>) -> Self {
        let by_id = parts.events.by_id();
        Self::numbered(parts, archive, rows, by_id)
    }

    fn numbered(parts: Parts, archive: Arc<dyn Archive>, rows: Vec<u32>, by_id: Vec<(u64, u32)>) -> Self {
        let Parts { timeline, parties, sources, events: mut columns } = parts;
        let (id_hashes, by_hash): (Vec<u64>, Vec<u32>) = by_id.into_iter().unzip();
        columns.id_hashes = Vec::new();
        number_entries(&mut columns, &parties, &sources);
        let mut places = vec![0; rows.len()];
        for (event, row) in (0..).zip(&rows) {
            places[*row as usize] = event;
        }
        let n_dated = columns.shapes.iter().filter(|it| it.is_dated()).count();
        let (starts, ends) = (std::mem::take(&mut columns.starts), std::mem::take(&mut columns.ends));
        let spans = || {
            let of_dated = |column: &[Instant]| rows[..n_dated].iter().map(|it| column[*it as usize]).collect();
            let places = order::places(&columns.shapes, (&starts, &ends), &rows[..n_dated]);
            SpanIndex::new(places, of_dated(&starts), of_dated(&ends))
        };
        let people = || {
            // In the order of reading, which is that of memory, and sorted then.
            let mut groups = Lists::grouped(parties.len(), || {
                let rows = (0..rows.len()).zip(&places);
                rows.flat_map(|(row, event)| columns.parties.of(row).iter().map(move |it| (it.0, EventIdx(*event))))
            });
            groups.sort();
            groups
        };
        let (spans, people) = both(spans, people);
        let by_id = by_hash.into_iter().map(|it| EventIdx(places[it as usize])).collect();
        let extent = Window::around(spans.starts.iter().chain(&spans.ends).copied());
        let mut catalog = Self {
            timeline,
            parties,
            sources,
            archive,
            columns,
            away: None,
            rows,
            places,
            n_dated,
            id_hashes,
            by_id,
            statuses: Vec::new(),
            events_of: people,
            links_to: Lists::default(),
            said_in: Lists::default(),
            spans,
            extent,
            facets: Default::default(),
        };
        catalog.links_to = catalog.link();
        catalog.said_in = catalog.list_acts();
        catalog.statuses = catalog.derive_statuses();
        catalog
    }

    /// Returns how the event of each row stands, now that all sources are known.
    fn derive_statuses(&self) -> Vec<Status> {
        let worth = |id: &str| Support::of(self.source(id).and_then(|it| it.kind));
        let worth: Vec<Support> = self.columns.works.iter().map(worth).collect();
        let of = |(source, bearing): (Sym, Bearing)| match () {
            () if bearing.has(Bearing::IS) => Support::Documented,
            () if bearing.has(Bearing::SUPPORTS) => worth[source.index()],
            () => Support::None,
        };
        let derive = |row: usize| {
            if let [status] = self.columns.stated.of(row) {
                return *status;
            }
            let claims = self.columns.claims.of(row);
            let speaks_again = claims.iter().enumerate().any(|(at, it)| claims[..at].iter().any(|a| a.by() == it.by()));
            if speaks_again {
                // Which of a party's claims is the latest is in their acts and sources.
                return derived_status(&self.event(EventIdx(self.places[row])), self);
            }
            let support = self.columns.citations(row).map(of).max().unwrap_or_default();
            status_of(claims.iter().map(|it| it.stance()), false, support)
        };
        (0..self.len()).map(derive).collect()
    }

    /// Returns the events on which a claim was made in each act.
    fn list_acts(&self) -> Lists<EventIdx> {
        let resolve = |(row, act): (u32, &u64)| Some((self.with_id_hash(*act)?.0, EventIdx(self.places[row as usize])));
        let mut said: Vec<_> = self.columns.acts.iter().filter_map(resolve).collect();
        said.sort_unstable();
        said.dedup();
        Lists::grouped(self.len(), || said.iter().copied())
    }

    /// Returns the links to each event.
    fn link(&self) -> Lists<(LinkKind, EventIdx)> {
        let resolve = |(row, (kind, to)): (u32, &(LinkKind, u64))| {
            let target = self.with_id_hash(*to)?;
            Some((target.0, (*kind, EventIdx(self.places[row as usize]))))
        };
        let mut links: Vec<_> = self.columns.links.iter().filter_map(resolve).collect();
        links.sort_by_key(|(target, (_, from))| (*target, *from));
        Lists::grouped(self.len(), || links.iter().copied())
    }
}

/// Numbers parties and sources so that those of the store come first, in file order, and then those that are only named: the number
/// of a name is then the number of what it names.
fn number_entries(columns: &mut Columns, parties: &[Party], sources: &[Source]) {
    let (people, of_person) = renumbered(&columns.people, parties.iter().map(|it| &*it.id));
    let (works, of_work) = renumbered(&columns.works, sources.iter().map(|it| &*it.id));
    (columns.people, columns.works) = (people, works);
    columns.renumber_entries(&of_person, &of_work);
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

/// Does two things at once.
fn both<A, B: Send>(a: impl FnOnce() -> A, b: impl FnOnce() -> B + Send) -> (A, B) {
    thread::scope(|scope| {
        let b = scope.spawn(b);
        let a = a();
        (a, b.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    })
}

/// The archive of a catalog whose events are all held in its table: nobody is to ask it.
struct EmptyArchive;

impl Archive for EmptyArchive {
    fn event(&self, _: Handle) -> Event {
        Event::default()
    }

    fn words(&self, _: Handle, _: Excerpt) -> Option<&str> {
        None
    }

    fn address(&self, _: Handle) -> Option<Address> {
        None
    }

    fn part_names(&self) -> Vec<String> {
        vec![String::new()]
    }
}
