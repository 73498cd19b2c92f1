//! What the explorer asks back, answered from the command: a line to be typed, a dialog to be filled in, a menu to choose from.

use std::path::Path;

use tui_input::Input;

use crate::{
    app::{Asking, Msg, Panel, Purpose},
    diag::{Diagnostic, Span},
    formats::Overwrite,
    keys::Action,
    layout::LanesBy,
};

use super::{
    change::Focus,
    command::Given,
    dialogue::{Answer, Dialogue},
    links,
    outside::Outside,
};

/// Pop-ups that are closed after a command, at the most: none opens another for ever.
const CLOSED: usize = 8;

impl Dialogue {
    /// Types a line where the explorer asks for one, and takes it.
    pub(super) fn ask(
        &mut self,
        purpose: Purpose,
        given: Given,
        outside: &mut dyn Outside,
    ) -> Result<Answer, Diagnostic> {
        let action = match purpose {
            Purpose::Search => Action::Search,
            Purpose::Filter => Action::Filter,
            Purpose::GoToDate => Action::GoToDate,
            Purpose::TypeRange => Action::TypeRange,
            Purpose::AsKnownOn => Action::AsKnownOn,
        };
        self.tell(Msg::Do(action, None), outside);
        if let Some(line) = &mut self.state.line {
            // The line begins as what is on now.
            line.set("");
        }
        self.tell(Msg::Paste(given.text.to_owned()), outside);
        self.tell(Msg::Do(Action::Accept, None), outside);
        let Some(line) = self.state.line.take() else { return Ok(Answer::Done(action)) };
        // A mistake leaves the line open: cancelling it brings back what was shown.
        let fault = line.fault.clone();
        self.state.line = Some(line);
        self.tell(Msg::Do(Action::Cancel, None), outside);
        let mut fault = fault.unwrap_or_else(|| given.mistake("bad-line", "this cannot be read"));
        fault.span = fault.span.map(|it| Span { start: it.start + given.at, end: it.end + given.at, ..it });
        Err(fault)
    }

    /// Writes what the export dialog would, to `path`.
    pub(super) fn export(&mut self, path: &Path, overwrite: Overwrite, outside: &mut dyn Outside) {
        self.tell(Msg::Do(Action::Export, None), outside);
        let Some(Panel::Export(dialog)) = self.state.panels.last_mut() else { return };
        dialog.path = Input::new(path.display().to_string());
        dialog.follow_path(&self.state.data.catalog);
        if overwrite == Overwrite::Replace {
            dialog.asking = Asking::Replace;
        }
        self.tell(Msg::Do(Action::Accept, None), outside);
    }

    /// Chooses what lanes are by.
    pub(super) fn lanes_by(&mut self, by: LanesBy, outside: &mut dyn Outside) {
        self.tell(Msg::Do(Action::LanesBy, None), outside);
        if let Some(Panel::LanesBy(menu)) = self.state.panels.last_mut() {
            menu.at = LanesBy::ALL.iter().position(|it| *it == by).unwrap_or(menu.at);
            self.tell(Msg::Do(Action::Accept, None), outside);
        }
    }

    /// Chooses among the links that the explorer asks about; tells them where none is chosen.
    pub(super) fn follow(&mut self, link: Option<usize>, outside: &mut dyn Outside) -> Answer {
        let Some(Panel::Links { rows, menu, .. }) = self.state.panels.last_mut() else {
            return Answer::Done(Action::FollowLink);
        };
        match (link.and_then(|it| it.checked_sub(1)), rows.len()) {
            (Some(at), n) if at < n => {
                menu.at = at;
                self.tell(Msg::Do(Action::Accept, None), outside);
                Answer::Done(Action::FollowLink)
            }
            _ => {
                let cursor = self.state.view.cursor;
                let lines = cursor.map(|it| links::links(&self.state, it, self.manner)).unwrap_or_default();
                Answer::Told(lines, Focus::ToSay)
            }
        }
    }

    /// Closes what an action has opened over the explorer: all of it has been said, or has no words.
    pub(super) fn close_panels(&mut self, outside: &mut dyn Outside) {
        if self.state.line.is_some() {
            self.tell(Msg::Do(Action::Cancel, None), outside);
        }
        for _ in 0..CLOSED {
            if self.state.panels.is_empty() {
                return;
            }
            self.tell(Msg::Do(Action::Back, None), outside);
        }
    }
}
