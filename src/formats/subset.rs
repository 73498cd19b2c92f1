//! A smaller chronology out of a selection: its events, and just the parties and sources that they need.

use std::collections::HashSet;

use super::{loss::Loss, selection::Selection};
use crate::chronology::{Chronology, Event, Party, Source};

/// Returns the parties that the selected events need, in file order: who took part, and who speaks of it. All of them where all
/// events are selected.
pub(super) fn parties(selection: Selection<'_>) -> Vec<&Party> {
    let all = selection.catalog.parties();
    if selection.is_whole() {
        return all.iter().collect();
    }
    let mut needed: HashSet<&str> = HashSet::new();
    for (_, event) in selection.events() {
        needed.extend(involved(event));
    }
    all.iter().filter(|it| needed.contains(&*it.id)).collect()
}

/// Returns the sources that the selected events need, in file order: what they cite, what their claims stand in, and what those
/// repeat. All of them where all events are selected.
pub(super) fn sources(selection: Selection<'_>) -> Vec<&Source> {
    let all = selection.catalog.sources();
    if selection.is_whole() {
        return all.iter().collect();
    }
    let mut needed: HashSet<&str> = HashSet::new();
    let mut pending: Vec<&str> = Vec::new();
    for (_, event) in selection.events() {
        pending.extend(cited(event));
    }
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

/// Returns a selection as a chronology that stands alone, and what had to go for it: links and affiliations to what is not in it.
///
/// Events are in time order, undated last, so that events of one time keep the order in which they are shown.
pub(super) fn subset(selection: Selection) -> (Chronology, Vec<Loss>) {
    let mut chronology = Chronology {
        timeline: selection.catalog.timeline().clone(),
        parties: parties(selection).into_iter().cloned().collect(),
        sources: sources(selection).into_iter().cloned().collect(),
        events: selection.events().map(|(_, it)| it.clone()).collect(),
    };
    let losses = if selection.is_whole() { Vec::new() } else { cut_loose(&mut chronology) };
    (chronology, losses)
}

fn cut_loose(chronology: &mut Chronology) -> Vec<Loss> {
    let mut losses = Vec::new();
    let chosen: HashSet<String> = chronology.events.iter().map(|it| it.id.clone()).collect();
    let (mut n_links, mut n_events) = (0, 0);
    for event in &mut chronology.events {
        let before = event.links.len();
        event.links.retain(|it| chosen.contains(&it.to));
        n_links += before - event.links.len();
        n_events += usize::from(event.links.len() < before);
    }
    if n_links > 0 {
        let what = match n_links {
            1 => "1 link to an event that is not selected is left out".to_owned(),
            n => format!("{n} links to events that are not selected are left out"),
        };
        losses.push(Loss { what, events: n_events });
    }
    let present: HashSet<String> = chronology.parties.iter().map(|it| it.id.clone()).collect();
    let mut n_affiliations = 0;
    for party in &mut chronology.parties {
        let before = party.affiliations.len();
        party.affiliations.retain(|it| present.contains(&it.with));
        n_affiliations += before - party.affiliations.len();
    }
    if n_affiliations > 0 {
        losses.push(Loss::around(match n_affiliations {
            1 => "1 affiliation with a party of no selected event is left out".to_owned(),
            n => format!("{n} affiliations with parties of no selected event are left out"),
        }));
    }
    losses
}
