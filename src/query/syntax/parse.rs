//! From text to a [`Query`].
//!
//! Two rules of grammar over words that know their quotes: a parser written by hand is shorter than one of combinators, whose
//! errors would have to be taught where the word is that they are about.
//!
//! ```text
//! any  = all (or all)*
//! all  = one (and? one)*
//! one  = not* ( '(' any ')' | word )
//! ```

use std::ops::Range;

use crate::{
    diag::{Diagnostic, did_you_mean},
    query::ast::{Expr, Joint, Name, NameOf, Query, Term, TimeOf},
};

use super::{
    compared::{amount, joined_comparisons, sign_of, voices},
    lex::{Kind, Piece, Token, Word, fault, lex},
    prefix::{Asked, PREFIXES, Prefix, prefix_named},
    value,
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
        let tokens = joined_comparisons(tokens);
        let mut parser = Parser { text, tokens, next: 0, depth: 0, diagnostics };
        let terms = parser.whole();
        let terms = if parser.diagnostics.is_empty() { terms } else { Vec::new() };
        (Self { text: text.to_owned(), terms }, parser.diagnostics)
    }
}

/// An expression, and the bytes on which it stands.
type Placed = (Range<usize>, Expr);

struct Parser<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    next: usize,
    depth: usize,
    diagnostics: Vec<Diagnostic>,
}

impl Parser<'_> {
    /// Reads all of it: terms that must all match.
    fn whole(&mut self) -> Vec<Placed> {
        if self.tokens.is_empty() {
            return Vec::new();
        }
        let terms = self.any();
        while let Some(Token { span, .. }) = self.tokens.get(self.next) {
            // Only a closing parenthesis stops the parser early.
            let message = "this `)` closes nothing";
            self.diagnostics.push(fault("unbalanced-parenthesis", span, message, "remove it, or quote it"));
            self.next += 1;
            if self.next < self.tokens.len() {
                self.any();
            }
        }
        terms
    }

    /// Reads terms that must all match, or one `|` of several such.
    fn any(&mut self) -> Vec<Placed> {
        let start = self.tokens.get(self.next).map_or(0, |it| it.span.start);
        let mut parts = vec![self.all()];
        while let Some(Token { kind: Kind::Or, .. }) = self.tokens.get(self.next) {
            self.next += 1;
            parts.push(self.all());
        }
        if parts.len() == 1 {
            return parts.remove(0);
        }
        let end = self.tokens[self.next - 1].span.end;
        vec![(start..end, Expr::several(Joint::Any, parts.into_iter().map(joined).collect()))]
    }

    /// Reads terms that must all match.
    fn all(&mut self) -> Vec<Placed> {
        let (from, mut terms) = (self.next, Vec::new());
        while let Some(token) = self.tokens.get(self.next)
            && !matches!(token.kind, Kind::Or | Kind::Close)
        {
            let start = token.span.start;
            if matches!(token.kind, Kind::And) {
                let after = self.tokens.get(self.next + 1);
                if from == self.next || after.is_none_or(|it| ends_terms(&it.kind)) {
                    self.stands_alone(&token.span.clone());
                }
                self.next += 1;
                continue;
            }
            if let Some(expr) = self.one() {
                terms.push((start..self.tokens[self.next - 1].span.end, expr));
            }
        }
        if from == self.next {
            self.nothing_here();
        }
        terms
    }

    /// Tells that a side of `|` or a pair of parentheses is empty.
    fn nothing_here(&mut self) {
        let before = self.next.checked_sub(1).and_then(|it| self.tokens.get(it));
        let or = |it: &&Token| matches!(it.kind, Kind::Or);
        let next = self.tokens.get(self.next);
        let Some(at) = next.filter(or).or(before).or(next) else { return };
        match at.kind {
            Kind::Or => self.stands_alone(&at.span.clone()),
            // It is told of by itself.
            Kind::Close => {}
            _ => {
                let (message, help) = ("nothing is between these parentheses", "remove them, or quote them");
                self.diagnostics.push(fault("nothing-to-match", &at.span, message, help));
            }
        }
    }

    /// Tells that the operator at `at` has not what it joins.
    fn stands_alone(&mut self, at: &Range<usize>) {
        let written = &self.text[at.clone()];
        let message = format!("`{written}` needs something on both sides");
        let quoting = quoting(written);
        let help = format!("write `this {written} that`{quoting}");
        self.diagnostics.push(fault("nothing-to-match", at, message, help));
    }

    fn one(&mut self) -> Option<Expr> {
        let (mut negated, mut sign) = (false, None);
        loop {
            let Some(token) = self.tokens.get(self.next).filter(|it| !ends_terms(&it.kind)) else {
                // The caller stops at what ends terms, so that a sign stands before it.
                let sign = sign?;
                let written = &self.text[Range::clone(&sign)];
                let help = format!("write `{written} word`{}", quoting(written));
                let message = format!("`{written}` stands before nothing");
                self.diagnostics.push(fault("lone-not", &sign, message, help));
                return None;
            };
            self.next += 1;
            let found = match &token.kind {
                Kind::Not => {
                    negated = !negated;
                    sign = Some(token.span.clone());
                    continue;
                }
                Kind::Word(word) => term(word).map(Expr::Term).map_err(|it| self.diagnostics.push(it)).ok(),
                Kind::Open => {
                    let span = token.span.clone();
                    self.group(&span)
                }
                Kind::And | Kind::Or | Kind::Close => None,
            };
            return found.map(|it| if negated { Expr::not(it) } else { it });
        }
    }

    fn group(&mut self, open: &Range<usize>) -> Option<Expr> {
        if self.depth == DEEPEST {
            let help = format!("parentheses may be nested {DEEPEST} deep");
            self.diagnostics.push(fault("nested-too-deep", open, "this is nested too deep", help));
            self.next = self.tokens.len();
            return None;
        }
        self.depth += 1;
        let found = self.any();
        self.depth -= 1;
        if let Some(Token { kind: Kind::Close, .. }) = self.tokens.get(self.next) {
            self.next += 1;
        } else if !self.diagnostics.iter().any(|it| it.code == "nested-too-deep") {
            let help = "close it with `)`, or quote it";
            self.diagnostics.push(fault("unbalanced-parenthesis", open, "this `(` is not closed", help));
        }
        Some(joined(found))
    }
}

