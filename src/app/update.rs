//! From a message to the next state.

mod act;
mod panels;
mod prompt;
mod refresh;

use tui_input::Input;

use crate::{
    chronology::CivilDate,
    formats::{Overwrite, count},
    keys::{Action, Code, Context, Key, Resolved},
    layout::Size,
    settings::Settings,
    store::{Loaded, Loading},
};

use super::{
    find::{Filter, chip_cells},
    hints::hints,
    msg::{Begin, Command, Effect, Level, Msg, Notice, Opening, Outcome},
    panel::Panel,
    pointer::{Button, Gesture, NOTCH, Touch},
    shelf::{Change, Hidden, Memory, Verdict, View, paths},
    state::{Explorer, State},
    typing::{type_key, type_text},
};

use self::{
    act::{act, begin_tour, set_lanes_by},
    panels::{act_on_panel, edit_panel},
    refresh::{ask_for_panels, measure, refresh, take_answer, take_data},
};

pub use self::prompt::read_command;

impl Explorer {
    /// Returns the explorer on `data`, everything fitted, and what is to be done outside for it.
    pub fn new(
        data: Loaded,
        settings: impl Into<std::sync::Arc<Settings>>,
        today: CivilDate,
        size: Size,
    ) -> (Self, Vec<Effect>) {
        let mut state = State::new(data.clone(), settings.into(), today, size);
        let mut out = Vec::new();
        take_data(&mut state, data, &mut out);
        (Self(state), out)
    }
}

/// Takes the next message, and returns what is to be done outside.
pub fn update(explorer: &mut Explorer, msg: Msg) -> Vec<Effect> {
    let state = &mut explorer.0;
    let mut out = Vec::new();
    let range = state.look.selection.range;
    let lanes = state.look.selection.lanes.clone();
    if matches!(msg, Msg::Key(_) | Msg::Command(_) | Msg::Mouse(_)) {
        // Who has begun to look about is not taken to the place that is remembered.
        state.shelf.recalled = None;
    }
    take(state, msg, &mut out);
    if state.look.selection.range != range || state.look.selection.lanes != lanes {
        measure(state, &mut out);
    }
    state.follow_tour();
    ask_for_panels(state, &mut out);
    wait_for_exports(state, &mut out);
    out
}

fn take(state: &mut State, msg: Msg, out: &mut Vec<Effect>) {
    match msg {
        Msg::Begin(opening) => begin(state, *opening, out),
        Msg::Key(key) => press(state, key, out),
        Msg::Command(command) => {
            state.notice = None;
            obey(state, command, out);
        }
        Msg::Paste(text) => edit(state, |it| type_text(it, &text), out),
        Msg::Mouse(gesture) => touch(state, gesture, out),
        Msg::Resize(size) => {
            state.size = size;
            state.fit_panes();
        }
        Msg::Loaded(data) => loaded(state, *data, out),
        Msg::Progress(progress) => state.shelf.take_progress(progress),
        Msg::Checked(faults) => state.shelf.take_faults(faults),
        Msg::Answered(answer) => take_answer(state, *answer, out),
        Msg::Failed { why, at } => {
            out.extend(state.shelf.end_reading().then_some(Effect::Load));
            if let Some(notice) = state.shelf.not_read(why, at) {
                state.notice = Some(notice);
            }
        }
        Msg::FileChanged => out.extend(state.shelf.read_again().then_some(Effect::Load)),
        Msg::Unwatched(why) => {
            let notice = Notice::warning(format!("{why}; changes of the store go unnoticed"));
            state.notice = Some(notice.offer(Action::Reload, "reads it again"));
        }
        Msg::Ended => out.push(Effect::Remember),
        Msg::Done(outcome) => done(state, outcome, out),
    }
}

/// Brings back what is remembered of the stores, and lays over it what is asked for.
fn begin(state: &mut State, opening: Opening, out: &mut Vec<Effect>) {
    let Opening { selected, view, memory, focus, begin, notice } = opening;
    let is_asked = selected.is_some() || view.is_some();
    if let Some(memory) = memory {
        let memory = if is_asked { Memory { place: None, filter: Hidden::default(), ..memory } } else { memory };
        let State { shelf, look, find, typing, .. } = state;
        (shelf.recalled, shelf.absent) = memory.recall(look, find, typing);
    }
    if let Some(selected) = selected {
        state.find.filter = Filter::new(selected);
    }
    state.look.focus = focus.unwrap_or(state.look.focus);
    state.begin = begin;
    if let Some(Ok(view)) = view.map(View::read) {
        if let Some(lanes_by) = view.lanes_by {
            set_lanes_by(state, lanes_by, out);
        }
        state.shelf.opening = Some(Box::new(view));
    }
    refresh(state, out);
    state.notice = notice.or(state.notice.take());
}

