//! What is remembered of a store, taken from the state and brought back to it.
//!
//! [`State::memory`] and [`State::recollect`] are each other's way back. What hangs on events waits until the store has been read
//! to its end; a reader who has pressed a key by then stays where that key has led.

use std::sync::Arc;

use crate::{
    catalog::{Catalog, EventIdx, IdSet},
    chronology::{Instant, Window},
    layout::{Gaps, LanesBy, Layout, Pane, Viewport},
    store::Loading,
};

use super::{
    filter::Filter,
    line::Purpose,
    memory::{Absent, Hidden, MEMORY_FORMAT, Memory, Place, Said},
    notice::Notice,
    select::{Grip, Range, Selection},
    state::State,
};

const LAYOUTS: [(&str, Layout); 3] =
    [("auto", Layout::Auto), ("timeline", Layout::TimelineOnly), ("list", Layout::ListOnly)];
const GAPS: [(&str, Gaps); 2] = [("shown", Gaps::Shown), ("folded", Gaps::Folded)];
const PANES: [(&str, Pane); 3] = [("timeline", Pane::Timeline), ("list", Pane::List), ("detail", Pane::Detail)];

impl State {
    /// Returns what to remember of this state; nothing while the store has not been read to its end.
    pub fn memory(&self) -> Option<Memory> {
        if self.data.loading != Loading::Complete {
            return None;
        }
        let id = |it: EventIdx| self.data.catalog.event(it).id.clone();
        let Selection { range, lanes, marked, bookmarks } = &self.selection;
        let window = self.view.viewport.window;
        let view = (self.view.viewport != self.whole()).then_some([window.first.0, window.last.0]);
        let ends = |it: &Range| [it.anchor.first.0, it.anchor.last.0, it.head.first.0, it.head.last.0];
        Some(Memory {
            format: MEMORY_FORMAT,
            store: Vec::new(),
            place: Some(Place {
                cursor: self.view.cursor.map(id),
                view,
                range: range.as_ref().map(ends),
                drawn: range.is_some_and(|it| it.grip == Grip::Held),
                lanes: lanes.clone(),
            }),
            filter: Hidden {
                query: self.filter.text().to_owned(),
                as_of: self.filter.as_of().map(str::to_owned),
                on: self.filter.is_on(),
            },
            lanes: self.view.lanes_by.name().to_owned(),
            detail: self.view.detail.to_string(),
            layout: word(&LAYOUTS, self.view.layout),
            gaps: word(&GAPS, self.view.gaps),
            focus: word(&PANES, self.view.focus),
            marked: marked.iter().map(id).chain(self.absent.marked.iter().cloned()).collect(),
            bookmarks: {
                let mut all = self.absent.bookmarks.clone();
                all.extend(bookmarks.iter().map(|(letter, it)| (*letter, id(*it))));
                all
            },
            recent: self.recent.iter().map(|it| it.name().to_owned()).collect(),
            typed: self.typed.iter().map(|(purpose, lines)| (purpose.name().to_owned(), lines.clone())).collect(),
        })
    }

    /// Brings back what was remembered, as far as it still is anything; what hangs on events waits for them.
    pub fn recollect(&mut self, mut memory: Memory, said: Said) {
        for (purpose, lines) in std::mem::take(&mut memory.typed) {
            if let Ok(purpose) = purpose.parse::<Purpose>() {
                self.typed.insert(purpose, lines);
            }
        }
        self.recent = memory.recent.iter().filter_map(|it| it.parse().ok()).collect();
        self.view.lanes_by = LanesBy::from_name(&memory.lanes).unwrap_or(self.view.lanes_by);
        self.view.detail = memory.detail.parse().unwrap_or(self.view.detail);
        self.view.layout = meant(&LAYOUTS, &memory.layout).unwrap_or(self.view.layout);
        self.view.gaps = meant(&GAPS, &memory.gaps).unwrap_or(self.view.gaps);
        self.view.focus = meant(&PANES, &memory.focus).unwrap_or(self.view.focus);
        if said == Said::Nothing {
            self.filter = memory.filter.filter();
            self.recalled = memory.place;
        }
        self.absent = Absent { marked: memory.marked.into_iter().collect(), bookmarks: memory.bookmarks };
        if self.data.loading == Loading::Complete {
            self.take_data(self.data.clone());
        } else {
            self.refresh();
        }
    }

