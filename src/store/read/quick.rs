//! The short way from an event's tokens to the event, for the many that are plain.
//!
//! It reads what a person or a program writes when nothing is wrong, keys of their own included, and gives up at the first thing
//! that is not so: the long way (`parse`), by way of a tree, then reads the same table again and has the words for what is wrong.
//! It must never read what the long way would report, or read it otherwise; a property test holds the two together. It saves nine
//! tenths of the time of a large store.

use std::borrow::Cow;

use rust_decimal::Decimal;
use toml::de::{DeTable, DeValue};
use toml_parser::{ParseError, Raw, decoder::Encoding, lexer::TokenKind};

use super::{
    extra::inline,
    split::{Chunk, ChunkKind, Token},
    values::{from_digits, is_day, is_decimal, plain_string},
};
use crate::{
    chronology::{Event, Field, FieldKind, HasTable as _, Need, Origin, Record, Records, Table, Value, When},
    diag::Span,
};

/// Brackets within brackets in a value of the author's own beyond which the long way has to look.
const DEEPEST: usize = 8;

/// An event, and the keys of its author's own with their places.
pub(super) struct Plain<'a> {
    pub(super) event: Event,
    pub(super) own_keys: Vec<(Cow<'a, str>, Span)>,
}

/// Returns the event in a chunk of the text number `file`, which has these tokens, or nothing where the long way has to look.
pub(super) fn event<'a>(file: usize, text: &'a str, chunk: &Chunk, tokens: &[Token]) -> Option<Plain<'a>> {
    if chunk.kind != ChunkKind::Table || chunk.unclosed.is_some() || chunk.too_deep.is_some() {
        return None;
    }
    let origin = Origin { file, start: chunk.range.start, end: chunk.end };
    let mut reader =
        Reader { origin, source: &text[chunk.range.clone()], tokens, own_keys: Vec::new(), dotted: Vec::new() };
    if !reader.source.starts_with("[[event]]") {
        return None;
    }
    reader.tokens = tokens.get(5..)?;
    reader.end_of_line()?;
    let mut event = Event { origin, ..Event::default() };
    let mut seen = Seen::default();
    loop {
        reader.blank();
        match reader.peek() {
            None | Some(TokenKind::Eof) => break,
            Some(TokenKind::Newline | TokenKind::Comment) => reader.end_of_line()?,
            _ => {
                reader.pair(&mut event, &mut seen)?;
                reader.end_of_line()?;
            }
        }
    }
    reader.fill_dotted(&mut event)?;
    seen.has_all(Event::TABLE).then_some(Plain { event, own_keys: reader.own_keys })
}

/// The fields of a table that were read: none may stand twice.
#[derive(Default)]
struct Seen(u64);

impl Seen {
    fn mark(&mut self, field: usize) -> Option<()> {
        let bit = 1 << field;
        let is_new = self.0 & bit == 0;
        self.0 |= bit;
        is_new.then_some(())
    }

    fn has_all(&self, table: &Table) -> bool {
        table.fields.iter().enumerate().all(|(at, it)| !it.need.is_required() || self.0 & (1 << at) != 0)
    }
}

struct Reader<'a, 't> {
    origin: Origin,
    source: &'a str,
    /// What is still to be read.
    tokens: &'t [Token],
    own_keys: Vec<(Cow<'a, str>, Span)>,
    /// Each key of the author's own that is written with dots, and its lines.
    dotted: Vec<(String, String)>,
}

impl<'a> Reader<'a, '_> {
    /// Reads a key and its value into `record`.
    fn pair(&mut self, record: &mut dyn Record, seen: &mut Seen) -> Option<()> {
        let first = *self.tokens.first()?;
        let key = self.key()?;
        self.blank();
        let table = record.table();
        let field = table.position(&key);
        if field.is_none() {
            return self.own_pair(record, key, first);
        }
        self.take(TokenKind::Equals)?;
        self.blank();
        let at = field?;
        seen.mark(at)?;
        self.value(record, at, &table.fields[at])
    }

