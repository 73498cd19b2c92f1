//! What is remembered of a store from one run to the next: the view, the filter, what is picked, and the lines typed.
//!
//! Events are remembered by id. Lines are remembered with their store: they name its parties and its events. What hangs on events
//! waits until the store has been read to its end; a reader who has pressed a key by then stays where that key has led.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{
    app::{
        find::{Filter, Find},
        look::{Absent, Grip, Look, Range, Selection},
        typing::{Purpose, Typing},
    },
    catalog::{Catalog, EventIdx},
    chronology::{Instant, When, Window},
    layout::{LanesBy, Viewport},
    query::{LANGUAGE, Query, Selected, renewed},
    store::{Loaded, Loading},
};

/// The form of a [`Memory`]; one of another form is not read.
pub const MEMORY_FORMAT: u32 = 1;

/// What is remembered of a store.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Memory {
    /// Its form.
    pub format: u32,
    /// The version of the language that its queries are in; nothing stands for the first.
    pub language: u32,
    /// The store's paths, for whoever looks into the file.
    pub store: Vec<String>,
    /// Where the reader was.
    pub place: Option<RememberedView>,
    /// What was hidden.
    pub filter: Hidden,
    /// What lanes were by.
    pub lanes: String,
    /// Whether the detail was wanted.
    pub detail: String,
    /// How the panes were laid out.
    pub layout: String,
    /// Whether long gaps were shown or folded.
    pub gaps: String,
    /// The pane that had the keys.
    pub focus: String,
    /// Ids of the marked events.
    pub marked: BTreeSet<String>,
    /// Ids of the bookmarked events, by letter.
    pub bookmarks: BTreeMap<char, String>,
    /// The names of the actions called from the palette, newest last.
    pub recent: Vec<String>,
    /// The lines typed before, by what they were for, newest last.
    pub typed: BTreeMap<String, Vec<String>>,
}

/// Where a reader was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RememberedView {
    /// The id of the event under the cursor.
    pub cursor: Option<String>,
    /// The first and the last millisecond of the view; nothing where all of the store was in it.
    pub view: Option<[i64; 2]>,
    /// The first and the last millisecond of both ends of the range: of the one that stays, then of the one that moves.
    pub range: Option<[i64; 4]>,
    /// Whether the range was still being drawn by the cursor.
    pub drawn: bool,
    /// The lanes that the range was of.
    pub lanes: BTreeSet<String>,
}

/// What was hidden.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Hidden {
    /// The query.
    pub query: String,
    /// The date as of which the chronology was shown.
    pub as_of: Option<String>,
    /// Whether the filter was on.
    pub on: bool,
}

impl Default for Hidden {
    fn default() -> Self {
        Self { query: String::new(), as_of: None, on: true }
    }
}

impl Hidden {
    /// Returns the filter; what is no query any more hides nothing.
    fn filter(&self) -> Filter {
        let (query, faults) = Query::parse(&self.query);
        let query = if faults.is_empty() { query } else { Query::default() };
        let as_of = self.as_of.as_deref().and_then(|it| When::parse(it).ok());
        let mut filter = Filter::new(Selected { query, as_of });
        if !self.on {
            filter.toggle();
        }
        filter
    }
}

impl Memory {
    /// Returns what to remember; nothing while the store has not been read to its end.
    pub(in crate::app) fn of(
        (data, whole, absent): (&Loaded, Viewport, &Absent),
        look: &Look,
        find: &Find,
        typing: &Typing,
    ) -> Option<Self> {
        if data.loading != Loading::Complete {
            return None;
        }
        let id = |it: EventIdx| data.catalog.event(it).id.clone();
        let Selection { range, lanes, marked, bookmarks } = &look.selection;
        let window = look.viewport.window;
        let view = (look.viewport != whole).then_some([window.first.0, window.last.0]);
        let ends = |it: &Range| [it.anchor.first.0, it.anchor.last.0, it.head.first.0, it.head.last.0];
        let mut letters = absent.bookmarks.clone();
        letters.extend(bookmarks.iter().map(|(letter, it)| (*letter, id(*it))));
        Some(Self {
            format: MEMORY_FORMAT,
            language: LANGUAGE,
            store: Vec::new(),
            place: Some(RememberedView {
                cursor: look.cursor.map(id),
                view,
                range: range.as_ref().map(ends),
                drawn: range.is_some_and(|it| it.grip == Grip::Held),
                lanes: lanes.clone(),
            }),
            filter: Hidden {
                query: find.filter.text().to_owned(),
                as_of: find.filter.as_of().map(str::to_owned),
                on: find.filter.is_on(),
            },
            lanes: find.lanes_by.name().to_owned(),
            detail: look.detail.to_string(),
            layout: look.layout.to_string(),
            gaps: look.gaps.to_string(),
            focus: look.focus.to_string(),
            marked: marked.iter().map(id).chain(absent.marked.iter().cloned()).collect(),
            bookmarks: letters,
            recent: typing.recent.iter().map(|it| it.name().to_owned()).collect(),
            typed: typing.typed.iter().map(|(purpose, lines)| (purpose.to_string(), lines.clone())).collect(),
        })
    }

