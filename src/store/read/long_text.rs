//! A long text read by several threads at once.
//!
//! Each thread begins at a line that looks like the head of an event, and cuts the text into chunks from there on, past the end of
//! its piece up to the next head. Whether the line was a head, and not one of a multi-line string, shows when the piece before is
//! done: it ends where the next begins, or what the next has read is thrown away and read again from where it does end. So the
//! result is that of one thread, whatever stands in the strings.

use std::{convert::Infallible, ops::Range};

use memchr::memmem::Finder;

use super::{
    extra::UnknownKeys,
    parse::{Batch, can_be_reread, parse_chunk},
    quick,
    reread::{handle, kept},
    split::Splitter,
};
use crate::{
    catalog::{Columns, in_order},
    chronology::{Event, HasTable as _, Kept},
};

/// Bytes of a piece: enough that handing it on costs nothing, and few enough that a picture soon has something to show.
pub(in crate::store) const PIECE: usize = 2 << 20;

/// What a piece of a text says.
pub(in crate::store) struct Piece {
    /// Where the next piece begins.
    pub(in crate::store) reached: usize,
    /// Everything but its events.
    pub(in crate::store) batch: Batch,
    pub(in crate::store) events: Columns,
}

/// What pieces are read from, and with what.
pub(in crate::store) struct Reader<'a> {
    /// Number of the text.
    pub(in crate::store) file: usize,
    pub(in crate::store) text: &'a str,
}

impl Reader<'_> {
    /// Reads the text in pieces of about `size` bytes, and hands each to `done`, in order.
    pub(in crate::store) fn read_all(&self, size: usize, mut done: impl FnMut(Piece)) {
        let mut at = 0;
        let take = |(range, piece): (Range<usize>, Piece)| {
            if at < range.end || range.is_empty() {
                let piece = if at == range.start { piece } else { self.read(at..range.end) };
                at = piece.reached;
                done(piece);
            }
            Ok(())
        };
        let Ok::<(), Infallible>(()) = in_order(&self.guess(size), |it| (it.clone(), self.read(it.clone())), take);
    }

    /// Returns stretches of the text that begin where a line looks like the head of an event.
    fn guess(&self, size: usize) -> Vec<Range<usize>> {
        let head = Finder::new("\n[[event]]");
        let mut starts = vec![0];
        let mut from = size;
        while let Some(found) = self.text.as_bytes().get(from..).and_then(|it| head.find(it)) {
            starts.push(from + found + 1);
            from += found + size.max(1);
        }
        let ends = starts.iter().skip(1).copied().chain([self.text.len()]);
        starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
    }

    /// Reads the chunks that begin in `range`.
    fn read(&self, range: Range<usize>) -> Piece {
        let mut splitter = Splitter::new(self.text, range.start);
        let mut tokens = Vec::new();
        let mut unknown = UnknownKeys::new(Event::TABLE);
        let mut piece = Piece { reached: range.end, batch: Batch::default(), events: Columns::default() };
        while let Some(chunk) = splitter.next(&mut tokens) {
            let table = &self.text[chunk.range.clone()];
            match quick::event(self.file, self.text, &chunk, &tokens) {
                Some(quick::Plain { event, own_keys }) => {
                    let faults = own_keys.iter().map(|(key, span)| unknown.fault(key, *span));
                    piece.batch.diagnostics.extend(faults);
                    let kept = kept(&event, table);
                    piece.events.take(event, kept);
                }
                None => {
                    parse_chunk(self.file, self.text, &chunk, &mut piece.batch);
                    let again = can_be_reread(self.text, &chunk, &piece.batch.events);
                    for event in piece.batch.events.drain(..) {
                        // What stands in a list on one line, say, cannot be read again from its place.
                        let kept = if again { kept(&event, table) } else { Kept::InTable(handle(event.origin)) };
                        piece.events.take(event, kept);
                    }
                }
            }
            if range.end <= splitter.next_start() && splitter.is_at_head() {
                piece.reached = splitter.next_start();
                break;
            }
        }
        piece
    }
}
