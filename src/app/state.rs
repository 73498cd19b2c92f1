//! Everything that is on, and what follows from it.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    catalog::{EventIdx, PartyIdx},
    chronology::{CivilDate, Instant, Window},
    keys::{Action, Context, Key},
    layout::{
        self, Beside, Gaps, Lanes, LanesBy, Layout, Pane, PaneChoice, Panes, Scale, Scene, Size, Viewport, panes,
    },
    query::Matched,
    settings::{Detail, MouseChoice, SavedView, Settings},
    store::{Loaded, Loading},
};

use super::{
    filter::Filter,
    gesture::{Drag, Mouse},
    history::{History, Snapshot},
    jumps::Jumps,
    line::{Line, Purpose},
    memory::{Absent, Place},
    notice::Notice,
    panel::Panel,
    search::Search,
    select::Selection,
    shown::Shown,
    tour::Tour,
    version::{Reading, Refused, Trust},
    view::View,
    work::{KINDS, Measures, Sums, Ticket, Work},
};

/// Everything that is on.
///
/// `shown` and `lanes` follow from the other fields; [`State::refresh`] makes them anew, and everything that changes the
/// filter, the marks or the kind of lanes ends in it.
#[derive(Clone, Debug)]
pub struct State {
    /// The chronology.
    pub data: Loaded,
    /// Colours, glyphs and keys.
    pub settings: Arc<Settings>,
    /// Today, to go to and to draw.
    pub today: CivilDate,
    /// The terminal's size.
    pub size: Size,
    /// What is hidden.
    pub filter: Filter,
    /// Where the reader looks.
    pub view: View,
    /// What is picked.
    pub selection: Selection,
    /// What is looked for.
    pub search: Search,
    /// What is being typed.
    pub line: Option<Line>,
    /// What lies over the explorer, the top one last.
    pub panels: Vec<Panel>,
    /// What was just done.
    pub notice: Option<Notice>,
    /// The way back.
    pub history: History,
    /// Where jumps began, and where they were gone back from.
    pub jumps: Jumps,
    /// The party whose events were gone along last.
    pub(super) along: Option<PartyIdx>,
    /// Whether the tour begins as soon as there is something to lead through.
    pub tour_when_read: bool,
    /// Where the reader is in the tour, while it is on.
    pub tour: Option<Tour>,
    /// Whether the explorer takes the mouse.
    pub mouse: Mouse,
    /// The view when the mouse began to move something.
    pub(super) before_drag: Option<Snapshot>,
    /// What the mouse is moving.
    pub(super) drag: Option<Drag>,
    /// Actions called from the palette, newest last.
    pub recent: Vec<Action>,
    /// Lines typed before, newest last.
    pub typed: BTreeMap<Purpose, Vec<String>>,
    /// Keys of a sequence that is not complete.
    pub pending: Vec<Key>,
    /// The count before a command.
    pub count: Option<usize>,
    /// The view when the line began to be typed: cancelling brings it back.
    pub before_line: Option<Snapshot>,
    /// What the filter lets through.
    pub shown: Shown,
    /// The shown events by lane.
    pub lanes: Lanes,
    /// What the range adds up to, once it is worked out.
    pub measures: Option<Measures>,
    /// The statistics, once they are worked out.
    pub sums: Option<Box<Sums>>,
    /// The newest question of each kind.
    pub(super) tickets: [Ticket; KINDS],
    /// The event that the cursor is to be on when what is shown is known.
    pub(super) goal: Option<EventIdx>,
    /// Whether to say what is odd of the filter when what it shows is known.
    pub(super) say: bool,
    /// The chronology that is to be shown when it is known what of it: what is shown stays until then.
    pub(super) coming: Option<Loaded>,
    /// Questions that are to be answered elsewhere.
    pub(super) asked: Vec<Work>,
    /// The newest version of the store, if it is not shown for its errors.
    pub refused: Option<Refused>,
    /// What is done with a version that has become worse.
    pub(super) trust: Trust,
    /// Whether the store is being read.
    pub(super) reading: Reading,
    /// The place that is remembered, until all of the store has been read.
    pub(super) recalled: Option<Place>,
    /// What is picked of events that are not there.
    pub(super) absent: Absent,
    /// The view to begin with, whose time waits for the store.
    pub(super) opening: Option<Box<SavedView>>,
}

