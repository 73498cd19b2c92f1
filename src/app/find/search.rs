//! Finding text without hiding anything.

use crate::{
    catalog::{Catalog, EventIdx, IdSet},
    query::{self, Query, TextSearch},
};

/// A needle and the events that hold it.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// What is looked for; nothing while it is empty.
    pub needle: String,
    /// The shown events that hold it, ascending.
    pub hits: Vec<EventIdx>,
    /// Whether these are all, or are still being looked for.
    pub is_whole: bool,
}

impl Search {
    /// Returns the search for `needle` among `shown`: a text, or a party as `@name` or `party:id`.
    pub fn new(needle: &str, catalog: &Catalog, shown: &IdSet) -> Self {
        let hits = match by_party(needle) {
            _ if needle.is_empty() => Vec::new(),
            Some(query) => {
                let nothing = IdSet::new(catalog.len());
                let found = query::eval(&query, catalog, &nothing).possibly;
                found.intersect(shown).iter().collect()
            }
            None => TextSearch::new(needle).find(catalog, shown).iter().collect(),
        };
        Self { needle: needle.to_owned(), hits, is_whole: true }
    }

    /// Begins to look for `needle`: the hits of the last one stay until those of this are known.
    pub fn begin(&mut self, needle: &str) {
        needle.clone_into(&mut self.needle);
        self.is_whole = false;
        if needle.is_empty() {
            *self = Self::default();
        }
    }

    /// Returns whether something is looked for.
    pub fn is_on(&self) -> bool {
        !self.needle.is_empty()
    }

    /// Returns the hit after `cursor`, round the end to the first.
    pub fn next(&self, cursor: Option<EventIdx>) -> Option<EventIdx> {
        let after = self.hits.partition_point(|it| cursor.is_some_and(|at| *it <= at));
        self.hits.get(after).or_else(|| self.hits.first()).copied()
    }

    /// Returns the hit before `cursor`, round the start to the last.
    pub fn previous(&self, cursor: Option<EventIdx>) -> Option<EventIdx> {
        let before = self.hits.partition_point(|it| cursor.is_none_or(|at| *it < at));
        before.checked_sub(1).and_then(|it| self.hits.get(it)).or_else(|| self.hits.last()).copied()
    }

    /// Returns the first hit at or after `cursor`, round the end to the first: where a search that is being typed leads.
    pub fn from(&self, cursor: Option<EventIdx>) -> Option<EventIdx> {
        let at = self.hits.partition_point(|it| cursor.is_some_and(|at| *it < at));
        self.hits.get(at).or_else(|| self.hits.first()).copied()
    }

    /// Returns the bytes of `text` that were looked for.
    pub fn positions(&self, text: &str) -> Vec<std::ops::Range<usize>> {
        let is_text = self.is_on() && by_party(&self.needle).is_none();
        if is_text { TextSearch::new(&self.needle).positions(text) } else { Vec::new() }
    }

    /// Returns the number of the hit at `cursor`, from 1.
    pub fn position(&self, cursor: Option<EventIdx>) -> Option<usize> {
        self.hits.binary_search(&cursor?).ok().map(|it| it + 1)
    }
}

/// Returns the query of a needle that names a party: names stand in no text.
pub(in crate::app) fn by_party(needle: &str) -> Option<Query> {
    if !needle.starts_with('@') && !needle.starts_with("party:") {
        return None;
    }
    let (query, faults) = Query::parse(needle);
    faults.is_empty().then_some(query)
}