fn press(state: &mut State, key: Key, out: &mut Vec<Effect>) {
    state.notice = None;
    let context = state.context();
    let key = match context {
        Context::Explorer | Context::Range => match state.typing.count_on(key) {
            Some(key) => key,
            None => return,
        },
        Context::Prompt | Context::Picker | Context::Help | Context::Menu => key,
    };
    state.typing.pending.push(key);
    let resolved = state.settings.keymap.resolve(context, &state.typing.pending);
    // The keys so far stay: the pop-up of what may come next is drawn from them.
    if matches!(resolved, Resolved::More(_) | Resolved::Letter(_)) {
        return;
    }
    let keys = std::mem::take(&mut state.typing.pending);
    let count = state.typing.count.take();
    match resolved {
        Resolved::Action(action) => obey(state, Command::Do(action, count), out),
        Resolved::ActionAt(action, letter) => obey(state, Command::DoAt(action, letter), out),
        Resolved::Text => edit(state, |it| type_key(it, key), out),
        Resolved::Nothing if key.code != Code::Esc => {
            let keys: Vec<String> = keys.iter().map(|it| it.label()).collect();
            let notice = Notice::info(format!("{} does nothing here", keys.join(" ")));
            state.notice = Some(notice.offer(Action::Help, "lists the keys"));
        }
        Resolved::Nothing | Resolved::More(_) | Resolved::Letter(_) => {}
    }
}

/// Does what is asked for wherever the keys are, and keeps what was shown before for undo.
fn obey(state: &mut State, command: Command, out: &mut Vec<Effect>) {
    let n_panels = state.panels.len();
    let command = match command {
        Command::Do(action, _) if state.typing.line.is_some() => prompt::act(state, action, out),
        Command::Do(action, count) if 0 < n_panels => act_on_panel(state, action, count.unwrap_or(1) as isize, out),
        command => Some(command),
    };
    // What a line or the party picker shows at once is undone with what it becomes.
    let is_open = state.typing.line.is_some() || !state.panels.is_empty();
    let before = if is_open { None } else { state.typing.before.take() };
    state.look.leaving = Some(before.unwrap_or_else(|| state.snapshot()));
    let is_history = matches!(
        command,
        Some(Command::Do(Action::Undo | Action::Redo, _) | Command::Call(Action::Undo | Action::Redo))
    );
    if let Some(command) = command {
        act(state, command, out);
    }
    let before = state.look.leaving.take();
    if !is_history && state.typing.line.is_none() {
        state.look.keep(before, &state.find);
    }
}

/// Changes the text that is typed: of a line, or of the top panel.
fn edit(state: &mut State, edit: impl FnOnce(&mut Input) -> bool, out: &mut Vec<Effect>) {
    if state.typing.line.is_some() {
        return prompt::edit(state, edit, out);
    }
    edit_panel(state, edit, out);
}

fn touch(state: &mut State, gesture: Gesture, out: &mut Vec<Effect>) {
    if let Touch::Release(_) = gesture.touch {
        let before = state.pointer.release();
        return state.look.keep(before, &state.find);
    }
    if state.typing.line.is_some() {
        return;
    }
    if !state.panels.is_empty() {
        let (action, n) = match gesture.touch {
            Touch::Wheel(_, rows) if rows < 0 => (Action::Up, NOTCH),
            Touch::Wheel(_, rows) if 0 < rows => (Action::Down, NOTCH),
            Touch::Press(Button::Right, _) => (Action::Back, 1),
            _ => return,
        };
        return obey(state, Command::Do(action, Some(n as usize)), out);
    }
    state.notice = None;
    if let Some(command) = pressed(state, gesture) {
        return obey(state, command, out);
    }
    // A drag is one step to undo, however far it goes: what was there before it is kept as it begins.
    let before = if let Touch::Drag(_) = gesture.touch { None } else { Some(state.snapshot()) };
    let State { shelf, look, find, pointer, .. } = state;
    pointer.touch(gesture, look, shelf.events(find));
    match gesture.touch {
        Touch::Press(..) if pointer.drags() => pointer.before = before,
        _ => look.keep(before, find),
    }
}

