//! Views saved under a name, as the configuration writes them.

use std::ops::Range;

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::diag::{Diagnostic, Span, did_you_mean};

/// The table of the configuration that holds views.
pub(super) const VIEWS: &str = "views";

/// The parts of a view.
const PARTS: [&str; 4] = ["query", "as_of", "lanes", "zoom"];

/// A view saved under a name. What it does not name stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedView {
    /// Its name.
    pub name: String,
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
    let mut reader = Reader { text, file, lanes, faults: Vec::new() };
    let Some(table) = value.get_ref().as_table() else {
        reader.fault(
            value.span(),
            format!("`{VIEWS}` is not a table"),
            "write `[views]`, and below it a line for each view",
        );
        return (Vec::new(), reader.faults);
    };
    let views = table.iter().filter_map(|(name, value)| reader.view(name.get_ref(), value)).collect();
    (views, reader.faults)
}

/// Reads views, and notes what is wrong.
struct Reader<'a> {
    text: &'a str,
    file: usize,
    lanes: &'a [&'a str],
    faults: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn view(&mut self, name: &str, value: &Spanned<DeValue>) -> Option<SavedView> {
        // A value that is not TOML is empty here, and has been told.
        if value.span().is_empty() {
            return None;
        }
        let mut view = SavedView { name: name.to_owned(), query: None, as_of: None, lanes: None, zoom: None };
        if value.get_ref().as_str().is_some() {
            view.query = self.written(value);
            return Some(view);
        }
        let Some(parts) = value.get_ref().as_table() else {
            let help = "write it as in `\"@netflix\"` or `{ query = \"@netflix\", zoom = \"2011/2016\" }`";
            self.fault(value.span(), "a view is a query or a table", help);
            return None;
        };
        for (part, value) in parts {
            match &**part.get_ref() {
                "query" => view.query = self.written(value),
                "as_of" => view.as_of = self.written(value),
                "zoom" => view.zoom = self.written(value),
                "lanes" => view.lanes = self.lanes(value),
                other => {
                    let meant = did_you_mean(other, PARTS).map(|it| format!("did you mean `{it}`?"));
                    let help = meant.unwrap_or_else(|| format!("a view has {}", PARTS.join(", ")));
                    self.fault(part.span(), format!("`{other}` is no part of a view"), help);
                }
            }
        }
        Some(view)
    }

    fn written(&mut self, value: &Spanned<DeValue>) -> Option<Written> {
        let Some(text) = value.get_ref().as_str() else {
            self.fault(value.span(), "this part of a view is a text", "put it in quotes");
            return None;
        };
        let Range { start, end } = value.span();
        let inside = start + 1..end.saturating_sub(1);
        let verbatim = self.text.get(inside.clone()) == Some(text);
        let Range { start, end } = if verbatim { inside } else { start..end };
        Some(Written { text: text.to_owned(), span: Span::new(self.file, start, end) })
    }

    fn lanes(&mut self, value: &Spanned<DeValue>) -> Option<String> {
        let lanes = value.get_ref().as_str().filter(|it| self.lanes.is_empty() || self.lanes.contains(it));
        if lanes.is_none() {
            let words = self.lanes.join(", ");
            self.fault(value.span(), "lanes cannot be by this", format!("lanes are by {words}"));
        }
        lanes.map(str::to_owned)
    }

    fn fault(&mut self, at: Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        let span = Span::new(self.file, at.start, at.end);
        self.faults.push(Diagnostic::error("bad-view", message).at(span).help(help));
    }
}
