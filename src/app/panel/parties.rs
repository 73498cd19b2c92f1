//! The party picker: a needle, the parties that it finds, and which of them are picked.

use std::collections::BTreeMap;

use tui_input::Input;

use crate::{
    app::command::Command,
    catalog::{Catalog, PartyIdx},
    keys::Context,
    query::{Query, Tier, rank_parties},
};

use super::{
    menu::Menu,
    overlay::{Accepted, Behind, Overlay, Renewed},
};

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
pub struct Parties {
    /// What is typed.
    pub input: Input,
    /// The parties that it finds, best first.
    pub rows: Vec<PartyRow>,
    /// Which row is on.
    pub menu: Menu,
    /// The ids of the parties that are picked.
    picks: BTreeMap<String, Pick>,
    /// The filter's query when the picker was opened: the picks are added to it.
    before: Query,
}

impl Parties {
    /// Returns a picker over `catalog` with the filter's query as it is now.
    pub(in crate::app) fn new(catalog: &Catalog, before: &Query) -> Self {
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

    /// Returns what the picker does with a party's events.
    pub fn pick_of(&self, party: PartyIdx, catalog: &Catalog) -> Option<Pick> {
        self.picks.get(&catalog.party(party).id).copied()
    }

    /// Finds the parties anew, after the needle or the catalog has changed.
    fn find(&mut self, catalog: &Catalog) {
        let row = |it: crate::query::PartyMatch| {
            let events = catalog.events_of(it.party).len();
            PartyRow { party: it.party, label: it.label, positions: it.positions, tier: it.tier, events }
        };
        self.rows = rank_parties(catalog, self.input.value()).into_iter().map(row).collect();
        self.menu.clamp(self.rows.len());
    }

    /// Returns the id of the party of the row that is on.
    fn current(&self, catalog: &Catalog) -> Option<String> {
        self.rows.get(self.menu.at).map(|it| catalog.party(it.party).id.clone())
    }

    /// Picks the row that is on, or drops it where it is picked so already, and goes to the next.
    fn toggle(&mut self, pick: Pick, catalog: &Catalog) {
        if let Some(party) = self.current(catalog) {
            if self.picks.get(&party) == Some(&pick) {
                self.picks.remove(&party);
            } else {
                self.picks.insert(party, pick);
            }
        }
        self.menu.step(1, self.rows.len());
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
    fn menu(&mut self) -> Option<&mut Menu> {
        Some(&mut self.menu)
    }

    fn len(&self, _: Behind) -> usize {
        self.rows.len()
    }

    fn context(&self) -> Context {
        Context::Picker
    }

    fn input(&mut self) -> Option<&mut Input> {
        Some(&mut self.input)
    }

    fn typed(&mut self, behind: Behind) {
        self.menu.at = 0;
        self.find(&behind.shelf.data.catalog);
    }

    fn turn(&mut self, step: isize, behind: Behind) {
        if 0 < step {
            self.toggle(Pick::Include, &behind.shelf.data.catalog);
        }
    }

    fn exclude(&mut self, behind: Behind) {
        self.toggle(Pick::Exclude, &behind.shelf.data.catalog);
    }

    fn preview(&self, behind: Behind) -> Option<Query> {
        Some(self.filter(&behind.shelf.data.catalog))
    }

    fn accept(&mut self, behind: Behind) -> Accepted {
        Accepted::Close(Some(Command::Filter(self.filter(&behind.shelf.data.catalog))))
    }

    /// Ids stay what they are; the rows are found anew, and the one that is on stays on.
    fn renew(&mut self, before: &Catalog, behind: Behind) -> Renewed {
        let (on, now) = (self.current(before), &behind.shelf.data.catalog);
        self.picks.retain(|id, _| now.party_idx(id).is_some());
        self.find(now);
        let party = on.and_then(|it| now.party_idx(&it));
        if let Some(at) = party.and_then(|party| self.rows.iter().position(|it| it.party == party)) {
            self.menu.at = at;
        }
        Renewed::Stays
    }
}
