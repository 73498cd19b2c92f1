//! The party picker: a needle, the parties that it finds, and which of them are picked.

use std::collections::BTreeMap;

use tui_input::Input;

use crate::{
    app::msg::Command,
    catalog::{Catalog, PartyIdx},
    keys::Context,
    query::{PartyMatch, Query, rank_parties},
};

use super::overlay::{Accepted, Behind, Overlay};

/// What the picker does with a party's events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// Shows them.
    Include,
    /// Hides them.
    Exclude,
}

/// The party picker.
#[derive(Clone, Debug, Default)]
pub struct Parties {
    /// What is typed.
    pub input: Input,
    /// The parties that it finds, best first.
    pub rows: Vec<PartyMatch>,
    /// Which row is on.
    pub at: usize,
    /// The ids of the parties that are picked.
    picks: BTreeMap<String, Pick>,
    /// The filter's query when the picker was opened: the picks are added to it.
    before: Query,
}

impl Parties {
    /// Returns a picker over `catalog` with the filter's query as it is now.
    pub(in crate::app) fn new(catalog: &Catalog, before: &Query) -> Self {
        let mut picker = Self { before: before.clone(), ..Self::default() };
        picker.find(catalog);
        picker
    }

    /// Returns what the picker does with a party's events.
    pub fn pick_of(&self, party: PartyIdx, catalog: &Catalog) -> Option<Pick> {
        self.picks.get(&catalog.party(party).id).copied()
    }

    /// Finds the parties anew, after the needle or the catalog has changed.
    fn find(&mut self, catalog: &Catalog) {
        self.rows = rank_parties(catalog, self.input.value());
        self.at = self.at.min(self.rows.len().saturating_sub(1));
    }

    /// Returns the id of the party of the row that is on.
    fn current(&self, catalog: &Catalog) -> Option<String> {
        self.rows.get(self.at).map(|it| catalog.party(it.party).id.clone())
    }

    /// Picks the row that is on, or drops it where it is picked so already, and goes to the next.
    fn toggle(&mut self, pick: Pick, behind: Behind) {
        if let Some(party) = self.current(&behind.shelf.data.catalog) {
            if self.picks.get(&party) == Some(&pick) {
                self.picks.remove(&party);
            } else {
                self.picks.insert(party, pick);
            }
        }
        self.step(1, behind);
    }

    /// Returns the query that the picks make: any of those included, none of those excluded. While nothing is picked and
    /// something is typed, the row that is on counts as picked.
    fn query(&self, catalog: &Catalog) -> Query {
        let ids = |pick: Pick| self.picks.iter().filter(move |it| *it.1 == pick).map(|it| it.0.clone());
        let mut included: Vec<String> = ids(Pick::Include).collect();
        if self.picks.is_empty() && !self.input.value().is_empty() {
            included.extend(self.current(catalog));
        }
        let included = if included.is_empty() { Query::default() } else { Query::of_parties(included) };
        included.and(Query::of_no_party(ids(Pick::Exclude)))
    }

    /// Returns the filter's query as it was before, with the picks added.
    fn filter(&self, catalog: &Catalog) -> Query {
        self.before.clone().and(self.query(catalog))
    }
}

impl Overlay for Parties {
    fn list(&mut self, _: Behind) -> Option<(&mut usize, usize)> {
        Some((&mut self.at, self.rows.len()))
    }

    fn context(&self) -> Context {
        Context::Picker
    }

    fn input(&mut self) -> Option<&mut Input> {
        Some(&mut self.input)
    }

    fn typed(&mut self, behind: Behind) {
        self.at = 0;
        self.find(&behind.shelf.data.catalog);
    }

    fn turn(&mut self, step: isize, behind: Behind) {
        if 0 < step {
            self.toggle(Pick::Include, behind);
        }
    }

    fn exclude(&mut self, behind: Behind) {
        self.toggle(Pick::Exclude, behind);
    }

    fn preview(&self, behind: Behind) -> Option<Query> {
        Some(self.filter(&behind.shelf.data.catalog))
    }

    fn accept(&mut self, behind: Behind) -> Accepted {
        Accepted::Close(Some(Command::Filter(self.filter(&behind.shelf.data.catalog))))
    }

    /// Ids stay what they are; the rows are found anew, and the one that is on stays on.
    fn renew(&mut self, before: &Catalog, behind: Behind) -> bool {
        let (on, now) = (self.current(before), &behind.shelf.data.catalog);
        self.picks.retain(|id, _| now.party_idx(id).is_some());
        self.find(now);
        let party = on.and_then(|it| now.party_idx(&it));
        if let Some(at) = party.and_then(|party| self.rows.iter().position(|it| it.party == party)) {
            self.at = at;
        }
        true
    }
}
