//! The store: plain TOML in, a chronology and everything that is wrong with it out.
//!
//! Loading never fails as a whole. In reading order:
//!
//! - `load` puts everything together: `read` turns files into events (`read_file`, `text`, `include`, `split`, `parse`), and `lint`
//!   looks at what only the whole shows;
//! - `gather` is who takes the events: they are never all held here;
//! - `rules` is the one table of everything that can be reported;
//! - `write` is the way back to TOML.

mod gather;
mod input;
mod lint;
mod load;
mod read;
mod rules;
mod write;

#[cfg(test)]
mod tests;

pub use gather::{Gather, Part, Progress};
pub use input::{Input, LoadError, Loaded};
pub use lint::check;
pub use load::{Streamed, files, head, load, stream, total_size};
pub use read::Texts;
pub use rules::{RULES, Rule};
pub use write::{write, write_event, write_party, write_source};
