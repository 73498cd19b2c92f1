//! What is wrong with something that a person wrote, where, and what to do about it.
//!
//! Every fault in a store, a query, a key file or a setting becomes a [`Diagnostic`]. It points at bytes of a text that a
//! [`SourceMap`] holds, so that one renderer can print `file:line:column`, the line and a caret for all of them.

mod level;
mod render;
mod source_map;
mod tally;

use strum::IntoStaticStr;

pub use level::{Levels, LintLevel};
pub use render::{Excerpted, human, json_line, one_line};
pub use source_map::{Position, SourceFile, SourceMap};
pub use tally::{MANY, Tally, thousands};

/// How much a fault costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Severity {
    /// Something that was written could not be used and is missing from what was read.
    Error,
    /// Everything was read, but it probably does not say what was meant.
    Warning,
}

impl Severity {
    /// Returns the word that reports print: `error` or `warning`.
    pub fn word(self) -> &'static str {
        self.into()
    }
}

/// A range of bytes of one text in a [`SourceMap`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Index of the text in its [`SourceMap`].
    pub file: usize,
    /// First byte.
    pub start: usize,
    /// One past the last byte; equal to `start` for a place between two bytes.
    pub end: usize,
}

impl Span {
    /// Returns the span of `start..end` in the text number `file`.
    pub const fn new(file: usize, start: usize, end: usize) -> Self {
        Self { file, start, end }
    }
}

/// One fault: what is wrong, where, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What it costs.
    pub severity: Severity,
    /// Stable kebab-case name of the rule, such as `unknown-party`.
    pub code: &'static str,
    /// One line, lower case, no full stop.
    pub message: String,
    /// The place; absent where there is none, such as a folder that cannot be read.
    pub span: Option<Span>,
    /// Other places that belong to the fault, each with a few words: the first of two equal ids, say.
    pub related: Vec<(Span, String)>,
    /// What to do about it, in one sentence.
    pub help: Option<String>,
}

impl Diagnostic {
    /// Returns an error without a place or help.
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, message)
    }

    /// Returns a warning without a place or help.
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, message)
    }

    fn new(severity: Severity, code: &'static str, message: impl Into<String>) -> Self {
        Self { severity, code, message: message.into(), span: None, related: Vec::new(), help: None }
    }

    /// Returns the same fault at `span`.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    /// Returns the same fault with a remedy.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Returns the same fault with one more place that belongs to it.
    #[must_use]
    pub fn related(mut self, span: Span, label: impl Into<String>) -> Self {
        self.related.push((span, label.into()));
        self
    }
}

/// Returns the member of `known` that `word` most likely meant, if one is near enough to be worth saying.
///
/// Nearness is the Damerau-Levenshtein distance on lower-cased text, at most a third of the word's length: two letters in
/// `partys`, none in `id`. A word that differs only in case, or that one of `known` starts with, is always near.
///
/// ```
/// use dateline::diag::did_you_mean;
/// assert_eq!(did_you_mean("partys", ["parties", "place"]), Some("parties"));
/// assert_eq!(did_you_mean("xyzzy", ["parties", "place"]), None);
/// ```
pub fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = word.to_lowercase();
    let limit = folded.chars().count().div_ceil(3);
    known
        .into_iter()
        .filter_map(|it| {
            let candidate = it.to_lowercase();
            let distance = strsim::damerau_levenshtein(&folded, &candidate);
            let begins = folded.len() >= 3 && candidate.starts_with(&folded);
            (distance <= limit || begins).then_some((distance, it))
        })
        .min_by_key(|(distance, it)| (*distance, it.len()))
        .map(|(_, it)| it)
}

/// Returns the remedy for a word that is none of `known`: the one that it most likely meant, or all of them behind `all`.
///
/// ```
/// use dateline::diag::meant_or_all;
/// assert_eq!(meant_or_all("partys", "fields are", ["parties", "place"]), "did you mean `parties`?");
/// assert_eq!(meant_or_all("xyzzy", "fields are", ["parties", "place"]), "fields are parties, place");
/// ```
pub fn meant_or_all<'a>(word: &str, all: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    match did_you_mean(word, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("{all} {}", known.join(", ")),
    }
}
