//! A text looked for in every event of a catalog, by several threads.
//!
//! Titles and summaries are looked through in the order in which they stand in the files, so that memory is read from front to back;
//! an event is read whole only where it has notes and the text is in neither.

use std::thread;

use crate::catalog::{Catalog, EventIdx, Facts, IdSet};

use super::text::TextSearch;

/// Events below which one thread is as fast.
const FEW: usize = 20_000;

impl TextSearch {
    /// Returns the events of `within` that hold the text.
    pub fn find(&self, catalog: &Catalog, within: &IdSet) -> IdSet {
        let mut found = IdSet::new(catalog.len());
        if self.is_empty() {
            return within.clone();
        }
        let order = catalog.in_file_order();
        let look = |first: usize, share: &[u32]| -> Vec<EventIdx> {
            let events = (first..).zip(share.iter().map(|it| EventIdx(*it)));
            events
                .filter(|(row, it)| within.contains(*it) && self.is_in_row(catalog, *row, *it))
                .map(|it| it.1)
                .collect()
        };
        let threads = thread::available_parallelism().map_or(1, usize::from);
        if order.len() < FEW || threads == 1 {
            look(0, order).into_iter().for_each(|it| found.insert(it));
            return found;
        }
        thread::scope(|scope| {
            let length = order.len().div_ceil(threads);
            let shares: Vec<_> = order
                .chunks(length)
                .enumerate()
                .map(|(number, share)| scope.spawn(move || look(number * length, share)))
                .collect();
            for share in shares {
                match share.join() {
                    Ok(hits) => hits.into_iter().for_each(|it| found.insert(it)),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
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
