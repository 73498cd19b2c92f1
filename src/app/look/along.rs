//! To the next event that has something in common with this one, or something to be looked at: a party, a link, a problem.

use crate::{
    app::{direction::Direction, find::Events, notice::Notice},
    catalog::{EventIdx, Facts, PartyIdx},
    diag::one_line,
    formats::count,
    keys::Action,
    store::Loaded,
};

use super::Look;

/// Where a search for a problem has led.
pub(in crate::app) enum Problem {
    /// To an event, or nowhere; this says where.
    Said(Notice),
    /// Nowhere, for this reason: the problems can only be listed.
    Elsewhere(Notice),
}

impl Look {
    /// Goes `n` events on, or back, among those of one party: the one that was gone along last if this event has it, or else the
    /// first that this event names.
    pub(in crate::app) fn step_along_party(
        &mut self,
        direction: Direction,
        n: usize,
        events: Events,
    ) -> Option<Notice> {
        let (cursor, catalog) = (self.cursor?, events.catalog);
        let has = |party: &PartyIdx| catalog.parties_of(cursor).any(|it| it == *party);
        let Some(party) = self.along.filter(has).or_else(|| catalog.parties_of(cursor).next()) else {
            return Some(Notice::warning("this event names no party"));
        };
        self.along = Some(party);
        let of_party = catalog.events_of(party).iter().copied();
        let shown: Vec<EventIdx> = of_party.filter(|it| events.shown.possibly.contains(*it)).collect();
        let at = shown.binary_search(&cursor).ok()?;
        let to = match direction {
            Direction::Forward => (at + n).min(shown.len() - 1),
            Direction::Back => at.saturating_sub(n),
        };
        if to != at {
            self.jump_to(shown[to], events);
        }
        let name = &catalog.party(party).name;
        Some(Notice::info(format!("{} of {} with {name}", to + 1, shown.len())))
    }

    /// Goes to the next event, or the one before, that links to another or is linked from one.
    pub(in crate::app) fn step_along_links(&mut self, direction: Direction, n: usize, events: Events) -> Notice {
        let catalog = events.catalog;
        let linked = |it: EventIdx| catalog.facts(it).has(Facts::LINK) || !catalog.links_to(it).is_empty();
        let Some(event) = self.find_along(direction, n, events, linked) else {
            return Notice::info("no further event has a link");
        };
        self.jump_to(event, events);
        let links = catalog.event(event).links.len() + catalog.links_to(event).len();
        Notice::info(count(links, "link")).offer(Action::FollowLink, "follows")
    }

    /// Goes to the next event, or the one before, in whose text something is wrong, and says what.
    pub(in crate::app) fn step_along_problems(
        &mut self,
        direction: Direction,
        n: usize,
        events: Events,
        data: &Loaded,
    ) -> Problem {
        if data.diagnostics.is_empty() {
            return Problem::Said(Notice::info("nothing is wrong in the store"));
        }
        let before = data.events_before_faults();
        let fault_in = |event| data.diagnostics.iter().find(data.stands_in(event));
        let is_faulty = |it| before.contains(it) && fault_in(it).is_some();
        let Some(event) = self.find_along(direction, n, events, is_faulty) else {
            return if before.iter().any(|it| events.shown.possibly.contains(it) && is_faulty(it)) {
                let words = "no further event has a problem";
                Problem::Said(Notice::info(words).offer(Action::Problems, "lists them all"))
            } else {
                Problem::Elsewhere(Notice::info("what is wrong stands in no event that is shown"))
            };
        };
        self.jump_to(event, events);
        Problem::Said(Notice::warning(fault_in(event).map(|it| one_line(it, &data.files)).unwrap_or_default()))
    }

    /// Returns event number `n`, from 1, after the cursor or before it that `wanted` wants.
    fn find_along(
        &self,
        direction: Direction,
        n: usize,
        events: Events,
        wanted: impl Fn(EventIdx) -> bool,
    ) -> Option<EventIdx> {
        let shown = &events.shown.possibly;
        let next = |it: &EventIdx| match direction {
            Direction::Forward => shown.next_after(*it),
            Direction::Back => shown.prev_before(*it),
        };
        let events = std::iter::successors(self.cursor.and_then(|it| next(&it)), next);
        events.filter(|it| wanted(*it)).take(n).last()
    }
}
