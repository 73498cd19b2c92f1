//! `text`: the list that `dateline list` prints.

use std::io;

use crate::formats::{
    format::Format,
    part::Part,
    report::{ListStyle, write_list},
    writing::Writing,
};

pub(super) const FORMAT: Format = Format {
    name: "text",
    aliases: &["txt", "list"],
    extension: "txt",
    summary: "a list for people: date, status, title and id, one event a line",
    carries: &[&[
        Part::EventId,
        Part::EventWhen,
        Part::WhenPrecision,
        Part::WhenQualifiers,
        Part::WhenEnds,
        Part::WhenTime,
        Part::WhenSpan,
        Part::EventTitle,
    ]],
    writer: text,
};

fn text(writing: &mut Writing) -> io::Result<()> {
    let subset = writing.contents.subset;
    write_list(subset, &ListStyle::default(), writing.out)?;
    writing.events(&subset.list(), |_, _, _| Ok(()))
}
