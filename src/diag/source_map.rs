//! The texts that spans point into, and byte offsets as lines and columns.

use std::{
    fmt,
    sync::{Arc, OnceLock},
};

use super::Span;

/// One text that was read: a file, standard input, or a query.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The name to print: the path as the user gave it, `<stdin>`, or `<query>`.
    pub name: String,
    /// The whole text.
    pub text: Arc<str>,
    /// Offsets at which lines begin, found the first time that a place is asked for: most texts have no fault.
    line_starts: OnceLock<Vec<usize>>,
}

impl SourceFile {
    fn line_starts(&self) -> &[usize] {
        self.line_starts.get_or_init(|| {
            std::iter::once(0)
                .chain(self.text.bytes().enumerate().filter(|(_, it)| *it == b'\n').map(|(at, _)| at + 1))
                .collect()
        })
    }

    /// Returns the zero-based number of the line that holds the byte `offset`.
    pub fn line_of(&self, offset: usize) -> usize {
        self.line_starts().partition_point(|start| *start <= offset) - 1
    }

    /// Returns the zero-based line `line` without its line end, or nothing past the last.
    pub fn line(&self, line: usize) -> Option<&str> {
        let starts = self.line_starts();
        let start = *starts.get(line)?;
        let end = starts.get(line + 1).copied().unwrap_or(self.text.len());
        Some(self.text[start..end].trim_end_matches(['\n', '\r']))
    }

    /// Returns the byte at which the zero-based line `line` begins.
    pub fn line_start(&self, line: usize) -> Option<usize> {
        self.line_starts().get(line).copied()
    }
}

/// A place as people and editors read it. Lines and columns count from one; columns count characters, as editors do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The text's name.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// Every text that was read, by number.
#[derive(Clone, Debug, Default)]
pub struct SourceMap {
    /// The texts in the order in which they were read.
    pub files: Vec<SourceFile>,
}

impl SourceMap {
    /// Returns a map of one text, for a query or a setting.
    pub fn single(name: impl Into<String>, text: impl Into<Arc<str>>) -> Self {
        let mut map = Self::default();
        map.add(name, text);
        map
    }

    /// Adds a text and returns its number.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<Arc<str>>) -> usize {
        self.files.push(SourceFile { name: name.into(), text: text.into(), line_starts: OnceLock::new() });
        self.files.len() - 1
    }

    /// Returns the bytes under `span`, or nothing where it does not lie on this map's text.
    pub fn text(&self, span: Span) -> Option<&str> {
        self.files.get(span.file)?.text.get(span.start..span.end)
    }

    /// Returns where `span` begins, or nothing where its text is not in this map.
    pub fn place(&self, span: Span) -> Option<Place> {
        let file = self.files.get(span.file)?;
        let offset = floor_char_boundary(&file.text, span.start);
        let line = file.line_of(offset);
        let start = file.line_start(line)?;
        Some(Place { file: file.name.clone(), line: line + 1, column: file.text[start..offset].chars().count() + 1 })
    }
}

/// Returns the nearest offset at or below `offset` that lies between two characters: a parser may stop inside one.
pub(super) fn floor_char_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_characters_from_one() {
        let map = SourceMap::single("a.toml", "é = 1\r\nb = 2\n");
        let place = |start| map.place(Span::new(0, start, start)).map(|it| it.to_string());
        assert_eq!(place(0).as_deref(), Some("a.toml:1:1"));
        assert_eq!(place(2).as_deref(), Some("a.toml:1:2"), "é is one column, two bytes");
        assert_eq!(place(1).as_deref(), Some("a.toml:1:1"), "inside é");
        assert_eq!(place(8).as_deref(), Some("a.toml:2:1"));
        assert_eq!(place(99).as_deref(), Some("a.toml:3:1"), "past the end");
        assert_eq!(map.files[0].line(0), Some("é = 1"));
    }
}
