//! The events in brief: what queries, pictures and sums ask of all of them, a column for each thing.

mod bearing;
mod column;
mod columns;
mod date_shapes;
mod facts;
mod lists;
mod money_and_claims;
mod symbols;

pub(super) use bearing::Bearing;
pub use columns::Columns;
pub(super) use date_shapes::ShapeByte;
pub use facts::Facts;
pub(super) use lists::Lists;
pub(super) use money_and_claims::Money;
pub(super) use symbols::{Sym, Symbols};
