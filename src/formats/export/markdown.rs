//! `markdown`: a table for a report, with every claim in it and a footnote for every source.
//!
//! GitHub's dialect: tables, and footnotes such as `[^medianama]`. Each source has one footnote at the end; the place in it stands
//! behind the reference, because two events may cite two of its paragraphs.

use std::{
    collections::HashMap,
    io::{self, Write},
};

use indexmap::IndexMap;

use super::markup::{address, block, escape, label};
use crate::{
    catalog::{Catalog, EventIdx},
    chronology::{Bears, Citation, Claim, Event, Named, Source, When, claim_date},
    formats::{
        format::Format,
        part::{DATES, Part, ROW},
        report::{amounts, done, paragraphs, party_name},
        subset::Subset,
        writing::Writing,
    },
};

pub(super) const FORMAT: Format = Format {
    name: "markdown",
    aliases: &["md"],
    extension: "md",
    summary: "a table with every claim and a footnote for every source, for reports",
    carries: &[
        DATES,
        ROW,
        &[
            Part::TimelineTitle,
            Part::TimelineSummary,
            Part::ClaimAct,
            Part::ClaimNote,
            // A party stands under its name and a source under its footnote wherever an event names its id.
            Part::PartyId,
            Part::SourceTitle,
            Part::SourceAuthor,
            Part::SourcePublisher,
            Part::SourcePublished,
            Part::SourceUrl,
            Part::SourceKind,
            Part::SourceOrigins,
            Part::SourceNote,
        ],
    ],
    writer: markdown,
};

fn markdown(writing: &mut Writing) -> io::Result<()> {
    let subset = writing.contents.subset;
    let catalog = subset.catalog;
    let timeline = catalog.timeline();
    writeln!(writing.out, "# {}", escape(timeline.title.as_deref().unwrap_or("Chronology")))?;
    for paragraph in timeline.summary.iter().flat_map(|it| paragraphs(it)) {
        writeln!(writing.out, "\n{}", block(&paragraph))?;
    }
    let notes = Footnotes::of(subset);
    let (dated, undated) = subset.by_date();
    if !dated.is_empty() {
        writeln!(writing.out, "\n| Date | Event | Status | Parties |\n| --- | --- | --- | --- |")?;
        writing.events(&dated, |id, it, out| writeln!(out, "| {} | {} |", date(it), row(catalog, id, it, &notes)))?;
    }
    if !undated.is_empty() {
        writeln!(writing.out, "\n## Undated\n\n| Event | Status | Parties |\n| --- | --- | --- |")?;
        writing.events(&undated, |id, it, out| writeln!(out, "| {} |", row(catalog, id, it, &notes)))?;
    }
    notes.write(catalog, writing.out)
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
    let when = claim_date(claim, catalog).map(|it| format!(", {}", escape(&it.short()))).unwrap_or_default();
    let title = |id: &String| catalog.find(id).map_or_else(|| id.clone(), |it| catalog.title(it).to_owned());
    let act = claim.act.as_ref().map(|it| format!(", in “{}”", escape(&title(it)))).unwrap_or_default();
    let note = claim.note.as_ref().map(|it| format!(": {}", escape(it))).unwrap_or_default();
    let place = match (&claim.source, &claim.at) {
        (Some(source), at) => notes.reference(source, at.as_deref(), Bears::Supports),
        (None, Some(at)) => format!(" ({})", escape(at)),
        (None, None) => String::new(),
    };
    format!("{} by {}{when}{act}{place}{note}", done(claim.stance), escape(party_name(catalog, &claim.by)))
}

fn citations(event: &Event, notes: &Footnotes) -> String {
    let reference = |it: &Citation| notes.reference(&it.source, it.at.as_deref(), it.bears);
    event.sources.iter().map(reference).collect::<Vec<_>>().concat()
}

/// The sources of a report in the order in which they are first cited, each with the label of its footnote.
struct Footnotes<'a>(IndexMap<&'a str, String>);

impl<'a> Footnotes<'a> {
    fn of(subset: Subset<'a>) -> Self {
        let mut labels = IndexMap::new();
        let mut taken: HashMap<String, usize> = HashMap::new();
        for id in subset.ids.iter().flat_map(|it| subset.catalog.cited(it)) {
            labels.entry(id).or_insert_with(|| {
                let plain = label(id);
                // Labels are compared without case, and two ids may differ only in what a label cannot hold.
                let n = taken.entry(plain.to_lowercase()).and_modify(|it| *it += 1).or_insert(1);
                if *n == 1 { plain } else { format!("{plain}--{n}") }
            });
        }
        Self(labels)
    }

    /// Returns the reference to a source, with the place in it and how it bears: `[^medianama] (¶5, contradicts)`.
    fn reference(&self, id: &str, at: Option<&str>, bears: Bears) -> String {
        let Some(label) = self.0.get(id) else { return String::new() };
        let bears = (bears != Bears::Supports).then(|| bears.name().to_owned());
        let details: Vec<String> = at.map(escape).into_iter().chain(bears).collect();
        if details.is_empty() { format!("[^{label}]") } else { format!("[^{label}] ({})", details.join(", ")) }
    }

    fn write(&self, catalog: &Catalog, out: &mut dyn Write) -> io::Result<()> {
        for (at, (id, label)) in self.0.iter().enumerate() {
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
