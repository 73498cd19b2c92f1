//! The table of formats.

use std::{
    io::{self, Write},
    path::Path,
};

use super::{export, loss::Loss, selection::Selection};

/// One format.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// What it is called: `markdown`.
    pub name: &'static str,
    /// Other names for it: `md`.
    pub aliases: &'static [&'static str],
    /// How the names of its files end, without the dot.
    pub extension: &'static str,
    /// What it is, in one line.
    pub summary: &'static str,
    /// What it has no place for, in one line for help; what a certain export loses is for its losses to say.
    pub cannot: &'static str,
    /// Writes a selection in it and returns what could not be carried.
    pub write: fn(&Selection, &mut dyn Write) -> io::Result<Vec<Loss>>,
}

/// Every format, in the order in which help and the export dialog show them.
pub static FORMATS: &[Format] = &[
    Format {
        name: "text",
        aliases: &["txt", "list"],
        extension: "txt",
        summary: "a list for people: date, status, title and id, one event a line",
        cannot: "all but the date, status, title and id",
        write: export::text,
    },
    Format {
        name: "toml",
        aliases: &[],
        extension: "toml",
        summary: "a smaller store: the events, and just the parties and sources that they need",
        cannot: "links to events, and affiliations with parties, that are not selected",
        write: export::toml,
    },
    Format {
        name: "json",
        aliases: &[],
        extension: "json",
        summary: "one object with everything, and the bounds of every date worked out",
        cannot: "nothing",
        write: export::json,
    },
    Format {
        name: "jsonl",
        aliases: &["ndjson"],
        extension: "jsonl",
        summary: "the same as json, one object a line, to stream and to filter with line tools",
        cannot: "nothing",
        write: export::jsonl,
    },
    Format {
        name: "csv",
        aliases: &[],
        extension: "csv",
        summary: "a row an event, for spreadsheets; cells hold the data as it is, formulas and control characters too",
        cannot: "quotes, remarks on claims, citations, amounts and links, and the parties' and sources' own records",
        write: export::csv,
    },
    Format {
        name: "markdown",
        aliases: &["md"],
        extension: "md",
        summary: "a table with every claim and a footnote for every source, for reports",
        cannot: "ids, tags, links, remarks, quotes and the parties' own records",
        write: export::markdown,
    },
];

/// Returns the format with a name or alias, in any case.
///
/// ```
/// use dateline::formats::format;
/// assert_eq!(format("MD").map(|it| it.name), Some("markdown"));
/// assert!(format("xls").is_none());
/// ```
pub fn format(name: &str) -> Option<&'static Format> {
    let is = |it: &str| it.eq_ignore_ascii_case(name);
    FORMATS.iter().find(|it| is(it.name) || it.aliases.iter().any(|alias| is(alias)))
}

/// Returns the format that the end of a file's name stands for.
///
/// ```
/// use dateline::formats::format_for_path;
/// assert_eq!(format_for_path("report.MD".as_ref()).map(|it| it.name), Some("markdown"));
/// assert!(format_for_path("report".as_ref()).is_none());
/// ```
pub fn format_for_path(path: &Path) -> Option<&'static Format> {
    let extension = path.extension()?.to_str()?;
    let is = |it: &str| it.eq_ignore_ascii_case(extension);
    FORMATS.iter().find(|it| is(it.extension) || it.aliases.iter().any(|alias| is(alias)))
}
