//! How a source bears on an event, in one byte.

use crate::chronology::Bears;

/// How a source bears on an event that cites it, or whose claims do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::catalog) struct Bearing(u8);

impl Bearing {
    /// It speaks for the event.
    pub(in crate::catalog) const SUPPORTS: Self = Self(1);
    /// It is the event.
    pub(in crate::catalog) const IS: Self = Self(2);
    /// A claim stands in it.
    pub(in crate::catalog) const CLAIMED: Self = Self(4);
    /// It is named beside what is cited: an amount is taken from it, or what is cited repeats it.
    pub(in crate::catalog) const NAMED: Self = Self(8);

    pub(in crate::catalog) const fn of(bears: Bears) -> Self {
        match bears {
            Bears::Supports => Self::SUPPORTS,
            Bears::Is => Self::IS,
            Bears::Contradicts | Bears::Context => Self(0),
        }
    }

    /// Returns both.
    #[must_use]
    pub(in crate::catalog) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Returns whether one of these is among them.
    pub(in crate::catalog) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
