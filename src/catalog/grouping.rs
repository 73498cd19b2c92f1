//! Events by the values of a facet.

use std::collections::HashMap;

use crate::chronology::Named;

use super::{
    facet::{Facet, FacetValue},
    ids::EventIdx,
    snapshot::Catalog,
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
    let mut tally = Tally::default();
    for (idx, event) in catalog.iter() {
        match by {
            Facet::Category => event.category.iter().for_each(|it| tally.add(it, idx)),
            Facet::Party => event.parties.iter().for_each(|it| tally.add(&it.party, idx)),
            Facet::Status => tally.add(catalog.status(idx).name(), idx),
            Facet::Source => {
                event.sources.iter().for_each(|it| tally.add(&it.source, idx));
                event.claims.iter().filter_map(|it| it.source.as_ref()).for_each(|it| tally.add(it, idx));
            }
            Facet::Tag => event.tags.iter().for_each(|it| tally.add(it, idx)),
            Facet::File => tally.add(&event.origin.file.to_string(), idx),
        }
    }
    let label = |name: &str| match by {
        Facet::Party => catalog.party_idx(name).map(|it| catalog.party(it).name.clone()),
        Facet::Source => catalog.source(name).map(|it| it.title.clone()),
        _ => None,
    };
    let mut values: Vec<FacetValue> = (tally.values.into_iter())
        .map(|(name, ids)| FacetValue {
            label: label(&name).filter(|it| !it.is_empty()).unwrap_or_else(|| name.clone()),
            name,
            ids,
        })
        .collect();
    values.sort_by(|a, b| b.ids.len().cmp(&a.ids.len()).then_with(|| (&a.label, &a.name).cmp(&(&b.label, &b.name))));
    values
}

/// Values in the order in which they were first seen.
#[derive(Default)]
struct Tally {
    places: HashMap<String, usize>,
    values: Vec<(String, Vec<EventIdx>)>,
}

impl Tally {
    /// Adds an event to a value, once however often it is added.
    fn add(&mut self, name: &str, event: EventIdx) {
        let at = self.places.get(name).copied().unwrap_or_else(|| {
            self.places.insert(name.to_owned(), self.values.len());
            self.values.push((name.to_owned(), Vec::new()));
            self.values.len() - 1
        });
        let ids = &mut self.values[at].1;
        if ids.last() != Some(&event) {
            ids.push(event);
        }
    }
}
