//! Rust as tokens: enough to find paths and words without being misled by comments and strings.

/// A word, a number or a sign; `""` for any literal in quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// As written; `::` is one token.
    pub text: String,
    /// Line, from 1.
    pub line: usize,
}

impl Token {
    pub(super) fn is_word(&self) -> bool {
        self.text.starts_with(|it: char| it.is_alphabetic() || it == '_')
    }
}

/// Returns the tokens of `text`, without comments.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut line = 1;
    while !rest.is_empty() {
        let (length, kind) = next(rest);
        let text = match kind {
            Kind::Nothing => "",
            Kind::Quoted => "\"\"",
            Kind::Plain => &rest[..length],
        };
        if !text.is_empty() {
            found.push(Token { text: text.to_owned(), line });
        }
        line += rest[..length].matches('\n').count();
        rest = &rest[length..];
    }
    found
}

enum Kind {
    Nothing,
    Quoted,
    Plain,
}

/// Returns how many bytes the first token of `rest` has, and what it is.
fn next(rest: &str) -> (usize, Kind) {
    let word = rest.find(|it: char| !it.is_alphanumeric() && it != '_').unwrap_or(rest.len());
    let first = rest.chars().next().map_or(0, char::len_utf8);
    if rest.starts_with(char::is_whitespace) {
        (first, Kind::Nothing)
    } else if rest.starts_with("//") {
        (rest.find('\n').unwrap_or(rest.len()), Kind::Nothing)
    } else if rest.starts_with("/*") {
        (block_comment(rest), Kind::Nothing)
    } else if let Some(length) = raw_string(rest) {
        (length, Kind::Quoted)
    } else if rest.starts_with('"') || rest.starts_with("b\"") || rest.starts_with("c\"") {
        (quoted(rest, '"'), Kind::Quoted)
    } else if rest.starts_with("b'") {
        (quoted(rest, '\''), Kind::Quoted)
    } else if let Some(after) = rest.strip_prefix('\'') {
        let mut chars = after.chars();
        let (one, two) = (chars.next(), chars.next());
        if one == Some('\\') || two == Some('\'') { (quoted(rest, '\''), Kind::Quoted) } else { (1, Kind::Nothing) }
    } else if word > 0 {
        (word, Kind::Plain)
    } else if rest.starts_with("::") {
        (2, Kind::Plain)
    } else {
        (first, Kind::Plain)
    }
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < rest.len() {
        match &rest.as_bytes()[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// Returns how many bytes `r"…"`, `br#"…"#` and their like have.
fn raw_string(rest: &str) -> Option<usize> {
    let from =
        ["r", "br", "cr"].into_iter().find(|it| rest.strip_prefix(it).is_some_and(|it| it.starts_with(['#', '"'])))?;
    let fences = rest[from.len()..].bytes().take_while(|it| *it == b'#').count();
    let start = from.len() + fences + 1;
    let body = rest.get(start..).filter(|_| rest.as_bytes()[start - 1] == b'"')?;
    let close = format!("\"{}", "#".repeat(fences));
    Some(body.find(&close).map_or(rest.len(), |it| start + it + close.len()))
}

/// Returns how many bytes a literal in `quote`s has, its prefix included.
fn quoted(rest: &str, quote: char) -> usize {
    let open = rest.find(quote).unwrap_or(0) + 1;
    let mut escaped = false;
    for (at, it) in rest[open..].char_indices() {
        match it {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            it if it == quote => return open + at + 1,
            _ => {}
        }
    }
    rest.len()
}

#[test]
fn comments_and_literals_hide_nothing_and_show_nothing() {
    let check = |text: &str, expect: &str| {
        let found: Vec<String> = tokens(text).into_iter().map(|it| it.text).collect();
        assert_eq!(found.join(" "), expect, "{text}");
    };
    check("a::b // c\n/* d /* e */ f */ g", "a :: b g");
    check(r##"x("a\"b", r#"c"d"#, br"e", 'f', '\'', b'g', '"') h"##, r#"x ( "" , "" , "" , "" , "" , "" , "" ) h"#);
    check("fn a<'b>(c: &'b str) {}", "fn a < b > ( c : & b str ) { }");
    check("r#type", "r # type");
    check("\"unended", "\"\"");
    assert_eq!(tokens("a\n\"b\n\" c")[2].line, 3);
}
