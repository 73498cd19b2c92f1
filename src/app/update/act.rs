//! What each command does.

mod go;
mod narrow;
mod outside;

use std::sync::Arc;

use crate::{
    app::{
        answers::Then,
        find::Direction,
        msg::{self, Command, Effect, Notice},
        panel::{Choices, ExportDialog, Help, Palette, Parties, Problems, Statistics},
        pointer::Mouse,
        state::State,
        tour::Tour,
        typing::Purpose,
        update::{
            prompt,
            refresh::{refresh, restore, search, tell_of_hits},
        },
    },
    chronology::Instant,
    keys::Action,
    layout::{Layout, Pane, Unit},
    settings::Switch,
};

use self::{
    go::{act_at, back, follow_link, go_to_hit, step_along_problems},
    narrow::{
        filter, filter_these_parties, narrow, remove_chip, search_this, show_view, start_afresh, step_disclosure,
    },
};

pub(super) use self::narrow::set_lanes_by;

/// Does what is asked for in the explorer.
pub(super) fn act(state: &mut State, command: Command, out: &mut Vec<Effect>) {
    match command {
        Command::Do(action, count) => act_on(state, action, count, out),
        Command::Call(action) => {
            state.typing.keep_action(action);
            act_on(state, action, None, out);
        }
        Command::DoAt(action, letter) => act_at(state, action, letter),
        Command::Filter(query) => filter(state, query, out),
        Command::Narrow(query) => narrow(state, query, out),
        Command::DropChip(chip) => {
            state.find.filter.remove(chip);
            refresh(state, out);
        }
        Command::AsOf(date) => {
            state.find.filter.set_as_of(date);
            state.find.untold = true;
            refresh(state, out);
        }
        Command::Search(needle) => {
            let from = state.look.cursor;
            search(state, &needle, Then::Lead(from), out);
            tell_of_hits(state);
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
            let effect = outside::edit(files, file, offset);
            emit(state, effect, out);
        }
        Command::Export { scope, format, path, overwrite } => {
            let Some(ids) = state.look.in_scope(scope, state.events(), &state.find) else { return };
            let (ids, data) = (ids.into_owned(), &state.shelf.data);
            let (catalog, files, loading) = (Arc::clone(&data.catalog), Arc::clone(&data.files), data.loading.clone());
            state.n_writing += 1;
            out.push(Effect::Export(Box::new(msg::Export { catalog, files, loading, ids, format, path, overwrite })));
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
        Action::NextContradiction => {
            state.notice = Some(look.step_along_contradictions(Direction::Forward, times, events));
        }
        Action::PreviousContradiction => {
            state.notice = Some(look.step_along_contradictions(Direction::Back, times, events));
        }
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
            let picker = Parties::new(&state.shelf.data.catalog, state.find.filter.query());
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
            if state.find.filter.query().is_about_marks() {
                refresh(state, out);
            }
        }
        Action::MarkAll => {
            Arc::make_mut(&mut look.selection.marked).union_with(&events.shown.possibly);
            refresh(state, out);
        }
        Action::InvertMarks => {
            events.shown.possibly.iter().for_each(|it| look.selection.toggle_mark(it));
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
            let panel = Choices::of_bookmarks(&look.selection.bookmarks);
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
            let effect = outside::copy(action, &state.look, state.events(), &state.find).map(Some);
            emit(state, effect, out);
        }
        Action::Edit => {
            let data = &state.shelf.data;
            let address = state.look.cursor.and_then(|it| data.catalog.address(it));
            let effect = address.map(|it| outside::edit_at(&it.name, it.file, it.line)).transpose();
            emit(state, effect, out);
        }
        Action::OpenUrl => {
            let effect = look.cursor.map(|it| outside::page(events.catalog, it)).transpose();
            emit(state, effect, out);
        }
        Action::Undo => step_history(state, Direction::Back, out),
        Action::Redo => step_history(state, Direction::Forward, out),
        Action::NextPane => look.step_pane(1, events),
        Action::PreviousPane => look.step_pane(-1, events),
        Action::ToggleDetail => {
            look.detail = if look.detail == Switch::On { Switch::Off } else { Switch::On };
        }
        Action::ScrollDetailDown => look.scroll_detail(n),
        Action::ScrollDetailUp => look.scroll_detail(-n),
        Action::LayoutAll => look.lay_out(Layout::Auto, look.focus, events),
        Action::LayoutTimeline => look.lay_out(Layout::TimelineOnly, Pane::Timeline, events),
        Action::LayoutList => look.lay_out(Layout::ListOnly, Pane::List, events),
        Action::LanesBy => state.panels.push(Choices::of_lanes(state.find.lanes_by).into()),
        Action::Statistics => state.panels.push(Statistics::default().into()),
        Action::Problems => state.panels.push(Problems::default().into()),
        Action::Help => state.panels.push(Help::default().into()),
        Action::Palette => state.panels.push(Palette::default().into()),
        Action::Tour => begin_tour(state),
        Action::ToggleMouse => toggle_mouse(state, out),
        Action::Views if state.settings.views.is_empty() => {
            state.notice = Some(Notice::info("no view is saved: [views] in config.toml names them"));
        }
        Action::Views => state.panels.push(Choices::of_views(&state.settings.views).into()),
        Action::Reload => match state.shelf.reload() {
            Ok(is_due) => {
                state.notice = Some(Notice::under_way("reading the store again"));
                out.extend(is_due.then_some(Effect::Load));
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
            if !back(state) {
                out.push(Effect::Quit);
            }
        }
        // One key too many is soon pressed: Esc closes, and never leaves.
        Action::Cancel => {
            if !back(state) {
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

/// Asks for an effect, or says why there is none.
fn emit(state: &mut State, effect: Result<Option<Effect>, Notice>, out: &mut Vec<Effect>) {
    match effect {
        Ok(effect) => out.extend(effect),
        Err(notice) => state.notice = Some(notice),
    }
}

fn open_export(state: &mut State) {
    let dialog = ExportDialog::new(state.behind());
    if dialog.scopes.is_empty() {
        state.notice = Some(Notice::warning("there is no event to export"));
    } else {
        state.panels.push(dialog.into());
    }
}

/// Brings back what was shown before, or what was shown before that was brought back.
fn step_history(state: &mut State, direction: Direction, out: &mut Vec<Effect>) {
    let now = state.snapshot();
    match state.look.history.follow(direction, Some(now), |_| true) {
        Some(then) => restore(state, then, out),
        None => {
            let what = if direction == Direction::Back { "undo" } else { "redo" };
            state.notice = Some(Notice::info(format!("nothing to {what}")));
        }
    }
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