impl State {
    /// Returns the explorer on `data`, everything fitted.
    pub fn new(data: Loaded, settings: Arc<Settings>, today: CivilDate, size: Size) -> Self {
        let lanes_by = LanesBy::from_name(&settings.lanes).unwrap_or_default();
        let detail = settings.detail;
        let viewport = Viewport::fit(Window::new(Instant(0), Instant(0)));
        let everything = data.catalog.all();
        let mut state = Self {
            lanes: Lanes::new(&data.catalog, &everything, lanes_by),
            shown: Shown::new(&data.catalog, Matched { surely: everything.clone(), possibly: everything }),
            measures: None,
            sums: None,
            tickets: [Ticket::default(); KINDS],
            goal: None,
            say: false,
            coming: None,
            asked: Vec::new(),
            refused: None,
            trust: Trust::default(),
            reading: if data.loading == Loading::Complete { Reading::No } else { Reading::Now },
            recalled: None,
            absent: Absent::default(),
            opening: None,
            data,
            today,
            size,
            filter: Filter::default(),
            view: View {
                viewport,
                other_viewport: viewport,
                gaps: Gaps::Shown,
                cursor: None,
                lanes_by,
                lane: 0,
                lane_top: 0,
                list_top: 0,
                detail_top: 0,
                detail,
                layout: Layout::Auto,
                focus: Pane::Timeline,
            },
            selection: Selection::default(),
            search: Search::default(),
            line: None,
            panels: Vec::new(),
            notice: None,
            history: History::default(),
            jumps: Jumps::default(),
            along: None,
            tour_when_read: false,
            tour: None,
            mouse: if settings.mouse == MouseChoice::Taken { Mouse::On } else { Mouse::Off },
            before_drag: None,
            drag: None,
            settings,
            recent: Vec::new(),
            typed: BTreeMap::new(),
            pending: Vec::new(),
            count: None,
            before_line: None,
        };
        state.take_data(state.data.clone());
        state
    }

    /// Returns the viewport that fits every dated event of the store.
    pub fn whole(&self) -> Viewport {
        Viewport::fit(self.data.catalog.extent().unwrap_or_else(|| {
            let today = Instant::at_start_of(self.today);
            Window::new(Instant::at_start_of(self.today.plus_months(-12)), today)
        }))
    }

    /// Returns what undo would bring back.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot {
            filter: self.filter.clone(),
            viewport: self.view.viewport,
            gaps: self.view.gaps,
            cursor: self.view.cursor,
            lanes_by: self.view.lanes_by,
            detail: self.view.detail,
            layout: self.view.layout,
            selection: self.selection.clone(),
        }
    }

    /// Brings back what was shown.
    pub fn restore(&mut self, snapshot: Snapshot) {
        self.filter = snapshot.filter;
        self.view.viewport = snapshot.viewport;
        self.view.gaps = snapshot.gaps;
        self.goal = snapshot.cursor;
        self.view.lanes_by = snapshot.lanes_by;
        self.view.detail = snapshot.detail;
        self.view.layout = snapshot.layout;
        self.selection = snapshot.selection;
        self.refresh();
    }

    /// Returns where the panes are.
    pub fn panes(&self) -> Panes {
        let beside = if self.view.detail == Detail::Shown { Beside::Detail } else { Beside::Nothing };
        let size = Size { height: self.size.height - self.tour_rows(), ..self.size };
        panes(size, &PaneChoice { beside, layout: self.view.layout, focus: self.view.focus })
    }

    /// Returns the timeline as it is drawn.
    pub fn scene(&self) -> Scene {
        let lanes = self.panes().lanes;
        let view = layout::View {
            viewport: self.view.viewport,
            gaps: self.view.gaps,
            lane_top: self.view.lane_top,
            cursor: self.view.cursor,
            range: self.selection.range.map(|it| it.window()),
            marked: Some(&self.selection.marked),
        };
        layout::scene(&self.data.catalog, &self.lanes, &view, Size::new(lanes.width, lanes.height))
    }

    /// Returns the scale that the timeline is drawn with: what turns a column into a time asks it.
    pub fn scale(&self) -> Scale {
        self.lanes.scale(&self.data.catalog, self.view.viewport, self.view.gaps, self.plot_columns())
    }

    /// Returns the columns that the timeline's events have.
    pub fn plot_columns(&self) -> u16 {
        let width = self.panes().lanes.width;
        width.saturating_sub(layout::gutter(&self.lanes, width)).max(1)
    }

    /// Returns the context in which the next key is read.
    pub fn context(&self) -> Context {
        match (&self.line, self.panels.last(), &self.selection.range) {
            (Some(_), ..) => Context::Prompt,
            (None, Some(panel), _) => panel.context(),
            (None, None, Some(_)) => Context::Range,
            (None, None, None) => Context::Explorer,
        }
    }

    /// Returns what is broken in this state, if anything is. Tests ask after every message.
    pub fn check(&self) -> Result<(), String> {
        let n_events = self.data.catalog.len();
        let stray = |it: Option<EventIdx>| it.is_some_and(|it| it.0 as usize >= n_events);
        if stray(self.view.cursor) || stray(self.shown.possibly.last()) || stray(self.selection.marked.last()) {
            return Err("an event that the catalog does not have".to_owned());
        }
        if self.view.cursor.is_some_and(|it| !self.shown.possibly.contains(it)) {
            return Err("the cursor is on an event that is hidden".to_owned());
        }
        if self.view.cursor.is_none() && !self.shown.possibly.is_empty() {
            return Err("events are shown and the cursor is on none".to_owned());
        }
        if !self.shown.surely.iter().all(|it| self.shown.possibly.contains(it)) {
            return Err("an event is surely shown and not possibly".to_owned());
        }
        if self.view.viewport.window.first > self.view.viewport.window.last {
            return Err("the viewport ends before it starts".to_owned());
        }
        Ok(())
    }
}
