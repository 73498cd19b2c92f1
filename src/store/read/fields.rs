//! The way by the tree from a table to a record: every fault is reported with its own place and costs its own field.
//!
//! Which fields there are, and what each holds, is in the list of `chronology`.

use std::{borrow::Cow, ops::Range};

use toml::de::{DeTable, DeValue};

use super::{
    context::{Context, Node, article, wrong_type},
    extra::own_keys,
    values::{date, sum},
};
use crate::{
    chronology::{Field, FieldKind, Need, Record, Records, Table, Value},
    diag::did_you_mean,
    store::rules::{AMOUNT_RANGE, EMPTY_ID, MISSING_FIELD, REPEATED_PARTY, UNKNOWN_WORD, WRONG_TYPE},
};

/// A table as it is written, and what sort of table it is.
pub(super) struct TableNode<'t, 'i> {
    pub(super) pairs: &'t DeTable<'i>,
    /// Where it stands, in the chunk.
    span: Range<usize>,
    pub(super) table: &'static Table,
}

impl<'t, 'i> TableNode<'t, 'i> {
    /// Returns the table in `node`, or reports that it is none.
    pub(super) fn of(cx: &mut Context, node: &'t Node<'i>, table: &'static Table) -> Option<Self> {
        if let DeValue::Table(pairs) = node.get_ref() {
            return Some(Self { pairs, span: node.span(), table });
        }
        wrong_type(cx, node, &format!("{} must be a table", article(table.what)), None)
    }

    /// Returns the value of `key`, unless it could not be read.
    fn get(&self, cx: &Context, key: &str) -> Option<&'t Node<'i>> {
        self.pairs.get(key).filter(|it| !cx.is_lost(it))
    }

    /// Reads one field into `record`. Returns whether the record can do with what was read.
    fn read(&self, cx: &mut Context, at: usize, record: &mut dyn Record) -> bool {
        let field = &self.table.fields[at];
        let key = field.key;
        if field.need.is_required() && (!self.pairs.contains_key(key) || (cx.broken && self.get(cx, key).is_none())) {
            self.report_missing(cx, key);
            return false;
        }
        let Some(node) = self.get(cx, key) else { return !field.need.is_required() };
        let value = match field.kind {
            FieldKind::Text => text(cx, node, key).map(|it| Value::Text(it.into())),
            FieldKind::Date => date(cx, node, key).map(|it| Value::Date(Cow::Owned(it))),
            FieldKind::Integer => integer(cx, node, key).map(Value::Integer),
            FieldKind::Sum => sum(cx, node, key).map(Value::Sum),
            FieldKind::Flag => flag(cx, node, key).map(Value::Flag),
            FieldKind::Word { what, names, .. } => word(cx, node, key, (what, names)).map(Value::Word),
            FieldKind::Texts => Some(Value::Texts(self.texts(cx, field).into())),
            FieldKind::Tables(_) => {
                if let Some(list) = record.tables(at) {
                    self.read_tables(cx, field, list);
                }
                return true;
            }
        };
        match value {
            Some(Value::Text(it)) if it.is_empty() && field.need.is_required() => {
                self.report_empty(cx, field, node);
                false
            }
            Some(value) => {
                record.set(at, value);
                true
            }
            // An amount is worse than none without one of its sums.
            None => !field.need.is_required() && !matches!(field.kind, FieldKind::Sum),
        }
    }

    fn report_missing(&self, cx: &mut Context, key: &str) {
        let what = self.table.what;
        let lost = if cx.broken { ", or lost to a syntax error" } else { "" };
        let fault = MISSING_FIELD.fault(format!("`{key}` of this {what} is missing{lost}"));
        let help = format!("{} needs `{key}`; without it, it is left out", article(what));
        cx.report(fault.at(cx.span(self.span.clone())).help(help));
    }

    fn report_empty(&self, cx: &mut Context, field: &Field, node: &Node<'_>) {
        let rule = if field.need == Need::Id { EMPTY_ID } else { MISSING_FIELD };
        let fault = rule.fault(format!("`{}` is empty", field.key)).at(cx.span(node.span()));
        cx.report(fault.help(format!("{} without it is left out", article(self.table.what))));
    }

    /// Returns the items of the array under `key`; empty if there is none.
    pub(super) fn items(&self, cx: &mut Context, key: &str) -> Vec<&'t Node<'i>> {
        let Some(node) = self.get(cx, key) else { return Vec::new() };
        if let DeValue::Array(items) = node.get_ref() {
            return items.iter().filter(|it| !cx.is_lost(it)).collect();
        }
        let single = matches!(node.get_ref(), DeValue::String(_) | DeValue::Table(_));
        let source = cx.source.get(node.span()).filter(|it| single && it.len() < 60 && !it.starts_with('['));
        let help = source.map(|it| format!("write `{key} = [{it}]`"));
        wrong_type(cx, node, &format!("`{key}` must be an array"), help).unwrap_or_default()
    }

    fn texts(&self, cx: &mut Context, field: &Field) -> Vec<String> {
        let items = self.items(cx, field.key);
        let read = |it: &Node<'_>| item(cx, it, field).map(str::to_owned);
        items.into_iter().filter_map(read).collect()
    }

