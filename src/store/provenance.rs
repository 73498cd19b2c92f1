//! Checks of sources, and of what is named by nothing.

use std::collections::{HashMap, HashSet};

use super::{
    lookup::Store,
    rules::{IDS_DIFFER_BY_CASE, NEVER_CITED, NO_SOURCE, PARTY_UNUSED, SINGLE_ROOT, TWO_DATES},
};
use crate::{
    chronology::{Origin, Source},
    diag::Diagnostic,
};

/// An event has neither a source nor a claim with one.
pub(super) fn no_source(store: &Store, faults: &mut Vec<Diagnostic>) {
    for event in store.events {
        if event.sources.is_empty() && event.claims.iter().all(|it| it.source.is_none()) {
            let fault =
                NO_SOURCE.fault(format!("event `{}` has no source", event.id)).at(store.field(event.origin, "id"));
            faults.push(fault.help("add `sources`, or a `source` to one of its claims"));
        }
    }
}

/// An event cites several sources that all go back to one.
pub(super) fn single_root(store: &Store, faults: &mut Vec<Diagnostic>) {
    let mut roots = Roots { store, known: HashMap::new() };
    for event in store.events {
        let cited: HashSet<&str> = event.sources.iter().map(|it| &*it.source).collect();
        if cited.len() < 2 {
            continue;
        }
        let mut all = event.sources.iter().map(|it| roots.of(&it.source));
        let Some(Root::One(root)) = all.next() else { continue };
        if all.all(|it| it == Root::One(root)) {
            let message = format!("{} sources, and all of them go back to `{root}`", cited.len());
            let fault = SINGLE_ROOT.fault(message).at(store.field(event.origin, "sources"));
            faults.push(fault.help("they count as one: add a source that knows it independently"));
        }
    }
}

/// What a source goes back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Root<'a> {
    /// One source, or itself.
    One(&'a str),
    /// Several, or a circle, which has no beginning.
    Many,
}

struct Roots<'s, 'a> {
    store: &'s Store<'a>,
    /// By id; nothing while what it derives from is still being looked at.
    known: HashMap<&'a str, Option<Root<'a>>>,
}

impl<'a> Roots<'_, 'a> {
    /// Returns the root of the source `id`, finding those of all that it derives from on the way. A chain of sources may be
    /// longer than the stack is deep, so the way is kept in a list.
    fn of(&mut self, id: &'a str) -> Root<'a> {
        let mut way = vec![id];
        while let Some(&next) = way.last() {
            let parents = self.store.source(next).map_or(&[][..], |it| &it.derived_from);
            match self.known.get(next) {
                Some(Some(_)) => {
                    way.pop();
                }
                Some(None) => {
                    // A parent that is still open derives from this source in turn.
                    let mut roots =
                        parents.iter().map(|it| self.known.get(&**it).copied().flatten().unwrap_or(Root::Many));
                    let first = roots.next().unwrap_or(Root::One(next));
                    let root = if roots.all(|it| it == first) { first } else { Root::Many };
                    self.known.insert(next, Some(root));
                    way.pop();
                }
                None => {
                    self.known.insert(next, None);
                    way.extend(parents.iter().map(|it| &**it).filter(|it| !self.known.contains_key(it)));
                }
            }
        }
        self.known.get(id).copied().flatten().unwrap_or(Root::Many)
    }
}

/// A source is named by no event, claim or other source.
pub(super) fn never_cited(store: &Store, faults: &mut Vec<Diagnostic>) {
    let mut cited: HashSet<&str> = HashSet::new();
    for event in store.events {
        cited.extend(event.sources.iter().map(|it| &*it.source));
        cited.extend(event.claims.iter().filter_map(|it| it.source.as_deref()));
    }
    cited.extend(store.sources.iter().flat_map(|it| &it.derived_from).map(String::as_str));
    for source in store.sources.iter().filter(|it| !cited.contains(&*it.id)) {
        let fault = NEVER_CITED.fault(format!("source `{}` is cited nowhere", source.id));
        faults.push(fault.at(store.field(source.origin, "id")));
    }
}

/// A party is in no event, claim or affiliation.
pub(super) fn party_unused(store: &Store, faults: &mut Vec<Diagnostic>) {
    let mut used: HashSet<&str> = HashSet::new();
    for event in store.events {
        used.extend(event.parties.iter().map(|it| &*it.party));
        used.extend(event.claims.iter().map(|it| &*it.by));
    }
    used.extend(store.parties.iter().flat_map(|it| &it.affiliations).map(|it| &*it.with));
    for party in store.parties.iter().filter(|it| it.affiliations.is_empty() && !used.contains(&*it.id)) {
        let fault = PARTY_UNUSED.fault(format!("party `{}` is in no event, claim or affiliation", party.id));
        faults.push(fault.at(store.field(party.origin, "id")));
    }
}

/// Two sources are the same page and came out on dates that cannot both be right.
pub(super) fn two_dates(store: &Store, faults: &mut Vec<Diagnostic>) {
    let mut first: HashMap<&str, &Source> = HashMap::new();
    for source in store.sources {
        let (Some(url), Some(published)) = (&source.url, &source.published) else { continue };
        let before = *first.entry(url).or_insert(source);
        let Some(other) = &before.published else { continue };
        if !published.bounds().window().touches(other.bounds().window()) {
            let message =
                format!("the page of `{}` came out {} here, and {} there", before.id, published.short(), other.short());
            let fault = TWO_DATES.fault(message).at(store.field(source.origin, "published"));
            faults.push(fault.related(store.field(before.origin, "published"), "the other date"));
        }
    }
}

/// Two ids of one sort differ only in case.
pub(super) fn ids_differ_by_case(store: &Store, faults: &mut Vec<Diagnostic>) {
    let events = store.events.iter().map(|it| (&*it.id, it.origin));
    differ(store, "events", events, faults);
    differ(store, "parties", store.parties.iter().map(|it| (&*it.id, it.origin)), faults);
    differ(store, "sources", store.sources.iter().map(|it| (&*it.id, it.origin)), faults);
}

fn differ<'a>(store: &Store, what: &str, ids: impl Iterator<Item = (&'a str, Origin)>, faults: &mut Vec<Diagnostic>) {
    let mut first: HashMap<String, (&str, Origin)> = HashMap::new();
    for (id, origin) in ids {
        let (before, there) = *first.entry(id.to_lowercase()).or_insert((id, origin));
        if before != id {
            let fault = IDS_DIFFER_BY_CASE.fault(format!("the {what} `{before}` and `{id}` differ only in case"));
            let fault = fault.at(store.field(origin, "id")).related(store.field(there, "id"), "the other one");
            faults.push(fault.help("use one of the two, or another word"));
        }
    }
}
