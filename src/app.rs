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
mod dialog;
mod disclosed;
mod disclosures;
mod figures;
mod filter;
mod gesture;
mod guide;
mod help;
mod hints;
mod history;
mod jumping;
mod jumps;
mod kin;
mod line;
mod links;
mod memory;
mod menu;
mod mouse;
mod moves;
mod msg;
mod notice;
mod outcome;
mod outside;
mod page;
mod palette;
mod panel;
mod picker;
mod prompt;
mod range;
mod recollect;
mod reload;
mod scope;
mod scopes;
mod search;
mod select;
mod shown;
mod state;
mod tour;
mod update;
mod version;
mod view;
mod views;
mod way;
mod work;
mod zoom;

pub use dialog::{Asking, Dialog, Field};
pub use disclosed::Disclosed;
pub use filter::{Chip, Filter};
pub use gesture::{Button, Gesture, Mouse, Touch};
pub use help::{HelpRow, help_rows};
pub use hints::{Hint, hints};
pub use history::{History, Snapshot};
pub use jumps::{Jump, Jumps};
pub use line::{Line, Purpose};
pub use links::Lead;
pub use memory::{Hidden, MEMORY_FORMAT, Memory, Place, Said};
pub use menu::Menu;
pub use msg::{Effect, Export, Msg, Outcome};
pub use notice::{Level, Notice};
pub use page::{Aim, Figure, Page, StatsView};
pub use palette::PaletteRow;
pub use panel::{LinkRow, Listed, Panel};
pub use picker::{PartyRow, Pick, Picker};
pub use scope::Scope;
pub use search::Search;
pub use select::{Grip, Range, Selection};
pub use shown::Shown;
pub use state::State;
pub use tour::Tour;
pub use update::update;
pub use version::Refused;
pub use view::View;
pub use views::check_views;
pub use way::Way;
pub use work::{Answer, Ask, Found, KINDS, Measures, Sums, Then, Ticket, Work};
