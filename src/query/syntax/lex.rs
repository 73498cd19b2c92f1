//! Text into words and signs, each with its place.
//!
//! A word is a run of characters without white space, parentheses or `|`, where quotes take all of those in; a typographic quote
//! is one too. `and`, `or` and `not`, `&` and `!` are signs where they stand alone or before something. Each character
//! remembers whether it was quoted: only unquoted ones mean something, so that `"a:b"` is text and `party:"a,b"` is one name.

use std::ops::Range;

use crate::diag::{Diagnostic, Span};

/// A sign or word and the bytes that it stands on.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) span: Range<usize>,
}

/// What a token is.
#[derive(Clone, Debug)]
pub(super) enum Kind {
    /// `(`
    Open,
    /// `)`
    Close,
    /// `and`, `&`
    And,
    /// `or`, `|`
    Or,
    /// `not`, `!`, and `-` before something.
    Not,
    /// Anything else.
    Word(Word),
}

/// One character of a word, without the quotes and escapes that it was written with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) it: char,
    /// Where it stands in the text.
    pub(super) at: usize,
    pub(super) quoted: bool,
}

/// A word.
#[derive(Clone, Debug, Default)]
pub(super) struct Word {
    pub(super) marks: Vec<Mark>,
    /// One past its last byte, closing quote included.
    pub(super) end: usize,
}

/// A part of a word: one value of a list.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) span: Range<usize>,
    /// Whether any of it was quoted: then it may be empty, and bytes of `text` are not bytes of the query.
    pub(super) quoted: bool,
}

impl Word {
    /// Returns the characters as text.
    pub(super) fn text(&self) -> String {
        self.marks.iter().map(|it| it.it).collect()
    }

    /// Returns the number of the first unquoted mark among `signs`, from the mark `from` on.
    pub(super) fn find(&self, from: usize, signs: &[char]) -> Option<usize> {
        (from..self.marks.len()).find(|it| !self.marks[*it].quoted && signs.contains(&self.marks[*it].it))
    }

    /// Returns whether no mark before the mark `number` is quoted.
    pub(super) fn is_bare(&self, number: usize) -> bool {
        self.marks.iter().take(number).all(|it| !it.quoted)
    }

    /// Returns the byte at which the mark `number` begins, or the end of the word.
    pub(super) fn byte(&self, number: usize) -> usize {
        self.marks.get(number).map_or(self.end, |it| it.at)
    }

    /// Returns the marks `range` as one piece. It begins right after the mark before it: an opening quote is part of it.
    pub(super) fn piece(&self, range: Range<usize>) -> Piece {
        let marks = &self.marks[range.start.min(self.marks.len())..range.end.min(self.marks.len())];
        let start = match range.start.checked_sub(1).and_then(|it| self.marks.get(it)) {
            Some(before) => before.at + before.it.len_utf8(),
            None => self.byte(0),
        };
        let span = start..self.byte(range.end).max(start);
        let n_written: usize = marks.iter().map(|it| it.it.len_utf8()).sum();
        let quoted = marks.iter().any(|it| it.quoted) || n_written < span.len();
        Piece { text: marks.iter().map(|it| it.it).collect(), span, quoted }
    }

    /// Returns the values from the mark `from` on, parted by unquoted commas that stand in no bracket: a set of dates such as
    /// `[1667,1672]` is one value.
    pub(super) fn list(&self, from: usize) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut start = from.min(self.marks.len());
        let mut depth = 0_usize;
        for (number, mark) in self.marks.iter().enumerate().skip(start) {
            match *mark {
                Mark { quoted: true, .. } => {}
                Mark { it: '[' | '{', .. } => depth += 1,
                Mark { it: ']' | '}', .. } => depth = depth.saturating_sub(1),
                Mark { it: ',', .. } if depth == 0 => {
                    pieces.push(self.piece(start..number));
                    start = number + 1;
                }
                Mark { .. } => {}
            }
        }
        pieces.push(self.piece(start..self.marks.len()));
        pieces
    }
}

