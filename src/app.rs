//! The explorer without a terminal: what is on, what a key does to it, and what is to be done outside.
//!
//! [`update()`] takes the [`Explorer`] and a [`Msg`] and returns [`Effect`]s. It reads no clock, no file and no terminal, so that
//! any sequence of keys can be run in a test. Drawing reads the [`State`]; effects come back as messages.
//!
//! The state is cut into slices: `shelf` (what is read), `look` (where the reader looks), `find` (what is hidden, looked for and
//! shown), `typing` (what is typed), `answers` (what was worked out), `pointer` (what the mouse does), and the panels above them.
//! A slice's methods stand with it and are given what else they need. What concerns several slices stands in `update`, in
//! four rooms, each of which calls only those before it: `refresh` (what follows from a change), `prompt` (the line that is typed),
//! `act` (what each [`Command`] does) and `panels` (what keys do in a panel).

mod answers;
mod find;
mod hints;
mod look;
mod msg;
mod panel;
mod pointer;
mod shelf;
mod state;
mod tour;
mod typing;
mod update;

pub use answers::{Answer, Answers, Kind, Measures, Question, Sums};
pub use find::{Events, Filter, Find, Search, Shown, Sought, chip_cells};
pub use hints::{Hint, hints};
pub use look::{Grip, Jump, Lead, LinkRow, Look, Range, Scope, Selection, Snapshot, Trail};
pub use msg::{Begin, Command, Effect, Export, Level, Msg, Notice, Offer, Opening, Outcome};
pub use panel::*;
pub use pointer::{Button, Gesture, Mouse, Pointer, Touch};
pub use shelf::{Hidden, MEMORY_FORMAT, Memory, Refused, RememberedView, Shelf, check_views};
pub use state::{Explorer, State};
pub use tour::Tour;
pub use typing::{Line, Purpose, Typing};
pub use update::{read_command, update};
