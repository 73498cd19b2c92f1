//! The people, companies and bodies in a chronology.

use super::{Origin, When, named::named};

named! {
    /// What sort of thing a party is.
    PartyKind, "party kind" {
        /// A human being.
        Person = "person",
        /// A firm.
        Company = "company",
        /// A court or tribunal.
        Court = "court",
        /// A regulator or other public body.
        Agency = "agency",
        /// A class of plaintiffs, a committee, a legislature.
        Group = "group",
        /// A thing that acts or is acted on under its own name.
        Product = "product",
    }
}

/// One party.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Party {
    /// Unique id.
    pub id: String,
    /// Name as it should be printed.
    pub name: String,
    /// Further ids that stand for it.
    pub ids: Vec<String>,
    /// What it was called, and when.
    pub names: Vec<DatedName>,
    /// What sort of thing it is.
    pub kind: Option<PartyKind>,
    /// Other names to find it by.
    pub aliases: Vec<String>,
    /// What it is to other parties.
    pub affiliations: Vec<Affiliation>,
    /// When it existed.
    pub when: Option<When>,
    /// A page about it.
    pub url: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// Keys that this program does not know, as TOML text.
    pub extra: Vec<(String, String)>,
    /// Where it stands.
    pub origin: Origin,
}

/// A name that a party had for a time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DatedName {
    /// The name.
    pub name: String,
    /// When it had it.
    pub when: Option<When>,
}

/// What one party is to another, and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Affiliation {
    /// Id of the other party.
    pub with: String,
    /// What it is there: `director`.
    pub role: Option<String>,
    /// When it was.
    pub when: Option<When>,
}
