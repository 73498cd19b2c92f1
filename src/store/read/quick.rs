//! The short way from an event's tokens to the event, for the many that are plain.
//!
//! It reads what a person or a program writes when nothing is wrong, and gives up at the first thing that is not so: the long way
//! (`parse`), by way of a tree, then reads the same table again and has the words for what is wrong. It must never read what the
//! long way would report, or read it otherwise; a property test holds the two together. It saves nine tenths of the time of a
//! large store.

use std::borrow::Cow;

use rust_decimal::Decimal;
use toml_parser::{ParseError, Raw, Span, decoder::Encoding, lexer::TokenKind};

use super::split::{Chunk, Kind, Token};
use crate::chronology::{Amount, Bears, Citation, Claim, Event, Link, Named, Origin, Participation, When};

/// Returns the event in a chunk of the text number `file`, which has these tokens, or nothing where the long way has to look.
pub(super) fn event(file: usize, text: &str, chunk: &Chunk, tokens: &[Token]) -> Option<Event> {
    if chunk.kind == Kind::Stray || chunk.unclosed.is_some() || chunk.too_deep.is_some() {
        return None;
    }
    let origin = Origin { file, start: chunk.range.start, end: chunk.end };
    let mut reader = Reader { source: &text[chunk.range.clone()], tokens };
    for kind in [TokenKind::LeftSquareBracket; 2] {
        reader.take(kind)?;
    }
    if reader.word()? != "event" {
        return None;
    }
    for kind in [TokenKind::RightSquareBracket; 2] {
        reader.take(kind)?;
    }
    reader.end_of_line()?;
    let mut event = Event { origin, ..Event::default() };
    let mut keys = Keys::default();
    loop {
        reader.blank();
        match reader.peek() {
            None | Some(TokenKind::Eof) => break,
            Some(TokenKind::Newline | TokenKind::Comment) => reader.end_of_line()?,
            _ => {
                reader.field(&mut event, &mut keys)?;
                reader.end_of_line()?;
            }
        }
    }
    (!event.id.is_empty() && !event.title.is_empty()).then_some(event)
}

/// The most keys that a table has.
const MOST_KEYS: usize = 17;

/// The keys of a table that were read: none may stand twice.
#[derive(Default)]
struct Keys<'a> {
    keys: [&'a str; MOST_KEYS],
    length: usize,
}

impl<'a> Keys<'a> {
    fn add(&mut self, key: &'a str) -> Option<()> {
        if self.keys[..self.length].contains(&key) {
            return None;
        }
        *self.keys.get_mut(self.length)? = key;
        self.length += 1;
        Some(())
    }
}

struct Reader<'a, 't> {
    source: &'a str,
    /// What is still to be read.
    tokens: &'t [Token],
}

