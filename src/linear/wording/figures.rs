//! What events add up to: counts, sums and silences.

use crate::{
    app::{State, Sums},
    formats::{
        Amounts, FigureHeading, FigureTable, FigureValue, Subject, amount_spoken, amounts_of, count, figures as tables,
        further_figures, sum_words, write_figures,
    },
    text::printable,
};

use super::words;
use crate::linear::voice::{Manner, Voice};

/// Returns the figures, under what they are of.
pub(in crate::linear) fn figures(state: &State, sums: &Sums, manner: Manner) -> Vec<String> {
    let mut lines = vec![manner.message(&printable(&format!("statistics of {}", sums.words)))];
    let (catalog, stats) = (&state.shelf.data.catalog, &sums.stats);
    match manner.voice {
        Voice::Plain => {
            let mut text = Vec::new();
            // Writing to memory does not fail.
            let _ = write_figures(catalog, stats, &sums.breakdown, Amounts::All, &mut text);
            lines.extend(String::from_utf8_lossy(&text).lines().map(str::to_owned));
        }
        Voice::Spoken => {
            lines.push(count(stats.n_events, "event"));
            lines.extend(stats.span.map(|it| format!("from {}", words::days(it))));
            lines.push(format!("undated: {}", count(stats.n_undated, "event")));
            let all = tables(stats).into_iter().chain(further_figures(catalog, &sums.breakdown));
            all.for_each(|it| lines.extend(spoken(state, &it)));
        }
    }
    lines
}

/// Returns a figure a line.
fn spoken(state: &State, table: &FigureTable) -> Vec<String> {
    let (n_rows, catalog) = (table.rows.len(), &state.shelf.data.catalog);
    let line = |(at, (subject, value)): (usize, &(Subject, FigureValue))| {
        let name = subject.words(catalog);
        let words = match (subject, value) {
            (Subject::Wait(_) | Subject::Untold, FigureValue::Events(0)) => return None,
            (Subject::Pair(..), FigureValue::Events(n)) => format!("{name} together: {}", count(*n, "event")),
            (Subject::Wait(_), FigureValue::Events(n)) => format!("came out {name}: {}", count(*n, "event")),
            (Subject::Untold, FigureValue::Events(n)) => format!("not told when it came out: {}", count(*n, "event")),
            (Subject::WiderThanAYear, FigureValue::Events(n)) => format!("{name}: {}", count(*n, "event")),
            (Subject::Event(_), FigureValue::Events(_)) => format!("{}: {name}", table.heading.words()),
            (_, FigureValue::Events(n)) => format!("{} {name}: {}", table.heading.words(), count(*n, "event")),
            (Subject::Left(..), FigureValue::Amounts(n)) => format!("in no sum, {name}: {}", count(*n, "amount")),
            (_, FigureValue::Amounts(n)) => format!("{name}: {}", count(*n, "amount")),
            (Subject::Year(_), FigureValue::Sum(sum)) => format!("in {name}: {}", sum_words(sum)),
            (_, FigureValue::Sum(sum)) => {
                format!("sum of {}: {}", count(sum.amounts.len(), "amount"), sum_words(sum))
            }
            (Subject::Silence(gap), FigureValue::Lasting { words: took, .. }) => {
                format!("silence {} of {n_rows}: {took}, {}", at + 1, words::days(gap.window))
            }
            (Subject::Event(_), FigureValue::Lasting { words, .. }) if table.heading == FigureHeading::Answered => {
                format!("alleged, and answered after {words}: {name}")
            }
            (_, FigureValue::Lasting { .. }) => return None,
        };
        let is_of_all = matches!(subject, Subject::Everything | Subject::Left(..));
        let amounts = if is_of_all { amounts_of(subject, value) } else { Vec::new() };
        let amounts = amounts.into_iter().map(|it| amount_spoken(catalog, it));
        Some([words].into_iter().chain(amounts).map(|it| printable(&it).into_owned()).collect::<Vec<_>>())
    };
    table.rows.iter().enumerate().filter_map(line).flatten().collect()
}
