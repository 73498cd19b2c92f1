//! How the program looks and behaves: defaults, then the user's files, then the environment, then flags.
//!
//! [`gather`] puts them together. Nothing here reads a file, the environment or the terminal: all come in as values, and what
//! is wrong with them goes out as diagnostics. Whatever is wrong, there are [`Settings`] to start with.

mod bindings;
mod choice;
mod color;
mod config;
mod gather;
mod glyphs;
mod hyperlinks;
mod lint;
mod theme;
mod views;

pub use choice::{Choice, GlyphChoice, Ground, Switch};
pub use color::{ColorMode, Output, color_mode};
pub use config::{DEFAULT_CONFIG, Setting};
pub use gather::{Pair, Settings, Sources, gather};
pub use glyphs::{ASCII, BLOCKS, Glyphs, glyphs, locale};
pub use hyperlinks::hyperlinks;
pub use theme::{Role, THEMES, Theme, theme_names};
pub use views::{SavedView, Written};
