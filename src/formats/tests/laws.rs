//! What holds of the lossless formats for any chronology and any part of it.

use std::sync::LazyLock;

use proptest::{
    collection::{btree_set, vec},
    option,
    prelude::*,
    sample::select,
};
use rust_decimal::Decimal;
use serde_json::Value;

use super::fixture;
use crate::{
    catalog::{Catalog, EventIdx, IdSet},
    chronology::{
        Affiliation, Amount, Bears, Chronology, Citation, CivilDate, Claim, Event, Link, LinkKind, Named,
        Participation, Party, Source, SourceKind, Stance, Status, When, derived_status,
    },
    diag::Severity,
    formats::{PrintStyle, Subset, format, sheet, write_list},
    store::{Faults, Input, Loaded, Place, open},
};

const DATES: &[&str] = &[
    "2013",
    "2013~",
    "2013-08",
    "2015-06-01?",
    "201X",
    "[2014,2016]",
    "[..1870]",
    "2004/..",
    "../1990",
    "1985/",
    "2011-06/2019",
    "{1960,1962}",
    "-0043-03-15",
    "Y-17E7",
    "Y170000002",
    "2024-03-01T14:05Z",
    "2024-03-01T14:05:09.250Z/2024-03-02T00:00Z",
];
const TEXTS: &[&str] =
    &["plain", "a; b | c", "\"quoted\" \\ 'too'", "two\nlines\n\nand more", "年表 é", "\u{1b}[31m\u{202e}", "'''", "="];

/// Ids of parties, sources and events, so few that they meet.
const N: usize = 4;

fn text() -> impl Strategy<Value = String> {
    select(TEXTS).prop_map(str::to_owned)
}

fn when() -> impl Strategy<Value = When> {
    select(DATES).prop_map(|it| it.parse().expect("a date"))
}

fn id(kind: char) -> impl Strategy<Value = String> {
    (0..N).prop_map(move |it| format!("{kind}{it}"))
}

fn named<T: Named + std::fmt::Debug>() -> impl Strategy<Value = T> {
    select(T::ALL)
}

fn party() -> impl Strategy<Value = Party> {
    let affiliation = (id('p'), option::of(text()), option::of(when())).prop_map(|(with, role, when)| Affiliation {
        with,
        role,
        when,
    });
    (text(), vec(affiliation, 0..3)).prop_map(|(name, affiliations)| Party { name, affiliations, ..Party::default() })
}

fn source() -> impl Strategy<Value = Source> {
    (text(), option::of(when()), option::of(named::<SourceKind>()), btree_set(id('s'), 0..2)).prop_map(
        |(title, published, kind, from)| Source {
            title,
            published,
            kind,
            derived_from: from.into_iter().collect(),
            ..Source::default()
        },
    )
}

fn claim() -> impl Strategy<Value = Claim> {
    (id('p'), named::<Stance>(), option::of(id('s')), option::of(when()), option::of(text()))
        .prop_map(|(by, stance, source, when, note)| Claim { by, stance, source, when, note, ..Claim::default() })
}

fn amount() -> impl Strategy<Value = Amount> {
    (any::<i64>(), 0..12_u32, any::<bool>(), option::of(text())).prop_map(|(digits, scale, about, note)| Amount {
        value: Some(Decimal::new(digits, scale)),
        currency: "USD".into(),
        about,
        note,
        ..Amount::default()
    })
}

fn event() -> impl Strategy<Value = Event> {
    let citation = (id('s'), option::of(text()), named::<Bears>()).prop_map(|(source, at, bears)| Citation {
        source,
        at,
        bears,
        ..Citation::default()
    });
    let link = (named::<LinkKind>(), id('e'), option::of(text())).prop_map(|(kind, to, note)| Link { kind, to, note });
    let participation = (id('p'), option::of(text())).prop_map(|(party, role)| Participation { party, role });
    let facts = (
        text(),
        option::of(when()),
        option::of(0..3_i64),
        option::of(text()),
        option::of(named::<Status>()),
        option::of(when()),
    );
    let lists =
        (vec(participation, 0..3), vec(claim(), 0..3), vec(amount(), 0..3), vec(citation, 0..3), vec(link, 0..3));
    (facts, lists).prop_map(
        |((title, when, seq, summary, status, known), (parties, claims, amounts, sources, links))| Event {
            title,
            when,
            seq,
            summary,
            status,
            known,
            parties,
            claims,
            amounts,
            sources,
            links,
            ..Event::default()
        },
    )
}