/// Returns whether no term begins with a token.
fn ends_terms(kind: &Kind) -> bool {
    matches!(kind, Kind::And | Kind::Or | Kind::Close)
}

/// Returns what to say of a word that is an operator: how to look for it.
fn quoting(written: &str) -> String {
    let is_word = written.starts_with(char::is_alphabetic);
    if is_word { format!(", or `\"{written}\"` to look for the word") } else { String::new() }
}

/// Returns what matches all of `terms`.
fn joined(terms: Vec<Placed>) -> Expr {
    Expr::several(Joint::All, terms.into_iter().map(|it| it.1).collect())
}

/// Reads one word as a term.
fn term(word: &Word) -> Result<Term, Diagnostic> {
    let end = word.marks.len();
    match word.marks.first() {
        Some(first) if first.quoted => return Ok(text(word)),
        Some(first) if first.it == '@' => {
            return names(word, 1, "`@` needs a name", "write `@netflix`").map(Term::Fuzzy);
        }
        Some(first) if first.it == '#' => {
            return names(word, 1, "`#` needs a tag", "write `#inbox-api`").map(|it| Term::Names(NameOf::Tag, it));
        }
        _ => {}
    }
    if let Some(time) = value::bare_range(&word.piece(0..end)) {
        return time.map(|it| Term::Times(TimeOf::In, vec![it]));
    }
    let Some(sign) = sign_of(word) else { return Ok(text(word)) };
    let name = word.piece(0..sign);
    let after = word.piece(sign + 1..end);
    if !word.is_bare(sign) || !is_word(&name.text) || after.text.starts_with("//") {
        return Ok(text(word));
    }
    let colon = word.marks[sign].it == ':';
    match prefix_named(&name.text) {
        Some(Prefix { asks: Asked::Amount, .. }) => amount(word, sign),
        Some(Prefix { asks: Asked::Voices, .. }) => voices(word, sign),
        Some(prefix) if colon => value(word, sign + 1, prefix),
        // `a>b` asks for nothing that this language knows, unless it is a slip of one of the words that are compared.
        _ if !colon && did_you_mean(&name.text, ["amount", "voices"]).is_none() => Ok(text(word)),
        _ => {
            // Two letters off is near for the length of these words: `note` is no slip for `role`.
            let alike = |it: &&str| it.starts_with(name.text[..1].to_ascii_lowercase().as_str());
            let prefixes = || PREFIXES.iter().map(|it| it.name);
            let longer = || prefixes().find(|it| name.text.to_lowercase().starts_with(it));
            let help = match did_you_mean(&name.text, prefixes().filter(alike)).or_else(longer) {
                Some(near @ ("amount" | "voices")) if !colon => format!("did you mean `{near}`?"),
                Some(near) => format!("did you mean `{near}:`?"),
                None => format!("quote it to search for the text: `\"{}\"`", word.text()),
            };
            Err(fault("unknown-prefix", &name.span, format!("no term begins with `{}`", name.text), help))
        }
    }
}

