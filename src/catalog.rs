//! The immutable snapshot of a chronology that everything reads: events in display order, with the indexes that queries,
//! pictures and statistics stand on.
//!
//! Read [`Catalog`] first. Events are numbered once, in the order in which people see them ([`EventIdx`]), so that a set of
//! events is a bitset ([`IdSet`]), a group of them is an ascending list, and what lies between two dates is found by binary
//! search.

mod as_of;
mod away;
mod build;
mod facet;
mod groups;
mod ids;
mod in_order;
mod in_time;
mod known;
mod mentions;
mod order;
mod ranks;
mod snapshot;
mod span;
mod sums;
mod table;

#[cfg(test)]
mod tests;

pub use away::Away;
pub use facet::{Facet, FacetValue};
pub use ids::{EventIdx, IdSet, PartyIdx};
pub use in_order::in_order;
pub use ranks::Ranks;
pub use snapshot::{Catalog, Parts};
pub use sums::{
    Answered, Breakdown, Disclosure, Gap, Left, NthAmount, Standing, Stats, Sum, Together, Unadded, Wait, Yearly,
    breakdown, stats,
};
pub use table::{Columns, Facts};
