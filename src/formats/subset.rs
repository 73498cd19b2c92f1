//! A smaller chronology: some events of a catalog, and just the parties and sources that they need.

use std::collections::HashSet;

use crate::{
    catalog::{Catalog, EventIdx, IdSet},
    chronology::{Affiliation, Bears, Claim, Event, Link, Party, Source, id_hash},
};

/// Some events of a catalog, to be written in the catalog's order.
#[derive(Clone, Copy)]
pub struct Subset<'a> {
    /// Where the events are.
    pub catalog: &'a Catalog,
    /// Which of them.
    pub ids: &'a IdSet,
}

impl Subset<'_> {
    /// Returns which events they are, in order.
    pub(super) fn list(self) -> Vec<EventIdx> {
        self.ids.iter().collect()
    }

    /// Returns those with a date and those without, in order.
    pub(super) fn by_date(self) -> (Vec<EventIdx>, Vec<EventIdx>) {
        self.ids.iter().partition(|it| it.index() < self.catalog.n_dated())
    }
}

/// What is written, and what of its surroundings goes with it.
pub(super) struct Contents<'a> {
    pub subset: Subset<'a>,
    /// The parties that the events name and the sources that they need, in file order; all of them where all events are written.
    pub parties: Vec<&'a Party>,
    pub sources: Vec<&'a Source>,
    /// Whether all events of the catalog are written.
    is_whole: bool,
    /// Ids of the parties and of the sources that the events themselves name.
    named: HashSet<&'a str>,
    cited: HashSet<&'a str>,
}

impl<'a> Contents<'a> {
    pub(super) fn new(subset: Subset<'a>) -> Self {
        let Subset { catalog, ids } = subset;
        let (parties, sources) = (catalog.parties(), catalog.sources());
        let named = parties.iter().zip(catalog.parties_named_in(ids)).filter(|it| it.1).map(|it| &*it.0.id);
        let cited = sources.iter().zip(catalog.sources_named_in(ids)).filter(|it| it.1).map(|it| &*it.0.id);
        let (named, cited): (HashSet<_>, HashSet<_>) = (named.collect(), cited.collect());
        let is_whole = ids.len() == catalog.len();
        let acts = catalog.acts_outside(ids);
        let of_acts = acts.iter().filter_map(|it| source_of_act(&catalog.event(it)).map(str::to_owned));
        let of_acts: Vec<String> = of_acts.collect();
        let of_acts = of_acts.iter().filter_map(|it| catalog.source(it)).map(|it| &*it.id);
        let needed = with_what_they_repeat(&cited.iter().copied().chain(of_acts).collect(), catalog);
        let sources: Vec<&Source> = sources.iter().filter(|it| is_whole || needed.contains(&*it.id)).collect();
        let speakers: HashSet<&str> = sources.iter().filter_map(|it| it.by.as_deref()).collect();
        let is_needed = |it: &&Party| is_whole || named.contains(&*it.id) || speakers.contains(&*it.id);
        Self { parties: parties.iter().filter(is_needed).collect(), sources, subset, is_whole, named, cited }
    }

    /// Returns whether an event names a party: who took part in it, or who speaks of it.
    pub(super) fn names(&self, party: &Party) -> bool {
        self.named.contains(&*party.id)
    }

    /// Returns whether an event names a source: what it cites, or what its claims stand in.
    pub(super) fn cites(&self, source: &Source) -> bool {
        self.cited.contains(&*source.id)
    }

    /// Returns whether an affiliation is with one of the parties that are written.
    pub(super) fn keeps_affiliation(&self, affiliation: &Affiliation) -> bool {
        self.is_whole || self.named.contains(&*affiliation.with)
    }

    /// Returns whether a link leads to one of the events; where all are written, every link is kept, a wrong one as well.
    pub(super) fn keeps_link(&self, link: &Link) -> bool {
        self.is_whole || self.subset.catalog.find(&link.to).is_some_and(|it| self.subset.ids.contains(it))
    }

    /// Returns whether a claim was made in one of the events, or in none; where all are written, every act is kept.
    pub(super) fn keeps_act(&self, claim: &Claim) -> bool {
        let is_there = |it: &String| self.subset.catalog.find(it).is_some_and(|it| self.subset.ids.contains(it));
        self.is_whole || claim.act.as_ref().is_none_or(is_there)
    }

    /// Returns whether another of the events links to this one.
    pub(super) fn is_linked(&self, event: &Event) -> bool {
        let Subset { catalog, ids } = self.subset;
        // By its number rather than by its id, or it would be read again to compare them.
        let event = catalog.with_id_hash(id_hash(&event.id));
        event.is_some_and(|it| catalog.links_to(it).iter().any(|(_, from)| ids.contains(*from)))
    }
}

/// Returns the source that an act is cited from: the thing itself, or else the first that supports it.
pub(super) fn source_of_act(act: &Event) -> Option<&str> {
    let is_it = act.sources.iter().find(|it| it.bears == Bears::Is);
    is_it.or_else(|| act.sources.iter().find(|it| it.bears.supports())).map(|it| &*it.source)
}

/// Returns the ids of sources, and of all that those repeat.
fn with_what_they_repeat<'a>(ids: &HashSet<&'a str>, catalog: &'a Catalog) -> HashSet<&'a str> {
    let mut needed = HashSet::new();
    let mut pending: Vec<&str> = ids.iter().copied().collect();
    while let Some(id) = pending.pop() {
        if needed.insert(id) {
            pending.extend(catalog.source(id).into_iter().flat_map(|it| &it.derived_from).map(|it| &**it));
        }
    }
    needed
}
