//! Small lists to choose from: what lanes are by, the views saved under a name, the links of an event, the places remembered.

use std::collections::BTreeMap;

use crate::{
    app::{look::LinkRow, msg::Command},
    catalog::{Catalog, EventIdx},
    layout::LanesBy,
    settings::SavedView,
};

use super::overlay::{Accepted, Behind, Overlay};

/// A small list to choose from.
#[derive(Clone, Debug)]
pub struct Choices {
    /// What it is of.
    pub title: &'static str,
    /// What there is.
    pub rows: Vec<ChoiceRow>,
    /// The row that is on.
    pub at: usize,
}

/// A row of a small list.
#[derive(Clone, Debug)]
pub enum ChoiceRow {
    /// What lanes can be by.
    LanesBy(LanesBy),
    /// A view saved under a name.
    View(SavedView),
    /// An event to go to.
    Event(LinkRow),
}

impl Choices {
    /// Returns what lanes can be by, with what they are by now on.
    pub(in crate::app) fn of_lanes(now: LanesBy) -> Self {
        let at = LanesBy::ALL.iter().position(|it| *it == now).unwrap_or(0);
        Self { title: "lanes by", rows: LanesBy::ALL.iter().copied().map(ChoiceRow::LanesBy).collect(), at }
    }

    /// Returns the saved `views`.
    pub(in crate::app) fn of_views(views: &[SavedView]) -> Self {
        Self { title: "views", rows: views.iter().cloned().map(ChoiceRow::View).collect(), at: 0 }
    }

    /// Returns the links of an event.
    pub(in crate::app) fn of_links(rows: Vec<LinkRow>) -> Self {
        Self { title: "links", rows: rows.into_iter().map(ChoiceRow::Event).collect(), at: 0 }
    }

    /// Returns the remembered places, each with its letter.
    pub(in crate::app) fn of_bookmarks(bookmarks: &BTreeMap<char, EventIdx>) -> Self {
        let row = |(letter, to): (&char, &EventIdx)| LinkRow { words: letter.to_string(), to: *to };
        Self { title: "bookmarks", ..Self::of_links(bookmarks.iter().map(row).collect()) }
    }
}

impl Overlay for Choices {
    fn list(&mut self, _: Behind) -> Option<(&mut usize, usize)> {
        Some((&mut self.at, self.rows.len()))
    }

    fn accept(&mut self, _: Behind) -> Accepted {
        Accepted::Close(self.rows.get(self.at).map(|it| match it {
            ChoiceRow::LanesBy(lanes_by) => Command::LanesBy(*lanes_by),
            ChoiceRow::View(view) => Command::View(view.name.clone()),
            ChoiceRow::Event(row) => Command::GoTo(row.to),
        }))
    }

    /// Gives each row the number that its event has in the other catalog, and stays on the row that is on.
    fn renew(&mut self, before: &Catalog, behind: Behind) -> bool {
        let again = |row: ChoiceRow| match row {
            ChoiceRow::Event(it) => {
                let to = behind.shelf.data.catalog.find(&before.event(it.to).id)?;
                Some(ChoiceRow::Event(LinkRow { to, ..it }))
            }
            row => Some(row),
        };
        let rows: Vec<Option<ChoiceRow>> = self.rows.drain(..).map(again).collect();
        self.at = rows.iter().take(self.at).flatten().count();
        self.rows = rows.into_iter().flatten().collect();
        self.at = self.at.min(self.rows.len().saturating_sub(1));
        !self.rows.is_empty()
    }
}
