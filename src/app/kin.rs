//! To the next event that has something in common with this one, or something to be looked at: a party, a link, a problem.

use crate::{
    catalog::{EventIdx, Facts, PartyIdx},
    diag::{Diagnostic, one_line},
};

use super::{menu::Menu, notice::Notice, panel::Panel, state::State, way::Way};

/// Faults that are looked through for those of one event.
const LOOKED_AT: usize = 5000;

impl State {
    /// Goes `n` events on, or back, among those of one party: the one that was gone along last if this event has it, or else the
    /// first that this event names.
    pub(super) fn step_along_party(&mut self, way: Way, n: usize) {
        let Some(cursor) = self.view.cursor else { return };
        let has = |party: &PartyIdx| self.data.catalog.parties_of(cursor).any(|it| it == *party);
        let Some(party) = self.along.filter(has).or_else(|| self.data.catalog.parties_of(cursor).next()) else {
            self.notice = Some(Notice::warning("this event names no party"));
            return;
        };
        self.along = Some(party);
        let events = self.data.catalog.events_of(party);
        let shown: Vec<EventIdx> = events.iter().copied().filter(|it| self.shown.possibly.contains(*it)).collect();
        let Ok(at) = shown.binary_search(&cursor) else { return };
        let to = match way {
            Way::Forward => (at + n).min(shown.len() - 1),
            Way::Back => at.saturating_sub(n),
        };
        let name = &self.data.catalog.party(party).name;
        self.notice = Some(Notice::info(format!("{} of {} with {name}", to + 1, shown.len())));
        if to != at {
            self.jump_to(shown[to]);
        }
    }

    /// Goes to the next event, or the one before, that links to another or is linked from one.
    pub(super) fn step_along_links(&mut self, way: Way, n: usize) {
        let catalog = &self.data.catalog;
        let linked = |it: EventIdx| catalog.facts(it).has(Facts::LINK) || !catalog.links_to(it).is_empty();
        match self.find_along(way, n, linked) {
            Some(event) => {
                let links = self.data.catalog.event(event).links.len() + self.data.catalog.links_to(event).len();
                self.notice =
                    Some(Notice::info(format!("{links} link{}: gf follows", if links == 1 { "" } else { "s" })));
                self.jump_to(event);
            }
            None => self.notice = Some(Notice::info("no further event has a link")),
        }
    }

    /// Goes to the next event, or the one before, in whose text something is wrong, and says what.
    pub(super) fn step_along_problems(&mut self, way: Way, n: usize) {
        if self.refused.is_some() {
            // The faults are of a version that is not shown.
            return self.open_problems();
        }
        if self.data.diagnostics.is_empty() {
            self.notice = Some(Notice::info("nothing is wrong in the store"));
            return;
        }
        let faulty = self.data.faulty_events();
        let Some(event) = self.find_along(way, n, |it| faulty.contains(it)) else {
            if faulty.iter().any(|it| self.shown.possibly.contains(it)) {
                self.notice = Some(Notice::info("no further event has a problem: gx lists them all"));
            } else {
                self.notice = Some(Notice::info("what is wrong stands in no event that is shown"));
                // It can only be listed.
                self.open_problems();
            }
            return;
        };
        let fault = self.data.diagnostics.iter().find(|it| self.data.is_about(it, event));
        self.notice = fault.map(|it| Notice::warning(one_line(it, &self.data.files)));
        self.jump_to(event);
    }

    /// Returns what is wrong in the text of an event, as far as a screen can show it.
    pub fn problems_of(&self, event: EventIdx) -> Vec<&Diagnostic> {
        // A store with more faults than that has one that concerns it all.
        self.data.diagnostics.iter().take(LOOKED_AT).filter(|it| self.data.is_about(it, event)).collect()
    }

    /// Returns event number `n`, from 1, after the cursor or before it that `wanted` wants.
    fn find_along(&self, way: Way, n: usize, wanted: impl Fn(EventIdx) -> bool) -> Option<EventIdx> {
        let shown = &self.shown.possibly;
        let next = |it: &EventIdx| match way {
            Way::Forward => shown.next_after(*it),
            Way::Back => shown.prev_before(*it),
        };
        let events = std::iter::successors(self.view.cursor.and_then(|it| next(&it)), next);
        events.filter(|it| wanted(*it)).take(n).last()
    }

    /// Opens the list of what is wrong.
    pub(super) fn open_problems(&mut self) {
        self.panels.push(Panel::Problems(Menu::default()));
    }
}
