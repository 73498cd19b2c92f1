//! Ids and references across everything that was loaded together.

use std::collections::{HashMap, HashSet};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{
    locate,
    rules::{DUPLICATE_ID, Rule, SELF_LINK, UNKNOWN_LINK_TARGET, UNKNOWN_PARTY, UNKNOWN_SOURCE},
};
use crate::{
    chronology::{Chronology, Event, Origin, Party, Source},
    diag::{Diagnostic, SourceMap, did_you_mean},
};

/// Ids that a nearest one is looked for among, and references that one is looked for at all: each costs a comparison with
/// each, and a store in which thousands are wrong is missing a file.
const CANDIDATES: usize = 20_000;
const SUGGESTIONS: usize = 100;

/// Something with an id and a place.
trait Entry {
    const WHAT: &'static str;
    fn key(&self) -> (&str, Origin);
}

impl Entry for Event {
    const WHAT: &'static str = "event";
    fn key(&self) -> (&str, Origin) {
        (&self.id, self.origin)
    }
}

impl Entry for Party {
    const WHAT: &'static str = "party";
    fn key(&self) -> (&str, Origin) {
        (&self.id, self.origin)
    }
}

impl Entry for Source {
    const WHAT: &'static str = "source";
    fn key(&self) -> (&str, Origin) {
        (&self.id, self.origin)
    }
}

/// Leaves out what has an id that an earlier one has, and reports it.
pub(super) fn keep_first(chronology: &mut Chronology, files: &SourceMap) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    unique(&mut chronology.parties, files, &mut faults);
    unique(&mut chronology.sources, files, &mut faults);
    unique(&mut chronology.events, files, &mut faults);
    faults
}

fn unique<T: Entry>(entries: &mut Vec<T>, files: &SourceMap, faults: &mut Vec<Diagnostic>) {
    let mut first: HashMap<&str, Origin> = HashMap::with_capacity(entries.len());
    let mut repeated = HashSet::new();
    for (at, entry) in entries.iter().enumerate() {
        let (id, origin) = entry.key();
        if let Some(before) = first.get(id) {
            let fault = DUPLICATE_ID.fault(format!("a second {} with the id `{id}`: it is left out", T::WHAT));
            let fault = fault.at(locate::field(files, origin, "id"));
            let fault = fault.related(locate::field(files, *before, "id"), "the first one");
            faults.push(fault.help("give one of the two another id"));
            repeated.insert(at);
        } else {
            first.insert(id, origin);
        }
    }
    if !repeated.is_empty() {
        let mut at = 0..;
        entries.retain(|_| at.next().is_none_or(|it| !repeated.contains(&it)));
    }
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
pub(super) fn check_references(chronology: &Chronology, files: &SourceMap) -> Vec<Diagnostic> {
    let mut ids = Ids::of(chronology);
    let mut faults = Vec::new();
    for it in &chronology.parties {
        if !it.affiliations.iter().all(|it| ids.parties.contains(&*it.with)) {
            ids.report(files, it.origin, &it.id, &OF_PARTY, &mut faults);
        }
    }
    for it in &chronology.sources {
        if !it.derived_from.iter().all(|it| ids.sources.contains(&**it)) {
            ids.report(files, it.origin, &it.id, &OF_SOURCE, &mut faults);
        }
    }
    for it in &chronology.events {
        let sound = it.parties.iter().all(|it| ids.parties.contains(&*it.party))
            && it.claims.iter().all(|it| ids.parties.contains(&*it.by))
            && it.claims.iter().filter_map(|it| it.source.as_deref()).all(|it| ids.sources.contains(it))
            && it.sources.iter().all(|it| ids.sources.contains(&*it.source))
            && it.links.iter().all(|link| ids.events.contains(&*link.to) && link.to != it.id);
        if !sound {
            ids.report(files, it.origin, &it.id, &OF_EVENT, &mut faults);
        }
    }
    faults
}

/// Every id that can be referred to.
struct Ids<'a> {
    parties: HashSet<&'a str>,
    sources: HashSet<&'a str>,
    events: HashSet<&'a str>,
    chronology: &'a Chronology,
    nearest: HashMap<(Target, String), Option<&'a str>>,
}

impl<'a> Ids<'a> {
    fn of(chronology: &'a Chronology) -> Self {
        Self {
            parties: chronology.parties.iter().map(|it| &*it.id).collect(),
            sources: chronology.sources.iter().map(|it| &*it.id).collect(),
            events: chronology.events.iter().map(|it| &*it.id).collect(),
            chronology,
            nearest: HashMap::new(),
        }
    }

    fn contains(&self, to: Target, id: &str) -> bool {
        match to {
            Target::Party => self.parties.contains(id),
            Target::Source => self.sources.contains(id),
            Target::Event => self.events.contains(id),
        }
    }

    /// Reads the table at `origin` again and reports each of its references that is wrong.
    fn report(&mut self, files: &SourceMap, origin: Origin, own: &str, slots: &[Slot], faults: &mut Vec<Diagnostic>) {
        locate::with_table(files, origin, |table, base| {
            for slot in slots {
                for (id, value) in references(table, slot) {
                    let span = locate::shifted(value, origin.file, base);
                    if !self.contains(slot.to, id) {
                        let (rule, what) = slot.to.rule();
                        let help = match self.nearest(slot.to, id) {
                            Some(it) => format!("did you mean `{it}`?"),
                            None => format!("add a `[[{what}]]` with this id"),
                        };
                        faults.push(rule.fault(format!("no {what} has the id `{id}`")).at(span).help(help));
                    } else if slot.to == Target::Event && id == own {
                        faults.push(SELF_LINK.fault(format!("event `{id}` is linked to itself")).at(span));
                    }
                }
            }
        });
    }

    /// Returns the id that `id` most likely meant.
    fn nearest(&mut self, to: Target, id: &str) -> Option<&'a str> {
        let key = (to, id.to_owned());
        if let Some(known) = self.nearest.get(&key) {
            return *known;
        }
        if self.nearest.len() >= SUGGESTIONS {
            return None;
        }
        let Chronology { parties, sources, events, .. } = self.chronology;
        let found = match to {
            Target::Party => did_you_mean(id, parties.iter().take(CANDIDATES).map(|it| &*it.id)),
            Target::Source => did_you_mean(id, sources.iter().take(CANDIDATES).map(|it| &*it.id)),
            Target::Event => did_you_mean(id, events.iter().take(CANDIDATES).map(|it| &*it.id)),
        };
        self.nearest.insert(key, found);
        found
    }
}

/// Returns the ids in one field of `table`, each with its value. Empty ones have been reported.
fn references<'t, 'i>(table: &'t DeTable<'i>, slot: &Slot) -> Vec<(&'t str, &'t Spanned<DeValue<'i>>)> {
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
