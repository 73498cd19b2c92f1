//! `dateline list`: events, one a line.

use crate::{
    catalog::EventIdx,
    cli::{
        Exit,
        args::{ListArgs, Sort},
        io::Run,
        store,
    },
    formats::{Subset, write_list, write_rows},
    query::fold,
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
    } else {
        let mut events: Vec<EventIdx> = ids.iter().collect();
        match args.sort {
            Sort::Title => events.sort_by_cached_key(|it| fold(catalog.title(*it))),
            _ => events.sort_by_cached_key(|it| largest(&catalog.event(*it))),
        }
        events.truncate(limit);
        write_rows(catalog, &events, &style, run.io.out)?;
    }
    store::ended(&data, &ids, run.io)
}

/// What an event is ordered by: its currency, and in it its largest amount, the largest first; none comes last.
fn largest(event: &crate::chronology::Event) -> (bool, String, std::cmp::Reverse<Option<rust_decimal::Decimal>>) {
    let amounts = event.amounts.iter().map(|it| (it.most().or(it.least()), it.currency.clone()));
    let largest = amounts.max_by_key(|(amount, _)| *amount);
    largest.map_or((true, String::new(), std::cmp::Reverse(None)), |(amount, currency)| {
        (false, currency, std::cmp::Reverse(amount))
    })
}
