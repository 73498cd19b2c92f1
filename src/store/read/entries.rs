//! The tables of a store: timeline, party, source, event.

use toml::de::DeValue;

use super::{
    amount::amount,
    date::date,
    extra::unknown,
    fields::{Context, Table, Value, ids, integer, items, required, string, strings, word, wrong_type},
    participants::{citations, claim, link, participations},
};
use crate::{
    chronology::{Affiliation, Event, Origin, Party, Source, Timeline},
    diag::Span,
};

/// The keys of each table, in the order of writing.
pub(super) const TIMELINE: &[&str] = &["title", "summary", "include"];
pub(super) const PARTY: &[&str] = &["id", "name", "kind", "aliases", "affiliations", "when", "url", "note"];
pub(super) const AFFILIATION: &[&str] = &["with", "role", "when"];
pub(super) const SOURCE: &[&str] =
    &["id", "title", "author", "publisher", "published", "url", "kind", "derived_from", "note"];
pub(super) const EVENT: &[&str] = &[
    "id",
    "when",
    "as_written",
    "seq",
    "title",
    "summary",
    "category",
    "place",
    "status",
    "known",
    "parties",
    "tags",
    "claims",
    "amounts",
    "sources",
    "links",
    "note",
];

/// A pattern of `timeline.include`, with its place.
#[derive(Debug)]
pub(in crate::store) struct Include {
    pub(in crate::store) pattern: String,
    pub(in crate::store) span: Span,
}

/// Returns the timeline in `value`, and adds what it includes.
pub(super) fn timeline(cx: &mut Context, value: &Value<'_>, includes: &mut Vec<Include>) -> Option<Timeline> {
    let table = Table::of(cx, value, "timeline", TIMELINE)?;
    for it in items(cx, &table, "include") {
        match it.get_ref() {
            DeValue::String(pattern) => {
                includes.push(Include { pattern: pattern.to_string(), span: cx.span(it.span()) });
            }
            _ => wrong_type(cx, it, "an item of `include` must be a string", None),
        }
    }
    let title = string(cx, &table, "title");
    let summary = string(cx, &table, "summary");
    Some(Timeline { title, summary, extra: unknown(cx, &table) })
}

/// Returns the party in `value`. One without a name is called by its id.
pub(super) fn party(cx: &mut Context, value: &Value<'_>, origin: Origin) -> Option<Party> {
    let table = Table::of(cx, value, "party", PARTY)?;
    let id = required(cx, &table, "id");
    let name = string(cx, &table, "name");
    let party = Party {
        id: String::new(),
        name: String::new(),
        kind: word(cx, &table, "kind"),
        aliases: strings(cx, &table, "aliases"),
        affiliations: items(cx, &table, "affiliations").into_iter().filter_map(|it| affiliation(cx, it)).collect(),
        when: date(cx, &table, "when"),
        url: string(cx, &table, "url"),
        note: string(cx, &table, "note"),
        extra: unknown(cx, &table),
        origin,
    };
    let id = id?;
    Some(Party { name: name.unwrap_or_else(|| id.clone()), id, ..party })
}

fn affiliation(cx: &mut Context, value: &Value<'_>) -> Option<Affiliation> {
    let table = Table::of(cx, value, "affiliation", AFFILIATION)?;
    let with = required(cx, &table, "with");
    let role = string(cx, &table, "role");
    let when = date(cx, &table, "when");
    unknown(cx, &table);
    Some(Affiliation { with: with?, role, when })
}

/// Returns the source in `value`. One without a title is called by its id.
pub(super) fn source(cx: &mut Context, value: &Value<'_>, origin: Origin) -> Option<Source> {
    let table = Table::of(cx, value, "source", SOURCE)?;
    let id = required(cx, &table, "id");
    let title = string(cx, &table, "title");
    let source = Source {
        id: String::new(),
        title: String::new(),
        author: string(cx, &table, "author"),
        publisher: string(cx, &table, "publisher"),
        published: date(cx, &table, "published"),
        url: string(cx, &table, "url"),
        kind: word(cx, &table, "kind"),
        derived_from: ids(cx, &table, "derived_from"),
        note: string(cx, &table, "note"),
        extra: unknown(cx, &table),
        origin,
    };
    let id = id?;
    Some(Source { title: title.unwrap_or_else(|| id.clone()), id, ..source })
}

/// Returns the event in `value`. All of it is read before a missing id or title costs it: each fault is told in one run.
pub(super) fn event(cx: &mut Context, value: &Value<'_>, origin: Origin) -> Option<Event> {
    let table = Table::of(cx, value, "event", EVENT)?;
    let id = required(cx, &table, "id");
    let title = required(cx, &table, "title");
    let event = Event {
        id: String::new(),
        when: date(cx, &table, "when"),
        as_written: string(cx, &table, "as_written"),
        seq: integer(cx, &table, "seq"),
        title: String::new(),
        summary: string(cx, &table, "summary"),
        category: string(cx, &table, "category"),
        status: word(cx, &table, "status"),
        known: date(cx, &table, "known"),
        place: string(cx, &table, "place"),
        parties: participations(cx, &table),
        tags: strings(cx, &table, "tags"),
        claims: items(cx, &table, "claims").into_iter().filter_map(|it| claim(cx, it)).collect(),
        amounts: items(cx, &table, "amounts").into_iter().filter_map(|it| amount(cx, it)).collect(),
        sources: citations(cx, &table),
        links: items(cx, &table, "links").into_iter().filter_map(|it| link(cx, it)).collect(),
        note: string(cx, &table, "note"),
        extra: unknown(cx, &table),
        origin,
    };
    Some(Event { id: id?, title: title?, ..event })
}
