//! The tour on the built-in chronology: each of its steps is done by doing it.

use crate::{
    catalog::Catalog,
    keys::{Action, Context, Keymap},
    layout::Size,
};

use super::{
    msg::Notice,
    panel::{Behind, Panel},
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
    /// What to do; `{context/name}` stands for the keys that the action of that name has in a context, and `{name}` for those that
    /// it has in the explorer.
    text: &'static str,
    done: fn(&[Panel], Behind, &Tour) -> bool,
}

const STEPS: [Step; 6] = [
    Step {
        title: "filter by party",
        text: "Press {parties} and type netfx: a typing mistake is no matter, and the picture follows as you type. {picker/pick} takes \
               what is found. What hides events always stands in the second row.",
        done: |panels, behind, _| panels.is_empty() && behind.find.filter.query().names_a_party(),
    },
    Step {
        title: "a range, and what it adds up to",
        text: "{next-event} goes to the next event, {next-in-lane} to the next on its lane, {down} to the lane below. Press \
               {range} and go on a few events: a range is drawn, and beside it stand its length, its counts and its sums.",
        done: |_, behind, _| behind.look.selection.range.is_some_and(|it| it.anchor != it.head),
    },
    Step {
        title: "export exactly that",
        text: "{export} exports the range and nothing else. See what is proposed, then {menu/accept} writes the file, or {menu/back} \
               leaves it: either goes on.",
        done: |panels, _, tour| tour.has_exported && panels.is_empty(),
    },
    Step {
        title: "who says so",
        text: "{range/back} ends the range. Then {filter}, and type status:disputed after what is there, and {prompt/accept}. The sign of each event \
               says how it stands, and the detail says who alleges, who denies, and on what source.",
        done: |_, behind, _| behind.typing.line.is_none() && behind.find.filter.query().names_a_status(),
    },
    Step {
        title: "as the public knew it",
        text: "{remove-chip} drops that filter. {next-disclosure} goes to the first day on which something came out, and on to the \
               next; {as-known-on} asks for a date. What was still secret then is hidden.",
        done: |_, behind, _| behind.find.filter.as_of().is_some(),
    },
    Step {
        title: "the way back",
        text: "{undo} takes back one step of the view after the other. {help} lists every key, and {palette} finds an action by \
               name. Press {undo} once: then you know what matters.",
        done: |_, _, tour| tour.has_undone,
    },
];

/// Where the reader is in the tour.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tour {
    /// The step, from 0.
    pub step: usize,
    /// Whether the export dialog has been seen.
    has_exported: bool,
    /// Whether the way back has been taken.
    has_undone: bool,
}

impl Tour {
    /// Returns the beginning of the tour, if this is the chronology that it leads through and the screen has room for it.
    pub(super) fn begin(catalog: &Catalog, size: Size) -> Result<Self, Notice> {
        if catalog.party_idx("netflix").is_none() {
            return Err(Notice::warning("the tour leads through the built-in chronology: dateline --tour"));
        }
        let tour = Self::default();
        if Self::rows(size) == 0 {
            return Err(Notice::warning(format!("the tour needs {WIDTH} columns and {} rows", TOUR_ROWS + LEAST)));
        }
        Ok(tour)
    }

    /// Returns the tour after what the reader sees now, or what is said at its end.
    pub(super) fn follow(mut self, panels: &[Panel], behind: Behind) -> Result<Self, Notice> {
        self.has_exported |= matches!(panels.last(), Some(Panel::ExportDialog(_)));
        self.has_undone |= behind.look.history.can_go_forward();
        if STEPS.get(self.step).is_some_and(|it| (it.done)(panels, behind, &self)) {
            self = Self { step: self.step + 1, ..Self::default() };
        }
        if self.step < STEPS.len() {
            return Ok(self);
        }
        Err(Notice::info("that was the tour")
            .offer(Action::Statistics, "counts")
            .offer(Action::LanesBy, "chooses lanes")
            .offer(Action::FitSelection, "fits")
            .offer(Action::Help, "lists the rest"))
    }

    /// Returns the rows at the bottom of a screen that the tour takes: none where there are too few.
    pub fn rows(size: Size) -> u16 {
        if TOUR_ROWS + LEAST <= size.height && WIDTH <= size.width { TOUR_ROWS } else { 0 }
    }

    /// Returns the heading of the step and what to do, in the reader's own keys.
    pub fn instructions(&self, keymap: &Keymap) -> Option<(String, String)> {
        let step = STEPS.get(self.step)?;
        let heading = format!("tour {} of {}: {}", self.step + 1, STEPS.len(), step.title);
        let mut text = String::new();
        let mut rest = step.text;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            text.push_str(before);
            text.push_str(&key_of(keymap, name));
            rest = after;
        }
        text.push_str(rest);
        Some((heading, text))
    }
}

/// Returns the action that `name` stands for, and the context that it names.
fn action_of(name: &str) -> Option<(Action, Context)> {
    let (context, action) = name.split_once('/').unwrap_or((Context::Explorer.name(), name));
    Some((action.parse().ok()?, context.parse().ok()?))
}

/// Returns the shortest key of what `name` stands for, or the name.
fn key_of(keymap: &Keymap, name: &str) -> String {
    let key = action_of(name).and_then(|(action, context)| keymap.shortest(action, context));
    key.unwrap_or_else(|| format!("`{name}`"))
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
                let (action, context) = action_of(name).expect(name);
                assert!(Keymap::default().shortest(action, context).is_some(), "{name}");
            }
        }
    }
}
