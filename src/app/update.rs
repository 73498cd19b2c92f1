//! From a message to the next state.

use std::sync::Arc;

use crate::{
    keys::{Action, Code, Context, Group, Key, Resolved},
    layout::LanesBy,
};

use super::{
    dialog::{Asking, Field},
    help::help_rows,
    line::{type_key, type_text},
    msg::{Effect, Export, Msg},
    notice::Notice,
    page::{Page, StatsView},
    panel::Panel,
    picker::Pick,
    state::State,
};

/// Takes the next message.
pub fn update(state: &mut State, msg: Msg) -> Vec<Effect> {
    let range = state.selection.range;
    let lanes = state.selection.lanes.clone();
    let mut effects = act_on(state, msg);
    if state.selection.range != range || state.selection.lanes != lanes {
        state.measure();
    }
    state.follow_tour();
    state.count_losses();
    effects.extend(state.asked.drain(..).map(|it| Effect::Work(Box::new(it))));
    effects
}

fn act_on(state: &mut State, msg: Msg) -> Vec<Effect> {
    if matches!(msg, Msg::Key(_) | Msg::Do(..) | Msg::DoAt(..) | Msg::GoTo(_) | Msg::Mouse(_)) {
        state.stay();
    }
    match msg {
        Msg::Key(key) => state.key(key),
        Msg::Do(action, count) => {
            state.notice = None;
            state.perform(action, count)
        }
        Msg::DoAt(action, letter) => {
            state.notice = None;
            state.act_with_letter(action, letter);
            Vec::new()
        }
        Msg::GoTo(event) => {
            state.notice = None;
            if state.view.cursor != Some(event) {
                state.go_to_link(event);
            }
            Vec::new()
        }
        Msg::Paste(text) => state.paste(&text),
        Msg::Mouse(gesture) => state.gesture(gesture),
        Msg::Resize(size) => {
            state.size = size;
            state.settle();
            Vec::new()
        }
        Msg::Loaded(data) => state.loaded(*data),
        Msg::Progress(progress) => {
            state.take_progress(progress);
            Vec::new()
        }
        Msg::Checked(faults) => {
            state.take_faults(faults);
            Vec::new()
        }
        Msg::Answered(answer) => {
            state.take_answer(*answer);
            Vec::new()
        }
        Msg::Failed { why, at } => state.not_loaded(why, at),
        Msg::FileChanged => state.read_again(),
        Msg::Unwatched(why) => {
            state.unwatched(&why);
            Vec::new()
        }
        Msg::Ended => vec![Effect::Remember],
        Msg::Done(outcome) => {
            state.done(outcome);
            Vec::new()
        }
    }
}

impl State {
    fn key(&mut self, key: Key) -> Vec<Effect> {
        self.notice = None;
        let context = self.context();
        if let (Some(digit), true) = (self.counted(key), matches!(context, Context::Explorer | Context::Range)) {
            self.count = Some((self.count.unwrap_or(0) * 10 + digit).min(99_999));
            return Vec::new();
        }
        self.pending.push(key);
        match self.settings.keymap.resolve(context, &self.pending) {
            Resolved::Action(action) => {
                self.pending.clear();
                let count = self.count.take();
                self.perform(action, count)
            }
            // The keys so far stay: the pop-up of what may come next is drawn from them.
            Resolved::More(_) | Resolved::Letter(_) => Vec::new(),
            Resolved::ActionAt(action, letter) => {
                self.pending.clear();
                self.count = None;
                self.act_with_letter(action, letter);
                Vec::new()
            }
            Resolved::Text => {
                self.pending.clear();
                self.typed_key(key)
            }
            Resolved::Nothing => {
                let keys: Vec<String> = self.pending.drain(..).map(|it| it.label()).collect();
                self.count = None;
                if key.code != Code::Esc {
                    self.notice = Some(Notice::info(format!("{} does nothing here: ? lists the keys", keys.join(" "))));
                }
                Vec::new()
            }
        }
    }

    /// Returns the digit that `key` adds to the count. A zero begins none: alone it is a key of its own.
    fn counted(&self, key: Key) -> Option<usize> {
        let Code::Char(it) = key.code else { return None };
        let digit = it.to_digit(10)? as usize;
        let counts = self.pending.is_empty() && !key.mods.ctrl && !key.mods.alt && (digit > 0 || self.count.is_some());
        counts.then_some(digit)
    }

