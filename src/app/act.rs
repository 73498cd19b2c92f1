//! What each command does.

use std::sync::Arc;

use crate::{
    catalog::IdSet,
    chronology::{Instant, When},
    keys::Action,
    layout::{LanesBy, Layout, Pane, Unit},
    settings::{Detail, SavedView},
};

use super::{
    answers::{Then, Topic, begin_disclosure},
    command::Command,
    copy,
    direction::Direction,
    find::{Filter, Search, both, quoted},
    look::{Absent, Problem, Selection},
    msg::{self, Effect},
    notice::Notice,
    open,
    panel::{Bookmarks, Export, Help, LanesMenu, Links, Palette, Parties, Problems, Statistics, Views},
    pointer::Mouse,
    prompt,
    refresh::{ask, refresh, restore, search, sum},
    shelf::Next,
    state::State,
    tour::Tour,
    typing::{Purpose, read_date},
    views::{lanes_of, viewport_of},
};

/// Does what is asked for in the explorer.
pub(super) fn act(state: &mut State, command: Command, out: &mut Vec<Effect>) {
    match command {
        Command::Do(action, count) => act_on(state, action, count, out),
        Command::Call(action) => {
            state.typing.keep_action(action);
            act_on(state, action, None, out);
        }
        Command::DoAt(action, letter) => act_at(state, action, letter),
        Command::Filter(query) => filter(state, &query.text, out),
        Command::Narrow(query) => {
            let text = both(state.find.filter.text(), &query.text);
            filter(state, &text, out);
        }
        Command::DropChip(chip) => {
            state.find.filter.remove(chip);
            refresh(state, out);
        }
        Command::AsOf(date) => {
            if state.find.filter.set_as_of(date.as_ref().map(When::as_str)).is_ok() {
                state.find.untold = true;
                refresh(state, out);
            }
        }
        Command::Search(needle) => {
            let from = state.look.cursor;
            search(state, &needle, Then::Lead(from), out);
            super::refresh::tell_of_hits(state);
        }
        Command::GoToDate(when) => {
            let (look, events) = state.looking();
            look.go_to_instant(when.bounds().anchor(), events);
        }
        Command::GoTo(event) => {
            if state.look.cursor != Some(event) {
                let (look, events) = state.looking();
                state.notice = look.follow_link(event, events);
            }
        }
        Command::Range(when) => {
            let (look, events) = state.looking();
            look.set_range(events.closed(when.bounds().window()), events);
            look.fit_selection(events);
        }
        Command::LanesBy(lanes_by) => set_lanes_by(state, lanes_by, out),
        Command::View(name) => show_view(state, &name, out),
        Command::EditAt(file, offset) => {
            let (files, _) = state.shelf.problems();
            let effect = open::edit(files, file, offset);
            emit(state, effect, out);
        }
        Command::Export { scope, format, path, overwrite } => {
            let scopes = state.look.scopes(state.events(), &state.find);
            let Some((_, ids)) = scopes.into_iter().find(|it| it.0 == scope) else { return };
            let catalog = Arc::clone(&state.shelf.data.catalog);
            state.writing.n_files += 1;
            out.push(Effect::Export(Box::new(msg::Export { catalog, ids, format, path, overwrite })));
        }
    }
}

