//! Ids and references across everything that was loaded together.

use std::collections::HashMap;

use toml::{Spanned, de::DeValue};

use super::{lookup::Lint, table::FieldPlaces};
use crate::store::rules::{DUPLICATE_ID, Rule, SELF_LINK, UNKNOWN_LINK_TARGET, UNKNOWN_PARTY, UNKNOWN_SOURCE};
use crate::{
    catalog::EventIdx,
    chronology::{OWN_VOICE, Origin},
    diag::{Diagnostic, SourceMap, did_you_mean},
};

/// Ids that a nearest one is looked for among, and references that one is looked for at all: each costs a comparison with
/// each, and a store in which thousands are wrong is missing a file.
const CANDIDATES: usize = 20_000;
const SUGGESTIONS: usize = 100;

/// Reports that a second `what` has the id that one at `first` has.
pub(in crate::store) fn repeated(files: &SourceMap, what: &str, id: &str, first: Origin, second: Origin) -> Diagnostic {
    let fault = DUPLICATE_ID.fault(format!("a second {what} with the id `{id}`: it is left out"));
    let fault = fault.at(FieldPlaces::read(files, second).field("id"));
    let fault = fault.related(FieldPlaces::read(files, first).field("id"), "the first one");
    fault.help("give one of the two another id")
}

/// A field that refers to something: its key, and the key of the id in its tables.
struct Slot {
    key: &'static str,
    inner: &'static str,
    to: Target,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Target {
    Party,
    Source,
    Event,
}

impl Target {
    const fn rule(self) -> (Rule, &'static str) {
        match self {
            Self::Party => (UNKNOWN_PARTY, "party"),
            Self::Source => (UNKNOWN_SOURCE, "source"),
            Self::Event => (UNKNOWN_LINK_TARGET, "event"),
        }
    }
}

const OF_PARTY: [Slot; 1] = [Slot { key: "affiliations", inner: "with", to: Target::Party }];
const OF_SOURCE: [Slot; 2] =
    [Slot { key: "derived_from", inner: "", to: Target::Source }, Slot { key: "by", inner: "", to: Target::Party }];
const OF_EVENT: [Slot; 9] = [
    Slot { key: "parties", inner: "id", to: Target::Party },
    Slot { key: "claims", inner: "by", to: Target::Party },
    Slot { key: "claims", inner: "in", to: Target::Event },
    Slot { key: "claims", inner: "source", to: Target::Source },
    Slot { key: "amounts", inner: "source", to: Target::Source },
    Slot { key: "amounts", inner: "by", to: Target::Party },
    Slot { key: "sources", inner: "id", to: Target::Source },
    Slot { key: "sources", inner: "from", to: Target::Source },
    Slot { key: "links", inner: "to", to: Target::Event },
];

/// Reports every reference that leads nowhere, and every link of an event to itself.
pub(in crate::store) fn check_references(lint: &Lint) -> Vec<Diagnostic> {
    let mut reporter = Reporter { lint, nearest: HashMap::new(), events: None, faults: Vec::new() };
    for it in lint.catalog.parties() {
        if !it.affiliations.iter().all(|it| lint.party(&it.with).is_some()) {
            reporter.report(it.origin, &it.id, &OF_PARTY);
        }
    }
    for it in lint.catalog.sources() {
        let is_sound = it.derived_from.iter().all(|it| lint.catalog.source(it).is_some())
            && it.by.iter().all(|it| lint.party(it).is_some());
        if !is_sound {
            reporter.report(it.origin, &it.id, &OF_SOURCE);
        }
    }
    for it in lint.catalog.with_loose_ends().map(|it| lint.catalog.event(it)) {
        reporter.report(it.origin, &it.id, &OF_EVENT);
    }
    reporter.faults
}

struct Reporter<'a> {
    lint: &'a Lint,
    nearest: HashMap<(Target, String), Option<String>>,
    /// Ids of events that a nearest one is looked for among: each is in its event's text, which is read for it.
    events: Option<Vec<String>>,
    faults: Vec<Diagnostic>,
}

impl Reporter<'_> {
    fn has(&self, to: Target, id: &str) -> bool {
        match to {
            Target::Party => self.lint.party(id).is_some(),
            Target::Source => self.lint.catalog.source(id).is_some(),
            Target::Event => self.lint.catalog.find(id).is_some(),
        }
    }

    /// Reads the table at `origin` again and reports each of its references that is wrong.
    fn report(&mut self, origin: Origin, own: &str, slots: &[Slot]) {
        let table = FieldPlaces::read(&self.lint.files, origin);
        for slot in slots {
            for (id, value) in references(&table, slot) {
                let span = table.place(value);
                if !self.has(slot.to, id) {
                    let (rule, what) = slot.to.rule();
                    let help = match self.nearest(slot.to, id) {
                        Some(it) => format!("did you mean `{it}`?"),
                        None => format!("add a `[[{what}]]` with this id"),
                    };
                    self.faults.push(rule.fault(format!("no {what} has the id `{id}`")).at(span).help(help));
                } else if slot.key == "links" && id == own {
                    self.faults.push(SELF_LINK.fault(format!("event `{id}` is linked to itself")).at(span));
                }
            }
        }
    }

    /// Returns the id that `id` most likely meant.
    fn nearest(&mut self, to: Target, id: &str) -> Option<String> {
        let key = (to, id.to_owned());
        if let Some(known) = self.nearest.get(&key) {
            return known.clone();
        }
        if self.nearest.len() >= SUGGESTIONS {
            return None;
        }
        let catalog = &self.lint.catalog;
        let found = match to {
            Target::Party => did_you_mean(id, catalog.parties().iter().take(CANDIDATES).map(|it| &*it.id)),
            Target::Source => did_you_mean(id, catalog.sources().iter().take(CANDIDATES).map(|it| &*it.id)),
            Target::Event => {
                let events = catalog.in_file_order().iter().take(CANDIDATES).map(|it| catalog.event(EventIdx(*it)));
                let ids = self.events.get_or_insert_with(|| events.map(|it| it.id.clone()).collect());
                did_you_mean(id, ids.iter().map(String::as_str))
            }
        };
        let found = found.map(str::to_owned);
        self.nearest.insert(key, found.clone());
        found
    }
}

/// Returns the ids in one field of `table`, each with its value. Empty ones have been reported.
fn references<'t, 'i>(table: &'t FieldPlaces<'i>, slot: &Slot) -> Vec<(&'t str, &'t Spanned<DeValue<'i>>)> {
    // The ids of one field: a text, or several.
    fn each<'t, 'i>(value: &'t Spanned<DeValue<'i>>) -> Vec<&'t Spanned<DeValue<'i>>> {
        value.get_ref().as_array().map_or_else(|| vec![value], |it| it.iter().collect())
    }
    let ids = |item: &'t Spanned<DeValue<'i>>| match item.get_ref() {
        DeValue::Table(fields) => fields.get(slot.inner).map(each).unwrap_or_default(),
        // Only what may stand for its table is a plain id.
        _ if matches!(slot.inner, "" | "id") => vec![item],
        _ => Vec::new(),
    };
    let items = table.get(slot.key).map(each).unwrap_or_default();
    let named = items.into_iter().flat_map(ids).filter_map(|it| Some((it.get_ref().as_str()?, it)));
    // A source's own voice is no other source.
    let says_something = |id: &str| !id.is_empty() && (slot.inner != "from" || id != OWN_VOICE);
    named.filter(|it| says_something(it.0)).collect()
}
