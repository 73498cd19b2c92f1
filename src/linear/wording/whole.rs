//! One event, whole.

use crate::{
    app::State,
    catalog::EventIdx,
    formats::{Fact, Heading, Phrase, PrintStyle, Section, Sheet, sheet, since, write_event},
    text::printable,
};

use super::rows;
use crate::linear::voice::{Manner, Voice};

/// Returns everything that the store has of an event.
pub(in crate::linear) fn whole(state: &State, event: EventIdx, manner: Manner) -> Vec<String> {
    let catalog = &state.shelf.data.catalog;
    let number = format!("event {} of {}", rows::number(state, event), state.find.shown.len());
    match manner.voice {
        Voice::Plain => {
            let style = PrintStyle { width: manner.width, color: manner.color };
            let mut text = Vec::new();
            // Writing to memory does not fail.
            let _ = write_event(catalog, event, &style, &mut text);
            std::iter::once(number).chain(String::from_utf8_lossy(&text).lines().map(str::to_owned)).collect()
        }
        Voice::Spoken => {
            let Sheet { title, id, sections, .. } = sheet(catalog, event);
            let mut lines = vec![format!("{number}, {}", printable(&title)), format!("id: {}", printable(&id))];
            sections.iter().for_each(|it| lines.extend(facts(it)));
            let address = catalog.address(event);
            lines.extend(address.map(|it| format!("file: {}, line {}", printable(&it.name), it.line)));
            lines
        }
    }
}

/// Returns a section, a fact a line: what it is, which of how many, and the fact.
fn facts(section: &Section) -> Vec<String> {
    let (n, heading) = (section.facts.len(), section.heading);
    let mut lines = Vec::new();
    for (at, Fact { lead, phrases, details, .. }) in section.facts.iter().enumerate() {
        let what = match heading {
            // These have names of their own, and their number says nothing.
            Heading::About | Heading::OtherKeys => lead.clone(),
            _ if n == 1 && lead.is_empty() => heading.words().to_owned(),
            _ if lead.is_empty() => format!("{} {} of {n}", heading.one(), at + 1),
            _ => format!("{} {} of {n}, {lead}", heading.one(), at + 1),
        };
        lines.push(printable(&format!("{what}: {}", said(phrases))).into_owned());
        lines.extend(details.iter().map(|it| printable(&said(it)).into_owned()));
    }
    lines
}

/// Returns phrases with commas between them and words in the place of signs.
fn said(phrases: &[Phrase]) -> String {
    let said = |phrase: &Phrase| match phrase {
        Phrase::Words(it) | Phrase::Page(it) => it.clone(),
        Phrase::Date(it) => it.spoken(),
        Phrase::Since(it) => since(it.spoken()),
        Phrase::Tags(it) => it.join(", "),
        Phrase::Id(it) => format!("id {it}"),
    };
    phrases.iter().map(said).collect::<Vec<_>>().join(", ")
}