/// Does `action`, `count` times where that makes sense.
fn act_on(state: &mut State, action: Action, count: Option<usize>, out: &mut Vec<Effect>) {
    let n = count.unwrap_or(1).min(100_000) as isize;
    let times = n.unsigned_abs();
    let (look, events) = state.looking();
    match action {
        Action::NextEvent => look.step(n, events),
        Action::PreviousEvent => look.step(-n, events),
        Action::NextInLane => look.step_in_lane(n, events),
        Action::PreviousInLane => look.step_in_lane(-n, events),
        Action::Down => look.step_down(n, events),
        Action::Up => look.step_down(-n, events),
        Action::PageDown => look.page_down(2 * n, events),
        Action::PageUp => look.page_down(-2 * n, events),
        Action::HalfPageDown => look.page_down(n, events),
        Action::HalfPageUp => look.page_down(-n, events),
        Action::First => look.go_to_end(Direction::Back, events),
        Action::Last => look.go_to_end(Direction::Forward, events),
        Action::Today => {
            let today = Instant::at_start_of(state.today);
            let (look, events) = state.looking();
            look.go_to_instant(today, events);
        }
        Action::PanLeft => look.pan_ticks(-(n as i64), events),
        Action::PanRight => look.pan_ticks(n as i64, events),
        Action::PanScreenLeft => look.pan_screens(-(n as i64), events),
        Action::PanScreenRight => look.pan_screens(n as i64, events),
        Action::NextGap => look.go_to_gap(Direction::Forward, events),
        Action::PreviousGap => look.go_to_gap(Direction::Back, events),
        Action::BackInJumps => state.notice = look.follow_jump(Direction::Back, events),
        Action::ForwardInJumps => state.notice = look.follow_jump(Direction::Forward, events),
        Action::FollowLink => follow_link(state),
        Action::NextOfParty => state.notice = look.step_along_party(Direction::Forward, times, events),
        Action::PreviousOfParty => state.notice = look.step_along_party(Direction::Back, times, events),
        Action::NextLinked => state.notice = Some(look.step_along_links(Direction::Forward, times, events)),
        Action::PreviousLinked => state.notice = Some(look.step_along_links(Direction::Back, times, events)),
        Action::NextProblem => step_along_problems(state, Direction::Forward, times),
        Action::PreviousProblem => step_along_problems(state, Direction::Back, times),
        Action::ZoomIn => look.zoom(n, events),
        Action::ZoomOut => look.zoom(-n, events),
        Action::FitAll => look.fit_all(events),
        Action::FitSelection => look.fit_selection(events),
        Action::Centre => look.centre(events),
        Action::ZoomToHour => look.zoom_to(Unit::Hour, events),
        Action::ZoomToDay => look.zoom_to(Unit::Day, events),
        Action::ZoomToWeek => look.zoom_to(Unit::Week, events),
        Action::ZoomToMonth => look.zoom_to(Unit::Month, events),
        Action::ZoomToQuarter => look.zoom_to(Unit::Quarter, events),
        Action::ZoomToYear => look.zoom_to(Unit::Year, events),
        Action::ZoomToDecade => look.zoom_to(Unit::Decade, events),
        Action::ZoomToCentury => look.zoom_to(Unit::Century, events),
        Action::SwapZoom => look.swap_zoom(events),
        Action::FoldGaps => state.notice = Some(look.fold_gaps(events)),
        Action::GoToDate => prompt::open(state, Purpose::GoToDate),
        Action::Search => prompt::open(state, Purpose::Search),
        Action::Filter => prompt::open(state, Purpose::Filter),
        Action::AsKnownOn => prompt::open(state, Purpose::AsKnownOn),
        Action::TypeRange => prompt::open(state, Purpose::TypeRange),
        Action::SearchNext => go_to_hit(state, Direction::Forward),
        Action::SearchPrevious => go_to_hit(state, Direction::Back),
        Action::SearchThis => search_this(state, out),
        Action::Parties => {
            state.typing.before = Some(state.snapshot());
            let picker = Parties::new(&state.shelf.data.catalog, state.find.filter.text());
            state.panels.push(picker.into());
        }
        Action::FilterTheseParties => filter_these_parties(state, out),
        Action::ToggleFilters => {
            state.find.filter.toggle();
            refresh(state, out);
        }
        Action::RemoveChip => remove_chip(state, count, out),
        Action::NextDisclosure => step_disclosure(state, Direction::Forward, out),
        Action::PreviousDisclosure => step_disclosure(state, Direction::Back, out),
        Action::Mark => {
            look.mark(n, events);
            // A filter by `is:marked` hides what is unmarked.
            if state.find.filter.text().contains("marked") {
                refresh(state, out);
            }
        }
        Action::MarkAll => {
            look.selection.mark_all(&events.shown.possibly);
            refresh(state, out);
        }
        Action::InvertMarks => {
            look.selection.invert_marks(&events.shown.possibly);
            refresh(state, out);
        }
        Action::PickLane => look.pick_lane(events),
        Action::Range => look.toggle_range(events),
        Action::SwapRangeEnds => look.swap_range_ends(events),
        Action::SnapRange => state.notice = look.snap_range(events),
        Action::Bookmarks if look.selection.bookmarks.is_empty() => {
            state.notice = Some(Notice::info("there is no bookmark").offer_at(Action::SetBookmark, 'a', "sets one"));
        }
        Action::Bookmarks => {
            let panel = Bookmarks::new(&look.selection.bookmarks);
            state.panels.push(panel.into());
        }
        Action::OpenDetail if look.focus == Pane::Detail => look.focus = Pane::Timeline,
        Action::OpenDetail => look.focus = Pane::Detail,
        Action::Export => open_export(state),
        Action::CopyText
        | Action::CopyToml
        | Action::CopyJson
        | Action::CopyCsv
        | Action::CopyMarkdown
        | Action::CopyId
        | Action::CopyUrl => {
            let effect = copy::copy(action, &state.look, state.events(), &state.find).map(Some);
            emit(state, effect, out);
        }
        Action::Edit => {
            let data = &state.shelf.data;
            let origin = state.look.cursor.map(|it| data.catalog.event(it).origin);
            let effect = origin.map_or(Ok(None), |it| open::edit(&data.files, it.file, it.start));
            emit(state, effect, out);
        }
        Action::OpenUrl => {
            let effect = look.cursor.map(|it| open::page(events.catalog, it)).transpose();
            emit(state, effect, out);
        }
        Action::Undo => match state.look.history.undo(state.snapshot()) {
            Some(before) => restore(state, before, out),
            None => state.notice = Some(Notice::info("nothing to undo")),
        },
        Action::Redo => match state.look.history.redo(state.snapshot()) {
            Some(after) => restore(state, after, out),
            None => state.notice = Some(Notice::info("nothing to redo")),
        },
        Action::NextPane => look.step_pane(1, events),
        Action::PreviousPane => look.step_pane(-1, events),
        Action::ToggleDetail => {
            look.detail = if look.detail == Detail::Shown { Detail::Hidden } else { Detail::Shown };
        }
        Action::ScrollDetailDown => look.scroll_detail(n),
        Action::ScrollDetailUp => look.scroll_detail(-n),
        Action::LayoutAll => look.lay_out(Layout::Auto, look.focus, events),
        Action::LayoutTimeline => look.lay_out(Layout::TimelineOnly, Pane::Timeline, events),
        Action::LayoutList => look.lay_out(Layout::ListOnly, Pane::List, events),
        Action::LanesBy => state.panels.push(LanesMenu::new(state.find.lanes_by).into()),
        Action::Statistics => {
            state.panels.push(Statistics::default().into());
            sum(state, out);
        }
        Action::Problems => state.panels.push(Problems::default().into()),
        Action::Help => state.panels.push(Help::default().into()),
        Action::Palette => state.panels.push(Palette::default().into()),
        Action::Tour => begin_tour(state),
        Action::ToggleMouse => toggle_mouse(state, out),
        Action::Views if state.settings.views.is_empty() => {
            state.notice = Some(Notice::info("no view is saved: [views] in config.toml names them"));
        }
        Action::Views => state.panels.push(Views::default().into()),
        Action::Reload => match state.shelf.reload() {
            Ok(next) => {
                state.notice = Some(Notice::info(READING));
                out.extend((next == Next::Read).then_some(Effect::Load));
            }
            Err(notice) => state.notice = Some(notice),
        },
        Action::ForgetSession => {
            start_afresh(state, out);
            out.push(Effect::Forget);
        }
        Action::Redraw => out.push(Effect::Redraw),
        Action::Suspend => out.push(Effect::Suspend),
        Action::Back => {
            if back(state) == Backed::Out {
                out.push(Effect::Quit);
            }
        }
        // One key too many is soon pressed: Esc closes, and never leaves.
        Action::Cancel => {
            if back(state) == Backed::Out {
                state.notice = Some(Notice::info("").offer(Action::Back, "leaves"));
            }
        }
        Action::Quit => out.push(Effect::Quit),
        // These wait for a letter, or belong to lines and lists: `update` has sent them there.
        Action::SetBookmark
        | Action::JumpToBookmark
        | Action::Accept
        | Action::Complete
        | Action::HistoryPrevious
        | Action::HistoryNext
        | Action::SearchToFilter
        | Action::Pick
        | Action::TogglePick
        | Action::ExcludePick => {}
    }
}

