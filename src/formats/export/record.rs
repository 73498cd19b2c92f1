//! The records of the JSON formats, as `assets/schema/export.schema.json` describes them.
//!
//! Every key is always there, `null` or empty where nothing is known, so that a reader need not tell a missing key from an unknown
//! fact. Money is text: a JSON number would be read as a float. References are ids, and may name what was not selected.

use serde_json::{Map, Value, json};

use crate::{
    catalog::{Catalog, EventIdx},
    chronology::{
        Amount, Citation, Claim, End, Event, Instant, Named, Party, Shape, Source, Timeline, When, Window,
        derived_status,
    },
};

/// The version of the schema. It counts up when a reader of the last one would be misled.
pub(super) const VERSION: u32 = 1;

pub(super) fn timeline(timeline: &Timeline) -> Value {
    json!({ "title": timeline.title, "summary": timeline.summary, "extra": extra(&timeline.extra) })
}

pub(super) fn party(party: &Party) -> Value {
    let affiliations: Vec<Value> = (party.affiliations.iter())
        .map(|it| json!({ "with": it.with, "role": it.role, "when": it.when.as_ref().map(when) }))
        .collect();
    json!({
        "id": party.id,
        "name": party.name,
        "kind": party.kind.map(Named::name),
        "aliases": party.aliases,
        "affiliations": affiliations,
        "when": party.when.as_ref().map(when),
        "url": party.url,
        "note": party.note,
        "extra": extra(&party.extra),
    })
}

pub(super) fn source(source: &Source) -> Value {
    json!({
        "id": source.id,
        "title": source.title,
        "author": source.author,
        "publisher": source.publisher,
        "published": source.published.as_ref().map(when),
        "url": source.url,
        "kind": source.kind.map(Named::name),
        "derived_from": source.derived_from,
        "note": source.note,
        "extra": extra(&source.extra),
    })
}

pub(super) fn event(catalog: &Catalog, id: EventIdx, event: &Event) -> Value {
    let derived = derived_status(event, |it| catalog.source(it));
    let known = catalog.known_of(event).map(|it| {
        let stated = event.known.is_some();
        json!({ "when": when(it), "stated": stated })
    });
    let parties: Vec<Value> = event.parties.iter().map(|it| json!({ "id": it.party, "role": it.role })).collect();
    let links: Vec<Value> =
        event.links.iter().map(|it| json!({ "kind": it.kind.name(), "to": it.to, "note": it.note })).collect();
    json!({
        "id": event.id,
        "when": event.when.as_ref().map(when),
        "as_written": event.as_written,
        "seq": event.seq,
        "title": event.title,
        "summary": event.summary,
        "category": event.category,
        "status": {
            "effective": catalog.status(id).name(),
            "stated": event.status.map(Named::name),
            "derived": derived.name(),
        },
        "known": known,
        "place": event.place,
        "parties": parties,
        "tags": event.tags,
        "claims": event.claims.iter().map(claim).collect::<Vec<_>>(),
        "amounts": event.amounts.iter().map(amount).collect::<Vec<_>>(),
        "sources": event.sources.iter().map(citation).collect::<Vec<_>>(),
        "links": links,
        "note": event.note,
        "extra": extra(&event.extra),
    })
}

fn claim(claim: &Claim) -> Value {
    json!({
        "by": claim.by,
        "stance": claim.stance.name(),
        "source": claim.source,
        "at": claim.at,
        "when": claim.when.as_ref().map(when),
        "note": claim.note,
    })
}

fn citation(citation: &Citation) -> Value {
    json!({
        "id": citation.source,
        "at": citation.at,
        "quote": citation.quote,
        "bears": citation.bears.name(),
        "note": citation.note,
    })
}

fn amount(amount: &Amount) -> Value {
    json!({
        "value": amount.value.map(|it| it.to_string()),
        "min": amount.min.map(|it| it.to_string()),
        "max": amount.max.map(|it| it.to_string()),
        "currency": amount.currency,
        "per": amount.per,
        "about": amount.about,
        "note": amount.note,
    })
}

fn when(when: &When) -> Value {
    let bounds = when.bounds();
    let window = |it: Window| {
        json!({
            "earliest": rfc3339(it.first),
            "latest": rfc3339(it.last),
            "earliest_ms": millis(it.first),
            "latest_ms": millis(it.last),
        })
    };
    let mut record = json!({ "edtf": when.as_str(), "text": when.short() });
    extend(&mut record, window(bounds.window()));
    record["start"] = json!(end(bounds.start));
    record["end"] = json!(end(bounds.end));
    record["shape"] = json!(match bounds.shape {
        Shape::Moment => "moment",
        Shape::Span => "span",
    });
    record["precision"] = json!(when.precision().name());
    record["approximate"] = json!(when.is_approximate());
    record["uncertain"] = json!(when.is_uncertain());
    record["certain"] = json!(bounds.certain.map(window));
    record
}

/// Appends the fields of one object to those of another.
pub(super) fn extend(record: &mut Value, more: Value) {
    if let (Value::Object(record), Value::Object(more)) = (record, more) {
        record.extend(more);
    }
}

const fn end(end: End) -> &'static str {
    match end {
        End::Known => "known",
        End::Open => "open",
        End::Unknown => "unknown",
        End::Beyond => "beyond",
    }
}

/// Returns the instant with date, time and zone, as RFC 3339 wants it, or nothing where its year does not have four digits.
fn rfc3339(at: Instant) -> Option<String> {
    let date = at.date();
    let in_range = !at.is_end() && (0..=9999).contains(&date.year);
    in_range.then(|| format!("{date}T{}Z", at.clock()))
}

fn millis(at: Instant) -> Option<i64> {
    (!at.is_end()).then_some(at.0)
}

fn extra(extra: &[(String, String)]) -> Map<String, Value> {
    extra.iter().map(|(key, value)| (key.clone(), json!(value))).collect()
}
