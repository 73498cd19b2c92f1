//! The formats, one a file, and the table of them: to add one is a file here and two lines.

use std::path::Path;

use super::format::Format;

mod csv;
mod json;
mod jsonl;
mod markdown;
mod markup;
mod record;
mod text;
mod toml;

/// Every format, in the order in which help and the export dialog show them.
pub static FORMATS: &[Format] =
    &[text::FORMAT, toml::FORMAT, json::FORMAT, jsonl::FORMAT, csv::FORMAT, markdown::FORMAT];

/// Returns the format with a name or alias, in any case.
///
/// ```
/// use dateline::formats::format;
/// assert_eq!(format("MD").map(|it| it.name), Some("markdown"));
/// assert!(format("xls").is_none());
/// ```
pub fn format(name: &str) -> Option<&'static Format> {
    let is = |it: &str| it.eq_ignore_ascii_case(name);
    FORMATS.iter().find(|it| is(it.name) || it.aliases.iter().any(|alias| is(alias)))
}

/// Returns the format that the end of a file's name stands for.
///
/// ```
/// use dateline::formats::format_for_path;
/// assert_eq!(format_for_path("report.MD".as_ref()).map(|it| it.name), Some("markdown"));
/// assert!(format_for_path("report".as_ref()).is_none());
/// ```
pub fn format_for_path(path: &Path) -> Option<&'static Format> {
    let extension = path.extension()?.to_str()?;
    let is = |it: &str| it.eq_ignore_ascii_case(extension);
    FORMATS.iter().find(|it| is(it.extension) || it.aliases.iter().any(|alias| is(alias)))
}
