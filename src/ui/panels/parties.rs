//! The party picker. It stands at the right, so that the picture that it changes is seen.

use unicode_segmentation::UnicodeSegmentation;

use crate::{
    app::{Parties, Pick, State},
    keys::{Action, Context},
    layout::Rect,
    settings::Role,
    text::ellipsize,
    ui::{
        paint::{Canvas, draw_input},
        popup,
    },
};

/// Cells of the picker: a name, two counts and the border.
const WIDTH: u16 = 48;
/// Cells of the counts at the right of a row.
const COUNTS: u16 = 9;

pub(super) fn draw(canvas: &mut Canvas, state: &State, picker: &Parties) {
    let whole = canvas.area();
    let width = WIDTH.min(whole.width);
    let area = Rect { x: whole.right() - width, y: whole.y + 1, width, height: whole.height.saturating_sub(2) };
    let offers =
        [(Action::Pick, "take"), (Action::TogglePick, "add"), (Action::ExcludePick, "not"), (Action::Cancel, "")];
    let hint = canvas.keys(Context::Picker, &offers);
    let inner = popup::frame(canvas, area, "parties", &hint);
    if inner.height < 2 {
        return;
    }
    draw_input(canvas, inner.x, inner.y, inner.width, "", &picker.input);
    let list = Rect { y: inner.y + 1, height: inner.height - 1, ..inner };
    if picker.rows.is_empty() {
        canvas.text(list.x, list.y, list.width, "no party is called that", Role::Warning);
    }
    let catalog = &state.shelf.data.catalog;
    // Each party: whether it is picked, its name with what was found in it, and how many of its events are shown.
    canvas.list(list, picker.at, &picker.rows, |canvas, area, _, row| {
        let pick = match picker.pick_of(row.party, catalog) {
            Some(Pick::Include) => canvas.glyphs().mark,
            Some(Pick::Exclude) => canvas.glyphs().remove,
            None => " ",
        };
        canvas.text(area.x, area.y, 1, pick, Role::Accent);
        let room = area.width.saturating_sub(2 + COUNTS);
        // Cut as a whole: each letter is a piece of its own below.
        let label = ellipsize(&row.label, usize::from(room));
        let role = |at: usize| if row.positions.contains(&at) { Role::Match } else { Role::Text };
        let mut pieces: Vec<(&str, Role)> = label.graphemes(true).enumerate().map(|(at, it)| (it, role(at))).collect();
        let name = &catalog.party(row.party).name;
        if *name != row.label {
            pieces.extend([("  ", Role::Dim), (name, Role::Dim)]);
        }
        canvas.line(area.x + 2, area.y, room, &pieces);
        let events = catalog.events_of(row.party);
        let shown = events.iter().filter(|it| state.find.shown.possibly.contains(**it)).count();
        canvas.right(area.right() - COUNTS, area.y, COUNTS, &format!("{shown}/{}", events.len()), Role::Dim);
    });
}
