//! What is wrong in the store, to be opened where it stands.

use crate::{app::msg::Command, catalog::Catalog};

use super::overlay::{Accepted, Behind, Overlay};

/// What is wrong in the store.
#[derive(Clone, Debug, Default)]
pub struct Problems {
    /// The row that is on.
    pub at: usize,
}

impl Overlay for Problems {
    fn list(&mut self, behind: Behind) -> Option<(&mut usize, usize)> {
        Some((&mut self.at, behind.shelf.problems().1.len()))
    }

    fn edit(&self, behind: Behind) -> Option<Command> {
        let (_, faults) = behind.shelf.problems();
        faults.get(self.at)?.span.map(|it| Command::EditAt(it.file, it.start))
    }

    fn accept(&mut self, behind: Behind) -> Accepted {
        Accepted::Stay(self.edit(behind))
    }

    fn renew(&mut self, _: &Catalog, behind: Behind) -> bool {
        self.step(0, behind);
        true
    }
}
