//! `json`: one object with everything, one record a line, so that two exports can be compared line by line.

use std::io::{self, Write};

use serde_json::Value;

use super::record::{VERSION, event, record};
use crate::formats::{Format, part::EVERYTHING, writing::Writing};

pub(super) const FORMAT: Format = Format {
    name: "json",
    aliases: &[],
    extension: "json",
    summary: "one object with everything, and the bounds of every date worked out",
    carries: EVERYTHING,
    writer: json,
};

fn json(writing: &mut Writing) -> io::Result<()> {
    let subset = writing.contents.subset;
    write!(writing.out, "{{\"dateline\": {VERSION},\n\"timeline\": {}", record(subset.catalog.timeline()))?;
    list(writing.out, "parties", writing.contents.parties.iter().map(|it| record(*it)))?;
    list(writing.out, "sources", writing.contents.sources.iter().map(|it| record(*it)))?;
    write!(writing.out, ",\n\"events\": [")?;
    let first = subset.ids.first();
    writing.events(&subset.list(), |id, it, line| {
        let gap = if Some(id) == first { "\n" } else { ",\n" };
        write!(line, "{gap}{}", event(subset.catalog, id, it))
    })?;
    writing.out.write_all(b"]}\n")
}

fn list(out: &mut dyn Write, name: &str, records: impl Iterator<Item = Value>) -> io::Result<()> {
    write!(out, ",\n\"{name}\": [")?;
    let mut gap = "\n";
    for record in records {
        write!(out, "{gap}{record}")?;
        gap = ",\n";
    }
    write!(out, "]")
}
