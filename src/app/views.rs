//! Views saved under a name: checked, chosen from and shown.

use crate::{
    diag::{Diagnostic, Span},
    layout::{LanesBy, Viewport},
    query::Query,
    settings::{SavedView, Written},
};

use super::{find::Events, typing::read_date};

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

/// Returns what makes the lanes of a view, if it says.
pub(super) fn lanes_of(view: &SavedView) -> Option<LanesBy> {
    view.lanes.as_deref().and_then(LanesBy::from_name)
}

/// Returns the time that a view has on the screen, if it says.
pub(super) fn viewport_of(view: &SavedView, events: Events) -> Option<Viewport> {
    let when = read_date(&view.zoom.as_ref()?.text).ok().flatten()?;
    Some(Viewport::fit(events.closed(when.bounds().window())))
}
