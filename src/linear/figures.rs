//! What events add up to: counts, sums and silences.

use crate::{
    app::{State, Sums},
    catalog::{Breakdown, Stats},
    chronology::Named,
    formats::{count, duration_words},
    text::printable,
};

use super::{
    outside::Outside,
    voice::{Manner, Voice},
    words,
};

/// Returns the figures, under what they are of.
pub(super) fn figures(state: &State, sums: &Sums, manner: Manner, outside: &dyn Outside) -> Vec<String> {
    let mut lines = vec![manner.message(&printable(&format!("statistics of {}", sums.words)))];
    match manner.voice {
        Voice::Plain => {
            let text = outside.statistics(&state.shelf.data.catalog, &sums.stats, &sums.breakdown);
            lines.extend(text.lines().map(str::to_owned));
        }
        Voice::Spoken => {
            lines.extend(spoken(state, &sums.stats));
            lines.extend(spoken_breakdown(outside.pairs(&state.shelf.data.catalog, &sums.breakdown), &sums.breakdown));
        }
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
    lines.extend(figures.by_party.iter().map(|(it, n)| line("party", &state.shelf.data.catalog.party(*it).name, *n)));
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

/// Returns money by year, who appears with whom, and how long it took to come out, a figure a line.
fn spoken_breakdown(pairs: Vec<(String, String, usize)>, more: &Breakdown) -> Vec<String> {
    let mut lines = Vec::new();
    for table in &more.money {
        lines.extend(
            table.years.iter().map(|(year, sum)| format!("in {year}: {}", printable(&sum.as_amount().words()))),
        );
    }
    for (a, b, n) in pairs {
        lines.push(format!("{} and {} together: {}", printable(&a), printable(&b), count(n, "event")));
    }
    lines.extend(
        more.disclosure
            .by_wait
            .iter()
            .filter(|it| it.1 > 0)
            .map(|(wait, n)| format!("came out {}: {}", wait.words(), count(*n, "event"))),
    );
    if more.disclosure.n_untold > 0 {
        lines.push(format!("not told when it came out: {}", count(more.disclosure.n_untold, "event")));
    }
    lines
}