    /// Leaves the reader where a key has led: the place that is remembered is not gone to any more.
    pub(super) fn stay(&mut self) {
        self.recalled = None;
    }

    /// Forgets what was typed and picked, and shows everything, as for one who has never been here.
    pub(super) fn start_afresh(&mut self) {
        self.typed.clear();
        self.recent.clear();
        self.recalled = None;
        self.absent = Absent::default();
        self.filter = Filter::default();
        self.selection = Selection::default();
        self.selection.marked = Arc::new(IdSet::new(self.data.catalog.len()));
        self.view.lanes_by = LanesBy::from_name(&self.settings.lanes).unwrap_or_default();
        self.view.detail = self.settings.detail;
        self.view.layout = Layout::Auto;
        self.view.gaps = Gaps::default();
        self.view.focus = Pane::Timeline;
        self.view.viewport = self.whole();
        self.refresh();
    }

    /// Takes leave of the marked and bookmarked events that `catalog` does not have, and returns with what it has again.
    pub(super) fn pick_in(&mut self, catalog: &Catalog) {
        let absent = std::mem::take(&mut self.absent.marked);
        let ids = self.selection.marked.iter().map(|it| self.data.catalog.event(it).id.clone());
        let mut marked = IdSet::new(catalog.len());
        for id in ids.chain(absent) {
            match catalog.find(&id) {
                Some(it) => marked.insert(it),
                None => drop(self.absent.marked.insert(id)),
            }
        }
        self.selection.marked = Arc::new(marked);
        let mut letters = std::mem::take(&mut self.absent.bookmarks);
        let here = self.selection.bookmarks.iter();
        letters.extend(here.map(|(letter, it)| (*letter, self.data.catalog.event(*it).id.clone())));
        let found = letters.iter().filter_map(|(letter, it)| Some((*letter, catalog.find(it)?)));
        self.selection.bookmarks = found.collect();
        letters.retain(|_, it| catalog.find(it).is_none());
        self.absent.bookmarks = letters;
    }

    /// Returns the marked events as another catalog numbers them, with those that are there again.
    pub(super) fn marked_in(&self, catalog: &Catalog) -> Arc<IdSet> {
        let found = self.selection.marked.iter().filter_map(|it| catalog.find(&self.data.catalog.event(it).id));
        let again = self.absent.marked.iter().filter_map(|it| catalog.find(it));
        Arc::new(IdSet::from_iter(catalog.len(), found.chain(again)))
    }

    /// Goes to the place that is remembered, once all events have been read.
    pub(super) fn recall_events(&mut self) {
        if self.data.loading != Loading::Complete {
            return;
        }
        if let Some(viewport) = self.opening.take().and_then(|it| self.viewport_of(&it)) {
            self.view.viewport = viewport;
        }
        let Some(place) = self.recalled.take() else { return };
        let catalog = &self.data.catalog;
        self.goal = place.cursor.and_then(|it| catalog.find(&it)).or(self.goal);
        if let Some([first, last]) = place.view {
            self.view.viewport = Viewport { window: window(first, last) };
            self.view.other_viewport = self.view.viewport;
        }
        self.selection.lanes = place.lanes;
        self.selection.range = place.range.map(|it| Range {
            anchor: window(it[0], it[1]),
            head: window(it[2], it[3]),
            grip: if place.drawn { Grip::Held } else { Grip::Free },
        });
        if self.filter.is_on() && !self.filter.is_empty() && self.notice.is_none() {
            self.notice = Some(Notice::info("as it was left: F shows everything, :forget session starts afresh"));
        }
    }
}

fn window(first: i64, last: i64) -> Window {
    Window::new(Instant(first), Instant(last))
}

fn word<T: PartialEq>(words: &[(&'static str, T)], value: T) -> String {
    words.iter().find(|it| it.1 == value).map_or_else(String::new, |it| it.0.to_owned())
}

fn meant<T: Copy>(words: &[(&'static str, T)], word: &str) -> Option<T> {
    words.iter().find(|it| it.0 == word).map(|it| it.1)
}
