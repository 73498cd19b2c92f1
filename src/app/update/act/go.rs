//! To bookmarks, links, problems and hits, and a layer back.

use crate::{
    app::{
        find::{Direction, Search},
        msg::Notice,
        panel::{Choices, Problems},
        state::State,
    },
    keys::Action,
    layout::{Layout, Pane},
};

/// Does `action`, which waited for `letter`.
pub(super) fn act_at(state: &mut State, action: Action, letter: char) {
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

/// Goes to what the cursor's event links to; asks which where there are several.
pub(super) fn follow_link(state: &mut State) {
    let rows = state.look.links(state.events());
    match &*rows {
        [] => state.notice = Some(Notice::info("this event has no links")),
        [one] => {
            let (look, events) = state.looking();
            state.notice = look.follow_link(one.to, events);
        }
        _ => state.panels.push(Choices::of_links(rows).into()),
    }
}

pub(super) fn step_along_problems(state: &mut State, direction: Direction, n: usize) {
    if state.shelf.refused.is_some() {
        // The faults are of a version that is not shown.
        return state.panels.push(Problems::default().into());
    }
    let State { shelf, look, find, .. } = state;
    let stepped = look.step_along_problems(direction, n, shelf.events(find), &shelf.data);
    if stepped.is_err() {
        state.panels.push(Problems::default().into());
    }
    let (Ok(notice) | Err(notice)) = stepped;
    state.notice = Some(notice);
}

pub(super) fn go_to_hit(state: &mut State, direction: Direction) {
    let search = &state.find.search;
    let hit = match direction {
        Direction::Forward => search.next(state.look.cursor),
        Direction::Back => search.previous(state.look.cursor),
    };
    if let Some(hit) = hit {
        let (look, events) = state.looking();
        look.jump_to(hit, events);
    } else if search.is_on() {
        state.notice = Some(search.nothing_holds());
    } else {
        state.notice = Some(Notice::warning("nothing is searched for").offer(Action::Search, "searches"));
    }
}

/// Steps one layer back: the range, the search, the detail of a small screen, the tour, and then out.
/// Returns whether there was a layer to step back from.
pub(super) fn back(state: &mut State) -> bool {
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
        return false;
    }
    true
}
