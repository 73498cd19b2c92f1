//! What follows from the filter, the marks and the kind of lanes: asked for, and taken when it is known.

use std::sync::Arc;

use crate::{
    app::{
        answers::{Answer, Disclosure, Found, Looked, Then, Topic},
        find::{Direction, Search, Shown},
        look::{Jump, Snapshot},
        msg::{Effect, Notice},
        state::State,
    },
    catalog::{Catalog, EventIdx},
    chronology::When,
    diag::Diagnostic,
    keys::Action,
    layout::Lanes,
    query::{self, Query},
    store::{Loaded, Loading},
};

/// Shows another chronology, or the same one read again or read further: the event under the cursor stays, if it is still there.
///
/// Of a large one, what was shown stays until it is known what the filter lets through.
pub(super) fn take_data(state: &mut State, data: Loaded, out: &mut Vec<Effect>) {
    state.shelf.coming = Some(data);
    refresh(state, out);
}

/// Makes what follows from the filter, the marks and the kind of lanes anew, and brings the cursor to what is shown.
///
/// The chronology as of another day is another chronology: it is taken as one that was read again.
pub(super) fn refresh(state: &mut State, out: &mut Vec<Effect>) {
    state.shelf.turn_to(state.find.filter.day());
    let (selection, shelf) = (&state.look.selection, &state.shelf);
    let (catalog, marked) = match &shelf.coming {
        Some(data) => {
            let marked = selection.marked_in(&shelf.data.catalog, &data.catalog, &shelf.absent);
            (Arc::clone(&data.catalog), marked)
        }
        None => (Arc::clone(&shelf.data.catalog), Arc::clone(&selection.marked)),
    };
    let (filter, needle) = (state.find.filter.clone(), state.find.search.needle.clone());
    ask_of(state, catalog, Topic::Show { filter, marked, lanes_by: state.find.lanes_by, needle }, out);
}

/// Brings back what was shown.
pub(super) fn restore(state: &mut State, snapshot: Snapshot, out: &mut Vec<Effect>) {
    let (look, find) = (&mut state.look, &mut state.find);
    find.filter = snapshot.filter;
    find.lanes_by = snapshot.lanes_by;
    look.viewport = snapshot.viewport;
    look.gaps = snapshot.gaps;
    look.goal = snapshot.cursor;
    state.shelf.sought = snapshot.cursor_id;
    look.detail = snapshot.detail;
    look.layout = snapshot.layout;
    // Bookmarks set since then are seen nowhere on the screen: nobody means to lose them.
    let bookmarks = std::mem::take(&mut look.selection.bookmarks);
    look.selection = snapshot.selection;
    look.selection.bookmarks.extend(bookmarks);
    refresh(state, out);
}

/// Looks for `needle` in what is shown.
pub(super) fn search(state: &mut State, needle: &str, then: Then, out: &mut Vec<Effect>) {
    let within = state.find.within(needle, state.shelf.data.catalog.len());
    state.find.search.begin(needle);
    ask(state, Topic::Find { needle: needle.to_owned(), within, then }, out);
}

/// Measures the range, if one is on.
pub(super) fn measure(state: &mut State, out: &mut Vec<Effect>) {
    let Some((range, ids)) = state.look.selection.range.zip(state.look.in_range(state.events())) else {
        state.answers.measures = None;
        return;
    };
    ask(state, Topic::Measure { range, ids, surely: state.find.shown.surely.clone() }, out);
}

/// Asks what the panels still want to know.
pub(super) fn ask_for_panels(state: &mut State, out: &mut Vec<Effect>) {
    let mut panels = std::mem::take(&mut state.panels);
    let topics: Vec<Topic> = panels.iter_mut().filter_map(|it| it.overlay_mut().question(state.behind())).collect();
    state.panels = panels;
    topics.into_iter().for_each(|it| ask(state, it, out));
}

/// Shows behind the top panel what it would show.
pub(super) fn preview(state: &mut State, out: &mut Vec<Effect>) {
    if let Some(query) = state.panels.last().and_then(|it| it.overlay().preview(state.behind())) {
        state.find.filter.set_query(query);
        refresh(state, out);
    }
}

/// Asks a question of what is shown.
pub(super) fn ask(state: &mut State, topic: Topic, out: &mut Vec<Effect>) {
    let catalog = Arc::clone(&state.shelf.data.catalog);
    ask_of(state, catalog, topic, out);
}

