//! The records of the JSON formats, as `assets/schema/export.schema.json` describes them.
//!
//! Every key is always there, `null` or empty where nothing is known, so that a reader need not tell a missing key from an unknown
//! fact. Money is text: a JSON number would be read as a float. References are ids, and may name what was not selected.

use serde_json::{Map, Value as Json, json};

use crate::{
    catalog::{Catalog, EventIdx},
    chronology::{End, Event, Instant, Named, Need, Record, Shape, Value, When, Window, derived_status},
};

/// The version of the schema. It counts up when a reader of the last one would be misled.
pub(super) const VERSION: u32 = 1;

/// Returns a table of the store with all its fields.
pub(super) fn record(record: &dyn Record) -> Json {
    let table = record.table();
    let fields = table.fields.iter().enumerate().filter(|it| it.1.need != Need::Reading);
    let mut fields: Map<String, Json> =
        fields.map(|(at, field)| (field.key.to_owned(), value(&record.get(at)))).collect();
    if table.keeps_own_keys {
        let own = record.own_keys().iter().map(|(key, value)| (key.clone(), json!(value)));
        fields.insert("extra".to_owned(), Json::Object(own.collect()));
    }
    Json::Object(fields)
}

/// Returns an event, with what follows from its claims and sources.
pub(super) fn event(catalog: &Catalog, id: EventIdx, event: &Event) -> Json {
    let mut fields = record(event);
    fields["status"] = json!({
        "effective": catalog.status(id).name(),
        "stated": event.status.map(Named::name),
        "derived": derived_status(event, catalog).name(),
    });
    fields["known"] = match catalog.known_of(event) {
        Some(it) => json!({ "when": when(&it), "stated": event.known.is_some() }),
        None => Json::Null,
    };
    fields
}

fn value(value: &Value<'_>) -> Json {
    match value {
        Value::None => Json::Null,
        Value::Text(it) => json!(it),
        Value::Date(it) => when(it),
        Value::Integer(it) => json!(it),
        Value::Sum(it) => json!(it.to_string()),
        Value::Flag(it) => json!(it),
        Value::Word(it) => json!(it),
        Value::Texts(it) => json!(it),
        Value::Tables(it) => it.all().into_iter().map(record).collect(),
    }
}

fn when(when: &When) -> Json {
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
pub(super) fn extend(record: &mut Json, more: Json) {
    if let (Json::Object(record), Json::Object(more)) = (record, more) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chronology::{Field, FieldKind, HasTable as _, Party, Source, Table, Timeline};

    /// Returns what the schema has to say of a field, but for its description; nothing of one that is more than what was written.
    fn property(field: &Field) -> Json {
        let text = |is_there: bool| if is_there { json!("string") } else { json!(["string", "null"]) };
        let or_null = |it: Json| json!({ "oneOf": [it, { "type": "null" }] });
        let is_there = field.need != Need::Optional;
        match field.kind {
            FieldKind::Text => json!({ "type": text(is_there) }),
            FieldKind::Date => or_null(json!({ "$ref": "#/$defs/when" })),
            FieldKind::Integer => json!({ "type": ["integer", "null"] }),
            FieldKind::Sum => or_null(json!({ "type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?$" })),
            FieldKind::Flag => json!({ "type": "boolean" }),
            FieldKind::Word { names, default, .. } => {
                let null = default.is_none().then_some(Json::Null);
                json!({ "enum": names.iter().map(|it| json!(it)).chain(null).collect::<Vec<_>>() })
            }
            FieldKind::Texts => json!({ "type": "array", "items": { "type": "string" } }),
            FieldKind::Tables(table) => {
                let mut item = object(table);
                item["additionalProperties"] = json!(false);
                json!({ "type": "array", "items": item })
            }
        }
    }

    fn object(table: &Table) -> Json {
        let fields = table.fields.iter().filter(|it| it.need != Need::Reading);
        let mut properties: Map<String, Json> = fields.map(|it| (it.key.to_owned(), property(it))).collect();
        if table.keeps_own_keys {
            properties
                .insert("extra".to_owned(), json!({ "type": "object", "additionalProperties": { "type": "string" } }));
        }
        let keys: Vec<_> = properties.keys().cloned().collect();
        json!({ "type": "object", "required": keys, "properties": properties })
    }

    fn without_descriptions(schema: &mut Json) {
        match schema {
            Json::Object(fields) => {
                fields.retain(|key, it| key != "description" || !it.is_string());
                fields.values_mut().for_each(without_descriptions);
            }
            Json::Array(items) => items.iter_mut().for_each(without_descriptions),
            _ => {}
        }
    }

    #[test]
    fn the_schema_has_the_fields_that_are_written() {
        let text = include_str!("../../../assets/schema/export.schema.json");
        let mut schema: Json = serde_json::from_str(text).expect("the asset is JSON");
        without_descriptions(&mut schema);
        let tables = [
            ("timeline", Timeline::TABLE),
            ("party", Party::TABLE),
            ("source", Source::TABLE),
            ("event", Event::TABLE),
        ];
        for (name, table) in tables {
            let mut expect = object(table);
            let found = &schema["$defs"][name];
            if name == "event" {
                // They say more than what was written.
                for it in ["status", "known"] {
                    expect["properties"][it] = found["properties"][it].clone();
                }
            }
            assert_eq!(found, &expect, "{name}");
            let keys = |it: &Json| it["properties"].as_object().map(|it| it.keys().cloned().collect::<Vec<_>>());
            assert_eq!(keys(found), keys(&expect), "{name}");
        }
    }
}
