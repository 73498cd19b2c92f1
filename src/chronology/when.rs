//! When something was, as honestly as its source says it.
//!
//! A [`When`] keeps the author's spelling and what follows from it: the [`Bounds`] between which it lies, and, for a state that
//! lasted, the part that is certain. Spellings are EDTF (ISO 8601-2:2019, levels 0 to 2) or RFC 3339 instants and ranges of
//! them; [`When::parse`] has the whole list.

mod bounds;
mod clock;
mod days;
mod fault;
mod instant;
mod members;
mod months;
mod parse;
mod plain;
mod precision;
mod raw;
mod reading;
mod sets;
mod show;
mod sides;
#[cfg(test)]
mod tests;
mod unit;
mod value;

pub use bounds::{Bounds, End, Match, Member, Shape};
pub use fault::{DateError, DateFault};
pub use instant::Fine;
pub use unit::Precision;
pub use value::When;
