//! A list in a pop-up: which row is on.

/// Which row of a list is on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Menu {
    /// The row that is on, from 0.
    pub at: usize,
}

impl Menu {
    /// Moves by `rows` among `len`, stopping at the ends.
    pub fn step(&mut self, rows: isize, len: usize) {
        self.at = self.at.saturating_add_signed(rows).min(len.saturating_sub(1));
    }

    /// Brings the row back among `len`, after the list has changed.
    pub fn clamp(&mut self, len: usize) {
        self.at = self.at.min(len.saturating_sub(1));
    }
}
