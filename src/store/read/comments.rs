//! The comments of a table: those that allow a warning go with it, and the others are counted.

use toml_parser::{Source, lexer::TokenKind};

use crate::{
    chronology::{Comments, Origin},
    diag::SourceMap,
};

/// Returns whether a line is a comment that allows a warning.
pub(in crate::store) fn is_allow(line: &str) -> bool {
    line.trim_start().strip_prefix('#').is_some_and(|it| it.trim_start().starts_with("dateline: allow"))
}

/// Returns the comments of the table at `origin`: above it, as far as nothing else stands between, and within.
pub(super) fn comments(files: &SourceMap, origin: Origin) -> Comments {
    let Some(text) = files.files.get(origin.file).map(|it| &*it.text) else { return Comments::default() };
    let (Some(above), Some(table)) = (text.get(..origin.start), text.get(origin.start..origin.end)) else {
        return Comments::default();
    };
    let mut comments = Comments::default();
    // One that is at a distance is at the top of its file, or above another that is not there any more.
    let mut is_near = true;
    for line in above.lines().rev() {
        match line.trim() {
            "" => is_near = false,
            it if is_near && is_allow(it) => comments.allowed.insert(0, it.to_owned()),
            it if it.starts_with('#') => comments.others += 1,
            _ => break,
        }
    }
    let rest = &text[origin.end..];
    let line = rest.lines().next().unwrap_or_default();
    let whole = &text[origin.start..origin.end + line.len()];
    if table.contains('#') || line.contains('#') {
        comments.others += Source::new(whole).lex().filter(|it| it.kind() == TokenKind::Comment).count();
    }
    comments
}
