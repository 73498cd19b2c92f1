//! What is to be written: some events of a catalog.

use crate::{
    catalog::{Catalog, EventIdx, IdSet},
    chronology::Party,
};

/// Some events of a catalog, to be written in the catalog's order.
#[derive(Clone, Copy)]
pub struct Selection<'a> {
    /// Where the events are.
    pub catalog: &'a Catalog,
    /// Which of them.
    pub ids: &'a IdSet,
}

impl Selection<'_> {
    /// Returns which events they are, in order.
    pub(super) fn list(self) -> Vec<EventIdx> {
        self.ids.iter().collect()
    }

    /// Returns whether these are all events of the catalog.
    pub fn is_whole(self) -> bool {
        self.ids.len() == self.catalog.len()
    }
}

/// Returns the party that `id` names, if the catalog has it.
pub(super) fn party<'a>(catalog: &'a Catalog, id: &str) -> Option<&'a Party> {
    catalog.party_idx(id).map(|it| catalog.party(it))
}

/// Returns the name of the party `id`, or the id itself where the catalog does not have it: what is written is never dropped.
pub(super) fn party_name<'a>(catalog: &'a Catalog, id: &'a str) -> &'a str {
    party(catalog, id).map_or(id, |it| &it.name)
}
