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
    frame(canvas, area, title, hint);
    Rect { x: area.x + 2, y: area.y + 1, width: width.saturating_sub(4), height: height.saturating_sub(2) }
}

/// Draws a blank box with a border over `area`.
pub(super) fn frame(canvas: &mut Canvas, area: Rect, title: &str, hint: &str) {
    let (border, text) = (canvas.style(Role::BorderFocus), canvas.style(Role::Text));
    canvas.clear(area, text);
    let glyphs = canvas.glyphs();
    let (horizontal, vertical, corners) =
        (glyphs.hline, glyphs.vline, [glyphs.top_left, glyphs.top_right, glyphs.bottom_left, glyphs.bottom_right]);
    let (right, bottom) = (area.right().saturating_sub(1), area.bottom().saturating_sub(1));
    canvas.run(area.x..area.right(), area.y, horizontal, border);
    canvas.run(area.x..area.right(), bottom, horizontal, border);
    for y in area.y..area.bottom() {
        canvas.glyph(area.x, y, vertical, border);
        canvas.glyph(right, y, vertical, border);
    }
    for ((x, y), glyph) in
        [(area.x, area.y), (right, area.y), (area.x, bottom), (right, bottom)].into_iter().zip(corners)
    {
        canvas.glyph(x, y, glyph, border);
    }
    let room = area.width.saturating_sub(4);
    let (title_style, hint_style) = (canvas.style(Role::Title), canvas.style(Role::Dim));
    canvas.text(area.x + 2, area.y, room, &format!(" {title} "), title_style);
    if !hint.is_empty() {
        canvas.text(area.x + 2, bottom, room, &format!(" {hint} "), hint_style);
    }
}
