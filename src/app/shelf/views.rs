//! Views saved under a name, read.

use crate::{
    app::{find::Events, typing::read_date},
    chronology::When,
    diag::{Diagnostic, Span},
    layout::{LanesBy, Viewport},
    query::{LANGUAGE, Query, Selected, renewed},
    settings::{SavedView, Written},
};

/// A view saved under a name.
#[derive(Clone, Debug)]
pub(in crate::app) struct View {
    /// As it was saved, but for its dates: they are as the store would write them, for the command line takes no others.
    pub(in crate::app) saved: SavedView,
    /// What it shows, and as of which date.
    pub(in crate::app) selected: Selected,
    /// What its lanes are by.
    pub(in crate::app) lanes_by: Option<LanesBy>,
    /// The time that is on the screen.
    zoom: Option<When>,
}

/// Returns the views that can be shown, and what is wrong with the queries and dates of the others.
pub fn check_views(views: Vec<SavedView>) -> (Vec<SavedView>, Vec<Diagnostic>) {
    let (mut good, mut faults) = (Vec::new(), Vec::new());
    for view in views {
        let (view, told) = renew(view);
        faults.extend(told);
        match View::read(view) {
            Ok(view) => good.push(view.saved),
            Err(found) => faults.extend(found),
        }
    }
    (good, faults)
}

/// Returns a view with its query as today's language has it, and what is to be told where that is spelled otherwise.
fn renew(mut view: SavedView) -> (SavedView, Option<Diagnostic>) {
    let is_old = view.language.unwrap_or(1) < LANGUAGE;
    view.language = Some(LANGUAGE);
    let Some(query) = view.query.as_mut().filter(|_| is_old) else { return (view, None) };
    let today = renewed(&query.text);
    if today == query.text {
        return (view, None);
    }
    let message = format!("this view is read as it was meant when operators were words to look for: `{today}`");
    let help = format!("write it so, or write `language = {LANGUAGE}` under [views] if they are operators");
    let told = Diagnostic::warning("old-view", message).at(query.span).help(help);
    query.text = today;
    (view, Some(told))
}

impl View {
    /// Returns what a view means, or what is wrong with its query and its dates.
    pub(in crate::app) fn read(saved: SavedView) -> Result<Self, Vec<Diagnostic>> {
        let placed = |written: &Written, fault: Diagnostic| {
            let span = fault.span.unwrap_or(Span::new(0, 0, written.text.len()));
            fault.at(written.place(span.start..span.end))
        };
        let (query, mut faults) = Query::parse(saved.query.as_ref().map_or("", |it| &it.text));
        if let Some(written) = &saved.query {
            faults = faults.into_iter().map(|it| placed(written, it)).collect();
        }
        let mut date = |written: Option<Written>| {
            let written = written?;
            let read = read_date(&written.text).map_err(|fault| {
                let no_date = || Diagnostic::error("bad-date", format!("`{}` is no date", written.text));
                faults.push(placed(&written, fault.unwrap_or_else(no_date)));
            });
            let when = read.ok().flatten();
            Some((Written { text: when.as_ref().map_or("", When::as_str).to_owned(), ..written }, when))
        };
        let (as_of, known) = date(saved.as_of).unzip();
        let (zoom, time) = date(saved.zoom).unzip();
        if !faults.is_empty() {
            return Err(faults);
        }
        let lanes_by = saved.lanes.as_deref().and_then(LanesBy::from_name);
        let selected = Selected { query, as_of: known.flatten() };
        Ok(Self { saved: SavedView { as_of, zoom, ..saved }, selected, lanes_by, zoom: time.flatten() })
    }

    /// Returns the stretch of time that it has on the screen, if it says.
    pub(in crate::app) fn viewport(&self, events: Events) -> Option<Viewport> {
        Some(Viewport::fit(events.closed(self.zoom.as_ref()?.bounds().window())))
    }
}
