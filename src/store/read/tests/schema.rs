//! The JSON Schema that editors check a store with says what this program reads.

use serde_json::{Value, json};

use crate::{
    chronology::{
        Affiliation, Amount, Citation, Claim, DatedName, Event, Field, FieldKind, HasTable, Link, Need, Participation,
        Party, Source, Table, Timeline,
    },
    store::tests::read,
};

fn schema() -> Value {
    serde_json::from_str(include_str!("../../../../assets/schema/store.schema.json")).expect("the asset is JSON")
}

/// The name of each sort of table in the schema.
const TABLES: [(&str, &Table); 11] = [
    ("timeline", Timeline::TABLE),
    ("party", Party::TABLE),
    ("dated_name", DatedName::TABLE),
    ("affiliation", Affiliation::TABLE),
    ("source", Source::TABLE),
    ("event", Event::TABLE),
    ("participation", Participation::TABLE),
    ("claim", Claim::TABLE),
    ("amount", Amount::TABLE),
    ("citation", Citation::TABLE),
    ("link", Link::TABLE),
];

/// Returns what the schema has to say of a field, but for its description.
fn property(field: &Field) -> Value {
    let id = json!({ "type": "string", "minLength": 1 });
    match field.kind {
        FieldKind::Text if field.need.is_required() => id,
        FieldKind::Text => json!({ "type": "string" }),
        FieldKind::Date => json!({ "$ref": "#/$defs/date" }),
        FieldKind::Integer => json!({ "type": "integer" }),
        FieldKind::Flag => json!({ "type": "boolean" }),
        FieldKind::Sum => {
            let digits = r"^\s*[+-]?[0-9_]*\.?[0-9_]+([eE][+-]?[0-9]+)?\s*$";
            json!({ "type": ["number", "string"], "pattern": digits })
        }
        FieldKind::Word { names, default, .. } => {
            let mut word = json!({ "type": "string", "enum": names });
            if let (Some(default), Need::Optional) = (default, field.need) {
                word["default"] = json!(default);
            }
            word
        }
        FieldKind::Texts if field.need == Need::Ids => json!({ "type": "array", "items": id }),
        FieldKind::Texts => json!({ "type": "array", "items": { "type": "string" } }),
        FieldKind::Tables(table) => {
            let name = TABLES.iter().find(|it| std::ptr::eq(it.1, table)).expect("every table is in the schema").0;
            let item = json!({ "$ref": format!("#/$defs/{name}") });
            json!({ "type": "array", "items": if table.may_be_plain { json!({ "anyOf": [id, item] }) } else { item } })
        }
    }
}

#[test]
fn the_schema_has_the_fields_that_are_read() {
    let schema = schema();
    for (name, table) in TABLES {
        let found = &schema["$defs"][name];
        let properties = found["properties"].as_object().expect("every definition has properties");
        let keys: Vec<_> = properties.keys().map(String::as_str).collect();
        assert_eq!(keys, table.keys().collect::<Vec<_>>(), "{name}");
        let required: Vec<_> = table.fields.iter().filter(|it| it.need.is_required()).map(|it| it.key).collect();
        assert_eq!(found["required"], json!(required), "{name}");
        assert_eq!(found["additionalProperties"], json!(table.keeps_own_keys), "{name}");
        for field in table.fields {
            let mut found = properties[field.key].clone();
            let description = found.as_object_mut().and_then(|it| it.remove("description"));
            let is_described = description.is_some_and(|it| it.as_str().is_some_and(|it| it.ends_with('.')));
            assert!(is_described, "{name}.{} needs a description", field.key);
            assert_eq!(found, property(field), "{name}.{}", field.key);
        }
    }
}

#[test]
fn the_schema_agrees_with_the_reader() {
    let validator = jsonschema::validator_for(&schema()).expect("the asset is a schema");
    let valid = |text: &str| validator.is_valid(&toml::from_str::<Value>(text).expect("TOML"));
    let canonical = include_str!("../../../../tests/data/store/canonical.toml");
    assert!(valid(canonical), "{:?}", validator.iter_errors(&toml::from_str(canonical).expect("TOML")).next());
    let event = |fields: &str| format!("[[event]]\nid = 'a'\ntitle = 'b'\n{fields}\n");
    for (fields, expect) in [
        ("", true),
        ("colour = 'an own key'", true),
        ("when = 1985", false),
        ("status = 'proven'", false),
        ("amounts = [{ value = '19.99', currency = 'USD' }]", true),
        ("amounts = [{ value = 25_000_000 }]", false),
        ("amounts = [{ value = '$5', currency = 'USD' }]", false),
        ("claims = [{ by = 'x' }]", false),
        ("parties = ['x', { id = 'y', role = 'z' }]", true),
        ("parties = 'x'", false),
        ("links = [{ kind = 'follows', to = 'b', x = 1 }]", false),
    ] {
        assert_eq!(valid(&event(fields)), expect, "{fields}");
        let faults = read(&event(fields)).diagnostics;
        let is_sound = faults.iter().all(|it| it.code.starts_with("unknown-") && it.code != "unknown-word");
        assert_eq!(is_sound, expect || fields.contains("x = 1"), "{faults:#?}");
    }
}
