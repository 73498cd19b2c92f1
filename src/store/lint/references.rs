//! Ids and references across everything that was loaded together.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
};

use toml::{Spanned, de::DeValue};

use super::{lookup::Store, table::Table};
use crate::store::rules::{DUPLICATE_ID, Rule, SELF_LINK, UNKNOWN_LINK_TARGET, UNKNOWN_PARTY, UNKNOWN_SOURCE};
use crate::{
    chronology::{Event, Origin},
    diag::{Diagnostic, SourceMap, did_you_mean},
};

/// Ids that a nearest one is looked for among, and references that one is looked for at all: each costs a comparison with
/// each, and a store in which thousands are wrong is missing a file.
const CANDIDATES: usize = 20_000;
const SUGGESTIONS: usize = 100;

/// Reports that a second `what` has the id that one at `first` has.
pub(in crate::store) fn repeated(files: &SourceMap, what: &str, id: &str, first: Origin, second: Origin) -> Diagnostic {
    let fault = DUPLICATE_ID.fault(format!("a second {what} with the id `{id}`: it is left out"));
    let fault = fault.at(Table::read(files, second).field("id"));
    let fault = fault.related(Table::read(files, first).field("id"), "the first one");
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
const OF_SOURCE: [Slot; 1] = [Slot { key: "derived_from", inner: "", to: Target::Source }];
const OF_EVENT: [Slot; 5] = [
    Slot { key: "parties", inner: "id", to: Target::Party },
    Slot { key: "claims", inner: "by", to: Target::Party },
    Slot { key: "claims", inner: "source", to: Target::Source },
    Slot { key: "sources", inner: "id", to: Target::Source },
    Slot { key: "links", inner: "to", to: Target::Event },
];

/// Reports every reference that leads nowhere, and every link of an event to itself.
pub(in crate::store) fn check_references(store: &Store) -> Vec<Diagnostic> {
    let mut reporter = Reporter { store, nearest: HashMap::new(), events: None, faults: Vec::new() };
    for it in store.parties {
        if !it.affiliations.iter().all(|it| store.party(&it.with).is_some()) {
            reporter.report(it.origin, &it.id, &OF_PARTY);
        }
    }
    for it in store.sources {
        if !it.derived_from.iter().all(|it| store.source(it).is_some()) {
            reporter.report(it.origin, &it.id, &OF_SOURCE);
        }
    }
    for it in faulty_events(store) {
        reporter.report(it.origin, &it.id, &OF_EVENT);
    }
    reporter.faults
}

/// Returns the events with a reference that is wrong, in the order of reading.
///
/// Links are at hand. Names of parties and sources that are not in the store have no list of those that use them: where there is one,
/// every event is read again.
fn faulty_events<'a>(store: &Store<'a>) -> Vec<Cow<'a, Event>> {
    let (parties, sources): (HashSet<&str>, HashSet<&str>) =
        (store.catalog.unknown_parties().collect(), store.catalog.unknown_sources().collect());
    let mut faulty = store.catalog.rows_with_stray_links();
    if !parties.is_empty() || !sources.is_empty() {
        let uses = |event: &Event| {
            event.parties.iter().any(|it| parties.contains(&*it.party))
                || event.claims.iter().any(|it| parties.contains(&*it.by))
                || event.claims.iter().filter_map(|it| it.source.as_deref()).any(|it| sources.contains(it))
                || event.sources.iter().any(|it| sources.contains(&*it.source))
        };
        faulty.extend((0..store.len() as u32).filter(|it| uses(&store.at(*it))));
    }
    faulty.sort_unstable();
    faulty.dedup();
    faulty.into_iter().map(|it| store.at(it)).collect()
}

struct Reporter<'s, 'a> {
    store: &'s Store<'a>,
    nearest: HashMap<(Target, String), Option<String>>,
    /// Ids of events that a nearest one is looked for among: each is in its event's text, which is read for it.
    events: Option<Vec<String>>,
    faults: Vec<Diagnostic>,
}

impl Reporter<'_, '_> {
    fn has(&self, to: Target, id: &str) -> bool {
        match to {
            Target::Party => self.store.party(id).is_some(),
            Target::Source => self.store.source(id).is_some(),
            Target::Event => self.store.has_event(id),
        }
    }

    /// Reads the table at `origin` again and reports each of its references that is wrong.
    fn report(&mut self, origin: Origin, own: &str, slots: &[Slot]) {
        let table = Table::read(self.store.files, origin);
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
                } else if slot.to == Target::Event && id == own {
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
        let store = self.store;
        let found = match to {
            Target::Party => did_you_mean(id, store.parties.iter().take(CANDIDATES).map(|it| &*it.id)),
            Target::Source => did_you_mean(id, store.sources.iter().take(CANDIDATES).map(|it| &*it.id)),
            Target::Event => {
                let rows = 0..(store.len().min(CANDIDATES) as u32);
                let ids = self.events.get_or_insert_with(|| rows.map(|it| store.at(it).id.clone()).collect());
                did_you_mean(id, ids.iter().map(String::as_str))
            }
        };
        let found = found.map(str::to_owned);
        self.nearest.insert(key, found.clone());
        found
    }
}

/// Returns the ids in one field of `table`, each with its value. Empty ones have been reported.
fn references<'t, 'i>(table: &'t Table<'i>, slot: &Slot) -> Vec<(&'t str, &'t Spanned<DeValue<'i>>)> {
    let items = table.get(slot.key).and_then(|it| it.get_ref().as_array());
    let id = |item: &'t Spanned<DeValue<'i>>| {
        let value = match item.get_ref() {
            DeValue::Table(fields) => fields.get(slot.inner)?,
            // A claim is never a plain id.
            _ if slot.key == "claims" => return None,
            _ => item,
        };
        value.get_ref().as_str().filter(|it| !it.is_empty()).map(|it| (it, value))
    };
    items.into_iter().flat_map(|it| it.iter()).filter_map(id).collect()
}
