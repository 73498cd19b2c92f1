//! What a run of the explorer begins with, and the thread that reads its stores.

use std::{sync::mpsc::Sender, thread};

use crate::{app::Msg, chronology::CivilDate, settings::Settings, store::Input};

use super::load::{Faults, load};

/// Everything that a run of the explorer begins with.
pub struct Session {
    /// The stores to show, overlaid.
    pub inputs: Vec<Input>,
    /// What to call them while they have no title.
    pub name: String,
    /// The filter to begin with; it has been found to parse.
    pub query: Option<String>,
    /// The date as of which to show them.
    pub as_of: Option<String>,
    /// Colours, glyphs and keys.
    pub settings: Settings,
    /// Today.
    pub today: CivilDate,
    /// The reader's editor, as `$VISUAL` or `$EDITOR` has it.
    pub editor: Option<String>,
    /// Whether the terminal is on another machine, where a browser would open for nobody.
    pub remote: Remote,
}

/// Whether the terminal is on another machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remote {
    /// The reader sits at this machine.
    No,
    /// The reader has come over SSH.
    Yes,
}

/// Reads the stores in a thread of their own: the picture is there before the events are.
pub(super) fn start_loading(session: &Session, sender: &Sender<Msg>) {
    let (inputs, name, today, sender) = (session.inputs.clone(), session.name.clone(), session.today, sender.clone());
    thread::spawn(move || {
        let msg = match load(&inputs, &name, today, Faults::All) {
            Ok(data) => Msg::Loaded(Box::new(data)),
            Err(fault) => Msg::Failed(fault.to_string()),
        };
        // Where nobody receives, the explorer has been left.
        let _ = sender.send(msg);
    });
}
