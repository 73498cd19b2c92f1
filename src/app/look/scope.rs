//! What an export, a copy or the statistics are of.

use crate::{
    app::find::{Events, Find},
    catalog::IdSet,
};

use super::Look;

/// What an export or a copy is of, narrowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// What is shown and may lie in the range, on the lanes picked for it.
    Range,
    /// What is marked.
    Marked,
    /// What the filter lets through.
    Filter,
    /// Everything.
    All,
}

impl Look {
    /// Returns every scope that holds something, narrowest first.
    pub fn scopes(&self, events: Events, find: &Find) -> Vec<(Scope, IdSet)> {
        let mut scopes = Vec::new();
        scopes.extend(self.in_range(events).map(|it| (Scope::Range, it)));
        scopes.push((Scope::Marked, IdSet::clone(&self.selection.marked)));
        if find.hides() {
            scopes.push((Scope::Filter, events.shown.possibly.clone()));
        }
        scopes.push((Scope::All, events.catalog.all()));
        scopes.retain(|(_, ids)| !ids.is_empty());
        scopes
    }

    /// Returns a scope in words: `the range 2013-01-01 to 2015-12-31, filtered`.
    pub fn scope_words(&self, scope: Scope, find: &Find) -> String {
        match scope {
            Scope::Range => {
                let window = self.selection.range.map(|it| it.window());
                let dates = window.map(|it| format!("{} to {}", it.first.date(), it.last.date())).unwrap_or_default();
                let filtered = if find.hides() { ", filtered" } else { "" };
                let lanes = match self.selection.lanes.len() {
                    0 => String::new(),
                    1 => ", 1 lane".to_owned(),
                    n => format!(", {n} lanes"),
                };
                format!("the range {dates}{lanes}{filtered}")
            }
            Scope::Marked => {
                let marked = IdSet::clone(&self.selection.marked);
                match marked.len() - marked.intersect(&find.shown.possibly).len() {
                    0 => "what is marked".to_owned(),
                    n => format!("what is marked, {n} of it hidden by the filter"),
                }
            }
            Scope::Filter => {
                let chips: Vec<String> = find.filter.chips().into_iter().map(|it| it.text).collect();
                format!("what the filter shows: {}", chips.join("  "))
            }
            Scope::All => "everything in the store".to_owned(),
        }
    }
}
