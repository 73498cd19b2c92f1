//! The plain list: one event a line.
//!
//! ```text
//! Aug 2013  alleged   Facebook gives Netflix its private 'Titan API'  [titan-api]
//! c. 2013   disputed  'Inbox API' deal said to open users' message in…  [inbox-api-agreement]
//!
//! undated
//!           reported  Engineers joke about it  [the-joke]
//! ```

use std::io::{self, Write};

use super::style::{Ink, PrintStyle};
use crate::{
    catalog::{Catalog, EventIdx},
    chronology::{Event, Named, Status, When},
    formats::{
        in_order::{batches_in_order, write_in_order},
        subset::Subset,
    },
    text::{ellipsize, printable, text_width},
};

/// A date column wider than this is left ragged: one set of six years must not push every title off the screen.
/// `between June 2016 and July 2019` still fits, or else one such date would shift its line by a cell or two.
const WIDEST_DATE: usize = 31;
/// What stands before a title is left ragged where it is wider than this.
const WIDEST_BESIDE: usize = 40;
/// Events that the columns are fitted to; of a longer list, what is wider further on is left ragged, because to look at all of a
/// million takes as long as to write them.
const FITTED: usize = 20_000;
/// Cells that a title needs to be told from its neighbours; ids are left out of a list that would leave it fewer.
const READABLE_TITLE: usize = 40;

/// Writes the selected events in time order, and those without a date last, under a heading.
pub fn write_list(subset: Subset, style: &PrintStyle, out: &mut dyn Write) -> io::Result<()> {
    let (dated, undated) = subset.by_date();
    let line = Line::fit(subset.catalog, &subset.list(), style);
    line.write_all(subset.catalog, &dated, "", out)?;
    if !undated.is_empty() {
        writeln!(out, "{}", line.heading(&dated))?;
    }
    line.write_all(subset.catalog, &undated, "", out)
}

/// Writes `events` in the order given; those without a date say so in its place.
pub fn write_rows(catalog: &Catalog, events: &[EventIdx], style: &PrintStyle, out: &mut dyn Write) -> io::Result<()> {
    write_rows_beside(catalog, events, |_| String::new(), style, out)
}

/// Writes `events` in the order given, each with what `beside` says before its title.
pub fn write_rows_beside(
    catalog: &Catalog,
    events: &[EventIdx],
    beside: impl Fn(EventIdx) -> String + Sync,
    style: &PrintStyle,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut line = Line::fit(catalog, events, style);
    let widths = events.iter().take(FITTED).map(|it| text_width(&beside(*it)));
    line.beside = widths.max().map_or(0, |it| it.min(WIDEST_BESIDE));
    if events.iter().any(|it| catalog.n_dated() <= it.index()) {
        line.date = line.date.max(text_width(UNDATED));
    }
    write_in_order(events, out, |id, out| {
        line.write(catalog.status(id), &catalog.event(id), (UNDATED, &beside(id)), out)
    })
}

const UNDATED: &str = "undated";

/// How the lines of one list are divided, each in the same way.
pub(in crate::formats) struct Line {
    date: usize,
    status: usize,
    /// What stands before titles, where something does.
    beside: usize,
    ids: Ids,
    style: PrintStyle,
}

/// Whether a list has ids.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ids {
    Shown,
    Hidden,
}

impl Line {
    pub(in crate::formats) fn fit(catalog: &Catalog, events: &[EventIdx], style: &PrintStyle) -> Self {
        let (mut date, mut id) = (0, 0);
        let widest = |batch: &[EventIdx]| {
            let width = |it: &EventIdx| {
                let event = catalog.event(*it);
                (event.when.as_ref().map_or(0, |it| text_width(&it.short())), text_width(&event.id))
            };
            batch.iter().map(width).fold((0, 0), |a, b| (a.0.max(b.0), a.1.max(b.1)))
        };
        // Nothing is written, so that nothing fails.
        let _ = batches_in_order(&events[..events.len().min(FITTED)], widest, |it| {
            (date, id) = (it.0.max(date), it.1.max(id));
            Ok(())
        });
        let date = date.min(WIDEST_DATE);
        let status = Status::ALL.iter().map(|it| text_width(it.name())).max().unwrap_or(0);
        let rest = style.width.map(|it| it.saturating_sub(date + status + id + "    []  ".len()));
        let ids = if rest.is_some_and(|it| it < READABLE_TITLE) { Ids::Hidden } else { Ids::Shown };
        Self { date, status, beside: 0, ids, style: *style }
    }

    /// Returns the heading of those without a date, below those with one.
    pub(in crate::formats) fn heading(&self, dated: &[EventIdx]) -> String {
        let gap = if dated.is_empty() { "" } else { "\n" };
        format!("{gap}{}", self.style.color.paint(Ink::Strong, UNDATED))
    }

    fn write_all(&self, catalog: &Catalog, events: &[EventIdx], undated: &str, out: &mut dyn Write) -> io::Result<()> {
        write_in_order(events, out, |id, out| self.write(catalog.status(id), &catalog.event(id), (undated, ""), out))
    }

    /// Writes the line of an event; one without a date has `undated` in its place, and before the title stands what is beside.
    pub(in crate::formats) fn write(
        &self,
        status: Status,
        event: &Event,
        (undated, beside): (&str, &str),
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let color = self.style.color;
        let date = event.when.as_ref().map_or_else(|| undated.to_owned(), When::short);
        let date = printable(&date);
        let name = match self.ids {
            Ids::Shown => format!("  [{}]", printable(&event.id)),
            Ids::Hidden => String::new(),
        };
        let pad = |width: usize, text: &str| " ".repeat(width.saturating_sub(text_width(text)));
        let date_pad = pad(self.date, &date);
        let beside = if self.beside == 0 {
            String::new()
        } else {
            let words = printable(beside);
            format!("{}{words}  ", pad(self.beside, &words))
        };
        let used = text_width(&date) + date_pad.len() + self.status + 4 + text_width(&name) + text_width(&beside);
        let title = printable(&event.title);
        let title = match self.style.width {
            Some(width) => ellipsize(&title, width.saturating_sub(used)).into_owned(),
            None => title.into_owned(),
        };
        let line = format!(
            "{date}{date_pad}  {}{}  {beside}{}{}",
            color.paint(Ink::Status(status), status.name()),
            pad(self.status, status.name()),
            title,
            color.paint(Ink::Faint, &name),
        );
        writeln!(out, "{}", line.trim_end())
    }
}