    fn value(&mut self, record: &mut dyn Record, at: usize, field: &Field) -> Option<()> {
        let value = match field.kind {
            FieldKind::Text if field.need.is_required() => Value::Text(self.filled()?),
            FieldKind::Text => Value::Text(self.string()?),
            FieldKind::Date => Value::Date(Cow::Owned(self.date()?)),
            FieldKind::Integer => Value::Integer(self.integer()?),
            FieldKind::Sum => Value::Sum(self.sum()?),
            FieldKind::Flag => Value::Flag(self.flag()?),
            FieldKind::Word { names, .. } => {
                let word = self.string()?;
                Value::Word(names.iter().find(|it| **it == word)?)
            }
            FieldKind::Texts => {
                let mut texts = Vec::new();
                self.list(|reader| {
                    let text = if field.need == Need::Ids { reader.filled() } else { reader.string() };
                    texts.push(text?.into_owned());
                    Some(())
                })?;
                Value::Texts(texts.into())
            }
            FieldKind::Tables(table) => {
                let list = record.tables(at)?;
                return self.list(|reader| reader.item(table, list));
            }
        };
        record.set(at, value);
        Some(())
    }

    /// Reads a table in a list, or its id alone where that may stand for it.
    fn item(&mut self, table: &Table, list: &mut dyn Records) -> Option<()> {
        let record = list.add();
        if table.may_be_plain && self.peek() != Some(TokenKind::LeftCurlyBracket) {
            record.set(0, Value::Text(self.filled()?));
        } else {
            self.table(record)?;
        }
        (!table.is_distinct || !list.repeats()).then_some(())
    }

    /// Reads an inline table on one line.
    fn table(&mut self, record: &mut dyn Record) -> Option<()> {
        self.take(TokenKind::LeftCurlyBracket)?;
        let mut seen = Seen::default();
        loop {
            self.blank();
            self.pair(record, &mut seen)?;
            self.blank();
            match self.peek()? {
                TokenKind::Comma => self.skip(),
                TokenKind::RightCurlyBracket => break,
                _ => return None,
            }
        }
        self.skip();
        (seen.has_all(record.table()) && record.contradiction().is_none()).then_some(())
    }

    /// Reads the rest of a pair whose key is of the author's own, and keeps it where such keys are kept.
    fn own_pair(&mut self, record: &mut dyn Record, key: Cow<'a, str>, first: Token) -> Option<()> {
        let own = record.own_keys_mut()?;
        let is_dotted = self.peek() == Some(TokenKind::Dot);
        while self.peek() == Some(TokenKind::Dot) {
            self.skip();
            self.blank();
            self.key()?;
            self.blank();
        }
        self.take(TokenKind::Equals)?;
        self.blank();
        let start = self.tokens.first()?.start as usize;
        let end = self.own_value()?;
        let line = self.source.get(first.start as usize..end)?;
        if let Some((_, lines)) = self.dotted.iter_mut().find(|it| it.0 == key) {
            lines.extend(["\n", line]);
            return is_dotted.then_some(());
        }
        if own.iter().any(|it| it.0 == key) {
            return None;
        }
        let value = if is_dotted {
            self.dotted.push((key.clone().into_owned(), line.to_owned()));
            String::new()
        } else {
            self.source.get(start..end)?.to_owned()
        };
        own.push((key.clone().into_owned(), value));
        let Origin { file, start: base, .. } = self.origin;
        self.own_keys.push((key, Span::new(file, base + first.start as usize, base + first.end as usize)));
        Some(())
    }

    /// Passes over a value of any sort, if it is sound, and returns where it ends.
    fn own_value(&mut self) -> Option<usize> {
        let start = self.tokens.first()?;
        let (mut depth, mut end) = (0, start.end);
        loop {
            let token = *self.tokens.first()?;
            match token.kind {
                TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => depth += 1,
                TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket if depth > 0 => depth -= 1,
                TokenKind::Newline | TokenKind::Comment | TokenKind::Eof if depth == 0 => break,
                _ => {}
            }
            if depth > DEEPEST {
                return None;
            }
            if token.kind != TokenKind::Whitespace {
                end = token.end;
            }
            self.skip();
        }
        let text = self.source.get(start.start as usize..end as usize)?;
        let is_plain = is_decimal(text) || plain_string(text).is_some();
        (is_plain || DeValue::parse(text).is_ok()).then_some(end as usize)
    }

    /// Fills in the values of keys that are written with dots.
    fn fill_dotted(&mut self, event: &mut Event) -> Option<()> {
        for (key, lines) in self.dotted.drain(..) {
            let table = DeTable::parse(&lines).ok()?;
            let text = inline(table.get_ref().values().next()?.get_ref());
            DeValue::parse(&text).ok()?;
            event.extra.iter_mut().find(|it| it.0 == key)?.1 = text;
        }
        Some(())
    }

