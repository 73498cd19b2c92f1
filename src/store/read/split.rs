//! From a text to its top-level tables, so that each can be parsed on its own.
//!
//! The lexer decides what is a head: a line `[[event]]` in a comment or in a multi-line string is none. In TOML that is valid
//! the cut is exact, since `[[event]]` at the start of a line can be nothing else, not even within an array: a bare word is no
//! value. In TOML that is damaged it is where reading goes on, so that one event with an unclosed bracket or string does not
//! swallow the next.

use std::ops::Range;

use toml::de::DeValue;
use toml_parser::{
    Source,
    lexer::{Lexer, TokenKind},
};

use super::unclosed::{goes_on, head_line};
use crate::chronology::{self, Event, FieldKind, HasTable as _, Party, Timeline};

/// The tables of a store.
pub(in crate::store) const ROOTS: [&str; 4] = ["timeline", "party", "source", "event"];
/// Segments of a dotted key beyond which a chunk is not parsed: a tree that deep overflows the stack when it is dropped.
const DEEPEST: usize = 64;

/// One top-level table with its sub-tables, or what stands before the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chunk {
    /// Its bytes, up to the next chunk.
    pub(super) range: Range<usize>,
    /// One past its last byte that is neither white space nor comment.
    pub(super) end: usize,
    /// What it begins with.
    pub(super) kind: ChunkKind,
    /// Where a multi-line string begins that is not closed.
    pub(super) unclosed: Option<usize>,
    /// Where a key begins that is nested too deep to be parsed.
    pub(super) too_deep: Option<usize>,
}

/// What a chunk begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChunkKind {
    /// The head of a table, or the text before the first.
    Table,
    /// The head of a sub-table whose own table does not stand above it.
    Stray,
    /// The fields of an event which has lost its head, behind another event: what shows it is the key that stands here, which the
    /// one before has as well.
    LostEvent(usize),
    /// The same behind another table, so that nobody can say what it is.
    LostTable(usize),
}

/// A token with its place in its chunk. A chunk of more than four gigabytes has none that can be used: its offsets saturate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    pub(super) start: u32,
    pub(super) end: u32,
}

/// Returns the chunks of `text`: together they hold every byte of it, in order.
#[cfg(test)]
pub(super) fn split(text: &str) -> Vec<Chunk> {
    let mut splitter = Splitter::new(text, 0);
    let mut tokens = Vec::new();
    std::iter::from_fn(|| splitter.next(&mut tokens)).collect()
}

/// Returns where the table ends that begins at `start`: where the next one begins.
pub(in crate::store) fn table_end(text: &str, start: usize) -> usize {
    Splitter::new(text, start).next(&mut Vec::new()).map_or(text.len(), |it| it.range.end)
}

/// Cuts a text into chunks, one after the other.
///
/// It may begin anywhere where a head of an event, a party or a source begins: what stands before a head changes nothing of
/// how the text is cut behind it, so that a long text is cut at several places at once.
pub(super) struct Splitter<'a> {
    text: &'a str,
    lexer: Lexer<'a>,
    /// Where the lexer began: its offsets count from there.
    from: usize,
    chunk: Chunk,
    /// Tokens of the current chunk that have been read already.
    ahead: Vec<Token>,
    /// The first word of the current chunk's head; empty before the first.
    root: &'a str,
    /// Brackets and braces that are open.
    depth: usize,
    /// Whether nothing but white space has been read of the line.
    line_starts: bool,
    /// Whether the line, or the array that it goes on with, is the value of a key.
    is_value: bool,
    /// Dots in a row of names, and where it begins.
    dots: usize,
    key_start: usize,
    paragraph: Paragraph,
    /// Where each of [`ONCE`] was read in the current table or sub-table; where that begins if it has none of its own.
    read: [Option<usize>; ONCE.len()],
    /// Whether the id that was read is that of the current table.
    has_id: bool,
}

