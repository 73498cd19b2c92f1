//! The way back from what was read to its place in the text.
//!
//! Faults that only the whole store shows are rare, so the places of single fields are not kept: a table is parsed again where
//! one is needed.

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    chronology::Origin,
    diag::{SourceMap, Span},
};

/// The fields of a table of a text, with their places.
pub(super) struct FieldPlaces<'a> {
    /// None where there is nothing to be read any more.
    fields: Option<DeTable<'a>>,
    origin: Origin,
    head: Span,
}

impl<'a> FieldPlaces<'a> {
    /// Parses the table at `origin`.
    pub(super) fn read(files: &'a SourceMap, origin: Origin) -> Self {
        let text =
            files.files.get(origin.file).and_then(|it| it.text.get(origin.start..origin.end)).unwrap_or_default();
        let head = origin.start + text.lines().next().unwrap_or_default().len();
        Self { fields: fields(text), origin, head: Span::new(origin.file, origin.start, head) }
    }

    pub(super) fn get(&self, key: &str) -> Option<&Spanned<DeValue<'a>>> {
        self.fields.as_ref()?.get(key)
    }

    /// Returns the place of the value of `key`, or of the table's head where it has none.
    pub(super) fn field(&self, key: &str) -> Span {
        self.get(key).map_or(self.head, |it| self.place(it))
    }

    /// Returns the place of the first string `text` under `key`, or else of the key's value.
    pub(super) fn string(&self, key: &str, text: &str) -> Span {
        self.get(key).and_then(|it| within(it, text)).map_or_else(|| self.field(key), |it| self.place(it))
    }

    /// Returns the place of a value of this table in the whole text.
    pub(super) fn place(&self, value: &Spanned<DeValue<'_>>) -> Span {
        let Origin { file, start, .. } = self.origin;
        Span::new(file, start + value.span().start, start + value.span().end)
    }
}

fn fields(text: &str) -> Option<DeTable<'_>> {
    let value = match text.as_bytes().first() {
        Some(b'{') => DeValue::parse_recoverable(text).0,
        Some(b'[') => DeTable::parse_recoverable(text).0.into_inner().into_iter().next()?.1,
        // It has lost its head.
        _ => return Some(DeTable::parse_recoverable(text).0.into_inner()),
    };
    match value.into_inner() {
        DeValue::Table(it) => Some(it),
        DeValue::Array(it) => match it.into_iter().next()?.into_inner() {
            DeValue::Table(it) => Some(it),
            _ => None,
        },
        _ => None,
    }
}

fn within<'t, 'i>(value: &'t Spanned<DeValue<'i>>, text: &str) -> Option<&'t Spanned<DeValue<'i>>> {
    match value.get_ref() {
        DeValue::String(it) => (it == text).then_some(value),
        DeValue::Array(items) => items.iter().find_map(|it| within(it, text)),
        DeValue::Table(fields) => fields.values().find_map(|it| within(it, text)),
        _ => None,
    }
}