    /// Reads an array, which may stand on several lines.
    fn list(&mut self, mut item: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.take(TokenKind::LeftSquareBracket)?;
        loop {
            self.lines()?;
            if self.peek() == Some(TokenKind::RightSquareBracket) {
                break;
            }
            item(self)?;
            self.lines()?;
            match self.peek()? {
                TokenKind::Comma => self.skip(),
                TokenKind::RightSquareBracket => break,
                _ => return None,
            }
        }
        self.skip();
        Some(())
    }

    /// Reads one name of a key.
    fn key(&mut self) -> Option<Cow<'a, str>> {
        if matches!(self.peek()?, TokenKind::BasicString | TokenKind::LiteralString) {
            return self.string();
        }
        let is_bare = |it: &&str| it.bytes().all(|it| it.is_ascii_alphanumeric() || matches!(it, b'-' | b'_'));
        self.word().filter(is_bare).map(Cow::Borrowed)
    }

    /// Reads a string that must not be empty.
    fn filled(&mut self) -> Option<Cow<'a, str>> {
        self.string().filter(|it| !it.is_empty())
    }

    fn date(&mut self) -> Option<When> {
        if self.peek() != Some(TokenKind::Atom) {
            return When::parse(&self.string()?).ok();
        }
        let word = self.word()?;
        When::parse(word).ok().filter(|_| is_day(word))
    }

    fn flag(&mut self) -> Option<bool> {
        match self.word()? {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        }
    }

    fn integer(&mut self) -> Option<i64> {
        let word = self.word()?;
        if self.peek() == Some(TokenKind::Dot) {
            return None;
        }
        is_decimal(word).then(|| word.replace('_', "").parse().ok())?
    }

    /// Reads a sum from its digits: `25_000_000`, `19.99` or `"19.99"`.
    fn sum(&mut self) -> Option<Decimal> {
        if self.peek() != Some(TokenKind::Atom) {
            return from_digits(self.string()?.trim());
        }
        let whole = self.word().filter(|it| is_decimal(it))?;
        if self.peek() != Some(TokenKind::Dot) {
            return from_digits(whole);
        }
        self.skip();
        let part = self.word().filter(|it| it.bytes().all(|it| it.is_ascii_digit()))?;
        from_digits(&format!("{whole}.{part}"))
    }

    /// Reads a string of any of the four sorts, if it is sound.
    fn string(&mut self) -> Option<Cow<'a, str>> {
        let token = *self.tokens.first()?;
        let raw = self.source.get(token.start as usize..token.end as usize)?;
        let encoding = match token.kind {
            TokenKind::BasicString => Encoding::BasicString,
            TokenKind::LiteralString => Encoding::LiteralString,
            TokenKind::MlBasicString => Encoding::MlBasicString,
            TokenKind::MlLiteralString => Encoding::MlLiteralString,
            _ => return None,
        };
        self.skip();
        if encoding == Encoding::BasicString
            && let Some(plain) = plain_string(raw)
        {
            return Some(Cow::Borrowed(plain));
        }
        let mut text = Cow::Borrowed("");
        let mut fault: Option<ParseError> = None;
        let raw = Raw::new_unchecked(raw, Some(encoding), toml_parser::Span::new_unchecked(0, raw.len()));
        let _ = raw.decode_scalar(&mut text, &mut fault);
        fault.is_none().then_some(text)
    }

    fn word(&mut self) -> Option<&'a str> {
        let token = self.tokens.first().filter(|it| it.kind == TokenKind::Atom)?;
        let word = self.source.get(token.start as usize..token.end as usize)?;
        self.skip();
        Some(word)
    }

    fn peek(&self) -> Option<TokenKind> {
        self.tokens.first().map(|it| it.kind)
    }

    fn skip(&mut self) {
        self.tokens = self.tokens.get(1..).unwrap_or_default();
    }

    fn take(&mut self, kind: TokenKind) -> Option<()> {
        (self.peek()? == kind).then(|| self.skip())
    }

    fn blank(&mut self) {
        while self.peek() == Some(TokenKind::Whitespace) {
            self.skip();
        }
    }

    /// Passes over white space, comments and line ends.
    fn lines(&mut self) -> Option<()> {
        loop {
            self.blank();
            match self.peek() {
                Some(TokenKind::Comment | TokenKind::Newline) => self.end_of_line()?,
                _ => return Some(()),
            }
        }
    }

    /// Passes over the rest of a line with nothing of meaning on it.
    fn end_of_line(&mut self) -> Option<()> {
        self.blank();
        if self.peek() == Some(TokenKind::Comment) {
            let token = self.tokens.first()?;
            let comment = self.source.get(token.start as usize..token.end as usize)?;
            if comment.bytes().any(|it| (it < b' ' && it != b'\t') || it == 0x7f) {
                return None;
            }
            self.skip();
        }
        let token = *self.tokens.first()?;
        let is_end = match token.kind {
            TokenKind::Eof => true,
            // A carriage return alone ends no line.
            TokenKind::Newline => self.source.as_bytes().get(token.end as usize - 1) == Some(&b'\n'),
            _ => false,
        };
        self.skip();
        is_end.then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::read::split::Splitter;

    fn read(text: &str) -> Option<Event> {
        let mut tokens = Vec::new();
        let chunk = Splitter::new(text, 0).next(&mut tokens)?;
        event(0, text, &chunk, &tokens).map(|it| it.event)
    }

    #[test]
    fn plain_events_are_read() {
        let event = read(concat!(
            "[[event]] # one\n\n  id = \"a\"\ntitle = 'b' # c\nwhen = 1985-04-12\nseq = -1_0\nsummary = \"\"\"\n[[event]]\n\"\"\"\n",
            "parties = [\n  \"p\", # first\n  { id = \"q\", role = \"r\" },\n]\namounts = [{ value = 1_000.50, currency = \"USD\", about = true }]\n",
            "claims = [{ by = \"p\", stance = \"denies\", when = \"2013~\" }]\nnote = \"\\u00e9\"",
        ));
        let event = event.expect("nothing is odd in it");
        assert_eq!(
            (event.seq, event.summary.as_deref(), event.note.as_deref()),
            (Some(-10), Some("[[event]]\n"), Some("é"))
        );
        assert_eq!((event.parties.len(), event.claims.len()), (2, 1));
        assert_eq!(event.amounts[0].value, Some("1000.50".parse().expect("a decimal")));
    }

    #[test]
    fn keys_of_ones_own_are_kept() {
        let text = concat!(
            "[[event]]\nid='a'\ntitle='b'\nseq=+1\n\"note\"='n'\nx = 1.5 # c\ny.a = 'b'\n\"z 1\" = \"\\u00e9\"\ny . 'c' = 0x_f\n",
            "at = 1979-05-27 07:32:00\nlist = [1, # one\n { a = 'b' }]\n",
        );
        let text = text.replace("0x_f", "0xf");
        let event = read(&text).expect("nothing is odd in it");
        let own: Vec<_> = event.extra.iter().map(|(key, value)| format!("{key}: {value}")).collect();
        let expect = [
            "x: 1.5",
            "y: { a = \"b\", c = 0xf }",
            "z 1: \"\\u00e9\"",
            "at: 1979-05-27 07:32:00",
            "list: [1, # one\n { a = 'b' }]",
        ];
        assert_eq!((event.seq, event.note.as_deref(), own), (Some(1), Some("n"), expect.map(str::to_owned).to_vec()));
    }

    #[test]
    fn what_is_odd_is_left_to_the_long_way() {
        let odd = |line: &str| assert_eq!(read(&format!("[[event]]\nid='a'\ntitle='b'\n{line}\n")), None, "{line}");
        for it in ["x=1 2", "when='2015-02-29'", "seq=01", "seq=1.0", "x=1\nx=2", "seq.b=1", "a.b=1\na=2", "note=\"x"] {
            odd(it);
        }
        for it in
            ["note='''x''", "tags=['a' 'b']", "tags=[,]", "note='a' x", "note=\"\u{1}\"", "# \u{1}", "status='odd'"]
        {
            odd(it);
        }
        for it in [
            "parties=['p','p']",
            "parties=['']",
            "claims=[{by='p'}]",
            "claims=[{by='p',stance='denies',}]",
            "[event.x]",
        ] {
            odd(it);
        }
        for it in
            ["amounts=[{value=1}]", "amounts=[{min=2,max=1,currency='x'}]", "amounts=[{value=1,min=1,currency='x'}]"]
        {
            odd(it);
        }
        assert_eq!(read("[[event]]\nid='a'\n"), None);
        assert_eq!(read("[[party]]\nid='a'\ntitle='b'\n"), None);
    }
}
