//! What an event leads to: the sources that it cites and the acts that claims were made in.

use std::borrow::Cow;

use super::{Claim, Event};
use crate::chronology::{Source, When};

/// Where what an event refers to is found.
pub trait Surroundings {
    /// Returns the source with an id.
    fn source(&self, id: &str) -> Option<&Source>;

    /// Returns the event with an id.
    fn act(&self, id: &str) -> Option<Cow<'_, Event>>;
}

/// Returns when a claim was made: the date of the act, else its own, else that of its source.
pub fn claim_date(claim: &Claim, around: &impl Surroundings) -> Option<When> {
    let of_act = claim.act.as_ref().and_then(|it| around.act(it)).and_then(|it| it.when.clone());
    let of_source = || claim.source.as_ref().and_then(|it| around.source(it)).and_then(|it| it.public().cloned());
    of_act.or_else(|| claim.when.clone()).or_else(of_source)
}

/// Sources, and no acts.
#[cfg(test)]
pub(in crate::chronology) struct Alone<'a>(pub(in crate::chronology) &'a [Source]);

#[cfg(test)]
impl Surroundings for Alone<'_> {
    fn source(&self, id: &str) -> Option<&Source> {
        self.0.iter().find(|it| it.id == id)
    }

    fn act(&self, _: &str) -> Option<Cow<'_, Event>> {
        None
    }
}
