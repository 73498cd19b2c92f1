//! The first row: what is shown, how much of it, and what is wrong with it.

use crate::{
    app::{Loading, State},
    layout::{Rect, text_width},
    settings::Role,
};

use super::paint::Canvas;

pub(super) fn draw(canvas: &mut Canvas, state: &State, area: Rect) {
    if area.height == 0 {
        return;
    }
    let (dim, title) = (canvas.style(Role::Dim), canvas.style(Role::Title));
    let counts = counts(state);
    let room = area.width.saturating_sub(2);
    let right = (text_width(&counts) as u16).min(room);
    let left = room.saturating_sub(right + 2);
    let name = if area.width < 60 { "" } else { "dateline  " };
    let used = canvas.line(area.x + 1, area.y, left, &[(name, dim), (state.data.title(), title)]);
    let (errors, warnings) = state.data.faults();
    let faults = match (errors, warnings) {
        (0, 0) => String::new(),
        (0, n) => format!("  {n} warning{}", plural(n)),
        (n, 0) => format!("  {n} error{}", plural(n)),
        (e, w) => format!("  {e} error{}, {w} warning{}", plural(e), plural(w)),
    };
    let style = canvas.style(if errors > 0 { Role::Error } else { Role::Dim });
    // Faults are said whole or not at all: `]x` and `?` name them too.
    if text_width(&faults) as u16 + used <= left {
        canvas.text(area.x + 1 + used, area.y, left - used, &faults, style);
    }
    canvas.right(area.x + 1, area.y, room, &counts, dim);
}

/// Returns how many events are shown, and how many of them for certain.
fn counts(state: &State) -> String {
    match &state.data.loading {
        Loading::Reading => return "reading …".to_owned(),
        Loading::Failed(_) => return "not read".to_owned(),
        Loading::Complete => {}
    }
    let (total, shown) = (state.data.catalog.len(), state.shown.possibly.len());
    let possible = shown - state.shown.surely.len();
    let all =
        if shown == total { format!("{total} event{}", plural(total)) } else { format!("{shown} of {total} shown") };
    match possible {
        0 => all,
        n => format!("{all} · {} certain, {n} possible", shown - n),
    }
}

pub(super) const fn plural(n: usize) -> &'static str {
    if n == 1 { "" } else { "s" }
}
