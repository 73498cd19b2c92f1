//! The palette: every action by name, what was called last first, and what is typed as a filter.

use crate::{keys::Action, query::Query};

use super::{msg::Effect, state::State};

/// Actions called from the palette that are remembered.
const RECENT: usize = 20;

/// A row of the palette.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaletteRow {
    /// An action.
    Action(Action),
    /// A view saved under this name.
    View(String),
    /// What is typed, as a query to show only what it finds.
    Query(String),
}

impl State {
    /// Returns the rows of the palette: the actions and views that hold every word of `needle`, those that begin with it first, and then
    /// what is typed as a query, if it is one. Of an empty needle, what was called last comes first.
    pub fn palette_rows(&self, needle: &str) -> Vec<PaletteRow> {
        let words: Vec<String> = needle.split_whitespace().map(str::to_lowercase).collect();
        let holds = |it: &Action| {
            let text = format!("{} {} {}", it.title(), it.name(), it.help()).to_lowercase();
            words.iter().all(|word| text.contains(word.as_str()))
        };
        let mut actions: Vec<Action> = Action::palette().filter(holds).collect();
        let first = words.first().cloned().unwrap_or_default();
        let typed = needle.trim().to_lowercase();
        let recent = |it: &Action| self.recent.iter().rev().position(|one| one == it).unwrap_or(usize::MAX);
        actions.sort_by_key(|it| {
            let is_name = !typed.is_empty() && (it.title() == typed || it.name() == typed);
            (!is_name, !it.title().starts_with(&first), !it.title().contains(&first), recent(it))
        });
        // Whoever begins the name of a view means it, unless an action is called so to the letter.
        let called = actions.iter().filter(|it| it.title() == typed || it.name() == typed).count();
        let named = self.views().iter().map(|it| (it.name.to_lowercase(), PaletteRow::View(it.name.clone())));
        let found = named.filter(|(name, _)| words.iter().all(|word| name.contains(word.as_str())));
        let (begun, held): (Vec<_>, Vec<_>) =
            found.partition(|(name, _)| !typed.is_empty() && name.starts_with(&typed));
        let mut rows: Vec<PaletteRow> = actions.into_iter().map(PaletteRow::Action).collect();
        rows.extend(held.into_iter().map(|it| it.1));
        rows.splice(called..called, begun.into_iter().map(|it| it.1));
        let query = needle.trim();
        let (_, faults) = Query::parse(query);
        if !query.is_empty() && faults.is_empty() {
            let row = PaletteRow::Query(query.to_owned());
            // What looks like a term is meant as one.
            if query.contains([':', '@', '#', '>', '<', '"']) { rows.insert(0, row) } else { rows.push(row) }
        }
        rows
    }

    /// Does what a row of the palette is for.
    pub(super) fn take_palette_row(&mut self, row: &PaletteRow) -> Vec<Effect> {
        match row {
            PaletteRow::Action(action) => {
                self.recent.retain(|it| it != action);
                self.recent.push(*action);
                if self.recent.len() > RECENT {
                    self.recent.remove(0);
                }
                self.perform(*action, None)
            }
            PaletteRow::View(name) => {
                self.apply_view(name);
                Vec::new()
            }
            PaletteRow::Query(query) => {
                self.narrow(query);
                Vec::new()
            }
        }
    }
}
