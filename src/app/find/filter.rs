//! What is hidden: a query, a date of knowledge, and a switch to see everything for a moment.

use crate::{
    catalog::{Catalog, IdSet},
    chronology::When,
    query::{self, Matched, Query, Selected},
    text::text_width,
};

/// The filter.
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    selected: Selected,
    is_on: bool,
}

/// Returns the cells that a chip is drawn on: its text, a sign to drop it, and a blank on either side of both.
pub fn chip_cells(chip: &str) -> u16 {
    text_width(chip) as u16 + 4
}

impl Default for Filter {
    fn default() -> Self {
        Self::new(Selected::default())
    }
}

impl Filter {
    /// Returns the filter for what is asked for, switched on.
    pub fn new(selected: Selected) -> Self {
        Self { selected, is_on: true }
    }

    /// Returns the query.
    pub fn query(&self) -> &Query {
        &self.selected.query
    }

    /// Returns the query as its author wrote it.
    pub fn text(&self) -> &str {
        &self.query().text
    }

    /// Returns the date as of which the chronology is shown, as its author wrote it.
    pub fn as_of(&self) -> Option<&str> {
        self.as_of_date().map(When::as_str)
    }

    /// Returns the date as of which the chronology is shown.
    pub fn as_of_date(&self) -> Option<&When> {
        self.selected.as_of.as_ref()
    }

    /// Returns the date as of which the chronology is to be shown now: none while the filter is off.
    pub fn day(&self) -> Option<&When> {
        self.as_of_date().filter(|_| self.is_on)
    }

    /// Returns whether it hides anything now.
    pub fn is_on(&self) -> bool {
        self.is_on
    }

    /// Returns whether there is nothing that it could hide.
    pub fn is_empty(&self) -> bool {
        self.selected.is_empty()
    }

    /// Takes `query` in the place of its own, and switches itself on.
    pub fn set_query(&mut self, query: Query) {
        self.selected.query = query;
        self.is_on = true;
    }

    /// Shows what was public by `date`, or everything for none.
    pub fn set_as_of(&mut self, date: Option<When>) {
        self.selected.as_of = date;
        self.is_on = true;
    }

    /// Switches it off, or on again.
    pub fn toggle(&mut self) {
        self.is_on = !self.is_on;
    }

    /// Returns its parts as chips show them, in the order of writing.
    pub fn chips(&self) -> Vec<String> {
        let terms = self.query().terms().map(|it| self.text()[it].to_owned());
        terms.chain(self.as_of().map(|it| format!("as known on {it}"))).collect()
    }

    /// Drops the chip number `chip`, counted from 0.
    pub fn remove(&mut self, chip: usize) {
        if chip < self.query().terms().count() {
            self.set_query(self.query().clone().without(chip));
        } else {
            self.selected.as_of = None;
        }
    }

    /// Returns the events that it lets through, of a catalog that is [of its day](Self::day).
    pub fn matched(&self, catalog: &Catalog, marked: &IdSet) -> Matched {
        if self.is_on {
            query::eval(self.query(), catalog, marked)
        } else {
            Matched { surely: catalog.all(), possibly: catalog.all() }
        }
    }
}
