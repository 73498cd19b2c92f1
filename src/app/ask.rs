//! What follows from the filter, the marks and the kind of lanes: asked for, and taken when it is known.

use std::sync::Arc;

use crate::{
    catalog::{Catalog, EventIdx, IdSet},
    layout::Lanes,
    store::Loaded,
};

use super::{
    page::StatsView,
    panel::Panel,
    scope::Scope,
    search::{Search, by_party},
    shown::Shown,
    state::State,
    work::{AT_ONCE, Answer, Ask, Found, Then, Work},
};

impl State {
    /// Shows another chronology, or the same one read again or read further: the event under the cursor stays, if it is still
    /// there, and so does the stretch of time, unless it was all there was.
    ///
    /// Of a large one, what was shown stays until it is known what the filter lets through.
    pub fn take_data(&mut self, data: Loaded) {
        self.coming = Some(data);
        self.refresh();
    }

    /// Makes what follows from the filter, the marks and the kind of lanes anew, and brings the cursor to what is shown.
    pub fn refresh(&mut self) {
        let (catalog, marked) = match &self.coming {
            Some(data) => (Arc::clone(&data.catalog), self.marked_in(&data.catalog)),
            None => (Arc::clone(&self.data.catalog), Arc::clone(&self.selection.marked)),
        };
        let (filter, needle) = (self.filter.clone(), self.search.needle.clone());
        self.ask_of(catalog, Ask::Show { filter, marked, lanes_by: self.view.lanes_by, needle });
    }

    /// Looks for `needle` in what is shown. A text that the last one begins, or ends, is only where that was.
    pub(super) fn find(&mut self, needle: &str, then: Then) {
        let is_text = by_party(needle).is_none() && by_party(&self.search.needle).is_none();
        let narrower = is_text && self.search.is_on() && self.search.is_whole && needle.contains(&self.search.needle);
        let within = if narrower {
            IdSet::from_iter(self.data.catalog.len(), self.search.hits.iter().copied())
        } else {
            self.shown.possibly.clone()
        };
        self.search.begin(needle);
        self.ask_here(Ask::Find { needle: needle.to_owned(), within, then });
    }

    /// Measures the range, if one is on and it is not measured.
    pub(super) fn measure(&mut self) {
        let Some(range) = self.selection.range else {
            self.measures = None;
            return;
        };
        let Some(ids) = self.in_range() else { return };
        self.ask_here(Ask::Measure { range, ids, surely: self.shown.surely.clone() });
    }

    /// Has what an export would lose counted, if the dialog is open and it is not.
    pub(super) fn count_losses(&mut self) {
        let Some(Panel::Export(dialog)) = self.panels.last_mut() else { return };
        if std::mem::take(&mut dialog.uncounted)
            && let Some(ids) = dialog.ids().cloned()
        {
            let format = dialog.format();
            self.ask_here(Ask::Lose { format, ids });
        }
    }

    /// Opens the statistics of the narrowest scope that holds something.
    pub(super) fn open_statistics(&mut self) {
        self.panels.push(Panel::Statistics(StatsView::default()));
        self.sum();
    }

    /// Has the narrowest scope that holds something summed.
    fn sum(&mut self) {
        let (scope, ids) = self.scopes().into_iter().next().unwrap_or((Scope::All, IdSet::default()));
        let words = self.scope_words(scope);
        self.sums = None;
        self.ask_here(Ask::Sum { ids, words });
    }

    /// Asks a question of what is shown.
    pub(super) fn ask_here(&mut self, ask: Ask) {
        self.ask_of(Arc::clone(&self.data.catalog), ask);
    }

    /// Asks a question: answered at once where there are few events, else elsewhere.
    fn ask_of(&mut self, catalog: Arc<Catalog>, ask: Ask) {
        let at_once = catalog.len() <= AT_ONCE;
        let mut work = Work { ticket: self.tickets[0], catalog, ask };
        work.ticket = self.tickets[work.kind()].next();
        if at_once {
            self.take_answer(work.run());
        } else {
            self.asked.push(work);
        }
    }

    /// Returns a question that is still to be answered elsewhere.
    pub fn next_question(&mut self) -> Option<Work> {
        self.asked.pop()
    }