    /// Returns this with the marks and bookmarks that another run set or took away since `base`, with which both began. What this
    /// run did with a mark or a letter counts, where both did something with it.
    #[must_use]
    pub fn merged(mut self, base: &Self, theirs: &Self) -> Self {
        self.marked.retain(|it| !base.marked.contains(it) || theirs.marked.contains(it));
        self.marked.extend(theirs.marked.difference(&base.marked).cloned());
        let letters: BTreeSet<char> = base.bookmarks.keys().chain(theirs.bookmarks.keys()).copied().collect();
        for letter in letters {
            if self.bookmarks.get(&letter) == base.bookmarks.get(&letter) {
                self.bookmarks.remove(&letter);
                self.bookmarks.extend(theirs.bookmarks.get(&letter).map(|it| (letter, it.clone())));
            }
        }
        self
    }

    /// Returns this with its queries as today's language has them.
    #[must_use]
    fn renewed(mut self) -> Self {
        if self.language < LANGUAGE {
            let filters = self.typed.get_mut(&Purpose::Filter.to_string()).into_iter().flatten();
            filters.chain([&mut self.filter.query]).for_each(|it| *it = renewed(it));
            self.language = LANGUAGE;
        }
        self
    }

    /// Brings back what was remembered, as far as it still is anything; what hangs on events waits for them.
    pub(in crate::app) fn recall(
        self,
        look: &mut Look,
        find: &mut Find,
        typing: &mut Typing,
    ) -> (Option<RememberedView>, Absent) {
        let this = self.renewed();
        let typed =
            this.typed.into_iter().filter_map(|(purpose, lines)| Some((purpose.parse::<Purpose>().ok()?, lines)));
        typing.typed.extend(typed);
        typing.recent = this.recent.iter().filter_map(|it| it.parse().ok()).collect();
        find.lanes_by = LanesBy::from_name(&this.lanes).unwrap_or(find.lanes_by);
        find.filter = this.filter.filter();
        look.detail = this.detail.parse().unwrap_or(look.detail);
        look.layout = this.layout.parse().unwrap_or(look.layout);
        look.gaps = this.gaps.parse().unwrap_or(look.gaps);
        look.focus = this.focus.parse().unwrap_or(look.focus);
        (this.place, Absent { marked: this.marked, bookmarks: this.bookmarks })
    }
}

impl RememberedView {
    /// Brings `look` to this place.
    pub(in crate::app) fn take_to(self, catalog: &Catalog, look: &mut Look) {
        look.goal = self.cursor.and_then(|it| catalog.find(&it)).or(look.goal);
        if let Some([first, last]) = self.view {
            look.viewport = Viewport { window: window(first, last) };
            look.other_viewport = look.viewport;
        }
        look.selection.lanes = self.lanes;
        look.selection.range = self.range.map(|it| Range {
            anchor: window(it[0], it[1]),
            head: window(it[2], it[3]),
            grip: if self.drawn { Grip::Held } else { Grip::Free },
        });
    }
}

fn window(first: i64, last: i64) -> Window {
    Window::new(Instant(first), Instant(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn queries_of_before_are_read_as_they_were_meant() {
        let filter = Hidden { query: "@a and b".to_owned(), ..Hidden::default() };
        let lines = |it: &str| vec![it.to_owned()];
        let typed =
            BTreeMap::from([("filter".to_owned(), lines("not b")), ("search".to_owned(), lines("this or that"))]);
        let read = Memory { filter, typed, ..Memory::default() }.renewed();
        assert_eq!((&*read.filter.query, &*read.typed["filter"][0]), ("@a \"and\" b", "\"not\" b"));
        assert_eq!(read.typed["search"], ["this or that"], "words are no query");
        assert_eq!(read.clone().renewed(), read, "they are of today then");
    }
}
