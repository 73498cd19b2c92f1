//! What keys do in the top panel.

use tui_input::Input;

use crate::{
    app::{
        msg::{Command, Effect},
        panel::{Accepted, Behind, Overlay},
        state::State,
        update::refresh::{preview, restore},
    },
    keys::Action,
};

/// Changes the top panel, which is not among the others meanwhile, and returns what came of it; nothing where there is none.
fn on_top<T>(state: &mut State, change: impl FnOnce(&mut dyn Overlay, Behind) -> T) -> Option<T> {
    let mut panel = state.panels.pop()?;
    let changed = change(panel.overlay_mut(), state.behind());
    state.panels.push(panel);
    Some(changed)
}

/// Does `action` in the top panel, and returns what is asked of the explorer for it.
pub(super) fn act_on_panel(state: &mut State, action: Action, n: isize, out: &mut Vec<Effect>) -> Option<Command> {
    let page = (state.size.height as isize / 2).max(1);
    match action {
        Action::Back | Action::Cancel => close_panel(state, out),
        Action::Quit => out.push(Effect::Quit),
        Action::Edit => return on_top(state, |it, behind| it.edit(behind))?,
        Action::Accept | Action::Pick => return accept(state),
        Action::Tour => {
            close_panel(state, out);
            return Some(Command::Do(Action::Tour, None));
        }
        _ => on_top(state, |it, behind| match action {
            Action::Down | Action::HistoryNext => it.step(n, behind),
            Action::Up | Action::HistoryPrevious => it.step(-n, behind),
            Action::PageDown | Action::HalfPageDown => it.step(page, behind),
            Action::PageUp | Action::HalfPageUp => it.step(-page, behind),
            Action::First => it.step(-isize::MAX, behind),
            Action::Last => it.step(isize::MAX, behind),
            Action::TogglePick | Action::NextPane | Action::Complete => it.turn(1, behind),
            Action::PreviousPane => it.turn(-1, behind),
            Action::ExcludePick => it.exclude(behind),
            Action::NextInLane => it.step_right(1, behind),
            Action::PreviousInLane => it.step_right(-1, behind),
            _ => {}
        })?,
    }
    preview(state, out);
    None
}

fn accept(state: &mut State) -> Option<Command> {
    match on_top(state, |it, behind| it.accept(behind))? {
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
pub(super) fn edit_panel(state: &mut State, edit: impl FnOnce(&mut Input) -> bool, out: &mut Vec<Effect>) {
    let is_edited = on_top(state, |it, behind| {
        let is_edited = it.input().is_some_and(edit);
        if is_edited {
            it.typed(behind);
        }
        is_edited
    });
    if is_edited == Some(true) {
        preview(state, out);
    }
}
