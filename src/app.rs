//! The explorer without a terminal: what is on, what a key does to it, and what is to be done outside.
//!
//! [`update`] takes the [`State`] and a [`Msg`] and returns [`Effect`]s. It reads no clock, no file and no terminal, so that any
//! sequence of keys can be run in a test. Drawing reads the state; effects come back as messages.
//!
//! The state is cut into slices, one file each. A slice's methods touch that slice; what needs several is in `moves`, `zoom`,
//! `scope` and `update`.

mod act;
mod ask;
mod copy;
mod data;
mod dialog;
mod filter;
mod help;
mod history;
mod line;
mod links;
mod menu;
mod moves;
mod msg;
mod notice;
mod outcome;
mod panel;
mod picker;
mod prompt;
mod scope;
mod scopes;
mod search;
mod select;
mod shown;
mod state;
mod update;
mod view;
mod work;
mod zoom;

pub use data::{Data, Loading, Progress};
pub use dialog::{Asking, Dialog, Field};
pub use filter::{Chip, Filter};
pub use help::{HelpRow, help_rows};
pub use history::{History, Snapshot};
pub use line::{Line, Purpose};
pub use links::Lead;
pub use menu::Menu;
pub use msg::{Effect, Msg, Outcome};
pub use notice::{Level, Notice};
pub use panel::{LinkRow, Panel};
pub use picker::{PartyRow, Pick, Picker};
pub use scope::Scope;
pub use search::Search;
pub use select::{Range, Selection};
pub use shown::Shown;
pub use state::State;
pub use update::update;
pub use view::View;
pub use work::{Answer, Ask, Found, KINDS, Measures, Then, Ticket, Work};
