//! A smaller chronology: some events of a catalog, and just the parties and sources that they need.

use std::collections::HashSet;

use crate::{
    catalog::{Catalog, EventIdx, IdSet},
    chronology::{Link, Party, Source},
};

/// Some events of a catalog, to be written in the catalog's order.
#[derive(Clone, Copy)]
pub struct Subset<'a> {
    /// Where the events are.
    pub catalog: &'a Catalog,
    /// Which of them.
    pub ids: &'a IdSet,
}

impl<'a> Subset<'a> {
    /// Returns which events they are, in order.
    pub(super) fn list(self) -> Vec<EventIdx> {
        self.ids.iter().collect()
    }

    /// Returns whether these are all events of the catalog.
    pub(super) fn is_whole(self) -> bool {
        self.ids.len() == self.catalog.len()
    }

    /// Returns the parties that the events name, in file order: who took part, and who speaks of it.
    pub(super) fn named_parties(self) -> impl Iterator<Item = &'a Party> {
        let named = self.catalog.parties_named_in(self.ids);
        self.catalog.parties().iter().zip(named).filter(|it| it.1).map(|it| it.0)
    }

    /// Returns the sources that the events name, in file order: what they cite, and what their claims stand in.
    pub(super) fn cited_sources(self) -> impl Iterator<Item = &'a Source> {
        let cited = self.catalog.sources_named_in(self.ids);
        self.catalog.sources().iter().zip(cited).filter(|it| it.1).map(|it| it.0)
    }

    /// Returns the parties that the events need: those that they name, or all of them where all events are selected.
    pub(super) fn parties(self) -> Vec<&'a Party> {
        if self.is_whole() { self.catalog.parties().iter().collect() } else { self.named_parties().collect() }
    }

    /// Returns the sources that the events need: those that they name, and what those repeat; all of them where all events are
    /// selected.
    pub(super) fn sources(self) -> Vec<&'a Source> {
        let all = self.catalog.sources();
        if self.is_whole() {
            return all.iter().collect();
        }
        let mut needed: HashSet<&str> = HashSet::new();
        let mut pending: Vec<&str> = self.cited_sources().map(|it| &*it.id).collect();
        while let Some(id) = pending.pop() {
            if needed.insert(id) {
                pending.extend(self.catalog.source(id).into_iter().flat_map(|it| &it.derived_from).map(|it| &**it));
            }
        }
        all.iter().filter(|it| needed.contains(&*it.id)).collect()
    }

    /// Returns whether a link leads to one of the events; where all are selected, every link is kept, a wrong one as well.
    pub(super) fn keeps_link(self, link: &Link) -> bool {
        self.is_whole() || self.catalog.find(&link.to).is_some_and(|it| self.ids.contains(it))
    }
}
