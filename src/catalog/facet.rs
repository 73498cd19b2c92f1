//! What events can be grouped by. A facet is added here, and its values in [`groups`](super::groups).

use strum::{IntoStaticStr, VariantArray};

use super::ids::EventIdx;

/// What events can be grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
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
    pub const ALL: &[Self] = Self::VARIANTS;

    /// Returns its name.
    pub fn name(self) -> &'static str {
        self.into()
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