/// What is said while the store is read because the reader asked for it.
pub(super) const READING: &str = "reading the store again";

/// Asks for an effect, or says why there is none.
fn emit(state: &mut State, effect: Result<Option<Effect>, Notice>, out: &mut Vec<Effect>) {
    match effect {
        Ok(effect) => out.extend(effect),
        Err(notice) => state.notice = Some(notice),
    }
}

/// Does `action`, which waited for `letter`.
fn act_at(state: &mut State, action: Action, letter: char) {
    let (look, events) = state.looking();
    let notice = match (action, look.cursor) {
        (Action::SetBookmark, Some(cursor)) => {
            look.selection.bookmarks.insert(letter, cursor);
            let words = format!("bookmark {letter} is here");
            Some(Notice::info(words).offer_at(Action::JumpToBookmark, letter, "comes back"))
        }
        (Action::JumpToBookmark, _) if letter == '\'' => look.swap_jump(events),
        (Action::JumpToBookmark, _) => match look.selection.bookmarks.get(&letter).copied() {
            Some(event) if events.shown.possibly.contains(event) => {
                look.jump_to(event, events);
                None
            }
            Some(_) => {
                let words = format!("the filter hides bookmark {letter}");
                Some(Notice::warning(words).offer(Action::ToggleFilters, "shows everything"))
            }
            None => {
                let words = format!("there is no bookmark {letter}");
                Some(Notice::warning(words).offer_at(Action::SetBookmark, letter, "sets it"))
            }
        },
        _ => None,
    };
    state.notice = notice.or(state.notice.take());
}

