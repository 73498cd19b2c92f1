//! What a format could not carry, counted in what was selected.

use super::{selection::Selection, words::count};
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

/// Returns a loss for each of `parts` that a selected event has.
pub(super) fn losses_of(selection: Selection, parts: &[Part]) -> Vec<Loss> {
    let mut counts = vec![0; parts.len()];
    for (_, event) in selection.events() {
        for (count, (has, _)) in counts.iter_mut().zip(parts) {
            *count += usize::from(has(event));
        }
    }
    counts.into_iter().zip(parts).filter_map(|(events, (_, what))| Loss::of(events, what)).collect()
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
