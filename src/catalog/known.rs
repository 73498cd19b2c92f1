//! Since when events have been public, and who speaks for them.

use std::borrow::Cow;

use super::{ids::EventIdx, snapshot::Catalog, table::Bearing};
use crate::chronology::{Bounds, Event, Source, Surroundings, Voices, When, id_hash, known_since, voices};

impl Surroundings for Catalog {
    fn source(&self, id: &str) -> Option<&Source> {
        Self::source(self, id)
    }

    fn act(&self, id: &str) -> Option<Cow<'_, Event>> {
        self.find(id).map(|it| self.event(it))
    }
}

impl Catalog {
    /// Returns since when an event has been public.
    pub fn known(&self, event: EventIdx) -> Option<When> {
        self.known_of(&self.event(event))
    }

    /// Returns since when an event of this catalog that is at hand has been public.
    pub fn known_of(&self, event: &Event) -> Option<When> {
        known_since(event, self)
    }

    /// Returns where on the axis an event became public.
    pub fn known_bounds(&self, event: EventIdx) -> Option<Bounds> {
        let row = self.row(event);
        if let [known, ..] = self.columns.known.of(row) {
            return Some(*known);
        }
        let is_lost = |it: usize| self.sources.len() <= it;
        let mut cited = self.columns.citations(row);
        let speaks_elsewhere = cited.any(|(source, bearing)| bearing.has(Bearing::CLAIMED) && is_lost(source.index()));
        if speaks_elsewhere || !self.columns.acts.of(row).is_empty() {
            return self.known(event).map(|it| it.bounds());
        }
        let claimed = self.columns.claimed.of(row).first().copied();
        let tells = |it: Bearing| it.has(Bearing::SUPPORTS.and(Bearing::IS).and(Bearing::CLAIMED));
        let sources =
            self.columns.citations(row).filter(|it| tells(it.1)).filter_map(|it| self.sources.get(it.0.index()));
        let public = sources.filter_map(Source::public).map(When::bounds);
        let first = claimed.into_iter().chain(public).min_by_key(|it| (it.latest, it.earliest))?;
        // Nothing is known before it happened.
        let happened = self.bounds(event).filter(|it| first.latest < it.earliest);
        Some(happened.unwrap_or(first))
    }

    /// Returns how many sources support an event, and who is heard in them.
    pub fn voices(&self, event: EventIdx) -> Voices {
        self.voices_of(&self.event(event))
    }

    /// Returns how many sources support an event of this catalog that is at hand, and who is heard in them.
    pub fn voices_of(&self, event: &Event) -> Voices {
        // What a source repeats may not have been known on the day: it is one voice with it all the same.
        let then = self.away().and_then(|it| it.voices.get(&id_hash(&event.id))).cloned();
        then.unwrap_or_else(|| voices(event, self))
    }
}
