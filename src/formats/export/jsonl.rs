//! `jsonl`: what `json` has, one record a line, each with its `type`: the timeline first, then parties, sources and events.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::record::{VERSION, event, extend, record};
use crate::formats::{
    in_order::write_in_order,
    loss::Loss,
    selection::Selection,
    subset::{parties, sources},
};

pub(crate) fn jsonl(selection: &Selection, out: &mut dyn Write) -> io::Result<Vec<Loss>> {
    let catalog = selection.catalog;
    let mut head = json!({ "dateline": VERSION });
    extend(&mut head, record(catalog.timeline()));
    line(out, "timeline", head)?;
    for it in parties(*selection) {
        line(out, "party", record(it))?;
    }
    for it in sources(*selection) {
        line(out, "source", record(it))?;
    }
    write_in_order(&selection.list(), out, |it, bytes| line(bytes, "event", event(catalog, it)))?;
    Ok(Vec::new())
}

fn line(out: &mut dyn Write, kind: &str, fields: Value) -> io::Result<()> {
    let mut typed = json!({ "type": kind });
    extend(&mut typed, fields);
    writeln!(out, "{typed}")
}
