//! The steps of the tour, on the built-in chronology: each is done by doing it.

use crate::keys::{Action, Context};

use super::{
    notice::Notice,
    panel::Panel,
    state::State,
    tour::{Seen, Tour},
};

/// Rows that the tour takes at the bottom of the screen.
const TOUR_ROWS: u16 = 5;
/// Fewest columns in which every step fits its rows.
const WIDTH: u16 = 80;
/// Fewest rows that the rest of the screen keeps.
const LEAST: u16 = 12;

/// One step of the tour.
struct Step {
    title: &'static str,
    /// What to do; `{name}` stands for the keys of the action of that name.
    text: &'static str,
    done: fn(&State, &Tour) -> bool,
}

const STEPS: [Step; 6] = [
    Step {
        title: "filter by party",
        text: "Press {parties} and type netfx: a typing mistake is no matter, and the picture follows as you type. Enter takes \
               what is found. What hides events always stands in the second row.",
        done: |state, _| state.panels.is_empty() && state.filter.text().contains("party:"),
    },
    Step {
        title: "a range, and what it adds up to",
        text: "{next-event} goes to the next event, {next-in-lane} to the next on its lane, {down} to the lane below. Press \
               {range} and go on a few events: a range is drawn, and beside it stand its length, its counts and its sums.",
        done: |state, _| state.selection.range.is_some_and(|it| it.anchor != it.head),
    },
    Step {
        title: "export exactly that",
        text: "{export} exports the range and nothing else. See what is proposed, then Enter writes the file, or Esc leaves it: \
               either goes on.",
        done: |state, tour| tour.export == Seen::Yes && state.panels.is_empty(),
    },
    Step {
        title: "who says so",
        text: "Esc ends the range. Then {filter}, and type status:disputed after what is there, and Enter. The sign of each event \
               says how it stands, and the detail says who alleges, who denies, and on what source.",
        done: |state, _| state.line.is_none() && state.filter.text().contains("status:"),
    },
    Step {
        title: "as the public knew it",
        text: "{remove-chip} drops that filter. {next-disclosure} goes to the first day on which something came out, and on to the \
               next; {as-known-on} asks for a date. What was still secret then is hidden.",
        done: |state, _| state.filter.as_of().is_some(),
    },
    Step {
        title: "the way back",
        text: "{undo} takes back one step of the view after the other. {help} lists every key, and {palette} finds an action by \
               name. Press {undo} once: then you know what matters.",
        done: |_, tour| tour.undo == Seen::Yes,
    },
];

impl State {
    /// Begins the tour, if this is the chronology that it leads through.
    pub fn begin_tour(&mut self) {
        if self.data.catalog.party_idx("netflix").is_none() {
            self.notice = Some(Notice::warning("the tour leads through the built-in chronology: dateline --tour"));
            return;
        }
        self.tour = Some(Tour::default());
        if self.tour_rows() == 0 {
            self.tour = None;
            let words = format!("the tour needs {WIDTH} columns and {} rows", TOUR_ROWS + LEAST);
            self.notice = Some(Notice::warning(words));
        }
        self.settle();
    }

    /// Goes on with the tour when its step is done.
    pub(super) fn follow_tour(&mut self) {
        let Some(mut tour) = self.tour.take() else { return };
        if matches!(self.panels.last(), Some(Panel::Export(_))) {
            tour.export = Seen::Yes;
        }
        if self.history.can_redo() {
            tour.undo = Seen::Yes;
        }
        if STEPS.get(tour.step).is_some_and(|it| (it.done)(self, &tour)) {
            tour = Tour { step: tour.step + 1, ..Tour::default() };
        }
        if tour.step < STEPS.len() {
            self.tour = Some(tour);
        } else {
            self.settle();
            self.notice =
                Some(Notice::info("that was the tour: gs counts, gl chooses lanes, zf fits, ? lists the rest"));
        }
    }

    /// Returns the rows that the tour has at the bottom of the screen: none where there are too few.
    pub fn tour_rows(&self) -> u16 {
        let fits = TOUR_ROWS + LEAST <= self.size.height && WIDTH <= self.size.width;
        if self.tour.is_some() && fits { TOUR_ROWS } else { 0 }
    }

    /// Returns the heading of the tour's step and what to do, in the reader's own keys.
    pub fn tour_words(&self) -> Option<(String, String)> {
        let tour = self.tour.as_ref()?;
        let step = STEPS.get(tour.step)?;
        let heading = format!("tour {} of {}: {}", tour.step + 1, STEPS.len(), step.title);
        let mut text = String::new();
        let mut rest = step.text;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            text.push_str(before);
            text.push_str(&self.key_of(name));
            rest = after;
        }
        text.push_str(rest);
        Some((heading, text))
    }

    /// Returns the shortest key of the action called `name`, or how to call it by name.
    fn key_of(&self, name: &str) -> String {
        let action = name.parse::<Action>().ok();
        let keys = action.map(|it| self.settings.keymap.keys_for(it, Context::Explorer)).unwrap_or_default();
        keys.into_iter().min_by_key(|it| it.chars().count()).unwrap_or_else(|| format!(":{name}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::wrap;

    #[test]
    fn every_step_fits_its_rows_on_a_small_screen() {
        for step in STEPS {
            // Keys are shorter than the names that stand for them.
            assert!(wrap(step.text, 76 + 20).len() <= usize::from(TOUR_ROWS) - 2, "{}", step.title);
        }
    }

    #[test]
    fn every_key_that_a_step_names_is_an_action() {
        for step in STEPS {
            for name in step.text.split('{').skip(1).filter_map(|it| it.split_once('}')).map(|it| it.0) {
                assert!(name.parse::<Action>().is_ok(), "{name}");
            }
        }
    }
}
