//! The store: plain TOML in, a chronology and everything that is wrong with it out.
//!
//! Loading never fails as a whole. In reading order:
//!
//! - `open` puts everything together: `input` says what is read, `read` turns files into events, `lint` looks at what only the whole
//!   shows, and `loaded` is what comes of it;
//! - `rules` is the table of what reading can report, beside the checks of `lint`;
//! - `guide` teaches whoever writes a store;
//! - `write` is the way back to TOML.

mod guide;
mod input;
mod lint;
mod loaded;
mod open;
mod read;
mod rules;
mod write;

#[cfg(test)]
mod tests;

pub use guide::{Lesson, SMALLEST_STORE, guide};
pub use input::{Input, LoadError, Place, head, total_size};
pub use lint::{Lint, rules};
pub use loaded::{Loaded, Loading, Progress};
pub use open::{Faults, PartlyRead, open, stream};
pub use rules::Rule;
pub use write::{write, write_event};
