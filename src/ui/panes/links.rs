//! The links of the event under the cursor on the picture: what it is linked with stands out, and what lies off the screen is
//! counted at the edges of the axis.
//!
//! ```text
//!          ‹2   2012      2013      2014      2015      2016   1›
//!  filing                ⇄● The answer                            `⇄` and an underlined title: linked
//! ```

use crate::{
    app::{Lead, State},
    catalog::EventIdx,
    layout::{Item, Rect, Scale, Target},
    settings::{Glyphs, Role},
    text::text_width,
    ui::paint::Canvas,
};

/// Returns the sign of where a link leads, and what it says.
pub(in crate::ui) fn words(lead: Lead, glyphs: &Glyphs) -> (&'static str, &'static str) {
    match lead {
        Lead::OnScreen => (glyphs.link, "on the screen"),
        Lead::OtherLane => (glyphs.link, "on a lane out of sight"),
        Lead::Earlier => (glyphs.earlier, "earlier"),
        Lead::Later => (glyphs.later, "later"),
        Lead::Undated => (" ", "undated, in the list alone"),
        Lead::Hidden => (" ", "hidden by the filter"),
    }
}

/// What the cursor's event is linked with.
pub(super) struct Links {
    /// Those on the screen, ascending.
    here: Vec<EventIdx>,
    earlier: usize,
    later: usize,
}

impl Links {
    pub(super) fn new(state: &State, scale: &Scale) -> Self {
        let mut linked: Vec<EventIdx> = state.look.links(state.events()).into_iter().map(|it| it.to).collect();
        linked.sort_unstable();
        linked.dedup();
        let mut found = Self { here: Vec::new(), earlier: 0, later: 0 };
        for event in linked {
            match state.look.lead(event, scale, state.events()) {
                Lead::OnScreen => found.here.push(event),
                Lead::Earlier => found.earlier += 1,
                Lead::Later => found.later += 1,
                Lead::OtherLane | Lead::Undated | Lead::Hidden => {}
            }
        }
        found
    }

    /// Returns whether an item of lane number `lane` is linked with the cursor's event, or holds one that is.
    fn holds(&self, state: &State, item: &Item, lane: usize) -> bool {
        match item.target {
            Target::Event(event) => self.here.binary_search(&event).is_ok(),
            Target::Cluster { first, last, .. } => {
                // Events of other lanes lie between the two as well.
                let between = self.here.iter().filter(|it| first <= **it && **it <= last);
                between.into_iter().any(|it| state.find.lanes.holds(lane, *it))
            }
        }
    }

    /// Marks an item that is linked: a sign in the blank before it, and its title.
    pub(super) fn mark(&self, canvas: &mut Canvas, state: &State, item: &Item, lane: usize, plot: Rect) {
        if self.here.is_empty() || !self.holds(state, item, lane) {
            return;
        }
        let y = plot.y + item.row;
        // What stands before it ends with a blank, and so do the names of the lanes.
        if let Some(column) = (plot.x + item.cells.start).checked_sub(1) {
            canvas.glyph(column, y, canvas.glyphs().link, Role::Link);
        }
        // The cursor's own look says more.
        if let Some(label) = item.label.as_ref().filter(|_| !item.selected) {
            let start = label.column + if label.inside { 2 } else { 0 };
            let width = text_width(&label.text) as u16;
            canvas.restyle(Rect { x: plot.x + start, y, width, height: 1 }, Role::Link);
        }
    }

    /// Returns the columns that the count at the right edge takes.
    pub(super) fn room(&self) -> u16 {
        if self.later == 0 { 0 } else { self.later.to_string().len() as u16 + 2 }
    }

    /// Counts what lies off the screen at the two ends of the axis.
    pub(super) fn draw_edges(&self, canvas: &mut Canvas, plot: Rect, y: u16) {
        let glyphs = canvas.glyphs();
        if self.earlier > 0 {
            let words = format!("{}{}", glyphs.earlier, self.earlier);
            let room = (words.chars().count() as u16).min(plot.x);
            canvas.text(plot.x.saturating_sub(room + 1), y, room, &words, Role::Link);
        }
        if self.later > 0 {
            let words = format!("{}{}", self.later, glyphs.later);
            canvas.right(plot.x, y, plot.width, &words, Role::Link);
        }
    }
}
