//! What the event under the cursor has to do with others: a link, a party, a problem, and the next event that has the same.

use std::ops::Range;

use crate::{
    app::{
        find::{Direction, Events},
        msg::Notice,
    },
    catalog::{EventIdx, Facts, PartyIdx},
    diag::one_line,
    formats::count,
    keys::Action,
    layout::{Lanes, Scale},
    store::Loaded,
};

use super::Look;

/// Links of one event that are looked at: what half the store links to does not slow a frame.
const LOOKED_AT: usize = 1000;

/// One link of an event, as a row to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkRow {
    /// What the event is to the other, in words, or its letter.
    pub words: String,
    /// The other event.
    pub to: EventIdx,
}

/// Where a link leads, as seen from the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lead {
    /// To something that is on the screen.
    OnScreen,
    /// To something at a time that is on the screen, on a lane that is scrolled out of sight.
    OtherLane,
    /// To something over before it.
    Earlier,
    /// To something that begins after it.
    Later,
    /// To something without a date, which is in the list alone.
    Undated,
    /// To something that the filter hides.
    Hidden,
}

impl Look {
    /// Returns the links of the cursor's event as it reads them, its own first and then those of others to it.
    pub fn links(&self, events: Events) -> Vec<LinkRow> {
        let Some(cursor) = self.cursor else { return Vec::new() };
        let catalog = events.catalog;
        let event = catalog.event(cursor);
        let out = event.links.iter();
        let out = out.filter_map(|it| Some(LinkRow { words: it.kind.words().to_owned(), to: catalog.find(&it.to)? }));
        let into = catalog.links_to(cursor).iter();
        let into = into.map(|(kind, from)| LinkRow { words: kind.inverse_words().to_owned(), to: *from });
        out.chain(into).take(LOOKED_AT).collect()
    }

    /// Returns where a link to `event` leads on a screen that is drawn with `scale`.
    pub fn lead(&self, event: EventIdx, scale: &Scale, events: Events) -> Lead {
        match events.catalog.window(event) {
            _ if !events.shown.possibly.contains(event) => Lead::Hidden,
            None => Lead::Undated,
            Some(it) if it.last < scale.window.first => Lead::Earlier,
            Some(it) if scale.window.last < it.first => Lead::Later,
            Some(_) if self.lanes_in_sight(events.lanes).any(|it| events.lanes.holds(it, event)) => Lead::OnScreen,
            Some(_) => Lead::OtherLane,
        }
    }

    /// Returns the numbers of the lanes on the screen: each has a row at the least.
    fn lanes_in_sight(&self, lanes: &Lanes) -> Range<usize> {
        let height = usize::from(self.panes().lanes.height);
        let top = self.lane_top.min(lanes.each.len().saturating_sub(height));
        top..(top + height).min(lanes.each.len())
    }

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

    /// Goes to the next event, or the one before, that another contradicts or that contradicts one, and says which.
    pub(in crate::app) fn step_along_contradictions(
        &mut self,
        direction: Direction,
        n: usize,
        events: Events,
    ) -> Notice {
        let catalog = events.catalog;
        let is_contradicted = |it: EventIdx| !catalog.contradictions(it).is_empty();
        let Some(event) = self.find_along(direction, n, events, is_contradicted) else {
            return Notice::info("no further event is contradicted");
        };
        self.jump_to(event, events);
        let others: Vec<&str> = catalog.contradictions(event).into_iter().map(|it| catalog.title(it)).collect();
        Notice::info(format!("against it: {}", others.join("; "))).offer(Action::FollowLink, "goes there")
    }

    /// Goes to the next event, or the one before, in whose text something is wrong, and says what; or says why the
    /// problems can only be listed.
    pub(in crate::app) fn step_along_problems(
        &mut self,
        direction: Direction,
        n: usize,
        events: Events,
        data: &Loaded,
    ) -> Result<Notice, Notice> {
        if data.diagnostics.is_empty() {
            return Ok(Notice::info("nothing is wrong in the store"));
        }
        let before = data.events_before_faults();
        let fault_in = |event| data.diagnostics.iter().find(data.stands_in(event));
        let is_faulty = |it| before.contains(it) && fault_in(it).is_some();
        let Some(event) = self.find_along(direction, n, events, is_faulty) else {
            return if before.iter().any(|it| events.shown.possibly.contains(it) && is_faulty(it)) {
                let words = "no further event has a problem";
                Ok(Notice::info(words).offer(Action::Problems, "lists them all"))
            } else {
                Err(Notice::info("what is wrong stands in no event that is shown"))
            };
        };
        self.jump_to(event, events);
        Ok(Notice::warning(fault_in(event).map(|it| one_line(it, &data.files)).unwrap_or_default()))
    }

    /// Returns event number `n`, from 1, after the cursor or before it that `wanted` wants.
    fn find_along(
        &self,
        direction: Direction,
        n: usize,
        events: Events,
        wanted: impl Fn(EventIdx) -> bool,
    ) -> Option<EventIdx> {
        let further = std::iter::successors(self.cursor, |it| events.next(*it, direction)).skip(1);
        further.filter(|it| wanted(*it)).take(n).last()
    }
}
