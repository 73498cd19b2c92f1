//! Typed reading of one table's fields, where every fault is reported with its own place and costs its own field.

use std::ops::Range;

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::store::rules::{EMPTY_ID, MISSING_FIELD, UNKNOWN_WORD, WRONG_TYPE};
use crate::{
    chronology::Named,
    diag::{Diagnostic, Span, did_you_mean},
};

/// A spanned value of the parsed tree.
pub(super) type Value<'i> = Spanned<DeValue<'i>>;

/// The chunk that is being read, and what was found wrong with it.
pub(super) struct Context<'a> {
    file: usize,
    base: usize,
    pub(super) source: &'a str,
    /// Whether the chunk has a syntax error: values may then stand for what could not be read.
    pub(super) broken: bool,
    /// Where a multi-line string begins that is not closed, in the chunk: what it holds is not what its author meant.
    pub(super) unclosed: Option<usize>,
    /// Places of syntax errors for which a report in the store's own terms was made.
    pub(super) replaced: Vec<Range<usize>>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl<'a> Context<'a> {
    pub(super) fn new(file: usize, base: usize, source: &'a str) -> Self {
        Self { file, base, source, broken: false, unclosed: None, replaced: Vec::new(), diagnostics: Vec::new() }
    }

    /// Returns where the bytes `range` of the chunk stand in the text.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, self.base + range.start, self.base + range.end)
    }

    pub(super) fn report(&mut self, fault: Diagnostic) {
        self.diagnostics.push(fault);
    }

    /// Returns whether `value` stands for something that could not be read, and has been reported as such.
    pub(super) fn is_lost(&self, value: &Value<'_>) -> bool {
        (self.broken && value.span().is_empty()) || self.unclosed == Some(value.span().start)
    }
}

/// One table, what it is called, and the keys that it may have.
#[derive(Clone, Copy)]
pub(super) struct Table<'t, 'i> {
    pub(super) fields: &'t DeTable<'i>,
    /// Where it stands, in the chunk.
    pub(super) span: (usize, usize),
    /// What it is: `event`, `claim`.
    pub(super) what: &'static str,
    /// Its keys, in the order of writing.
    pub(super) keys: &'static [&'static str],
}

impl<'t, 'i> Table<'t, 'i> {
    /// Returns the table in `value`, or reports that it is none.
    pub(super) fn of(
        cx: &mut Context,
        value: &'t Value<'i>,
        what: &'static str,
        keys: &'static [&'static str],
    ) -> Option<Self> {
        let DeValue::Table(fields) = value.get_ref() else {
            wrong_type(cx, value, &format!("{} must be a table", article(what)), None);
            return None;
        };
        Some(Self { fields, span: (value.span().start, value.span().end), what, keys })
    }

    /// Returns the value of `key`, unless it could not be read.
    pub(super) fn get(&self, cx: &Context, key: &str) -> Option<&'t Value<'i>> {
        self.fields.get(key).filter(|it| !cx.is_lost(it))
    }

    /// Reports that a required `key` is not there.
    pub(super) fn missing(&self, cx: &mut Context, key: &str) {
        let lost = if cx.broken { ", or lost to a syntax error" } else { "" };
        let fault = MISSING_FIELD.fault(format!("`{key}` of this {} is missing{lost}", self.what));
        let span = cx.span(self.span.0..self.span.1);
        cx.report(fault.at(span).help(format!("{} needs `{key}`; without it, it is left out", article(self.what))));
    }
}

/// Returns `word` with its article.
pub(super) fn article(word: &str) -> String {
    if word.starts_with(['a', 'e', 'i', 'o', 'u']) { format!("an {word}") } else { format!("a {word}") }
}

/// Returns what sort of value it is, in words.
pub(super) fn type_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "an integer",
        DeValue::Float(_) => "a float",
        DeValue::Boolean(_) => "a boolean",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "an array",
        DeValue::Table(_) => "a table",
    }
}

/// Reports that `value` is of another type than the `claim` says.
pub(super) fn wrong_type(cx: &mut Context, value: &Value<'_>, claim: &str, help: Option<String>) {
    if cx.is_lost(value) {
        return;
    }
    let fault = WRONG_TYPE.fault(format!("{claim}, not {}", type_of(value.get_ref()))).at(cx.span(value.span()));
    cx.report(Diagnostic { help, ..fault });
}

/// Returns the string under `key`.
pub(super) fn string(cx: &mut Context, table: &Table, key: &str) -> Option<String> {
    let value = table.get(cx, key)?;
    text(cx, value, key).map(str::to_owned)
}

/// Returns the string in `value`, which stands under `key`.
fn text<'t>(cx: &mut Context, value: &'t Value<'_>, key: &str) -> Option<&'t str> {
    if let DeValue::String(it) = value.get_ref() {
        return Some(it);
    }
    let source = cx.source.get(value.span()).unwrap_or_default();
    let is_word =
        matches!(value.get_ref(), DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_) | DeValue::Boolean(_));
    let help = (is_word && !source.is_empty()).then(|| format!("write \"{source}\""));
    wrong_type(cx, value, &format!("`{key}` must be a string"), help);
    None
}

