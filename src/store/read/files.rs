//! The files of a store: which there are, and the text of each.

mod include;
mod read_file;
mod text;

pub(in crate::store) use include::{Graph, Naming, Visit, folder};
pub(in crate::store) use read_file::read_file;
pub(in crate::store) use text::decode;
