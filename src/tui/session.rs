//! What a run of the explorer begins with.

use crate::{
    app::Begin,
    chronology::CivilDate,
    query::Selected,
    settings::{SavedView, Settings},
    store::Input,
};

use super::memory::MemoryFile;

/// Everything that a run of the explorer begins with.
pub struct Session {
    /// The stores to show, overlaid.
    pub inputs: Vec<Input>,
    /// What to call them while they have no title.
    pub name: String,
    /// What the command line asks for, if it does: the filter to begin with.
    pub selected: Option<Selected>,
    /// Colours, glyphs and keys.
    pub settings: Settings,
    /// Today.
    pub today: CivilDate,
    /// The reader's editor, as `$VISUAL` or `$EDITOR` has it.
    pub editor: Option<String>,
    /// Whether the terminal is on another machine, where a browser would open for nobody.
    pub remote: Remote,
    /// What to begin with.
    pub begin: Begin,
    /// Where what is on is remembered; nowhere if it is not to be.
    pub memory: Option<MemoryFile>,
    /// The saved view to begin with, for its lanes and its time: its query and its date are among those above.
    pub view: Option<SavedView>,
}

/// Whether the terminal is on another machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remote {
    /// The reader sits at this machine.
    No,
    /// The reader has come over SSH.
    Yes,
}
