//! The explorer's picture: state in, cells out.
//!
//! ```text
//!  dateline  Netflix and Facebook                    24 of 103 shown · 19 certain, 5 possible     title
//!  @netflix ✕  in:2011..2016 ✕                                           F filters off  u undo     chips
//!  ▁  ▁      ▂▃▂▃▅▇▅▃▆▄▂▅█▃▂▁▂▃▇█▂▁   [█████████]                                                 overview
//! ────────────────────────────────────────────────────────────────────────────────────────────
//!              2011     2012     2013     2014     2015     2016                                 axis
//!  tenure      ├┄━━━━━━━━━━ Hastings on Facebook's board ━━━━━━━━━━▸                              lanes
//!  filing                                             ●   ● ●●  ◍4
//! ──────────────────────────────────────────────────────┬─────────────────────────────────────
//!  › c. 2013     ◐ 'Inbox API' deal said to open …       │ 'Inbox API' deal said to open …      list, detail
//!  / search  f filter  p parties  v range  x export  Enter detail  ? help                        status
//! ```
//!
//! Drawing reads the state and changes nothing. It asks [`crate::layout`] where things are, and so does the code that moves the
//! cursor, so that what is seen is what is meant.

mod axis;
mod choices;
mod detail;
mod export;
mod grammar;
mod head;
mod help;
mod links;
mod list;
mod overview;
mod paint;
mod parties;
mod popup;
mod problems;
mod range;
mod statistics;
mod status;
mod timeline;
mod tour;
mod which_key;

pub use grammar::{Drawing, GRAMMAR};

use ratatui::Frame;

use crate::{
    app::{Panel, State},
    layout::Rect,
};

use self::paint::Canvas;

pub use self::paint::Hyperlink;

/// Draws `state` on the whole of `frame`; returns the cells that lead to pages, for terminals that open them.
pub fn render(state: &State, frame: &mut Frame) -> Vec<Hyperlink> {
    let mut canvas = Canvas::new(frame.buffer_mut(), &state.settings);
    let panes = state.look.panes();
    if panes.title.is_empty() {
        canvas.too_small();
        return Vec::new();
    }
    head::draw_title(&mut canvas, state, panes.title);
    head::draw_chips(&mut canvas, state, panes.chips);
    overview::draw(&mut canvas, state, panes.overview);
    if !panes.rule.is_empty() {
        canvas.rule(panes.rule, panes.rule.y);
    }
    timeline::draw(&mut canvas, state, &panes);
    canvas.divide(panes.divider);
    list::draw(&mut canvas, state, panes.list);
    detail::draw(&mut canvas, state, panes.detail);
    status::draw(&mut canvas, state, panes.status);
    let whole = canvas.area();
    let rows = state.tour_rows();
    tour::draw(&mut canvas, state, Rect { y: whole.bottom() - rows, height: rows, ..whole });
    canvas.leave(rows);
    for panel in &state.panels {
        match panel {
            Panel::Help(it) => help::draw(&mut canvas, state, it),
            Panel::Palette(it) => help::draw_palette(&mut canvas, state, it),
            Panel::Parties(it) => parties::draw(&mut canvas, state, it),
            Panel::Problems(it) => problems::draw(&mut canvas, state, it),
            Panel::ExportDialog(it) => export::draw(&mut canvas, state, it),
            Panel::Choices(it) => choices::draw(&mut canvas, state, it),
            Panel::Statistics(it) => statistics::draw(&mut canvas, state, it),
        }
    }
    which_key::draw(&mut canvas, state);
    let (caret, links) = (canvas.caret, canvas.links);
    if let Some(caret) = caret {
        frame.set_cursor_position(caret);
    }
    // What lies over the detail would become part of its links.
    let is_covered = !state.panels.is_empty() || !state.typing.pending.is_empty() || state.typing.line.is_some();
    if is_covered { Vec::new() } else { links }
}
