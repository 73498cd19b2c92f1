//! How an event stands.

use crate::chronology::named::named;

named! {
    /// How an event stands, from what is said of it.
    Status, "status" {
        /// Confirmed by one who knows, or in a record.
        Documented = "documented",
        /// Told by a reporter of others' doings.
        Reported = "reported",
        /// Said by a party with a stake, unproven.
        Alleged = "alleged",
        /// Said by some and denied by others.
        Disputed = "disputed",
        /// Denied, and said by nobody on record here.
        Denied = "denied",
        /// Taken back by those who said it.
        Retracted = "retracted",
        /// Neither claim nor source.
        Unsourced = "unsourced",
    }
}
