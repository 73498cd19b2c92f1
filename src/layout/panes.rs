//! Which panes there are at a size and where, and which rows of a list are on its pane.
//!
//! ```text
//! three panes, from 100x26        two panes, from 60x16           one pane
//! ┌────────────────────────┐      ┌─────────────────────┐         ┌────────────┐
//! │ title                  │      │ title               │         │ title      │
//! │ chips                  │      │ chips               │         │ axis       │
//! │ overview               │      │ overview            │         │ lanes      │
//! │ axis                   │      │ axis                │         │ list       │
//! │ lanes                  │      │ lanes               │         │ status     │
//! ├───────────┬────────────┤      ├─────────────────────┤         └────────────┘
//! │ list      │ detail     │      │ list, or detail     │
//! │ status    │            │      │ status              │
//! └───────────┴────────────┘      └─────────────────────┘
//! ```

use strum::{Display, EnumString};

use super::geometry::{Rect, Size};

/// A pane that can have the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Display, EnumString)]
#[strum(serialize_all = "lowercase")]
pub enum Pane {
    /// The timeline.
    Timeline,
    /// The list.
    List,
    /// The detail.
    Detail,
}

/// How the panes are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Display, EnumString)]
#[strum(serialize_all = "lowercase")]
pub enum Layout {
    /// As many as fit.
    #[default]
    Auto,
    /// The timeline alone.
    #[strum(serialize = "timeline")]
    TimelineOnly,
    /// The list alone, with the detail where there is room for it.
    #[strum(serialize = "list")]
    ListOnly,
}

/// Whether the detail has a pane of its own where there is room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Beside {
    /// It has.
    Detail,
    /// The list has all of the width.
    Nothing,
}

/// What decides on the panes beside the size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaneChoice {
    /// What stands beside the list.
    pub beside: Beside,
    /// How the panes are laid out.
    pub layout: Layout,
    /// The pane that has the keys: on a small screen it is the one that is seen.
    pub focus: Pane,
}

/// Where the panes are; one that is not there is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Panes {
    /// Title and counts: one row.
    pub title: Rect,
    /// The filter: one row.
    pub chips: Rect,
    /// The whole store: its axis, its bars and a rule.
    pub overview: Rect,
    /// The axis of the timeline: one row.
    pub axis: Rect,
    /// The lanes.
    pub lanes: Rect,
    /// The rule between timeline and list: one row.
    pub rule: Rect,
    /// The list.
    pub list: Rect,
    /// The rule between list and detail: one column.
    pub divider: Rect,
    /// The detail.
    pub detail: Rect,
    /// Prompts, notices and keys: one row.
    pub status: Rect,
}

/// Rows kept in sight before and after the cursor, where the window has room for them.
const MARGIN: usize = 2;

/// The least that anything can be drawn on.
const LEAST: Size = Size { width: 20, height: 6 };

/// Returns the panes of a screen; all of them empty where it is smaller than 20x6.
pub fn panes(size: Size, choice: PaneChoice) -> Panes {
    if size.width < LEAST.width || size.height < LEAST.height {
        return Panes::default();
    }
    let (title, rest) = Rect::of(size).split_top(1);
    let (rest, status) = rest.split_bottom(1);
    let roomy = size.height >= 16;
    let (chips, rest) = rest.split_top(u16::from(roomy));
    let base = Panes { title, chips, status, ..Panes::default() };
    let three = size.width >= 100 && size.height >= 26;
    // Where the detail has no pane of its own, it takes the list's while it has the keys.
    let detail_in_list = choice.focus == Pane::Detail && !(three && choice.beside == Beside::Detail);
    let below = |area: Rect| -> Panes {
        if detail_in_list {
            return Panes { detail: area, ..base };
        }
        if !three || choice.beside == Beside::Nothing {
            return Panes { list: area, ..base };
        }
        let (list, rest) = area.split_left(area.width * 11 / 20);
        let (divider, detail) = rest.split_left(1);
        Panes { list, divider, detail, ..base }
    };
    if choice.layout == Layout::ListOnly || (choice.focus != Pane::Timeline && size.height < 10) {
        return below(rest);
    }
    let (overview, rest) = rest.split_top(if roomy { 3 } else { 0 });
    let (axis, rest) = rest.split_top(1);
    if choice.layout == Layout::TimelineOnly || size.height < 10 {
        return Panes { overview, axis, lanes: rest, ..base };
    }
    // The list is read, the lanes are looked at: the lanes have the larger half, and more of a tall screen.
    let mut lanes = if three { rest.height * 11 / 20 } else { rest.height / 2 };
    if detail_in_list {
        lanes = lanes.min(rest.height / 3);
    }
    let (lanes, rest) = rest.split_top(lanes.max(2));
    let (rule, rest) = rest.split_top(u16::from(roomy));
    Panes { overview, axis, lanes, rule, ..below(rest) }
}

