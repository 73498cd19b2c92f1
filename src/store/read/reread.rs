//! An event read again from where it stands.
//!
//! What a picture of a million events needs of each is a few numbers; the rest is read when somebody looks at it.

use super::{parse::parse_chunk, quick, split::Splitter};
use crate::{
    chronology::{Archive, Event},
    diag::SourceMap,
};

/// Texts keep the events that were read from them.
impl Archive for SourceMap {
    fn text(&self, file: usize) -> &str {
        self.files.get(file).map_or("", |it| &it.text)
    }

    fn event(&self, file: usize, start: usize) -> Event {
        event_at(self, file, start).unwrap_or_default()
    }
}

/// Returns the event whose table begins at the byte `start` of the text number `file`, and fills its chunk.
pub(super) fn event_at(files: &SourceMap, file: usize, start: usize) -> Option<Event> {
    let text: &str = &files.files.get(file)?.text;
    text.get(start..)?;
    let mut tokens = Vec::new();
    let chunk = Splitter::new(text, start).next(&mut tokens)?;
    let plain = quick::event(file, text, &chunk, &tokens).map(|it| it.event);
    plain.or_else(|| parse_chunk(file, text, &chunk).events.into_iter().next())
}
