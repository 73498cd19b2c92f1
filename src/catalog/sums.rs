//! What a set of events adds up to: counts, money, who appears with whom, and how long it took to come out.

mod breakdown;
mod disclosure;
mod stats;
mod together;
mod yearly;

pub use breakdown::{Breakdown, breakdown};
pub use disclosure::{Disclosure, Wait};
pub use stats::{Gap, Stats, Sum, stats};
pub use together::Together;
pub use yearly::Yearly;
