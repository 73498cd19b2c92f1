//! What a user can ask for and how: actions, keys, and the map from one to the other.
//!
//! An [`Action`] is defined once, with its help, its group and its label. The key file, the help, the command palette, the
//! footer's hints and the pop-up after a prefix are all made from that table and the [`Keymap`] in force.
//!
//! A [`Keymap`] turns the keys so far into a [`Resolved`]. Counts (`5l`) are not its business: the caller takes digits while
//! no sequence has begun, and passes `0` on to the map when no count has begun either.

mod action;
mod context;
mod key;
mod keymap;
mod layer;

pub use action::{Action, Group};
pub use context::Context;
pub use key::{Code, Key, KeyError, Mods};
pub use keymap::{DEFAULT_KEYMAP, Keymap, Resolved};
pub use layer::{Fault, Why};
