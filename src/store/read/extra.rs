//! Keys that this program does not know: reported, and kept as TOML.

use std::borrow::Cow;

use toml::{Spanned, de::DeValue};
use toml_writer::{ToTomlKey as _, ToTomlValue as _};

use super::fields::{Context, Table, Value, article};
use crate::diag::{Diagnostic, did_you_mean};
use crate::store::rules::UNKNOWN_KEY;

/// Reports the keys that `table` may not have, and returns them with their values as TOML.
pub(super) fn unknown(cx: &mut Context, table: &Table) -> Vec<(String, String)> {
    let mut extra = Vec::new();
    for (key, value) in table.fields {
        let name = key.get_ref().as_ref();
        if table.keys.contains(&name) {
            continue;
        }
        let fault =
            UNKNOWN_KEY.fault(format!("unknown key `{name}` in {}", article(table.what))).at(cx.span(key.span()));
        let nearest = did_you_mean(name, table.keys.iter().copied());
        cx.report(Diagnostic { help: nearest.map(|it| format!("did you mean `{it}`?")), ..fault });
        if !cx.is_lost(value) {
            extra.push((name.to_owned(), toml_text(cx, value)));
        }
    }
    extra
}

/// Returns `value` as TOML: as it stands where it stands in one piece, else as an inline table or array.
fn toml_text(cx: &Context, value: &Value<'_>) -> String {
    let source = cx.source.get(value.span()).unwrap_or_default();
    let in_one_piece = match value.get_ref() {
        DeValue::Table(_) => source.starts_with('{'),
        // The first table of an array of tables has the place of the array.
        DeValue::Array(items) => source.starts_with('[') && items.first().is_none_or(|it| it.span() != value.span()),
        _ => true,
    };
    if in_one_piece && (!cx.broken || DeValue::parse(source).is_ok()) {
        return source.to_owned();
    }
    let text = inline(value.get_ref());
    if DeValue::parse(&text).is_ok() { text } else { source.to_toml_value() }
}

fn inline(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(it) => it.to_toml_value(),
        DeValue::Integer(it) => it.to_string(),
        DeValue::Float(it) => it.to_string(),
        DeValue::Boolean(it) => it.to_string(),
        DeValue::Datetime(it) => it.to_string(),
        DeValue::Array(items) => {
            let items: Vec<String> = items.iter().map(|it| inline(it.get_ref())).collect();
            format!("[{}]", items.join(", "))
        }
        DeValue::Table(fields) => {
            let pair = |(key, value): (&Spanned<Cow<'_, str>>, &Value<'_>)| {
                format!("{} = {}", key.get_ref().to_toml_key(), inline(value.get_ref()))
            };
            let pairs: Vec<String> = fields.iter().map(pair).collect();
            if pairs.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", pairs.join(", ")) }
        }
    }
}
