//! What a catalog finds out of its columns once they are whole: the order of events, what ids stand for, how events stand, and
//! what links where.

use std::{sync::Arc, thread};

use super::{
    ids::EventIdx,
    order,
    snapshot::{Catalog, Parts},
    span::SpanIndex,
    table::{Columns, Lists, Sym, Symbols},
};
use crate::chronology::{
    Address, Archive, Chronology, Event, Excerpt, Handle, Instant, Kept, LinkKind, Party, Source, SourceKind, Status,
    Window, derived_status,
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
        let Parts { timeline, parties, sources, events: mut columns } = parts;
        let (rows, (id_hashes, by_hash)): (_, (Vec<u64>, Vec<u32>)) =
            both(|| order::by_time(&columns), || columns.by_id().into_iter().unzip());
        let find =
            |id: u64| id_hashes.binary_search(&id).ok().map(|_| by_hash[id_hashes.partition_point(|it| *it < id)]);
        let rows = order::after_what_they_follow(&columns, rows, find);
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
            rows,
            places,
            n_dated,
            id_hashes,
            by_id,
            statuses: Vec::new(),
            events_of: people,
            links_to: Lists::default(),
            spans,
            extent,
            facets: Default::default(),
        };
        catalog.statuses = catalog.derive_statuses();
        catalog.columns.statuses = Vec::new();
        catalog.links_to = catalog.link();
        catalog
    }

    /// Returns how the event of each row stands, now that all sources are known.
    fn derive_statuses(&self) -> Vec<Status> {
        let documents: Vec<bool> = self.columns.works.iter().map(|it| self.source(it).is_some_and(documents)).collect();
        let derive = |row: usize| {
            if let Some(status) = self.columns.statuses[row] {
                return status;
            }
            if !self.columns.claims.of(row).is_empty() {
                // A claim that counts for nothing may still cite a source.
                return derived_status(&self.event(EventIdx(self.places[row])), |id| self.source(id));
            }
            match self.columns.cited.of(row) {
                [] => Status::Unsourced,
                cited if cited.iter().any(|it| documents[it.index()]) => Status::Documented,
                _ => Status::Reported,
            }
        };
        (0..self.len()).map(derive).collect()
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

fn documents(source: &Source) -> bool {
    source.kind.is_some_and(SourceKind::documents)
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
