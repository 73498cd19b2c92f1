//! The events in brief: what queries, pictures and sums ask of all of them, a column for each thing.

mod cells;
mod columns;
mod facts;
mod lists;
mod shape;
mod sparse;
mod symbols;

pub(super) use cells::Money;
pub use columns::Columns;
pub use facts::Facts;
pub(super) use lists::Lists;
pub(super) use sparse::sparse;
pub(super) use symbols::{Sym, Symbols};