    /// Does `action` wherever the keys are, and keeps the way back.
    pub(super) fn perform(&mut self, action: Action, count: Option<usize>) -> Vec<Effect> {
        if self.line.is_some() {
            return self.act_on_line(action);
        }
        if !self.panels.is_empty() {
            return self.act_on_panel(action, count.unwrap_or(1) as isize);
        }
        let before = self.snapshot();
        let effects = self.act(action, count);
        if !matches!(action, Action::Undo | Action::Redo) && self.line.is_none() {
            self.keep(Some(before));
        }
        effects
    }

    pub(super) fn act_on_panel(&mut self, action: Action, n: isize) -> Vec<Effect> {
        let page = (self.size.height as isize / 2).max(1);
        let len = self.panel_len();
        match action {
            Action::Back | Action::Cancel => self.close_panel(),
            Action::Quit => return vec![Effect::Quit],
            Action::Accept | Action::Pick => return self.accept_panel(),
            Action::Down | Action::HistoryNext => self.step_panel(n, len),
            Action::Up | Action::HistoryPrevious => self.step_panel(-n, len),
            Action::PageDown | Action::HalfPageDown => self.step_panel(page, len),
            Action::PageUp | Action::HalfPageUp => self.step_panel(-page, len),
            Action::First => self.step_panel(-(len as isize), len),
            Action::Last => self.step_panel(len as isize, len),
            Action::TogglePick | Action::NextPane | Action::Complete => self.pick(Pick::Include),
            Action::PreviousPane => match self.panels.last_mut() {
                Some(Panel::Export(it)) => it.step_field(-1),
                Some(Panel::Statistics(it)) => it.turn(-1),
                _ => {}
            },
            Action::ExcludePick => self.pick(Pick::Exclude),
            Action::NextInLane => self.step_choice(1),
            Action::PreviousInLane => self.step_choice(-1),
            Action::Edit => return self.edit_problem(),
            _ => {}
        }
        Vec::new()
    }

    /// Returns how many rows the top panel's list has.
    pub fn panel_len(&self) -> usize {
        match self.panels.last() {
            Some(Panel::Help { needle, .. }) => help_rows(&self.settings.keymap, needle.value()).len(),
            Some(Panel::Palette { needle, .. }) => self.palette_rows(needle.value()).len(),
            Some(Panel::Parties(it)) => it.rows.len(),
            Some(Panel::Problems(_)) => self.problems().1.len(),
            Some(Panel::LanesBy(_)) => LanesBy::ALL.len(),
            Some(Panel::Views(_)) => self.views().len(),
            Some(Panel::Links { rows, .. }) => rows.len(),
            Some(Panel::Statistics(it)) => self.figures(it.page).len(),
            Some(Panel::Export(_)) | None => 0,
        }
    }

    fn step_panel(&mut self, rows: isize, len: usize) {
        match self.panels.last_mut() {
            Some(
                Panel::Help { menu, .. }
                | Panel::Palette { menu, .. }
                | Panel::Problems(menu)
                | Panel::LanesBy(menu)
                | Panel::Views(menu)
                | Panel::Statistics(StatsView { menu, .. })
                | Panel::Links { menu, .. },
            ) => menu.step(rows, len),
            Some(Panel::Parties(it)) => {
                it.menu.step(rows, len);
                self.preview_parties();
            }
            Some(Panel::Export(it)) => it.step_field(rows.signum()),
            None => {}
        }
    }

    fn step_choice(&mut self, step: isize) {
        let n_parties = self.sums.as_ref().map_or(0, |it| it.breakdown.together.parties.len());
        match self.panels.last_mut() {
            Some(Panel::Export(it)) => it.step_choice(step, &self.data.catalog),
            Some(Panel::Statistics(it)) if it.page == Page::Together => it.step_column(step, n_parties),
            Some(Panel::Statistics(it)) => it.turn(step),
            _ => {}
        }
    }

    fn pick(&mut self, pick: Pick) {
        match self.panels.last_mut() {
            Some(Panel::Parties(it)) => {
                it.toggle(pick);
                let len = it.rows.len();
                it.menu.step(1, len);
                self.preview_parties();
            }
            Some(Panel::Export(it)) => it.step_field(1),
            Some(Panel::Statistics(it)) => it.turn(1),
            _ => {}
        }
    }

    /// Shows behind the picker what its picks would show.
    fn preview_parties(&mut self) {
        let Some(Panel::Parties(picker)) = self.panels.last() else { return };
        self.filter.set_query(picker.filter(&self.data.catalog));
        self.refresh();
    }

    /// Closes the top panel without taking anything from it.
    fn close_panel(&mut self) {
        if let Some(Panel::Parties(_)) = self.panels.pop() {
            if let Some(before) = self.before_line.take() {
                self.restore(before);
            }
        }
    }

