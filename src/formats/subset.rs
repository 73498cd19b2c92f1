//! A smaller chronology out of a selection: its events, and just the parties and sources that they need.

use std::collections::HashSet;

use super::{loss::Loss, report::count, selection::Selection};
use crate::chronology::{Event, Party, Source};

/// Returns the parties that the selected events need, in file order: who took part, and who speaks of it. All of them where all
/// events are selected.
pub(super) fn parties(selection: Selection<'_>) -> Vec<&Party> {
    let all = selection.catalog.parties();
    if selection.is_whole() {
        return all.iter().collect();
    }
    let needed = selection.catalog.parties_named_in(selection.ids);
    all.iter().zip(needed).filter(|it| it.1).map(|it| it.0).collect()
}

/// Returns the sources that the selected events need, in file order: what they cite, what their claims stand in, and what those
/// repeat. All of them where all events are selected.
pub(super) fn sources(selection: Selection<'_>) -> Vec<&Source> {
    let all = selection.catalog.sources();
    if selection.is_whole() {
        return all.iter().collect();
    }
    let cited = selection.catalog.sources_named_in(selection.ids);
    let mut needed: HashSet<&str> = HashSet::new();
    let mut pending: Vec<&str> = all.iter().zip(cited).filter(|it| it.1).map(|it| &*it.0.id).collect();
    while let Some(id) = pending.pop() {
        if needed.insert(id) {
            pending.extend(selection.catalog.source(id).into_iter().flat_map(|it| &it.derived_from).map(|it| &**it));
        }
    }
    all.iter().filter(|it| needed.contains(&*it.id)).collect()
}

/// Returns the ids of the parties that an event names, as taking part and as speaking of it.
pub(super) fn involved(event: &Event) -> impl Iterator<Item = &str> {
    event.parties.iter().map(|it| &*it.party).chain(event.claims.iter().map(|it| &*it.by))
}

/// Returns the ids of the sources that an event names, in its citations and its claims.
pub(super) fn cited(event: &Event) -> impl Iterator<Item = &str> {
    event.sources.iter().map(|it| &*it.source).chain(event.claims.iter().filter_map(|it| it.source.as_deref()))
}

/// Takes from an event its links to what is not selected, and returns how many there were.
pub(super) fn cut_links(selection: Selection, event: &mut Event) -> usize {
    if selection.is_whole() {
        return 0;
    }
    let before = event.links.len();
    event.links.retain(|it| selection.catalog.find(&it.to).is_some_and(|it| selection.ids.contains(it)));
    before - event.links.len()
}

/// Takes from parties their affiliations with parties that are not among them, and returns what that loses.
pub(super) fn cut_affiliations(selection: Selection, parties: &mut [Party]) -> Option<Loss> {
    if selection.is_whole() {
        return None;
    }
    let present: HashSet<String> = parties.iter().map(|it| it.id.clone()).collect();
    let mut n_affiliations = 0;
    for party in parties {
        let before = party.affiliations.len();
        party.affiliations.retain(|it| present.contains(&it.with));
        n_affiliations += before - party.affiliations.len();
    }
    let verb = if n_affiliations == 1 { "is" } else { "are" };
    let what = match n_affiliations {
        1 => "1 affiliation with a party of no selected event".to_owned(),
        n => format!("{n} affiliations with parties of no selected event"),
    };
    (n_affiliations > 0).then(|| Loss::around(format!("{what} {verb} left out")))
}

/// Returns what is lost with `links` links in `events` events.
pub(super) fn link_loss(links: usize, events: usize) -> Option<Loss> {
    let what = match links {
        0 => return None,
        1 => "1 link to an event that is not selected is left out".to_owned(),
        n => format!("{} to events that are not selected are left out", count(n, "link")),
    };
    Some(Loss { what, events })
}
