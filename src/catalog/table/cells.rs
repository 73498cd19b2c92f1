//! What stands in a cell of the columns, as small as it can be.

use rust_decimal::Decimal;

use super::symbols::Sym;
use crate::chronology::Stance;

/// A stretch of an event's own text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Excerpt {
    pub(crate) start: u16,
    pub(crate) length: u16,
}

impl Excerpt {
    /// There is no such text.
    pub(crate) const NONE: Self = Self { start: u16::MAX, length: 0 };
    /// It does not stand in the event's text as it is.
    pub(crate) const ELSEWHERE: Self = Self { start: u16::MAX, length: 1 };
}

/// What an amount can be, in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Money {
    pub(crate) least: Option<Decimal>,
    pub(crate) most: Option<Decimal>,
    pub(crate) currency: Sym,
    pub(crate) per: Option<Sym>,
}

/// Who says what of an event: the number of the party, and below it that of the stance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Said(u32);

/// Numbers of stances that fit below that of a party.
const STANCES: u32 = 8;

impl Said {
    pub(crate) fn new(by: Sym, stance: Stance) -> Self {
        Self(by.0 * STANCES + stance as u32)
    }

    pub(crate) const fn by(self) -> Sym {
        Sym(self.0 / STANCES)
    }

    pub(crate) fn is(self, stance: Stance) -> bool {
        self.0 % STANCES == stance as u32
    }

    /// Returns the same, said by a party with another number.
    pub(crate) const fn from(self, by: Sym) -> Self {
        Self(by.0 * STANCES + self.0 % STANCES)
    }
}
