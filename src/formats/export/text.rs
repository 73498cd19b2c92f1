//! `text`: the list that `dateline list` prints.

use std::io;

use crate::formats::{
    format::Format,
    part::{DATES, Part},
    report::{Line, PrintStyle},
    writing::Writing,
};

pub(super) const FORMAT: Format = Format {
    name: "text",
    aliases: &["txt", "list"],
    extension: "txt",
    summary: "a list for people: date, status, title and id, one event a line",
    carries: &[DATES, &[Part::EventId, Part::EventTitle]],
    writer: text,
};

fn text(writing: &mut Writing) -> io::Result<()> {
    let subset = writing.contents.subset;
    let (dated, undated) = subset.by_date();
    let line = Line::fit(subset.catalog, &subset.list(), &PrintStyle::default());
    writing.events(&dated, |id, it, out| line.write(subset.catalog.status(id), it, ("", ""), out))?;
    if !undated.is_empty() {
        writeln!(writing.out, "{}", line.heading(&dated))?;
    }
    writing.events(&undated, |id, it, out| line.write(subset.catalog.status(id), it, ("", ""), out))
}
