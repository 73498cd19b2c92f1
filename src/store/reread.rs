//! An event read again from where it stands.
//!
//! What a picture of a million events needs of each is a few numbers; the rest is read when somebody looks at it.

use std::sync::Arc;

use toml::de::DeValue;

use super::{
    entries,
    fields::Context,
    parse::parse_chunk,
    quick,
    split::{Kind, Splitter},
};
use crate::{
    chronology::{Archive, Event, Origin},
    diag::SourceMap,
};

/// The texts of a store as the place where its events are kept.
#[derive(Clone, Debug)]
pub struct Texts(pub Arc<SourceMap>);

impl Archive for Texts {
    fn text(&self, file: usize) -> &str {
        self.0.files.get(file).map_or("", |it| &it.text)
    }

    fn event(&self, file: usize, start: usize) -> Event {
        event_at(&self.0, file, start).unwrap_or_default()
    }
}

/// Returns the event whose table begins at the byte `start` of the text number `file`.
pub(super) fn event_at(files: &SourceMap, file: usize, start: usize) -> Option<Event> {
    let text: &str = &files.files.get(file)?.text;
    let rest = text.get(start..)?;
    if rest.starts_with('{') {
        return inline(file, start, rest);
    }
    let mut tokens = Vec::new();
    let chunk = Splitter::new(text, start).next(&mut tokens)?;
    let origin = Origin { file, start, end: chunk.end };
    let plain = chunk.kind == Kind::Table && chunk.unclosed.is_none() && chunk.too_deep.is_none();
    if plain && let Some(event) = quick::event(&text[chunk.range.clone()], &tokens, origin) {
        return Some(event);
    }
    parse_chunk(file, text, &chunk).events.into_iter().next()
}

/// Reads an event that stands in an array, as in `event = [{ id = "a", title = "b" }]`.
fn inline(file: usize, start: usize, rest: &str) -> Option<Event> {
    let end = table_end(rest)?;
    let (value, _) = DeValue::parse_recoverable(&rest[..end]);
    let mut cx = Context::new(file, start, &rest[..end]);
    entries::event(&mut cx, &value, Origin { file, start, end: start + end })
}

/// Returns one past the brace that closes the table at the start of `text`.
fn table_end(text: &str) -> Option<usize> {
    use toml_parser::{Source, lexer::TokenKind};
    let mut depth = 0_usize;
    for token in Source::new(text).lex() {
        match token.kind() {
            TokenKind::LeftCurlyBracket => depth += 1,
            TokenKind::RightCurlyBracket => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(token.span().end());
                }
            }
            _ => {}
        }
    }
    None
}
