//! The texts that spans point into, and byte offsets as lines and columns.

use std::{
    fmt,
    path::PathBuf,
    sync::{Arc, OnceLock},
};

use memchr::{memchr, memchr_iter};

use super::Span;

/// One text that was read: a file, standard input, or a query.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The name to print: the path as the user gave it, `<stdin>`, or `<query>`.
    pub name: String,
    /// The file to open to change the text; nothing where it is none.
    pub path: Option<PathBuf>,
    /// The whole text.
    pub text: Arc<String>,
    /// For each block of the text, the line ends before it; found the first time that a place is asked for: most texts have no
    /// fault. An offset for every line of a million events would take a quarter of what their text takes.
    lines_before: OnceLock<Vec<u32>>,
}

/// Bytes of a text between two counts of its lines.
const BLOCK: usize = 4096;

impl SourceFile {
    fn lines_before(&self) -> &[u32] {
        self.lines_before.get_or_init(|| {
            let mut before = vec![0];
            let mut lines = 0;
            for block in self.text.as_bytes().chunks(BLOCK) {
                lines += memchr_iter(b'\n', block).count() as u32;
                before.push(lines);
            }
            before
        })
    }

    /// Returns the zero-based number of the line that holds the byte `offset`.
    pub fn line_of(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        let block = offset / BLOCK;
        let inside = memchr_iter(b'\n', &self.text.as_bytes()[block * BLOCK..offset]).count();
        self.lines_before()[block] as usize + inside
    }

    /// Returns the zero-based line `line` without its line end, or nothing past the last.
    pub fn line(&self, line: usize) -> Option<&str> {
        let start = self.line_start(line)?;
        let rest = &self.text[start..];
        let end = memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        Some(rest[..end].trim_end_matches('\r'))
    }

    /// Returns the byte at which the zero-based line `line` begins.
    pub fn line_start(&self, line: usize) -> Option<usize> {
        let Some(ends_before) = line.checked_sub(1) else { return Some(0) };
        let before = self.lines_before();
        let block = before.partition_point(|it| *it as usize <= ends_before) - 1;
        let from = block * BLOCK;
        let end = memchr_iter(b'\n', self.text.as_bytes().get(from..)?).nth(ends_before - before[block] as usize)?;
        Some(from + end + 1)
    }
}

/// A place as people and editors read it. Lines and columns count from one; columns count characters, as editors do.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The text's name.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl fmt::Display for Position {
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
    pub fn single(name: impl Into<String>, text: impl Into<String>) -> Self {
        let mut map = Self::default();
        map.add(name, text);
        map
    }

    /// Adds a text and returns its number.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> usize {
        self.add_file(name.into(), None, text.into())
    }

    /// Adds a text that stands in the file `path`, if it stands in one, and returns its number.
    pub fn add_file(&mut self, name: String, path: Option<PathBuf>, text: String) -> usize {
        self.files.push(SourceFile { name, path, text: Arc::new(text), lines_before: OnceLock::new() });
        self.files.len() - 1
    }

    /// Returns where `span` begins, or nothing where its text is not in this map.
    pub fn place(&self, span: Span) -> Option<Position> {
        let file = self.files.get(span.file)?;
        let offset = floor_char_boundary(&file.text, span.start);
        let line = file.line_of(offset);
        let start = file.line_start(line)?;
        Some(Position { file: file.name.clone(), line: line + 1, column: file.text[start..offset].chars().count() + 1 })
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

    #[test]
    fn lines_of_a_long_text_are_found() {
        let lines: Vec<String> = (0..=3000).map(|it| if it < 3000 { it.to_string() } else { String::new() }).collect();
        let map = SourceMap::single("a", lines.join("\n"));
        let file = &map.files[0];
        let mut start = 0;
        for line in 0..3000 {
            assert_eq!((file.line_start(line), file.line_of(start)), (Some(start), line));
            assert_eq!(file.line(line), Some(line.to_string().as_str()));
            start += line.to_string().len() + 1;
        }
        assert_eq!((file.line(3000), file.line(3001)), (Some(""), None));
        assert_eq!(file.line_of(usize::MAX), 3000);
    }
}
