//! Where a key is pressed.

use strum::{Display, EnumIter, EnumString, IntoStaticStr};

/// Where a key is pressed; each has a table of the same name in the key file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Display, EnumIter, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Context {
    /// The timeline, the list and the detail.
    Explorer,
    /// The same while a range is being drawn. What is not bound here means what it means in the explorer.
    Range,
    /// A line of text: a search, a filter, a date.
    Prompt,
    /// A list to pick from that narrows as one types: parties, the palette.
    Picker,
    /// The help. What is not bound here means what it means in a list to pick from.
    Help,
    /// A list or a page without typing: problems, statistics.
    Menu,
}

impl Context {
    /// Returns the name of the context's table in the key file.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Returns the contexts in which to look a key up, nearest first.
    pub const fn chain(self) -> &'static [Self] {
        match self {
            Self::Explorer => &[Self::Explorer],
            Self::Range => &[Self::Range, Self::Explorer],
            Self::Prompt => &[Self::Prompt],
            Self::Picker => &[Self::Picker],
            Self::Help => &[Self::Help, Self::Picker],
            Self::Menu => &[Self::Menu],
        }
    }

    /// Tells whether a key without a binding goes to a line of text.
    pub const fn takes_text(self) -> bool {
        matches!(self, Self::Prompt | Self::Picker | Self::Help)
    }
}
