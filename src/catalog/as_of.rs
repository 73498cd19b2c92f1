//! The chronology as it was known on a day: a catalog of its own, in which nothing stands that came out later.
//!
//! Whoever looks at that catalog cannot say more than was known: claims, citations, links, sources and ends that came out later are
//! not hidden there, they are not in it, and how events stand, who speaks for them and what they add up to follows from the rest.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
    convert::Infallible,
    sync::Arc,
};

use crate::chronology::{
    Affiliation, Claim, Cut, Event, Instant, Kept, KnownThen, Party, Source, Surroundings, Voices, When, claim_known,
    id_hash, voices,
};

use super::{
    away::Away,
    ids::{EventIdx, IdSet},
    in_order::in_order,
    snapshot::{Catalog, Parts},
    table::Columns,
};

/// Events that one thread looks at before it takes more.
const CHUNK: usize = 4096;

impl Catalog {
    /// Returns the chronology as it was known on a day, to the end of it.
    ///
    /// A date that is no more exact than a month counts from its last day, and what has no date was not known. Events keep the order
    /// that they have among all.
    #[must_use]
    pub fn as_of(&self, day: &When) -> Self {
        let by = day.bounds().latest;
        let there = IdSet::from_iter(self.len(), self.all().iter().filter(|it| self.was_known(*it, by)));
        let later: HashSet<&str> = self.sources.iter().filter(|it| !was_public(it, by)).map(|it| &*it.id).collect();
        let known = Known { catalog: self, by, there: &there, later: &later };
        let rows: Vec<EventIdx> = self.places.iter().map(|it| EventIdx(*it)).filter(|it| there.contains(*it)).collect();
        let chunks: Vec<&[EventIdx]> = rows.chunks(CHUNK).collect();
        let (mut events, mut cut, mut less, mut voices) =
            (Columns::default(), Cut::default(), Vec::new(), HashMap::new());
        let Ok::<(), Infallible>(()) = in_order(
            &chunks,
            |it| known.table(it),
            |chunk| {
                events.append(chunk.table);
                cut += chunk.cut;
                less.extend(chunk.less);
                voices.extend(chunk.voices);
                Ok(())
            },
        );
        let mut order: Vec<u32> = (0..rows.len() as u32).collect();
        order.sort_unstable_by_key(|it| rows[*it as usize]);
        let sources =
            self.sources.iter().filter(|it| known.has(it)).map(|it| known.source_then(it)).collect::<Vec<_>>();
        let away = Away {
            day: day.clone(),
            events: self.len() - rows.len(),
            sources: self.sources.len() - sources.len(),
            cut,
            less: IdSet::new(0),
            voices,
        };
        let parties = known.parties(&events);
        let parts = Parts { timeline: self.timeline.clone(), parties, sources, events };
        let mut catalog = Self::in_rows(parts, Arc::clone(&self.archive), order);
        let less = IdSet::from_iter(catalog.len(), less.iter().filter_map(|it| catalog.with_id_hash(*it)));
        catalog.away = Some(Box::new(Away { less, ..away }));
        catalog
    }

    /// Returns whether an event was public at `by`.
    fn was_known(&self, event: EventIdx, by: Instant) -> bool {
        self.known_bounds(event).is_some_and(|it| it.latest <= by)
    }

    /// Returns the events that `events` are in another catalog of the same chronology, as far as they are there.
    pub fn again_in(&self, events: &IdSet, other: &Self) -> IdSet {
        IdSet::from_iter(other.len(), events.iter().filter_map(|it| other.find(&self.event(it).id)))
    }
}

fn was_public(source: &Source, by: Instant) -> bool {
    source.public().is_some_and(|it| it.bounds().latest <= by)
}

/// What was known of a catalog.
struct Known<'a> {
    catalog: &'a Catalog,
    by: Instant,
    there: &'a IdSet,
    /// Ids of the sources that were not.
    later: &'a HashSet<&'a str>,
}

/// Some events of a catalog as they were known.
#[derive(Default)]
struct Chunk {
    table: Columns,
    cut: Cut,
    /// What stands for the ids of those of which something is left out.
    less: Vec<u64>,
    voices: Vec<(u64, Voices)>,
}

