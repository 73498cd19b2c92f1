//! The timeline as text, lane by lane: what the picture draws, said.

use crate::{
    app::State,
    catalog::EventIdx,
    chronology::{End, Shape, Window},
    formats::count,
    layout::Lane,
    text::printable,
};

use super::{rows, words};
use crate::linear::voice::{Manner, Voice};

/// Events of one lane that are told.
const TOLD: usize = 20;

/// Returns every lane with its name, its number of events, and those of them that are in view.
pub(in crate::linear) fn lanes(state: &State, manner: Manner) -> Vec<String> {
    let mut lines = vec![words::lanes_by(state), words::view(state)];
    for lane in &state.find.lanes.each {
        lines.extend(one(state, lane, manner));
    }
    match state.find.shown.len() - state.find.shown.n_dated {
        0 => {}
        1 => lines.push("1 undated event is on no lane".to_owned()),
        n => lines.push(format!("{n} undated events are on no lane")),
    }
    lines
}

fn one(state: &State, lane: &Lane, manner: Manner) -> Vec<String> {
    let view = state.look.viewport.window;
    let touches = |it: &&EventIdx| state.shelf.data.catalog.window(**it).is_some_and(|it| it.touches(view));
    let seen: Vec<EventIdx> = lane.ids.iter().filter(touches).copied().collect();
    let in_view = match seen.len() {
        0 => "none in view".to_owned(),
        n if n == lane.ids.len() => "all in view".to_owned(),
        n => format!("{n} in view"),
    };
    let picked = if state.look.selection.lanes.contains(&lane.key) { ", picked for the range" } else { "" };
    let (name, events) = (printable(&lane.label), count(lane.ids.len(), "event"));
    let mut lines = match manner.voice {
        Voice::Plain => vec![String::new(), format!("{name}: {events}, {in_view}{picked}")],
        Voice::Spoken => vec![format!("lane {name}, {events}, {in_view}{picked}")],
    };
    let told = &seen[..seen.len().min(TOLD)];
    for (event, row) in told.iter().zip(rows::rows(state, manner, told)) {
        lines.push(row);
        let drawn = drawn(state, *event, view);
        lines.extend(drawn.map(|it| if manner.voice == Voice::Plain { format!("{:>8}{it}", "") } else { it }));
    }
    if told.len() < seen.len() {
        lines.push(format!("and {} more: a filter or a nearer view shows them", seen.len() - told.len()));
    }
    lines
}

/// Returns how an event's bar is drawn: which time is certain and which possible, what its ends are, and whether it runs off the
/// view. Nothing for a day that is known.
fn drawn(state: &State, event: EventIdx, view: Window) -> Option<String> {
    let event = state.shelf.data.catalog.event(event);
    let when = event.when.as_ref()?;
    let bounds = when.bounds();
    let is_span = bounds.shape == Shape::Span;
    let is_plain = !is_span && bounds.earliest.date() == bounds.latest.date();
    let (begins, ends) = if is_span {
        ("begins before the view", "ends after the view")
    } else {
        ("possibly before the view", "possibly after the view")
    };
    let known = |end: End| !is_span || matches!(end, End::Known | End::Beyond);
    let remarks = [
        (is_span && bounds.start == End::Unknown, "start unknown"),
        (is_span && bounds.end == End::Open, "goes on"),
        (is_span && bounds.end == End::Unknown, "end unknown"),
        (bounds.earliest < view.first && known(bounds.start), begins),
        (view.last < bounds.latest && known(bounds.end), ends),
    ];
    let mut words: Vec<String> = (!is_plain).then(|| when.long()).into_iter().collect();
    words.extend(remarks.iter().filter(|it| it.0).map(|it| it.1.to_owned()));
    (!words.is_empty()).then(|| words.join("; "))
}
