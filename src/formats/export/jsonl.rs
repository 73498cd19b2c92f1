//! `jsonl`: what `json` has, one record a line, each with its `type`: the timeline first, then parties, sources and events.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::record::{VERSION, event, extend, party, source, timeline};
use crate::formats::{
    in_order::write_in_order,
    loss::Loss,
    selection::Selection,
    subset::{parties, sources},
};

pub(crate) fn jsonl(selection: &Selection, out: &mut dyn Write) -> io::Result<Vec<Loss>> {
    let catalog = selection.catalog;
    let mut head = json!({ "dateline": VERSION });
    extend(&mut head, timeline(catalog.timeline()));
    line(out, "timeline", head)?;
    for it in parties(*selection) {
        line(out, "party", party(it))?;
    }
    for it in sources(*selection) {
        line(out, "source", source(it))?;
    }
    write_in_order(&selection.list(), out, |it, bytes| line(bytes, "event", event(catalog, it)))?;
    Ok(Vec::new())
}

fn line(out: &mut dyn Write, kind: &str, record: Value) -> io::Result<()> {
    let mut typed = json!({ "type": kind });
    extend(&mut typed, record);
    writeln!(out, "{typed}")
}
