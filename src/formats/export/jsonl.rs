//! `jsonl`: what `json` has, one record a line, each with its `type`: the timeline first, then parties, sources and events.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::record::{VERSION, event, extend, record};
use crate::formats::{Format, part::EVERYTHING, writing::Writing};

pub(super) const FORMAT: Format = Format {
    name: "jsonl",
    aliases: &["ndjson"],
    extension: "jsonl",
    summary: "the same as json, one object a line, to stream and to filter with line tools",
    carries: EVERYTHING,
    writer: jsonl,
};

fn jsonl(writing: &mut Writing) -> io::Result<()> {
    let subset = writing.contents.subset;
    let mut head = json!({ "dateline": VERSION });
    extend(&mut head, record(subset.catalog.timeline()));
    line(writing.out, "timeline", head)?;
    for it in &writing.contents.parties {
        line(writing.out, "party", record(*it))?;
    }
    for it in &writing.contents.sources {
        line(writing.out, "source", record(*it))?;
    }
    writing.events(&subset.list(), |id, it, bytes| line(bytes, "event", event(subset.catalog, id, it)))
}

fn line(out: &mut dyn Write, kind: &str, fields: Value) -> io::Result<()> {
    let mut typed = json!({ "type": kind });
    extend(&mut typed, fields);
    writeln!(out, "{typed}")
}