/// Returns a chronology in which every reference leads somewhere, and some of its events.
fn selected() -> impl Strategy<Value = (Catalog, IdSet)> {
    let parts = (vec(party(), N), vec(source(), N), vec(event(), N..=N + 3), vec(any::<bool>(), N + 3));
    parts.prop_map(|(mut parties, mut sources, mut events, chosen)| {
        parties.iter_mut().enumerate().for_each(|(at, it)| it.id = format!("p{at}"));
        sources.iter_mut().enumerate().for_each(|(at, it)| it.id = format!("s{at}"));
        events.iter_mut().enumerate().for_each(|(at, it)| it.id = format!("e{at}"));
        let catalog = Catalog::build(Chronology { parties, sources, events, ..Chronology::default() });
        let mut ids = IdSet::new(catalog.len());
        (0..catalog.len()).filter(|it| chosen[*it]).for_each(|it| ids.insert(EventIdx(it as u32)));
        (catalog, ids)
    })
}

fn written(name: &str, catalog: &Catalog, ids: &IdSet) -> (String, Vec<String>) {
    let mut out = Vec::new();
    let losses = format(name).expect("a format").write(Subset { catalog, ids }, &mut out).expect("writing to memory");
    (String::from_utf8(out).expect("text"), losses)
}

fn read(text: String) -> Loaded {
    let input = Input::Text { place: Place::File("export.toml".into()), text };
    open(&[input], "export", CivilDate::new(2026, 1, 31), Faults::OfReading, &mut |_| {}).expect("a text can be read")
}

fn list(catalog: &Catalog, ids: &IdSet) -> String {
    let mut out = Vec::new();
    write_list(Subset { catalog, ids }, &PrintStyle::default(), &mut out).expect("writing to memory");
    String::from_utf8(out).expect("text")
}

proptest! {
    #[test]
    fn a_toml_export_loads_to_an_equal_selection((catalog, ids) in selected()) {
        let (text, losses) = written("toml", &catalog, &ids);
        let loaded = read(text);
        let errors: Vec<_> = loaded.diagnostics.iter().filter(|it| it.severity == Severity::Error).collect();
        prop_assert!(errors.is_empty(), "{errors:?}");
        let again = loaded.catalog;
        // What only stood behind another that was left out, or behind what that followed, may stand elsewhere now.
        let sorted = |list: String| -> Vec<String> {
            let mut lines: Vec<String> = list.lines().map(str::to_owned).collect();
            lines.sort();
            lines
        };
        prop_assert_eq!(sorted(list(&again, &again.all())), sorted(list(&catalog, &ids)));
        let mut n_links = 0;
        for old in ids.iter() {
            let new = again.find(&catalog.event(old).id).expect("every event is written");
            let event = again.event(new);
            let mut expect = catalog.event(old).into_owned();
            expect.links.retain(|it| catalog.find(&it.to).is_some_and(|it| ids.contains(it)));
            n_links += catalog.event(old).links.len() - expect.links.len();
            prop_assert_eq!(&*event, &expect);
            prop_assert_eq!(again.status(new), catalog.status(old));
            prop_assert_eq!(again.known(new), catalog.known(old));
        }
        prop_assert_eq!(losses.iter().any(|it| it.contains("link")), n_links > 0);
    }

    #[test]
    fn json_says_everything_exactly((catalog, ids) in selected()) {
        let (text, losses) = written("json", &catalog, &ids);
        prop_assert!(losses.is_empty());
        let json: Value = serde_json::from_str(&text).expect("JSON");
        let events = json["events"].as_array().expect("events");
        prop_assert_eq!(events.len(), ids.len());
        for (id, json) in ids.iter().zip(events) {
            let event = catalog.event(id);
            prop_assert_eq!(json["id"].as_str(), Some(&*event.id));
            prop_assert_eq!(json["when"]["edtf"].as_str(), event.when.as_ref().map(When::as_str));
            prop_assert_eq!(json["title"].as_str(), Some(&*event.title));
            let derived = derived_status(&event, &catalog);
            prop_assert_eq!(json["status"]["derived"].as_str(), Some(derived.name()));
            let values: Vec<Option<Decimal>> = json["amounts"].as_array().expect("amounts").iter()
                .map(|it| it["value"].as_str().map(|it| it.parse().expect("a decimal"))).collect();
            prop_assert_eq!(values, event.amounts.iter().map(|it| it.value).collect::<Vec<_>>());
        }
        // The lines are the same records, each with its type.
        let (lines, _) = written("jsonl", &catalog, &ids);
        let typed = |kind: &str| lines.lines().map(|it| serde_json::from_str::<Value>(it).expect("JSON")).filter(|it| it["type"] == kind).count();
        prop_assert_eq!(typed("event"), ids.len());
        prop_assert_eq!(typed("party"), json["parties"].as_array().map_or(0, Vec::len));
        prop_assert_eq!(typed("source"), json["sources"].as_array().map_or(0, Vec::len));
        SCHEMA.check(&text, &lines);
    }

    #[test]
    fn csv_has_a_row_an_event((catalog, ids) in selected()) {
        let (text, _) = written("csv", &catalog, &ids);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().map(|it| it.expect("a row")).collect();
        prop_assert_eq!(rows.len(), ids.len());
        for (id, row) in ids.iter().zip(rows) {
            prop_assert_eq!(&row[0], &*catalog.event(id).id);
            prop_assert_eq!(&row[7], &*catalog.event(id).title);
        }
    }

    #[test]
    fn text_for_people_holds_no_control_characters((catalog, ids) in selected()) {
        for name in ["text", "markdown"] {
            let (text, _) = written(name, &catalog, &ids);
            prop_assert!(!text.chars().any(|it| (it != '\n' && it.is_control()) || it == '\u{202e}'), "{text:?}");
        }
        for id in ids.iter() {
            prop_assert!(sheet(&catalog, id).sections.iter().all(|it| !it.facts.is_empty()));
        }
    }
}

