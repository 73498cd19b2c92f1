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

use super::color::{Color, Ink};
use crate::{
    catalog::{Catalog, EventIdx},
    chronology::{Named, Status, When},
    formats::{
        in_order::{batches_in_order, write_in_order},
        subset::Subset,
    },
    text::{ellipsize, printable, text_width},
};

/// A date column wider than this is left ragged: one set of six years must not push every title off the screen.
/// `between June 2016 and July 2019` still fits, or else one such date would shift its line by a cell or two.
const WIDEST_DATE: usize = 31;
/// Events that the columns are fitted to; of a longer list, what is wider further on is left ragged, because to look at all of a
/// million takes as long as to write them.
const FITTED: usize = 20_000;
/// Cells that a title needs to be told from its neighbours; ids are left out of a list that would leave it fewer.
const READABLE_TITLE: usize = 40;

/// How a list is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListStyle {
    /// Cells in a line. Titles are cut to it, and ids left out where they would leave a title too little; dates and statuses
    /// never are. Without it, lines are as long as they need.
    pub width: Option<usize>,
    /// Whether it is coloured.
    pub color: Color,
}

/// Writes the selected events in time order, and those without a date last, under a heading.
pub fn write_list(subset: Subset, style: &ListStyle, out: &mut dyn Write) -> io::Result<()> {
    let ids: Vec<EventIdx> = subset.ids.iter().collect();
    let n_dated = ids.partition_point(|it| (it.0 as usize) < subset.catalog.n_dated());
    let columns = Columns::fit(subset.catalog, &ids, style);
    columns.write(subset.catalog, &ids[..n_dated], "", out)?;
    if n_dated == ids.len() {
        return Ok(());
    }
    let gap = if n_dated > 0 { "\n" } else { "" };
    writeln!(out, "{gap}{}", style.color.paint(Ink::Strong, "undated"))?;
    columns.write(subset.catalog, &ids[n_dated..], "", out)
}

/// Writes `events` in the order given; those without a date say so in its place.
pub fn write_rows(catalog: &Catalog, events: &[EventIdx], style: &ListStyle, out: &mut dyn Write) -> io::Result<()> {
    let mut columns = Columns::fit(catalog, events, style);
    if events.iter().any(|it| catalog.n_dated() <= it.index()) {
        columns.date = columns.date.max(text_width(UNDATED));
    }
    columns.write(catalog, events, UNDATED, out)
}

const UNDATED: &str = "undated";

/// The columns of one list, the same for all of its lines.
struct Columns {
    date: usize,
    status: usize,
    ids: Ids,
    style: ListStyle,
}

/// Whether a list has ids.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ids {
    Shown,
    Hidden,
}

impl Columns {
    fn fit(catalog: &Catalog, events: &[EventIdx], style: &ListStyle) -> Self {
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
        Self { date, status, ids, style: *style }
    }

    fn write(&self, catalog: &Catalog, events: &[EventIdx], undated: &str, out: &mut dyn Write) -> io::Result<()> {
        let color = self.style.color;
        write_in_order(events, out, |id, out| {
            let event = catalog.event(id);
            let status = catalog.status(id);
            let date = event.when.as_ref().map_or_else(|| undated.to_owned(), When::short);
            let date = printable(&date);
            let name = match self.ids {
                Ids::Shown => format!("  [{}]", printable(&event.id)),
                Ids::Hidden => String::new(),
            };
            let pad = |width: usize, text: &str| " ".repeat(width.saturating_sub(text_width(text)));
            let date_pad = pad(self.date, &date);
            let used = text_width(&date) + date_pad.len() + self.status + 4 + text_width(&name);
            let title = printable(&event.title);
            let title = match self.style.width {
                Some(width) => ellipsize(&title, width.saturating_sub(used)).into_owned(),
                None => title.into_owned(),
            };
            let line = format!(
                "{date}{date_pad}  {}{}  {}{}",
                color.paint(Ink::Status(status), status.name()),
                pad(self.status, status.name()),
                title,
                color.paint(Ink::Faint, &name),
            );
            writeln!(out, "{}", line.trim_end())
        })
    }
}
