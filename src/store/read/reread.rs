//! An event read again from where it stands.
//!
//! What a picture of a million events needs of each is a few numbers; the rest is read when somebody looks at it.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

use super::{
    comments,
    parse::{Batch, parse_chunk},
    quick,
    split::Splitter,
};
use crate::{
    chronology::{Address, Archive, Comments, Event, Excerpt, Handle, Kept, Origin},
    diag::SourceMap,
};

/// Bits of a length of words; the others are their offset in the text of their event.
const LENGTH: u32 = 16;

/// Texts keep the events that were read from them: a handle is the number of a text and the first byte of a table there.
impl Archive for SourceMap {
    fn event(&self, handle: Handle) -> Event {
        event_at(self, handle).unwrap_or_default()
    }

    fn words(&self, handle: Handle, excerpt: Excerpt) -> Option<&str> {
        let start = handle.start() + (excerpt.0 >> LENGTH) as usize;
        self.files.get(handle.part())?.text.get(start..start + (excerpt.0 & ((1 << LENGTH) - 1)) as usize)
    }

    fn address(&self, handle: Handle) -> Option<Address> {
        let file = self.files.get(handle.part())?;
        Some(Address { name: file.name.clone(), file: file.path.clone(), line: file.line_of(handle.start()) + 1 })
    }

    fn comments(&self, origin: Origin) -> Comments {
        comments::comments(self, origin)
    }

    fn part_names(&self) -> Vec<String> {
        let ends = |name: &str| -> Vec<PathBuf> {
            let steps: Vec<_> = Path::new(name).iter().map(ToOwned::to_owned).collect();
            (0..steps.len()).rev().map(|from| steps[from..].iter().collect()).collect()
        };
        let mut uses: HashMap<PathBuf, usize> = HashMap::new();
        self.files.iter().flat_map(|it| ends(&it.name)).for_each(|it| *uses.entry(it).or_default() += 1);
        let name = |name: &str| {
            let end = ends(name).into_iter().find(|it| uses.get(it) == Some(&1));
            end.map_or_else(|| name.to_owned(), |it| it.display().to_string())
        };
        self.files.iter().map(|it| name(&it.name)).collect()
    }
}

/// Returns the handle of what stands at `origin`.
pub(super) fn handle(origin: Origin) -> Handle {
    Handle::new(origin.file, origin.start)
}

/// Returns how an event is kept whose text is `table`, from which it can be read again.
pub(super) fn kept(event: &Event, table: &str) -> Kept {
    let title = excerpt(table, &event.title);
    let summary = event.summary.as_ref().and_then(|it| excerpt(table, it));
    Kept::InArchive { handle: handle(event.origin), title, summary }
}

/// Returns where `words` stand in `table`: wherever the same bytes stand first, they are the same bytes.
fn excerpt(table: &str, words: &str) -> Option<Excerpt> {
    let start = u16::try_from(position(table.as_bytes(), words.as_bytes())?).ok().filter(|it| *it < u16::MAX)?;
    let length = u16::try_from(words.len()).ok()?;
    Some(Excerpt(u32::from(start) << LENGTH | u32::from(length)))
}

/// Returns where `text` stands first in `table`. The text of a table is short: no searcher pays that is made before it searches.
fn position(table: &[u8], text: &[u8]) -> Option<usize> {
    let Some(first) = text.first() else { return Some(0) };
    memchr::memchr_iter(*first, table).find(|it| table[*it..].starts_with(text))
}

/// Returns the event whose table begins at `handle`, and fills its chunk.
pub(super) fn event_at(files: &SourceMap, handle: Handle) -> Option<Event> {
    let (file, start) = (handle.part(), handle.start());
    let text: &str = &files.files.get(file)?.text;
    text.get(start..)?;
    let mut tokens = Vec::new();
    let chunk = Splitter::new(text, start).next(&mut tokens)?;
    let plain = quick::event(file, text, &chunk, &tokens).map(|it| it.event);
    plain.or_else(|| {
        let mut batch = Batch::default();
        parse_chunk(file, text, &chunk, &mut batch);
        batch.events.into_iter().next()
    })
}
