//! The store: plain TOML in, a chronology and everything that is wrong with it out.
//!
//! Loading never fails as a whole. In reading order:
//!
//! - `load` reads files and texts (`text`), follows folders and the include graph (`include`), and puts everything together;
//! - `split` cuts a text at its top-level tables, and `parse` reads each on its own, so that one bad event costs one event;
//!   `quick` is the short way to an event in which nothing is odd, and `pieces` sends several threads through a long text;
//! - `gather` is who takes the events: they are never all held here; `survey` is what is kept of each, and `reread` the way back;
//! - `fields` reads typed fields with a report for each that is wrong; `entries`, `participants`, `date` and `amount` say which
//!   fields there are, and `extra` keeps the others;
//! - `references` looks at ids over all files, and `locate` finds the place of a field again when something is wrong with it;
//! - `check` is lint over the whole (`lifetimes`, `provenance`);
//! - `rules` is the one table of everything that can be reported;
//! - `write` is the way back to TOML.

mod amount;
mod check;
mod date;
mod entries;
mod extra;
mod fields;
mod gather;
mod include;
mod input;
mod lifetimes;
mod load;
mod locate;
mod lookup;
mod parse;
mod participants;
mod pieces;
mod provenance;
mod quick;
mod read_file;
mod references;
mod reread;
mod roots;
mod rules;
mod split;
mod survey;
mod suspect;
mod text;
mod write;

#[cfg(test)]
mod tests;

pub use check::check;
pub use gather::{Gather, Part, Progress};
pub use input::{Input, LoadError, Loaded};
pub use load::{Streamed, files, head, load, stream, total_size};
pub use reread::Texts;
pub use rules::{RULES, Rule};
pub use write::{write, write_event, write_party, write_source};
