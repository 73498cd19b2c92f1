//! What only the whole store shows: references that lead nowhere, and what its author probably did not mean.
//!
//! - `checks` is the table of what lint finds, one check a file; `check` is what one of them is, and `run` runs them all;
//! - `lookup` finds things by their ids, `roots` what a source goes back to, and `table` the place of a field in its text;
//! - `allow` takes away the warnings that a comment of the store allows;
//! - `references` looks at ids over all files.

mod allow;
mod check;
mod checks;
#[cfg(test)]
mod laws;
mod lookup;
mod references;
mod run;
mod table;

pub(super) use allow::Allows;
pub use checks::rules;
pub use lookup::Lint;
pub(super) use references::{check_references, repeated};
pub(super) use run::sort;
