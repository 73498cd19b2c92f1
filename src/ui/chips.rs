//! The filter, one chip a term, where it is always seen; the range while one is on.

use crate::{
    app::{State, chip_cells},
    keys::{Action, Context},
    layout::Rect,
    settings::Role,
    text::text_width,
};

use super::paint::Canvas;

/// What is offered beside the filter.
const FILTERED: &[(Action, &str)] =
    &[(Action::RemoveChip, "drop last"), (Action::ToggleFilters, "filters off"), (Action::Undo, "undo")];

pub(super) fn draw(canvas: &mut Canvas, state: &State, area: Rect) {
    if area.height == 0 {
        return;
    }
    let cross = canvas.glyphs().remove;
    let role = if state.find.filter.is_on() { Role::Chip } else { Role::ChipOff };
    let chips = state.find.filter.chips();
    let hint = match (chips.is_empty(), state.find.filter.is_on()) {
        (true, _) => String::new(),
        (false, true) => canvas.offers(Context::Explorer, FILTERED).join("  "),
        (false, false) => format!("filters are off: {} turns them on", canvas.key(Action::ToggleFilters)),
    };
    let room = area.width.saturating_sub(2);
    let hint_width = text_width(&hint) as u16;
    let all: u16 = chips.iter().map(|it| chip_cells(it) + 1).sum();
    // The filter comes first: the hint is only there where it leaves room for all of it.
    let with_hint = hint_width + 20.max(all) + 2 <= room && !hint.is_empty();
    let left = if with_hint { room - hint_width - 2 } else { room };
    if chips.is_empty() {
        canvas.text(area.x + 1, area.y, left, "no filter", Role::Dim);
    }
    let mut used = 0;
    for (at, chip) in chips.iter().enumerate() {
        let more = chips.len() - at - 1;
        let reserved = if 0 < more { format!("+{more}").len() as u16 + 1 } else { 0 };
        // What does not fit is counted, but for the first, which is cut.
        if 0 < at && left < used + chip_cells(chip) + reserved {
            canvas.text(area.x + 1 + used, area.y, left.saturating_sub(used), &format!("+{}", more + 1), role);
            break;
        }
        let text = format!(" {chip} {cross} ");
        used += canvas.text(area.x + 1 + used, area.y, left.saturating_sub(used + reserved), &text, role) + 1;
    }
    if with_hint {
        canvas.right(area.x + 1, area.y, room, &hint, Role::Dim);
    }
}