/// Keys that an event has once: another one is another event's.
const ONCE: [&str; 2] = ["id", "title"];

/// Lines without an empty one between them.
#[derive(Clone, Copy)]
struct Paragraph {
    start: usize,
    /// Tokens of its chunk that stand before it.
    tokens: usize,
    /// Whether an empty line has been read, so that the next begins another.
    is_over: bool,
}

impl Paragraph {
    const fn new(start: usize) -> Self {
        Self { start, tokens: 0, is_over: false }
    }
}

impl<'a> Splitter<'a> {
    /// Returns a splitter of `text` from the offset `from` on.
    pub(super) fn new(text: &'a str, from: usize) -> Self {
        Self {
            text,
            lexer: Source::new(&text[from..]).lex(),
            from,
            chunk: new_chunk(from, ChunkKind::Table),
            ahead: Vec::new(),
            root: "",
            depth: 0,
            line_starts: true,
            is_value: false,
            dots: 0,
            key_start: from,
            paragraph: Paragraph::new(from),
            read: [None; ONCE.len()],
            has_id: false,
        }
    }

    /// Returns where the chunk that comes next begins.
    pub(super) fn next_start(&self) -> usize {
        self.chunk.range.start
    }

    /// Returns whether the chunk that comes next begins with a head, so that one may begin to read there.
    pub(crate) fn is_at_head(&self) -> bool {
        matches!(self.chunk.kind, ChunkKind::Table | ChunkKind::Stray)
    }

    /// Returns the next chunk, and its tokens in place of what was in `tokens`.
    pub(super) fn next(&mut self, tokens: &mut Vec<Token>) -> Option<Chunk> {
        tokens.clear();
        tokens.append(&mut self.ahead);
        loop {
            let Some(token) = self.lexer.next() else {
                let end = self.text.len();
                let last = std::mem::replace(&mut self.chunk, new_chunk(end, ChunkKind::Table));
                let last = Chunk { range: last.range.start..end, ..last };
                return (!last.range.is_empty()).then_some(last);
            };
            let (start, end) = (self.from + token.span().start(), self.from + token.span().end());
            let done = match token.kind() {
                TokenKind::LeftSquareBracket if self.line_starts => self.cut_at(start),
                _ => None,
            };
            if self.line_starts
                && self.depth == 0
                && !matches!(token.kind(), TokenKind::Whitespace | TokenKind::Newline)
            {
                if self.paragraph.is_over {
                    self.paragraph = Paragraph { start, tokens: tokens.len(), is_over: false };
                }
                if let Some(lost) = self.key(token.kind(), start, end, tokens) {
                    let token = self.token(token.kind(), start, end);
                    self.ahead.push(token);
                    return Some(lost);
                }
            }
            if done.is_some() {
                self.depth = 1;
            } else {
                match token.kind() {
                    TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => self.depth += 1,
                    TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket => {
                        self.depth = self.depth.saturating_sub(1);
                    }
                    TokenKind::MlBasicString | TokenKind::MlLiteralString => {
                        if let Some(resume) = self.string(start, end) {
                            self.resume(resume);
                            continue;
                        }
                    }
                    _ => {}
                }
            }
            let token = self.token(token.kind(), start, end);
            match done {
                Some(done) if !done.range.is_empty() => {
                    self.ahead.push(token);
                    return Some(done);
                }
                _ => tokens.push(token),
            }
        }
    }

    /// Returns a token of the current chunk, and keeps what the next ones depend on.
    fn token(&mut self, kind: TokenKind, start: usize, end: usize) -> Token {
        self.note(kind, end);
        let base = self.chunk.range.start;
        let at = |offset: usize| u32::try_from(offset - base).unwrap_or(u32::MAX);
        Token { kind, start: at(start), end: at(end) }
    }

