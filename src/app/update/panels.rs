//! What keys do in the top panel.

use crate::{
    app::{
        command::Command,
        msg::Effect,
        panel::{Accepted, Panel},
        refresh::{preview, restore},
        state::State,
    },
    keys::Action,
};

/// Does `action` in the top panel, and returns what is asked of the explorer for it.
pub(super) fn act_on_panel(state: &mut State, action: Action, n: isize, out: &mut Vec<Effect>) -> Option<Command> {
    let page = (state.size.height as isize / 2).max(1);
    let (panels, behind) = state.panels();
    let overlay = panels.last_mut()?.overlay_mut();
    match action {
        Action::Back | Action::Cancel => close_panel(state, out),
        Action::Quit => out.push(Effect::Quit),
        Action::Edit => return overlay.edit(behind),
        Action::Accept | Action::Pick => {
            let accepted = overlay.accept(behind);
            return accept(state, accepted);
        }
        Action::Down | Action::HistoryNext => overlay.step(n, behind),
        Action::Up | Action::HistoryPrevious => overlay.step(-n, behind),
        Action::PageDown | Action::HalfPageDown => overlay.step(page, behind),
        Action::PageUp | Action::HalfPageUp => overlay.step(-page, behind),
        Action::First => overlay.step(-isize::MAX, behind),
        Action::Last => overlay.step(isize::MAX, behind),
        Action::TogglePick | Action::NextPane | Action::Complete => overlay.turn(1, behind),
        Action::PreviousPane => overlay.turn(-1, behind),
        Action::ExcludePick => overlay.exclude(behind),
        Action::NextInLane => overlay.step_right(1, behind),
        Action::PreviousInLane => overlay.step_right(-1, behind),
        Action::Tour => {
            close_panel(state, out);
            return Some(Command::Do(Action::Tour, None));
        }
        _ => return None,
    }
    preview(state, out);
    None
}

fn accept(state: &mut State, accepted: Accepted) -> Option<Command> {
    match accepted {
        Accepted::Close(command) => {
            state.panels.pop();
            command
        }
        Accepted::Stay(command) => command,
        Accepted::Refuse(notice) => {
            state.notice = Some(notice);
            None
        }
    }
}

/// Closes the top panel without taking anything from it.
fn close_panel(state: &mut State, out: &mut Vec<Effect>) {
    state.panels.pop();
    if let Some(before) = state.typing.before.take() {
        restore(state, before, out);
    }
}

/// Changes the text of the top panel, if it has one.
pub(super) fn edit_panel(state: &mut State, edit: impl FnOnce(&mut tui_input::Input) -> bool, out: &mut Vec<Effect>) {
    let (panels, behind) = state.panels();
    let Some(overlay) = panels.last_mut().map(Panel::overlay_mut) else { return };
    if overlay.input().is_some_and(edit) {
        overlay.typed(behind);
        preview(state, out);
    }
}
