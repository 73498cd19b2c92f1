//! What a command has changed, in words.

use crate::{
    app::{Notice, Snapshot, State},
    keys::Action,
    text::printable,
};

use super::words;
use crate::linear::{vocabulary, voice::Manner};

/// What was on before a command.
pub(in crate::linear) struct Before {
    snapshot: Snapshot,
    shown: (usize, usize),
    search: (String, usize),
}

impl Before {
    pub(in crate::linear) fn of(state: &State) -> Self {
        Self { snapshot: state.snapshot(), shown: counts(state), search: search(state) }
    }

    /// Returns whether events have other numbers now.
    pub(in crate::linear) fn renumbers(&self, state: &State) -> bool {
        self.shown != counts(state) || self.snapshot.filter != state.find.filter
    }

    /// Returns whether another event is on, or the one that is has another number.
    pub(in crate::linear) fn moves(&self, state: &State) -> bool {
        self.snapshot.cursor != state.look.cursor || self.renumbers(state)
    }

    /// Returns what differs now beside the event that is on, and what the explorer remarks on it.
    pub(in crate::linear) fn changes(&self, state: &State, notice: Option<&Notice>, manner: Manner) -> Vec<String> {
        let (before, now) = (&self.snapshot, state.snapshot());
        let mut lines = Vec::new();
        if self.renumbers(state) {
            lines.push(words::shown(state));
        }
        if before.filter != now.filter {
            lines.push(words::filter(state));
        }
        if before.lanes_by != now.lanes_by {
            lines.push(words::lanes_by(state));
        }
        if before.viewport != now.viewport {
            lines.push(words::view(state));
        }
        if before.selection.range != now.selection.range || before.selection.lanes != now.selection.lanes {
            let range = words::range(state);
            lines.extend(if range.is_empty() { vec!["no range".to_owned()] } else { range });
        }
        if before.selection.marked != now.selection.marked {
            lines.push(words::marked(state));
        }
        if self.search != search(state) && !state.find.search.is_on() {
            lines.push("nothing is searched for".to_owned());
        }
        if self.search != search(state) || before.cursor != now.cursor {
            lines.extend(words::search(state).filter(|_| !state.find.search.hits.is_empty()));
        }
        lines.extend(notice.map(|it| printable(&vocabulary::notice(it)).into_owned()));
        lines.iter().map(|it| manner.message(it)).collect()
    }
}

fn counts(state: &State) -> (usize, usize) {
    (state.find.shown.len(), state.find.shown.n_surely)
}

fn search(state: &State) -> (String, usize) {
    (state.find.search.needle.clone(), state.find.search.hits.len())
}

/// Returns why `action` has changed nothing.
pub(in crate::linear) fn nothing(state: &State, action: Action) -> &'static str {
    if state.find.shown.is_empty() {
        return "no event is shown";
    }
    match action {
        Action::NextEvent | Action::Last | Action::Down | Action::PageDown | Action::HalfPageDown => {
            "this is the last event"
        }
        Action::PreviousEvent | Action::First | Action::Up | Action::PageUp | Action::HalfPageUp => {
            "this is the first event"
        }
        Action::NextInLane => "this is the last event on its lane",
        Action::PreviousInLane => "this is the first event on its lane",
        Action::NextGap => "no silence of a tenth of the view follows",
        Action::PreviousGap => "no silence of a tenth of the view comes before",
        Action::BackInJumps => "there is no jump to go back to",
        Action::ForwardInJumps => "there is no jump to go forward to",
        Action::SearchNext | Action::SearchPrevious => "this is the only hit",
        Action::Today | Action::GoToDate => "this is the nearest event",
        Action::FilterTheseParties => "the filter is that already",
        Action::Range => "an event without a date begins no range",
        Action::SwapRangeEnds => "there is no range: `range DATE` sets one",
        Action::MarkAll => "every event that is shown is marked already",
        _ => "nothing changed",
    }
}
