//! What events can be grouped by. A facet is added here, and its values in [`groups`](super::groups).

use super::ids::EventIdx;

/// What events can be grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The category.
    Category,
    /// The parties that took part.
    Party,
    /// The stated or derived status.
    Status,
    /// The sources that the event or a claim on it cites.
    Source,
    /// The tags.
    Tag,
    /// The text that the event was read from.
    File,
}

impl Facet {
    /// Every facet.
    pub const ALL: [Self; 6] = [Self::Category, Self::Party, Self::Status, Self::Source, Self::Tag, Self::File];

    /// Returns its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Party => "party",
            Self::Status => "status",
            Self::Source => "source",
            Self::Tag => "tag",
            Self::File => "file",
        }
    }
}

/// One value of a facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// The key: an id, a word as written, or the name of a file.
    pub name: String,
    /// What people read: the name of a party, the title of a source, else the key.
    pub label: String,
    /// Its events, ascending.
    pub ids: Vec<EventIdx>,
}
