//! What a set of events adds up to: counts, money, silences, who appears with whom, how long it took to come out, and what was
//! alleged and never answered.

mod added;
mod answers;
mod breakdown;
mod disclosure;
mod money;
mod party_pairs;
mod silences;
mod stats;
mod versions;
mod yearly;

#[cfg(test)]
mod tests;

pub use added::{Left, NthAmount, Standing, Sum, Unadded};
pub use answers::Answered;
pub use breakdown::{Breakdown, breakdown};
pub use disclosure::{Disclosure, Wait};
pub use party_pairs::Together;
pub use silences::Gap;
pub use stats::{Stats, stats};
pub use yearly::Yearly;
