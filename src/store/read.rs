//! From files to events: which files there are, what stands in each, and each of its tables on its own.
//!
//! - `read_file` and `text` make a text of a file, and `include` finds the files that it names;
//! - `split` cuts a text at its top-level tables, and `parse` reads each on its own, so that one bad event costs one event;
//!   `quick` is the short way to an event in which nothing is odd, and `long_text` sends several threads through a long text;
//! - `fields` reads the fields of a table with a report for each that is wrong, `date` and `amount` those that take more words,
//!   and `extra` keeps the keys that are in no list of fields; `context` is what they share;
//! - `reread` is the way back to an event from its place.

mod amount;
mod context;
mod date;
mod extra;
mod fields;
mod include;
mod long_text;
mod parse;
mod plain;
mod quick;
mod read_file;
mod reread;
mod split;
mod text;
mod unclosed;

#[cfg(test)]
mod tests;

pub(super) use include::{Graph, Naming, Visit, folder};
pub(super) use long_text::{PIECE, Piece, Reader};
pub(super) use parse::{Batch, repeated_timeline};
pub(super) use read_file::read_file;
pub(super) use text::decode;
