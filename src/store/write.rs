//! From a chronology to canonical TOML: fields in a fixed order, defaults left out, strings escaped.
//!
//! What was written loads as the same chronology. The words of one are escaped by `toml_writer`; keys that this program does
//! not know are written back as they stood.

use rust_decimal::Decimal;
use toml::de::DeValue;
use toml_writer::{ToTomlKey as _, ToTomlValue as _, TomlStringBuilder};

use crate::chronology::{Chronology, Event, Field, FieldKind, Need, Record, Value, grouped};

/// Columns that an array may take on one line.
const WIDEST: usize = 100;

/// Returns the store of a whole chronology.
///
/// ```
/// use dateline::{chronology::{Chronology, Event}, store::write};
/// let event = Event { id: "a".into(), when: "1985~".parse().ok(), title: "One".into(), ..Event::default() };
/// let chronology = Chronology { events: vec![event], ..Chronology::default() };
/// assert_eq!(write(&chronology), "[[event]]\nid = \"a\"\nwhen = \"1985~\"\ntitle = \"One\"\n");
/// ```
pub fn write(chronology: &Chronology) -> String {
    let timeline = table("[timeline]", &chronology.timeline);
    let mut tables = Vec::new();
    if timeline.lines().count() > 1 {
        tables.push(timeline);
    }
    tables.extend(chronology.parties.iter().map(|it| table("[[party]]", it)));
    tables.extend(chronology.sources.iter().map(|it| table("[[source]]", it)));
    tables.extend(chronology.events.iter().map(write_event));
    tables.join("\n")
}

/// Returns the `[[event]]` table of an event.
pub fn write_event(event: &Event) -> String {
    table("[[event]]", event)
}

fn table(head: &str, record: &dyn Record) -> String {
    let mut text = format!("{head}\n");
    let mut pair = |key: &str, value: &str| text.extend([&*key.to_toml_key(), " = ", value, "\n"]);
    for (at, field) in record.table().fields.iter().enumerate() {
        let value = match record.get(at) {
            Value::Text(it) if it.contains('\n') => Some(TomlStringBuilder::new(&it).as_ml_basic().to_toml_value()),
            Value::Texts(it) => list(field.key, it.iter().map(|it| basic(it)).collect()),
            Value::Tables(it) => list(field.key, it.all().into_iter().map(inline).collect()),
            value => scalar(&value, field),
        };
        if let Some(value) = value {
            pair(field.key, &value);
        }
    }
    // One whose value is no TOML could only come from outside of a store, and becomes a string.
    for (key, value) in record.own_keys() {
        if DeValue::parse(value).is_ok() { pair(key, value) } else { pair(key, &basic(value)) }
    }
    text
}

/// Returns an array on one line where that is short, else one item a line; nothing where there are no items.
fn list(key: &str, items: Vec<String>) -> Option<String> {
    if items.is_empty() {
        return None;
    }
    let line = format!("[{}]", items.join(", "));
    let n_tables = items.iter().filter(|it| it.starts_with('{')).count();
    let is_short = n_tables <= 1 && line.chars().count() + key.len() + 3 <= WIDEST;
    Some(if is_short { line } else { format!("[\n  {},\n]", items.join(",\n  ")) })
}

/// Returns a table on one line, or its id where that is all it says.
fn inline(record: &dyn Record) -> String {
    let table = record.table();
    let fields = table.fields.iter().enumerate();
    let pairs: Vec<_> = fields.filter_map(|(at, field)| Some((field.key, scalar(&record.get(at), field)?))).collect();
    match &*pairs {
        [(_, id)] if table.may_be_plain => id.clone(),
        _ => {
            let pairs: Vec<String> = pairs.iter().map(|(key, value)| format!("{key} = {value}")).collect();
            format!("{{ {} }}", pairs.join(", "))
        }
    }
}

/// Returns a value on one line; nothing where there is none, or where it is what holds without it.
fn scalar(value: &Value<'_>, field: &Field) -> Option<String> {
    let holds_anyway = |word: &str| match field.kind {
        FieldKind::Word { default, .. } => field.need == Need::Optional && default == Some(word),
        _ => false,
    };
    match value {
        Value::Text(it) => Some(basic(it)),
        Value::Date(it) => Some(basic(it.as_str())),
        Value::Integer(it) => Some(it.to_string()),
        Value::Sum(it) => Some(number(*it)),
        Value::Word(it) => (!holds_anyway(it)).then(|| basic(it)),
        Value::Flag(true) => Some("true".to_owned()),
        Value::Texts(it) if !it.is_empty() => {
            Some(format!("[{}]", it.iter().map(|it| basic(it)).collect::<Vec<_>>().join(", ")))
        }
        Value::Flag(false) | Value::None | Value::Texts(_) | Value::Tables(_) => None,
    }
}

/// Returns `text` as a string on one line.
fn basic(text: &str) -> String {
    TomlStringBuilder::new(text).as_basic().to_toml_value()
}

/// Returns the digits of a sum, those of a whole one in groups of three. A whole one that does not fit an integer of TOML is
/// written as a string: other readers of the store need not take it.
fn number(sum: Decimal) -> String {
    let digits = sum.to_string();
    if digits.contains('.') {
        return digits;
    }
    let (sign, whole) = digits.split_at(usize::from(digits.starts_with('-')));
    let grouped = format!("{sign}{}", grouped(whole, '_'));
    if digits.parse::<i64>().is_ok() { grouped } else { basic(&grouped) }
}
