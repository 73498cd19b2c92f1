//! An amount and a claim as small as they can be.

use rust_decimal::Decimal;

use super::symbols::{Sym, Symbols};
use crate::chronology::{Amount, Named as _, Stance};

/// What an amount can be, in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::catalog) struct Money {
    pub(in crate::catalog) least: Option<Decimal>,
    pub(in crate::catalog) most: Option<Decimal>,
    pub(in crate::catalog) currency: Sym,
    pub(in crate::catalog) per: Option<Sym>,
    pub(in crate::catalog) kind: Option<Sym>,
    /// The source that gives it.
    pub(in crate::catalog) source: Option<Sym>,
    /// The party that gives it.
    pub(in crate::catalog) by: Option<Sym>,
}

impl Money {
    pub(super) fn of(amount: &Amount, words: &mut Symbols, works: &mut Symbols, people: &mut Symbols) -> Self {
        let named = |it: &Option<String>, names: &mut Symbols| it.as_ref().map(|it| names.add(it));
        Self {
            least: amount.least(),
            most: amount.most(),
            currency: words.add(&amount.currency),
            per: named(&amount.per, words),
            kind: named(&amount.kind, words),
            source: named(&amount.source, works),
            by: named(&amount.by, people),
        }
    }
}

/// Who says what of an event: the number of the party, and below it that of the stance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::catalog) struct Said(u32);

/// Numbers of stances that fit below that of a party.
const STANCES: u32 = 8;

impl Said {
    pub(in crate::catalog) fn new(by: Sym, stance: Stance) -> Self {
        Self(by.0 * STANCES + stance as u32)
    }

    pub(in crate::catalog) const fn by(self) -> Sym {
        Sym(self.0 / STANCES)
    }

    pub(in crate::catalog) fn is(self, stance: Stance) -> bool {
        self.0 % STANCES == stance as u32
    }

    pub(in crate::catalog) fn stance(self) -> Stance {
        Stance::ALL[(self.0 % STANCES) as usize]
    }

    /// Returns the same, said by a party with another number.
    pub(in crate::catalog) const fn from(self, by: Sym) -> Self {
        Self(by.0 * STANCES + self.0 % STANCES)
    }
}
