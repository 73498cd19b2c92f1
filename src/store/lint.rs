//! What only the whole store shows: references that lead nowhere, and what its author probably did not mean.
//!
//! - `survey` is what is noted of events while they are read, and `suspect` says which events are worth a second look;
//! - `lookup` finds things by their ids, `roots` what a source goes back to, and `locate` the place of a field in its text;
//! - `references` looks at ids over all files, and `check` runs the other checks: `lifetimes`, `provenance`.

mod check;
mod lifetimes;
mod locate;
mod lookup;
mod provenance;
mod references;
mod roots;
mod survey;
mod suspect;

pub use check::Lint;
pub(super) use locate::sort;
pub(super) use references::{check_references, repeated};
pub(super) use survey::{FirstById, Survey};
