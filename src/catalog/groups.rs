//! Events grouped by a facet.

use crate::chronology::{Named, Status};

use super::{
    facet::{Facet, FacetValue},
    ids::EventIdx,
    snapshot::Catalog,
    table::Sym,
};

impl Catalog {
    /// Returns the values of a facet, those with the most events first, equal ones by label.
    ///
    /// An id that names no party or source of the store is a value of its own: a slip in a store hides no event.
    pub fn facet(&self, by: Facet) -> &[FacetValue] {
        self.facets[by as usize].get_or_init(|| values(self, by))
    }
}

fn values(catalog: &Catalog, by: Facet) -> Vec<FacetValue> {
    let Catalog { columns, archive, .. } = catalog;
    let mut tally = Tally::default();
    for (event, row) in (0..).map(EventIdx).zip(&catalog.rows) {
        let row = *row as usize;
        let mut add = |key: &Sym| tally.add(key.index(), event);
        match by {
            Facet::Category => columns.categories.of(row).iter().for_each(add),
            Facet::Party => columns.parties.of(row).iter().for_each(add),
            Facet::Source => columns.cited.of(row).iter().for_each(add),
            Facet::Tag => columns.tags.of(row).iter().for_each(add),
            Facet::Status => add(&Sym(catalog.statuses[row] as u32)),
            Facet::File => add(&Sym(columns.handles[row].part() as u32)),
        }
    }
    let files = if by == Facet::File { archive.part_names() } else { Vec::new() };
    let name = |key: Sym| match by {
        Facet::Category | Facet::Tag => columns.words.name(key),
        Facet::Party => columns.people.name(key),
        Facet::Source => columns.works.name(key),
        Facet::Status => Status::ALL[key.index()].name(),
        Facet::File => &files[key.index()],
    };
    let label = |key: Sym| match by {
        Facet::Party => catalog.parties.get(key.index()).map(|it| &*it.name),
        Facet::Source => catalog.sources.get(key.index()).map(|it| &*it.title),
        _ => None,
    };
    let value = |(key, ids): (Sym, Vec<EventIdx>)| {
        let name = name(key);
        let label = label(key).filter(|it| !it.is_empty()).unwrap_or(name);
        FacetValue { name: name.to_owned(), label: label.to_owned(), ids }
    };
    let tally = (0..).map(Sym).zip(tally.0).filter(|it| !it.1.is_empty());
    let mut values: Vec<FacetValue> = tally.map(value).collect();
    values.sort_by(|a, b| b.ids.len().cmp(&a.ids.len()).then_with(|| (&a.label, &a.name).cmp(&(&b.label, &b.name))));
    values
}

/// The events of each value, by the value's number.
#[derive(Default)]
struct Tally(Vec<Vec<EventIdx>>);

impl Tally {
    fn add(&mut self, key: usize, event: EventIdx) {
        if self.0.len() <= key {
            self.0.resize_with(key + 1, Vec::new);
        }
        self.0[key].push(event);
    }
}