pub(super) fn ask_of(state: &mut State, catalog: Arc<Catalog>, topic: Topic, out: &mut Vec<Effect>) {
    let question = state.answers.ask(catalog, topic);
    if question.is_quick() {
        take_answer(state, question.run(), out)
    } else {
        out.push(Effect::Ask(Box::new(question)))
    }
}

/// Takes an answer, unless its question has been asked anew.
pub(super) fn take_answer(state: &mut State, answer: Answer, out: &mut Vec<Effect>) {
    match state.answers.take(answer) {
        None => {}
        Some(Found::Shown(found)) => {
            let Looked { known, shown, lanes, search: hits } = *found;
            let before = state.shelf.coming.take().map(|it| swap(state, it, known));
            take_shown(state, shown, lanes, hits, out);
            if let Some(before) = before {
                renew_panels(state, &before, out);
                if state.find.search.is_on() && !state.find.search.is_whole {
                    // The question after what was typed meanwhile was of the catalog before.
                    let needle = state.find.search.needle.clone();
                    search(state, &needle, Then::Say, out);
                }
            }
        }
        Some(Found::Hits(search, then)) => take_hits(state, search, then),
        Some(Found::Measures(measures)) => state.answers.measures = Some(*measures),
        Some(Found::Losses(losses)) => state.answers.losses = Some(losses),
        Some(Found::Sums(sums)) => state.answers.sums = Some(sums),
        Some(Found::Disclosed(direction, disclosure)) => take_disclosure(state, direction, disclosure, out),
    }
}

fn take_shown(state: &mut State, shown: Shown, lanes: Lanes, search: Search, out: &mut Vec<Effect>) {
    let find = &mut state.find;
    find.shown = shown;
    find.lanes = lanes;
    // The text may have been typed on since.
    if search.needle == find.search.needle {
        find.search = search;
    }
    let possibly = &find.shown.possibly;
    let sought = state.shelf.sought.take().and_then(|it| state.shelf.data.catalog.find(&it));
    let goal = state.look.goal.take();
    let wanted = sought.or(goal).or(state.look.cursor);
    let here = wanted.filter(|it| possibly.contains(*it));
    let near = || {
        let at = wanted?;
        possibly.next_after(at).or_else(|| possibly.prev_before(at))
    };
    state.look.cursor = here.or_else(near).or_else(|| possibly.first());
    let (look, events) = state.looking();
    look.settle(events);
    measure(state, out);
    if std::mem::take(&mut state.find.untold) {
        tell_of_filter(state);
    }
}

/// Gives panels that hold events or parties of another catalog those of this one, or closes them.
fn renew_panels(state: &mut State, before: &Catalog, out: &mut Vec<Effect>) {
    let mut panels = std::mem::take(&mut state.panels);
    panels.retain_mut(|it| it.overlay_mut().renew(before, state.behind()));
    state.panels = panels;
    preview(state, out);
}

fn take_hits(state: &mut State, search: Search, then: Then) {
    if search.needle != state.find.search.needle {
        return;
    }
    state.find.search = search;
    match then {
        Then::Lead(from) => {
            if let Some(hit) = state.find.search.from(from) {
                let (look, events) = state.looking();
                look.go_to(hit, events);
            }
        }
        Then::Say => tell_of_hits(state),
    }
}

/// Shows the chronology as of a day on which more came out, with the cursor on what did.
fn take_disclosure(state: &mut State, direction: Direction, disclosure: Option<Disclosure>, out: &mut Vec<Effect>) {
    let Some(Disclosure { at, n_events, first }) = disclosure else {
        state.notice = Some(match direction {
            Direction::Forward => {
                Notice::info("nothing came out later").offer(Action::AsKnownOn, "without a date shows everything")
            }
            Direction::Back => Notice::info("nothing came out earlier"),
        });
        return;
    };
    let before = state.snapshot();
    // Kept before the step and not after it: then events may have other numbers.
    state.look.keep_step(before);
    let day = at.date().to_string();
    if let Ok(date) = When::parse(&day) {
        state.find.filter.set_as_of(Some(date));
        state.shelf.sought = Some(first);
        refresh(state, out);
        let (look, events) = state.looking();
        look.reveal(events);
        let words = format!("{day}: {} came out", crate::formats::count(n_events, "event"));
        let notice = Notice::info(words).offer(Action::NextDisclosure, "goes on");
        state.notice = Some(notice.offer(Action::PreviousDisclosure, "goes back"));
    }
}

