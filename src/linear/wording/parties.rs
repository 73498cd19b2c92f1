//! Who there is, and how often among what is shown.

use crate::{app::State, chronology::Named, formats::count, query::rank_parties, text::printable};

use crate::linear::voice::{Manner, Voice};

/// Parties that are told.
const TOLD: usize = 40;

/// Returns the parties that `name` finds, best first, or all of them, most events first, with their shown events.
pub(in crate::linear) fn parties(state: &State, name: &str, manner: Manner) -> Vec<String> {
    let catalog = &state.shelf.data.catalog;
    let found = rank_parties(catalog, name);
    let mut lines = Vec::new();
    for it in found.iter().take(TOLD) {
        let party = catalog.party(it.party);
        let of = catalog.events_of(it.party);
        let shown = of.iter().filter(|it| state.find.shown.possibly.contains(**it)).count();
        let alias = if it.label == party.name { String::new() } else { format!(", also {}", it.label) };
        let kind = party.kind.map(|it| format!(", {}", it.name())).unwrap_or_default();
        let (name, id) = (printable(&party.name), printable(&party.id));
        lines.push(match manner.voice {
            Voice::Plain => format!("{shown:>6} of {:<5} {name}{kind}{}  [{id}]", of.len(), printable(&alias)),
            Voice::Spoken => {
                format!("{name}{kind}{}, {shown} of {}, id {id}", printable(&alias), count(of.len(), "event"))
            }
        });
    }
    match found.len() {
        0 => lines.push("no party matches".to_owned()),
        n if TOLD < n => lines.push(format!("and {} more", n - TOLD)),
        _ => lines.push(manner.message("`filter party:ID` shows the events of one")),
    }
    lines
}
