//! The explorer's picture: state in, cells out.
//!
//! ```text
//!  dateline  Netflix and Facebook                    24 of 112 shown · 19 certain, 5 possible     title
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

mod grammar;
mod paint;
mod panels;
mod panes;
mod popup;

pub use grammar::{Drawing, GRAMMAR};

use ratatui::Frame;

use crate::{app::State, settings::Role};

use self::paint::Canvas;

pub use self::paint::Hyperlink;

/// Draws `state` on the whole of `frame`; returns the cells that lead to pages, for terminals that open them.
pub fn render(state: &State, frame: &mut Frame) -> Vec<Hyperlink> {
    let mut canvas = Canvas::new(frame.buffer_mut(), &state.settings);
    if state.look.panes().title.is_empty() {
        let whole = canvas.area();
        canvas.text(whole.x, whole.y, whole.width, "dateline needs 20x6", Role::Text);
        return Vec::new();
    }
    panes::draw(&mut canvas, state);
    panels::draw(&mut canvas, state);
    let (caret, links) = (canvas.caret, canvas.links);
    if let Some(caret) = caret {
        frame.set_cursor_position(caret);
    }
    // What lies over the detail would become part of its links.
    let is_covered = !state.panels.is_empty() || !state.typing.pending.is_empty() || state.typing.line.is_some();
    if is_covered { Vec::new() } else { links }
}
