//! `dateline stats`: counts by status, category and party, sums of money, silences, who appears with whom, how long it took to come
//! out, and what was alleged and never answered.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::{
    catalog::{Breakdown, Catalog, EventIdx, PartyIdx, Stats as Figures, Sum, Unadded, breakdown, stats},
    chronology::{Amount, Instant, Named, When},
    cli::{
        Exit,
        args::{Form, StatsArgs},
        io::Run,
        store,
    },
    formats::{Amounts, write_figures},
};

pub(in crate::cli) fn run(args: &StatsArgs, run: &mut Run) -> anyhow::Result<Exit> {
    let (data, ids) = store::open(&args.selected, run)?;
    let range = store::selected(&args.selected, run)?.query.range();
    let figures = stats(&data.catalog, &ids, &range);
    let more = breakdown(&data.catalog, &ids, &figures);
    match args.format {
        Form::Text => {
            let told = if args.amounts { Amounts::All } else { Amounts::LeftOut };
            write_figures(&data.catalog, &figures, &more, told, run.io.out)?;
        }
        Form::Json => {
            let mut object = object(&data.catalog, &figures);
            add_breakdown(&mut object, &data.catalog, &more);
            writeln!(run.io.out, "{}", serde_json::to_string_pretty(&object)?)?;
        }
    }
    store::ended(&data, &ids, run.io)
}

fn add_breakdown(object: &mut Value, catalog: &Catalog, more: &Breakdown) {
    let id = |it: EventIdx| catalog.event(it).id.clone();
    object["money_by_year"] = more
        .money
        .iter()
        .map(|it| {
            let in_year = |(year, sum): &(i64, Sum)| {
                let mut object = json!({ "year": year });
                add_sum(&mut object, sum, catalog);
                object
            };
            json!({
                "kind": it.kind, "currency": it.currency, "per": it.per, "standing": it.standing.name(),
                "wider_than_a_year": it.n_wider, "undated": it.n_undated,
                "years": it.years.iter().map(in_year).collect::<Vec<_>>(),
            })
        })
        .collect();
    let party = |it: PartyIdx| &catalog.party(it).id;
    let pairs = more.together.pairs.iter();
    object["together"] = pairs.map(|(a, b, n)| json!({ "parties": [party(*a), party(*b)], "events": n })).collect();
    let waits = more.disclosure.by_wait.iter().map(|(it, n)| (it.words().to_owned(), json!(n)));
    object["came_out"] = waits.collect::<serde_json::Map<_, _>>().into();
    object["came_out"]["not told"] = json!(more.disclosure.n_untold);
    object["unanswered"] = more.unanswered.iter().map(|it| json!(id(*it))).collect();
    let date = |it: &Option<When>| it.as_ref().map(|it| it.as_str().to_owned());
    let answered = more.answered.iter();
    object["answered"] = answered
        .map(|it| json!({ "event": id(it.event), "alleged": date(&it.alleged), "answered": date(&it.answered) }))
        .collect();
}

/// Adds what a sum comes to, and the events whose amounts it is of.
fn add_sum(object: &mut Value, sum: &Sum, catalog: &Catalog) {
    let mut events: Vec<EventIdx> = sum.amounts.iter().map(|it| it.event).collect();
    events.dedup();
    object["time"] = sum.time.map(|it| json!({ "from": day(it.first), "to": day(it.last) })).into();
    object["amounts"] = json!(sum.amounts.len());
    (object["min"], object["max"]) = range(&(sum.value_min, sum.value_max));
    let versions = sum.versions.iter().map(range);
    object["versions"] = versions.map(|(min, max)| json!({ "min": min, "max": max })).collect();
    object["events"] = events.into_iter().map(|it| catalog.event(it).id.clone()).collect();
}

/// Returns the least and the most, as text: a decimal is exact, and a number of json may not be.
fn range((min, max): &(Decimal, Option<Decimal>)) -> (Value, Value) {
    (min.to_string().into(), max.map(|it| it.to_string()).into())
}

/// Returns a day; nothing for what is open.
fn day(it: Instant) -> Option<String> {
    (!it.is_end()).then(|| it.date().to_string())
}

fn object(catalog: &Catalog, figures: &Figures) -> Value {
    let pairs = |rows: Vec<(String, usize)>| -> Value {
        rows.into_iter().map(|(name, n)| (name, json!(n))).collect::<serde_json::Map<_, _>>().into()
    };
    let date = |it: Instant| it.date().to_string();
    let sum = |it: &Sum| {
        let mut object = json!({
            "kind": it.kind, "currency": it.currency, "per": it.per, "standing": it.standing.name(),
        });
        add_sum(&mut object, it, catalog);
        object
    };
    let in_no_sum = |it: &Unadded| {
        let event = catalog.event(it.amount.event);
        let amount = event.amounts.get(it.amount.number);
        json!({
            "event": event.id, "amount": amount.map(Amount::words),
            "kind": amount.and_then(|it| it.kind.as_ref()), "why": it.left.name(),
        })
    };
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
        "sums": figures.sums.iter().map(sum).collect::<Vec<_>>(),
        "in_no_sum": figures.unadded.iter().map(in_no_sum).collect::<Vec<_>>(),
        "gaps": figures.gaps.iter().map(|it| json!({
            "from": date(it.window.first), "to": date(it.window.last),
            "after": catalog.event(it.after).id, "before": catalog.event(it.before).id,
        })).collect::<Vec<_>>(),
    })
}
