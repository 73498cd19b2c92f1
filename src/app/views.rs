//! Views saved under a name: checked, chosen from and shown.

use crate::{
    diag::{Diagnostic, Span},
    layout::{LanesBy, Viewport},
    query::{Query, Selected},
    settings::{SavedView, Written},
};

use super::{filter::Filter, menu::Menu, notice::Notice, panel::Panel, prompt::read_date, state::State};

/// Returns the views that can be shown, and what is wrong with the queries and dates of the others.
pub fn check_views(views: Vec<SavedView>) -> (Vec<SavedView>, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let mut good = Vec::new();
    for view in views {
        let found = faults_of(&view);
        if found.is_empty() {
            good.push(SavedView { as_of: view.as_of.map(as_edtf), zoom: view.zoom.map(as_edtf), ..view });
        }
        faults.extend(found);
    }
    (good, faults)
}

/// Returns a date as the store would write it: the command line takes no other.
fn as_edtf(date: Written) -> Written {
    let read = read_date(&date.text).ok().flatten();
    Written { text: read.map_or(String::new(), |it| it.as_str().to_owned()), ..date }
}

fn faults_of(view: &SavedView) -> Vec<Diagnostic> {
    let placed = |written: &Written, fault: Diagnostic| {
        let span = fault.span.unwrap_or(Span::new(0, 0, written.text.len()));
        fault.at(written.place(span.start..span.end))
    };
    let queries = view.query.iter().flat_map(|it| Query::parse(&it.text).1.into_iter().map(|fault| placed(it, fault)));
    let dates = view.as_of.iter().chain(&view.zoom).filter_map(|it| {
        let fault = read_date(&it.text).err()?;
        let fault = fault.unwrap_or_else(|| Diagnostic::error("bad-date", format!("`{}` is no date", it.text)));
        Some(placed(it, fault))
    });
    queries.chain(dates).collect()
}

fn lanes_of(view: &SavedView) -> Option<LanesBy> {
    view.lanes.as_deref().and_then(LanesBy::from_name)
}

impl State {
    /// Returns the views that there are.
    pub fn views(&self) -> &[SavedView] {
        &self.settings.views
    }

    /// Shows the view called `name`, which undo takes back; says so if there is none.
    pub fn apply_view(&mut self, name: &str) {
        let Some(view) = self.views().iter().find(|it| it.name == name).cloned() else {
            self.notice = Some(Notice::warning(format!("there is no view `{name}`")));
            return;
        };
        let before = self.snapshot();
        // Queries and dates have been found to be such.
        let (query, _) = Query::parse(view.query.as_ref().map_or("", |it| &it.text));
        let as_of = view.as_of.as_ref().and_then(|it| read_date(&it.text).ok().flatten());
        self.filter = Filter::new(Selected { query, as_of });
        self.say = true;
        self.refresh();
        if let Some(lanes_by) = lanes_of(&view) {
            self.take_lanes_by(lanes_by);
        }
        match self.viewport_of(&view) {
            Some(viewport) => {
                self.set_viewport(viewport);
                self.settle();
            }
            // Without a stretch of its own, a view is of all that it shows.
            None => self.fit_all(),
        }
        self.keep(Some(before));
        self.notice = Some(Notice::info(format!("view {name}: {}", view.words())));
    }

    /// Begins with a view: its lanes now, its time when the store has been read. Its filter is for the caller to set.
    pub fn open_with(&mut self, view: SavedView) {
        if let Some(lanes_by) = lanes_of(&view) {
            self.take_lanes_by(lanes_by);
        }
        self.opening = Some(Box::new(view));
    }

    /// Returns the time that a view has on the screen.
    pub(super) fn viewport_of(&self, view: &SavedView) -> Option<Viewport> {
        let when = read_date(&view.zoom.as_ref()?.text).ok().flatten()?;
        Some(Viewport::fit(self.closed(when.bounds().window())))
    }

    /// Opens the list of views.
    pub(super) fn open_views(&mut self) {
        if self.views().is_empty() {
            self.notice = Some(Notice::info("no view is saved: [views] in config.toml names them"));
            return;
        }
        self.panels.push(Panel::Views(Menu::default()));
    }

    /// Closes the list of views and shows the one number `at`.
    pub(super) fn accept_view(&mut self, at: usize) {
        self.panels.pop();
        if let Some(name) = self.views().get(at).map(|it| it.name.clone()) {
            self.apply_view(&name);
        }
    }
}
