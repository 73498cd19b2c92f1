//! The places that the reader remembered, to go to one.

use std::collections::BTreeMap;

use crate::{
    app::{command::Command, look::LinkRow},
    catalog::{Catalog, EventIdx},
};

use super::{
    links::renew_rows,
    menu::Menu,
    overlay::{Accepted, Behind, Overlay, Renewed},
};

/// The bookmarked events.
#[derive(Clone, Debug)]
pub struct Bookmarks {
    /// The events, each with its letter.
    pub rows: Vec<LinkRow>,
    /// The row that is on.
    pub menu: Menu,
}

impl Bookmarks {
    /// Returns the list of `bookmarks`.
    pub(in crate::app) fn new(bookmarks: &BTreeMap<char, EventIdx>) -> Self {
        let rows = bookmarks.iter().map(|(letter, it)| LinkRow { words: letter.to_string(), to: *it }).collect();
        Self { rows, menu: Menu::default() }
    }
}

impl Overlay for Bookmarks {
    fn menu(&mut self) -> Option<&mut Menu> {
        Some(&mut self.menu)
    }

    fn len(&self, _: Behind) -> usize {
        self.rows.len()
    }

    fn accept(&mut self, _: Behind) -> Accepted {
        Accepted::Close(self.rows.get(self.menu.at).map(|it| Command::GoTo(it.to)))
    }

    fn renew(&mut self, before: &Catalog, behind: Behind) -> Renewed {
        renew_rows(&mut self.rows, &mut self.menu, before, &behind.shelf.data.catalog)
    }
}