    /// Reads the tables under a field, each of which may be its id alone where the list says so.
    fn read_tables(&self, cx: &mut Context, field: &Field, list: &mut dyn Records) {
        let FieldKind::Tables(table) = field.kind else { return };
        for node in self.items(cx, field.key) {
            let record = list.add();
            let is_whole = if table.may_be_plain && !node.get_ref().is_table() {
                let plain = Field { need: Need::Ids, ..*field };
                item(cx, node, &plain).map(|it| record.set(0, Value::Text(it.into()))).is_some()
            } else {
                read(cx, node, record)
            };
            if !is_whole {
                list.remove_last();
            } else if table.is_distinct && list.repeats() {
                let id = node.get_ref().get("id").unwrap_or(node);
                let name = id.get_ref().as_str().unwrap_or_default();
                let fault = REPEATED_PARTY.fault(format!("{} `{name}` is listed twice in the same role", table.what));
                cx.report(fault.at(cx.span(id.span())).help("remove one of the two, or give them different roles"));
            }
        }
    }
}

/// Reads the table in `node` into `record`. Returns whether it has all that it needs; each fault is told in one run.
pub(super) fn read(cx: &mut Context, node: &Node<'_>, record: &mut dyn Record) -> bool {
    let Some(written) = TableNode::of(cx, node, record.table()) else { return false };
    let mut is_whole = true;
    for (at, field) in written.table.fields.iter().enumerate().filter(|it| it.1.need != Need::Reading) {
        let is_read = written.read(cx, at, record);
        is_whole &= is_read;
        if field.need == Need::OrId && !written.get(cx, field.key).is_some_and(|it| it.get_ref().is_str()) {
            let Value::Text(id) = record.get(0) else { continue };
            let id = id.into_owned();
            record.set(at, Value::Text(id.into()));
        }
    }
    let own = own_keys(cx, written.pairs, written.table);
    if let Some(keys) = record.own_keys_mut() {
        *keys = own;
    }
    // What is lost may be what is missed.
    let is_lost = written.pairs.values().any(|it| cx.is_lost(it));
    if let Some(fault) = record.contradiction().filter(|_| is_whole && !is_lost) {
        let help =
            "write `value` for a stated sum, `min` for a floor, `max` for a ceiling, or `min` and `max` for a range";
        cx.report(AMOUNT_RANGE.fault(fault).at(cx.span(node.span())).help(help));
    }
    is_whole
}

/// Returns the string in `node`, which stands under `key`.
fn text<'t>(cx: &mut Context, node: &'t Node<'_>, key: &str) -> Option<&'t str> {
    if let DeValue::String(it) = node.get_ref() {
        return Some(it);
    }
    let source = cx.source.get(node.span()).unwrap_or_default();
    let is_word =
        matches!(node.get_ref(), DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_) | DeValue::Boolean(_));
    let help = (is_word && !source.is_empty()).then(|| format!("write \"{source}\""));
    wrong_type(cx, node, &format!("`{key}` must be a string"), help)
}

/// Returns the string in `node`, an item of the array that is `field`. An empty one that should be an id is reported and left out.
fn item<'t>(cx: &mut Context, node: &'t Node<'_>, field: &Field) -> Option<&'t str> {
    match node.get_ref() {
        DeValue::String(it) if it.is_empty() && field.need == Need::Ids => {
            cx.report(EMPTY_ID.fault(format!("an id in `{}` is empty", field.key)).at(cx.span(node.span())));
            None
        }
        DeValue::String(it) => Some(it),
        _ => wrong_type(cx, node, &format!("an item of `{}` must be a string", field.key), None),
    }
}

fn integer(cx: &mut Context, node: &Node<'_>, key: &str) -> Option<i64> {
    let DeValue::Integer(digits) = node.get_ref() else {
        return wrong_type(cx, node, &format!("`{key}` must be an integer"), None);
    };
    let number = i64::from_str_radix(digits.as_str(), digits.radix()).ok();
    if number.is_none() && !cx.broken {
        cx.report(WRONG_TYPE.fault(format!("`{key}` is too large for an integer of 64 bits")).at(cx.span(node.span())));
    }
    number
}

fn flag(cx: &mut Context, node: &Node<'_>, key: &str) -> Option<bool> {
    if let DeValue::Boolean(it) = node.get_ref() {
        return Some(*it);
    }
    wrong_type(cx, node, &format!("`{key}` must be true or false"), None)
}

/// Returns the word of a fixed list in `node`: what one of the list is called, and its words.
fn word(
    cx: &mut Context,
    node: &Node<'_>,
    key: &str,
    (what, names): (&str, &'static [&'static str]),
) -> Option<&'static str> {
    let word = text(cx, node, key)?;
    let found = names.iter().find(|it| **it == word);
    if found.is_none() {
        let help = match did_you_mean(word, names.iter().copied()) {
            Some(it) => format!("did you mean `{it}`?"),
            None => format!("write one of {}", names.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", ")),
        };
        let fault = UNKNOWN_WORD.fault(format!("`{word}` is no {what}"));
        cx.report(fault.at(cx.span(node.span())).help(help));
    }
    found.copied()
}
