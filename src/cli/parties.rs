//! `dateline parties`: who there is, how often, and who a few letters find.

use crate::{
    chronology::Named,
    diag::printable,
    layout::{pad, text_width},
    query::rank_parties,
    settings::Settings,
};

use super::{
    Exit, Io,
    args::{Globals, Parties},
    store,
};

pub(super) fn run(args: &Parties, globals: &Globals, settings: &Settings, io: &mut Io) -> anyhow::Result<Exit> {
    let data = store::load(&args.stores, io)?;
    let catalog = &data.catalog;
    let Some(known) = store::select(catalog, None, globals, settings, io)? else { return Ok(Exit::Failed) };
    let found = rank_parties(catalog, args.r#match.as_deref().unwrap_or_default());
    let widest =
        found.iter().map(|it| text_width(&printable(&catalog.party(it.party).name))).max().unwrap_or(0).min(48);
    for it in &found {
        let party = catalog.party(it.party);
        let events = catalog.events_of(it.party).iter().filter(|it| known.contains(**it)).count();
        let kind = party.kind.map_or("", Named::name);
        let alias = if it.label == party.name { String::new() } else { format!("  also {}", it.label) };
        let line = format!("{events:>6}  {}  {kind:<7}  [{}]{alias}", pad(&printable(&party.name), widest), party.id);
        writeln!(io.out, "{}", printable(&line))?;
    }
    if found.is_empty() {
        writeln!(io.err, "dateline: no party matches")?;
        return Ok(Exit::Nothing);
    }
    Ok(Exit::Done)
}
