//! Where things stand written, and how an event cites them.

use super::{Origin, When, named::named};

named! {
    /// What sort of document a source is.
    SourceKind, "source kind" {
        /// A newspaper's or magazine's piece.
        Article = "article",
        /// A paper filed with a court or regulator.
        Filing = "filing",
        /// A court's or regulator's decision.
        Ruling = "ruling",
        /// A message to somebody.
        Letter = "letter",
        /// A law.
        Statute = "statute",
        /// A message in public under the author's own name.
        Post = "post",
        /// A prepared statement.
        Statement = "statement",
        /// An inquiry's or analyst's findings.
        Report = "report",
        /// A book.
        Book = "book",
        /// A table of data.
        Dataset = "dataset",
        /// An official or business record.
        Record = "record",
    }
}

/// One source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Source {
    /// Unique id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who wrote it.
    pub author: Option<String>,
    /// Who brought it out.
    pub publisher: Option<String>,
    /// Id of the party that speaks in it.
    pub by: Option<String>,
    /// When it came out.
    pub published: Option<When>,
    /// When it became public, where that is not when it came out: a letter that was unsealed.
    pub known: Option<When>,
    /// Where it can be read.
    pub url: Option<String>,
    /// Where the copy is that was read, where that is not the original.
    pub read_at: Option<String>,
    /// Where a copy is kept.
    pub archived: Option<String>,
    /// When it was read.
    pub retrieved: Option<When>,
    /// The SHA-256 sum of the copy that was read, in hexadecimal digits.
    pub sha256: Option<String>,
    /// Its language, as a BCP 47 tag such as `en`.
    pub lang: Option<String>,
    /// Whether its title was inferred or describes it.
    pub title_inferred: bool,
    /// What sort of document it is.
    pub kind: Option<SourceKind>,
    /// Ids of the sources that it repeats.
    pub derived_from: Vec<String>,
    /// A remark.
    pub note: Option<String>,
    /// Keys that this program does not know, as TOML text.
    pub extra: Vec<(String, String)>,
    /// Where it stands.
    pub origin: Origin,
}

impl Source {
    /// Returns when it became public: when it came out, where nothing else is said.
    pub fn public(&self) -> Option<&When> {
        self.known.as_ref().or(self.published.as_ref())
    }
}

named! {
    /// Which way a citation bears on the event.
    #[derive(Default)]
    Bears, "bearing" {
        /// It speaks for it.
        #[default]
        Supports = "supports",
        /// It speaks against it.
        Contradicts = "contradicts",
        /// It speaks of what is around it.
        Context = "context",
        /// It is the event: the letter that was sent, the post that was posted.
        Is = "is",
    }
}

/// An event's pointer into a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    /// Id of the source.
    pub source: String,
    /// Where in it: `¶5`, `p. 12`, `Dkt. 231`.
    pub at: Option<String>,
    /// What it says there.
    pub says: Option<String>,
    /// A few of its words.
    pub quote: Option<String>,
    /// Ids of the sources that it repeats here, where that differs from what it repeats as a whole; `self` for its own voice.
    pub from: Vec<String>,
    /// Which way it bears.
    pub bears: Bears,
    /// A remark.
    pub note: Option<String>,
}
