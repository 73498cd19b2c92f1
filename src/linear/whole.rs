//! One event, whole.

use crate::{
    app::State,
    catalog::EventIdx,
    diag::Span,
    formats::{PageStyle, Row, Section, Sheet, sheet, write_event},
    text::printable,
};

use super::{
    rows,
    voice::{Manner, Voice, spoken},
};

/// Returns everything that the store has of an event.
pub(super) fn whole(state: &State, event: EventIdx, manner: Manner) -> Vec<String> {
    let catalog = &state.shelf.data.catalog;
    match manner.voice {
        Voice::Plain => {
            let style = PageStyle { width: manner.width, color: manner.color, files: Some(&state.shelf.data.files) };
            let mut text = Vec::new();
            // Writing to memory does not fail.
            let _ = write_event(catalog, event, &style, &mut text);
            let number = format!("event {} of {}", rows::number(state, event), state.find.shown.len());
            std::iter::once(number).chain(String::from_utf8_lossy(&text).lines().map(str::to_owned)).collect()
        }
        Voice::Spoken => {
            let Sheet { title, id, sections, .. } = sheet(catalog, event);
            let number = format!("event {} of {}", rows::number(state, event), state.find.shown.len());
            let mut lines = vec![format!("{number}, {}", printable(&title)), format!("id: {}", printable(&id))];
            sections.iter().for_each(|it| lines.extend(facts(it)));
            let origin = catalog.event(event).origin;
            let place = state.shelf.data.files.place(Span::new(origin.file, origin.start, origin.end));
            lines.extend(place.map(|it| format!("file: {}, line {}", printable(&it.file), it.line)));
            lines
        }
    }
}

/// Returns a section, a fact a line: what it is, which of how many, and the fact.
fn facts(section: &Section) -> Vec<String> {
    let n = section.rows.len();
    let one = match section.heading {
        "parties" => "party",
        heading => heading.strip_suffix('s').filter(|_| heading != "status").unwrap_or(heading),
    };
    let mut lines = Vec::new();
    for (at, Row { lead, text, details, .. }) in section.rows.iter().enumerate() {
        let what = match section.heading {
            // These have names of their own, and their number says nothing.
            "about" | "other keys" => lead.clone(),
            heading if n == 1 && lead.is_empty() => heading.to_owned(),
            _ if lead.is_empty() => format!("{one} {} of {n}", at + 1),
            _ => format!("{one} {} of {n}, {lead}", at + 1),
        };
        lines.push(printable(&format!("{what}: {}", said(section, lead, text))).into_owned());
        lines.extend(details.iter().map(|it| printable(&without_dots(it)).into_owned()));
    }
    lines
}

/// Returns a fact with words in the place of the signs of its dates, and of the dots between its parts.
fn said(section: &Section, lead: &str, text: &str) -> String {
    match (section.heading, lead) {
        ("when" | "known", _) => spoken(text),
        ("about", "tags") => text.split(' ').map(|it| it.trim_start_matches('#')).collect::<Vec<_>>().join(", "),
        _ => without_dots(text),
    }
}

/// Returns a text with commas for the dots between its parts, dates among them in words, and an id without its brackets.
fn without_dots(text: &str) -> String {
    let part = |part: &str| match part.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
        Some(id) => format!("id {id}"),
        // A part that is a date of ours begins with a sign of ours, or has one between two years.
        None if part.starts_with("c. ") || part.starts_with("? – ") => spoken(part),
        None => part.to_owned(),
    };
    text.split(" · ").map(part).collect::<Vec<_>>().join(", ")
}
