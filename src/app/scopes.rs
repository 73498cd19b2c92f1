//! What the scopes hold now, and how they are said.

use crate::catalog::IdSet;

use super::{scope::Scope, state::State};

impl State {
    /// Returns the shown events that may lie in the range, on the lanes picked for it; nothing while there is no range.
    pub fn in_range(&self) -> Option<IdSet> {
        let window = self.selection.range?.window();
        let mut ids = self.data.catalog.touching(window);
        ids.intersect_with(&self.shown.possibly);
        if !self.selection.lanes.is_empty() {
            let mut on_lanes = IdSet::new(self.data.catalog.len());
            for lane in self.lanes.iter().filter(|it| self.selection.lanes.contains(&it.key)) {
                lane.ids.iter().for_each(|it| on_lanes.insert(*it));
            }
            ids.intersect_with(&on_lanes);
        }
        Some(ids)
    }

    /// Returns every scope that holds something, narrowest first.
    pub fn scopes(&self) -> Vec<(Scope, IdSet)> {
        let catalog = &self.data.catalog;
        let mut scopes = Vec::new();
        scopes.extend(self.in_range().map(|it| (Scope::Range, it)));
        scopes.push((Scope::Marked, IdSet::clone(&self.selection.marked)));
        if self.filter.is_on() && !self.filter.is_empty() {
            scopes.push((Scope::Filter, self.shown.possibly.clone()));
        }
        scopes.push((Scope::All, catalog.all()));
        scopes.retain(|(_, ids)| !ids.is_empty());
        scopes
    }

    /// Returns a scope in words: `range Jan 2013 – Dec 2015, filtered by @netflix`.
    pub fn scope_words(&self, scope: Scope) -> String {
        match scope {
            Scope::Range => {
                let window = self.selection.range.map(|it| it.window());
                let dates = window.map(|it| format!("{} to {}", it.first.date(), it.last.date())).unwrap_or_default();
                let filtered = if self.filter.is_on() && !self.filter.is_empty() { ", filtered" } else { "" };
                let lanes = match self.selection.lanes.len() {
                    0 => String::new(),
                    1 => ", 1 lane".to_owned(),
                    n => format!(", {n} lanes"),
                };
                format!("the range {dates}{lanes}{filtered}")
            }
            Scope::Marked => {
                let marked = IdSet::clone(&self.selection.marked);
                match marked.len() - marked.intersect(&self.shown.possibly).len() {
                    0 => "what is marked".to_owned(),
                    n => format!("what is marked, {n} of it hidden by the filter"),
                }
            }
            Scope::Filter => format!("what the filter shows: {}", self.filter_words()),
            Scope::All => "everything in the store".to_owned(),
        }
    }

    fn filter_words(&self) -> String {
        let chips: Vec<String> = self.filter.chips().into_iter().map(|it| it.text).collect();
        chips.join("  ")
    }
}
