//! Everything that is on, in slices, and the questions that drawing asks of it.

use std::{ops::Deref, sync::Arc};

use crate::{
    catalog::EventIdx,
    chronology::CivilDate,
    diag::Diagnostic,
    keys::Context,
    layout::{LanesBy, Scale, Scene, Size},
    settings::{Settings, Switch},
    store::Loaded,
};

use super::{
    answers::Answers,
    find::{Events, Find},
    look::{Look, Snapshot},
    msg::{Begin, Notice},
    panel::{Behind, Panel},
    pointer::{Mouse, Pointer},
    shelf::{Memory, Shelf},
    tour::Tour,
    typing::Typing,
};

/// Faults that are looked through for those of one event.
const LOOKED_AT: usize = 5000;

/// Everything that is on, in slices.
#[derive(Clone, Debug)]
pub struct State {
    /// What is read.
    pub shelf: Shelf,
    /// Where the reader looks.
    pub look: Look,
    /// What is hidden, looked for and shown.
    pub find: Find,
    /// What is being typed.
    pub typing: Typing,
    /// What was worked out.
    pub answers: Answers,
    /// What the mouse is doing.
    pub pointer: Pointer,
    /// What lies over the explorer, the top one last.
    pub panels: Vec<Panel>,
    /// What was just done.
    pub notice: Option<Notice>,
    /// Where the reader is in the tour, while it is on.
    pub tour: Option<Tour>,
    /// Colours, glyphs and keys.
    pub settings: Arc<Settings>,
    /// Today, to go to and to draw.
    pub today: CivilDate,
    /// The terminal's size.
    pub size: Size,
    /// What the run begins with when the store is read.
    pub(super) begin: Begin,
    /// Exports that are being written.
    pub(super) n_writing: usize,
    /// Whether the explorer is left as soon as they are written.
    pub(super) is_leaving: bool,
}

/// The explorer: its [`State`] can be read by everybody, and only [`update`](super::update()) changes it.
#[derive(Clone, Debug)]
pub struct Explorer(pub(super) State);

impl Deref for Explorer {
    type Target = State;

    fn deref(&self) -> &State {
        &self.0
    }
}

#[cfg(test)]
impl Explorer {
    /// Returns the state, to be changed as no message would.
    pub(crate) fn state_mut(&mut self) -> &mut State {
        &mut self.0
    }
}

impl State {
    /// Returns the explorer before it looks at `data`.
    pub(super) fn new(data: Loaded, settings: Arc<Settings>, today: CivilDate, size: Size) -> Self {
        let lanes_by = LanesBy::from_name(&settings.lanes).unwrap_or_default();
        let mouse = if settings.mouse == Switch::On { Mouse::On } else { Mouse::Off };
        Self {
            find: Find::everything(&data.catalog, lanes_by),
            look: Look::new(size, settings.detail),
            shelf: Shelf::new(data, today),
            typing: Typing::default(),
            answers: Answers::default(),
            pointer: Pointer::new(mouse),
            panels: Vec::new(),
            notice: None,
            tour: None,
            settings,
            today,
            size,
            begin: Begin::Explorer,
            n_writing: 0,
            is_leaving: false,
        }
    }

    /// Returns the events that the reader looks at.
    pub fn events(&self) -> Events<'_> {
        self.shelf.events(&self.find)
    }

    /// Returns what lies behind the panels.
    pub fn behind(&self) -> Behind<'_> {
        let Self { shelf, look, find, typing, answers, settings, .. } = self;
        Behind { shelf, look, find, typing, answers, settings }
    }

    /// Returns where the reader looks, to be moved, and the events.
    pub(super) fn looking(&mut self) -> (&mut Look, Events<'_>) {
        (&mut self.look, self.shelf.events(&self.find))
    }

    /// Returns the timeline as it is drawn.
    pub fn scene(&self) -> Scene {
        self.look.scene(self.events())
    }

    /// Returns the scale that the timeline is drawn with.
    pub fn scale(&self) -> Scale {
        self.look.scale(self.events())
    }

    /// Returns what undo would bring back.
    pub fn snapshot(&self) -> Snapshot {
        self.look.snapshot(&self.find)
    }

    /// Returns what to remember of this state; nothing while the store has not been read to its end.
    pub fn memory(&self) -> Option<Memory> {
        let Self { shelf, look, find, typing, .. } = self;
        Memory::of((&shelf.data, shelf.whole(), &shelf.absent), look, find, typing)
    }

    /// Returns the context in which the next key is read.
    pub fn context(&self) -> Context {
        match (&self.typing.line, self.panels.last(), &self.look.selection.range) {
            (Some(_), ..) => Context::Prompt,
            (None, Some(panel), _) => panel.overlay().context(),
            (None, None, Some(_)) => Context::Range,
            (None, None, None) => Context::Explorer,
        }
    }

    /// Returns the rows that the tour has at the bottom of the screen.
    pub fn tour_rows(&self) -> u16 {
        self.tour.as_ref().map_or(0, |_| Tour::rows(self.size))
    }

    /// Gives the panes the room that the tour leaves.
    pub(super) fn fit_panes(&mut self) {
        self.look.room = Size { height: self.size.height - self.tour_rows(), ..self.size };
        let (look, events) = self.looking();
        look.settle(events);
    }

    /// Goes on with the tour when its step is done.
    pub(super) fn follow_tour(&mut self) {
        let Some(tour) = self.tour.take() else { return };
        match tour.follow(&self.panels, self.behind()) {
            Ok(tour) => self.tour = Some(tour),
            Err(end) => {
                self.notice = Some(end);
                self.fit_panes();
            }
        }
    }

    /// Returns what is wrong in the text of an event, as far as a screen can show it.
    pub fn problems_of(&self, event: EventIdx) -> Vec<&Diagnostic> {
        let data = &self.shelf.data;
        // A store with more faults than that has one that concerns it all.
        data.diagnostics.iter().take(LOOKED_AT).filter(data.stands_in(event)).collect()
    }

    /// Returns what is broken in this state, if anything is. Tests ask after every message, and so does the line mode where it is debugged.
    pub fn check(&self) -> Result<(), String> {
        let n_events = self.shelf.data.catalog.len();
        let stray = |it: Option<EventIdx>| it.is_some_and(|it| it.0 as usize >= n_events);
        let (look, shown) = (&self.look, &self.find.shown);
        let hits = self.find.search.hits.last().copied();
        let bookmarks = look.selection.bookmarks.values().max().copied();
        let picked = [look.cursor, shown.possibly.last(), look.selection.marked.last(), bookmarks, hits];
        if picked.into_iter().any(stray) {
            return Err("an event that the catalog does not have".to_owned());
        }
        if look.cursor.is_some_and(|it| !shown.possibly.contains(it)) {
            return Err("the cursor is on an event that is hidden".to_owned());
        }
        if look.cursor.is_none() && !shown.possibly.is_empty() {
            return Err("events are shown and the cursor is on none".to_owned());
        }
        if !shown.surely.iter().all(|it| shown.possibly.contains(it)) {
            return Err("an event is surely shown and not possibly".to_owned());
        }
        if look.viewport.window.first > look.viewport.window.last {
            return Err("the viewport ends before it starts".to_owned());
        }
        Ok(())
    }
}
