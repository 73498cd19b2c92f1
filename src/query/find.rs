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
        let look = |share: &[u32]| -> Vec<EventIdx> {
            let events = share.iter().map(|it| EventIdx(*it));
            events.filter(|it| within.contains(*it) && self.is_in_event(catalog, *it)).collect()
        };
        let threads = thread::available_parallelism().map_or(1, usize::from);
        if order.len() < FEW || threads == 1 {
            look(order).into_iter().for_each(|it| found.insert(it));
            return found;
        }
        thread::scope(|scope| {
            let shares: Vec<_> =
                order.chunks(order.len().div_ceil(threads)).map(|share| scope.spawn(move || look(share))).collect();
            for share in shares {
                match share.join() {
                    Ok(hits) => hits.into_iter().for_each(|it| found.insert(it)),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
        });
        found
    }

    /// Returns whether an event holds the text, as [`TextSearch::matches`] does.
    pub fn is_in_event(&self, catalog: &Catalog, event: EventIdx) -> bool {
        self.is_in(catalog.title(event))
            || catalog.summary(event).is_some_and(|it| self.is_in(it))
            || (catalog.facts(event).has(Facts::SOME_NOTE) && self.matches(&catalog.event(event)))
    }
}
