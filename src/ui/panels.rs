//! What lies over the panes or below them: the panels, the tour, and what may come next while keys are pressed.

mod choices;
mod export;
mod help;
mod parties;
mod problems;
mod statistics;
mod tour;
mod which_key;

use crate::{
    app::{Panel, State},
    layout::Rect,
};

use super::paint::Canvas;

pub(super) fn draw(canvas: &mut Canvas, state: &State) {
    let whole = canvas.area();
    let rows = state.tour_rows();
    tour::draw(canvas, state, Rect { y: whole.bottom() - rows, height: rows, ..whole });
    canvas.left = rows;
    for panel in &state.panels {
        match panel {
            Panel::Help(it) => help::draw(canvas, state, it),
            Panel::Palette(it) => help::draw_palette(canvas, state, it),
            Panel::Parties(it) => parties::draw(canvas, state, it),
            Panel::Problems(it) => problems::draw(canvas, state, it),
            Panel::ExportDialog(it) => export::draw(canvas, state, it),
            Panel::Choices(it) => choices::draw(canvas, state, it),
            Panel::Statistics(it) => statistics::draw(canvas, state, it),
        }
    }
    which_key::draw(canvas, state);
}
