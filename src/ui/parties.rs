//! The party picker. It stands at the right, so that the picture that it changes is seen.

use std::collections::BTreeSet;

use unicode_segmentation::UnicodeSegmentation;

use crate::{
    app::{Parties, PartyRow, Pick, State},
    keys::{Action, Context},
    layout::{Rect, top},
    settings::Role,
    text::ellipsize,
};

use super::{paint::Canvas, popup, status::draw_input};

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
    popup::frame(canvas, area, "parties", &hint);
    let inner =
        Rect { x: area.x + 2, y: area.y + 1, width: width.saturating_sub(4), height: area.height.saturating_sub(2) };
    if inner.height < 2 {
        return;
    }
    draw_input(canvas, inner.x, inner.y, inner.width, "", &picker.input);
    let list = Rect { y: inner.y + 1, height: inner.height - 1, ..inner };
    if picker.rows.is_empty() {
        let style = canvas.style(Role::Warning);
        canvas.text(list.x, list.y, list.width, "no party is called that", style);
    }
    let first = top(picker.menu.at, 0, usize::from(list.height), picker.rows.len());
    for (y, (at, row)) in (list.y..list.bottom()).zip(picker.rows.iter().enumerate().skip(first)) {
        draw_row(canvas, state, picker, row, Rect { y, height: 1, ..list });
        if at == picker.menu.at {
            canvas.restyle(Rect { y, height: 1, ..list }, canvas.style(Role::Cursor));
        }
    }
}

/// One party: whether it is picked, its name with what was found in it, and how many of its events are shown.
fn draw_row(canvas: &mut Canvas, state: &State, picker: &Parties, row: &PartyRow, area: Rect) {
    let glyphs = canvas.glyphs();
    let pick = match picker.pick_of(row.party, &state.shelf.data.catalog) {
        Some(Pick::Include) => glyphs.mark,
        Some(Pick::Exclude) => glyphs.remove,
        None => " ",
    };
    let (text, dim, found) = (canvas.style(Role::Text), canvas.style(Role::Dim), canvas.style(Role::Match));
    canvas.text(area.x, area.y, 1, pick, canvas.style(Role::Accent));
    let room = area.width.saturating_sub(2 + COUNTS);
    let positions: BTreeSet<usize> = row.positions.iter().copied().collect();
    // Cut as a whole: each letter is a piece of its own below.
    let label = ellipsize(&row.label, usize::from(room));
    let graphemes: Vec<&str> = label.graphemes(true).collect();
    let name = &state.shelf.data.catalog.party(row.party).name;
    let alias = if *name == row.label { String::new() } else { format!("  {name}") };
    let pieces = graphemes.iter().enumerate().map(|(at, it)| (*it, if positions.contains(&at) { found } else { text }));
    let pieces: Vec<_> = pieces.chain([(alias.as_str(), dim)]).collect();
    canvas.line(area.x + 2, area.y, room, &pieces);
    let shown = state
        .shelf
        .data
        .catalog
        .events_of(row.party)
        .iter()
        .filter(|it| state.find.shown.possibly.contains(**it))
        .count();
    canvas.right(area.right() - COUNTS, area.y, COUNTS, &format!("{shown}/{}", row.events), dim);
}
