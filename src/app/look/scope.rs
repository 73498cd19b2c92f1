//! What an export, a copy or the statistics are of.

use std::borrow::Cow;

use strum::VariantArray;

use crate::{
    app::find::{Events, Find},
    catalog::IdSet,
    chronology::Window,
    formats::stretch_words,
};

use super::Look;

/// What an export or a copy is of, narrowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
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
    pub fn scopes<'a>(&'a self, events: Events<'a>, find: &'a Find) -> impl Iterator<Item = (Scope, Cow<'a, IdSet>)> {
        Scope::VARIANTS.iter().filter_map(move |it| Some((*it, self.in_scope(*it, events, find)?)))
    }

    /// Returns the events of a scope, if it holds any.
    pub fn in_scope<'a>(&'a self, scope: Scope, events: Events<'a>, find: &Find) -> Option<Cow<'a, IdSet>> {
        let ids = match scope {
            Scope::Range => Cow::Owned(self.in_range(events)?),
            Scope::Marked => Cow::Borrowed(&*self.selection.marked),
            Scope::Filter if find.hides() => Cow::Borrowed(&events.shown.possibly),
            Scope::Filter => return None,
            Scope::All => Cow::Owned(events.catalog.all()),
        };
        (!ids.is_empty()).then_some(ids)
    }

    /// Returns the range in which the money of a scope adds up: the one that is drawn, or else what the filter asks for.
    pub fn range_of(&self, scope: Scope, find: &Find) -> Vec<Vec<Window>> {
        match scope {
            Scope::Range => self.selection.range.map(|it| vec![it.window()]).into_iter().collect(),
            Scope::Filter => find.filter.query().range(),
            Scope::Marked | Scope::All => Vec::new(),
        }
    }

    /// Returns a scope in words: `the range 2013-01-01 to 2015-12-31, filtered`.
    pub fn scope_words(&self, scope: Scope, find: &Find) -> String {
        match scope {
            Scope::Range => {
                let window = self.selection.range.map(|it| it.window());
                let dates = window.map(stretch_words).unwrap_or_default();
                let filtered = if find.hides() { ", filtered" } else { "" };
                let lanes = match self.selection.lanes.len() {
                    0 => String::new(),
                    1 => ", 1 lane".to_owned(),
                    n => format!(", {n} lanes"),
                };
                format!("the range {dates}{lanes}{filtered}")
            }
            Scope::Marked => {
                match self.selection.marked.iter().filter(|it| !find.shown.possibly.contains(*it)).count() {
                    0 => "what is marked".to_owned(),
                    n => format!("what is marked, {n} of it hidden by the filter"),
                }
            }
            Scope::Filter => {
                format!("what the filter shows: {}", find.filter.chips().join("  "))
            }
            Scope::All => "everything in the store".to_owned(),
        }
    }
}
