//! The palette: every action by name, what was called last first, and what is typed as a filter.

use tui_input::Input;

use crate::{
    app::msg::Command,
    keys::{Action, Context},
    query::Query,
};

use super::overlay::{Accepted, Behind, Overlay};

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

/// Every action by name.
#[derive(Clone, Debug, Default)]
pub struct Palette {
    /// What is typed.
    pub needle: Input,
    /// The row that is on.
    pub at: usize,
}

impl Palette {
    /// Returns the rows: the actions and views that hold every word of the needle, those that begin with it first, and then what
    /// is typed as a query, if it is one. Of an empty needle, what was called last comes first.
    pub fn rows(&self, behind: Behind) -> Vec<PaletteRow> {
        let needle = self.needle.value();
        let words: Vec<String> = needle.split_whitespace().map(str::to_lowercase).collect();
        let holds = |it: &Action| {
            let text = format!("{} {} {}", it.title(), it.name(), it.help()).to_lowercase();
            words.iter().all(|word| text.contains(word.as_str()))
        };
        let mut actions: Vec<Action> = Action::palette().filter(holds).collect();
        let first = words.first().cloned().unwrap_or_default();
        let typed = needle.trim().to_lowercase();
        let recent = |it: &Action| behind.typing.recent.iter().rev().position(|one| one == it).unwrap_or(usize::MAX);
        actions.sort_by_key(|it| {
            let is_name = !typed.is_empty() && (it.title() == typed || it.name() == typed);
            (!is_name, !it.title().starts_with(&first), !it.title().contains(&first), recent(it))
        });
        // Whoever begins the name of a view means it, unless an action is called so to the letter.
        let called = actions.iter().filter(|it| it.title() == typed || it.name() == typed).count();
        let named = behind.settings.views.iter().map(|it| (it.name.to_lowercase(), PaletteRow::View(it.name.clone())));
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
}

impl Overlay for Palette {
    fn list(&mut self, behind: Behind) -> Option<(&mut usize, usize)> {
        let len = self.rows(behind).len();
        Some((&mut self.at, len))
    }

    fn context(&self) -> Context {
        Context::Picker
    }

    fn input(&mut self) -> Option<&mut Input> {
        Some(&mut self.needle)
    }

    fn accept(&mut self, behind: Behind) -> Accepted {
        let row = self.rows(behind).into_iter().nth(self.at);
        Accepted::Close(row.map(|it| match it {
            PaletteRow::Action(action) => Command::Call(action),
            PaletteRow::View(name) => Command::View(name),
            // The row is there only where it parses.
            PaletteRow::Query(query) => Command::Narrow(Query::parse(&query).0),
        }))
    }
}