    /// Looks at the first word of a line. Returns the chunk before if the word shows that another table has begun without a head:
    /// an event has one id and one title.
    fn key(&mut self, kind: TokenKind, start: usize, end: usize, tokens: &mut Vec<Token>) -> Option<Chunk> {
        let is_word = matches!(kind, TokenKind::Atom | TokenKind::BasicString | TokenKind::LiteralString);
        let word = self.text[start..end].trim_matches(['"', '\'']);
        let number = ONCE.iter().position(|it| is_word && *it == word)?;
        if !ROOTS.contains(&self.root) || !self.text[end..].trim_start_matches([' ', '\t']).starts_with('=') {
            return None;
        }
        let is_id = number == 0;
        let before = self.read[number].replace(start);
        let cut = match before {
            Some(before) if self.paragraph.start > before => self.paragraph,
            Some(_) if is_id && self.has_id => Paragraph { start, tokens: tokens.len(), is_over: false },
            _ => {
                self.has_id |= is_id && before.is_none();
                return None;
            }
        };
        let kind = if self.root == "event" { ChunkKind::LostEvent(start) } else { ChunkKind::LostTable(start) };
        let mut done = std::mem::replace(&mut self.chunk, new_chunk(cut.start, kind));
        done.range.end = cut.start;
        let is_text = |it: &&Token| !matches!(it.kind, TokenKind::Whitespace | TokenKind::Newline | TokenKind::Comment);
        let last = tokens[..cut.tokens].iter().rfind(is_text);
        done.end = done.range.start + last.map_or(0, |it| it.end as usize);
        let shift = (cut.start - done.range.start) as u32;
        let moved = tokens.drain(cut.tokens..);
        self.ahead.extend(moved.map(|it| Token { start: it.start - shift, end: it.end - shift, ..it }));
        self.read = self.read.map(|it| it.filter(|it| *it >= cut.start));
        self.paragraph = Paragraph::new(cut.start);
        self.has_id = is_id;
        Some(done)
    }

    /// Keeps what the next tokens depend on.
    fn note(&mut self, kind: TokenKind, end: usize) {
        match kind {
            TokenKind::Whitespace => return,
            TokenKind::Dot => {
                self.dots += 1;
                if self.dots > DEEPEST {
                    self.chunk.too_deep.get_or_insert(self.key_start);
                }
            }
            TokenKind::Atom | TokenKind::BasicString | TokenKind::LiteralString => {}
            _ => (self.dots, self.key_start) = (0, end),
        }
        match kind {
            TokenKind::Newline => {
                self.paragraph.is_over |= self.line_starts;
                self.line_starts = true;
                // Brackets that are open on a line that is no value are no array: a head is one line.
                if !self.is_value {
                    self.depth = 0;
                }
                self.is_value &= self.depth > 0;
            }
            TokenKind::Eof => {}
            TokenKind::Equals => {
                self.is_value |= self.depth == 0;
                self.line_starts = false;
                self.chunk.end = end;
            }
            TokenKind::Comment => self.line_starts = false,
            _ => {
                self.line_starts = false;
                self.chunk.end = end;
            }
        }
    }

    /// Starts over at the offset `from`, where a line begins.
    fn resume(&mut self, from: usize) {
        self.lexer = Source::new(&self.text[from..]).lex();
        (self.from, self.depth, self.line_starts) = (from, 0, true);
        (self.dots, self.key_start, self.is_value) = (0, from, false);
    }

    /// Begins a new chunk at `start` if a head stands there, and returns the one before it.
    fn cut_at(&mut self, start: usize) -> Option<Chunk> {
        let head = Head::read(&self.text[start..])?;
        // What is not one of our heads may be the line of an array, as in `[[1, 2],`.
        if !head.ours && self.depth > 0 {
            return None;
        }
        if head.dotted && head.root == self.root {
            self.begin_sub_table(start, head.second);
            return None;
        }
        let is_list = ROOTS.contains(&head.root) && head.root != "timeline";
        let kind = if head.dotted && is_list { ChunkKind::Stray } else { ChunkKind::Table };
        let mut done = std::mem::replace(&mut self.chunk, new_chunk(start, kind));
        done.range.end = start;
        self.root = head.root;
        (self.paragraph, self.is_value) = (Paragraph::new(start), false);
        // A timeline has a title and no id.
        (self.read, self.has_id) = (if head.root == "timeline" { [Some(start), None] } else { [None; 2] }, false);
        Some(done)
    }

