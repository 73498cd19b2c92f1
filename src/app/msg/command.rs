//! Everything that can be asked of the explorer, with its data: keys, clicks on what is offered, panels, views and the line mode ask it.

use std::path::PathBuf;

use crate::{
    app::look::Scope,
    catalog::EventIdx,
    chronology::When,
    formats::{Format, Overwrite},
    keys::Action,
    layout::LanesBy,
    query::Query,
};

/// Something that is asked of the explorer.
#[derive(Clone, Debug)]
pub enum Command {
    /// Does an action, so many times.
    Do(Action, Option<usize>),
    /// Does an action that was called by its name, which is remembered.
    Call(Action),
    /// Does an action that waits for a letter.
    DoAt(Action, char),
    /// Shows only what a query finds.
    Filter(Query),
    /// Shows only what a query finds of what is shown.
    Narrow(Query),
    /// Drops the filter's chip of this number, from 0.
    DropChip(usize),
    /// Shows what was public by a date, or everything.
    AsOf(Option<When>),
    /// Goes to the first event that holds these words, at the cursor or after it.
    Search(String),
    /// Goes to the event nearest to a date.
    GoToDate(When),
    /// Goes to an event.
    GoTo(EventIdx),
    /// Takes a range of time.
    Range(When),
    /// Makes lanes of this.
    LanesBy(LanesBy),
    /// Shows the view saved under a name.
    View(String),
    /// Opens a text of the store at a byte: those of the version whose problems are listed.
    EditAt(usize, usize),
    /// Writes events to a file.
    Export {
        /// Which.
        scope: Scope,
        /// How.
        format: &'static Format,
        /// Where to.
        path: PathBuf,
        /// What to do with a file that is there.
        overwrite: Overwrite,
    },
}
