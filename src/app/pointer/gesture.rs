//! What is done with the mouse, in words of our own.

use crate::{chronology::Window, keys::Mods, layout::Viewport};

/// Whether the explorer takes the mouse, or leaves it to the terminal to select text with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mouse {
    /// The explorer takes it.
    On,
    /// The terminal has it.
    Off,
}

/// A button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Button {
    /// The one under the index finger.
    Left,
    /// The wheel.
    Middle,
    /// The other one.
    Right,
}

/// What was done with the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touch {
    /// A button went down, for the first time or soon after and on the same cell once more.
    Press(Button, u8),
    /// The pointer moved while a button was down.
    Drag(Button),
    /// A button went up.
    Release(Button),
    /// The wheel turned: columns to the right, rows down.
    Wheel(i8, i8),
}

/// Something done with the mouse at a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gesture {
    /// What was done.
    pub touch: Touch,
    /// The column.
    pub x: u16,
    /// The row.
    pub y: u16,
    /// The keys that were down.
    pub mods: Mods,
}

/// What a drag is moving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Drag {
    /// The moving end of a range that begins, or stays, at `anchor`; the pointer went down on column `from`.
    Range { anchor: Window, from: u16 },
    /// The picture, which was at `viewport` when the pointer went down on column `from`.
    Pan { viewport: Viewport, from: u16 },
    /// The stretch of time on the overview.
    Overview,
}