    /// Begins a sub-table, which has an id or a title where the list of fields says so; a table of the author's own may have both.
    fn begin_sub_table(&mut self, start: usize, key: &str) {
        let table = match self.root {
            "timeline" => Timeline::TABLE,
            "party" => Party::TABLE,
            "source" => chronology::Source::TABLE,
            _ => Event::TABLE,
        };
        let kind = table.position(key).map(|it| table.fields[it].kind);
        let may_have = |key: &str| !matches!(kind, Some(FieldKind::Tables(it)) if it.position(key).is_none());
        (self.read, self.has_id) = (ONCE.map(|it| (!may_have(it)).then_some(start)), false);
        self.is_value = false;
    }

    /// Looks at a multi-line string. Returns where to read on if it is not closed where its author meant.
    ///
    /// A string that is not closed ends at the opening quotes of the next one, and the text after those is then taken for
    /// TOML. So a string is suspect if it holds the line of a head, and if no TOML goes on behind it.
    fn string(&mut self, start: usize, end: usize) -> Option<usize> {
        let token = &self.text[start..end];
        let closed = end < self.text.len() || DeValue::parse(token).is_ok();
        if !closed {
            self.chunk.unclosed = Some(start);
        }
        let head = head_line(token)?;
        if closed && goes_on(&self.text[end..]) {
            return None;
        }
        self.chunk.unclosed = Some(start);
        let resume = start + head;
        self.chunk.end = self.text[..resume].trim_end().len();
        Some(resume)
    }
}

fn new_chunk(start: usize, kind: ChunkKind) -> Chunk {
    Chunk { range: start..start, end: start, kind, unclosed: None, too_deep: None }
}

/// The head of a table, as far as it matters for cutting.
struct Head<'a> {
    root: &'a str,
    /// The name behind the dot, if there is one.
    second: &'a str,
    dotted: bool,
    /// Whether its first word is one of a store's, and bare: that can be no value of an array.
    ours: bool,
}

impl<'a> Head<'a> {
    /// Reads the head at the start of `text`, which begins with a bracket. A head of ours need not be closed.
    fn read(text: &'a str) -> Option<Self> {
        let word = |it: &toml_parser::lexer::Token| &text[it.span().start()..it.span().end()];
        let mut tokens = Source::new(text).lex().filter(|it| it.kind() != TokenKind::Whitespace).skip(1).peekable();
        tokens.next_if(|it| it.kind() == TokenKind::LeftSquareBracket);
        let name = tokens.next()?;
        let root = match name.kind() {
            TokenKind::Atom => word(&name),
            TokenKind::BasicString | TokenKind::LiteralString => word(&name).trim_matches(['"', '\'']),
            _ => return None,
        };
        let next = tokens.next()?.kind();
        let dotted = next == TokenKind::Dot;
        let second = tokens.next().filter(|_| dotted).map(|it| word(&it)).unwrap_or_default().trim_matches(['"', '\'']);
        let closed = next == TokenKind::RightSquareBracket;
        let broken_off = matches!(next, TokenKind::Newline | TokenKind::Comment | TokenKind::Eof);
        let ours = name.kind() == TokenKind::Atom && ROOTS.contains(&root);
        (dotted || closed || (broken_off && ours)).then_some(Self { root, second, dotted, ours })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let chunks = split(text);
        let parts: Vec<&str> = chunks.iter().map(|it| &text[it.range.start..it.end]).collect();
        assert_eq!(parts, expect);
        assert_eq!(chunks.iter().map(|it| &text[it.range.clone()]).collect::<String>(), text, "no byte is lost");
    }

