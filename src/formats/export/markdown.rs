//! `markdown`: a table for a report, with every claim in it and a footnote for every source.
//!
//! GitHub's dialect: tables, and footnotes such as `[^medianama]`. Each source has one footnote at the end; the place in it stands
//! behind the reference, because two events may cite two of its paragraphs.

use std::{
    collections::HashMap,
    io::{self, Write},
};

use super::markup::{address, block, escape, label};
use crate::{
    catalog::{Catalog, EventIdx},
    chronology::{Bears, Citation, Claim, Event, Named, Source, When},
    formats::{
        in_order::in_order,
        loss::{Counted, Loss, Part},
        report::{amounts, done, paragraphs},
        selection::{Selection, party, party_name},
        subset::involved,
    },
};

const LEFT: &[Part] = &[
    (|_| true, "an id, which is not written"),
    (|it| it.category.is_some(), "a category, which is not written"),
    (|it| it.place.is_some(), "a place, which is not written"),
    (|it| !it.tags.is_empty(), "tags, which are not written"),
    (|it| !it.links.is_empty(), "links, which are not written"),
    (|it| it.note.is_some(), "a remark, which is not written"),
    (|it| it.known.is_some(), "a stated date of disclosure, which is not written"),
    (|it| it.claims.iter().any(|it| it.note.is_some()), "claims whose notes are not written"),
    (|it| it.amounts.iter().any(|it| it.note.is_some()), "amounts whose notes are not written"),
    (|it| it.sources.iter().any(|it| it.quote.is_some()), "citations whose quotes are not written"),
    (|it| it.sources.iter().any(|it| it.note.is_some()), "citations whose notes are not written"),
    (|it| !it.extra.is_empty(), "keys of their own, which are not written"),
];

pub(crate) fn markdown(selection: &Selection, out: &mut dyn Write) -> io::Result<Vec<Loss>> {
    let catalog = selection.catalog;
    let timeline = catalog.timeline();
    writeln!(out, "# {}", escape(timeline.title.as_deref().unwrap_or("Chronology")))?;
    for paragraph in timeline.summary.iter().flat_map(|it| paragraphs(it)) {
        writeln!(out, "\n{}", block(&paragraph))?;
    }
    let notes = Footnotes::of(*selection);
    let ids = selection.list();
    let (dated, undated) = ids.split_at(ids.partition_point(|it| it.index() < catalog.n_dated()));
    let mut left = Counted::new(LEFT);
    let mut parties = 0;
    let mut table = |events: &[EventIdx], with_date: bool, out: &mut dyn Write| {
        in_order(
            events,
            |batch| rows(catalog, batch, with_date, &notes),
            |rows| {
                left.merge(&rows.left);
                parties += rows.parties;
                out.write_all(rows.text.as_bytes())
            },
        )
    };
    if !dated.is_empty() {
        writeln!(out, "\n| Date | Event | Status | Parties |\n| --- | --- | --- | --- |")?;
        table(dated, true, out)?;
    }
    if !undated.is_empty() {
        writeln!(out, "\n## Undated\n\n| Event | Status | Parties |\n| --- | --- | --- |")?;
        table(undated, false, out)?;
    }
    notes.write(catalog, out)?;
    let mut losses = left.losses();
    losses.extend(Loss::of(parties, "parties of which only names and roles are written"));
    Ok(losses)
}

/// Rows of the table, and what they leave out.
struct Rows {
    text: String,
    left: Counted,
    /// Events with a party of the store.
    parties: usize,
}

fn rows(catalog: &Catalog, batch: &[EventIdx], with_date: bool, notes: &Footnotes) -> Rows {
    let mut rows = Rows { text: String::new(), left: Counted::new(LEFT), parties: 0 };
    for id in batch {
        let event = &*catalog.event(*id);
        let date = if with_date { format!("{} | ", date(event)) } else { String::new() };
        rows.text.extend(["| ", &date, &row(catalog, *id, event, notes), " |\n"]);
        rows.left.add(event);
        rows.parties += usize::from(involved(event).any(|it| party(catalog, it).is_some()));
    }
    rows
}

fn date(event: &Event) -> String {
    let words = event.when.as_ref().map(When::short).unwrap_or_default();
    let as_written = event.as_written.as_ref().map(|it| format!(" (“{}”)", escape(it))).unwrap_or_default();
    format!("{}{as_written}", escape(&words))
}

