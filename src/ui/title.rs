//! The first row: what is shown, how much of it, and what is wrong with it.

use crate::{
    app::{Refused, State},
    layout::Rect,
    settings::Role,
    text::text_width,
};

use super::paint::Canvas;

/// Cells of the bar that shows how far the store has been read.
const BAR: usize = 16;

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
    if let Some(refused) = &state.refused {
        // What is on the screen is not what is in the store: nothing else in this row matters as much.
        canvas.text(area.x + 1, area.y, left, &banner(refused, left), canvas.style(Role::Error));
        return canvas.right(area.x + 1, area.y, room, &counts, dim);
    }
    if state.panes().chips.is_empty() && state.filter.is_on() && !state.filter.is_empty() {
        // What hides events is always seen: where it has no row, it takes the title's place.
        let chips: Vec<String> = state.filter.chips().into_iter().map(|it| it.text).collect();
        let counts = format!("{}/{}", state.shown.len(), state.data.catalog.len());
        let left = room.saturating_sub(counts.len() as u16 + 2);
        canvas.text(area.x + 1, area.y, left, &chips.join("  "), canvas.style(Role::Chip));
        return canvas.right(area.x + 1, area.y, room, &counts, dim);
    }
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

/// Returns what is wrong with the version of the store that is not shown, since when, and what to do, as far as there is `room`.
fn banner(refused: &Refused, room: u16) -> String {
    let (n, since) = (refused.n_new, &refused.since);
    if refused.files.files.is_empty() {
        let words = format!("the store cannot be read since {since}: showing what was read · ]x why");
        return if text_width(&words) <= usize::from(room) { words } else { format!("unreadable since {since} · ]x") };
    }
    let errors = format!("{n} error{} since {since}", plural(n));
    let more = [
        ": showing the version before · ]x lists them, R shows this one",
        ": showing the version before · ]x why, R this",
        ": the version before · ]x why, R this one",
    ];
    let all = more.iter().map(|it| format!("{errors}{it}")).find(|it| text_width(it) <= usize::from(room));
    all.unwrap_or_else(|| format!("{errors} · ]x"))
}

/// Returns how many events are shown, and how many of them for certain.
fn counts(state: &State) -> String {
    if let Some(words) = reading(state) {
        return words;
    }
    if state.data.loading.failure().is_some() {
        return "not read".to_owned();
    }
    let (total, shown) = (state.data.catalog.len(), state.shown.len());
    let possible = shown - state.shown.n_surely();
    let all =
        if shown == total { format!("{total} event{}", plural(total)) } else { format!("{shown} of {total} shown") };
    match possible {
        0 => all,
        n => format!("{all} · {} certain, {n} possible", shown - n),
    }
}

/// Returns how far the store has been read, if it is being read: a bar, the events so far, and the time that the rest will take.
fn reading(state: &State) -> Option<String> {
    let progress = state.data.loading.progress()?;
    if progress.total == 0 {
        return Some("reading …".to_owned());
    }
    let glyphs = &state.settings.glyphs;
    let done = (progress.percent() as usize * BAR).div_ceil(100);
    let bar = format!("{}{}", glyphs.certain.repeat(done), glyphs.possible.repeat(BAR - done));
    let megabytes = |bytes: u64| bytes / 1_000_000;
    let left = progress.seconds_left().map(|it| format!(" · {it} s left")).unwrap_or_default();
    let (done, total) = (megabytes(progress.done), megabytes(progress.total));
    let events = progress.events.max(state.data.catalog.len());
    Some(format!("{bar} {done} of {total} MB · {events} event{}{left}", plural(events)))
}

pub(super) const fn plural(n: usize) -> &'static str {
    if n == 1 { "" } else { "s" }
}
