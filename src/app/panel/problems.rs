//! What is wrong in the store, to be opened where it stands.

use crate::{app::command::Command, catalog::Catalog};

use super::{
    menu::Menu,
    overlay::{Accepted, Behind, Overlay, Renewed},
};

/// What is wrong in the store.
#[derive(Clone, Debug, Default)]
pub struct Problems {
    /// The row that is on.
    pub menu: Menu,
}

impl Overlay for Problems {
    fn menu(&mut self) -> Option<&mut Menu> {
        Some(&mut self.menu)
    }

    fn len(&self, behind: Behind) -> usize {
        behind.shelf.problems().1.len()
    }

    fn edit(&self, behind: Behind) -> Option<Command> {
        let (_, faults) = behind.shelf.problems();
        faults.get(self.menu.at)?.span.map(|it| Command::EditAt(it.file, it.start))
    }

    fn accept(&mut self, behind: Behind) -> Accepted {
        Accepted::Stay(self.edit(behind))
    }

    fn renew(&mut self, _: &Catalog, behind: Behind) -> Renewed {
        self.menu.clamp(self.len(behind));
        Renewed::Stays
    }
}
