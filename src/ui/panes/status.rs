//! The last row: the line that is typed, or what was just done, or the keys that fit what is on.

use crate::{
    app::{Hint, Level, Line, Purpose, State, hints},
    diag::Diagnostic,
    keys::{Action, Context},
    layout::Rect,
    settings::Role,
    text::text_width,
    ui::{
        paint::{Canvas, draw_input},
        popup,
    },
};

pub(super) fn draw(canvas: &mut Canvas, state: &State, area: Rect) {
    if area.height == 0 {
        return;
    }
    if let Some(line) = &state.typing.line {
        return draw_line(canvas, line, area);
    }
    let x = area.x + 1;
    let room = area.width.saturating_sub(2);
    let pending: String = state.typing.count.map(|it| it.to_string()).unwrap_or_default()
        + &state.typing.pending.iter().map(|it| it.label()).collect::<String>();
    let reserved = text_width(&pending) as u16;
    canvas.right(x, area.y, room, &pending, Role::HintKey);
    let room = room.saturating_sub(reserved + u16::from(reserved > 0));
    if let Some(notice) = &state.notice {
        let role = if notice.level == Level::Warning { Role::Warning } else { Role::Text };
        canvas.text(x, area.y, room, &canvas.notice(notice), role);
        return;
    }
    for Hint { action, key, cells } in hints(state, room) {
        let pieces = [(key.as_str(), Role::HintKey), (" ", Role::HintText), (action.label(), Role::HintText)];
        canvas.line(x + cells.start, area.y, cells.end - cells.start, &pieces);
    }
}

/// The line that is typed; above it what is wrong with it, or what its last word could become.
fn draw_line(canvas: &mut Canvas, line: &Line, area: Rect) {
    canvas.clear(area, Role::Text);
    let label = format!("{}: ", line.purpose.label());
    draw_input(canvas, area.x + 1, area.y, area.width.saturating_sub(2), &label, &line.input);
    let at = area.x + 1 + text_width(&label) as u16;
    if line.text().is_empty() {
        let room = area.right().saturating_sub(at + 2);
        canvas.text(at + 1, area.y, room, line.purpose.example(), Role::Dim);
    }
    // Half a word is a mistake as well, and one that Tab mends.
    if line.purpose == Purpose::Filter && !line.completions.is_empty() {
        draw_completions(canvas, line, at, area);
    } else if let Some(fault) = &line.fault {
        draw_fault(canvas, line, fault, at, area);
    }
}

/// What is wrong, under a mark that stands over the word it is in.
fn draw_fault(canvas: &mut Canvas, line: &Line, fault: &Diagnostic, at: u16, area: Rect) {
    let span = fault.span.map_or(0..0, |it| it.start..it.end);
    let (before, word) = (line.text().get(..span.start).unwrap_or_default(), line.text().get(span).unwrap_or_default());
    let column = at + text_width(before) as u16;
    let marked = Rect { x: column, y: area.y, width: (text_width(word) as u16).max(1), height: 1 };
    canvas.restyle(marked, Role::Error);
    if area.y == 0 {
        return;
    }
    let help = fault.help.as_ref().map(|it| format!(" · {it}")).unwrap_or_default();
    let words = format!("{}{help}", fault.message);
    let row = Rect { y: area.y - 1, height: 1, ..area };
    canvas.clear(row, Role::Text);
    // The words stand under their word where they fit, and else as far right as they do.
    let width = text_width(&words) as u16;
    let x = column.min((area.right()).saturating_sub(width + 1)).max(area.x + 1);
    canvas.text(x, row.y, area.right().saturating_sub(x + 1), &words, Role::Error);
}

fn draw_completions(canvas: &mut Canvas, line: &Line, at: u16, area: Rect) {
    let shown = line.completions.len().min(8).min(usize::from(area.y.saturating_sub(3)));
    if shown == 0 {
        return;
    }
    let rows = || line.completions.iter().take(shown);
    let text = rows().map(|it| text_width(&it.text)).max().unwrap_or(0).min(32) as u16;
    let describe = rows().map(|it| text_width(&it.describe)).max().unwrap_or(0).min(36) as u16;
    let start = line.completions[0].replace.start;
    let column = at + text_width(line.text().get(..start).unwrap_or_default()) as u16;
    // The frame has room for its title, however short the words are.
    let width = (text + describe + 6).max(20).min(area.width);
    let x = column.saturating_sub(2).min(area.right().saturating_sub(width));
    let height = shown as u16 + 2;
    let title = canvas.keys(Context::Prompt, &[(Action::Complete, "completes")]);
    popup::frame(canvas, Rect { x, y: area.y - height, width, height }, &title, "");
    for (y, it) in (area.y - height + 1..).zip(rows()) {
        canvas.text(x + 2, y, text, &it.text, Role::Text);
        canvas.text(x + 3 + text, y, width.saturating_sub(text + 5), &it.describe, Role::Dim);
    }
}