    #[test]
    fn tables_are_cut_at_their_heads() {
        check("", &[]);
        check("# nothing\n", &[""]);
        check("[timeline]\na=1\n\n# x\n[[event]]\nb=1\n", &["[timeline]\na=1", "[[event]]\nb=1"]);
        check(" [[ event ]] # c\n[meta]\n", &["", "[[ event ]]", "[meta]"]);
        check(
            "[[event]]\na=1\n[[event.claims]]\n[event.x.y]\n[[party]]",
            &["[[event]]\na=1\n[[event.claims]]\n[event.x.y]", "[[party]]"],
        );
    }

    #[test]
    fn text_is_not_a_head() {
        let strings = "[[event]]\na=\"\"\"\n[[event]]\n\"\"\"\nb='''\n[[event]]\n'''\n# [[event]]\nc=\"[[event]]\"";
        check(strings, &[strings]);
        let array = "[[event]]\na=[\n[[1]],\n['x'],\n[[\"event\"]]]\nb=1";
        check(array, &[array]);
    }

    #[test]
    fn damage_ends_at_the_next_head() {
        check("[[event]]\na=[{\n[[event]]\nb=1", &["[[event]]\na=[{", "[[event]]\nb=1"]);
        check("[[event\na=1\n[event]]\nb=1", &["[[event\na=1", "[event]]\nb=1"]);
        check("[[event]]\na=\"\"\"x\n[[event]]\nb=1", &["[[event]]\na=\"\"\"x", "[[event]]\nb=1"]);
        check("[[event]]\na=\"x\n[[event]]\nb=1", &["[[event]]\na=\"x", "[[event]]\nb=1"]);
        check(
            "[[event]]\na=\"\"\"x\n\n[[event]]\nb=\"\"\"\nTwo.\nwords\"\"\"\n[[event]]\nc=\"\"\"y\"\"\"\n",
            &["[[event]]\na=\"\"\"x", "[[event]]\nb=\"\"\"\nTwo.\nwords\"\"\"", "[[event]]\nc=\"\"\"y\"\"\""],
        );
    }

    #[test]
    fn sub_tables_elsewhere_are_strays() {
        let kinds = |text: &str| split(text).iter().map(|it| it.kind).collect::<Vec<_>>();
        assert_eq!(
            kinds("[[event]]\n[[party]]\n[event.x]\n[event.y]\n[[event]]"),
            [ChunkKind::Table, ChunkKind::Table, ChunkKind::Stray, ChunkKind::Table]
        );
    }

    #[test]
    fn what_a_sub_table_may_have_follows_from_its_own_table() {
        let kinds = |text: &str| split(text).iter().map(|it| it.kind).collect::<Vec<_>>();
        let affiliation = "[[party]]\nid='a'\n[[party.affiliations]]\nwith='b'\n";
        assert_eq!(kinds(&format!("{affiliation}role='c'\n")), [ChunkKind::Table]);
        let lost = ChunkKind::LostTable(affiliation.len() + 1);
        assert_eq!(kinds(&format!("{affiliation}\nid='c'\n")), [ChunkKind::Table, lost], "an affiliation has no id");
        assert_eq!(kinds("[[source]]\nid='a'\n[source.claims]\nid='b'\n"), [ChunkKind::Table], "a key of one's own");
    }

    #[test]
    fn a_key_too_deep_is_found() {
        let text = format!("[[event]]\nid='a'\n{} = 1\n[[event]]", vec!["a"; 100_000].join("."));
        let deep: Vec<_> = split(&text).iter().map(|it| it.too_deep).collect();
        assert_eq!(deep, [Some(17), None]);
        assert!(split(&format!("a = [{}]", vec!["1.5"; 1000].join(", "))).iter().all(|it| it.too_deep.is_none()));
    }
}
