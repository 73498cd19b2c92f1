//! The help and the palette, both from the table of actions; the help has that of queries too.

use crate::{
    app::{Help, HelpRow, Palette, PaletteRow, State},
    chronology::{Named, Status},
    keys::{Action, Context},
    layout::Rect,
    settings::{Role, SavedView},
    ui::{
        grammar::GRAMMAR,
        paint::{Canvas, draw_input},
        popup,
    },
};

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
    draw_rows(canvas, &rows, help.at, list);
}

/// The signs of each status and the grammar of the picture, as far as half of the height has room; returns the rows taken.
fn draw_legend(canvas: &mut Canvas, area: Rect) -> u16 {
    if area.height < 12 || area.width < 50 {
        return 0;
    }
    let (mut x, mut y) = (area.x, area.y + 1);
    for status in Status::ALL {
        let (glyph, role) = (canvas.glyphs().status(status.name()), Role::status(status.name()));
        if area.right() < x + 2 + status.name().len() as u16 {
            (x, y) = (area.x, y + 1);
        }
        let room = area.right().saturating_sub(x);
        x += canvas.line(
            x,
            y,
            room,
            &[(glyph, role), (" ", Role::Text), (status.name(), Role::Text), ("  ", Role::Text)],
        );
    }
    let top = y + 1;
    let rows = (GRAMMAR.len() as u16).div_ceil(2).min(area.height / 2 - 1);
    let width = area.width / 2;
    for (at, rule) in (0..).zip(GRAMMAR.iter().take(usize::from(2 * rows))) {
        // Down the left half and then down the right, as the table is read.
        let (x, y) = (area.x + at / rows * width, top + at % rows);
        canvas.text(x, y, SAMPLE, rule.sample(canvas.glyphs()), Role::StatusDocumented);
        canvas.text(x + SAMPLE + 1, y, width - SAMPLE - 2, rule.means, Role::Dim);
    }
    top + rows + 1 - (area.y + 1)
}

fn draw_rows(canvas: &mut Canvas, rows: &[HelpRow], at: usize, area: Rect) {
    let keys = KEYS.min(area.width / 3);
    canvas.list(area, at, rows, |canvas, Rect { x, y, .. }, number, row| {
        let is_first = y == area.y || rows[number - 1].group() != row.group();
        canvas.text(x, y, 8, if is_first { row.group() } else { "" }, Role::Dim);
        let (left, words) = match row {
            HelpRow::Action(action, keys) => (keys.as_str(), action.help().to_owned()),
            // What is cut for want of room is the longer part.
            HelpRow::Term(it) => (it.form, format!("{}  {}", it.example, it.means)),
        };
        canvas.text(x + 8, y, keys, left, Role::HintKey);
        let x = x + 9 + keys;
        canvas.text(x, y, area.right().saturating_sub(x), &words, Role::Text);
    });
    if rows.is_empty() {
        canvas.text(area.x, area.y, area.width, "no key, no action and no query is called that", Role::Warning);
    }
}

pub(super) fn draw_palette(canvas: &mut Canvas, state: &State, palette: &Palette) {
    let hint = canvas.keys(Context::Picker, &[(Action::Pick, "does it"), (Action::Cancel, "closes")]);
    let inner = popup::draw(canvas, "do, or show only", &hint, 100, 20);
    if inner.height < 2 {
        return;
    }
    draw_input(canvas, inner.x, inner.y, inner.width, ": ", &palette.needle);
    let list = Rect { y: inner.y + 1, height: inner.height - 1, ..inner };
    canvas.list(list, palette.at, &palette.rows(state.behind()), |canvas, Rect { x, y, width, .. }, _, row| {
        let room = width.saturating_sub(14);
        let (right, role) = match row {
            PaletteRow::Action(action) => {
                let title = action.title();
                canvas.line(x, y, room, &[(&title, Role::Text), ("  ", Role::Text), (action.help(), Role::Dim)]);
                (state.settings.keymap.keys_for(*action, Context::Explorer).join(", "), Role::HintKey)
            }
            PaletteRow::View(name) => {
                let view = state.settings.views.iter().find(|it| it.name == *name);
                let words = view.map(SavedView::words).unwrap_or_default();
                canvas.line(x, y, room, &[(name, Role::Text), ("  ", Role::Text), (&words, Role::Dim)]);
                ("view".to_owned(), Role::Dim)
            }
            PaletteRow::Query(query) => {
                canvas.line(x, y, room, &[("show only  ", Role::Dim), (query, Role::Text)]);
                ("filter".to_owned(), Role::Dim)
            }
        };
        canvas.right((x + width).saturating_sub(13), y, 13, &right, role);
    });
}
