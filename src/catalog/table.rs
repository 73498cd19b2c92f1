//! The events in brief: what queries, pictures and sums ask of all of them, a column for each thing.

mod cells;
mod column;
mod columns;
mod facts;
mod lists;
mod shape;
mod symbols;

pub(super) use cells::Money;
pub use columns::Columns;
pub use facts::Facts;
pub(super) use lists::Lists;
pub(super) use symbols::{Sym, Symbols};