/// Returns the cells of an event from its title on.
fn row(catalog: &Catalog, id: EventIdx, event: &Event, notes: &Footnotes) -> String {
    let mut lines = vec![format!("**{}**{}", escape(&event.title), citations(event, notes))];
    if event.when.is_none() {
        lines.extend(event.as_written.iter().map(|it| format!("“{}”", escape(it))));
    }
    lines.extend(event.summary.iter().flat_map(|it| paragraphs(it)).map(|it| escape(&it)));
    if !event.claims.is_empty() {
        let claims: Vec<String> = event.claims.iter().map(|it| claim(catalog, it, notes)).collect();
        lines.push(format!("*{}*", claims.join("; ")));
    }
    if !event.amounts.is_empty() {
        lines.push(escape(&amounts(&event.amounts)));
    }
    let stated = if event.status.is_some() { " (stated)" } else { "" };
    let parties = event.parties.iter().map(|it| {
        let role = it.role.as_ref().map(|it| format!(" ({})", escape(it))).unwrap_or_default();
        format!("{}{role}", escape(party_name(catalog, &it.party)))
    });
    let parties = parties.collect::<Vec<_>>().join("<br>");
    format!("{} | {}{stated} | {parties}", lines.join("<br>"), catalog.status(id).name())
}

/// Returns `alleged by Advertiser plaintiffs, 14 Apr 2023[^hastings-letter]`.
fn claim(catalog: &Catalog, claim: &Claim, notes: &Footnotes) -> String {
    let when = claim.when.as_ref().map(|it| format!(", {}", escape(&it.short()))).unwrap_or_default();
    let source =
        claim.source.as_ref().map(|it| notes.reference(it, claim.at.as_deref(), Bears::Supports)).unwrap_or_default();
    format!("{} by {}{when}{source}", done(claim.stance), escape(party_name(catalog, &claim.by)))
}

fn citations(event: &Event, notes: &Footnotes) -> String {
    let reference = |it: &Citation| notes.reference(&it.source, it.at.as_deref(), it.bears);
    event.sources.iter().map(reference).collect::<Vec<_>>().concat()
}

/// The sources of a report in the order in which they are first cited, each with the label of its footnote.
struct Footnotes<'a> {
    order: Vec<(&'a str, String)>,
    by_id: HashMap<&'a str, usize>,
}

impl<'a> Footnotes<'a> {
    fn of(selection: Selection<'a>) -> Self {
        let mut notes = Self { order: Vec::new(), by_id: HashMap::new() };
        let mut taken: HashMap<String, usize> = HashMap::new();
        for id in selection.ids.iter().flat_map(|it| selection.catalog.cited(it)) {
            if notes.by_id.contains_key(id) {
                continue;
            }
            let plain = label(id);
            // Labels are compared without case, and two ids may differ only in what a label cannot hold.
            let n = taken.entry(plain.to_lowercase()).and_modify(|it| *it += 1).or_insert(1);
            let unique = if *n == 1 { plain } else { format!("{plain}--{n}") };
            notes.by_id.insert(id, notes.order.len());
            notes.order.push((id, unique));
        }
        notes
    }

    /// Returns the reference to a source, with the place in it and how it bears: `[^medianama] (¶5, contradicts)`.
    fn reference(&self, id: &str, at: Option<&str>, bears: Bears) -> String {
        let Some((_, label)) = self.by_id.get(id).map(|it| &self.order[*it]) else { return String::new() };
        let bears = (bears != Bears::Supports).then(|| bears.name().to_owned());
        let details: Vec<String> = at.map(escape).into_iter().chain(bears).collect();
        if details.is_empty() { format!("[^{label}]") } else { format!("[^{label}] ({})", details.join(", ")) }
    }

    fn write(&self, catalog: &Catalog, out: &mut dyn Write) -> io::Result<()> {
        for (at, (id, label)) in self.order.iter().enumerate() {
            let gap = if at == 0 { "\n" } else { "" };
            let words = match catalog.source(id) {
                Some(source) => footnote(catalog, source),
                None => format!("{}, which is not in the store", escape(id)),
            };
            writeln!(out, "{gap}[^{label}]: {words}")?;
        }
        Ok(())
    }
}

/// Returns `MediaNama, *Court Documents Allege …*, 9 Apr 2024, article. <https://…>`.
fn footnote(catalog: &Catalog, source: &Source) -> String {
    let by = [&source.author, &source.publisher].into_iter().flatten().map(|it| escape(it));
    let published = source.published.as_ref().map(|it| escape(&it.short()));
    let kind = source.kind.map(|it| it.name().to_owned());
    let parts: Vec<String> = by.chain([format!("*{}*", escape(&source.title))]).chain(published).chain(kind).collect();
    let origin = |id: &String| catalog.source(id).map_or_else(|| escape(id), |it| format!("*{}*", escape(&it.title)));
    let origins: Vec<String> = source.derived_from.iter().map(origin).collect();
    let repeats = if origins.is_empty() { String::new() } else { format!(" It repeats {}.", origins.join(", ")) };
    let url = source.url.as_ref().map(|it| format!(" {}", address(it))).unwrap_or_default();
    let note = source.note.as_ref().map(|it| format!(" {}", escape(it))).unwrap_or_default();
    format!("{}.{repeats}{note}{url}", parts.join(", "))
}
