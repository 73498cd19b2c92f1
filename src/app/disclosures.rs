//! From one day on which something came out to the next: the chronology as the public came to know it.

use crate::chronology::{Instant, When};

use super::{disclosed::Disclosed, notice::Notice, state::State, way::Way, work::Ask};

impl State {
    /// Asks for the day before or after the date as of which events are shown on which more came out. Where they are shown as of
    /// no date, that is the first of all days, or the last.
    pub(super) fn step_disclosure(&mut self, way: Way) {
        let as_of = self.filter.as_of_date().map(When::bounds);
        let from = match (way, as_of) {
            (Way::Forward, Some(it)) => it.latest,
            (Way::Back, Some(it)) => it.earliest,
            (Way::Forward, None) => Instant::MIN,
            (Way::Back, None) => Instant::MAX,
        };
        let mut filter = self.filter.clone();
        filter.set_as_of(None);
        self.ask_here(Ask::Disclose { filter, marked: std::sync::Arc::clone(&self.selection.marked), from, way });
    }

    /// Shows the chronology as of a day on which more came out, with the cursor on what did.
    pub(super) fn take_disclosed(&mut self, way: Way, disclosed: Option<Disclosed>) {
        let Some(Disclosed { at, n_events, first }) = disclosed else {
            let words = match way {
                Way::Forward => "nothing came out later: a and Enter show everything",
                Way::Back => "nothing came out earlier",
            };
            self.notice = Some(Notice::info(words));
            return;
        };
        let before = self.snapshot();
        let day = at.date().to_string();
        if let Ok(date) = When::parse(&day) {
            self.filter.set_as_of(Some(date));
            self.goal = Some(first);
            self.refresh();
            self.reveal();
            self.keep(Some(before));
            let plural = if n_events == 1 { "event" } else { "events" };
            self.notice = Some(Notice::info(format!("{day}: {n_events} {plural} came out; ]k goes on, [k goes back")));
        }
    }
}
