//! What may come next, while the keys of a sequence are pressed.

use crate::{
    app::State,
    keys::{Action, Resolved},
    layout::Rect,
    settings::Role,
    text::text_width,
    ui::{paint::Canvas, popup},
};

pub(super) fn draw(canvas: &mut Canvas, state: &State) {
    if state.typing.pending.is_empty() {
        return;
    }
    let rows: Vec<(String, &str)> = match state.settings.keymap.resolve(state.context(), &state.typing.pending) {
        Resolved::More(keys) => {
            keys.into_iter().map(|(key, action)| (key.label(), action.map_or("…", Action::label))).collect()
        }
        Resolved::Letter(action) => vec![("a–z".to_owned(), action.label())],
        _ => return,
    };
    let whole = canvas.area();
    let widest = rows.iter().map(|(key, label)| text_width(key) + text_width(label)).max().unwrap_or(0) as u16 + 4;
    let columns = (whole.width.saturating_sub(4) / widest.max(1)).clamp(1, 4);
    let height = (rows.len() as u16).div_ceil(columns);
    let width = (widest * columns + 4).min(whole.width);
    let area = Rect {
        x: whole.right().saturating_sub(width),
        y: whole.bottom().saturating_sub(height + 3),
        width,
        height: (height + 2).min(whole.height),
    };
    let title: String = state.typing.pending.iter().map(|it| it.label()).collect::<Vec<_>>().join(" ");
    let inner = popup::frame(canvas, area, &format!("{title} …"), "");
    for (at, (key, label)) in rows.iter().enumerate() {
        let (column, row) = (at as u16 / height, at as u16 % height);
        let (x, y) = (inner.x + column * widest, inner.y + row);
        let room = inner.right().saturating_sub(x).min(widest);
        if y < inner.bottom() {
            let pieces = [(key.as_str(), Role::HintKey), (" ", Role::Text), (*label, Role::HintText)];
            canvas.line(x, y, room, &pieces);
        }
    }
}
