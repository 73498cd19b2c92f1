//! What events add up to: counts, sums and silences.

use crate::{
    app::State,
    catalog::Stats,
    chronology::Named,
    diag::printable,
    formats::{count, duration_words},
};

use super::{
    super::stats,
    voice::{Manner, Voice},
    words,
};

/// Returns the figures, under what they are of.
pub(super) fn figures(state: &State, of: &str, figures: &Stats, manner: Manner) -> Vec<String> {
    let mut lines = vec![manner.message(&printable(&format!("statistics of {of}")))];
    match manner.voice {
        Voice::Plain => {
            let mut text = Vec::new();
            // Writing to memory does not fail.
            let _ = stats::text(&state.data.catalog, figures, &mut text);
            lines.extend(String::from_utf8_lossy(&text).lines().map(str::to_owned));
        }
        Voice::Spoken => lines.extend(spoken(state, figures)),
    }
    lines
}

/// Returns a figure a line.
fn spoken(state: &State, figures: &Stats) -> Vec<String> {
    let mut lines = vec![count(figures.n_events, "event")];
    lines.extend(figures.span.map(|it| format!("from {}", words::days(it))));
    lines.push(format!("undated: {}", count(figures.n_undated, "event")));
    let line = |what: &str, name: &str, n: usize| format!("{what} {}: {}", printable(name), count(n, "event"));
    lines.extend(figures.by_status.iter().map(|(it, n)| line("status", it.name(), *n)));
    lines.extend(figures.by_category.iter().map(|(it, n)| line("category", it, *n)));
    lines.extend(figures.by_party.iter().map(|(it, n)| line("party", &state.data.catalog.party(*it).name, *n)));
    lines.extend(figures.by_year.iter().map(|(it, n)| line("year", &it.to_string(), *n)));
    lines.push(format!("wider than a year: {}", count(figures.n_wider, "event")));
    lines.extend(
        figures
            .sums
            .iter()
            .map(|it| format!("sum of {}: {}", count(it.n, "amount"), printable(&it.as_amount().words()))),
    );
    lines.extend(figures.gaps.iter().enumerate().map(|(at, it)| {
        let took = duration_words(it.window.first, it.window.last.plus(1)).unwrap_or_default();
        format!("silence {} of {}: {took}, {}", at + 1, figures.gaps.len(), words::days(it.window))
    }));
    lines
}
