//! Small lists to choose from, and the statistics.

use crate::{
    app::{LinkRow, Menu, State},
    chronology::Named,
    layout::{LanesBy, Rect, top},
    settings::Role,
};

use super::{links, paint::Canvas, popup, range, title::plural};

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

pub(super) fn draw_links(canvas: &mut Canvas, state: &State, rows: &[LinkRow], menu: &Menu) {
    let whole = canvas.area();
    let inner =
        popup::draw(canvas, "links", "Enter goes there · Esc closes", whole.width.min(100), rows.len() as u16 + 2);
    let first = top(menu.at, 0, usize::from(inner.height), rows.len());
    for (y, (at, row)) in (inner.y..inner.bottom()).zip(rows.iter().enumerate().skip(first)) {
        let event = state.data.catalog.event(row.to);
        let status = state.data.catalog.status(row.to).name();
        let date = event.when.as_ref().map_or_else(|| "undated".to_owned(), crate::chronology::When::short);
        let (dim, text) = (canvas.style(Role::Dim), canvas.style(Role::Text));
        canvas.text(inner.x, y, 15, row.words, dim);
        let (sign, _) = links::words(state.lead(row.to, &state.scale()), canvas.glyphs());
        canvas.glyph(inner.x + 16, y, sign, canvas.style(Role::Link));
        canvas.text(inner.x + 18, y, 13, &date, dim);
        canvas.glyph(inner.x + 32, y, canvas.glyphs().status(status), canvas.style(Role::status(status)));
        canvas.text(inner.x + 34, y, inner.width.saturating_sub(34), &event.title, text);
        if at == menu.at {
            canvas.restyle(Rect { y, height: 1, ..inner }, canvas.style(Role::Cursor));
        }
    }
}

pub(super) fn draw_statistics(canvas: &mut Canvas, state: &State, menu: &Menu) {
    let whole = canvas.area();
    let inner = popup::draw(canvas, "statistics", "j k scroll · q closes", whole.width.min(80), whole.height);
    let Some((words, stats)) = state.sums.as_deref() else {
        let style = canvas.style(Role::Dim);
        canvas.text(inner.x, inner.y, inner.width, "counting …", style);
        return;
    };
    let n = stats.n_events;
    let mut lines = vec![vec![(format!("{n} event{}: {words}", plural(n)), Role::Text)]];
    lines.extend(range::figures(state, stats, usize::from(inner.width)));
    let first = menu.at.min(lines.len().saturating_sub(usize::from(inner.height)));
    for (y, line) in (inner.y..inner.bottom()).zip(lines.iter().skip(first)) {
        let mut used = 0;
        for (text, role) in line {
            used += canvas.text(inner.x + used, y, inner.width - used.min(inner.width), text, canvas.style(*role));
        }
    }
}
