//! The JSON Schema that editors check a store with says what this program reads.

use serde_json::{Value, json};

use super::{amount, entries, participants};
use crate::{
    chronology::{Bears, LinkKind, Named, PartyKind, SourceKind, Stance, Status},
    store::tests::read,
};

fn schema() -> Value {
    serde_json::from_str(include_str!("../../../assets/schema/store.schema.json")).expect("the asset is JSON")
}

fn keys(name: &str) -> Vec<String> {
    let schema = schema();
    let fields = schema["$defs"][name]["properties"].as_object().expect("every definition has properties");
    for (key, field) in fields {
        assert!(field["description"].as_str().is_some_and(|it| it.ends_with('.')), "{name}.{key} needs a description");
    }
    fields.keys().cloned().collect()
}

#[test]
fn keys_are_those_that_are_read() {
    assert_eq!(keys("timeline"), entries::TIMELINE);
    assert_eq!(keys("party"), entries::PARTY);
    assert_eq!(keys("affiliation"), entries::AFFILIATION);
    assert_eq!(keys("source"), entries::SOURCE);
    assert_eq!(keys("event"), entries::EVENT);
    assert_eq!(keys("participation"), participants::PARTICIPATION);
    assert_eq!(keys("claim"), participants::CLAIM);
    assert_eq!(keys("citation"), participants::CITATION);
    assert_eq!(keys("link"), participants::LINK);
    assert_eq!(keys("amount"), amount::KEYS);
}

#[test]
fn words_are_those_of_the_program() {
    fn check<T: Named>(name: &str, key: &str) {
        let words: Vec<&str> = T::ALL.iter().map(|it| it.name()).collect();
        assert_eq!(schema()["$defs"][name]["properties"][key]["enum"], json!(words), "{name}.{key}");
    }
    check::<PartyKind>("party", "kind");
    check::<SourceKind>("source", "kind");
    check::<Status>("event", "status");
    check::<Stance>("claim", "stance");
    check::<Bears>("citation", "bears");
    check::<LinkKind>("link", "kind");
}

#[test]
fn the_schema_agrees_with_the_reader() {
    let validator = jsonschema::validator_for(&schema()).expect("the asset is a schema");
    let valid = |text: &str| validator.is_valid(&toml::from_str::<Value>(text).expect("TOML"));
    let canonical = include_str!("../../../tests/data/store/canonical.toml");
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
