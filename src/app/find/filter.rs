//! What is hidden: a query, a date of knowledge, and a switch to see everything for a moment.

use crate::{
    catalog::{Catalog, IdSet},
    diag::Diagnostic,
    query::{self, Matched, Query},
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
    query: Query,
    as_of: Option<String>,
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
        Self { query: Query::default(), as_of: None, switch: Switch::On }
    }
}

impl Filter {
    /// Returns the query as its author wrote it.
    pub fn text(&self) -> &str {
        &self.query.text
    }

    /// Returns the date as of which the chronology is shown, as its author wrote it.
    pub fn as_of(&self) -> Option<&str> {
        self.as_of.as_deref()
    }

    /// Returns whether it hides anything now.
    pub fn is_on(&self) -> bool {
        self.switch == Switch::On
    }

    /// Returns whether there is anything that it could hide.
    pub fn is_empty(&self) -> bool {
        self.query.is_empty() && self.as_of.is_none()
    }

    /// Takes `text` as the query and switches the filter on, unless the text has a mistake: then nothing changes.
    pub fn set(&mut self, text: &str) -> Result<(), Vec<Diagnostic>> {
        let (query, faults) = Query::parse(text);
        if !faults.is_empty() {
            return Err(faults);
        }
        self.query = query;
        self.switch = Switch::On;
        Ok(())
    }

    /// Shows what was public by `date`, or everything for none. A date that is none changes nothing.
    pub fn set_as_of(&mut self, date: Option<&str>) -> Result<(), Vec<Diagnostic>> {
        if let Some(date) = date {
            let (_, faults) = Query::parse(&known_by(date));
            if !faults.is_empty() {
                return Err(faults);
            }
        }
        self.as_of = date.map(str::to_owned);
        self.switch = Switch::On;
        Ok(())
    }

    /// Switches it off, or on again.
    pub fn toggle(&mut self) {
        self.switch = if self.is_on() { Switch::Off } else { Switch::On };
    }

    /// Returns its parts, in the order of writing.
    pub fn chips(&self) -> Vec<Chip> {
        let terms = self.query.terms().into_iter().filter_map(|it| self.query.text.get(it));
        let mut chips: Vec<Chip> = terms.map(|it| Chip { text: it.to_owned(), is_as_of: false }).collect();
        chips.extend(self.as_of.iter().map(|it| Chip { text: format!("as known on {it}"), is_as_of: true }));
        chips
    }

    /// Drops the chip number `chip`, counted from 0.
    pub fn remove(&mut self, chip: usize) {
        if chip < self.query.terms().len() {
            let text = self.query.without(chip);
            // What is left of a query that parsed does parse; a query that did not would leave the filter as it was.
            let _ = self.set(&text);
        } else {
            self.as_of = None;
        }
    }

    /// Returns the events that it lets through.
    pub fn matched(&self, catalog: &Catalog, marked: &IdSet) -> Matched {
        let everything = || Matched { surely: catalog.all(), possibly: catalog.all() };
        if !self.is_on() {
            return everything();
        }
        let scope = query::Scope { marked };
        let mut matched = if self.query.is_empty() { everything() } else { query::eval(&self.query, catalog, &scope) };
        if let Some(date) = &self.as_of {
            let (known, _) = Query::parse(&known_by(date));
            let known = query::eval(&known, catalog, &scope);
            matched.surely.intersect_with(&known.surely);
            matched.possibly.intersect_with(&known.possibly);
        }
        matched
    }
}

/// Returns the query for what was public by `date`: what was shown as of a day is what `known:` finds up to it.
fn known_by(date: &str) -> String {
    format!("known:..{date}")
}

/// Returns the query for what both `before` and `more` find; an empty one finds everything.
pub(in crate::app) fn both(before: &str, more: &str) -> String {
    match (before.trim(), more.trim()) {
        (before, "") => before.to_owned(),
        ("", more) => more.to_owned(),
        // `a | b` with a term after it would bind the term to `b` alone.
        (before, more) if before.contains('|') => format!("({before}) {more}"),
        (before, more) => format!("{before} {more}"),
    }
}

/// Returns an id as the query language takes it.
pub(in crate::app) fn quoted(id: &str) -> String {
    let plain = !id.is_empty() && id.chars().all(|it| it.is_alphanumeric() || matches!(it, '-' | '_' | '.'));
    if plain { id.to_owned() } else { format!("\"{}\"", id.replace('\\', "\\\\").replace('"', "\\\"")) }
}
