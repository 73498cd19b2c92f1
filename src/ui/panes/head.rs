//! The first rows: what is shown, how much of it, and what is wrong with it; and the filter, one chip a term.

use crate::{
    app::{Refused, State, chip_cells},
    diag::Tally,
    formats::count,
    keys::{Action, Context},
    layout::Rect,
    settings::Role,
    text::text_width,
    ui::paint::Canvas,
};

/// Cells of the bar that shows how far the store has been read.
const BAR: usize = 16;
/// What is offered beside the filter.
const FILTERED: &[(Action, &str)] =
    &[(Action::RemoveChip, "drop last"), (Action::ToggleFilters, "filters off"), (Action::Undo, "undo")];

pub(super) fn draw_title(canvas: &mut Canvas, state: &State, area: Rect) {
    if area.height == 0 {
        return;
    }
    let counts = counts(state);
    let room = area.width.saturating_sub(2);
    let right = (text_width(&counts) as u16).min(room);
    let left = room.saturating_sub(right + 2);
    let name = if area.width < 60 { "" } else { "dateline  " };
    if let Some(refused) = &state.shelf.refused {
        // What is on the screen is not what is in the store: nothing else in this row matters as much.
        let words = banner(canvas, refused, left);
        canvas.text(area.x + 1, area.y, left, &words, Role::Error);
        return canvas.right(area.x + 1, area.y, room, &counts, Role::Dim);
    }
    if state.look.panes().chips.is_empty() && state.find.filter.is_on() && !state.find.filter.is_empty() {
        // What hides events is always seen: where it has no row, it takes the title's place.
        let chips = state.find.filter.chips().join("  ");
        let counts = format!("{}/{}", state.find.shown.len(), state.shelf.data.catalog.len());
        let left = room.saturating_sub(counts.len() as u16 + 2);
        canvas.text(area.x + 1, area.y, left, &chips, Role::Chip);
        return canvas.right(area.x + 1, area.y, room, &counts, Role::Dim);
    }
    let used = canvas.line(area.x + 1, area.y, left, &[(name, Role::Dim), (state.shelf.data.title(), Role::Title)]);
    let tally = Tally::of(&state.shelf.data.diagnostics);
    let faults: String = match &*tally.words(canvas.glyphs().times) {
        [] => String::new(),
        words => format!("  {}", words.join(", ")),
    };
    let role = if tally.errors > 0 { Role::Error } else { Role::Dim };
    // Faults are said whole or not at all: the list of problems names them too.
    if text_width(&faults) as u16 + used <= left {
        canvas.text(area.x + 1 + used, area.y, left - used, &faults, role);
    }
    canvas.right(area.x + 1, area.y, room, &counts, Role::Dim);
}

/// Returns what is wrong with the version of the store that is not shown, since when, and what to do, as far as there is `room`.
fn banner(canvas: &Canvas, refused: &Refused, room: u16) -> String {
    let (n, since) = (refused.n_new, &refused.since);
    let (why, take) = (canvas.key(Action::NextProblem), canvas.key(Action::Reload));
    let unreadable = [
        format!("the store cannot be read since {since}: showing what was read · {why} why"),
        format!("unreadable since {since} · {why}"),
    ];
    let errors = format!("{} since {since}", count(n, "error"));
    let faulty = [
        format!("{errors}: showing the version before · {why} lists them, {take} shows this one"),
        format!("{errors}: showing the version before · {why} why, {take} this"),
        format!("{errors}: the version before · {why} why, {take} this one"),
        format!("{errors} · {why}"),
    ];
    let words = if refused.files.files.is_empty() { &unreadable[..] } else { &faulty };
    let fitting = words.iter().find(|it| text_width(it) <= usize::from(room));
    fitting.or(words.last()).cloned().unwrap_or_default()
}

/// Returns how many events are shown, and how many of them for certain.
fn counts(state: &State) -> String {
    if let Some(words) = reading(state) {
        return words;
    }
    if state.shelf.data.loading.failure().is_some() {
        return "not read".to_owned();
    }
    let (total, shown) = (state.shelf.data.catalog.len(), state.find.shown.len());
    let possible = shown - state.find.shown.n_surely;
    let all = if shown == total { count(total, "event") } else { format!("{shown} of {total} shown") };
    match possible {
        0 => all,
        n => format!("{all} · {} certain, {n} possible", shown - n),
    }
}

/// Returns how far the store has been read, if it is being read: a bar, the events so far, and the time that the rest will take.
fn reading(state: &State) -> Option<String> {
    let progress = state.shelf.data.loading.progress()?;
    if progress.total == 0 {
        return Some("reading …".to_owned());
    }
    let glyphs = &state.settings.glyphs;
    let done = (progress.percent() as usize * BAR).div_ceil(100);
    let bar = format!("{}{}", glyphs.certain.repeat(done), glyphs.possible.repeat(BAR - done));
    let megabytes = |bytes: u64| bytes / 1_000_000;
    let left = progress.seconds_left().map(|it| format!(" · {it} s left")).unwrap_or_default();
    let (done, total) = (megabytes(progress.done), megabytes(progress.total));
    let events = progress.events.max(state.shelf.data.catalog.len());
    Some(format!("{bar} {done} of {total} MB · {}{left}", count(events, "event")))
}

/// The filter, one chip a term, where it is always seen.
pub(super) fn draw_chips(canvas: &mut Canvas, state: &State, area: Rect) {
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
