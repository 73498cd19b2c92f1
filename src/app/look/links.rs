//! The links of the event under the cursor, out and in, and where each leads from what is on the screen.

use std::ops::Range;

use crate::{
    app::find::Events,
    catalog::EventIdx,
    layout::{Lanes, Scale},
};

use super::Look;

/// Links of one event that are looked at: what half the store links to does not slow a frame.
const LOOKED_AT: usize = 1000;

/// One link of an event, as a row to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkRow {
    /// What the event is to the other, in words, or its letter.
    pub words: String,
    /// The other event.
    pub to: EventIdx,
}

/// Where a link leads, as seen from the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lead {
    /// To something that is on the screen.
    OnScreen,
    /// To something at a time that is on the screen, on a lane that is scrolled out of sight.
    OtherLane,
    /// To something over before it.
    Earlier,
    /// To something that begins after it.
    Later,
    /// To something without a date, which is in the list alone.
    Undated,
    /// To something that the filter hides.
    Hidden,
}

impl Look {
    /// Returns the links of the cursor's event as it reads them, its own first and then those of others to it.
    pub fn links(&self, events: Events) -> Vec<LinkRow> {
        let Some(cursor) = self.cursor else { return Vec::new() };
        let catalog = events.catalog;
        let event = catalog.event(cursor);
        let out = event.links.iter();
        let out = out.filter_map(|it| Some(LinkRow { words: it.kind.words().to_owned(), to: catalog.find(&it.to)? }));
        let into = catalog.links_to(cursor).iter();
        let into = into.map(|(kind, from)| LinkRow { words: kind.inverse_words().to_owned(), to: *from });
        out.chain(into).take(LOOKED_AT).collect()
    }

    /// Returns where a link to `event` leads on a screen that is drawn with `scale`.
    pub fn lead(&self, event: EventIdx, scale: &Scale, events: Events) -> Lead {
        match events.catalog.window(event) {
            _ if !events.shown.possibly.contains(event) => Lead::Hidden,
            None => Lead::Undated,
            Some(it) if it.last < scale.window.first => Lead::Earlier,
            Some(it) if scale.window.last < it.first => Lead::Later,
            Some(_) if self.lanes_in_sight(events.lanes).any(|it| events.lanes.holds(it, event)) => Lead::OnScreen,
            Some(_) => Lead::OtherLane,
        }
    }

    /// Returns the numbers of the lanes on the screen: each has a row at the least.
    fn lanes_in_sight(&self, lanes: &Lanes) -> Range<usize> {
        let height = usize::from(self.panes().lanes.height);
        let top = self.lane_top.min(lanes.each.len().saturating_sub(height));
        top..(top + height).min(lanes.each.len())
    }
}