/// Returns the tokens of a query, and what is wrong with its quotes and signs.
pub(super) fn lex(text: &str) -> (Vec<Token>, Vec<Diagnostic>) {
    let mut tokens = Vec::new();
    let mut diagnostics = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some(&(start, it)) = rest.peek() {
        let sign = match it {
            it if it.is_whitespace() => None,
            '(' => Some(Kind::Open),
            ')' => Some(Kind::Close),
            '|' => Some(Kind::Or),
            '-' if text[start + 1..].starts_with(ends_word) || start + 1 == text.len() => {
                let help = "write `-word` without a space to leave a word out, `2013..2016` for a time, or `\"-\"` to search for the sign";
                diagnostics.push(fault("lone-minus", &(start..start + 1), "`-` stands before nothing", help));
                None
            }
            '-' => Some(Kind::Not),
            '!' if !text[start + 1..].starts_with('=') => Some(Kind::Not),
            _ => {
                let (word, unclosed) = word(text, start);
                if let Some(quote) = unclosed {
                    let help = "close it with `\"`; inside quotes write `\\\"` for a quote";
                    diagnostics.push(fault("unclosed-quote", &(quote..text.len()), "this quote is not closed", help));
                }
                while rest.next_if(|it| it.0 < word.end).is_some() {}
                let span = start..word.end;
                tokens.push(Token { kind: operator(&text[span.clone()]).unwrap_or(Kind::Word(word)), span });
                continue;
            }
        };
        rest.next();
        // `||` is how some write it.
        if it == '|' {
            rest.next_if(|it| it.1 == '|');
        }
        tokens.extend(sign.map(|kind| Token { kind, span: start..start + it.len_utf8() }));
    }
    (tokens, diagnostics)
}

/// Returns what a word says that is no word to look for.
pub(super) fn operator(word: &str) -> Option<Kind> {
    match word.to_ascii_lowercase().as_str() {
        "and" | "&" | "&&" => Some(Kind::And),
        "or" => Some(Kind::Or),
        "not" => Some(Kind::Not),
        _ => None,
    }
}

/// Returns an error in a query.
pub(super) fn fault(
    code: &'static str,
    at: &Range<usize>,
    message: impl Into<String>,
    help: impl Into<String>,
) -> Diagnostic {
    Diagnostic::error(code, message).at(Span::new(0, at.start, at.end)).help(help)
}

fn ends_word(it: char) -> bool {
    it.is_whitespace() || matches!(it, ')' | '|')
}

/// Returns the word that begins at `start`, and the place of its quote if that is not closed.
fn word(text: &str, start: usize) -> (Word, Option<usize>) {
    let mut word = Word { marks: Vec::new(), end: text.len() };
    let mut quote: Option<(usize, char)> = None;
    let mut rest = text[start..].char_indices().map(|(at, it)| (start + at, it)).peekable();
    while let Some((at, it)) = rest.next() {
        match it {
            it if quote.is_some_and(|(_, opening)| closes(opening, it)) => quote = None,
            it if quote.is_none() && is_quote(it) => quote = Some((at, it)),
            '\\' if quote.is_some() => {
                let escaped = rest.next_if(|it| it.1 == '\\' || is_quote(it.1)).map_or(it, |it| it.1);
                word.marks.push(Mark { it: escaped, at, quoted: true });
            }
            it if quote.is_none() && (it.is_whitespace() || matches!(it, '(' | ')' | '|')) => {
                word.end = at;
                break;
            }
            it => word.marks.push(Mark { it, at, quoted: quote.is_some() }),
        }
    }
    (word, quote.map(|it| it.0))
}

/// Returns whether a sign opens what is quoted.
pub(super) fn is_quote(it: char) -> bool {
    it == '"' || is_typographic(it)
}

/// Returns whether a sign is a quote of typesetters.
pub(super) fn is_typographic(it: char) -> bool {
    matches!(it, '“' | '”' | '„' | '‟')
}

/// Returns whether a quote closes another. Within those of the keyboard, typographic ones are text.
fn closes(opening: char, it: char) -> bool {
    it == '"' || (is_typographic(opening) && is_typographic(it))
}
