//! The panes, from the top down: one file each, or one for two that are of one thing.

mod axis;
mod dates;
mod detail;
mod head;
mod links;
mod list;
mod overview;
mod range;
mod status;
mod timeline;

use crate::app::State;

use super::paint::Canvas;

pub(super) use self::links::words as lead_words;

pub(super) fn draw(canvas: &mut Canvas, state: &State) {
    let panes = state.look.panes();
    head::draw_title(canvas, state, panes.title);
    head::draw_chips(canvas, state, panes.chips);
    overview::draw(canvas, state, panes.overview);
    if !panes.rule.is_empty() {
        canvas.rule(panes.rule, panes.rule.y);
    }
    timeline::draw(canvas, state, &panes);
    canvas.divide(panes.divider);
    list::draw(canvas, state, panes.list);
    detail::draw(canvas, state, panes.detail);
    status::draw(canvas, state, panes.status);
}
