//! The immutable snapshot of a chronology that everything reads: events in display order, with the indexes that queries,
//! pictures and statistics stand on.
//!
//! Read [`Catalog`] first. Events are numbered once, in the order in which people see them ([`EventIdx`]), so that a set of
//! events is a bitset ([`IdSet`]), a group of them is an ascending list, and what lies between two dates is found by binary
//! search.

mod asked;
mod breakdown;
mod build;
mod cells;
mod columns;
mod density;
mod disclosure;
mod facet;
mod facts;
mod grouping;
mod groups;
mod ids;
mod lists;
mod ranks;
mod shape;
mod snapshot;
mod span;
mod stats;
mod symbols;
mod together;
mod yearly;

#[cfg(test)]
mod tests;

pub use breakdown::{Breakdown, breakdown};
pub use columns::Columns;
pub use density::{Density, column_of, column_window};
pub use disclosure::{Disclosure, Wait};
pub use facet::{Facet, FacetValue};
pub use facts::Facts;
pub use ids::{EventIdx, IdSet, PartyIdx};
pub use ranks::Ranks;
pub use snapshot::{Catalog, Parts};
pub use stats::{Gap, Stats, Sum, stats};
pub use together::Together;
pub use yearly::Yearly;
