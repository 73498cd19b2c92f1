//! What is on, in words: how much is shown, what is in view, what the range holds.

use crate::{
    app::State,
    chronology::{CivilDate, Clock, DAY, When, Window},
    formats::{count, duration_words},
    text::printable,
};

use super::rows;
use crate::linear::voice::Manner;

/// Returns a day as people say it.
pub(in crate::linear) fn day(date: CivilDate) -> String {
    let text = date.to_string();
    When::parse(&text).map_or(text, |it| it.short())
}

/// Returns the days from the first of `window` to its last, with the time of day where it is short.
pub(in crate::linear) fn days(window: Window) -> String {
    let is_short = window.millis() < i128::from(2 * DAY);
    let [first, last] = [window.first, window.last].map(|it| {
        let Clock { hour, minute, .. } = it.clock();
        if is_short { format!("{} {hour:02}:{minute:02}", day(it.date())) } else { day(it.date()) }
    });
    format!("{first} to {last}")
}

/// Returns a number of events, and how many of them are certain and how many possible: `9 events, 7 certain, 2 possible`.
fn sure(events: &str, n: usize, n_surely: usize) -> String {
    match n - n_surely {
        0 if n == 0 => events.to_owned(),
        0 => format!("{events}, all certain"),
        possible => format!("{events}, {n_surely} certain, {possible} possible"),
    }
}

/// Returns how much is shown: `24 of 112 events shown, 19 certain, 5 possible`.
pub(in crate::linear) fn shown(state: &State) -> String {
    let (total, n) = (state.shelf.data.catalog.len(), state.find.shown.len());
    let events = if n == total && !state.find.filter.is_empty() && state.find.filter.is_on() {
        format!("all {} shown", count(total, "event"))
    } else if n == total {
        return format!("{}, all shown", count(total, "event"));
    } else {
        format!("{n} of {} shown", count(total, "event"))
    };
    sure(&events, n, state.find.shown.n_surely)
}

/// Returns the filter.
pub(in crate::linear) fn filter(state: &State) -> String {
    let chips: Vec<String> = state.find.filter.chips().iter().map(|it| printable(it).into_owned()).collect();
    match (chips.is_empty(), state.find.filter.is_on()) {
        (true, _) => "no filter".to_owned(),
        (false, true) => format!("filter: {}", chips.join("  ")),
        (false, false) => format!("filters are off: {}", chips.join("  ")),
    }
}

/// Returns the stretch of time that `lanes` tells of, and how many events may lie in it.
pub(in crate::linear) fn view(state: &State) -> String {
    let window = state.look.viewport.window;
    let n = state.shelf.data.catalog.touching(window).intersect(&state.find.shown.possibly).len();
    format!("in view: {}, {}", days(window), count(n, "event"))
}

/// Returns the range and what it holds, a line each; nothing while there is none.
pub(in crate::linear) fn range(state: &State) -> Vec<String> {
    let Some(range) = state.look.selection.range else { return Vec::new() };
    let window = range.window();
    let took = duration_words(window.first, window.last.plus(1)).map(|it| format!(", {it}")).unwrap_or_default();
    let mut lines = vec![format!("range: {}{took}", days(window))];
    if !state.look.selection.lanes.is_empty() {
        let named = state.find.lanes.each.iter().filter(|it| state.look.selection.lanes.contains(&it.key));
        let names: Vec<String> = named.map(|it| printable(&it.label).into_owned()).collect();
        lines.push(format!("on the lanes {}", names.join(", ")));
    }
    if let Some(measures) = &state.answers.measures {
        let events = format!("{} in the range", count(measures.n_events, "event"));
        lines.push(sure(&events, measures.n_events, measures.n_surely));
    }
    lines
}

/// Returns what lanes are by.
pub(in crate::linear) fn lanes_by(state: &State) -> String {
    format!("lanes by {}, {}", state.find.lanes_by.name(), count(state.find.lanes.each.len(), "lane"))
}

/// Returns how many events are marked.
pub(in crate::linear) fn marked(state: &State) -> String {
    match state.look.selection.marked.len() {
        0 => "nothing is marked".to_owned(),
        n => format!("{} marked", count(n, "event")),
    }
}

/// Returns what is searched for, and which hit this is; nothing while nothing is.
pub(in crate::linear) fn search(state: &State) -> Option<String> {
    if !state.find.search.is_on() {
        return None;
    }
    let (needle, hits) = (printable(&state.find.search.needle), state.find.search.hits.len());
    Some(match state.find.search.position(state.look.cursor) {
        Some(at) => format!("hit {at} of {hits} for `{needle}`"),
        None => format!("{} for `{needle}`", count(hits, "hit")),
    })
}

/// Returns what is on.
pub(in crate::linear) fn place(state: &State, manner: Manner) -> Vec<String> {
    let mut lines = vec![shown(state), filter(state), lanes_by(state), view(state)];
    lines.extend(range(state));
    lines.push(marked(state));
    lines.extend(search(state));
    let lines = lines.iter().map(|it| manner.message(it));
    // The event is not ours to change.
    std::iter::once(rows::focus(state, manner)).chain(lines).collect()
}