impl KnownThen for Known<'_> {
    fn by(&self) -> Instant {
        self.by
    }

    fn knows_source(&self, id: &str) -> Option<bool> {
        self.catalog.source(id).map(|it| self.has(it))
    }

    fn knows_event(&self, id: &str) -> Option<bool> {
        self.catalog.find(id).map(|it| self.there.contains(it))
    }

    fn knows_claim(&self, claim: &Claim) -> bool {
        claim_known(claim, self.catalog).is_some_and(|it| it.bounds().latest <= self.by)
    }
}

/// Sources as they are, since what they repeat is one voice with them whether it was known or not; acts as they were known.
impl Surroundings for Known<'_> {
    fn source(&self, id: &str) -> Option<&Source> {
        self.catalog.source(id)
    }

    fn act(&self, id: &str) -> Option<Cow<'_, Event>> {
        let mut act = self.catalog.act(id)?.into_owned();
        act.leave_out_later(self);
        Some(Cow::Owned(act))
    }
}

impl Known<'_> {
    /// Returns whether a source was public.
    fn has(&self, source: &Source) -> bool {
        !self.later.contains(&*source.id)
    }

    /// Returns some events of the catalog as they were known.
    fn table(&self, events: &[EventIdx]) -> Chunk {
        let mut chunk = Chunk::default();
        for idx in events {
            let mut event = self.catalog.event(*idx).into_owned();
            let mut cut = event.leave_out_later(self);
            if self.rests_on_later(&event) {
                chunk.voices.push((id_hash(&event.id), voices(&event, self)));
                for citation in &mut event.sources {
                    let before = citation.from.len();
                    citation.from.retain(|it| !self.later.contains(&**it));
                    cut.citations += usize::from(citation.from.len() < before);
                }
            }
            let kept = if cut.is_empty() {
                self.catalog.columns.kept(self.catalog.row(*idx))
            } else {
                chunk.less.push(id_hash(&event.id));
                Kept::InTable(self.catalog.handle(*idx))
            };
            chunk.table.take(event, kept);
            chunk.cut += cut;
        }
        chunk
    }

    /// Returns whether an event cites what repeats a source that was not public.
    fn rests_on_later(&self, event: &Event) -> bool {
        let claimed = event.claims.iter().filter_map(|it| it.source.as_ref());
        let of_acts = event.claims.iter().any(|it| it.act.is_some());
        let cited = event.sources.iter().flat_map(|it| it.from.iter().chain([&it.source]));
        !self.later.is_empty() && (of_acts || cited.chain(claimed).any(|it| self.repeats_later(it)))
    }

    fn repeats_later(&self, id: &str) -> bool {
        // Whatever it repeats: which of that was not public matters to few, and finding out costs as much as the voices.
        self.later.contains(id) || self.catalog.source(id).is_some_and(|it| !it.derived_from.is_empty())
    }

    /// Returns a source that was public, without those that it repeats and that were not.
    fn source_then(&self, source: &Source) -> Source {
        let mut source = source.clone();
        source.derived_from.retain(|it| self.knows_source(it) != Some(false));
        source
    }

    /// Returns the parties that were heard of: those that `events` name, and those of which nothing says when.
    fn parties(&self, events: &Columns) -> Vec<Party> {
        let catalog = self.catalog;
        let heard_of: HashSet<&str> = events.people_named().collect();
        let in_any = catalog.parties_named_in(&catalog.all());
        let parties = catalog.parties.iter().zip(in_any);
        let there = parties.filter(|(it, is_named)| !is_named || heard_of.contains(&*it.id));
        there.map(|it| self.party_then(it.0)).collect()
    }

    /// Returns a party without what it became later.
    fn party_then(&self, party: &Party) -> Party {
        let mut party = party.clone();
        party.when = party.when.map(|it| it.without_end_after(self.by).unwrap_or(it));
        party.affiliations.retain(|it| it.when.as_ref().is_none_or(|it| it.bounds().earliest <= self.by));
        for Affiliation { when, .. } in &mut party.affiliations {
            *when = when.take().map(|it| it.without_end_after(self.by).unwrap_or(it));
        }
        party
    }
}
