//! From text to a [`Query`].
//!
//! Two rules of grammar over words that know their quotes: a parser written by hand is shorter than one of combinators, whose
//! errors would have to be taught where the word is that they are about.
//!
//! ```text
//! any  = all ('|' all)*
//! all  = one one*
//! one  = '-'* ( '(' any ')' | word )
//! ```

use std::ops::Range;

use crate::diag::{Diagnostic, Span, did_you_mean};

use super::{
    ast::{At, Comparison, Expr, Name, Query, Term},
    lex::{Kind, Piece, Token, Word, lex},
    value::{self, Fault, fault},
    words::{Field, KEYS, Key, key_named},
};

/// How deep parentheses may be nested.
const DEEPEST: usize = 50;

impl Query {
    /// Reads a query. Spans count bytes of `text` in file 0. With any error the query matches everything.
    ///
    /// ```
    /// use dateline::query::Query;
    /// let (query, faults) = Query::parse("@netflix  cat:agreement -is:denied");
    /// assert!(faults.is_empty());
    /// assert_eq!(query.terms().count(), 3);
    /// assert_eq!(query.without(1).text, "@netflix -is:denied");
    /// let (_, faults) = Query::parse("pary:netflix");
    /// assert_eq!(faults[0].help.as_deref(), Some("did you mean `party:`?"));
    /// ```
    pub fn parse(text: &str) -> (Self, Vec<Diagnostic>) {
        let (tokens, diagnostics) = lex(text);
        let mut parser = Parser { tokens, next: 0, depth: 0, diagnostics };
        let (root, terms) = parser.whole(text);
        let query = Self { text: text.to_owned(), ..Self::default() };
        if parser.diagnostics.is_empty() {
            (Self { root, terms, ..query }, Vec::new())
        } else {
            (query, parser.diagnostics)
        }
    }
}

/// A term, and the bytes on which it stands.
type Placed = (Range<usize>, Expr);

struct Parser {
    tokens: Vec<Token>,
    next: usize,
    depth: usize,
    diagnostics: Vec<Diagnostic>,
}

impl Parser {
    /// Reads all of it, and tells which terms must all match and where they stand.
    fn whole(&mut self, text: &str) -> (Expr, Vec<Placed>) {
        if self.tokens.is_empty() {
            return (Expr::default(), Vec::new());
        }
        let mut terms = Vec::new();
        let mut root = self.any(&mut terms);
        while let Some(Token { span, .. }) = self.tokens.get(self.next) {
            // Only a closing parenthesis stops the parser early.
            self.diagnostics
                .push(error("unbalanced-parenthesis", span, "this `)` closes nothing").help("remove it, or quote it"));
            self.next += 1;
            if self.next < self.tokens.len() {
                root = self.any(&mut terms);
            }
        }
        if matches!(root, Expr::Or(_)) && terms.len() != 1 {
            let start = text.len() - text.trim_start().len();
            terms = vec![(start..text.trim_end().len(), root.clone())];
        }
        (root, terms)
    }

    fn any(&mut self, terms: &mut Vec<Placed>) -> Expr {
        let mut parts = vec![self.all(terms)];
        while let Some(Token { kind: Kind::Bar, .. }) = self.tokens.get(self.next) {
            self.next += 1;
            parts.push(self.all(terms));
        }
        Expr::or(parts)
    }

    /// Reads terms that must all match, and adds them to `terms`.
    fn all(&mut self, terms: &mut Vec<Placed>) -> Expr {
        let (from, n) = (self.next, terms.len());
        while let Some(token) = self.tokens.get(self.next)
            && !matches!(token.kind, Kind::Bar | Kind::Close)
        {
            let start = token.span.start;
            if let Some(expr) = self.one() {
                terms.push((start..self.tokens[self.next - 1].span.end, expr));
            }
        }
        if from == self.next {
            self.nothing_here();
        }
        Expr::and(terms[n..].iter().map(|it| it.1.clone()).collect())
    }

    /// Tells that a side of `|` or a pair of parentheses is empty.
    fn nothing_here(&mut self) {
        let before = self.next.checked_sub(1).and_then(|it| self.tokens.get(it));
        let bar = |it: &&Token| matches!(it.kind, Kind::Bar);
        let next = self.tokens.get(self.next);
        let Some(at) = next.filter(bar).or(before).or(next) else { return };
        let fault = match at.kind {
            Kind::Bar => {
                error("nothing-to-match", &at.span, "`|` needs something on both sides").help("write `this | that`")
            }
            _ => error("nothing-to-match", &at.span, "nothing is between these parentheses")
                .help("remove them, or quote them"),
        };
        // A lone `)` is told of by itself.
        if !matches!(at.kind, Kind::Close) {
            self.diagnostics.push(fault);
        }
    }

