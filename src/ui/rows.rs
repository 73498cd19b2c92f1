//! Small lists to choose from.

use crate::{
    app::{LinkRow, Listed, Menu, State},
    chronology::Named,
    layout::{LanesBy, Rect, top},
    settings::Role,
    text::text_width,
};

use super::{links, paint::Canvas, popup};

pub(super) fn draw_lanes_by(canvas: &mut Canvas, state: &State, menu: &Menu) {
    let inner = popup::draw(canvas, "lanes by", "Enter takes · Esc closes", 32, LanesBy::ALL.len() as u16 + 2);
    for (y, (at, lanes_by)) in (inner.y..inner.bottom()).zip(LanesBy::ALL.iter().enumerate()) {
        let sign = if state.view.lanes_by == *lanes_by { canvas.glyphs().mark } else { " " };
        let (accent, text) = (canvas.style(Role::Accent), canvas.style(Role::Text));
        canvas.line(inner.x, y, inner.width, &[(sign, accent), (" ", text), (lanes_by.name(), text)]);
        if at == menu.at {
            canvas.restyle(Rect { y, height: 1, ..inner }, canvas.style(Role::Cursor));
        }
    }
}

pub(super) fn draw_views(canvas: &mut Canvas, state: &State, menu: &Menu) {
    let (whole, views) = (canvas.area(), state.views());
    let names = views.iter().map(|it| text_width(&it.name)).max().unwrap_or(0).min(32) as u16;
    let height = (views.len() as u16).max(1) + 2;
    let inner = popup::draw(canvas, "views", "Enter shows it · Esc closes", whole.width.min(100), height);
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

pub(super) fn draw_links(canvas: &mut Canvas, state: &State, listed: Listed, rows: &[LinkRow], menu: &Menu) {
    let whole = canvas.area();
    let inner = popup::draw(
        canvas,
        listed.title(),
        "Enter goes there · Esc closes",
        whole.width.min(100),
        rows.len() as u16 + 2,
    );
    let first = top(menu.at, 0, usize::from(inner.height), rows.len());
    for (y, (at, row)) in (inner.y..inner.bottom()).zip(rows.iter().enumerate().skip(first)) {
        let event = state.data.catalog.event(row.to);
        let status = state.data.catalog.status(row.to).name();
        let date = event.when.as_ref().map_or_else(|| "undated".to_owned(), crate::chronology::When::short);
        let (dim, text) = (canvas.style(Role::Dim), canvas.style(Role::Text));
        canvas.text(inner.x, y, 15, &row.words, dim);
        let (sign, _) = links::words(state.lead(row.to, &state.scale()), canvas.glyphs());
        if listed == Listed::Links {
            canvas.glyph(inner.x + 16, y, sign, canvas.style(Role::Link));
        }
        canvas.text(inner.x + 18, y, 13, &date, dim);
        canvas.glyph(inner.x + 32, y, canvas.glyphs().status(status), canvas.style(Role::status(status)));
        canvas.text(inner.x + 34, y, inner.width.saturating_sub(34), &event.title, text);
        if at == menu.at {
            canvas.restyle(Rect { y, height: 1, ..inner }, canvas.style(Role::Cursor));
        }
    }
}
