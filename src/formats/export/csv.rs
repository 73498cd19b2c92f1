//! `csv`: a row an event, for spreadsheets (RFC 4180).
//!
//! Cells hold the data as it is. A cell that begins with `=` is a formula to a spreadsheet; to mark it would change what others
//! read, so whoever opens a stranger's chronology there should import its columns as text.

use std::io::{self, Write};

use crate::{
    catalog::{Catalog, EventIdx},
    chronology::{Amount, Bears, Citation, Claim, Event, Instant, Named, When},
    formats::{
        in_order::in_order,
        loss::{Counted, Loss, Part, heading_loss},
        report::amounts,
        selection::{Selection, party, party_name},
        subset::{cited, involved},
    },
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

const LEFT: &[Part] = &[
    (|it| it.claims.iter().any(|it| it.note.is_some()), "claims whose notes are not written"),
    (|it| it.amounts.iter().any(|it| it.note.is_some()), "amounts whose notes are not written"),
    (|it| it.sources.iter().any(|it| it.quote.is_some()), "citations whose quotes are not written"),
    (|it| it.sources.iter().any(|it| it.note.is_some()), "citations whose notes are not written"),
    (|it| it.links.iter().any(|it| it.note.is_some()), "links whose notes are not written"),
    (|it| it.known.is_some(), "a stated date of disclosure, which `known_since` does not tell from a derived one"),
    (|it| !it.extra.is_empty(), "keys of their own, which are not written"),
];

/// Rows of a table, and what they leave out.
struct Rows {
    bytes: Vec<u8>,
    left: Counted,
    /// Events with a name that makes a list in a cell ambiguous, with a party of the store, and with a source of the store.
    two_ways: usize,
    parties: usize,
    sources: usize,
}

pub(crate) fn csv(selection: &Selection, out: &mut dyn Write) -> io::Result<Vec<Loss>> {
    let catalog = selection.catalog;
    let mut writer = writer();
    writer.write_record(COLUMNS.iter().map(|(name, _)| name))?;
    out.write_all(&writer.into_inner().map_err(::csv::IntoInnerError::into_error)?)?;
    let mut left = Counted::new(LEFT);
    let (mut two_ways, mut parties, mut sources) = (0, 0, 0);
    in_order(
        &selection.list(),
        |batch| rows(catalog, batch),
        |rows| {
            let rows = rows?;
            left.merge(&rows.left);
            two_ways += rows.two_ways;
            parties += rows.parties;
            sources += rows.sources;
            out.write_all(&rows.bytes)
        },
    )?;
    out.flush()?;
    let mut losses = left.losses();
    losses.extend(Loss::of(two_ways, "a name with `; ` in it, so that a list in a cell can be read in two ways"));
    losses.extend(Loss::of(
        parties,
        "parties of which only names and roles are written, not ids, kinds, aliases or affiliations",
    ));
    losses.extend(Loss::of(sources, "sources of which only the ids are written, not titles, dates or addresses"));
    losses.extend(heading_loss(*selection));
    Ok(losses)
}

fn writer() -> ::csv::Writer<Vec<u8>> {
    ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new())
}

fn rows(catalog: &Catalog, batch: &[EventIdx]) -> io::Result<Rows> {
    let mut writer = writer();
    let mut rows = Rows { bytes: Vec::new(), left: Counted::new(LEFT), two_ways: 0, parties: 0, sources: 0 };
    for id in batch {
        let event = &*catalog.event(*id);
        for (_, cell) in COLUMNS {
            writer.write_field(cell(catalog, *id, event))?;
        }
        writer.write_record(None::<&[u8]>)?;
        rows.left.add(event);
        rows.two_ways += usize::from(reads_two_ways(catalog, event));
        rows.parties += usize::from(involved(event).any(|it| party(catalog, it).is_some()));
        rows.sources += usize::from(cited(event).any(|it| catalog.source(it).is_some()));
    }
    rows.bytes = writer.into_inner().map_err(::csv::IntoInnerError::into_error)?;
    Ok(rows)
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
    let at = claim.at.as_ref().map(|it| format!(" {it}")).unwrap_or_default();
    let source = claim.source.as_ref().map(|it| format!("{it}{at}"));
    let when = claim.when.as_ref().map(|it| it.as_str().to_owned());
    let details: Vec<String> = source.into_iter().chain(when).collect();
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