    fn accept_panel(&mut self) -> Vec<Effect> {
        match self.panels.last().cloned() {
            Some(Panel::Export(it)) => return self.export(it.asking),
            Some(Panel::Parties(_)) => {
                self.preview_parties();
                self.panels.pop();
                let before = self.before_line.take();
                self.keep(before);
            }
            Some(Panel::Palette { needle, menu }) => {
                self.panels.pop();
                if let Some(row) = self.palette_rows(needle.value()).get(menu.at) {
                    return self.take_palette_row(row);
                }
            }
            Some(Panel::Help { needle, menu }) => {
                self.panels.pop();
                if let Some(row) =
                    help_rows(&self.settings.keymap, needle.value()).get(menu.at).filter(|it| it.group != Group::Prompt)
                {
                    return self.perform(row.action, None);
                }
            }
            Some(Panel::LanesBy(menu)) => {
                self.panels.pop();
                let before = self.snapshot();
                if let Some(lanes_by) = LanesBy::ALL.get(menu.at) {
                    self.take_lanes_by(*lanes_by);
                }
                self.keep(Some(before));
            }
            Some(Panel::Views(menu)) => self.accept_view(menu.at),
            Some(Panel::Links { rows, menu, .. }) => {
                self.panels.pop();
                if let Some(row) = rows.get(menu.at) {
                    self.go_to_link(row.to);
                }
            }
            Some(Panel::Problems(_)) => return self.edit_problem(),
            Some(Panel::Statistics(view)) => self.take_figure(&view),
            None => {}
        }
        Vec::new()
    }

    /// Opens the store where the fault under the cursor is.
    fn edit_problem(&mut self) -> Vec<Effect> {
        let Some(Panel::Problems(menu)) = self.panels.last() else { return Vec::new() };
        let (files, faults) = self.problems();
        let (files, span) = (Arc::clone(files), faults.get(menu.at).and_then(|it| it.span));
        span.map_or_else(Vec::new, |it| self.edit(&files, it.file, it.start))
    }

    /// Writes what the export dialog says.
    fn export(&mut self, asking: Asking) -> Vec<Effect> {
        let Some(Panel::Export(dialog)) = self.panels.last_mut() else { return Vec::new() };
        let Some(path) = dialog.path() else {
            dialog.fault = Some("type the file to write".to_owned());
            dialog.field = Field::Path;
            return Vec::new();
        };
        let Some(ids) = dialog.ids().cloned() else { return Vec::new() };
        let overwrite = match asking {
            Asking::Nothing => crate::formats::Overwrite::Refuse,
            Asking::Replace => crate::formats::Overwrite::Replace,
        };
        let (catalog, files) = (self.data.catalog.clone(), self.data.files.clone());
        let export = Export { catalog, files, ids, format: dialog.format(), path, overwrite };
        vec![Effect::Export(Box::new(export))]
    }

    /// Takes a key that is text: for a line, a picker, or the export dialog's path.
    fn typed_key(&mut self, key: Key) -> Vec<Effect> {
        if self.line.is_some() {
            self.type_into_line(key);
            return Vec::new();
        }
        let changed = match self.panels.last_mut() {
            Some(Panel::Parties(it)) => type_key(&mut it.input, key),
            Some(Panel::Help { needle, .. }) if needle.value().is_empty() && key == Key::char('t') => {
                self.panels.clear();
                self.begin_tour();
                false
            }
            Some(Panel::Help { needle, .. } | Panel::Palette { needle, .. }) => type_key(needle, key),
            Some(Panel::Export(it)) => type_key(&mut it.path, key),
            _ => false,
        };
        if changed {
            self.panel_text_changed();
        }
        Vec::new()
    }

    fn paste(&mut self, text: &str) -> Vec<Effect> {
        if self.line.is_some() {
            self.paste_into_line(text);
            return Vec::new();
        }
        match self.panels.last_mut() {
            Some(Panel::Parties(it)) => type_text(&mut it.input, text),
            Some(Panel::Help { needle, .. } | Panel::Palette { needle, .. }) => type_text(needle, text),
            Some(Panel::Export(it)) if it.field == Field::Path => type_text(&mut it.path, text),
            _ => return Vec::new(),
        }
        self.panel_text_changed();
        Vec::new()
    }

    fn panel_text_changed(&mut self) {
        match self.panels.last_mut() {
            Some(Panel::Parties(it)) => {
                it.menu.at = 0;
                it.find(&self.data.catalog);
                self.preview_parties();
            }
            Some(Panel::Help { menu, .. } | Panel::Palette { menu, .. }) => menu.at = 0,
            Some(Panel::Export(it)) => it.follow_path(&self.data.catalog),
            _ => {}
        }
    }
}
