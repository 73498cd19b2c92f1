//! What keys do in a panel, and what a panel knows of the explorer behind it.

use tui_input::Input;

use crate::{
    app::{
        answers::{Answers, Topic},
        find::{Events, Find},
        look::Look,
        msg::{Command, Notice},
        shelf::Shelf,
        typing::Typing,
    },
    catalog::Catalog,
    keys::Context,
    query::Query,
    settings::Settings,
};

/// The explorer behind a panel.
#[derive(Clone, Copy)]
pub struct Behind<'a> {
    /// What is read.
    pub shelf: &'a Shelf,
    /// Where the reader looks.
    pub look: &'a Look,
    /// What is shown.
    pub find: &'a Find,
    /// What was typed.
    pub typing: &'a Typing,
    /// What was worked out.
    pub answers: &'a Answers,
    /// Colours, glyphs and keys.
    pub settings: &'a Settings,
}

impl<'a> Behind<'a> {
    /// Returns the events that the reader looks at.
    pub fn events(self) -> Events<'a> {
        self.shelf.events(self.find)
    }
}

/// What comes of the key that takes what a panel says.
pub(in crate::app) enum Accepted {
    /// The panel closes, and this is done.
    Close(Option<Command>),
    /// The panel stays, and this is done.
    Stay(Option<Command>),
    /// The panel stays, for this reason.
    Refuse(Notice),
}

/// What keys do in a panel. A panel is a menu unless it says otherwise.
pub(in crate::app) trait Overlay {
    /// Returns the row that is on, to move it, and how many rows there are; nothing where there are no rows to go through.
    fn list(&mut self, behind: Behind) -> Option<(&mut usize, usize)>;

    /// Returns what is done with what the panel says.
    fn accept(&mut self, behind: Behind) -> Accepted;

    /// Takes another chronology in the place of `before`: no number of an event or a party means the same in both.
    /// Returns whether there is still something to be about.
    fn renew(&mut self, _before: &Catalog, _behind: Behind) -> bool {
        true
    }

    /// Returns the context in which its keys are read.
    fn context(&self) -> Context {
        Context::Menu
    }

    /// Goes down by `rows`, stopping at the ends.
    fn step(&mut self, rows: isize, behind: Behind) {
        if let Some((at, len)) = self.list(behind) {
            *at = at.saturating_add_signed(rows).min(len.saturating_sub(1));
        }
    }

    /// Goes to the right by `steps`.
    fn step_right(&mut self, _steps: isize, _behind: Behind) {}

    /// Goes to the next page or field, or to the one before.
    fn turn(&mut self, _step: isize, _behind: Behind) {}

    /// Returns what opens the store where the row that is on stands in it.
    fn edit(&self, _behind: Behind) -> Option<Command> {
        None
    }

    /// Excludes the row that is on.
    fn exclude(&mut self, _behind: Behind) {}

    /// Returns the text that is typed here.
    fn input(&mut self) -> Option<&mut Input> {
        None
    }

    /// Takes in that the text has changed.
    fn typed(&mut self, behind: Behind) {
        if let Some((at, _)) = self.list(behind) {
            *at = 0;
        }
    }

    /// Returns the filter's query that is shown while the panel is open, where it has one.
    fn preview(&self, _behind: Behind) -> Option<Query> {
        None
    }

    /// Returns what is to be worked out for the panel, once.
    fn question(&mut self, _behind: Behind) -> Option<Topic> {
        None
    }
}

/// Returns the number, among `len` in a circle, that is `steps` after the number `at`.
pub(super) fn turned(at: usize, steps: isize, len: usize) -> usize {
    (at as isize + steps).rem_euclid(len.max(1) as isize) as usize
}
