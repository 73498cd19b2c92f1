//! One export while it runs: where it goes, and what is lost on the way.

use std::io::{self, Write};

use super::{
    in_order::batches_in_order,
    loss::{Carries, Counted, having, is_carried},
    part::{AFFILIATIONS_OUT_ROWS, EVENT_ROWS, LINKS_OUT_ROWS, PARTY_ROWS, PartOf, SOURCE_ROWS, TIMELINE_ROWS},
    report::count,
    subset::Contents,
};
use crate::{catalog::EventIdx, chronology::Event};

pub(super) struct Writing<'a> {
    pub contents: &'a Contents<'a>,
    pub out: &'a mut dyn Write,
    carries: Carries,
    lost: Counted<Event>,
    own: Vec<String>,
}

impl<'a> Writing<'a> {
    pub(super) fn new(contents: &'a Contents<'a>, carries: Carries, out: &'a mut dyn Write) -> Self {
        Self { contents, out, carries, lost: Counted::new(&[EVENT_ROWS, LINKS_OUT_ROWS], carries), own: Vec::new() }
    }

    /// Writes what `line` makes of each event, in order, and counts what the events have that the format does not carry.
    pub(super) fn events(
        &mut self,
        events: &[EventIdx],
        line: impl Fn(EventIdx, &Event, &mut Vec<u8>) -> io::Result<()> + Sync,
    ) -> io::Result<()> {
        let (contents, none) = (self.contents, Counted::new(&[EVENT_ROWS, LINKS_OUT_ROWS], self.carries));
        let make = |batch: &[EventIdx]| {
            let (mut bytes, mut lost) = (Vec::new(), none.clone());
            for id in batch {
                let event = &*contents.subset.catalog.event(*id);
                line(*id, event, &mut bytes)?;
                lost.add(contents, event);
            }
            Ok::<_, io::Error>((bytes, lost))
        };
        batches_in_order(events, make, |made| {
            let (bytes, lost) = made?;
            self.lost.merge(&lost);
            self.out.write_all(&bytes)
        })
    }

    /// Says that `n` events have something that is lost in a way of the format's own.
    pub(super) fn loses(&mut self, n: usize, what: &str) {
        self.own.extend((0 < n).then(|| having(n, "event", what)));
    }

    /// Says that `n` comments of people are not written; those that allow a warning are.
    pub(super) fn loses_comments(&mut self, n: usize) {
        self.own.extend(match n {
            0 => None,
            1 => Some("1 comment is not written".to_owned()),
            n => Some(format!("{} are not written", count(n, "comment"))),
        });
    }

    /// Returns everything that was lost, in words that stand alone.
    pub(super) fn losses(self) -> Vec<String> {
        let Self { contents, carries, lost, own, .. } = self;
        let mut losses: Vec<String> = lost.words("event").into_iter().chain(own).collect();
        losses.extend(beside(contents, &contents.parties, &[PARTY_ROWS, AFFILIATIONS_OUT_ROWS], carries, "party"));
        losses.extend(beside(contents, &contents.sources, &[SOURCE_ROWS], carries, "source"));
        let mut timeline = Counted::new(&[TIMELINE_ROWS], carries);
        timeline.add(contents, contents.subset.catalog.timeline());
        losses.extend(match timeline.names()[..] {
            [] => None,
            [only] if only.ends_with('s') => Some(format!("the chronology's {only} are not written")),
            [only] => Some(format!("the chronology's {only} is not written")),
            [ref first @ .., last] => Some(format!("the chronology's {} and {last} are not written", first.join(", "))),
        });
        losses
    }
}

/// Returns what is lost of what stands beside the events. The first of `rows` tells what no event names: such a one is lost whole.
fn beside<T>(
    contents: &Contents,
    all: &[&T],
    rows: &[&'static [PartOf<T>]],
    carries: Carries,
    noun: &str,
) -> Vec<String> {
    let Some(unnamed) = rows.iter().copied().flatten().next() else { return Vec::new() };
    let is_left_out = |it: &T| !is_carried(carries, unnamed.part) && (unnamed.has)(contents, it);
    let (out, written): (Vec<&T>, Vec<&T>) = all.iter().partition(|it| is_left_out(it));
    let mut counted = Counted::new(rows, carries);
    written.iter().for_each(|it| counted.add(contents, it));
    let whole = match out.len() {
        0 => None,
        1 => Some(format!("1 {noun} is not written: {} it", unnamed.words)),
        n => Some(format!("{} are not written: {} them", count(n, noun), unnamed.words)),
    };
    whole.into_iter().chain(counted.words(noun)).collect()
}