/// Whether there was a layer to step back from.
#[derive(PartialEq, Eq)]
enum Backed {
    In,
    Out,
}

/// Steps one layer back: the range, the search, the detail of a small screen, the tour, and then out.
fn back(state: &mut State) -> Backed {
    let look = &mut state.look;
    if look.selection.range.is_some() || !look.selection.lanes.is_empty() {
        look.selection.range = None;
        look.selection.lanes.clear();
    } else if state.find.search.is_on() {
        state.find.search = Search::default();
    } else if look.focus == Pane::Detail {
        look.focus = Pane::Timeline;
    } else if look.layout != Layout::Auto {
        look.layout = Layout::Auto;
    } else if state.tour.take().is_some() {
        state.fit_panes();
    } else {
        return Backed::Out;
    }
    Backed::In
}

/// Goes to what the cursor's event links to; asks which where there are several.
fn follow_link(state: &mut State) {
    let rows = state.look.links(state.events());
    match &*rows {
        [] => state.notice = Some(Notice::info("this event has no links")),
        [one] => {
            let (look, events) = state.looking();
            state.notice = look.follow_link(one.to, events);
        }
        _ => state.panels.push(Links::new(rows).into()),
    }
}

fn step_along_problems(state: &mut State, direction: Direction, n: usize) {
    if state.shelf.refused.is_some() {
        // The faults are of a version that is not shown.
        return state.panels.push(Problems::default().into());
    }
    let data = state.shelf.data.clone();
    let (look, events) = state.looking();
    match look.step_along_problems(direction, n, events, (&data.files, &data.diagnostics)) {
        Problem::Said(notice) => state.notice = Some(notice),
        Problem::Elsewhere(notice) => {
            state.notice = Some(notice);
            state.panels.push(Problems::default().into());
        }
    }
}

fn go_to_hit(state: &mut State, direction: Direction) {
    let search = &state.find.search;
    let hit = match direction {
        Direction::Forward => search.next(state.look.cursor),
        Direction::Back => search.previous(state.look.cursor),
    };
    if let Some(hit) = hit {
        let (look, events) = state.looking();
        look.jump_to(hit, events);
    } else if search.is_on() {
        state.notice = Some(Notice::warning(format!("nothing that is shown holds `{}`", search.needle)));
    } else {
        state.notice = Some(Notice::warning("nothing is searched for").offer(Action::Search, "searches"));
    }
}

/// Searches for the first party of the cursor's event, or else for its category.
fn search_this(state: &mut State, out: &mut Vec<Effect>) {
    let catalog = &state.shelf.data.catalog;
    let Some(event) = state.look.cursor.map(|it| catalog.event(it)) else { return };
    let party = event.parties.first().and_then(|it| catalog.party_idx(&it.party));
    let party = party.map(|it| format!("party:{}", quoted(&catalog.party(it).id)));
    if let Some(words) = party.or_else(|| event.category.clone()) {
        search(state, &words, Then::Say, out);
    }
}

/// Takes `text` as the filter, and says what is odd about it.
fn filter(state: &mut State, text: &str, out: &mut Vec<Effect>) {
    if state.find.filter.set(text).is_ok() {
        state.find.untold = true;
        refresh(state, out);
    }
}

fn filter_these_parties(state: &mut State, out: &mut Vec<Effect>) {
    let catalog = &state.shelf.data.catalog;
    let Some(cursor) = state.look.cursor else { return };
    let ids: Vec<String> = catalog.parties_of(cursor).map(|it| quoted(&catalog.party(it).id)).collect();
    if ids.is_empty() {
        state.notice = Some(Notice::warning("this event names no party"));
        return;
    }
    let term = format!("party:{}", ids.join(","));
    if state.find.filter.chips().iter().any(|it| it.text == term) {
        state.notice = Some(Notice::info("they are filtered by already"));
        return;
    }
    let text = both(state.find.filter.text(), &term);
    filter(state, &text, out);
}

