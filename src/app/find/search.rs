//! Finding text without hiding anything.

use crate::{
    app::msg::Notice,
    catalog::{Catalog, EventIdx, IdSet},
    query::{self, Query, TextSearch},
};

/// What a needle looks for.
#[derive(Clone, Debug, Default)]
pub enum Sought {
    /// Nothing.
    #[default]
    Nothing,
    /// A text.
    Text(TextSearch),
    /// A party, as `@name` or `party:id`: names stand in no text.
    Party(Query),
}

impl Sought {
    /// Returns what `needle` looks for.
    pub(super) fn new(needle: &str) -> Self {
        if needle.is_empty() {
            return Self::Nothing;
        }
        if needle.starts_with('@') || needle.starts_with("party:") {
            let (query, faults) = Query::parse(needle);
            if faults.is_empty() {
                return Self::Party(query);
            }
        }
        Self::Text(TextSearch::new(needle))
    }

    /// Returns whether it is a text.
    pub(in crate::app) fn is_text(&self) -> bool {
        matches!(self, Self::Text(_))
    }
}

/// A needle and the events that hold it.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// What is looked for, as it was typed; nothing while it is empty.
    pub needle: String,
    /// What is looked for.
    pub sought: Sought,
    /// The shown events that hold it, ascending.
    pub hits: Vec<EventIdx>,
    /// Whether these are all, or are still being looked for.
    pub is_whole: bool,
}

impl Search {
    /// Returns the search for `needle` among `shown`.
    pub fn new(needle: &str, catalog: &Catalog, shown: &IdSet) -> Self {
        let sought = Sought::new(needle);
        let hits = match &sought {
            Sought::Nothing => Vec::new(),
            Sought::Text(text) => text.find(catalog, shown).iter().collect(),
            Sought::Party(query) => {
                let nothing = IdSet::new(catalog.len());
                let found = query::eval(query, catalog, &nothing).possibly;
                found.intersect(shown).iter().collect()
            }
        };
        Self { needle: needle.to_owned(), sought, hits, is_whole: true }
    }

    /// Begins to look for `needle`: the hits of the last one stay until those of this are known.
    pub fn begin(&mut self, needle: &str) {
        if needle.is_empty() {
            *self = Self::default();
        } else {
            *self = Self {
                needle: needle.to_owned(),
                sought: Sought::new(needle),
                is_whole: false,
                ..std::mem::take(self)
            };
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
        if let Sought::Text(text_search) = &self.sought { text_search.positions(text) } else { Vec::new() }
    }

    /// Returns the notice that nothing holds what is looked for.
    pub(in crate::app) fn nothing_holds(&self) -> Notice {
        Notice::warning(format!("nothing that is shown holds `{}`", self.needle))
    }

    /// Returns the number of the hit at `cursor`, from 1.
    pub fn position(&self, cursor: Option<EventIdx>) -> Option<usize> {
        self.hits.binary_search(&cursor?).ok().map(|it| it + 1)
    }
}
