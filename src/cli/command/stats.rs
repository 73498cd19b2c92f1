//! `dateline stats`: counts by status, category and party, sums by currency, silences, who appears with whom, and how long it
//! took to come out.

use serde_json::json;

use crate::{
    catalog::{Breakdown, Catalog, Stats as Figures, breakdown, stats},
    chronology::Named,
    cli::{
        Exit,
        args::{Form, StatsArgs},
        io::Run,
        store,
    },
    formats::{pairs, write_figures},
};

pub(in crate::cli) fn run(args: &StatsArgs, run: &mut Run) -> anyhow::Result<Exit> {
    let (data, ids) = store::open(&args.selected, run)?;
    let figures = stats(&data.catalog, &ids);
    let more = breakdown(&data.catalog, &ids, &figures);
    match args.format {
        Form::Text => {
            write_figures(&data.catalog, &figures, &more, run.io.out)?;
        }
        Form::Json => {
            let mut object = object(&data.catalog, &figures);
            add_breakdown(&mut object, &data.catalog, &more);
            writeln!(run.io.out, "{}", serde_json::to_string_pretty(&object)?)?;
        }
    }
    store::ended(&data, &ids, run.io)
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
    let id = |it| &catalog.party(it).id;
    object["together"] =
        pairs(more).into_iter().map(|(a, b, n)| json!({ "parties": [id(a), id(b)], "events": n })).collect();
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
