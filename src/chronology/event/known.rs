//! Since when an event has been public.

use super::{Claim, Event, Surroundings};
use crate::chronology::{Bears, When};

/// How far acts are followed that are known by the claims made in others: a circle of acts ends there.
const DEEPEST: usize = 8;

/// Returns since when an event has been public.
///
/// What its author states decides alone. Else it is the first of its claims and of the sources that support it to be public, where a
/// coarse date counts from its last day; and nothing is known before it happened.
pub fn known_since(event: &Event, around: &impl Surroundings) -> Option<When> {
    known_at(event, around, 0)
}

fn known_at(event: &Event, around: &impl Surroundings, depth: usize) -> Option<When> {
    if event.known.is_some() {
        return event.known.clone();
    }
    let claims = event.claims.iter().filter_map(|it| claim_at(it, around, depth));
    let supporting = event.sources.iter().filter(|it| it.bears.supports());
    let sources = supporting.filter_map(|it| around.source(&it.source)?.public().cloned());
    let first = claims.chain(sources).min_by_key(|it| (it.bounds().latest, it.bounds().earliest))?;
    let happened = event.when.as_ref().filter(|it| first.bounds().latest < it.bounds().earliest);
    Some(happened.cloned().unwrap_or(first))
}

/// Returns when a claim became public: with the act that it was made in, else with its source, else when it was made. One whose act
/// or source has no date has not.
pub fn claim_known(claim: &Claim, around: &impl Surroundings) -> Option<When> {
    claim_at(claim, around, 0)
}

fn claim_at(claim: &Claim, around: &impl Surroundings, depth: usize) -> Option<When> {
    if let Some(act) = claim.act.as_ref().filter(|_| depth < DEEPEST).and_then(|it| around.act(it)) {
        return known_at(&act, around, depth + 1);
    }
    match claim.source.as_ref().and_then(|it| around.source(it)) {
        Some(source) => source.public().cloned(),
        None => claim.when.clone(),
    }
}

impl Bears {
    /// Returns whether a citation speaks for the event, or is the event.
    pub const fn supports(self) -> bool {
        matches!(self, Self::Supports | Self::Is)
    }
}
