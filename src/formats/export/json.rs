//! `json`: one object with everything, one record a line, so that two exports can be compared line by line.

use std::io::{self, Write};

use serde_json::Value;

use super::record::{VERSION, event, party, source, timeline};
use crate::formats::{
    loss::Loss,
    selection::Selection,
    subset::{parties, sources},
};

pub(crate) fn json(selection: &Selection, out: &mut dyn Write) -> io::Result<Vec<Loss>> {
    let catalog = selection.catalog;
    write!(out, "{{\"dateline\": {VERSION},\n\"timeline\": {}", timeline(catalog.timeline()))?;
    list(out, "parties", parties(*selection).into_iter().map(party))?;
    list(out, "sources", sources(*selection).into_iter().map(source))?;
    list(out, "events", selection.ids.iter().map(|it| event(catalog, it)))?;
    out.write_all(b"}\n")?;
    Ok(Vec::new())
}

/// Writes records as they come: a million events are never held as JSON at once.
fn list(out: &mut dyn Write, name: &str, records: impl Iterator<Item = Value>) -> io::Result<()> {
    write!(out, ",\n\"{name}\": [")?;
    let mut gap = "\n";
    for record in records {
        write!(out, "{gap}{record}")?;
        gap = ",\n";
    }
    write!(out, "]")
}