fn text(word: &Word) -> Term {
    let Piece { text, span, .. } = word.piece(0..word.marks.len());
    Term::Text(Name { text, at: span })
}

fn is_word(text: &str) -> bool {
    text.starts_with(|it: char| it.is_ascii_alphabetic())
        && text.chars().all(|it| it.is_ascii_alphabetic() || it == '-')
}

/// Reads what stands behind a prefix, from the mark `from` on.
fn value(word: &Word, from: usize, prefix: &Prefix) -> Result<Term, Diagnostic> {
    let whole = word.piece(from..word.marks.len());
    let (message, help) = (format!("`{}:` needs a value", prefix.name), format!("write `{}`", prefix.example));
    if whole.text.is_empty() && !whole.quoted {
        return Err(fault("missing-value", &word.piece(0..from).span, message, help));
    }
    let pieces = || list(word, from, &message, &help);
    match prefix.asks {
        Asked::Names(of) => names(word, from, &message, &help).map(|it| Term::Names(of, it)),
        Asked::Status => each(&pieces()?, value::named).map(Term::Status),
        Asked::Has => each(&pieces()?, value::named).map(Term::Has),
        Asked::Is => each(&pieces()?, value::named).map(Term::Is),
        Asked::Times(of @ (TimeOf::Before | TimeOf::After)) => Ok(Term::Times(of, vec![value::time(&whole)?])),
        Asked::Times(of) => each(&pieces()?, value::time).map(|it| Term::Times(of, it)),
        Asked::Amount => amount(word, from - 1),
        Asked::Voices => voices(word, from - 1),
        Asked::Link => each(&pieces()?, value::named).map(Term::Link),
        Asked::Linked => names(word, from, &message, &help).map(Term::Linked),
        Asked::Within => {
            let Some(colon) = word.find(from, &[':']) else {
                value::lapse(&whole)?;
                return Err(fault("missing-value", &whole.span, "`within:` needs an event", help));
            };
            let lapse = value::lapse(&word.piece(from..colon))?;
            Ok(Term::Within(lapse, names(word, colon + 1, "`within:` needs an event", &help)?))
        }
    }
}

fn each<T>(pieces: &[Piece], read: fn(&Piece) -> Result<T, Diagnostic>) -> Result<Vec<T>, Diagnostic> {
    pieces.iter().map(read).collect()
}

/// Reads a list of values, none of them empty unless quoted.
fn list(word: &Word, from: usize, message: &str, help: &str) -> Result<Vec<Piece>, Diagnostic> {
    let pieces = word.list(from);
    match pieces.iter().find(|it| it.text.is_empty() && !it.quoted) {
        Some(_) if pieces.len() == 1 => Err(fault("missing-value", &word.piece(0..from).span, message, help)),
        Some(empty) => {
            // The comma before the gap, or the one after it where the list begins with it, gets the caret.
            let at = if empty.span.start == word.byte(from) { empty.span.end } else { empty.span.start - 1 };
            let help = "remove the comma, or quote a value that holds one";
            Err(fault("missing-value", &(at..at + 1), "a value is missing beside this comma", help))
        }
        None => Ok(pieces),
    }
}

fn names(word: &Word, from: usize, message: &str, help: &str) -> Result<Vec<Name>, Diagnostic> {
    let name = |it: Piece| Name { text: it.text, at: it.span };
    Ok(list(word, from, message, help)?.into_iter().map(name).collect())
}
