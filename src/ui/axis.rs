//! Ticks and their labels.

use crate::{
    layout::{Rank, Tick},
    settings::Role,
};

use super::paint::Canvas;

/// Writes the labels of `ticks` on one row.
pub(super) fn draw_ticks(canvas: &mut Canvas, ticks: &[Tick], x: u16, y: u16, width: u16) {
    for tick in ticks.iter().filter(|it| it.column < width) {
        let role = match tick.rank {
            Rank::Major => Role::Title,
            Rank::Minor => Role::Axis,
        };
        let style = canvas.style(role);
        canvas.text(x + tick.column, y, width - tick.column, &tick.label, style);
    }
}
