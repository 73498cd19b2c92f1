//! The chunk that is being read by way of the tree, and what was found wrong with it.

use std::ops::Range;

use toml::{Spanned, de::DeValue};

use crate::{
    diag::{Diagnostic, Span},
    store::rules::WRONG_TYPE,
};

/// A value of the parsed tree, with its place.
pub(super) type Node<'i> = Spanned<DeValue<'i>>;

/// The chunk that is being read, and what was found wrong with it.
pub(super) struct Context<'a> {
    file: usize,
    base: usize,
    /// Bytes of a head that was put before the chunk, because it has lost its own.
    pub(super) lead: usize,
    /// The chunk, with that head.
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
    pub(super) fn new(file: usize, base: usize, lead: usize, source: &'a str) -> Self {
        Self { file, base, lead, source, broken: false, unclosed: None, replaced: Vec::new(), diagnostics: Vec::new() }
    }

    /// Returns where the bytes `range` of the chunk stand in the text.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let at = |it: usize| self.base + it.saturating_sub(self.lead);
        Span::new(self.file, at(range.start), at(range.end))
    }

    pub(super) fn report(&mut self, fault: Diagnostic) {
        self.diagnostics.push(fault);
    }

    /// Returns whether `value` stands for something that could not be read, and has been reported as such.
    pub(super) fn is_lost(&self, value: &Node<'_>) -> bool {
        (self.broken && value.span().is_empty()) || self.unclosed == Some(value.span().start)
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

/// Reports that `value` is of another type than the `claim` says, so that there is nothing to return.
pub(super) fn wrong_type<T>(cx: &mut Context, value: &Node<'_>, claim: &str, help: Option<String>) -> Option<T> {
    if !cx.is_lost(value) {
        let fault = WRONG_TYPE.fault(format!("{claim}, not {}", type_of(value.get_ref()))).at(cx.span(value.span()));
        cx.report(Diagnostic { help, ..fault });
    }
    None
}
