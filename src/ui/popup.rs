//! The frame of a pop-up: in the middle, with a title above and keys below.

use crate::{layout::Rect, settings::Role};

use super::paint::Canvas;

/// Draws an empty pop-up of at most `width` by `height` cells with `title` in its upper border and `hint` in its lower;
/// returns the room inside.
pub(super) fn draw(canvas: &mut Canvas, title: &str, hint: &str, width: u16, height: u16) -> Rect {
    let whole = canvas.area();
    let width = width.min(whole.width.saturating_sub(2)).max(4);
    let height = height.min(whole.height.saturating_sub(2)).max(3);
    let area = Rect {
        x: whole.x + whole.width.saturating_sub(width) / 2,
        y: whole.y + whole.height.saturating_sub(height) / 2,
        width,
        height,
    };
    frame(canvas, area, title, hint)
}

/// Draws a blank box with a border over `area`; returns the room inside.
pub(super) fn frame(canvas: &mut Canvas, area: Rect, title: &str, hint: &str) -> Rect {
    let border = Role::BorderFocus;
    canvas.clear(area, Role::Text);
    let glyphs = canvas.glyphs();
    let (right, bottom) = (area.right().saturating_sub(1), area.bottom().saturating_sub(1));
    for y in [area.y, bottom] {
        canvas.run(area.x..area.right(), y, glyphs.hline, border);
    }
    for x in [area.x, right] {
        for y in area.y..area.bottom() {
            canvas.glyph(x, y, glyphs.vline, border);
        }
    }
    canvas.glyph(area.x, area.y, glyphs.top_left, border);
    canvas.glyph(right, area.y, glyphs.top_right, border);
    canvas.glyph(area.x, bottom, glyphs.bottom_left, border);
    canvas.glyph(right, bottom, glyphs.bottom_right, border);
    let room = area.width.saturating_sub(4);
    canvas.text(area.x + 2, area.y, room, &format!(" {title} "), Role::Title);
    if !hint.is_empty() {
        canvas.text(area.x + 2, bottom, room, &format!(" {hint} "), Role::Dim);
    }
    Rect { x: area.x + 2, y: area.y + 1, width: room, height: area.height.saturating_sub(2) }
}
