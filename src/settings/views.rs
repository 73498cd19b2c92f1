//! Views saved under a name, as the configuration writes them.

use std::ops::Range;

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::diag::{Diagnostic, Span, meant_or_all};

/// The table of the configuration that holds views.
pub(super) const VIEWS: &str = "views";

/// The key of the table that says in which version of the language its queries are.
const LANGUAGE: &str = "language";

/// The parts of a view.
const PARTS: [&str; 4] = ["query", "as_of", "lanes", "zoom"];

/// A view saved under a name. What it does not name stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedView {
    /// Its name.
    pub name: String,
    /// The version of the language that its query is in; nothing stands for the first.
    pub language: Option<u32>,
    /// What it shows.
    pub query: Option<Written>,
    /// The date as of which it shows it.
    pub as_of: Option<Written>,
    /// What its lanes are by.
    pub lanes: Option<String>,
    /// The time that is on the screen.
    pub zoom: Option<Written>,
}

/// A text that somebody wrote, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// What it says.
    pub text: String,
    /// Where it stands: without its quotes, if it stands there letter by letter.
    pub span: Span,
}

impl SavedView {
    /// Returns what it does, in words.
    pub fn words(&self) -> String {
        let query = self.query.as_ref().map(|it| it.text.clone()).filter(|it| !it.is_empty());
        let as_of = self.as_of.as_ref().map(|it| format!("as known on {}", it.text));
        let lanes = self.lanes.as_ref().map(|it| format!("lanes by {it}"));
        let zoom = self.zoom.as_ref().map(|it| format!("in {}", it.text));
        [query, as_of, lanes, zoom].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

impl Written {
    /// Returns where the bytes `part` of the text stand.
    pub fn place(&self, part: Range<usize>) -> Span {
        if self.span.end - self.span.start != self.text.len() {
            return self.span;
        }
        Span::new(self.span.file, self.span.start + part.start, self.span.start + part.end)
    }
}

/// Returns the views of the configuration `root`, which is `text`, the text number `file`; and what is wrong with them. Their lanes
/// are by one of `lanes`.
pub(super) fn views(root: &DeTable, text: &str, file: usize, lanes: &[&str]) -> (Vec<SavedView>, Vec<Diagnostic>) {
    let Some(value) = root.get(VIEWS) else { return (Vec::new(), Vec::new()) };
    let language = value.get_ref().as_table().and_then(|it| language(it.get(LANGUAGE)?.get_ref()));
    let reader = Reader { text, file, lanes, language };
    let Some(table) = value.get_ref().as_table() else {
        let help = "write `[views]`, and below it a line for each view";
        return (Vec::new(), vec![reader.fault(value.span(), format!("`{VIEWS}` is not a table"), help)]);
    };
    let mut faults = Vec::new();
    // A value that is not TOML is empty here, and has been told.
    let written = table.iter().filter(|it| !it.1.span().is_empty() && !is_language(it.0.get_ref(), it.1.get_ref()));
    let views = written.filter_map(|(name, value)| reader.view(name.get_ref(), value, &mut faults)).collect();
    (views, faults)
}

/// Returns whether this says the version of the language: a number is no view.
fn is_language(name: &str, value: &DeValue) -> bool {
    name == LANGUAGE && value.as_integer().is_some()
}

/// Returns the version of the language that a value says.
fn language(value: &DeValue) -> Option<u32> {
    value.as_integer()?.as_str().parse().ok()
}

/// Where views are read from.
struct Reader<'a> {
    text: &'a str,
    file: usize,
    lanes: &'a [&'a str],
    /// The version of the language that the table says.
    language: Option<u32>,
}

impl Reader<'_> {
    fn view(&self, name: &str, value: &Spanned<DeValue>, faults: &mut Vec<Diagnostic>) -> Option<SavedView> {
        let mut view = SavedView { name: name.to_owned(), language: self.language, ..SavedView::default() };
        if let Ok(query) = self.written(value) {
            return Some(SavedView { query: Some(query), ..view });
        }
        let Some(parts) = value.get_ref().as_table() else {
            let help = "write it as in `\"@netflix\"` or `{ query = \"@netflix\", zoom = \"2011/2016\" }`";
            faults.push(self.fault(value.span(), "a view is a query or a table", help));
            return None;
        };
        for (part, value) in parts {
            let read = match &**part.get_ref() {
                "query" => self.written(value).map(|it| view.query = Some(it)),
                "as_of" => self.written(value).map(|it| view.as_of = Some(it)),
                "zoom" => self.written(value).map(|it| view.zoom = Some(it)),
                "lanes" => self.lanes(value).map(|it| view.lanes = Some(it)),
                other => {
                    let help = meant_or_all(other, "a view has", PARTS);
                    Err(self.fault(part.span(), format!("`{other}` is no part of a view"), help))
                }
            };
            faults.extend(read.err());
        }
        Some(view)
    }

    fn written(&self, value: &Spanned<DeValue>) -> Result<Written, Diagnostic> {
        let Some(text) = value.get_ref().as_str() else {
            return Err(self.fault(value.span(), "this part of a view is a text", "put it in quotes"));
        };
        let inside = value.span().start + 1..value.span().end.saturating_sub(1);
        let verbatim = self.text.get(inside.clone()) == Some(text);
        let Range { start, end } = if verbatim { inside } else { value.span() };
        Ok(Written { text: text.to_owned(), span: Span::new(self.file, start, end) })
    }

    fn lanes(&self, value: &Spanned<DeValue>) -> Result<String, Diagnostic> {
        let lanes = value.get_ref().as_str().filter(|it| self.lanes.is_empty() || self.lanes.contains(it));
        let help = || format!("lanes are by {}", self.lanes.join(", "));
        lanes.map(str::to_owned).ok_or_else(|| self.fault(value.span(), "lanes cannot be by this", help()))
    }

    fn fault(&self, at: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Diagnostic {
        Diagnostic::error("bad-view", message).at(Span::new(self.file, at.start, at.end)).help(help)
    }
}
