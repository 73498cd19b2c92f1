//! Ticks and their labels.

use crate::{
    layout::{Fold, Rank, Tick},
    settings::Role,
    text::text_width,
    ui::paint::Canvas,
};

/// Writes the labels of `ticks` on one row; a fold has two strokes, and after them how long it is.
pub(super) fn draw_ticks(canvas: &mut Canvas, ticks: &[Tick], x: u16, y: u16, width: u16) {
    for tick in ticks.iter().filter(|it| it.column < width) {
        let (role, column) = match tick.rank {
            Rank::Major => (Role::Title, tick.column),
            Rank::Minor => (Role::Axis, tick.column),
            Rank::Fold => (Role::Dim, tick.column + Fold::COLUMNS),
        };
        if tick.rank == Rank::Fold {
            canvas.run(x + tick.column..x + tick.column + 2, y, canvas.glyphs().fold, Role::Accent);
        }
        // Something else may stand at the end of the row: part of a year is another year.
        if text_width(&tick.label) <= usize::from(width.saturating_sub(column)) {
            canvas.text(x + column, y, width - column, &tick.label, role);
        }
    }
}
