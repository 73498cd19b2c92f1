//! Checks of sources, and of what is named by nothing.

use std::collections::{HashMap, HashSet};

use super::{lookup::Store, roots::Root};
use crate::store::rules::{IDS_DIFFER_BY_CASE, NEVER_CITED, NO_SOURCE, PARTY_UNUSED, SINGLE_ROOT, TWO_DATES};
use crate::{
    chronology::{Event, Origin, Source},
    diag::Diagnostic,
};

/// An event has neither a source nor a claim with one.
pub(super) fn no_source(store: &Store, event: &Event, faults: &mut Vec<Diagnostic>) {
    if event.sources.is_empty() && event.claims.iter().all(|it| it.source.is_none()) {
        let fault = NO_SOURCE.fault(format!("event `{}` has no source", event.id)).at(store.field(event.origin, "id"));
        faults.push(fault.help("add `sources`, or a `source` to one of its claims"));
    }
}

/// An event cites several sources that all go back to one.
pub(super) fn single_root(store: &Store, event: &Event, faults: &mut Vec<Diagnostic>) {
    let cited: HashSet<&str> = event.sources.iter().map(|it| &*it.source).collect();
    let mut roots = event.sources.iter().map(|it| store.root(&it.source));
    let Some(Root::One(root)) = roots.next().filter(|_| cited.len() > 1) else { return };
    if roots.all(|it| it == Root::One(root)) {
        let message = format!("{} sources, and all of them go back to `{root}`", cited.len());
        let fault = SINGLE_ROOT.fault(message).at(store.field(event.origin, "sources"));
        faults.push(fault.help("they count as one: add a source that knows it independently"));
    }
}

/// A source is named by no event, claim or other source.
pub(super) fn never_cited(store: &Store, faults: &mut Vec<Diagnostic>) {
    let derived: HashSet<&str> = store.sources.iter().flat_map(|it| &it.derived_from).map(String::as_str).collect();
    let cited = store.catalog.sources_named_in(&store.catalog.all());
    let uncited = store.sources.iter().zip(cited).filter(|(it, is_cited)| !is_cited && !derived.contains(&*it.id));
    for (source, _) in uncited {
        let fault = NEVER_CITED.fault(format!("source `{}` is cited nowhere", source.id));
        faults.push(fault.at(store.field(source.origin, "id")));
    }
}

/// A party is in no event, claim or affiliation.
pub(super) fn party_unused(store: &Store, faults: &mut Vec<Diagnostic>) {
    let with: HashSet<&str> = store.parties.iter().flat_map(|it| &it.affiliations).map(|it| &*it.with).collect();
    let named = store.catalog.parties_named_in(&store.catalog.all());
    let unnamed = store.parties.iter().zip(named).filter(|it| !it.1).map(|it| it.0);
    for party in unnamed.filter(|it| it.affiliations.is_empty() && !with.contains(&*it.id)) {
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
    let mut alike: HashMap<u64, Vec<u32>> = HashMap::new();
    for (lower, row) in &store.survey.not_lower {
        // One whose id is in lower case already is found under that.
        alike.entry(*lower).or_insert_with(|| store.catalog.row_of_id(*lower).into_iter().collect()).push(*row);
    }
    for mut rows in alike.into_values().filter(|it| it.len() > 1) {
        rows.sort_unstable();
        let events: Vec<_> = rows.iter().map(|it| store.at(*it)).collect();
        differ(store, "events", events.iter().map(|it| (&*it.id, it.origin)), faults);
    }
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
