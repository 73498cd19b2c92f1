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
    layout::{Gaps, LanesBy, Layout, Pane, Viewport},
    query::{Query, Selected},
    store::{Loaded, Loading},
};

const LAYOUTS: [(&str, Layout); 3] =
    [("auto", Layout::Auto), ("timeline", Layout::TimelineOnly), ("list", Layout::ListOnly)];
const GAPS: [(&str, Gaps); 2] = [("shown", Gaps::Shown), ("folded", Gaps::Folded)];
const PANES: [(&str, Pane); 3] = [("timeline", Pane::Timeline), ("list", Pane::List), ("detail", Pane::Detail)];

/// The form of a [`Memory`]; one of another form is not read.
pub const MEMORY_FORMAT: u32 = 1;

/// What is remembered of a store.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Memory {
    /// Its form.
    pub format: u32,
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
    pub marked: Vec<String>,
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
            layout: word(&LAYOUTS, look.layout),
            gaps: word(&GAPS, look.gaps),
            focus: word(&PANES, look.focus),
            marked: marked.iter().map(id).chain(absent.marked.iter().cloned()).collect(),
            bookmarks: letters,
            recent: typing.recent.iter().map(|it| it.name().to_owned()).collect(),
            typed: typing.typed.iter().map(|(purpose, lines)| (purpose.name().to_owned(), lines.clone())).collect(),
        })
    }

    /// Brings back what was remembered, as far as it still is anything; what hangs on events waits for them.
    pub(in crate::app) fn recall(
        self,
        look: &mut Look,
        find: &mut Find,
        typing: &mut Typing,
    ) -> (Option<RememberedView>, Absent) {
        let typed =
            self.typed.into_iter().filter_map(|(purpose, lines)| Some((purpose.parse::<Purpose>().ok()?, lines)));
        typing.typed.extend(typed);
        typing.recent = self.recent.iter().filter_map(|it| it.parse().ok()).collect();
        find.lanes_by = LanesBy::from_name(&self.lanes).unwrap_or(find.lanes_by);
        find.filter = self.filter.filter();
        look.detail = self.detail.parse().unwrap_or(look.detail);
        look.layout = meant(&LAYOUTS, &self.layout).unwrap_or(look.layout);
        look.gaps = meant(&GAPS, &self.gaps).unwrap_or(look.gaps);
        look.focus = meant(&PANES, &self.focus).unwrap_or(look.focus);
        (self.place, Absent { marked: self.marked.into_iter().collect(), bookmarks: self.bookmarks })
    }
}

impl RememberedView {
    /// Brings `look` to this place.
    pub(super) fn take_to(self, catalog: &Catalog, look: &mut Look) {
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

fn word<T: PartialEq>(words: &[(&'static str, T)], value: T) -> String {
    words.iter().find(|it| it.1 == value).map_or_else(String::new, |it| it.0.to_owned())
}

fn meant<T: Copy>(words: &[(&'static str, T)], word: &str) -> Option<T> {
    words.iter().find(|it| it.0 == word).map(|it| it.1)
}
