//! What is left out of a chronology that is looked at as of a day.

use std::collections::HashMap;

use crate::chronology::{Cut, Voices, When};

use super::ids::IdSet;

/// What is left out of a chronology that is looked at as of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Away {
    /// The day.
    pub day: When,
    /// Events that came out later, or of which nothing says when.
    pub events: usize,
    /// Sources that came out later, or of which nothing says when.
    pub sources: usize,
    /// What is left out of the events that are there.
    pub cut: Cut,
    /// Events that are there and of which something is left out.
    pub(super) less: IdSet,
    /// Who speaks for events that rest on what repeats a source that is left out, by what stands for their ids.
    pub(super) voices: HashMap<u64, Voices>,
}

impl Away {
    /// Returns what is left out, as one line: `as known on 2018-12-18: 61 events, 2 claims and 1 end are left out`.
    pub fn words(&self) -> String {
        let Cut { claims, citations, amounts, links, ends } = self.cut;
        let counts = [
            (self.events, "event"),
            (claims, "claim"),
            (citations, "citation"),
            (self.sources, "source"),
            (links, "link"),
            (amounts, "amount"),
            (ends, "end"),
        ];
        let counts: Vec<String> = counts
            .iter()
            .filter(|it| 0 < it.0)
            .map(|(n, what)| format!("{n} {what}{}", if *n == 1 { "" } else { "s" }))
            .collect();
        match counts.split_last() {
            None => format!("as known on {}: nothing came out later", self.day),
            Some((last, [])) => format!("as known on {}: {last} left out", self.day),
            Some((last, rest)) => format!("as known on {}: {} and {last} left out", self.day, rest.join(", ")),
        }
    }
}
