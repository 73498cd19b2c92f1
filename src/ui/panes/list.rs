//! The list of what is shown, in step with the timeline: one row an event, undated ones last.

use crate::{
    app::{Notice, State},
    catalog::EventIdx,
    chronology::Named,
    formats::count,
    keys::Action,
    layout::{Pane, Rect},
    settings::Role,
    ui::paint::Canvas,
};

use super::{dates, range};

pub(super) fn draw(canvas: &mut Canvas, state: &State, area: Rect) {
    if area.height == 0 || area.width == 0 {
        return;
    }
    let rows = area.height - 1;
    let events = state.find.shown.from(state.look.list_top).take(usize::from(rows));
    let events: Vec<EventIdx> = events.collect();
    let dates = dates::column(state, &events, area.width);
    for ((y, event), date) in (area.y..).zip(events).zip(&dates.rows) {
        draw_row(canvas, state, event, (date, dates.width), Rect { y, height: 1, ..area });
    }
    if state.find.shown.is_empty() {
        let data = &state.shelf.data;
        let words = if data.loading.progress().is_some() {
            "reading the store …".to_owned()
        } else if let Some(why) = data.loading.failure() {
            why.to_owned()
        } else if data.catalog.is_empty() && 0 < data.faults().0 {
            let notice = Notice::warning("no event of this store can be read");
            canvas.notice(&notice.offer(Action::NextProblem, "says why"))
        } else if data.catalog.is_empty() {
            "this store has no events yet".to_owned()
        } else {
            canvas.notice(&Notice::nothing_passes().offer(Action::ToggleFilters, "shows everything"))
        };
        canvas.text(area.x + 1, area.y, area.width - 1, &words, Role::Warning);
    }
    draw_tray(canvas, state, Rect { y: area.bottom() - 1, height: 1, ..area });
}

fn draw_row(canvas: &mut Canvas, state: &State, idx: EventIdx, (date, date_width): (&str, u16), area: Rect) {
    let catalog = &state.shelf.data.catalog;
    let event = catalog.event(idx);
    let status = catalog.status(idx);
    let selected = state.look.cursor == Some(idx);
    let in_range =
        state.look.selection.range.is_some_and(|it| catalog.window(idx).is_some_and(|at| at.touches(it.window())));
    let cursor = if selected { canvas.glyphs().cursor } else { " " };
    let mark = if state.look.selection.marked.contains(idx) { canvas.glyphs().mark } else { " " };
    let possible = !state.find.shown.surely.contains(idx);
    let date_role = if possible { Role::Possible } else { Role::Dim };
    let mut x = area.x;
    x += canvas.text(x, area.y, 1, cursor, Role::Accent);
    x += canvas.text(x, area.y, 1, mark, Role::Accent);
    canvas.text(x, area.y, date_width, date, date_role);
    x += date_width + 1;
    canvas.glyph(x, area.y, canvas.glyphs().status(status.name()), Role::status(status.name()));
    x += 2;
    let room = area.right().saturating_sub(x);
    canvas.text(x, area.y, room, &event.title, Role::Text);
    if state.find.search.is_on() {
        canvas.highlight(x, area.y, room, &event.title, &state.find.search.positions(&event.title));
    }
    if in_range {
        // The date alone: whole rows of it would drown what is in them.
        canvas.restyle(Rect { x: area.x + 2, width: date_width, ..area }, Role::Range);
    }
    if selected {
        let role = if state.look.focus == Pane::Detail { Role::Selection } else { Role::Cursor };
        canvas.restyle(area, role);
    }
}

/// The last row: what is undated, marked and found, always in the same place.
fn draw_tray(canvas: &mut Canvas, state: &State, area: Rect) {
    let is_measured_elsewhere = !state.look.panes().detail.is_empty();
    if let Some(words) = range::summary(state).filter(|_| !is_measured_elsewhere) {
        canvas.text(area.x + 1, area.y, area.width.saturating_sub(2), &words, Role::Accent);
        return;
    }
    let undated = state.find.shown.len() - state.find.shown.n_dated;
    let mut words = format!("{undated} undated");
    let marked = state.look.selection.marked.len();
    if marked > 0 {
        words.push_str(&format!(" · {marked} marked"));
    }
    if state.find.search.is_on() {
        let hits = state.find.search.hits.len();
        let at = state.find.search.position(state.look.cursor);
        let at = at.map_or_else(|| count(hits, "hit"), |it| format!("{it}/{hits}"));
        words.push_str(&format!(" · {at} for `{}`", state.find.search.needle));
    }
    let position =
        state.look.cursor.map(|it| format!("{} of {}", state.find.shown.rank(it) + 1, state.find.shown.len()));
    canvas.text(area.x + 1, area.y, area.width.saturating_sub(2), &words, Role::Dim);
    if let Some(position) = position.filter(|it| it.len() + words.len() + 4 < usize::from(area.width)) {
        canvas.right(area.x, area.y, area.width.saturating_sub(1), &position, Role::Dim);
    }
}
