//! The links of the event under the cursor, out and in, and where each leads from what is on the screen.

use std::ops::Range;

use crate::{catalog::EventIdx, layout::Scale};

use super::{
    menu::Menu,
    notice::Notice,
    panel::{LinkRow, Listed, Panel},
    state::State,
};

/// Links of one event that are looked at: what half the store links to does not slow a frame.
const LOOKED_AT: usize = 1000;

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

impl State {
    /// Returns the links of the cursor's event as it reads them, its own first and then those of others to it.
    pub fn links(&self) -> Vec<LinkRow> {
        let Some(cursor) = self.view.cursor else { return Vec::new() };
        let catalog = &self.data.catalog;
        let event = catalog.event(cursor);
        let out = event.links.iter();
        let out = out.filter_map(|it| Some(LinkRow { words: it.kind.words().to_owned(), to: catalog.find(&it.to)? }));
        let into = catalog.links_to(cursor).iter();
        let into = into.map(|(kind, from)| LinkRow { words: kind.inverse_words().to_owned(), to: *from });
        out.chain(into).take(LOOKED_AT).collect()
    }

    /// Returns where a link to `event` leads on a screen that is drawn with `scale`.
    pub fn lead(&self, event: EventIdx, scale: &Scale) -> Lead {
        match self.data.catalog.window(event) {
            _ if !self.shown.possibly.contains(event) => Lead::Hidden,
            None => Lead::Undated,
            Some(it) if it.last < scale.window.first => Lead::Earlier,
            Some(it) if scale.window.last < it.first => Lead::Later,
            Some(_) if self.lanes_in_sight().any(|it| self.lanes.holds(it, event)) => Lead::OnScreen,
            Some(_) => Lead::OtherLane,
        }
    }

    /// Returns the numbers of the lanes on the screen: each has a row at the least.
    fn lanes_in_sight(&self) -> Range<usize> {
        let height = usize::from(self.panes().lanes.height);
        let top = self.view.lane_top.min(self.lanes.len().saturating_sub(height));
        top..(top + height).min(self.lanes.len())
    }

    /// Goes to what the cursor's event links to; asks which where there are several.
    pub(super) fn follow_link(&mut self) {
        let rows = self.links();
        match &*rows {
            [] => self.notice = Some(Notice::info("this event has no links")),
            [one] => self.go_to_link(one.to),
            _ => self.panels.push(Panel::Links { listed: Listed::Links, rows, menu: Menu::default() }),
        }
    }

    /// Goes to `event`, which may be hidden: then it says so.
    pub(super) fn go_to_link(&mut self, event: EventIdx) {
        if self.shown.possibly.contains(event) {
            self.jump_to(event);
        } else {
            let title = self.data.catalog.title(event);
            self.notice = Some(Notice::warning(format!("the filter hides `{title}`: F shows everything")));
        }
    }

    /// Lists the bookmarks, to go to one.
    pub(super) fn open_bookmarks(&mut self) {
        let bookmarks = self.selection.bookmarks.iter();
        let rows: Vec<LinkRow> = bookmarks.map(|(letter, it)| LinkRow { words: letter.to_string(), to: *it }).collect();
        if rows.is_empty() {
            self.notice = Some(Notice::info("there is no bookmark: m and a letter sets one"));
        } else {
            self.panels.push(Panel::Links { listed: Listed::Bookmarks, rows, menu: Menu::default() });
        }
    }
}
