//! `json`: one object with everything, one record a line, so that two exports can be compared line by line.

use std::io::{self, Write};

use serde_json::Value;

use super::record::{VERSION, event, record};
use crate::formats::{
    in_order::write_in_order,
    loss::Loss,
    selection::Selection,
    subset::{parties, sources},
};

pub(crate) fn json(selection: &Selection, out: &mut dyn Write) -> io::Result<Vec<Loss>> {
    let catalog = selection.catalog;
    write!(out, "{{\"dateline\": {VERSION},\n\"timeline\": {}", record(catalog.timeline()))?;
    list(out, "parties", parties(*selection).into_iter().map(|it| record(it)))?;
    list(out, "sources", sources(*selection).into_iter().map(|it| record(it)))?;
    write!(out, ",\n\"events\": [")?;
    let first = selection.ids.first();
    write_in_order(&selection.list(), out, |it, line| {
        let gap = if Some(it) == first { "\n" } else { ",\n" };
        write!(line, "{gap}{}", event(catalog, it))
    })?;
    out.write_all(b"]}\n")?;
    Ok(Vec::new())
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