struct Schema {
    whole: jsonschema::Validator,
    line: jsonschema::Validator,
}

/// Compiled once: the laws check it for every case.
static SCHEMA: LazyLock<Schema> = LazyLock::new(|| {
    let text = include_str!("../../../assets/schema/export.schema.json");
    let whole: Value = serde_json::from_str(text).expect("the asset is JSON");
    jsonschema::meta::validate(&whole).expect("the asset is a schema");
    let line = serde_json::json!({ "$schema": whole["$schema"], "$ref": "#/$defs/line", "$defs": whole["$defs"] });
    let validator = |it: &Value| jsonschema::validator_for(it).expect("a schema");
    Schema { whole: validator(&whole), line: validator(&line) }
});

impl Schema {
    fn check(&self, json: &str, lines: &str) {
        let read = |it: &str| serde_json::from_str::<Value>(it).expect("JSON");
        let faults = |validator: &jsonschema::Validator, it: &Value| {
            validator.iter_errors(it).map(|it| format!("{}: {it}", it.instance_path())).collect::<Vec<_>>()
        };
        assert_eq!(faults(&self.whole, &read(json)), [""; 0]);
        for line in lines.lines() {
            assert_eq!(faults(&self.line, &read(line)), [""; 0], "{line}");
        }
    }
}

#[test]
fn the_schema_describes_what_is_written_and_nothing_else() {
    let catalog = fixture::catalog();
    let (json, _) = written("json", &catalog, &catalog.all());
    let (lines, _) = written("jsonl", &catalog, &catalog.all());
    SCHEMA.check(&json, &lines);
    let mut other: Value = serde_json::from_str(&json).expect("JSON");
    other["events"][0]["colour"] = "red".into();
    assert!(!SCHEMA.whole.is_valid(&other), "a key of no schema");
    assert!(!SCHEMA.line.is_valid(&serde_json::json!({ "type": "timeline" })), "a line without its keys");
}

#[test]
fn the_built_in_store_is_written_whole() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("events.toml");
    let catalog = read(std::fs::read_to_string(path).expect("the built-in store")).catalog;
    let all = catalog.all();
    let (json, _) = written("json", &catalog, &all);
    let (lines, _) = written("jsonl", &catalog, &all);
    SCHEMA.check(&json, &lines);
    let (text, losses) = written("toml", &catalog, &all);
    // Comments are its author's words to people, and only those are lost.
    assert!(losses.iter().all(|it| it.ends_with("not written") && it.contains(" comment")), "{losses:?}");
    let again = read(text).catalog;
    assert_eq!(list(&again, &again.all()), list(&catalog, &all));
}
