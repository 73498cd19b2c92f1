//! What is hidden: a query, a date of knowledge, and a switch to see everything for a moment.

use crate::{
    catalog::{Catalog, IdSet},
    chronology::When,
    diag::Diagnostic,
    query::{Matched, Query, Selected},
    text::text_width,
};

/// Whether the filter hides anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Switch {
    On,
    Off,
}

/// The filter.
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    selected: Selected,
    switch: Switch,
}

/// One part of the filter, as its chip shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// What it says.
    pub text: String,
    /// Whether it is what the public knew, and not a term of the query.
    pub is_as_of: bool,
}

impl Chip {
    /// Returns the cells that it is drawn on: its text, a sign to drop it, and a blank on either side of both.
    pub fn cells(&self) -> u16 {
        text_width(&self.text) as u16 + 4
    }
}

impl Default for Filter {
    fn default() -> Self {
        Self::new(Selected::default())
    }
}

impl Filter {
    /// Returns the filter for what is asked for, switched on.
    pub fn new(selected: Selected) -> Self {
        Self { selected, switch: Switch::On }
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

    /// Returns whether it hides anything now.
    pub fn is_on(&self) -> bool {
        self.switch == Switch::On
    }

    /// Returns whether there is nothing that it could hide.
    pub fn is_empty(&self) -> bool {
        self.selected.is_empty()
    }

    /// Takes `text` as the query and switches the filter on, unless the text has a mistake: then nothing changes.
    pub fn set(&mut self, text: &str) -> Result<(), Vec<Diagnostic>> {
        let (query, faults) = Query::parse(text);
        if !faults.is_empty() {
            return Err(faults);
        }
        self.set_query(query);
        Ok(())
    }

    /// Takes `query` in the place of its own, and switches itself on.
    pub fn set_query(&mut self, query: Query) {
        self.selected.query = query;
        self.switch = Switch::On;
    }

    /// Lets through only what `query` finds as well, and switches itself on.
    pub fn narrow(&mut self, query: Query) {
        self.set_query(self.query().clone().and(query));
    }

    /// Shows what was public by `date`, or everything for none.
    pub fn set_as_of(&mut self, date: Option<When>) {
        self.selected.as_of = date;
        self.switch = Switch::On;
    }

    /// Switches it off, or on again.
    pub fn toggle(&mut self) {
        self.switch = if self.is_on() { Switch::Off } else { Switch::On };
    }

    /// Returns its parts, in the order of writing.
    pub fn chips(&self) -> Vec<Chip> {
        let chip = |it: std::ops::Range<usize>| Chip { text: self.text()[it].to_owned(), is_as_of: false };
        let mut chips: Vec<Chip> = self.query().terms().map(chip).collect();
        chips.extend(self.as_of().map(|it| Chip { text: format!("as known on {it}"), is_as_of: true }));
        chips
    }

    /// Drops the chip number `chip`, counted from 0.
    pub fn remove(&mut self, chip: usize) {
        if chip < self.query().terms().count() {
            self.set_query(self.query().clone().without(chip));
        } else {
            self.selected.as_of = None;
        }
    }

    /// Returns the events that it lets through.
    pub fn matched(&self, catalog: &Catalog, marked: &IdSet) -> Matched {
        if self.is_on() {
            self.selected.eval(catalog, marked)
        } else {
            Matched { surely: catalog.all(), possibly: catalog.all() }
        }
    }
}
