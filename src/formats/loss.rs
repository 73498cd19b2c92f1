//! What a format could not carry, counted in what was selected.

use super::{report::count, selection::Selection};
use crate::chronology::Event;

/// Something that the selected events have and the format has no place for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// The loss in words that stand alone: `3 events have claims whose notes are not written`.
    pub what: String,
    /// How many of the selected events have it; 0 where it is in what surrounds them, such as the title of the whole.
    pub events: usize,
}

impl Loss {
    /// Returns the loss that `events` events have, in words, or nothing if there are none: `2 events have tags, which are not
    /// written` for `tags, which are not written`.
    pub(super) fn of(events: usize, what: &str) -> Option<Self> {
        let verb = if events == 1 { "has" } else { "have" };
        (events > 0).then(|| Self { what: format!("{} {verb} {what}", count(events, "event")), events })
    }

    /// Returns a loss in what surrounds the events.
    pub(super) fn around(what: impl Into<String>) -> Self {
        Self { what: what.into(), events: 0 }
    }
}

/// Whether an event has something, and what it is called in the words of a [`Loss`].
pub(super) type Part = (fn(&Event) -> bool, &'static str);

/// How many events have each of some parts.
#[derive(Clone, Debug)]
pub(super) struct Counted {
    parts: &'static [Part],
    counts: Vec<usize>,
    /// How many have any of them.
    pub(super) any: usize,
}

impl Counted {
    /// Returns counts of nothing.
    pub(super) fn new(parts: &'static [Part]) -> Self {
        Self { parts, counts: vec![0; parts.len()], any: 0 }
    }

    /// Counts one event.
    pub(super) fn add(&mut self, event: &Event) {
        let mut any = false;
        for (count, (has, _)) in self.counts.iter_mut().zip(self.parts) {
            if has(event) {
                *count += 1;
                any = true;
            }
        }
        self.any += usize::from(any);
    }

    /// Adds the counts of other events.
    pub(super) fn merge(&mut self, other: &Self) {
        self.counts.iter_mut().zip(&other.counts).for_each(|(mine, theirs)| *mine += theirs);
        self.any += other.any;
    }

    /// Returns what is there at all, with its words.
    pub(super) fn present(&self) -> impl Iterator<Item = (usize, &'static str)> {
        self.counts.iter().copied().zip(self.parts.iter().map(|it| it.1)).filter(|it| it.0 > 0)
    }

    /// Returns a loss for each part that is there.
    pub(super) fn losses(&self) -> Vec<Loss> {
        self.present().filter_map(|(events, what)| Loss::of(events, what)).collect()
    }
}

/// Returns the loss of a title and summary of the whole, for a format without a place for them.
pub(super) fn heading_loss(selection: Selection) -> Option<Loss> {
    let timeline = selection.catalog.timeline();
    let what = match (&timeline.title, &timeline.summary) {
        (Some(_), Some(_)) => "the chronology's title and summary are not written",
        (Some(_), None) => "the chronology's title is not written",
        (None, Some(_)) => "the chronology's summary is not written",
        (None, None) => return None,
    };
    Some(Loss::around(what))
}
