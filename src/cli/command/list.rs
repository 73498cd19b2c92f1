//! `dateline list`: events, one a line.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet, HashMap},
};

use rust_decimal::Decimal;

use crate::{
    catalog::{Catalog, EventIdx},
    chronology::{Amount, Event},
    cli::{
        Exit,
        args::{ListArgs, Sort},
        io::Run,
        store,
    },
    formats::{Subset, count, write_list, write_rows, write_rows_beside},
    query::fold,
    text::printable,
};

pub(in crate::cli) fn run(args: &ListArgs, run: &mut Run) -> anyhow::Result<Exit> {
    let (data, mut ids) = store::open(&args.selected, run)?;
    let catalog = &data.catalog;
    let style = run.print_style();
    let limit = args.limit.unwrap_or(usize::MAX);
    if args.sort == Sort::Date {
        if limit < ids.len() {
            ids = crate::catalog::IdSet::from_iter(catalog.len(), ids.iter().take(limit));
        }
        write_list(Subset { catalog, ids: &ids }, &style, run.io.out)?;
        return store::ended(&data, &ids, run.io);
    }
    let mut events: Vec<EventIdx> = ids.iter().collect();
    if args.sort == Sort::Title {
        events.sort_by_cached_key(|it| fold(catalog.title(*it)));
        events.truncate(limit);
        write_rows(catalog, &events, &style, run.io.out)?;
    } else if let Some(currency) = currency(args, &events, catalog, run)? {
        let amounts: HashMap<EventIdx, (Place, String)> =
            events.iter().map(|it| (*it, place(&catalog.event(*it), &currency))).collect();
        events.sort_by_cached_key(|it| amounts[it].0.clone());
        let n_without = amounts.values().filter(|it| it.0.is_without).count();
        let words = match n_without {
            0 => String::new(),
            n => format!("; {} without an amount in it at the end", count(n, "event")),
        };
        writeln!(run.io.err, "dateline: by amounts in {}{words}", printable(&currency))?;
        events.truncate(limit);
        write_rows_beside(catalog, &events, |it| amounts[&it].1.clone(), &style, run.io.out)?;
    } else {
        if !events.is_empty() {
            writeln!(run.io.err, "dateline: no event here has an amount")?;
        }
        events.truncate(limit);
        write_rows(catalog, &events, &style, run.io.out)?;
    }
    store::ended(&data, &ids, run.io)
}

/// Where an event stands in the order of amounts: sums first, then rates by what they are per, the largest of each first.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    is_without: bool,
    per: Option<String>,
    largest: Reverse<Option<Decimal>>,
}

/// Returns the currency to order by: that of the query, or else the one of most events; of equal ones the first by its name.
fn currency(args: &ListArgs, events: &[EventIdx], catalog: &Catalog, run: &Run) -> anyhow::Result<Option<String>> {
    if let Some(asked) = store::selected(&args.selected, run)?.query.currency() {
        let asked = fold(asked);
        let known = catalog.currencies().into_iter().map(|it| it.0.to_owned());
        return Ok(known.into_iter().find(|it| fold(it) == asked));
    }
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for event in events {
        let currencies: BTreeSet<&str> = catalog.amounts_of(*event).map(|it| it.2).collect();
        currencies.into_iter().for_each(|it| *counts.entry(it.to_owned()).or_default() += 1);
    }
    Ok(counts.into_iter().rev().max_by_key(|it| it.1).map(|it| it.0))
}

/// Returns where an event stands by its amounts in a currency, and those in words.
fn place(event: &Event, currency: &str) -> (Place, String) {
    let mut own: Vec<&Amount> = event.amounts.iter().filter(|it| it.currency == currency).collect();
    let largest = |it: &Amount| (it.per.clone(), Reverse(it.most().or(it.least())));
    own.sort_by_key(|it| largest(it));
    let (per, largest) = own.first().map_or((None, Reverse(None)), |it| largest(it));
    let words = own.iter().map(|it| it.words()).collect::<Vec<_>>().join(", ");
    (Place { is_without: own.is_empty(), per, largest }, words)
}
