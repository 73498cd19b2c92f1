//! What a piece of the screen is, whatever it looks like.

use strum::{Display, EnumCount, EnumIter, EnumString, IntoStaticStr};

/// What a piece of the screen is. Its snake-case name is what theme files call it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Display, EnumCount, EnumIter, EnumString, IntoStaticStr,
)]
#[strum(serialize_all = "snake_case")]
pub enum Role {
    /// Text that is nothing else.
    Text,
    /// The chronology's title, and those of panes and pop-ups.
    Title,
    /// Text that is there but not to be read first.
    Dim,
    /// A word that is to be found quickly.
    Accent,
    /// The line or the sign under the cursor.
    Cursor,
    /// A marked event.
    Selection,
    /// The time between the ends of the range.
    Range,
    /// A filter that is on.
    Chip,
    /// A filter that is off.
    ChipOff,
    /// The axis, its ticks and their labels.
    Axis,
    /// Now, on the axis.
    Now,
    /// The name of a lane.
    LaneLabel,
    /// Time in which something possibly happened or went on.
    Possible,
    /// Time in which something certainly went on.
    Certain,
    /// Several events that share a place.
    Cluster,
    /// The overview of the whole store.
    Overview,
    /// The part of the overview that is on the screen.
    Viewport,
    /// What is linked with the event under the cursor.
    Link,
    /// Letters that a search or a picker found.
    Match,
    /// What could not be done or read.
    Error,
    /// What was done or read, but is probably not what was meant.
    Warning,
    /// A key of the footer or a pop-up.
    HintKey,
    /// What that key does.
    HintText,
    /// The frame of a pane.
    Border,
    /// The frame of the pane that has the keys.
    BorderFocus,
    /// The sign and the word of a documented event.
    StatusDocumented,
    /// The sign and the word of a reported event.
    StatusReported,
    /// The sign and the word of an alleged event.
    StatusAlleged,
    /// The sign and the word of a disputed event.
    StatusDisputed,
    /// The sign and the word of a denied event.
    StatusDenied,
    /// The sign and the word of a retracted event.
    StatusRetracted,
    /// The sign and the word of an unsourced event.
    StatusUnsourced,
}

impl Role {
    /// Returns the name that theme files use.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Returns the role of the status called `name`; that of plain text if there is none of that name.
    pub fn status(name: &str) -> Self {
        match name {
            "documented" => Self::StatusDocumented,
            "reported" => Self::StatusReported,
            "alleged" => Self::StatusAlleged,
            "disputed" => Self::StatusDisputed,
            "denied" => Self::StatusDenied,
            "retracted" => Self::StatusRetracted,
            "unsourced" => Self::StatusUnsourced,
            _ => Self::Text,
        }
    }
}
