//! What stands in an event's arrays: participations, claims, citations and links.

use std::collections::HashSet;

use super::{
    date::date,
    extra::unknown,
    fields::{Context, Table, Value, id, items, required, required_word, string, word},
};
use crate::chronology::{Citation, Claim, Link, Participation};
use crate::store::rules::REPEATED_PARTY;

/// The keys of each table, in the order of writing.
pub(super) const PARTICIPATION: &[&str] = &["id", "role"];
pub(super) const CLAIM: &[&str] = &["by", "stance", "source", "at", "when", "note"];
pub(super) const CITATION: &[&str] = &["id", "at", "quote", "bears", "note"];
pub(super) const LINK: &[&str] = &["kind", "to", "note"];

/// Returns the event's participations, each an id or a table.
pub(super) fn participations(cx: &mut Context, event: &Table) -> Vec<Participation> {
    let mut found = Vec::new();
    let mut seen = HashSet::new();
    for value in items(cx, event, "parties") {
        let participation = if value.get_ref().is_table() {
            participation(cx, value)
        } else {
            id(cx, value, "parties").map(|party| Participation { party, role: None })
        };
        let Some(participation) = participation else { continue };
        if !seen.insert((participation.party.clone(), participation.role.clone())) {
            let fault =
                REPEATED_PARTY.fault(format!("party `{}` is listed twice in the same role", participation.party));
            let place = value.get_ref().get("id").unwrap_or(value).span();
            cx.report(fault.at(cx.span(place)).help("remove one of the two, or give them different roles"));
        }
        found.push(participation);
    }
    found
}

fn participation(cx: &mut Context, value: &Value<'_>) -> Option<Participation> {
    let table = Table::of(cx, value, "party", PARTICIPATION)?;
    let party = required(cx, &table, "id");
    let role = string(cx, &table, "role");
    unknown(cx, &table);
    Some(Participation { party: party?, role })
}

/// Returns the event's citations, each an id or a table.
pub(super) fn citations(cx: &mut Context, event: &Table) -> Vec<Citation> {
    let values = items(cx, event, "sources");
    let read = |it: &Value<'_>| {
        if it.get_ref().is_table() {
            citation(cx, it)
        } else {
            id(cx, it, "sources").map(|source| Citation { source, ..Citation::default() })
        }
    };
    values.into_iter().filter_map(read).collect()
}

fn citation(cx: &mut Context, value: &Value<'_>) -> Option<Citation> {
    let table = Table::of(cx, value, "source", CITATION)?;
    let source = required(cx, &table, "id");
    let citation = Citation {
        source: String::new(),
        at: string(cx, &table, "at"),
        quote: string(cx, &table, "quote"),
        bears: word(cx, &table, "bears").unwrap_or_default(),
        note: string(cx, &table, "note"),
    };
    unknown(cx, &table);
    Some(Citation { source: source?, ..citation })
}

/// Returns one claim.
pub(super) fn claim(cx: &mut Context, value: &Value<'_>) -> Option<Claim> {
    let table = Table::of(cx, value, "claim", CLAIM)?;
    let by = required(cx, &table, "by");
    let stance = required_word(cx, &table, "stance");
    let source = string(cx, &table, "source");
    let at = string(cx, &table, "at");
    let when = date(cx, &table, "when");
    let note = string(cx, &table, "note");
    unknown(cx, &table);
    Some(Claim { by: by?, stance: stance?, source, at, when, note })
}

/// Returns one link.
pub(super) fn link(cx: &mut Context, value: &Value<'_>) -> Option<Link> {
    let table = Table::of(cx, value, "link", LINK)?;
    let kind = required_word(cx, &table, "kind");
    let to = required(cx, &table, "to");
    let note = string(cx, &table, "note");
    unknown(cx, &table);
    Some(Link { kind: kind?, to: to?, note })
}
