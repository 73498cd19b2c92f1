//! Along the links of an event, and to the places that the reader remembered.

use crate::catalog::EventIdx;

use super::{
    menu::Menu,
    notice::Notice,
    panel::{LinkRow, Panel},
    state::State,
};

impl State {
    /// Goes to what the cursor's event links to; asks which where there are several.
    pub(super) fn follow_link(&mut self) {
        let Some(cursor) = self.view.cursor else { return };
        let catalog = &self.data.catalog;
        let event = catalog.event(cursor);
        let out = event.links.iter();
        let out = out.filter_map(|it| Some(LinkRow { words: it.kind.words().to_owned(), to: catalog.find(&it.to)? }));
        let into = catalog.links_to(cursor).iter();
        let into = into.map(|(kind, from)| LinkRow { words: kind.inverse_words().to_owned(), to: *from });
        let rows: Vec<LinkRow> = out.chain(into).collect();
        match &*rows {
            [] => self.notice = Some(Notice::info("this event has no links")),
            [one] => self.go_to_link(one.to),
            _ => self.panels.push(Panel::Links { title: "links", rows, menu: Menu::default() }),
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
            self.panels.push(Panel::Links { title: "bookmarks", rows, menu: Menu::default() });
        }
    }
}
