//! The way back from what was read to its place in the text, and faults in order of place.
//!
//! Faults that only the whole store shows are rare, so the places of single fields are not kept: the table is parsed again
//! where one is needed.

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    chronology::Origin,
    diag::{Diagnostic, SourceMap, Span},
};

/// Hands the table at `origin` to `read`, with the offset that its spans count from.
pub(in crate::store) fn with_table<R>(
    files: &SourceMap,
    origin: Origin,
    read: impl FnOnce(&DeTable<'_>, usize) -> R,
) -> Option<R> {
    let text = files.files.get(origin.file)?.text.get(origin.start..origin.end)?;
    if text.starts_with('{') {
        let (value, _) = DeValue::parse_recoverable(text);
        return value.get_ref().as_table().map(|it| read(it, origin.start));
    }
    let (root, _) = DeTable::parse_recoverable(text);
    let value = root.get_ref().values().next()?.get_ref();
    let value = value.as_array().and_then(|it| it.first()).map_or(value, Spanned::get_ref);
    value.as_table().map(|it| read(it, origin.start))
}

/// Returns the place of the value of `key` in the table at `origin`, or of the table's head where it has none.
pub(in crate::store) fn field(files: &SourceMap, origin: Origin, key: &str) -> Span {
    let place = with_table(files, origin, |table, base| table.get(key).map(|it| shifted(it, origin.file, base)));
    place.flatten().unwrap_or_else(|| head(files, origin))
}

/// Returns the place of the first string `text` under `key` of the table at `origin`, or else of the key's value.
pub(in crate::store) fn string(files: &SourceMap, origin: Origin, key: &str, text: &str) -> Span {
    let place = with_table(files, origin, |table, base| {
        table.get(key).and_then(|it| within(it, text)).map(|it| shifted(it, origin.file, base))
    });
    place.flatten().unwrap_or_else(|| field(files, origin, key))
}

/// Returns the place of `value` in the text number `file`.
pub(in crate::store) fn shifted(value: &Spanned<DeValue<'_>>, file: usize, base: usize) -> Span {
    Span::new(file, base + value.span().start, base + value.span().end)
}

fn within<'t, 'i>(value: &'t Spanned<DeValue<'i>>, text: &str) -> Option<&'t Spanned<DeValue<'i>>> {
    match value.get_ref() {
        DeValue::String(it) => (it == text).then_some(value),
        DeValue::Array(items) => items.iter().find_map(|it| within(it, text)),
        DeValue::Table(fields) => fields.values().find_map(|it| within(it, text)),
        _ => None,
    }
}

fn head(files: &SourceMap, origin: Origin) -> Span {
    let text = files.files.get(origin.file).and_then(|it| it.text.get(origin.start..origin.end)).unwrap_or_default();
    Span::new(origin.file, origin.start, origin.start + text.lines().next().unwrap_or_default().len())
}

/// Sorts faults as people read files; those without a place come first.
pub(in crate::store) fn sort(faults: &mut [Diagnostic]) {
    faults.sort_by_key(|it| it.span.map(|it| (it.file, it.start, it.end)));
}
