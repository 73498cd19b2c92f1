//! Who says what of an event, and how.

use crate::chronology::{When, named::named};

named! {
    /// How a party stands to an event that it speaks of.
    #[derive(Default)]
    Stance, "stance" {
        /// It says that this happened, and it is contested or unproven.
        #[default]
        Alleges = "alleges",
        /// It says that this did not happen.
        Denies = "denies",
        /// It says that this did not happen in the way that others say.
        Disputes = "disputes",
        /// It says that this happened, as a reporter of others' doings.
        Reports = "reports",
        /// It says that this happened, as one who did it or has the record of it.
        Confirms = "confirms",
        /// It takes back what it alleged or reported.
        Retracts = "retracts",
    }
}

/// One party's word on an event.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Claim {
    /// Id of the party that speaks.
    pub by: String,
    /// How it stands to the event.
    pub stance: Stance,
    /// Id of the event that is the act of saying so: a letter, a post, a filing. Its date and its sources are those of the claim.
    pub act: Option<String>,
    /// Id of the source in which it says so.
    pub source: Option<String>,
    /// Where in that source: a paragraph, a page.
    pub at: Option<String>,
    /// When it said so.
    pub when: Option<When>,
    /// A remark.
    pub note: Option<String>,
}

impl Claim {
    /// Returns where it stands, as far as it is said: `letter ¶5`.
    pub fn place(&self) -> Option<String> {
        let said: Vec<&str> = [&self.source, &self.at].into_iter().flatten().map(String::as_str).collect();
        (!said.is_empty()).then(|| said.join(" "))
    }
}
