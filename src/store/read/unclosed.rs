//! Whether a multi-line string is closed where its author meant.

use toml_parser::{Source, lexer::TokenKind};

/// Returns the offset of the first line of `string` that is the head of an event, party or source.
pub(super) fn head_line(string: &str) -> Option<usize> {
    let mut at = 0;
    for line in string.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let is_head = matches!(line.trim(), "[[event]]" | "[[party]]" | "[[source]]");
        if is_head && start > 0 {
            return Some(start);
        }
    }
    None
}

/// Returns whether `rest`, which follows a string, goes on as TOML does: nothing else on the line, and a key, a head, a bracket
/// or the end on the next that is not empty.
pub(super) fn goes_on(rest: &str) -> bool {
    let mut tokens =
        Source::new(rest).lex().filter(|it| !matches!(it.kind(), TokenKind::Whitespace | TokenKind::Comment));
    match tokens.next().map(|it| it.kind()) {
        Some(TokenKind::Newline) => {}
        Some(TokenKind::Comma | TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket | TokenKind::Eof)
        | None => return true,
        Some(_) => return false,
    }
    let mut kinds = tokens.map(|it| it.kind()).skip_while(|it| *it == TokenKind::Newline);
    let is_word = |it: TokenKind| matches!(it, TokenKind::Atom | TokenKind::BasicString | TokenKind::LiteralString);
    match kinds.next() {
        Some(first) if is_word(first) => loop {
            match kinds.next() {
                Some(TokenKind::Equals) => return true,
                Some(TokenKind::Dot) if kinds.next().is_some_and(is_word) => {}
                _ => return false,
            }
        },
        Some(TokenKind::MlBasicString | TokenKind::MlLiteralString | TokenKind::Equals | TokenKind::Dot) => false,
        _ => true,
    }
}