impl<'a> Reader<'a, '_> {
    fn field(&mut self, event: &mut Event, keys: &mut Keys<'a>) -> Option<()> {
        let key = self.key(keys)?;
        match key {
            "id" => event.id = self.filled()?,
            "title" => event.title = self.filled()?,
            "when" => event.when = Some(self.date()?),
            "known" => event.known = Some(self.date()?),
            "as_written" => event.as_written = Some(self.text()?),
            "seq" => event.seq = Some(self.integer()?),
            "summary" => event.summary = Some(self.text()?),
            "category" => event.category = Some(self.text()?),
            "place" => event.place = Some(self.text()?),
            "status" => event.status = Some(self.named()?),
            "note" => event.note = Some(self.text()?),
            "tags" => event.tags = self.list(Self::text)?,
            "parties" => {
                event.parties = self.list(Self::participation)?;
                let repeated = |at: usize| event.parties[..at].contains(&event.parties[at]);
                if (1..event.parties.len()).any(repeated) {
                    return None;
                }
            }
            "claims" => event.claims = self.list(Self::claim)?,
            "amounts" => event.amounts = self.list(Self::amount)?,
            "sources" => event.sources = self.list(Self::citation)?,
            "links" => event.links = self.list(Self::link)?,
            _ => return None,
        }
        Some(())
    }

    fn participation(&mut self) -> Option<Participation> {
        if self.peek() != Some(TokenKind::LeftCurlyBracket) {
            return Some(Participation { party: self.filled()?, role: None });
        }
        let mut it = Participation::default();
        self.table(|reader, key| {
            match key {
                "id" => it.party = reader.filled()?,
                "role" => it.role = Some(reader.text()?),
                _ => return None,
            }
            Some(())
        })?;
        (!it.party.is_empty()).then_some(it)
    }

    fn citation(&mut self) -> Option<Citation> {
        if self.peek() != Some(TokenKind::LeftCurlyBracket) {
            return Some(Citation { source: self.filled()?, ..Citation::default() });
        }
        let mut it = Citation { bears: Bears::default(), ..Citation::default() };
        self.table(|reader, key| {
            match key {
                "id" => it.source = reader.filled()?,
                "at" => it.at = Some(reader.text()?),
                "quote" => it.quote = Some(reader.text()?),
                "bears" => it.bears = reader.named()?,
                "note" => it.note = Some(reader.text()?),
                _ => return None,
            }
            Some(())
        })?;
        (!it.source.is_empty()).then_some(it)
    }

    fn claim(&mut self) -> Option<Claim> {
        let (mut by, mut stance, mut source, mut at, mut when, mut note) = (None, None, None, None, None, None);
        self.table(|reader, key| {
            match key {
                "by" => by = Some(reader.filled()?),
                "stance" => stance = Some(reader.named()?),
                "source" => source = Some(reader.text()?),
                "at" => at = Some(reader.text()?),
                "when" => when = Some(reader.date()?),
                "note" => note = Some(reader.text()?),
                _ => return None,
            }
            Some(())
        })?;
        Some(Claim { by: by?, stance: stance?, source, at, when, note })
    }

    fn link(&mut self) -> Option<Link> {
        let (mut kind, mut to, mut note) = (None, None, None);
        self.table(|reader, key| {
            match key {
                "kind" => kind = Some(reader.named()?),
                "to" => to = Some(reader.filled()?),
                "note" => note = Some(reader.text()?),
                _ => return None,
            }
            Some(())
        })?;
        Some(Link { kind: kind?, to: to?, note })
    }

    fn amount(&mut self) -> Option<Amount> {
        let mut it = Amount::default();
        self.table(|reader, key| {
            match key {
                "value" => it.value = Some(reader.sum()?),
                "min" => it.min = Some(reader.sum()?),
                "max" => it.max = Some(reader.sum()?),
                "currency" => it.currency = reader.filled()?,
                "per" => it.per = Some(reader.text()?),
                "about" => it.about = reader.flag()?,
                "note" => it.note = Some(reader.text()?),
                _ => return None,
            }
            Some(())
        })?;
        let sound = match (it.value, it.min, it.max) {
            (Some(_), None, None) | (None, Some(_), None) | (None, None, Some(_)) => true,
            (None, Some(min), Some(max)) => min <= max,
            _ => false,
        };
        (sound && !it.currency.is_empty()).then_some(it)
    }

    /// Reads an array, which may stand on several lines.
    fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        self.take(TokenKind::LeftSquareBracket)?;
        let mut items = Vec::new();
        loop {
            self.lines()?;
            if self.peek() == Some(TokenKind::RightSquareBracket) {
                break;
            }
            items.push(item(self)?);
            self.lines()?;
            match self.peek()? {
                TokenKind::Comma => self.skip(),
                TokenKind::RightSquareBracket => break,
                _ => return None,
            }
        }
        self.skip();
        Some(items)
    }

    /// Reads an inline table on one line.
    fn table(&mut self, mut field: impl FnMut(&mut Self, &'a str) -> Option<()>) -> Option<()> {
        self.take(TokenKind::LeftCurlyBracket)?;
        let mut keys = Keys::default();
        loop {
            self.blank();
            let key = self.key(&mut keys)?;
            field(self, key)?;
            self.blank();
            match self.peek()? {
                TokenKind::Comma => self.skip(),
                TokenKind::RightCurlyBracket => break,
                _ => return None,
            }
        }
        self.skip();
        Some(())
    }

    /// Reads a bare key and what parts it from its value.
    fn key(&mut self, keys: &mut Keys<'a>) -> Option<&'a str> {
        let key = self.word()?;
        keys.add(key)?;
        self.blank();
        self.take(TokenKind::Equals)?;
        self.blank();
        Some(key)
    }

    fn named<T: Named>(&mut self) -> Option<T> {
        T::from_name(&self.string()?)
    }

    fn text(&mut self) -> Option<String> {
        self.string().map(Cow::into_owned)
    }

    /// Reads a string that must not be empty.
    fn filled(&mut self) -> Option<String> {
        self.text().filter(|it| !it.is_empty())
    }

    fn date(&mut self) -> Option<When> {
        if self.peek() != Some(TokenKind::Atom) {
            return When::parse(&self.string()?).ok();
        }
        let word = self.word()?;
        let is_day = word.len() == 10
            && word
                .bytes()
                .enumerate()
                .all(|(at, it)| if matches!(at, 4 | 7) { it == b'-' } else { it.is_ascii_digit() });
        When::parse(word).ok().filter(|_| is_day)
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

    /// Reads a sum from its digits: `25_000_000` or `19.99`.
    fn sum(&mut self) -> Option<Decimal> {
        let whole = self.word().filter(|it| is_decimal(it))?;
        if self.peek() != Some(TokenKind::Dot) {
            return Decimal::from_str_exact(&whole.replace('_', "")).ok();
        }
        self.skip();
        let part = self.word().filter(|it| it.bytes().all(|it| it.is_ascii_digit()))?;
        Decimal::from_str_exact(&format!("{}.{part}", whole.replace('_', ""))).ok()
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
        if encoding == Encoding::BasicString {
            let inner = raw.strip_prefix('"')?.strip_suffix('"').filter(|_| raw.len() > 1)?;
            // Every byte is looked at, many at a time: to stop at the first would be to go one by one.
            let odd = |it: u8| u8::from(it < b' ') | u8::from(it == b'\\') | u8::from(it == 0x7f);
            if inner.bytes().fold(0, |all, it| all | odd(it)) == 0 {
                return Some(Cow::Borrowed(inner));
            }
        }
        let mut text = Cow::Borrowed("");
        let mut fault: Option<ParseError> = None;
        let raw = Raw::new_unchecked(raw, Some(encoding), Span::new_unchecked(0, raw.len()));
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

/// Returns whether a word is a decimal integer of TOML, its sign a minus if it has one.
fn is_decimal(word: &str) -> bool {
    let digits = word.strip_prefix('-').unwrap_or(word);
    let groups = || digits.split('_');
    groups().all(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit()))
        && (digits == "0" || !digits.starts_with('0'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::read::split::Splitter;

    fn read(text: &str) -> Option<Event> {
        let mut tokens = Vec::new();
        let chunk = Splitter::new(text, 0).next(&mut tokens)?;
        event(0, text, &chunk, &tokens)
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
    fn what_is_odd_is_left_to_the_long_way() {
        let odd = |line: &str| assert_eq!(read(&format!("[[event]]\nid='a'\ntitle='b'\n{line}\n")), None, "{line}");
        for it in
            ["id='c'", "x=1", "when='2015-02-29'", "seq=01", "seq=1.0", "seq=+1", "\"note\"='x'", "a.b=1", "note=\"x"]
        {
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
