//! The views saved under a name, to choose from.

use crate::{app::command::Command, catalog::Catalog};

use super::{
    menu::Menu,
    overlay::{Accepted, Behind, Overlay, Renewed},
};

/// The views saved under a name.
#[derive(Clone, Debug, Default)]
pub struct Views {
    /// The row that is on.
    pub menu: Menu,
}

impl Overlay for Views {
    fn menu(&mut self) -> Option<&mut Menu> {
        Some(&mut self.menu)
    }

    fn len(&self, behind: Behind) -> usize {
        behind.settings.views.len()
    }

    fn accept(&mut self, behind: Behind) -> Accepted {
        Accepted::Close(behind.settings.views.get(self.menu.at).map(|it| Command::View(it.name.clone())))
    }

    fn renew(&mut self, _: &Catalog, _: Behind) -> Renewed {
        Renewed::Stays
    }
}