/// Removes the chip that the count names, or else the last.
fn remove_chip(state: &mut State, count: Option<usize>, out: &mut Vec<Effect>) {
    let chips = state.find.filter.chips().len();
    let Some(last) = chips.checked_sub(1) else {
        let notice = Notice::warning("there is no filter").offer(Action::Filter, "sets one");
        state.notice = Some(notice.offer(Action::Parties, "filters by party"));
        return;
    };
    state.find.filter.remove(count.map_or(last, |it| it.saturating_sub(1)).min(last));
    refresh(state, out);
}

/// Asks for the day before or after the date as of which events are shown on which more came out.
fn step_disclosure(state: &mut State, direction: Direction, out: &mut Vec<Effect>) {
    let from = begin_disclosure(&state.find.filter, direction);
    let mut filter = state.find.filter.clone();
    // A filter without a date cannot be wrong where the one with it was right.
    let _ = filter.set_as_of(None);
    let marked = Arc::clone(&state.look.selection.marked);
    ask(state, Topic::Disclose { filter, marked, from, direction }, out);
}

fn open_export(state: &mut State) {
    let scopes = state.look.scopes(state.events(), &state.find);
    if scopes.is_empty() {
        state.notice = Some(Notice::warning("there is no event to export"));
        return;
    }
    let dialog = Export::new(scopes, &state.shelf.data.catalog, &state.settings.export_format);
    state.panels.push(dialog.into());
}

/// Makes lanes of `lanes_by`; the lane picks were of the old lanes.
pub(super) fn set_lanes_by(state: &mut State, lanes_by: LanesBy, out: &mut Vec<Effect>) {
    if lanes_by != state.find.lanes_by {
        state.find.lanes_by = lanes_by;
        state.look.selection.lanes.clear();
        state.look.lane = usize::MAX;
        refresh(state, out);
    }
}

/// Shows the view called `name`; says so if there is none.
fn show_view(state: &mut State, name: &str, out: &mut Vec<Effect>) {
    let Some(view) = state.settings.views.iter().find(|it| it.name == name).cloned() else {
        state.notice = Some(Notice::warning(format!("there is no view `{name}`")));
        return;
    };
    let SavedView { query, as_of, .. } = &view;
    // Queries and dates have been found to be such.
    let _ = state.find.filter.set(query.as_ref().map_or("", |it| &it.text));
    let date = as_of.as_ref().and_then(|it| read_date(&it.text).ok().flatten());
    let _ = state.find.filter.set_as_of(date.as_ref().map(When::as_str));
    state.find.untold = true;
    refresh(state, out);
    if let Some(lanes_by) = lanes_of(&view) {
        set_lanes_by(state, lanes_by, out);
    }
    let (look, events) = state.looking();
    match viewport_of(&view, events) {
        Some(viewport) => {
            look.set_viewport(viewport);
            look.settle(events);
        }
        // Without a stretch of its own, a view is of all that it shows.
        None => look.fit_all(events),
    }
    state.notice = Some(Notice::info(format!("view {name}: {}", view.words())));
}

/// Begins the tour, or says why it does not.
pub(super) fn begin_tour(state: &mut State) {
    match Tour::begin(&state.shelf.data.catalog, state.size) {
        Ok(tour) => state.tour = Some(tour),
        Err(notice) => state.notice = Some(notice),
    }
    state.fit_panes();
}

/// Gives the mouse back to the terminal, or takes it again.
fn toggle_mouse(state: &mut State, out: &mut Vec<Effect>) {
    let (mouse, notice) = match state.pointer.mouse {
        Mouse::Off => {
            let words = "the mouse is taken: click, drag, wheel; Shift-drag selects text in most terminals";
            (Mouse::On, Notice::info(words))
        }
        Mouse::On => {
            let notice = Notice::info("the mouse is the terminal's, to select text as ever");
            (Mouse::Off, notice.offer(Action::ToggleMouse, "takes it again"))
        }
    };
    state.pointer.mouse = mouse;
    state.notice = Some(notice);
    out.push(Effect::Mouse(mouse));
}

/// Forgets what was typed and picked, and shows everything, as for one who has never been here.
fn start_afresh(state: &mut State, out: &mut Vec<Effect>) {
    let State { shelf, look, find, typing, settings, .. } = state;
    typing.typed.clear();
    typing.recent.clear();
    shelf.stay();
    shelf.absent = Absent::default();
    find.filter = Filter::default();
    find.lanes_by = LanesBy::from_name(settings.lanes.into()).unwrap_or_default();
    look.selection = Selection::default();
    look.selection.marked = Arc::new(IdSet::new(shelf.data.catalog.len()));
    look.detail = settings.detail;
    look.layout = Layout::Auto;
    look.gaps = crate::layout::Gaps::default();
    look.focus = Pane::Timeline;
    look.viewport = shelf.whole();
    refresh(state, out);
}
