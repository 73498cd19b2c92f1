//! Values that take more than a look: sums, dates, and how one knows that there is nothing to read in them.

mod amount;
mod date;
mod plain;

pub(super) use amount::{from_digits, sum};
pub(super) use date::date;
pub(super) use plain::{is_day, is_decimal, plain_string};
