//! `dateline stats`: counts by status, category and party, sums by currency, silences, who appears with whom, and how long it
//! took to come out.

use std::io::Write;

use serde_json::json;

use crate::{
    catalog::{Breakdown, Catalog, Stats as Figures, breakdown, stats},
    chronology::Named,
    formats::{count, duration_words},
    settings::Settings,
    text::printable,
};

use super::{
    Exit, Io,
    args::{Form, Globals, Stats},
    store,
};

pub(super) fn run(args: &Stats, globals: &Globals, settings: &Settings, io: &mut Io) -> anyhow::Result<Exit> {
    let Some((data, ids)) = store::open(&args.selected, globals, settings, io)? else { return Ok(Exit::Failed) };
    let figures = stats(&data.catalog, &ids);
    let more = breakdown(&data.catalog, &ids, &figures);
    match args.format {
        Form::Text => {
            text(&data.catalog, &figures, io.out)?;
            if !ids.is_empty() {
                text_of_breakdown(&data.catalog, &more, io.out)?;
            }
        }
        Form::Json => {
            let mut object = object(&data.catalog, &figures);
            add_breakdown(&mut object, &data.catalog, &more);
            writeln!(io.out, "{}", serde_json::to_string_pretty(&object)?)?;
        }
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

/// The pairs of parties that are told.
pub(super) const PAIRS: usize = 10;

/// Returns each two parties that take part in events together, and in how many, most first.
pub(super) fn pairs(catalog: &Catalog, more: &Breakdown) -> Vec<(String, String, usize)> {
    let parties = &more.together.parties;
    let all = (0..parties.len()).flat_map(|a| (a + 1..parties.len()).map(move |b| (a, b)));
    let mut pairs: Vec<_> = all.map(|(a, b)| (a, b, more.together.count(a, b))).filter(|it| it.2 > 0).collect();
    pairs.sort_by_key(|it| std::cmp::Reverse(it.2));
    let id = |at: usize| catalog.party(parties[at]).id.clone();
    pairs.into_iter().map(|(a, b, n)| (id(a), id(b), n)).collect()
}

/// Prints the breakdown as tables.
pub(super) fn text_of_breakdown(catalog: &Catalog, more: &Breakdown, out: &mut dyn Write) -> anyhow::Result<()> {
    for table in &more.money {
        let per = table.per.as_ref().map(|it| format!(" a {it}")).unwrap_or_default();
        writeln!(out, "\nby year, in {}{}", printable(&table.currency), printable(&per))?;
        for (year, sum) in &table.years {
            writeln!(out, "{year:>8}  {}", printable(&sum.as_amount().words()))?;
        }
        if table.n_wider > 0 {
            writeln!(out, "          {} wider than a year", count(table.n_wider, "amount"))?;
        }
    }
    let pairs = pairs(catalog, more);
    if !pairs.is_empty() {
        writeln!(out, "\ntogether")?;
        for (a, b, n) in pairs.into_iter().take(PAIRS) {
            writeln!(out, "{n:>8}  {} and {}", printable(&a), printable(&b))?;
        }
    }
    writeln!(out, "\ncame out")?;
    for (wait, n) in &more.disclosure.by_wait {
        writeln!(out, "{n:>8}  {}", wait.words())?;
    }
    writeln!(out, "{:>8}  not told", more.disclosure.n_untold)?;
    Ok(())
}

fn add_breakdown(object: &mut serde_json::Value, catalog: &Catalog, more: &Breakdown) {
    object["money_by_year"] = more
        .money
        .iter()
        .map(|it| {
            json!({
                "currency": it.currency, "per": it.per, "wider_than_a_year": it.n_wider,
                "years": it.years.iter().map(|(year, sum)| json!({
                    "year": year, "amounts": sum.n,
                    "min": sum.value_min.to_string(), "max": sum.value_max.map(|it| it.to_string()),
                })).collect::<Vec<_>>(),
            })
        })
        .collect();
    object["together"] =
        pairs(catalog, more).into_iter().map(|(a, b, n)| json!({ "parties": [a, b], "events": n })).collect();
    let waits = more.disclosure.by_wait.iter().map(|(it, n)| (it.words().to_owned(), json!(n)));
    object["came_out"] = waits.collect::<serde_json::Map<_, _>>().into();
    object["came_out"]["not told"] = json!(more.disclosure.n_untold);
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
