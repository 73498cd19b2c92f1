//! Events by the values of a facet.

use crate::chronology::{Named, Status};

use super::{
    facet::{Facet, FacetValue},
    ids::EventIdx,
    snapshot::Catalog,
    table::Sym,
};

impl Catalog {
    /// Returns the values of a facet, those with the most events first.
    pub fn facet(&self, by: Facet) -> &[FacetValue] {
        self.facets[by as usize].get_or_init(|| values(self, by))
    }
}

/// Returns the values of a facet, those with the most events first, equal ones by label.
///
/// An id that names no party or source of the store is a value of its own: a slip in a store hides no event.
fn values(catalog: &Catalog, by: Facet) -> Vec<FacetValue> {
    let columns = &catalog.columns;
    let mut tally = Tally::default();
    for (event, row) in (0..).map(EventIdx).zip(&catalog.rows) {
        let row = *row as usize;
        match by {
            Facet::Category => columns.category(row).into_iter().for_each(|it| tally.add(it.index(), event)),
            Facet::Party => columns.parties.of(row).iter().for_each(|it| tally.add(it.index(), event)),
            Facet::Status => tally.add(catalog.status(event) as usize, event),
            Facet::Source => columns.cited.of(row).iter().for_each(|it| tally.add(it.index(), event)),
            Facet::Tag => columns.tags.of(row).iter().for_each(|it| tally.add(it.index(), event)),
            Facet::File => tally.add(columns.place(row).0, event),
        }
    }
    let name = |key: usize| match by {
        Facet::Category | Facet::Tag => columns.words.name(Sym(key as u32)).to_owned(),
        Facet::Party => columns.people.name(Sym(key as u32)).to_owned(),
        Facet::Source => columns.works.name(Sym(key as u32)).to_owned(),
        Facet::Status => Status::ALL[key].name().to_owned(),
        Facet::File => key.to_string(),
    };
    let label = |key: usize| match by {
        Facet::Party => catalog.parties().get(key).map(|it| it.name.clone()),
        Facet::Source => catalog.sources().get(key).map(|it| it.title.clone()),
        _ => None,
    };
    let mut values: Vec<FacetValue> = (tally.0.into_iter().enumerate())
        .filter(|(_, ids)| !ids.is_empty())
        .map(|(key, ids)| {
            let name = name(key);
            FacetValue { label: label(key).filter(|it| !it.is_empty()).unwrap_or_else(|| name.clone()), name, ids }
        })
        .collect();
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
