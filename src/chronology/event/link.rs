//! How one event relates to another.

use crate::chronology::named::named;

named! {
    /// What an event is to the one that it links to.
    #[derive(Default)]
    LinkKind, "link kind" {
        /// A piece of the other.
        #[default]
        PartOf = "part-of",
        /// Later than the other and related to it; not said to be caused by it.
        Follows = "follows",
        /// An answer to the other.
        RespondsTo = "responds-to",
        /// In tension with the other: they cannot both be right as told.
        Contradicts = "contradicts",
        /// Speaks for the other.
        Corroborates = "corroborates",
        /// Takes the other's place.
        Supersedes = "supersedes",
        /// Brought the other about.
        Causes = "causes",
    }
}

impl LinkKind {
    /// Returns the words for a link as its own event reads it: `part of`.
    pub const fn words(self) -> &'static str {
        match self {
            Self::PartOf => "part of",
            Self::Follows => "follows",
            Self::RespondsTo => "responds to",
            Self::Contradicts => "contradicts",
            Self::Corroborates => "corroborates",
            Self::Supersedes => "supersedes",
            Self::Causes => "causes",
        }
    }

    /// Returns the words for the same link as the other event reads it: `has part`. Stores never write these.
    pub const fn inverse_words(self) -> &'static str {
        match self {
            Self::PartOf => "has part",
            Self::Follows => "followed by",
            Self::RespondsTo => "answered by",
            Self::Contradicts => "contradicted by",
            Self::Corroborates => "corroborated by",
            Self::Supersedes => "superseded by",
            Self::Causes => "caused by",
        }
    }
}

/// A link from one event to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What this event is to the other.
    pub kind: LinkKind,
    /// Id of the other event.
    pub to: String,
    /// A remark.
    pub note: Option<String>,
}
