//! What lies in the range, while it is drawn.

use crate::{
    app::{Scope, State},
    catalog::Stats,
    chronology::{Named, Window},
    formats::duration_words,
    keys::{Action, Context},
    settings::Role,
    text::{text_width, wrap},
};

use super::{keys::key, title::plural};

/// Returns the range in one line, for a screen without room for its measures.
pub(super) fn summary(state: &State) -> Option<String> {
    let range = state.look.selection.range?;
    let dates = dates(range.window());
    let Some(measures) = &state.answers.measures else { return Some(dates) };
    let (n, sure) = (measures.n_events, measures.n_surely);
    let possible = if sure < n { format!(", {} possibly", n - sure) } else { String::new() };
    let counted = format!("{n} event{}{possible}", plural(n));
    let sums = measures.stats.sums.iter().map(|it| it.as_amount().words());
    Some([counted, dates].into_iter().chain(sums).collect::<Vec<_>>().join(" · "))
}

/// Returns the measures of the range, or nothing while there is none.
pub(super) fn lines(state: &State, width: usize) -> Vec<Vec<(String, Role)>> {
    let Some(range) = state.look.selection.range else { return Vec::new() };
    let window = range.window();
    let mut lines = vec![vec![("range".to_owned(), Role::Title)]];
    let words = dates(window);
    lines.extend(wrap(&words, width).into_iter().map(|it| vec![(it, Role::Text)]));
    let Some(measures) = &state.answers.measures else {
        lines.push(vec![("counting …".to_owned(), Role::Dim)]);
        return lines;
    };
    let (n, sure) = (measures.n_events, measures.n_surely);
    lines.push(vec![(format!("{n} event{} in range · {sure} certain, {} possible", plural(n), n - sure), Role::Text)]);
    if !state.look.selection.lanes.is_empty() {
        let lanes: Vec<String> = state.look.selection.lanes.iter().cloned().collect();
        lines.extend(wrap(&format!("on {}", lanes.join(", ")), width).into_iter().map(|it| vec![(it, Role::Text)]));
    }
    if let Some((first, last)) = measures.ends {
        let ends: &[_] = if first == last { &[("only", first)] } else { &[("first", first), ("last", last)] };
        for (lead, event) in ends {
            let when = state.shelf.data.catalog.event(*event).when.as_ref().map(crate::chronology::When::short);
            let words = format!("{} · {}", when.unwrap_or_default(), state.shelf.data.catalog.title(*event));
            let text = crate::text::ellipsize(&words, width.saturating_sub(8)).into_owned();
            lines.push(vec![(format!("  {lead:<6}"), Role::Dim), (text, Role::Text)]);
        }
    }
    lines.extend(figures(state, &measures.stats, width));
    lines.push(Vec::new());
    let scope = state.look.scope_words(Scope::Range, &state.find);
    lines.extend(
        wrap(&format!("{} exports {scope}", key(&state.settings.keymap, Context::Range, Action::Export)), width)
            .into_iter()
            .map(|it| vec![(it, Role::Dim)]),
    );
    lines
}

fn dates(window: Window) -> String {
    let took = duration_words(window.first, window.last.plus(1)).map(|it| format!(" · {it}")).unwrap_or_default();
    format!("{} to {}{took}", window.first.date(), window.last.date())
}

/// Counts by status, category and party, sums by currency, and the longest silence.
fn figures(state: &State, stats: &Stats, width: usize) -> Vec<Vec<(String, Role)>> {
    let catalog = &state.shelf.data.catalog;
    let mut lines = Vec::new();
    let statuses = stats.by_status.iter().map(|(it, n)| (it.name().to_owned(), *n, Role::status(it.name())));
    section(&mut lines, "status", statuses, width);
    let categories = stats.by_category.iter().map(|(it, n)| (it.clone(), *n, Role::Text));
    section(&mut lines, "category", categories, width);
    let parties = stats.by_party.iter().take(8).map(|(it, n)| (catalog.party(*it).name.clone(), *n, Role::Text));
    section(&mut lines, "party", parties, width);
    if !stats.sums.is_empty() {
        heading(&mut lines, "sums, never across currencies");
        for sum in &stats.sums {
            let n = sum.n;
            lines.push(vec![
                ("  ".to_owned(), Role::Dim),
                (format!("{}  ({n} amount{})", sum.as_amount().words(), plural(n)), Role::Text),
            ]);
        }
    }
    if let Some(gap) = stats.gaps.first() {
        heading(&mut lines, "longest silence");
        let words = format!(
            "{} (from {} to {})",
            duration_words(gap.window.first, gap.window.last.plus(1)).unwrap_or_default(),
            gap.window.first.date(),
            gap.window.last.date()
        );
        lines.extend(
            wrap(&words, width.saturating_sub(2))
                .into_iter()
                .map(|it| vec![("  ".to_owned(), Role::Dim), (it, Role::Text)]),
        );
    }
    lines
}

fn heading(lines: &mut Vec<Vec<(String, Role)>>, text: &str) {
    lines.push(Vec::new());
    lines.push(vec![(text.to_owned(), Role::LaneLabel)]);
}

fn section(
    lines: &mut Vec<Vec<(String, Role)>>,
    title: &str,
    rows: impl Iterator<Item = (String, usize, Role)>,
    width: usize,
) {
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        return;
    }
    heading(lines, title);
    let most = rows.iter().map(|(_, n, _)| *n).max().unwrap_or(1).max(1);
    let digits = most.to_string().len();
    let room = width.saturating_sub(digits + 4);
    let names = rows.iter().map(|(name, ..)| text_width(name)).max().unwrap_or(0).min(room);
    for (name, n, role) in rows {
        let name = crate::text::ellipsize(&name, names).into_owned();
        let gap = names.saturating_sub(text_width(&name));
        lines.push(vec![(format!("  {n:>digits$}  "), Role::Dim), (format!("{name}{:gap$}", ""), role)]);
    }
}
