//! The help and the palette, both from the table of actions.

use crate::{
    app::{Help, HelpRow, Menu, Palette, PaletteRow, State},
    chronology::{Named, Status},
    keys::{Action, Context},
    layout::{Rect, top},
    settings::{Role, SavedView},
};

use super::{grammar::GRAMMAR, paint::Canvas, popup, status::draw_input};

/// Cells of the column of keys.
const KEYS: u16 = 22;
/// Cells of the column of samples.
const SAMPLE: u16 = 11;

pub(super) fn draw(canvas: &mut Canvas, state: &State, help: &Help) {
    let whole = canvas.area();
    let hint = canvas.keys(
        Context::Help,
        &[(Action::Tour, "takes the tour"), (Action::Pick, "does it"), (Action::Cancel, "closes")],
    );
    let inner = popup::draw(canvas, "help", &format!("a word finds · {hint}"), whole.width.min(96), whole.height);
    if inner.height < 4 {
        return;
    }
    draw_input(canvas, inner.x, inner.y, inner.width, "find ", &help.needle);
    let legend = if help.needle.value().is_empty() { draw_legend(canvas, inner) } else { 0 };
    let rows = help.rows(&state.settings.keymap);
    let list = Rect { y: inner.y + 1 + legend, height: inner.height.saturating_sub(1 + legend), ..inner };
    draw_rows(canvas, &rows, &help.menu, list);
}

/// The signs of each status and the grammar of the picture, as far as half of the height has room; returns the rows taken.
fn draw_legend(canvas: &mut Canvas, area: Rect) -> u16 {
    if area.height < 12 || area.width < 50 {
        return 0;
    }
    let text = canvas.style(Role::Text);
    let (mut x, mut y) = (area.x, area.y + 1);
    for status in Status::ALL {
        let style = canvas.style(Role::status(status.name()));
        let glyph = canvas.glyphs().status(status.name());
        if area.right() < x + 2 + status.name().len() as u16 {
            (x, y) = (area.x, y + 1);
        }
        let room = area.right().saturating_sub(x);
        x += canvas.line(x, y, room, &[(glyph, style), (" ", text), (status.name(), text), ("  ", text)]);
    }
    let top = y + 1;
    let rows = (GRAMMAR.len() as u16).div_ceil(2).min(area.height / 2 - 1);
    let width = area.width / 2;
    for (at, rule) in (0..).zip(GRAMMAR.iter().take(usize::from(2 * rows))) {
        // Down the left half and then down the right, as the table is read.
        let (x, y) = (area.x + at / rows * width, top + at % rows);
        let sample = rule.sample(canvas.glyphs());
        canvas.text(x, y, SAMPLE, sample, canvas.style(Role::StatusDocumented));
        canvas.text(x + SAMPLE + 1, y, width - SAMPLE - 2, rule.means, canvas.style(Role::Dim));
    }
    top + rows + 1 - (area.y + 1)
}

fn draw_rows(canvas: &mut Canvas, rows: &[HelpRow], menu: &Menu, area: Rect) {
    let first = top(menu.at, 0, usize::from(area.height), rows.len());
    let keys = KEYS.min(area.width / 3);
    for (y, (at, row)) in (area.y..area.bottom()).zip(rows.iter().enumerate().skip(first)) {
        let first = at == 0 || at == first || rows[at - 1].group != row.group;
        let (dim, key, text) = (canvas.style(Role::Dim), canvas.style(Role::HintKey), canvas.style(Role::Text));
        canvas.text(area.x, y, 8, if first { row.group.name() } else { "" }, dim);
        canvas.text(area.x + 8, y, keys, &row.keys, key);
        let x = area.x + 9 + keys;
        canvas.text(x, y, area.right().saturating_sub(x), row.action.help(), text);
        if at == menu.at {
            canvas.restyle(Rect { y, height: 1, ..area }, canvas.style(Role::Cursor));
        }
    }
    if rows.is_empty() {
        let style = canvas.style(Role::Warning);
        canvas.text(area.x, area.y, area.width, "no key and no action is called that", style);
    }
}

pub(super) fn draw_palette(canvas: &mut Canvas, state: &State, palette: &Palette) {
    let (rows, menu) = (palette.rows(state.behind()), &palette.menu);
    let hint = canvas.keys(Context::Picker, &[(Action::Pick, "does it"), (Action::Cancel, "closes")]);
    let inner = popup::draw(canvas, "do, or show only", &hint, 100, 20);
    if inner.height < 2 {
        return;
    }
    draw_input(canvas, inner.x, inner.y, inner.width, ": ", &palette.needle);
    let list = Rect { y: inner.y + 1, height: inner.height - 1, ..inner };
    let first = top(menu.at, 0, usize::from(list.height), rows.len());
    for (y, (at, row)) in (list.y..list.bottom()).zip(rows.iter().enumerate().skip(first)) {
        let (text, dim, key) = (canvas.style(Role::Text), canvas.style(Role::Dim), canvas.style(Role::HintKey));
        let room = list.width.saturating_sub(14);
        match row {
            PaletteRow::Action(action) => {
                canvas.line(list.x, y, room, &[(&action.title(), text), ("  ", text), (action.help(), dim)]);
                let keys = state.settings.keymap.keys_for(*action, Context::Explorer).join(", ");
                canvas.right(list.right().saturating_sub(13), y, 13, &keys, key);
            }
            PaletteRow::View(name) => {
                let view = state.settings.views.iter().find(|it| it.name == *name);
                let words = view.map(SavedView::words).unwrap_or_default();
                canvas.line(list.x, y, room, &[(name, text), ("  ", text), (&words, dim)]);
                canvas.right(list.right().saturating_sub(13), y, 13, "view", dim);
            }
            PaletteRow::Query(query) => {
                canvas.line(list.x, y, room, &[("show only  ", dim), (query, text)]);
                canvas.right(list.right().saturating_sub(13), y, 13, "filter", dim);
            }
        }
        if at == menu.at {
            canvas.restyle(Rect { y, height: 1, ..list }, canvas.style(Role::Cursor));
        }
    }
}