    fn one(&mut self) -> Option<Expr> {
        let mut negated = false;
        loop {
            let token = self.tokens.get(self.next)?;
            self.next += 1;
            let found = match &token.kind {
                Kind::Minus => {
                    negated = !negated;
                    continue;
                }
                Kind::Word(word) => term(word).map(Expr::Term).map_err(|it| self.diagnostics.push(*it.0)).ok(),
                Kind::Open => {
                    let span = token.span.clone();
                    self.group(&span)
                }
                // The lexer lets no `-` stand before these, and the caller stops at them.
                Kind::Bar | Kind::Close => None,
            };
            return found.map(|it| if negated { Expr::not(it) } else { it });
        }
    }

    fn group(&mut self, open: &Range<usize>) -> Option<Expr> {
        if self.depth == DEEPEST {
            let help = format!("parentheses may be nested {DEEPEST} deep");
            self.diagnostics.push(error("nested-too-deep", open, "this is nested too deep").help(help));
            self.next = self.tokens.len();
            return None;
        }
        self.depth += 1;
        let found = self.any(&mut Vec::new());
        self.depth -= 1;
        if let Some(Token { kind: Kind::Close, .. }) = self.tokens.get(self.next) {
            self.next += 1;
        } else if !self.diagnostics.iter().any(|it| it.code == "nested-too-deep") {
            self.diagnostics.push(
                error("unbalanced-parenthesis", open, "this `(` is not closed").help("close it with `)`, or quote it"),
            );
        }
        Some(found)
    }
}

fn error(code: &'static str, span: &Range<usize>, message: &str) -> Diagnostic {
    Diagnostic::error(code, message).at(Span::new(0, span.start, span.end))
}

/// Reads one word as a term.
fn term(word: &Word) -> Result<Term, Fault> {
    let end = word.marks.len();
    match word.marks.first() {
        Some(first) if first.quoted => return Ok(Term::Text(word.text())),
        Some(first) if first.it == '@' => {
            return names(word, 1, "`@` needs a name", "write `@netflix`").map(Term::Fuzzy);
        }
        Some(first) if first.it == '#' => {
            return names(word, 1, "`#` needs a tag", "write `#inbox-api`").map(Term::Tag);
        }
        _ => {}
    }
    let Some(sign) = word.find(&[':', '<', '>', '=']) else { return Ok(Term::Text(word.text())) };
    let name = word.piece(0..sign);
    let after = word.piece(sign + 1..end);
    if name.quoted || !is_word(&name.text) || after.text.starts_with("//") {
        return Ok(Term::Text(word.text()));
    }
    let colon = word.marks[sign].it == ':';
    match key_named(&name.text) {
        Some(Key { field: Field::Amount, .. }) => amount(word, sign),
        Some(key) if colon => value(word, sign + 1, key),
        // `a>b` asks for nothing that this language knows, unless it is a slip of the one word that is compared.
        _ if !colon && did_you_mean(&name.text, ["amount"]).is_none() => Ok(Term::Text(word.text())),
        _ => {
            // Two letters off is near for the length of these words: `note` is no slip for `role`.
            let alike = |it: &&str| it.starts_with(name.text[..1].to_ascii_lowercase().as_str());
            let prefix = did_you_mean(&name.text, KEYS.iter().map(|it| it.name).filter(alike));
            let longer = || KEYS.iter().map(|it| it.name).find(|it| name.text.to_lowercase().starts_with(it));
            let help = match prefix.or_else(longer) {
                Some("amount") if !colon => "did you mean `amount`?".to_owned(),
                Some(near) => format!("did you mean `{near}:`?"),
                None => format!("quote it to search for the text: `\"{}\"`", word.text()),
            };
            Err(fault("unknown-prefix", &name, format!("no term begins with `{}`", name.text), help))
        }
    }
}

fn is_word(text: &str) -> bool {
    text.starts_with(|it: char| it.is_ascii_alphabetic())
        && text.chars().all(|it| it.is_ascii_alphabetic() || it == '-')
}

