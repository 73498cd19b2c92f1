//! `csv`: a row an event, for spreadsheets (RFC 4180).
//!
//! Cells hold the data as it is. A cell that begins with `=` is a formula to a spreadsheet; to mark it would change what others
//! read, so whoever opens a stranger's chronology there should import its columns as text.

use std::{
    io::{self, Write},
    sync::atomic::{AtomicUsize, Ordering},
};

use crate::{
    catalog::{Catalog, EventIdx},
    chronology::{Amount, Bears, Citation, Claim, Event, Instant, Named, When, claim_date},
    formats::{
        format::Format,
        part::{DATES, Part, ROW},
        report::{amounts, party_name},
        writing::Writing,
    },
};

pub(super) const FORMAT: Format = Format {
    name: "csv",
    aliases: &[],
    extension: "csv",
    summary: "a row an event, for spreadsheets; cells hold the data as it is, formulas and control characters too",
    carries: &[
        DATES,
        ROW,
        &[Part::ClaimAct, Part::EventId, Part::Seq, Part::Category, Part::Place, Part::Tags, Part::Links, Part::Note],
        &[Part::LinkOutside],
    ],
    writer: csv,
};

/// What parts the members of a list in one cell.
const JOINT: &str = "; ";

type Cell = fn(&Catalog, EventIdx, &Event) -> String;

/// The columns, in order.
const COLUMNS: &[(&str, Cell)] = &[
    ("id", |_, _, it| it.id.clone()),
    ("when", |_, _, it| it.when.as_ref().map(|it| it.as_str().to_owned()).unwrap_or_default()),
    ("earliest", |_, _, it| it.when.as_ref().map(|it| bound(it, it.bounds().earliest)).unwrap_or_default()),
    ("latest", |_, _, it| it.when.as_ref().map(|it| bound(it, it.bounds().latest)).unwrap_or_default()),
    ("date", |_, _, it| it.when.as_ref().map(When::short).unwrap_or_default()),
    ("as_written", |_, _, it| it.as_written.clone().unwrap_or_default()),
    ("seq", |_, _, it| it.seq.map(|it| it.to_string()).unwrap_or_default()),
    ("title", |_, _, it| it.title.clone()),
    ("summary", |_, _, it| it.summary.clone().unwrap_or_default()),
    ("category", |_, _, it| it.category.clone().unwrap_or_default()),
    ("status", |catalog, id, _| catalog.status(id).name().to_owned()),
    ("status_stated", |_, _, it| it.status.map(|it| it.name().to_owned()).unwrap_or_default()),
    ("parties", |catalog, _, it| {
        joined(it.parties.iter().map(|it| with(party_name(catalog, &it.party), it.role.iter())))
    }),
    ("claims", |catalog, _, it| joined(it.claims.iter().map(|it| claim(catalog, it)))),
    ("amounts", |_, _, it| amounts(&it.amounts)),
    ("amount_min", |_, _, it| {
        joined(it.amounts.iter().map(|it| it.least().map(|it| it.to_string()).unwrap_or_default()))
    }),
    ("amount_max", |_, _, it| {
        joined(it.amounts.iter().map(|it| it.most().map(|it| it.to_string()).unwrap_or_default()))
    }),
    ("currency", |_, _, it| joined(it.amounts.iter().map(|it| it.currency.clone()))),
    ("sources", |_, _, it| joined(it.sources.iter().map(citation))),
    ("links", |_, _, it| joined(it.links.iter().map(|it| format!("{} {}", it.kind.name(), it.to)))),
    ("tags", |_, _, it| joined(it.tags.iter().cloned())),
    ("place", |_, _, it| it.place.clone().unwrap_or_default()),
    ("known_since", |catalog, _, it| catalog.known_of(it).map(|it| it.as_str().to_owned()).unwrap_or_default()),
    ("note", |_, _, it| it.note.clone().unwrap_or_default()),
];

fn csv(writing: &mut Writing) -> io::Result<()> {
    let catalog = writing.contents.subset.catalog;
    let mut names = row(&mut *writing.out);
    names.write_record(COLUMNS.iter().map(|(name, _)| name))?;
    names.flush()?;
    drop(names);
    let two_ways = AtomicUsize::new(0);
    writing.events(&writing.contents.subset.list(), |id, event, bytes| {
        let mut row = row(bytes);
        for (_, cell) in COLUMNS {
            row.write_field(cell(catalog, id, event))?;
        }
        row.write_record(None::<&[u8]>)?;
        two_ways.fetch_add(usize::from(reads_two_ways(catalog, event)), Ordering::Relaxed);
        row.flush()
    })?;
    writing.loses(two_ways.into_inner(), "a name with `; ` in it, so that a list in a cell can be read in two ways");
    Ok(())
}

fn row<W: Write>(out: W) -> ::csv::Writer<W> {
    ::csv::WriterBuilder::new().buffer_capacity(1 << 10).terminator(::csv::Terminator::CRLF).from_writer(out)
}

/// Returns a bound as a day, or to the millisecond where the date is finer than a day; nothing for an end that is open.
fn bound(when: &When, at: Instant) -> String {
    // Only what is finer than a day has a time, and a `T` before it.
    match (at.is_end(), when.as_str().contains('T')) {
        (true, _) => String::new(),
        (false, true) => format!("{}T{}Z", at.date(), at.clock()),
        (false, false) => at.date().to_string(),
    }
}

fn joined(members: impl Iterator<Item = String>) -> String {
    members.collect::<Vec<_>>().join(JOINT)
}

/// Returns `name (detail, detail)`, or the name alone.
fn with<'a>(name: &str, details: impl Iterator<Item = &'a String>) -> String {
    let details: Vec<&str> = details.map(|it| &**it).collect();
    if details.is_empty() { name.to_owned() } else { format!("{name} ({})", details.join(", ")) }
}

/// Returns `Meta denies (stone-post ¶2, 2024-04-02)`.
fn claim(catalog: &Catalog, claim: &Claim) -> String {
    let when = claim_date(claim, catalog).map(|it| it.as_str().to_owned());
    let act = claim.act.as_ref().map(|it| format!("in {it}"));
    let details: Vec<String> = claim.place().into_iter().chain(act).chain(when).collect();
    with(&format!("{} {}", party_name(catalog, &claim.by), claim.stance.name()), details.iter())
}

/// Returns `medianama ¶5`, with its bearing where it does not support.
fn citation(citation: &Citation) -> String {
    let at = citation.at.as_ref().map(|it| format!(" {it}")).unwrap_or_default();
    let bears = if citation.bears == Bears::Supports { String::new() } else { format!(" ({})", citation.bears.name()) };
    format!("{}{at}{bears}", citation.source)
}

fn reads_two_ways(catalog: &Catalog, event: &Event) -> bool {
    let parts = |it: &str| it.contains(JOINT.trim_end());
    let amount = |it: &Amount| parts(&it.currency) || it.per.as_deref().is_some_and(parts);
    event.parties.iter().any(|it| parts(party_name(catalog, &it.party)) || it.role.as_deref().is_some_and(parts))
        || event.claims.iter().any(|it| parts(&claim(catalog, it)))
        || event.sources.iter().any(|it| parts(&citation(it)))
        || event.tags.iter().any(|it| parts(it))
        || event.links.iter().any(|it| parts(&it.to))
        || event.amounts.iter().any(amount)
}
