//! Events, one a line, each with its number.

use crate::{
    app::State,
    catalog::EventIdx,
    chronology::Named,
    formats::{PrintStyle, write_rows},
    text::printable,
};

use crate::linear::voice::{Manner, Voice};

/// Returns at most `n` of the shown events, from number `first` on, which counts from 0.
pub(in crate::linear) fn page(state: &State, manner: Manner, first: usize, n: usize) -> Vec<String> {
    let events: Vec<EventIdx> = state.find.shown.from(first).take(n).collect();
    rows(state, manner, &events)
}

/// Returns the event that the cursor is on.
pub(in crate::linear) fn focus(state: &State, manner: Manner) -> String {
    match (state.look.cursor, manner.voice) {
        (None, _) if state.shelf.data.catalog.is_empty() => "this store has no events yet".to_owned(),
        (None, _) => "no event is shown".to_owned(),
        (Some(event), Voice::Plain) => rows(state, manner, &[event]).join("\n"),
        (Some(event), Voice::Spoken) => {
            let number = format!("on event {} of {}", number(state, event), state.find.shown.len());
            sentence(state, manner, event, number)
        }
    }
}

/// Returns shown events, one a line.
pub(in crate::linear) fn rows(state: &State, manner: Manner, events: &[EventIdx]) -> Vec<String> {
    match manner.voice {
        Voice::Plain => columns(state, manner, events),
        Voice::Spoken => {
            let number = |event| format!("event {}", number(state, event));
            events.iter().map(|it| sentence(state, manner, *it, number(*it))).collect()
        }
    }
}

/// Returns the number of a shown event, as it is typed.
pub(in crate::linear) fn number(state: &State, event: EventIdx) -> usize {
    state.find.shown.rank(event) + 1
}

/// Returns what the list has of each event, behind its number: `>` where the cursor is, `+` where it is marked, `?` where it only
/// possibly matches.
fn columns(state: &State, manner: Manner, events: &[EventIdx]) -> Vec<String> {
    let digits = state.find.shown.len().to_string().len();
    let style = PrintStyle { width: manner.width.map(|it| it.saturating_sub(digits + 5)), color: manner.color };
    let mut text = Vec::new();
    // Writing to memory does not fail.
    let _ = write_rows(&state.shelf.data.catalog, events, &style, &mut text);
    let text = String::from_utf8_lossy(&text).into_owned();
    let number = |(event, row): (&EventIdx, &str)| {
        let sign = |is: bool, sign: char| if is { sign } else { ' ' };
        format!(
            "{}{}{:>digits$}{} {row}",
            sign(state.look.cursor == Some(*event), '>'),
            sign(state.look.selection.marked.contains(*event), '+'),
            number(state, *event),
            sign(!state.find.shown.surely.contains(*event), '?'),
        )
    };
    events.iter().zip(text.lines()).map(number).collect()
}

/// Returns an event in one line, after its `number`.
fn sentence(state: &State, manner: Manner, event: EventIdx, number: String) -> String {
    let catalog = &state.shelf.data.catalog;
    let mut words = vec![number];
    words.extend(state.look.selection.marked.contains(event).then(|| "marked".to_owned()));
    words.extend((!state.find.shown.surely.contains(event)).then(|| "possible match".to_owned()));
    words.push(manner.date(catalog.event(event).when.as_ref()));
    words.push(catalog.status(event).name().to_owned());
    words.push(printable(catalog.title(event)).into_owned());
    words.join(", ")
}