/// Reads what stands behind a prefix, from the mark `from` on.
fn value(word: &Word, from: usize, key: &Key) -> Result<Term, Fault> {
    let whole = word.piece(from..word.marks.len());
    let (message, help) = (format!("`{}:` needs a value", key.name), format!("write `{}`", key.example));
    if whole.text.is_empty() && !whole.quoted {
        return Err(fault("missing-value", &word.piece(0..from), message, help));
    }
    let pieces = || list(word, from, &message, &help);
    let names = || names(word, from, &message, &help);
    match key.field {
        Field::Party => names().map(Term::Party),
        Field::Role => names().map(Term::Role),
        Field::Tag => names().map(Term::Tag),
        Field::Category => names().map(Term::Category),
        Field::Source => names().map(Term::Source),
        Field::Said(stance) => names().map(|it| Term::Said(stance, it)),
        Field::Status => each(&pieces()?, value::named).map(Term::Status),
        Field::Has => each(&pieces()?, value::named).map(Term::Has),
        Field::Is => each(&pieces()?, value::named).map(Term::Is),
        Field::In => each(&pieces()?, value::time).map(Term::In),
        Field::Surely => each(&pieces()?, value::time).map(Term::Surely),
        Field::Wholly => each(&pieces()?, value::time).map(Term::Wholly),
        Field::Known => each(&pieces()?, value::time).map(Term::Known),
        Field::Before => value::time(&whole).map(Term::Before),
        Field::After => value::time(&whole).map(Term::After),
        Field::Amount => amount(word, from - 1),
        Field::Within => {
            let colon = (from..word.marks.len()).find(|it| !word.marks[*it].quoted && word.marks[*it].it == ':');
            let Some(colon) = colon else {
                value::lapse(&whole)?;
                return Err(fault("missing-value", &whole, "`within:` needs an event", help));
            };
            let lapse = value::lapse(&word.piece(from..colon))?;
            let events = self::names(word, colon + 1, "`within:` needs an event", &help)?;
            Ok(Term::Within(lapse, events))
        }
    }
}

fn each<T>(pieces: &[Piece], read: fn(&Piece) -> Result<T, Fault>) -> Result<Vec<T>, Fault> {
    pieces.iter().map(read).collect()
}

/// Reads a list of values, none of them empty unless quoted.
fn list(word: &Word, from: usize, message: &str, help: &str) -> Result<Vec<Piece>, Fault> {
    let pieces = word.list(from);
    match pieces.iter().find(|it| it.text.is_empty() && !it.quoted) {
        Some(_) if pieces.len() == 1 => Err(fault("missing-value", &word.piece(0..from), message, help)),
        Some(empty) => {
            // The comma before the gap, or the one after it where the list begins with it, gets the caret.
            let at = if empty.span.start == word.byte(from) { empty.span.end } else { empty.span.start - 1 };
            let comma = Piece { span: at..at + 1, ..empty.clone() };
            let help = "remove the comma, or quote a value that holds one";
            Err(fault("missing-value", &comma, "a value is missing beside this comma", help))
        }
        None => Ok(pieces),
    }
}

fn names(word: &Word, from: usize, message: &str, help: &str) -> Result<Vec<Name>, Fault> {
    let name = |it: Piece| Name { text: it.text, at: At(it.span) };
    Ok(list(word, from, message, help)?.into_iter().map(name).collect())
}

/// Reads `amount>10M` or `amount:USD>10M`; `sign` is the first sign after the word.
fn amount(word: &Word, sign: usize) -> Result<Term, Fault> {
    let end = word.marks.len();
    let compared = (sign..end).find(|it| !word.marks[*it].quoted && matches!(word.marks[*it].it, '<' | '>' | '='));
    let Some(compared) = compared else {
        let help = "write `amount>10M` or `amount:USD>=25M`; `has:amount` keeps any amount";
        return Err(fault("missing-value", &word.piece(0..end), "`amount` is compared with a sum", help));
    };
    let rest: String = word.marks[compared..].iter().filter(|it| !it.quoted).map(|it| it.it).take(2).collect();
    let comparison = Comparison::ALL.into_iter().find(|it| rest.starts_with(it.sign())).unwrap_or(Comparison::Equal);
    let sum = word.piece(compared + comparison.sign().len()..end);
    if sum.text.is_empty() {
        let message = format!("`{}` needs a sum after it", comparison.sign());
        return Err(fault("missing-value", &word.piece(0..end), message, "write `amount>10M`"));
    }
    let currency = match word.piece((sign + 1).min(compared)..compared) {
        it if compared == sign || it.text.is_empty() => None,
        it => Some(Name { text: it.text, at: At(it.span) }),
    };
    Ok(Term::Amount(currency, comparison, value::sum(&sum)?))
}
