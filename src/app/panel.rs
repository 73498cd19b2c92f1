//! What lies over the explorer: the top one of a stack gets the keys.

use tui_input::Input;

use crate::{catalog::EventIdx, keys::Context};

use super::{
    dialog::{Dialog, Field},
    menu::Menu,
    page::StatsView,
    picker::Picker,
};

/// One link of an event, as a row to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkRow {
    /// What the event is to the other, in words, or its letter.
    pub words: String,
    /// The other event.
    pub to: EventIdx,
}

/// What events a list is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// What the event under the cursor is linked with.
    Links,
    /// The places that the reader remembered.
    Bookmarks,
}

impl Listed {
    /// Returns the title of the list.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Links => "links",
            Self::Bookmarks => "bookmarks",
        }
    }
}

/// Something that lies over the explorer.
#[derive(Clone, Debug)]
pub enum Panel {
    /// What every key does.
    Help {
        /// What the rows are narrowed to.
        needle: Input,
        /// Which row is on.
        menu: Menu,
    },
    /// Every action by name.
    Palette {
        /// What is typed.
        needle: Input,
        /// Which row is on.
        menu: Menu,
    },
    /// The party picker.
    Parties(Box<Picker>),
    /// What is wrong in the store.
    Problems(Menu),
    /// The export dialog.
    Export(Box<Dialog>),
    /// What lanes are by.
    LanesBy(Menu),
    /// The views saved under a name.
    Views(Menu),
    /// Counts, sums and gaps.
    Statistics(StatsView),
    /// Events to go to: the links of the one under the cursor, or the bookmarks.
    Links {
        /// What they are.
        listed: Listed,
        /// The links.
        rows: Vec<LinkRow>,
        /// Which row is on.
        menu: Menu,
    },
}

impl Panel {
    /// Returns the context in which its keys are read.
    pub fn context(&self) -> Context {
        match self {
            Self::Help { .. } | Self::Palette { .. } | Self::Parties(_) => Context::Picker,
            Self::Export(it) if it.field == Field::Path => Context::Prompt,
            Self::Problems(_)
            | Self::Export(_)
            | Self::LanesBy(_)
            | Self::Views(_)
            | Self::Statistics(_)
            | Self::Links { .. } => Context::Menu,
        }
    }
}
