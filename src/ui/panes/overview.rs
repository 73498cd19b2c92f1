//! The whole store on one row, with the stretch that is on the screen marked in it. On the rule below stand marks, and bookmarks by
//! their letters: there they hide nothing.

use crate::{
    app::State,
    layout::{self, Rect},
    settings::Role,
    ui::paint::Canvas,
};

use super::axis;

pub(super) fn draw(canvas: &mut Canvas, state: &State, area: Rect) {
    if area.height < 2 || area.width < 4 {
        return;
    }
    let plot = Rect { x: area.x + 1, width: area.width - 2, ..area };
    let shown = (&state.find.shown.possibly, &state.find.shown.ranks);
    let view = layout::overview(&state.shelf.data.catalog, shown, state.shelf.whole(), state.look.viewport, plot.width);
    axis::draw_ticks(canvas, &view.ticks, plot.x, plot.y, plot.width);
    let bars = canvas.glyphs().bars;
    let row = plot.y + 1;
    for (column, level) in view.levels.iter().enumerate() {
        let column = column as u16;
        let role = if view.viewport.contains(&column) { Role::Accent } else { Role::Dim };
        if *level > 0 {
            canvas.glyph(plot.x + column, row, bars[usize::from(*level).min(8) - 1], role);
        }
    }
    // The brackets stand beside what they enclose, and on it only at the edge of the screen.
    let left = (plot.x + view.viewport.start).saturating_sub(1).max(area.x);
    let right = (plot.x + view.viewport.end).min(area.right() - 1);
    canvas.glyph(left, row, canvas.glyphs().viewport_open, Role::Title);
    canvas.glyph(right, row, canvas.glyphs().viewport_close, Role::Title);
    if area.height > 2 {
        canvas.rule(area, area.y + 2);
        draw_places(canvas, state, plot, area.y + 2);
    }
}

fn draw_places(canvas: &mut Canvas, state: &State, plot: Rect, y: u16) {
    let catalog = &state.shelf.data.catalog;
    if !state.look.selection.marked.is_empty() {
        for column in layout::begun_in(catalog, &state.look.selection.marked, state.shelf.whole(), plot.width) {
            canvas.glyph(plot.x + column, y, canvas.glyphs().mark, Role::Selection);
        }
    }
    let scale = state.shelf.whole().scale(plot.width);
    for (letter, event) in &state.look.selection.bookmarks {
        let column = catalog.bounds(*event).and_then(|it| scale.visible(it.anchor()));
        if let Some(column) = column {
            canvas.glyph(plot.x + column, y, letter.encode_utf8(&mut [0; 4]), Role::Title);
        }
    }
}
