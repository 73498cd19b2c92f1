//! The links of the event under the cursor, to go to one.

use crate::{
    app::{command::Command, look::LinkRow},
    catalog::Catalog,
};

use super::{
    menu::Menu,
    overlay::{Accepted, Behind, Overlay, Renewed},
};

/// The links of an event.
#[derive(Clone, Debug)]
pub struct Links {
    /// The links.
    pub rows: Vec<LinkRow>,
    /// The row that is on.
    pub menu: Menu,
}

impl Links {
    /// Returns the list of `rows`.
    pub(in crate::app) fn new(rows: Vec<LinkRow>) -> Self {
        Self { rows, menu: Menu::default() }
    }
}

impl Overlay for Links {
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

/// Gives each row the number that its event has in another catalog, and stays on the row that is on.
pub(super) fn renew_rows(rows: &mut Vec<LinkRow>, menu: &mut Menu, before: &Catalog, now: &Catalog) -> Renewed {
    let again = |it: &LinkRow| now.find(&before.event(it.to).id);
    menu.at = rows.iter().take(menu.at).filter(|it| again(it).is_some()).count();
    *rows = rows.drain(..).filter_map(|it| Some(LinkRow { to: again(&it)?, ..it })).collect();
    menu.clamp(rows.len());
    if rows.is_empty() { Renewed::Closes } else { Renewed::Stays }
}
