//! The party picker: a needle, the parties that it finds, and which of them are picked.

use std::collections::BTreeMap;

use tui_input::Input;

use crate::{
    catalog::{Catalog, PartyIdx},
    query::{Tier, rank_parties},
};

use super::{filter::both, menu::Menu};

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
    /// The filter's text when the picker was opened: cancelling brings it back.
    pub before: String,
}

impl Picker {
    /// Returns a picker over `catalog` with the filter's text as it is now.
    pub fn new(catalog: &Catalog, before: &str) -> Self {
        let mut picker = Self {
            input: Input::default(),
            rows: Vec::new(),
            menu: Menu::default(),
            picks: BTreeMap::new(),
            before: before.to_owned(),
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
    pub fn query(&self, catalog: &Catalog) -> String {
        let ids = |pick: Pick| -> Vec<String> {
            let picked = self.picks.iter().filter(|(_, it)| **it == pick);
            picked.map(|(party, _)| quoted(&catalog.party(*party).id)).collect()
        };
        let mut included = ids(Pick::Include);
        if self.picks.is_empty() && !self.input.value().is_empty() {
            included.extend(self.current().map(|it| quoted(&catalog.party(it).id)));
        }
        let mut terms = Vec::new();
        if !included.is_empty() {
            terms.push(format!("party:{}", included.join(",")));
        }
        terms.extend(ids(Pick::Exclude).into_iter().map(|it| format!("-party:{it}")));
        terms.join(" ")
    }

    /// Returns the filter's text with the picks added to what was there before.
    pub fn filter_text(&self, catalog: &Catalog) -> String {
        both(&self.before, &self.query(catalog))
    }
}

/// Returns an id as the query language takes it.
pub(super) fn quoted(id: &str) -> String {
    let plain = !id.is_empty() && id.chars().all(|it| it.is_alphanumeric() || matches!(it, '-' | '_' | '.'));
    if plain { id.to_owned() } else { format!("\"{}\"", id.replace('\\', "\\\\").replace('"', "\\\"")) }
}
