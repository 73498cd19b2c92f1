//! The text of a query: read, printed in one way, and completed.

mod compared;
mod complete;
mod lex;
mod parse;
mod prefix;
mod print;
mod renew;
mod value;

pub use complete::{Completion, complete};
pub use prefix::Entry;
pub(super) use prefix::{PREFIXES, SIGNS};
pub use print::quoted;
pub use renew::{LANGUAGE, renewed};
pub use value::range_as_date;
