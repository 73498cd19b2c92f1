//! What a timeline consists of.

use std::ops::Range;

use crate::{
    catalog::{EventIdx, IdSet},
    chronology::{Shape, Window},
    layout::{
        axis::{Tick, Viewport},
        lanes::Gaps,
    },
    text::text_width,
};

use super::bar::{Cap, Fill};

/// What is looked at.
#[derive(Clone, Copy, Debug)]
pub struct SceneView<'a> {
    /// The stretch of time.
    pub viewport: Viewport,
    /// What is done with its long gaps.
    pub gaps: Gaps,
    /// The first lane on the screen.
    pub lane_top: usize,
    /// The event under the cursor.
    pub cursor: Option<EventIdx>,
    /// The range, while one is on.
    pub range: Option<Window>,
    /// The marked events, whose titles come before others.
    pub marked: Option<&'a IdSet>,
}

/// What stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// One event.
    Event(EventIdx),
    /// Several, for which there is no room.
    Cluster {
        /// How many.
        events: usize,
        /// The first of them.
        first: EventIdx,
        /// The last of them.
        last: EventIdx,
    },
}

/// An event or a cluster on the picture, in columns of the plot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its row.
    pub row: u16,
    /// What it is.
    pub target: Target,
    /// All the cells of its bar and sign.
    pub cells: Range<u16>,
    /// The column of its sign; a bar with its title inside has the sign there.
    pub sign: Option<u16>,
    /// Where it is for certain.
    pub certain: Option<Range<u16>>,
    /// How much of its first and last column that fills.
    pub fill: (Fill, Fill),
    /// Its left end.
    pub left: Cap,
    /// Its right end.
    pub right: Cap,
    /// Whether it happened or lasted.
    pub shape: Shape,
    /// Its title, where there is room.
    pub label: Option<Label>,
    /// Whether it is, or holds, what is under the cursor.
    pub selected: bool,
}

/// A title on the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Its first column.
    pub column: u16,
    /// The title, cut to its room.
    pub text: String,
    /// Whether it stands in its bar. A title in a bar has the event's sign and a blank before it: a bar has none of its own.
    pub inside: bool,
}

impl Label {
    /// Returns the cells that it takes, with the sign before it and the blanks around it where it stands in a bar.
    pub fn cells(&self) -> Range<u16> {
        let width = text_width(&self.text) as u16;
        if self.inside { self.column - 1..self.column + width + 3 } else { self.column..self.column + width }
    }
}

/// A row of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The lane that it belongs to.
    pub lane: usize,
    /// Whether it is the lane's first, which has the name.
    pub is_first: bool,
}

/// The timeline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scene {
    /// Columns for the names of lanes, at the left.
    pub gutter: u16,
    /// Columns for the events.
    pub plot: u16,
    /// The axis.
    pub ticks: Vec<Tick>,
    /// The rows that lanes take; fewer than there is room for where there is little to show.
    pub rows: Vec<Row>,
    /// Everything on the rows, row by row from left to right.
    pub items: Vec<Item>,
    /// Lanes above and below the screen.
    pub hidden: (usize, usize),
    /// The columns of the range.
    pub range: Option<Range<u16>>,
    /// How many events and columns were looked at: what a frame costs.
    pub visited: usize,
}
