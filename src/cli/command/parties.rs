//! `dateline parties`: who there is, how often, and who a few letters find.

use std::cmp::Reverse;

use crate::{
    chronology::Named,
    cli::{Exit, args::PartiesArgs, io::Run, store},
    query::{PartyMatch, rank_parties},
    text::{pad, printable, text_width},
};

pub(in crate::cli) fn run(args: &PartiesArgs, run: &mut Run) -> anyhow::Result<Exit> {
    let data = store::load(&args.selected.stores, run.io)?;
    let data = store::turn_to_day(data, &args.selected, run)?;
    let catalog = &data.catalog;
    let known = store::select(catalog, &args.selected, run)?;
    let ranked = rank_parties(catalog, args.r#match.as_deref().unwrap_or_default()).into_iter();
    let counted =
        ranked.map(|it| (catalog.events_of(it.party).iter().filter(|it| known.possibly.contains(**it)).count(), it));
    let mut found: Vec<(usize, PartyMatch)> = counted.collect();
    if !args.selected.query.is_empty() || args.selected.view.is_some() {
        // Who has no part in these events is left out, and the ranks are those in them.
        found.retain(|(events, _)| 0 < *events);
        if args.r#match.is_none() {
            found.sort_by_key(|(events, _)| Reverse(*events));
        }
    }
    let widest =
        found.iter().map(|(_, it)| text_width(&printable(&catalog.party(it.party).name))).max().unwrap_or(0).min(48);
    for (events, it) in &found {
        let party = catalog.party(it.party);
        let kind = party.kind.map_or("", Named::name);
        let alias = if it.label == party.name { String::new() } else { format!("  also {}", it.label) };
        let line = format!("{events:>6}  {}  {kind:<7}  [{}]{alias}", pad(&printable(&party.name), widest), party.id);
        writeln!(run.io.out, "{}", printable(&line))?;
    }
    if found.is_empty() {
        writeln!(run.io.err, "dateline: no party matches")?;
        return Ok(Exit::Nothing);
    }
    Ok(Exit::Done)
}
