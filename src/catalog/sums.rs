//! What a set of events adds up to: counts, money, who appears with whom, and how long it took to come out.

mod breakdown;
mod disclosure;
mod party_pairs;
mod stats;
mod yearly;

pub use breakdown::{Breakdown, breakdown};
pub use disclosure::{Disclosure, Wait};
pub use party_pairs::Together;
pub use stats::{Gap, Stats, Sum, stats};
pub use yearly::Yearly;
