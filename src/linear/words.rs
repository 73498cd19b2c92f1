//! What is on, in words: how much is shown, what is in view, what the range holds.

use crate::{
    app::State,
    chronology::{CivilDate, Clock, DAY, When, Window},
    formats::{count, duration_words},
    text::printable,
};

/// Returns a day as people say it.
pub(super) fn day(date: CivilDate) -> String {
    let text = date.to_string();
    When::parse(&text).map_or(text, |it| it.short())
}

/// Returns the days from the first of `window` to its last, with the time of day where it is short.
pub(super) fn days(window: Window) -> String {
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

/// Returns how much is shown: `24 of 103 events shown, 19 certain, 5 possible`.
pub(super) fn shown(state: &State) -> String {
    let (total, n) = (state.data.catalog.len(), state.shown.len());
    let events = if n == total && !state.filter.is_empty() && state.filter.is_on() {
        format!("all {} shown", count(total, "event"))
    } else if n == total {
        return format!("{}, all shown", count(total, "event"));
    } else {
        format!("{n} of {} shown", count(total, "event"))
    };
    sure(&events, n, state.shown.n_surely())
}

/// Returns the filter.
pub(super) fn filter(state: &State) -> String {
    let chips: Vec<String> = state.filter.chips().iter().map(|it| printable(&it.text).into_owned()).collect();
    match (chips.is_empty(), state.filter.is_on()) {
        (true, _) => "no filter".to_owned(),
        (false, true) => format!("filter: {}", chips.join("  ")),
        (false, false) => format!("filters are off: {}", chips.join("  ")),
    }
}

/// Returns the stretch of time that `lanes` tells of, and how many events may lie in it.
pub(super) fn view(state: &State) -> String {
    let window = state.view.viewport.window;
    let n = state.data.catalog.touching(window).intersect(&state.shown.possibly).len();
    format!("in view: {}, {}", days(window), count(n, "event"))
}

/// Returns the range and what it holds, a line each; nothing while there is none.
pub(super) fn range(state: &State) -> Vec<String> {
    let Some(range) = state.selection.range else { return Vec::new() };
    let window = range.window();
    let took = duration_words(window.first, window.last.plus(1)).map(|it| format!(", {it}")).unwrap_or_default();
    let mut lines = vec![format!("range: {}{took}", days(window))];
    if !state.selection.lanes.is_empty() {
        let named = state.lanes.iter().filter(|it| state.selection.lanes.contains(&it.key));
        let names: Vec<String> = named.map(|it| printable(&it.label).into_owned()).collect();
        lines.push(format!("on the lanes {}", names.join(", ")));
    }
    if let Some(measures) = &state.measures {
        let events = format!("{} in the range", count(measures.n_events, "event"));
        lines.push(sure(&events, measures.n_events, measures.n_surely));
    }
    lines
}

/// Returns what lanes are by.
pub(super) fn lanes_by(state: &State) -> String {
    format!("lanes by {}, {}", state.view.lanes_by.name(), count(state.lanes.len(), "lane"))
}

/// Returns how many events are marked.
pub(super) fn marked(state: &State) -> String {
    match state.selection.marked.len() {
        0 => "nothing is marked".to_owned(),
        n => format!("{} marked", count(n, "event")),
    }
}

/// Returns what is searched for, and which hit this is; nothing while nothing is.
pub(super) fn search(state: &State) -> Option<String> {
    if !state.search.is_on() {
        return None;
    }
    let (needle, hits) = (printable(&state.search.needle), state.search.hits.len());
    Some(match state.search.position(state.view.cursor) {
        Some(at) => format!("hit {at} of {hits} for `{needle}`"),
        None => format!("{} for `{needle}`", count(hits, "hit")),
    })
}

/// Returns what the explorer says of keys, as it is said where commands are typed.
pub(super) fn without_keys(text: &str) -> String {
    const SAID: [(&str, &str); 7] = [
        (
            ": u undoes it, X drops its last term",
            ": `undo` brings back what was shown, `remove-chip` drops the last term",
        ),
        (": F shows everything", ": `toggle-filters` shows everything"),
        (": F shows it", ": `toggle-filters` shows everything"),
        ("; ]k goes on, [k goes back", ": `next-disclosure` goes on, `previous-disclosure` goes back"),
        (": a and Enter show everything", ": `as-of` alone shows everything"),
        (": / searches", ": `search WORDS` searches"),
        (": f sets one, p filters by party", ": `filter QUERY` sets one"),
    ];
    if let Some((letter, _)) = text.strip_prefix("bookmark ").and_then(|it| it.split_once(" is here; '")) {
        return format!("bookmark {letter} is here: `jump-to-bookmark {letter}` comes back");
    }
    if let Some((letter, _)) = text.strip_prefix("there is no bookmark ").and_then(|it| it.split_once(": m")) {
        return format!("there is no bookmark {letter}: `set-bookmark {letter}` sets it");
    }
    match SAID.iter().find(|(keys, _)| text.ends_with(keys)) {
        Some((keys, words)) => format!("{}{words}", text.trim_end_matches(keys)),
        None => text.to_owned(),
    }
}
