//! The party picker: a needle, the parties that it finds, and which of them are picked.

use std::collections::BTreeMap;

use tui_input::Input;

use crate::{
    catalog::{Catalog, PartyIdx},
    query::{Query, Tier, rank_parties},
};

use super::menu::Menu;

/// What the picker does with a party's events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// Shows them.
    Include,
    /// Hides them.
    Exclude,
}

/// One row of the picker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyRow {
    /// The party.
    pub party: PartyIdx,
    /// The name or alias that the needle was found in.
    pub label: String,
    /// The graphemes of the label that it was found at.
    pub positions: Vec<usize>,
    /// How well it was found.
    pub tier: Tier,
    /// How many events it takes part in.
    pub events: usize,
}

/// The party picker.
#[derive(Clone, Debug)]
pub struct Picker {
    /// What is typed.
    pub input: Input,
    /// The parties that it finds, best first.
    pub rows: Vec<PartyRow>,
    /// Which row is on.
    pub menu: Menu,
    /// The parties that are picked.
    pub picks: BTreeMap<PartyIdx, Pick>,
    /// The filter's query when the picker was opened: the picks are added to it.
    pub before: Query,
}

impl Picker {
    /// Returns a picker over `catalog` with the filter's query as it is now.
    pub fn new(catalog: &Catalog, before: &Query) -> Self {
        let mut picker = Self {
            input: Input::default(),
            rows: Vec::new(),
            menu: Menu::default(),
            picks: BTreeMap::new(),
            before: before.clone(),
        };
        picker.find(catalog);
        picker
    }

    /// Finds the parties anew, after the needle has changed.
    pub fn find(&mut self, catalog: &Catalog) {
        let row = |it: crate::query::PartyMatch| {
            let events = catalog.events_of(it.party).len();
            PartyRow { party: it.party, label: it.label, positions: it.positions, tier: it.tier, events }
        };
        self.rows = rank_parties(catalog, self.input.value()).into_iter().map(row).collect();
        self.menu.clamp(self.rows.len());
    }

    /// Returns the party of the row that is on.
    pub fn current(&self) -> Option<PartyIdx> {
        self.rows.get(self.menu.at).map(|it| it.party)
    }

    /// Picks the row that is on, or drops it where it is picked so already.
    pub fn toggle(&mut self, pick: Pick) {
        if let Some(party) = self.current() {
            if self.picks.get(&party) == Some(&pick) {
                self.picks.remove(&party);
            } else {
                self.picks.insert(party, pick);
            }
        }
    }

    /// Returns the query that the picks make: any of those included, none of those excluded. While nothing is picked and
    /// something is typed, the row that is on counts as picked.
    pub fn query(&self, catalog: &Catalog) -> Query {
        let id = |party: PartyIdx| catalog.party(party).id.clone();
        let ids = |pick: Pick| self.picks.iter().filter(move |it| *it.1 == pick).map(|it| id(*it.0));
        let mut included: Vec<String> = ids(Pick::Include).collect();
        if self.picks.is_empty() && !self.input.value().is_empty() {
            included.extend(self.current().map(id));
        }
        let included = if included.is_empty() { Query::default() } else { Query::of_parties(included) };
        included.and(Query::of_no_party(ids(Pick::Exclude)))
    }

    /// Returns the filter's query as it was before with the picks added.
    pub fn filter(&self, catalog: &Catalog) -> Query {
        self.before.clone().and(self.query(catalog))
    }
}
