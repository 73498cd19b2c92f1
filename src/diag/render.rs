//! Diagnostics for people, with an excerpt and a caret, and for machines, one JSON object a line.
//!
//! The excerpt is cut out before it is drawn: a renderer that is handed a whole text scans all of it for every fault, which
//! costs a fifth of a second a fault on a store of 24 MB.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use serde_json::json;

use crate::text::printable;

use super::{Diagnostic, Position, Severity, SourceMap, Span, source_map::floor_char_boundary};

/// Characters of one line that are shown; a minified line of a megabyte is cut around its fault.
const WIDEST: usize = 400;

/// The line of a fault, cut out of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpted {
    /// Number of the line, from 1.
    pub line: usize,
    /// The line, or what is around the fault of a very long one.
    pub text: String,
    /// The bytes of `text` that are meant.
    pub marked: std::ops::Range<usize>,
}

impl Excerpted {
    /// Returns the line on which `span` begins, or nothing where its text is not in `sources`.
    pub fn cut(sources: &SourceMap, span: Span) -> Option<Self> {
        let file = sources.files.get(span.file)?;
        let start = floor_char_boundary(&file.text, span.start);
        let end = floor_char_boundary(&file.text, span.end.max(span.start));
        let line = file.line_of(start);
        let (content, line_start) = (file.line(line)?, file.line_start(line)?);
        let from = (start - line_start).min(content.len());
        // A fault over several lines is marked to the end of the first: the caret then points at where it begins.
        let to = (end - line_start).min(content.len()).max(from);
        let before = printable(&content[..from]);
        let skipped = before.chars().count().saturating_sub(WIDEST / 2);
        let before: String = before.chars().skip(skipped).collect();
        let marked: String = printable(&content[from..to]).chars().take(WIDEST / 2).collect();
        let after: String = printable(&content[to..]).chars().take(WIDEST / 2).collect();
        let at = before.len()..before.len() + marked.len();
        Some(Self { line: line + 1, text: before + &marked + &after, marked: at })
    }
}

/// Returns the report of one fault for people: title, place, excerpt with a caret, help. Ends with a line feed.
pub fn human(diagnostic: &Diagnostic, sources: &SourceMap, color: bool) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut snippets = Vec::new();
    let places = diagnostic.span.map(|it| (it, String::new(), AnnotationKind::Primary));
    let related =
        diagnostic.related.iter().map(|(span, label)| (*span, printable(label).into_owned(), AnnotationKind::Context));
    for (span, label, kind) in places.into_iter().chain(related) {
        let Some(excerpt) = Excerpted::cut(sources, span) else { continue };
        let name = printable(&sources.files[span.file].name);
        let annotation = kind.span(excerpt.marked.clone());
        let annotation = if label.is_empty() { annotation } else { annotation.label(label) };
        snippets.push(Snippet::source(excerpt.text).line_start(excerpt.line).path(name).annotation(annotation));
    }
    let title = level.primary_title(printable(&diagnostic.message)).id(diagnostic.code);
    let mut group = title.elements(snippets);
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(printable(help)));
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let mut report = renderer.render(&[group]);
    report.push('\n');
    report
}

/// Returns `file:line:column: severity[code]: message`, for logs and lists of one line a fault.
pub fn one_line(diagnostic: &Diagnostic, sources: &SourceMap) -> String {
    let place = diagnostic.span.and_then(|it| sources.place(it)).map(|it| format!("{it}: ")).unwrap_or_default();
    let Diagnostic { severity, code, message, .. } = diagnostic;
    printable(&format!("{place}{}[{code}]: {message}", severity.word())).into_owned()
}

/// Returns one JSON object without a line end: `severity`, `code`, `message`, `file`, `line`, `column`, `end_line`,
/// `end_column`, `excerpt`, `help` and `related`. What is not known is `null`.
pub fn json_line(diagnostic: &Diagnostic, sources: &SourceMap) -> String {
    let place = |it: Option<Span>| match it.and_then(|it| sources.place(it)) {
        Some(Position { file, line, column }) => (Some(file), Some(line), Some(column)),
        None => (None, None, None),
    };
    let (file, line, column) = place(diagnostic.span);
    let (_, end_line, end_column) = place(diagnostic.span.map(|it| Span::new(it.file, it.end, it.end)));
    let related = diagnostic.related.iter().map(|(span, label)| {
        let (file, line, column) = place(Some(*span));
        json!({ "label": label, "file": file, "line": line, "column": column })
    });
    json!({
        "severity": diagnostic.severity.word(),
        "code": diagnostic.code,
        "message": diagnostic.message,
        "file": file,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "excerpt": diagnostic.span.and_then(|it| Excerpted::cut(sources, it)).map(|it| it.text),
        "help": diagnostic.help,
        "related": related.collect::<Vec<_>>(),
    })
    .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str, word: &str) -> (Diagnostic, SourceMap) {
        let start = text.find(word).expect("the word stands in the text");
        let map = SourceMap::single("s.toml", text);
        let fault =
            Diagnostic::error("unknown-key", "unknown key `partys`").at(Span::new(0, start, start + word.len()));
        (fault.help("did you mean `parties`?"), map)
    }

    #[test]
    fn people_get_a_caret_and_help() {
        let (fault, map) = fault("id = \"a\"\npartys = []\ntitle = \"b\"\n", "partys");
        insta::assert_snapshot!(human(&fault, &map, false), @r#"
        error[unknown-key]: unknown key `partys`
         --> s.toml:2:1
          |
        2 | partys = []
          | ^^^^^^
          |
          = help: did you mean `parties`?
        "#);
        assert_eq!(one_line(&fault, &map), "s.toml:2:1: error[unknown-key]: unknown key `partys`");
    }

    #[test]
    fn control_characters_of_the_text_are_not_printed() {
        let (fault, map) = fault("\u{1b}[31m\u{202e}partys = []\n", "partys");
        let report = human(&fault, &map, false);
        assert!(!report.contains('\u{1b}') && !report.contains('\u{202e}'), "{report:?}");
    }

    #[test]
    fn one_line_of_a_megabyte_is_cut_around_its_fault() {
        let text = format!("{}partys{}", "x".repeat(1_000_000), "y".repeat(1_000_000));
        let (fault, map) = fault(&text, "partys");
        assert!(human(&fault, &map, false).len() < 2000);
    }

    #[test]
    fn machines_get_one_object() {
        let (fault, map) = fault("partys = []\n", "partys");
        insta::assert_snapshot!(json_line(&fault, &map), @r#"{"severity":"error","code":"unknown-key","message":"unknown key `partys`","file":"s.toml","line":1,"column":1,"end_line":1,"end_column":7,"excerpt":"partys = []","help":"did you mean `parties`?","related":[]}"#);
    }
}