/// Says so if nothing holds what is searched for.
pub(super) fn tell_of_hits(state: &mut State) {
    let search = &state.find.search;
    if search.is_whole && search.is_on() && search.hits.is_empty() {
        let query = Query::of_text(&search.needle);
        let told =
            query::told_of(&query, &state.shelf.data.catalog).into_iter().next().filter(|_| search.sought.is_text());
        state.notice = Some(told.map_or_else(|| search.nothing_holds(), |it| odd(&it)));
    }
}

/// Says what is odd about a filter that is right and still shows nothing: names of nothing, words that only sources have.
fn tell_of_filter(state: &mut State) {
    if let Some(unknown) = query::told_of(state.find.filter.query(), &state.shelf.data.catalog).into_iter().next() {
        state.notice = Some(odd(&unknown));
    } else if state.find.shown.is_empty() && !state.shelf.data.catalog.is_empty() {
        state.notice = Some(Notice::nothing_passes());
    }
}

/// Returns what is odd about a query, in one line.
fn odd(it: &Diagnostic) -> Notice {
    let help = it.help.as_ref().map(|it| format!("; {it}")).unwrap_or_default();
    Notice::warning(format!("{}{help}", it.message))
}

/// Puts `data`, of which `known` is what was known on the day that is looked at, in the place of what was shown, and finds there again
/// what the reader had picked; returns the catalog before.
fn swap(state: &mut State, data: Loaded, known: Option<Arc<Catalog>>) -> Arc<Catalog> {
    let State { shelf, look, find, pointer, typing, .. } = state;
    let fitted = look.cursor.is_none() || look.viewport == shelf.whole();
    let day = shelf.data.catalog.day().cloned();
    let before = shelf.put(data, known);
    let catalog = Arc::clone(&shelf.data.catalog);
    // Numbers of events and parties mean nothing in another catalog.
    let again = |it: EventIdx| catalog.find(&before.event(it).id);
    let was = look.goal.or(look.cursor);
    look.cursor = None;
    look.goal = was.and_then(|it| again(it).or_else(|| nearest(it, &before, &catalog)));
    look.jumps.renew(|it| Some(Jump { event: again(it.event)?, ..it }));
    look.selection.renumber(&before, &catalog, &mut shelf.absent);
    look.along = look.along.and_then(|it| catalog.party_idx(&before.party(it).id));
    let selection = &look.selection;
    look.history.renew(|it| Some(it.renumbered(&before, selection)));
    for snapshot in [&mut pointer.before, &mut typing.before, &mut look.leaving] {
        *snapshot = snapshot.take().map(|it| it.renumbered(&before, selection));
    }
    find.search.hits.clear();
    state.answers.forget_events();
    if fitted {
        look.viewport = shelf.whole();
        look.other_viewport = look.viewport;
    }
    if catalog.day() != day.as_ref() {
        state.notice = catalog.away().map(|it| Notice::info(it.words())).or(state.notice.take());
    }
    if state.shelf.data.loading == Loading::Complete {
        recall(state);
    }
    before
}

/// Brings the reader to the view to begin with, or to the place that is remembered.
fn recall(state: &mut State) {
    if let Some(viewport) = state.shelf.opening.take().and_then(|it| it.viewport(state.events())) {
        state.look.viewport = viewport;
    }
    let Some(place) = state.shelf.recalled.take() else { return };
    place.take_to(&state.shelf.data.catalog, &mut state.look);
    if state.find.hides() && state.notice.is_none() {
        let notice = Notice::info("as it was left").offer(Action::ToggleFilters, "shows everything");
        state.notice = Some(notice.offer(Action::ForgetSession, "starts afresh"));
    }
}

/// Returns the event of another catalog that is nearest in time to one that is gone there.
fn nearest(was: EventIdx, before: &Catalog, catalog: &Catalog) -> Option<EventIdx> {
    let last = EventIdx((catalog.len() as u32).checked_sub(1)?);
    let Some(at) = before.stands_at(was) else {
        // One without a date stood among those without, which come last.
        return Some(last.min(was).max(EventIdx(catalog.n_dated() as u32)).min(last));
    };
    let next = catalog.begun_by(at) as u32;
    let around = [next.checked_sub(1).map(EventIdx), Some(EventIdx(next))];
    let distance = |it: &EventIdx| Some(catalog.stands_at(*it)?.since(at).abs());
    let dated = around.into_iter().flatten().filter(|it| it.index() < catalog.n_dated());
    dated.min_by_key(|it| distance(it).unwrap_or(i128::MAX))
}
