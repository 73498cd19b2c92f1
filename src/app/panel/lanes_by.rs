//! What lanes are by, to choose from.

use crate::{app::command::Command, catalog::Catalog, layout::LanesBy};

use super::{
    menu::Menu,
    overlay::{Accepted, Behind, Overlay, Renewed},
};

/// What lanes are by.
#[derive(Clone, Debug)]
pub struct LanesMenu {
    /// The row that is on.
    pub menu: Menu,
}

impl LanesMenu {
    /// Returns the list with what lanes are by now on.
    pub(in crate::app) fn new(now: LanesBy) -> Self {
        Self { menu: Menu { at: LanesBy::ALL.iter().position(|it| *it == now).unwrap_or(0) } }
    }
}

impl Overlay for LanesMenu {
    fn menu(&mut self) -> Option<&mut Menu> {
        Some(&mut self.menu)
    }

    fn len(&self, _: Behind) -> usize {
        LanesBy::ALL.len()
    }

    fn accept(&mut self, _: Behind) -> Accepted {
        Accepted::Close(LanesBy::ALL.get(self.menu.at).copied().map(Command::LanesBy))
    }

    fn renew(&mut self, _: &Catalog, _: Behind) -> Renewed {
        Renewed::Stays
    }
}
