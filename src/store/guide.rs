//! What a store is made of, for whoever writes one: the tables and fields as the reader has them, in the words of the schema
//! that editors check a store with.

use serde_json::Value;

use crate::chronology::{Event, Field, FieldKind, HasTable as _, Party, Source, Table, Timeline};

/// The smallest store in which nothing is left to be desired.
pub const SMALLEST_STORE: &str = r#"[timeline]
title = "The bridge"

[[party]]
id = "council"
name = "The town council"

[[source]]
id = "minutes"
title = "Minutes of the council, 12 April 1985"
kind = "record"
published = "1985-04-12"

[[event]]
id = "vote"
when = "1985-04-12"
title = "The council votes for a new bridge"
parties = ["council"]
sources = [{ id = "minutes", at = "p. 3" }]
"#;

/// The schema that editors check a store with.
const SCHEMA: &str = include_str!("../../assets/schema/store.schema.json");

/// A sort of table, taught.
pub struct Lesson {
    /// How one is written: `[[event]]`, or `claims` of an event.
    pub head: String,
    /// What it is.
    pub about: String,
    /// Its fields: the key, and what it says.
    pub fields: Vec<(&'static str, String)>,
}

/// Returns the tables of a store, those that stand within others behind those.
pub fn guide() -> Vec<Lesson> {
    // It is a text of this program, and a test reads it.
    let schema = serde_json::from_str(SCHEMA).unwrap_or(Value::Null);
    let roots = [
        ("[timeline]", "timeline", Timeline::TABLE),
        ("[[party]]", "party", Party::TABLE),
        ("[[source]]", "source", Source::TABLE),
        ("[[event]]", "event", Event::TABLE),
    ];
    let mut lessons = Vec::new();
    for (head, name, table) in roots {
        let inner = lesson(&schema, head.to_owned(), name, table, &mut lessons);
        for (key, name, table) in inner {
            lesson(&schema, format!("{key} = [{{ … }}]"), &name, table, &mut lessons);
        }
    }
    lessons
}

/// Adds what there is to learn of one sort of table, and returns the lists of tables in it.
fn lesson(
    schema: &Value,
    head: String,
    name: &str,
    table: &'static Table,
    lessons: &mut Vec<Lesson>,
) -> Vec<(&'static str, String, &'static Table)> {
    let of_table = &schema["$defs"][name];
    let about = description(of_table);
    let mut inner = Vec::new();
    let mut fields = Vec::new();
    for field in table.fields {
        let property = &of_table["properties"][field.key];
        fields.push((field.key, words(field, &description(property))));
        if let FieldKind::Tables(table) = field.kind {
            inner.extend(reference(property).map(|it| (field.key, it, table)));
        }
    }
    lessons.push(Lesson { head, about, fields });
    inner
}

/// Returns the name of the table that the items of a list are.
fn reference(property: &Value) -> Option<String> {
    let items = &property["items"];
    let one = items["anyOf"].as_array().and_then(|it| it.last()).unwrap_or(items);
    one["$ref"].as_str()?.strip_prefix("#/$defs/").map(str::to_owned)
}

fn description(value: &Value) -> String {
    value["description"].as_str().unwrap_or_default().to_owned()
}

/// Returns what a field says, whether it has to be there, and the words that it takes.
fn words(field: &Field, about: &str) -> String {
    let required = if field.need.is_required() { "Required. " } else { "" };
    let names = match field.kind {
        FieldKind::Word { names, .. } => format!(" One of {}.", names.join(", ")),
        _ => String::new(),
    };
    format!("{required}{about}{names}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::read;

    #[test]
    fn every_table_and_field_is_taught() {
        let lessons = guide();
        assert!(9 < lessons.len(), "{}", lessons.len());
        for it in &lessons {
            assert!(!it.about.is_empty(), "{}", it.head);
            for (key, words) in &it.fields {
                assert!(words.ends_with('.') && 2 < words.len(), "{} {key}: {words}", it.head);
            }
        }
        let event = lessons.iter().find(|it| it.head == "[[event]]").expect("events are taught");
        let keys: Vec<_> = event.fields.iter().map(|it| it.0).collect();
        assert_eq!(keys, Event::TABLE.keys().collect::<Vec<_>>());
    }

    #[test]
    fn nothing_is_wrong_with_the_smallest_store() {
        let read = read(SMALLEST_STORE);
        assert_eq!((read.diagnostics, read.lint), (Vec::new(), Vec::new()));
    }
}
