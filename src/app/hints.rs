//! What the footer offers: the keys that fit what is on, each in its place, to be drawn and to be clicked.

use std::ops::Range;

use crate::{
    keys::{Action, Context},
    layout::Pane,
    text::text_width,
};

use super::{panel::Panel, state::State};

/// What the footer offers in the explorer, the most useful first: what does not fit is left out from the end.
const EXPLORER: &[Action] = &[
    Action::Search,
    Action::Filter,
    Action::Parties,
    Action::Range,
    Action::Export,
    Action::OpenDetail,
    Action::Help,
    Action::ZoomIn,
    Action::ZoomOut,
    Action::LanesBy,
    Action::Statistics,
    Action::NextDisclosure,
    Action::Palette,
    Action::Undo,
    Action::Quit,
];
/// What it offers while a range is on.
const RANGE: &[Action] = &[
    Action::Export,
    Action::CopyMarkdown,
    Action::FitSelection,
    Action::SwapRangeEnds,
    Action::SnapRange,
    Action::PickLane,
    Action::TypeRange,
    Action::Statistics,
    Action::Back,
];
/// What it offers while events are shown as of a date.
const AS_OF: &[Action] = &[
    Action::NextDisclosure,
    Action::PreviousDisclosure,
    Action::AsKnownOn,
    Action::Statistics,
    Action::Undo,
    Action::ToggleFilters,
    Action::OpenDetail,
    Action::Help,
];
/// What it offers in the detail.
const DETAIL: &[Action] = &[
    Action::Down,
    Action::FollowLink,
    Action::OpenUrl,
    Action::Edit,
    Action::CopyMarkdown,
    Action::Back,
    Action::Help,
];

/// One key of the footer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// What it does.
    pub action: Action,
    /// The key, as hints show it.
    pub key: String,
    /// Its cells, from the first of the footer.
    pub cells: Range<u16>,
}

/// Returns the keys that the footer has room for in `room` cells.
pub fn hints(state: &State, room: u16) -> Vec<Hint> {
    let context = state.context();
    let actions = match context {
        Context::Range => RANGE,
        _ if state.look.focus == Pane::Detail => DETAIL,
        _ if state.find.filter.is_on() && state.find.filter.as_of().is_some() => AS_OF,
        _ => EXPLORER,
    };
    if state.panels.last().is_some_and(|it| !matches!(it, Panel::Parties(_))) {
        return Vec::new();
    }
    let mut hints = Vec::new();
    let mut used = 0;
    for action in actions {
        let Some(key) = state.settings.keymap.shortest(*action, context) else { continue };
        let width = (text_width(&key) + 1 + action.label().len()) as u16;
        if room < used + width {
            break;
        }
        hints.push(Hint { action: *action, key, cells: used..used + width });
        used += width + 2;
    }
    hints
}
