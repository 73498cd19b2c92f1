//! A text looked for in every event of a catalog, by several threads.
//!
//! Titles and summaries are looked through in the order in which they stand in the files, so that memory is read from front to back;
//! an event is read whole only where it has notes and the text is in neither.

use std::convert::Infallible;

use crate::catalog::{Catalog, EventIdx, Facts, IdSet, in_order};

use super::text::TextSearch;

/// Events that a thread looks through before it asks for more: fewer than these are as fast with one.
const BATCH: usize = 20_000;

impl TextSearch {
    /// Returns the events of `within` that hold the text.
    pub fn find(&self, catalog: &Catalog, within: &IdSet) -> IdSet {
        let mut found = IdSet::new(catalog.len());
        if self.is_empty() {
            return within.clone();
        }
        let batches: Vec<(usize, &[u32])> = (0..).step_by(BATCH).zip(catalog.in_file_order().chunks(BATCH)).collect();
        let look = |(first, batch): &(usize, &[u32])| -> Vec<EventIdx> {
            let events = (*first..).zip(batch.iter().map(|it| EventIdx(*it)));
            let held = events.filter(|(row, it)| within.contains(*it) && self.is_in_row(catalog, *row, *it));
            held.map(|it| it.1).collect()
        };
        let Ok::<(), Infallible>(()) = in_order(&batches, look, |events| {
            events.into_iter().for_each(|it| found.insert(it));
            Ok(())
        });
        found
    }

    fn is_in_row(&self, catalog: &Catalog, row: usize, event: EventIdx) -> bool {
        let (title, summary, facts) = catalog.texts_in_file_order(row);
        self.is_in(title)
            || summary.is_some_and(|it| self.is_in(it))
            || (facts.has(Facts::SOME_NOTE) && self.matches(&catalog.event(event)))
    }

    /// Returns whether an event holds the text, as [`TextSearch::matches`] does.
    pub fn is_in_event(&self, catalog: &Catalog, event: EventIdx) -> bool {
        self.is_in(catalog.title(event))
            || catalog.summary(event).is_some_and(|it| self.is_in(it))
            || (catalog.facts(event).has(Facts::SOME_NOTE) && self.matches(&catalog.event(event)))
    }
}
