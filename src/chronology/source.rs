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

impl SourceKind {
    /// Returns whether a source of this kind alone documents what it says: it is the act or the record itself.
    pub const fn documents(self) -> bool {
        matches!(self, Self::Filing | Self::Ruling | Self::Statute | Self::Record | Self::Statement)
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
    /// When it came out.
    pub published: Option<When>,
    /// Where it can be read.
    pub url: Option<String>,
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
    }
}

/// An event's pointer into a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    /// Id of the source.
    pub source: String,
    /// Where in it: `¶5`, `p. 12`, `Dkt. 231`.
    pub at: Option<String>,
    /// A few of its words.
    pub quote: Option<String>,
    /// Which way it bears.
    pub bears: Bears,
    /// A remark.
    pub note: Option<String>,
}