    /// Takes an answer, unless its question has been asked anew.
    pub fn take_answer(&mut self, answer: Answer) {
        let Answer { ticket, found } = answer;
        if self.tickets[found.kind()] != ticket {
            return;
        }
        match found {
            Found::Shown(found) => {
                let (shown, lanes, search) = *found;
                let coming = self.coming.take();
                let is_new = coming.is_some();
                coming.into_iter().for_each(|it| self.swap(it));
                self.take_shown(shown, lanes, search);
                if is_new {
                    self.renew_panels();
                }
            }
            Found::Hits(search, then) => self.take_hits(search, then),
            Found::Measures(measures) => self.measures = Some(*measures),
            Found::Losses(losses) => {
                if let Some(Panel::Export(it)) = self.panels.last_mut() {
                    it.losses = Some(losses);
                }
            }
            Found::Sums(sums) => self.sums = Some(sums),
            Found::Disclosed(way, disclosed) => self.take_disclosed(way, disclosed),
        }
    }

    fn take_shown(&mut self, shown: Shown, lanes: Lanes, search: Search) {
        self.shown = shown;
        self.lanes = lanes;
        // The text may have been typed on since.
        if search.needle == self.search.needle {
            self.search = search;
        }
        let wanted = self.goal.take().or(self.view.cursor);
        let here = wanted.filter(|it| self.shown.possibly.contains(*it));
        let near = || {
            let at = wanted?;
            self.shown.possibly.next_after(at).or_else(|| self.shown.possibly.prev_before(at))
        };
        self.view.cursor = here.or_else(near).or_else(|| self.shown.possibly.first());
        self.settle();
        self.measure();
        if std::mem::take(&mut self.say) {
            self.say_unknown_names();
        }
    }

    /// Gives panels that hold events of another catalog those of this one.
    fn renew_panels(&mut self) {
        self.panels.retain(|it| !matches!(it, Panel::Links { .. }));
        let scopes = self.scopes();
        if self.panels.iter().any(|it| matches!(it, Panel::Statistics(_))) {
            self.sum();
        }
        for panel in &mut self.panels {
            if let Panel::Export(dialog) = panel {
                dialog.take_scopes(scopes.clone(), &self.data.catalog);
            }
        }
    }

    fn take_hits(&mut self, search: Search, then: Then) {
        if search.needle != self.search.needle {
            return;
        }
        self.search = search;
        match then {
            Then::Lead(from) => {
                if let Some(hit) = self.search.from(from) {
                    self.go_to(hit);
                }
            }
            Then::Say => self.say_hits(),
        }
    }

    /// Puts `data` in the place of what was shown, and finds there again what the reader had picked.
    fn swap(&mut self, data: Loaded) {
        let catalog = Arc::clone(&data.catalog);
        let again = |it: EventIdx| catalog.find(&self.data.catalog.event(it).id);
        let cursor = self.goal.or(self.view.cursor).and_then(again);
        self.jumps.renumber(again);
        let fitted = self.view.cursor.is_none() || self.view.viewport == self.whole();
        let cursor = cursor.or_else(|| self.nearest_in(&catalog));
        self.pick_in(&catalog);
        self.data = data;
        self.view.cursor = None;
        self.goal = cursor;
        // Numbers of events and parties mean nothing in another catalog.
        (self.measures, self.sums, self.along) = (None, None, None);
        self.history.forget_events(&self.selection);
        self.before_drag = self.before_drag.take().map(|it| it.without_events(&self.selection));
        self.before_line = self.before_line.take().map(|it| it.without_events(&self.selection));
        for ticket in &mut self.tickets[1..] {
            ticket.next();
        }
        if fitted {
            self.view.viewport = self.whole();
            self.view.other_viewport = self.view.viewport;
        }
        self.recall_events();
    }

    /// Returns the event of another catalog that is nearest in time to the one under the cursor, which is gone there.
    fn nearest_in(&self, catalog: &Catalog) -> Option<EventIdx> {
        let was = self.goal.or(self.view.cursor)?;
        let last = EventIdx((catalog.len() as u32).checked_sub(1)?);
        let Some(at) = self.data.catalog.window(was).map(|it| it.first) else {
            // One without a date stood among those without, which come last.
            return Some(last.min(was).max(EventIdx(catalog.n_dated() as u32)).min(last));
        };
        let next = catalog.begun_by(at) as u32;
        let around = [next.checked_sub(1).map(EventIdx), Some(EventIdx(next))];
        let distance = |it: &EventIdx| Some(catalog.window(*it)?.first.since(at).abs());
        let dated = around.into_iter().flatten().filter(|it| it.index() < catalog.n_dated());
        dated.min_by_key(|it| distance(it).unwrap_or(i128::MAX))
    }
}