/// Returns the string under `key`, or reports that it is missing. An empty one is as good as none.
pub(super) fn required(cx: &mut Context, table: &Table, key: &str) -> Option<String> {
    if !table.fields.contains_key(key) || (cx.broken && table.get(cx, key).is_none()) {
        table.missing(cx, key);
        return None;
    }
    let text = string(cx, table, key)?;
    if !text.is_empty() {
        return Some(text);
    }
    let span = table.get(cx, key).map(|it| cx.span(it.span()));
    let fault = if is_reference(key) {
        EMPTY_ID.fault(format!("`{key}` is empty"))
    } else {
        MISSING_FIELD.fault(format!("`{key}` is empty"))
    };
    let help = format!("{} without it is left out", article(table.what));
    cx.report(Diagnostic { span, help: Some(help), ..fault });
    None
}

fn is_reference(key: &str) -> bool {
    matches!(key, "id" | "by" | "to" | "with")
}

/// Returns the items of the array under `key`; empty if there is none.
pub(super) fn items<'t, 'i>(cx: &mut Context, table: &Table<'t, 'i>, key: &str) -> Vec<&'t Value<'i>> {
    let Some(value) = table.get(cx, key) else { return Vec::new() };
    if let DeValue::Array(items) = value.get_ref() {
        return items.iter().filter(|it| !cx.is_lost(it)).collect();
    }
    let single = matches!(value.get_ref(), DeValue::String(_) | DeValue::Table(_));
    let source = cx.source.get(value.span()).filter(|it| single && it.len() < 60 && !it.starts_with('['));
    let help = source.map(|it| format!("write `{key} = [{it}]`"));
    wrong_type(cx, value, &format!("`{key}` must be an array"), help);
    Vec::new()
}

/// Returns the strings of the array under `key`.
pub(super) fn strings(cx: &mut Context, table: &Table, key: &str) -> Vec<String> {
    let items = items(cx, table, key);
    let read = |it: &Value<'_>| {
        if let DeValue::String(it) = it.get_ref() {
            return Some(it.to_string());
        }
        wrong_type(cx, it, &format!("an item of `{key}` must be a string"), None);
        None
    };
    items.into_iter().filter_map(read).collect()
}

/// Returns the ids in the array under `key`; an empty one is reported and left out.
pub(super) fn ids(cx: &mut Context, table: &Table, key: &str) -> Vec<String> {
    let items = items(cx, table, key);
    items.into_iter().filter_map(|it| id(cx, it, key)).collect()
}

/// Returns the id in `value`, an item of the array under `key`.
pub(super) fn id(cx: &mut Context, value: &Value<'_>, key: &str) -> Option<String> {
    match value.get_ref() {
        DeValue::String(it) if it.is_empty() => {
            cx.report(EMPTY_ID.fault(format!("an id in `{key}` is empty")).at(cx.span(value.span())));
            None
        }
        DeValue::String(it) => Some(it.to_string()),
        _ => {
            wrong_type(cx, value, &format!("an item of `{key}` must be a string"), None);
            None
        }
    }
}

/// Returns the integer under `key`.
pub(super) fn integer(cx: &mut Context, table: &Table, key: &str) -> Option<i64> {
    let value = table.get(cx, key)?;
    let DeValue::Integer(digits) = value.get_ref() else {
        wrong_type(cx, value, &format!("`{key}` must be an integer"), None);
        return None;
    };
    let number = i64::from_str_radix(digits.as_str(), digits.radix()).ok();
    if number.is_none() && !cx.broken {
        cx.report(
            WRONG_TYPE.fault(format!("`{key}` is too large for an integer of 64 bits")).at(cx.span(value.span())),
        );
    }
    number
}

/// Returns the boolean under `key`; false if there is none.
pub(super) fn flag(cx: &mut Context, table: &Table, key: &str) -> bool {
    let Some(value) = table.get(cx, key) else { return false };
    if let DeValue::Boolean(it) = value.get_ref() {
        return *it;
    }
    wrong_type(cx, value, &format!("`{key}` must be true or false"), None);
    false
}

/// Returns the word of a fixed list under `key`.
pub(super) fn word<T: Named>(cx: &mut Context, table: &Table, key: &str) -> Option<T> {
    let value = table.get(cx, key)?;
    let word = text(cx, value, key)?;
    let found = T::from_name(word);
    if found.is_none() {
        let words = || T::ALL.iter().map(|it| it.name());
        let help = match did_you_mean(word, words()) {
            Some(it) => format!("did you mean `{it}`?"),
            None => format!("write one of {}", words().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(", ")),
        };
        let fault = UNKNOWN_WORD.fault(format!("`{word}` is no {}", T::WHAT));
        cx.report(fault.at(cx.span(value.span())).help(help));
    }
    found
}

/// Returns the word of a fixed list under `key`, or reports that it is missing.
pub(super) fn required_word<T: Named>(cx: &mut Context, table: &Table, key: &str) -> Option<T> {
    if table.get(cx, key).is_none() {
        table.missing(cx, key);
    }
    word(cx, table, key)
}