/// Returns the first row to show of `len`, so that the row `cursor` is among the `height` shown and, while it can be, where
/// it was with `previous` as the first.
///
/// ```
/// use dateline::layout::top;
/// assert_eq!(top(5, 0, 10, 100), 0, "in sight: nothing scrolls");
/// assert_eq!(top(20, 0, 10, 100), 13, "with a margin below");
/// assert_eq!(top(99, 0, 10, 100), 90, "no further than the end");
/// ```
pub fn top(cursor: usize, previous: usize, height: usize, len: usize) -> usize {
    let margin = MARGIN.min(height.saturating_sub(1) / 2);
    let least = (cursor + margin + 1).saturating_sub(height);
    let most = cursor.saturating_sub(margin);
    previous.clamp(least.min(most), most).min(len.saturating_sub(height))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn all(panes: &Panes) -> [Rect; 10] {
        let Panes { title, chips, overview, axis, lanes, rule, list, divider, detail, status } = *panes;
        [title, chips, overview, axis, lanes, rule, list, divider, detail, status]
    }

    #[test]
    fn panes_of_the_usual_sizes() {
        let seen = |width, height, focus| {
            let panes =
                panes(Size { width, height }, PaneChoice { beside: Beside::Detail, layout: Layout::Auto, focus });
            (!panes.lanes.is_empty(), !panes.list.is_empty(), !panes.detail.is_empty())
        };
        assert_eq!(seen(120, 36, Pane::Timeline), (true, true, true));
        assert_eq!(seen(80, 24, Pane::Timeline), (true, true, false));
        assert_eq!(seen(80, 24, Pane::Detail), (true, false, true));
        assert_eq!(seen(40, 12, Pane::Timeline), (true, true, false));
        assert_eq!(seen(30, 8, Pane::List), (false, true, false));
        assert_eq!(seen(30, 8, Pane::Timeline), (true, false, false));
        assert_eq!(seen(19, 50, Pane::List), (false, false, false));
    }

    proptest! {
        #[test]
        fn panes_cover_the_screen_once(
            width in 0_u16..200,
            height in 0_u16..80,
            beside in prop::sample::select(vec![Beside::Detail, Beside::Nothing]),
            layout in prop::sample::select(vec![Layout::Auto, Layout::TimelineOnly, Layout::ListOnly]),
            focus in prop::sample::select(vec![Pane::Timeline, Pane::List, Pane::Detail]),
        ) {
            let panes = panes(Size { width, height }, PaneChoice { beside, layout, focus });
            let rects: Vec<Rect> = all(&panes).into_iter().filter(|it| !it.is_empty()).collect();
            for (at, a) in rects.iter().enumerate() {
                prop_assert!(rects[..at].iter().all(|b| !a.overlaps(*b)), "{panes:?}");
            }
            let covered: u32 = rects.iter().map(|it| it.area()).sum();
            let whole = u32::from(width) * u32::from(height);
            prop_assert!(covered == 0 || covered == whole, "{covered} of {whole}: {panes:?}");
        }
    }
}
