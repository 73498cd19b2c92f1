//! What lies in the range, while it is drawn.

use crate::{
    app::{Scope, State},
    catalog::{Catalog, Left, NthAmount, Stats},
    chronology::{Named, When, Window},
    formats::{
        self, FigureHeading, FigureValue, Subject, amount_line, amounts_of, count, duration_words, stretch_words,
        sum_words,
    },
    keys::{Action, Context},
    settings::Role,
    text::{ellipsize, printable, text_width, wrap},
    ui::paint::{Canvas, Line, wrapped},
};

/// The parties that are told.
const PARTIES: usize = 8;
/// The amounts that are told of those that the range leaves out.
const LEFT_OUT: usize = 8;

/// Returns the range in one line, for a screen without room for its measures.
pub(super) fn summary(state: &State) -> Option<String> {
    let range = state.look.selection.range?;
    let dates = dates(range.window());
    let Some(measures) = &state.answers.measures else { return Some(dates) };
    let (n, sure) = (measures.n_events, measures.n_surely);
    let possible = if sure < n { format!(", {} possibly", n - sure) } else { String::new() };
    let counted = format!("{}{possible}", count(n, "event"));
    let sums = measures.stats.sums.iter().map(|it| format!("{} {}", it.words(), it.standing.words()));
    let n_left = measures.stats.unadded.len();
    let left = (0 < n_left).then(|| format!("{} in no sum", count(n_left, "amount")));
    Some([counted, dates].into_iter().chain(sums).chain(left).collect::<Vec<_>>().join(" · "))
}

/// Returns the measures of the range, or nothing while there is none.
pub(super) fn lines(canvas: &Canvas, state: &State, width: usize) -> Vec<Line> {
    let Some(range) = state.look.selection.range else { return Vec::new() };
    let catalog = &state.shelf.data.catalog;
    let mut lines = vec![vec![("range".to_owned(), Role::Title)]];
    lines.extend(wrapped(&dates(range.window()), width, Role::Text));
    let Some(measures) = &state.answers.measures else {
        lines.push(vec![("counting …".to_owned(), Role::Dim)]);
        return lines;
    };
    let (n, sure) = (measures.n_events, measures.n_surely);
    let counted = format!("{} in range · {sure} certain, {} possible", count(n, "event"), n - sure);
    lines.push(vec![(counted, Role::Text)]);
    if !state.look.selection.lanes.is_empty() {
        let lanes: Vec<&str> = state.look.selection.lanes.iter().map(String::as_str).collect();
        lines.extend(wrapped(&format!("on {}", lanes.join(", ")), width, Role::Text));
    }
    if let Some((first, last)) = measures.ends {
        let ends: &[_] = if first == last { &[("only", first)] } else { &[("first", first), ("last", last)] };
        for (lead, event) in ends {
            let when = catalog.event(*event).when.as_ref().map(When::short);
            let words = format!("{} · {}", when.unwrap_or_default(), catalog.title(*event));
            let text = ellipsize(&words, width.saturating_sub(8)).into_owned();
            lines.push(vec![(format!("  {lead:<6}"), Role::Dim), (text, Role::Text)]);
        }
    }
    lines.extend(figures(state, &measures.stats, width));
    lines.push(Vec::new());
    let scope = state.look.scope_words(Scope::Range, &state.find);
    let words = format!("{} exports {scope}", canvas.key_in(Context::Range, Action::Export));
    lines.extend(wrapped(&words, width, Role::Dim));
    lines
}

fn dates(window: Window) -> String {
    let took = duration_words(window.first, window.last.plus(1)).map(|it| format!(" · {it}")).unwrap_or_default();
    format!("{}{took}", stretch_words(window))
}

/// Counts by status, category and party, sums by currency, and the longest silence.
fn figures(state: &State, stats: &Stats, width: usize) -> Vec<Line> {
    let catalog = &state.shelf.data.catalog;
    let mut lines = Vec::new();
    for table in formats::figures(stats) {
        let heading = table.heading;
        let told = match heading {
            FigureHeading::Year => continue,
            FigureHeading::Party => PARTIES,
            FigureHeading::Silences => 1,
            _ => usize::MAX,
        };
        lines.push(Vec::new());
        let words = if heading == FigureHeading::Silences { "longest silence".to_owned() } else { heading.words() };
        lines.push(vec![(words, Role::LaneLabel)]);
        let mut counts = Vec::new();
        for (subject, value) in table.rows.iter().take(told) {
            let words = match (subject, value) {
                (_, FigureValue::Sum(sum)) => {
                    format!("{}  ({})", sum_words(sum), count(sum.amounts.len(), "amount"))
                }
                (Subject::Left(..), FigureValue::Amounts(n)) => {
                    format!("{} {}", count(*n, "amount"), subject.words(catalog))
                }
                (Subject::Silence(gap), FigureValue::Lasting { words: took, .. }) => {
                    format!("{took} (from {})", stretch_words(gap.window))
                }
                (Subject::Status(it), FigureValue::Events(n)) => {
                    counts.push((it.name().to_owned(), *n, Role::status(it.name())));
                    continue;
                }
                (_, FigureValue::Events(n)) => {
                    counts.push((subject.words(catalog), *n, Role::Text));
                    continue;
                }
                _ => continue,
            };
            let wrapped = wrap(&words, width.saturating_sub(2)).into_iter();
            lines.extend(wrapped.map(|it| vec![("  ".to_owned(), Role::Dim), (it, Role::Text)]));
            lines.extend(left_out(catalog, subject, value, width));
        }
        lines.extend(counted(counts, width));
    }
    lines
}

/// Returns the amounts that the range leaves out, a line each.
fn left_out(catalog: &Catalog, subject: &Subject, value: &FigureValue, width: usize) -> Vec<Line> {
    if !matches!(subject, Subject::Left(Left::SticksOut | Left::Possibly | Left::Undated, _)) {
        return Vec::new();
    }
    let amounts = amounts_of(subject, value);
    let line = |it: &NthAmount| {
        let words = printable(&amount_line(catalog, *it)).into_owned();
        vec![("    ".to_owned(), Role::Dim), (ellipsize(&words, width.saturating_sub(4)).into_owned(), Role::Text)]
    };
    let mut lines: Vec<Line> = amounts.iter().take(LEFT_OUT).map(line).collect();
    if LEFT_OUT < amounts.len() {
        lines.push(vec![(format!("    and {} more", amounts.len() - LEFT_OUT), Role::Dim)]);
    }
    lines
}

/// Returns counts in a column, each before what is counted.
fn counted(rows: Vec<(String, usize, Role)>, width: usize) -> Vec<Line> {
    let digits = rows.iter().map(|(_, n, _)| n.to_string().len()).max().unwrap_or(1);
    let names = rows.iter().map(|(name, ..)| text_width(name)).max().unwrap_or(0).min(width.saturating_sub(digits + 4));
    let line = |(name, n, role): (String, usize, Role)| {
        let name = ellipsize(&name, names).into_owned();
        let gap = names.saturating_sub(text_width(&name));
        vec![(format!("  {n:>digits$}  "), Role::Dim), (format!("{name}{:gap$}", ""), role)]
    };
    rows.into_iter().map(line).collect()
}
