//! What changes the filter, the lanes and what is searched for.

use std::sync::Arc;

use crate::{
    app::{
        answers::{Then, Topic},
        find::{Direction, Filter},
        look::{Absent, Selection},
        msg::{Effect, Notice},
        shelf::View,
        state::State,
        update::refresh::{ask_of, refresh, search},
    },
    catalog::IdSet,
    keys::Action,
    layout::{Gaps, LanesBy, Layout, Pane},
    query::Query,
};

/// Takes `query` as the filter, and says what is odd about it.
pub(super) fn filter(state: &mut State, query: Query, out: &mut Vec<Effect>) {
    state.find.filter.set_query(query);
    state.find.untold = true;
    refresh(state, out);
}

/// Adds `query` to the filter, and says what is odd about it.
pub(super) fn narrow(state: &mut State, query: Query, out: &mut Vec<Effect>) {
    let query = state.find.filter.query().clone().and(query);
    filter(state, query, out);
}

pub(super) fn filter_these_parties(state: &mut State, out: &mut Vec<Effect>) {
    let catalog = &state.shelf.data.catalog;
    let Some(cursor) = state.look.cursor else { return };
    let ids: Vec<String> = catalog.parties_of(cursor).map(|it| catalog.party(it).id.clone()).collect();
    if ids.is_empty() {
        state.notice = Some(Notice::warning("this event names no party"));
        return;
    }
    let term = Query::of_parties(ids);
    if state.find.filter.chips().contains(&term.text) {
        state.notice = Some(Notice::info("they are filtered by already"));
        return;
    }
    narrow(state, term, out);
}

/// Removes the chip that the count names, or else the last.
pub(super) fn remove_chip(state: &mut State, count: Option<usize>, out: &mut Vec<Effect>) {
    let chips = state.find.filter.chips().len();
    let Some(last) = chips.checked_sub(1) else {
        state.notice = Some(Notice::warning("there is no filter").offer(Action::Filter, "sets one"));
        return;
    };
    state.find.filter.remove(count.map_or(last, |it| it.saturating_sub(1)).min(last));
    refresh(state, out);
}

/// Asks for the day before or after the date as of which events are shown on which more came out.
pub(super) fn step_disclosure(state: &mut State, direction: Direction, out: &mut Vec<Effect>) {
    let (shelf, filter) = (&state.shelf, state.find.filter.clone());
    // What is still to come out is not in the catalog that is looked at.
    let all = Arc::clone(shelf.everything());
    let marked = state.look.selection.marked_in(&shelf.data.catalog, &all, &shelf.absent);
    ask_of(state, all, Topic::Disclose { filter, marked, direction }, out);
}

/// Makes lanes of `lanes_by`; the lane picks were of the old lanes.
pub(in crate::app) fn set_lanes_by(state: &mut State, lanes_by: LanesBy, out: &mut Vec<Effect>) {
    if lanes_by != state.find.lanes_by {
        state.find.lanes_by = lanes_by;
        state.look.selection.lanes.clear();
        state.look.lane = usize::MAX;
        refresh(state, out);
    }
}

/// Shows the view called `name`; says so if there is none.
pub(super) fn show_view(state: &mut State, name: &str, out: &mut Vec<Effect>) {
    let saved = state.settings.views.iter().find(|it| it.name == name).cloned();
    let Some(Ok(view)) = saved.map(View::read) else {
        state.notice = Some(Notice::warning(format!("there is no view `{name}`")));
        return;
    };
    state.find.filter = Filter::new(view.selected.clone());
    state.find.untold = true;
    refresh(state, out);
    if let Some(lanes_by) = view.lanes_by {
        set_lanes_by(state, lanes_by, out);
    }
    let (look, events) = state.looking();
    match view.viewport(events) {
        Some(viewport) => {
            look.set_viewport(viewport);
            look.settle(events);
        }
        // Without a stretch of its own, a view is of all that it shows.
        None => look.fit_all(events),
    }
    state.notice = Some(Notice::info(format!("view {name}: {}", view.saved.words())));
}

/// Searches for the first party of the cursor's event, or else for its category.
pub(super) fn search_this(state: &mut State, out: &mut Vec<Effect>) {
    let catalog = &state.shelf.data.catalog;
    let Some(event) = state.look.cursor.map(|it| catalog.event(it)) else { return };
    let party = event.parties.first().and_then(|it| catalog.party_idx(&it.party));
    let party = party.map(|it| Query::of_parties([catalog.party(it).id.clone()]).text);
    if let Some(words) = party.or_else(|| event.category.clone()) {
        search(state, &words, Then::Say, out);
    }
}

/// Forgets what was typed and picked, and shows everything, as for one who has never been here.
pub(super) fn start_afresh(state: &mut State, out: &mut Vec<Effect>) {
    let State { shelf, look, find, typing, settings, .. } = state;
    typing.typed.clear();
    typing.recent.clear();
    shelf.recalled = None;
    shelf.absent = Absent::default();
    find.filter = Filter::default();
    find.lanes_by = LanesBy::from_name(&settings.lanes).unwrap_or_default();
    look.selection = Selection::default();
    look.selection.marked = Arc::new(IdSet::new(shelf.data.catalog.len()));
    look.detail = settings.detail;
    look.layout = Layout::Auto;
    look.gaps = Gaps::default();
    look.focus = Pane::Timeline;
    look.viewport = shelf.whole();
    refresh(state, out);
}
