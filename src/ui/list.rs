//! The list of what is shown, in step with the timeline: one row an event, undated ones last.

use crate::{
    app::State,
    catalog::EventIdx,
    chronology::Named,
    layout::{Pane, Rect},
    settings::Role,
};

use super::{paint::Canvas, range, title::plural};

/// Fewest and most cells of the date column: `30 May 2019` is never cut, and `June 2011 – 30 May 2019` not where the list is wide.
const DATE: (u16, u16) = (13, 26);

pub(super) fn draw(canvas: &mut Canvas, state: &State, area: Rect) {
    if area.height == 0 || area.width == 0 {
        return;
    }
    let rows = area.height - 1;
    let events = state.shown.from(state.view.list_top).take(usize::from(rows));
    for (y, event) in (area.y..).zip(events) {
        draw_row(canvas, state, event, Rect { y, height: 1, ..area });
    }
    if state.shown.is_empty() {
        let data = &state.data;
        let words = if data.loading.progress().is_some() {
            "reading the store …"
        } else if let Some(why) = data.loading.failure() {
            why
        } else if data.catalog.is_empty() && 0 < data.faults().0 {
            "no event of this store can be read: ]x says why"
        } else if data.catalog.is_empty() {
            "this store has no events yet"
        } else {
            "no event passes the filter: u undoes it, X drops its last term, F shows everything"
        };
        let style = canvas.style(Role::Warning);
        canvas.text(area.x + 1, area.y, area.width - 1, words, style);
    }
    draw_tray(canvas, state, Rect { y: area.bottom() - 1, height: 1, ..area });
}

fn draw_row(canvas: &mut Canvas, state: &State, idx: EventIdx, area: Rect) {
    let catalog = &state.data.catalog;
    let event = catalog.event(idx);
    let status = catalog.status(idx);
    let selected = state.view.cursor == Some(idx);
    let in_range =
        state.selection.range.is_some_and(|it| catalog.window(idx).is_some_and(|at| at.touches(it.window())));
    let cursor = if selected { canvas.glyphs().cursor } else { " " };
    let mark = if state.selection.marked.contains(idx) { canvas.glyphs().mark } else { " " };
    let date = event.when.as_ref().map_or_else(|| "undated".to_owned(), crate::chronology::When::short);
    let possible = !state.shown.surely.contains(idx);
    let (plain, dim) = (canvas.style(Role::Text), canvas.style(Role::Dim));
    let date_style = if possible { canvas.style(Role::Possible) } else { dim };
    let date_width = (area.width / 5).clamp(DATE.0, DATE.1).min(area.width / 3);
    let mut x = area.x;
    x += canvas.text(x, area.y, 1, cursor, canvas.style(Role::Accent));
    x += canvas.text(x, area.y, 1, mark, canvas.style(Role::Accent));
    canvas.text(x, area.y, date_width, &date, date_style);
    x += date_width + 1;
    canvas.glyph(x, area.y, canvas.glyphs().status(status.name()), canvas.style(Role::status(status.name())));
    x += 2;
    let room = area.right().saturating_sub(x);
    canvas.text(x, area.y, room, &event.title, plain);
    if state.search.is_on() {
        canvas.highlight(x, area.y, room, &event.title, &state.search.positions(&event.title));
    }
    if in_range {
        // The date alone: whole rows of it would drown what is in them.
        canvas.restyle(Rect { x: area.x + 2, width: date_width, ..area }, canvas.style(Role::Range));
    }
    if selected {
        let role = if state.view.focus == Pane::Detail { Role::Selection } else { Role::Cursor };
        canvas.restyle(area, canvas.style(role));
    }
}

/// The last row: what is undated, marked and found, always in the same place.
fn draw_tray(canvas: &mut Canvas, state: &State, area: Rect) {
    let is_measured_elsewhere = !state.panes().detail.is_empty();
    if let Some(words) = range::summary(state).filter(|_| !is_measured_elsewhere) {
        canvas.text(area.x + 1, area.y, area.width.saturating_sub(2), &words, canvas.style(Role::Accent));
        return;
    }
    let undated = state.shown.len() - state.shown.n_dated();
    let mut words = format!("{undated} undated");
    let marked = state.selection.marked.len();
    if marked > 0 {
        words.push_str(&format!(" · {marked} marked"));
    }
    if state.search.is_on() {
        let hits = state.search.hits.len();
        let at = state.search.position(state.view.cursor);
        let at = at.map_or_else(|| format!("{hits} hit{}", plural(hits)), |it| format!("{it}/{hits}"));
        words.push_str(&format!(" · {at} for `{}`", state.search.needle));
    }
    let position = state.view.cursor.map(|it| format!("{} of {}", state.shown.rank(it) + 1, state.shown.len()));
    let style = canvas.style(Role::Dim);
    canvas.text(area.x + 1, area.y, area.width.saturating_sub(2), &words, style);
    if let Some(position) = position.filter(|it| it.len() + words.len() + 4 < usize::from(area.width)) {
        canvas.right(area.x, area.y, area.width.saturating_sub(1), &position, style);
    }
}
