//! Small lists to choose from.

use crate::{
    app::{Bookmarks, LanesMenu, LinkRow, Links, Menu, State, Views},
    chronology::Named,
    keys::{Action, Context},
    layout::{LanesBy, Rect, top},
    settings::Role,
    text::text_width,
};

use super::{links, paint::Canvas, popup};

pub(super) fn draw_lanes_by(canvas: &mut Canvas, state: &State, panel: &LanesMenu) {
    let menu = &panel.menu;
    let hint = canvas.keys(Context::Menu, &[(Action::Accept, "takes"), (Action::Back, "closes")]);
    let inner = popup::draw(canvas, "lanes by", &hint, 32, LanesBy::ALL.len() as u16 + 2);
    for (y, (at, lanes_by)) in (inner.y..inner.bottom()).zip(LanesBy::ALL.iter().enumerate()) {
        let sign = if state.find.lanes_by == *lanes_by { canvas.glyphs().mark } else { " " };
        let (accent, text) = (canvas.style(Role::Accent), canvas.style(Role::Text));
        canvas.line(inner.x, y, inner.width, &[(sign, accent), (" ", text), (lanes_by.name(), text)]);
        if at == menu.at {
            canvas.restyle(Rect { y, height: 1, ..inner }, canvas.style(Role::Cursor));
        }
    }
}

pub(super) fn draw_views(canvas: &mut Canvas, state: &State, panel: &Views) {
    let (whole, views, menu) = (canvas.area(), &state.settings.views, &panel.menu);
    let names = views.iter().map(|it| text_width(&it.name)).max().unwrap_or(0).min(32) as u16;
    let height = (views.len() as u16).max(1) + 2;
    let hint = canvas.keys(Context::Menu, &[(Action::Accept, "shows it"), (Action::Back, "closes")]);
    let inner = popup::draw(canvas, "views", &hint, whole.width.min(100), height);
    let first = top(menu.at, 0, usize::from(inner.height), views.len());
    for (y, (at, view)) in (inner.y..inner.bottom()).zip(views.iter().enumerate().skip(first)) {
        canvas.text(inner.x, y, names, &view.name, canvas.style(Role::Text));
        let room = inner.width.saturating_sub(names + 2);
        canvas.text(inner.x + names + 2, y, room, &view.words(), canvas.style(Role::Dim));
        if at == menu.at {
            canvas.restyle(Rect { y, height: 1, ..inner }, canvas.style(Role::Cursor));
        }
    }
}

pub(super) fn draw_links(canvas: &mut Canvas, state: &State, panel: &Links) {
    let area = draw_events(canvas, state, "links", &panel.rows, &panel.menu);
    let (scale, first) = (state.scale(), top(panel.menu.at, 0, usize::from(area.height), panel.rows.len()));
    for (y, row) in (area.y..area.bottom()).zip(panel.rows.iter().skip(first)) {
        let (sign, _) = links::words(state.look.lead(row.to, &scale, state.events()), canvas.glyphs());
        canvas.glyph(area.x + 16, y, sign, canvas.style(Role::Link));
    }
}

pub(super) fn draw_bookmarks(canvas: &mut Canvas, state: &State, panel: &Bookmarks) {
    draw_events(canvas, state, "bookmarks", &panel.rows, &panel.menu);
}

/// Draws a list of events, each behind its words; returns where.
fn draw_events(canvas: &mut Canvas, state: &State, title: &str, rows: &[LinkRow], menu: &Menu) -> Rect {
    let whole = canvas.area();
    let hint = canvas.keys(Context::Menu, &[(Action::Accept, "goes there"), (Action::Back, "closes")]);
    let inner = popup::draw(canvas, title, &hint, whole.width.min(100), rows.len() as u16 + 2);
    let first = top(menu.at, 0, usize::from(inner.height), rows.len());
    for (y, (at, row)) in (inner.y..inner.bottom()).zip(rows.iter().enumerate().skip(first)) {
        let event = state.shelf.data.catalog.event(row.to);
        let status = state.shelf.data.catalog.status(row.to).name();
        let date = event.when.as_ref().map_or_else(|| "undated".to_owned(), crate::chronology::When::short);
        let (dim, text) = (canvas.style(Role::Dim), canvas.style(Role::Text));
        canvas.text(inner.x, y, 15, &row.words, dim);
        canvas.text(inner.x + 18, y, 13, &date, dim);
        canvas.glyph(inner.x + 32, y, canvas.glyphs().status(status), canvas.style(Role::status(status)));
        canvas.text(inner.x + 34, y, inner.width.saturating_sub(34), &event.title, text);
        if at == menu.at {
            canvas.restyle(Rect { y, height: 1, ..inner }, canvas.style(Role::Cursor));
        }
    }
    inner
}