/// Returns what is asked for by a click on the last row, or on the row of filters.
fn pressed(state: &State, gesture: Gesture) -> Option<Command> {
    let (Touch::Press(Button::Left, _), Gesture { x, y, .. }) = (gesture.touch, gesture) else { return None };
    let panes = state.look.panes();
    if panes.status.contains(x, y) {
        let at = x.saturating_sub(panes.status.x + 1);
        let hints = hints(state, panes.status.width.saturating_sub(2));
        return hints.into_iter().find(|it| it.cells.contains(&at)).map(|it| Command::Do(it.action, None));
    }
    if !panes.chips.contains(x, y) {
        return None;
    }
    let mut end = panes.chips.x + 1;
    let chip = state.find.filter.chips().iter().position(|it| {
        let start = end;
        end = start + chip_cells(it) + 1;
        (start..end - 1).contains(&x)
    });
    chip.map(Command::DropChip)
}

/// Takes a store that was read, to its end or so far.
fn loaded(state: &mut State, data: Loaded, out: &mut Vec<Effect>) {
    if data.loading == Loading::Complete {
        out.push(Effect::Watch(paths(&data.files)));
        out.extend(state.shelf.end_reading().then_some(Effect::Load));
    }
    match state.shelf.judge(data) {
        Verdict::Drop => {}
        Verdict::Refuse(notice) => state.notice = Some(notice),
        Verdict::Take(data, change) => {
            take_data(state, data, out);
            match change {
                None => {}
                Some(Change::First(faults)) => {
                    state.notice = faults.or(state.notice.take());
                    if std::mem::take(&mut state.begin) == Begin::Tour {
                        begin_tour(state);
                    }
                }
                // One change may be read twice, by the editor's end and by who watches the store: it is told once.
                Some(Change::None) if state.notice.as_ref().is_some_and(|it| it.level != Level::UnderWay) => {}
                Some(Change::None) => state.notice = Some(Notice::info("the store is unchanged")),
                Some(Change::Some(notice)) => state.notice = Some(notice),
            }
        }
    }
}

/// Tells how an effect ended.
fn done(state: &mut State, outcome: Outcome, out: &mut Vec<Effect>) {
    if matches!(outcome, Outcome::Exported { .. } | Outcome::Exists(_) | Outcome::NotExported(_)) {
        state.n_writing = state.n_writing.saturating_sub(1);
    }
    let dialog = match state.panels.last_mut() {
        Some(Panel::ExportDialog(it)) => Some(it),
        _ => None,
    };
    match outcome {
        Outcome::Exported { path, events, losses } => {
            if dialog.is_some() {
                state.panels.pop();
            }
            let lost = match losses.first() {
                None => String::new(),
                Some(one) if losses.len() == 1 => format!("; not carried: {one}"),
                Some(one) => format!("; not carried: {one}, and {} more", losses.len() - 1),
            };
            let events = count(events, "event");
            state.notice = Some(Notice::info(format!("wrote {events} to {}{lost}", path.display())));
            if state.n_writing == 0 && state.is_leaving {
                out.push(Effect::Quit);
            }
        }
        Outcome::Exists(_) => {
            state.is_leaving = false;
            if let Some(it) = dialog {
                it.overwrite = Overwrite::Replace;
            }
        }
        Outcome::Said(notice) | Outcome::Failed(notice) => state.notice = Some(notice),
        Outcome::NotExported(notice) => {
            state.is_leaving = false;
            if let Some(it) = dialog {
                it.fault = Some(notice.words.clone());
            }
            state.notice = Some(notice);
        }
    }
}

/// Puts leaving off until every export is written: nothing half written is left behind.
fn wait_for_exports(state: &mut State, out: &mut Vec<Effect>) {
    if state.n_writing == 0 || !out.iter().any(|it| matches!(it, Effect::Quit)) {
        return;
    }
    out.retain(|it| !matches!(it, Effect::Quit));
    state.is_leaving = true;
    state.notice = Some(Notice::info("an export is still being written: leaving as soon as it is"));
}
