//! The tour's step, on the last rows of the screen: below everything, so that it hides nothing.

use crate::{
    app::State,
    keys::Action,
    layout::Rect,
    settings::Role,
    text::wrap,
    ui::{paint::Canvas, popup},
};

pub(super) fn draw(canvas: &mut Canvas, state: &State, area: Rect) {
    let Some((heading, text)) = state.tour.as_ref().and_then(|it| it.instructions(&state.settings.keymap)) else {
        return;
    };
    if area.height < 3 {
        return;
    }
    let hint = format!("{} ends the tour", canvas.key(Action::Back));
    let inner = popup::frame(canvas, area, &heading, &hint);
    for (y, line) in (inner.y..inner.bottom()).zip(wrap(&text, usize::from(inner.width))) {
        canvas.text(inner.x, y, inner.width, &line, Role::Text);
    }
}
