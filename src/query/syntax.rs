//! The text of a query: read, printed in one way, and completed.

mod complete;
mod lex;
mod parse;
mod prefix;
mod print;
mod value;

pub use complete::{Completion, complete};
pub use print::quoted;
