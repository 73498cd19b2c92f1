//! From files to events: which files there are, what stands in each, and each of its tables on its own.
//!
//! - `files` makes a text of a file, and finds the files that it names;
//! - `split` cuts a text at its top-level tables, and `parse` reads each on its own, so that one bad event costs one event;
//!   `quick` is the short way to an event in which nothing is odd, and `long_text` sends several threads through a long text;
//! - `fields` reads the fields of a table with a report for each that is wrong, `values` those that take more words, and
//!   `extra` keeps the keys that are in no list of fields; `context` is what they share;
//! - `comments` finds the comments of a table, which no other than the author needs;
//! - `reread` is the way back to an event from its place.

mod comments;
mod context;
mod extra;
mod fields;
mod files;
mod long_text;
mod parse;
mod quick;
mod reread;
mod split;
mod unclosed;
mod values;

#[cfg(test)]
mod tests;

pub(super) use comments::is_allow;
pub(super) use files::{Graph, Naming, Visit, decode, folder, read_file};
pub(super) use long_text::{PIECE, Piece, Reader};
pub(super) use parse::{Batch, repeated_timeline};
pub(super) use split::{ROOTS, table_end};
