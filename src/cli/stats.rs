//! `dateline stats`: counts by status, category and party, sums by currency, silences.

use std::io::Write;

use serde_json::json;

use crate::{
    catalog::{Catalog, Stats as Figures, stats},
    chronology::Named,
    diag::printable,
    formats::{count, duration_words},
    settings::Settings,
};

use super::{
    Exit, Io,
    args::{Form, Globals, Stats},
    store,
};

pub(super) fn run(args: &Stats, globals: &Globals, settings: &Settings, io: &mut Io) -> anyhow::Result<Exit> {
    let Some((data, ids)) = store::open(&args.selected, globals, settings, io)? else { return Ok(Exit::Failed) };
    let figures = stats(&data.catalog, &ids);
    match args.format {
        Form::Text => text(&data.catalog, &figures, io.out)?,
        Form::Json => writeln!(io.out, "{}", serde_json::to_string_pretty(&object(&data.catalog, &figures))?)?,
    }
    if ids.is_empty() {
        writeln!(io.err, "dateline: no event matches")?;
        return Ok(Exit::Nothing);
    }
    Ok(Exit::Done)
}

/// Prints the figures as tables.
pub(super) fn text(catalog: &Catalog, figures: &Figures, out: &mut dyn Write) -> anyhow::Result<()> {
    let span = figures.span.map(|it| format!(", from {} to {}", it.first.date(), it.last.date())).unwrap_or_default();
    writeln!(out, "{}{span}, {} undated", count(figures.n_events, "event"), figures.n_undated)?;
    if figures.n_events == 0 {
        return Ok(());
    }
    let statuses = figures.by_status.iter().map(|(it, n)| (it.name().to_owned(), *n)).collect();
    let parties = figures.by_party.iter().map(|(it, n)| (catalog.party(*it).name.clone(), *n)).collect();
    let years = figures.by_year.iter().map(|(it, n)| (it.to_string(), *n)).collect();
    let tables = [("status", statuses), ("category", figures.by_category.clone()), ("party", parties), ("year", years)];
    for (title, rows) in tables {
        let rows: Vec<(String, usize)> = rows;
        writeln!(out, "\n{title}")?;
        for (name, n) in rows {
            writeln!(out, "{n:>8}  {}", printable(&name))?;
        }
    }
    writeln!(out, "{:>8}  wider than a year", figures.n_wider)?;
    if !figures.sums.is_empty() {
        writeln!(out, "\nsums, never across currencies")?;
        for sum in &figures.sums {
            writeln!(out, "          {}  ({})", printable(&sum.as_amount().words()), count(sum.n, "amount"))?;
        }
    }
    if !figures.gaps.is_empty() {
        writeln!(out, "\nlongest silences")?;
        for gap in &figures.gaps {
            let took = duration_words(gap.window.first, gap.window.last.plus(1)).unwrap_or_default();
            writeln!(out, "          {} to {}  {took}", gap.window.first.date(), gap.window.last.date())?;
        }
    }
    Ok(())
}

fn object(catalog: &Catalog, figures: &Figures) -> serde_json::Value {
    let pairs = |rows: Vec<(String, usize)>| -> serde_json::Value {
        rows.into_iter().map(|(name, n)| (name, json!(n))).collect::<serde_json::Map<_, _>>().into()
    };
    let date = |it: crate::chronology::Instant| it.date().to_string();
    json!({
        "events": figures.n_events,
        "undated": figures.n_undated,
        "from": figures.span.map(|it| date(it.first)),
        "to": figures.span.map(|it| date(it.last)),
        "by_status": pairs(figures.by_status.iter().map(|(it, n)| (it.name().to_owned(), *n)).collect()),
        "by_category": pairs(figures.by_category.clone()),
        "by_party": pairs(figures.by_party.iter().map(|(it, n)| (catalog.party(*it).id.clone(), *n)).collect()),
        "by_year": pairs(figures.by_year.iter().map(|(it, n)| (it.to_string(), *n)).collect()),
        "wider_than_a_year": figures.n_wider,
        "sums": figures.sums.iter().map(|it| json!({
            "currency": it.currency, "per": it.per, "amounts": it.n,
            "min": it.value_min.to_string(), "max": it.value_max.map(|it| it.to_string()),
        })).collect::<Vec<_>>(),
        "gaps": figures.gaps.iter().map(|it| json!({
            "from": date(it.window.first), "to": date(it.window.last),
            "after": catalog.event(it.after).id, "before": catalog.event(it.before).id,
        })).collect::<Vec<_>>(),
    })
}
