//! Keys that this program does not know: reported, and kept as TOML.

use std::{borrow::Cow, collections::HashMap};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};
use toml_writer::{ToTomlKey as _, ToTomlValue as _};

use super::context::{Context, Node, article};
use crate::{
    chronology::Table,
    diag::{Diagnostic, Span, did_you_mean},
    store::rules::UNKNOWN_KEY,
};

/// Reports the keys of `pairs` that the table does not have, and returns them with their values as TOML.
pub(super) fn own_keys(cx: &mut Context, pairs: &DeTable<'_>, table: &Table) -> Vec<(String, String)> {
    let mut own = Vec::new();
    for (key, value) in pairs {
        let name = key.get_ref().as_ref();
        // A value without any key is a fault of syntax, which has been told.
        if table.position(name).is_some() || key.span().is_empty() {
            continue;
        }
        cx.report(unknown_key(table, name).at(cx.span(key.span())));
        if !cx.is_lost(value) {
            own.push((name.to_owned(), toml_text(cx, value)));
        }
    }
    own
}

fn unknown_key(table: &Table, name: &str) -> Diagnostic {
    let fault = UNKNOWN_KEY.fault(format!("unknown key `{name}` in {}", article(table.what)));
    Diagnostic { help: did_you_mean(name, table.keys()).map(|it| format!("did you mean `{it}`?")), ..fault }
}

/// Reports unknown keys of one sort of table, of which many are the same: each is compared with the known ones once.
pub(super) struct UnknownKeys {
    table: &'static Table,
    faults: HashMap<String, Diagnostic>,
}

impl UnknownKeys {
    pub(super) fn new(table: &'static Table) -> Self {
        Self { table, faults: HashMap::new() }
    }

    /// Returns the report of the key `name` at `span`.
    pub(super) fn fault(&mut self, name: &str, span: Span) -> Diagnostic {
        if !self.faults.contains_key(name) {
            self.faults.insert(name.to_owned(), unknown_key(self.table, name));
        }
        self.faults[name].clone().at(span)
    }
}

/// Returns `value` as TOML: as it stands where it stands in one piece, else as an inline table or array.
fn toml_text(cx: &Context, value: &Node<'_>) -> String {
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

/// Returns `value` as TOML on one line.
pub(super) fn inline(value: &DeValue<'_>) -> String {
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
            let pair = |(key, value): (&Spanned<Cow<'_, str>>, &Node<'_>)| {
                format!("{} = {}", key.get_ref().to_toml_key(), inline(value.get_ref()))
            };
            let pairs: Vec<String> = fields.iter().map(pair).collect();
            if pairs.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", pairs.join(", ")) }
        }
    }
}
