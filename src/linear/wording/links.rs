//! The links of an event, numbered so that they can be followed.

use crate::{
    app::State,
    catalog::EventIdx,
    chronology::Named,
    formats::{Destination, Heading, printed, sheet},
    text::printable,
};

use super::rows;
use crate::linear::voice::{Manner, Voice};

/// Returns what the event is to others and they to it, in words.
pub(in crate::linear) fn links(state: &State, manner: Manner) -> Vec<String> {
    let Some(event) = state.look.cursor else { return vec![rows::focus(state, manner)] };
    let found = sheet(&state.shelf.data.catalog, event).sections.into_iter().find(|it| it.heading == Heading::Links);
    let facts = found.map(|it| it.facts).unwrap_or_default();
    let mut followed = 0;
    let mut lines = Vec::new();
    for fact in &facts {
        let (title, words) = (printed(&fact.phrases), printable(&fact.lead));
        let title = printable(&title);
        let Destination::Event(to) = fact.leads_to else {
            lines.push(format!("{words} {title}"));
            continue;
        };
        followed += 1;
        let date = manner.date(state.shelf.data.catalog.event(to).when.as_ref());
        let status = state.shelf.data.catalog.status(to).name();
        let hidden = if state.find.shown.possibly.contains(to) { "" } else { ", hidden by the filter" };
        lines.push(match manner.voice {
            Voice::Plain => format!("{followed:>4}  {words}  {date}  {status}  {title}{hidden}"),
            Voice::Spoken => format!("link {followed}, {words}, {date}, {status}, {title}{hidden}"),
        });
    }
    if lines.is_empty() {
        lines.push("this event has no links".to_owned());
    } else if 0 < followed {
        lines.push(manner.message("`follow-link N` goes there"));
    }
    lines
}

/// Returns the event and those against it, each with its date, how it stands, its claims, its money and its sources.
pub(in crate::linear) fn contradictions(state: &State, manner: Manner) -> Vec<String> {
    let Some(event) = state.look.cursor else { return vec![rows::focus(state, manner)] };
    let catalog = &state.shelf.data.catalog;
    let others = catalog.contradictions(event);
    if others.is_empty() {
        return vec![
            manner.message("nothing contradicts this event: `next-contradiction` goes to one that is contradicted"),
        ];
    }
    let side = |(name, it): (&str, EventIdx)| {
        let whole = sheet(catalog, it);
        let date = manner.date(catalog.event(it).when.as_ref());
        let head = format!("{name}: {date}, {}, {}, {}", whole.status.name(), printable(&whole.title), whole.id);
        let weighs =
            |it: &Heading| matches!(it, Heading::Summary | Heading::Claims | Heading::Amounts | Heading::Sources);
        let sections = whole.sections.into_iter().filter(|it| weighs(&it.heading));
        let facts = sections.flat_map(|it| it.facts.into_iter().map(move |fact| (it.heading, fact)));
        let line = |(heading, fact): (Heading, crate::formats::Fact)| {
            let words = format!("{} {} {}", heading.one(), fact.lead, printed(&fact.phrases));
            format!("  {}", printable(&words.split_whitespace().collect::<Vec<_>>().join(" ")))
        };
        std::iter::once(head).chain(facts.map(line)).collect::<Vec<_>>()
    };
    let sides = std::iter::once(("this event", event)).chain(others.into_iter().map(|it| ("against it", it)));
    sides.flat_map(side).collect()
}

/// Returns the remembered places, each with its letter.
pub(in crate::linear) fn bookmarks(state: &State, manner: Manner) -> Vec<String> {
    let line = |(letter, event): (&char, &EventIdx)| {
        let (title, date) = (state.shelf.data.catalog.title(*event), state.shelf.data.catalog.event(*event));
        let date = manner.date(date.when.as_ref());
        let hidden = if state.find.shown.possibly.contains(*event) { "" } else { ", hidden by the filter" };
        match manner.voice {
            Voice::Plain => format!("   {letter}  {date}  {}{hidden}", printable(title)),
            Voice::Spoken => format!("bookmark {letter}, {date}, {}{hidden}", printable(title)),
        }
    };
    let lines: Vec<String> = state.look.selection.bookmarks.iter().map(line).collect();
    if lines.is_empty() { vec![manner.message("there is no bookmark: `set-bookmark a` sets one here")] } else { lines }
}
