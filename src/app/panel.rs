//! What lies over the explorer: the top one of a stack gets the keys.
//!
//! A panel is a file here that says what its keys do ([`Overlay`]), a line in [`Panel`], and its drawing in `ui`.

mod choices;
mod export;
mod help;
mod overlay;
mod palette;
mod parties;
mod problems;
mod statistics;

pub use self::{
    choices::{ChoiceRow, Choices},
    export::{DialogField, ExportDialog},
    help::{Help, HelpRow},
    overlay::Behind,
    palette::{Palette, PaletteRow},
    parties::{Parties, Pick},
    problems::Problems,
    statistics::{Figure, Page, Statistics},
};

pub(super) use self::overlay::{Accepted, Overlay};

/// Writes [`Panel`] and hands each of its kinds on as what it does.
macro_rules! panels {
    ($($(#[doc = $what:literal])* $name:ident,)*) => {
        /// Something that lies over the explorer.
        #[derive(Clone, Debug)]
        pub enum Panel { $($(#[doc = $what])* $name(Box<$name>),)* }

        $(impl From<$name> for Panel {
            fn from(panel: $name) -> Self {
                Self::$name(Box::new(panel))
            }
        })*

        impl Panel {
            /// Returns what its keys do.
            pub(super) fn overlay(&self) -> &dyn Overlay {
                match self { $(Self::$name(it) => &**it,)* }
            }

            /// Returns what its keys do, to do it.
            pub(super) fn overlay_mut(&mut self) -> &mut dyn Overlay {
                match self { $(Self::$name(it) => &mut **it,)* }
            }
        }
    };
}

panels! {
    /// What every key does.
    Help,
    /// Every action by name.
    Palette,
    /// The parties to filter by.
    Parties,
    /// What is wrong in the store.
    Problems,
    /// What to export, how and where to.
    ExportDialog,
    /// A small list to choose from.
    Choices,
    /// Counts, sums and gaps.
    Statistics,
}
