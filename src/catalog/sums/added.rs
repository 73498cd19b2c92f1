//! A sum of money, the amounts that it is of, and the amounts that are in no sum.

use rust_decimal::Decimal;

use crate::{
    catalog::ids::EventIdx,
    chronology::{Amount, Status, Window},
};

/// How well founded money is: what is of one standing adds up, and never with what is of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Documented or reported.
    Documented,
    /// Alleged or disputed.
    Alleged,
    /// Neither claim nor source.
    Unsourced,
}

impl Standing {
    /// Returns the standing of the money in an event; what is denied or retracted has none.
    pub(super) const fn of(status: Status) -> Result<Self, Left> {
        match status {
            Status::Documented | Status::Reported => Ok(Self::Documented),
            Status::Alleged | Status::Disputed => Ok(Self::Alleged),
            Status::Unsourced => Ok(Self::Unsourced),
            Status::Denied => Err(Left::Denied),
            Status::Retracted => Err(Left::Retracted),
        }
    }

    /// Returns it as data has it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Documented => "documented",
            Self::Alleged => "alleged",
            Self::Unsourced => "unsourced",
        }
    }

    /// Returns it in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Documented => "documented or reported",
            Self::Alleged => "alleged or disputed",
            Self::Unsourced => "unsourced",
        }
    }
}

/// A sum of amounts of one kind, currency, period and standing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    /// What sort of money it is, where that is said.
    pub kind: Option<String>,
    /// ISO 4217 code, or the unit that the store counts in.
    pub currency: String,
    /// The period that the amounts are per, if any.
    pub per: Option<String>,
    /// How well founded the amounts are.
    pub standing: Standing,
    /// The time that a rate is of, if it has one; nothing for what is no rate.
    pub time: Option<Window>,
    /// The least that it can be. An amount with only a ceiling adds nothing.
    pub value_min: Decimal,
    /// The most that it can be; nothing where some amount has no ceiling, or the sum is beyond what a decimal holds.
    pub value_max: Option<Decimal>,
    /// The values that it can have, ascending, where it is one value of which there are several versions.
    pub versions: Vec<(Decimal, Option<Decimal>)>,
    /// The amounts that it is of, in time order.
    pub amounts: Vec<NthAmount>,
}

impl Sum {
    /// Returns the sum in words: `25,000,000 or 40,000,000 USD a year`.
    pub fn words(&self) -> String {
        let Some((last, others)) = self.versions.split_last() else {
            return self.amount((self.value_min, self.value_max)).words();
        };
        let bare =
            |it: &(Decimal, Option<Decimal>)| Amount { per: None, currency: String::new(), ..self.amount(*it) }.words();
        let others: Vec<String> = others.iter().map(bare).collect();
        format!("{} or {}", others.join(", "), self.amount(*last).words())
    }

    /// Returns the sum in words, without what it is in.
    pub fn bare_words(&self) -> String {
        Self { per: None, currency: String::new(), ..self.clone() }.words()
    }

    fn amount(&self, (least, most): (Decimal, Option<Decimal>)) -> Amount {
        let is_exact = most == Some(least);
        Amount {
            value: most.filter(|_| is_exact),
            min: (!is_exact).then_some(least),
            max: most.filter(|_| !is_exact),
            currency: self.currency.clone(),
            per: self.per.clone(),
            ..Amount::default()
        }
    }
}

/// Which of the amounts of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NthAmount {
    /// The event.
    pub event: EventIdx,
    /// The number of the amount among those of the event.
    pub number: usize,
}

/// An amount that is in no sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unadded {
    /// Why not.
    pub left: Left,
    /// The amount.
    pub amount: NthAmount,
}

/// Why an amount is in no sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Left {
    /// Its event lasted, and sticks out of the range.
    SticksOut,
    /// Its event may lie in the range, and may not.
    Possibly,
    /// Its event has no date, and there is a range.
    Undated,
    /// It is part of an amount that is added.
    Part,
    /// Its event is superseded by another.
    Superseded,
    /// Its event is denied, and nobody stands by it.
    Denied,
    /// Its event was taken back by who said it.
    Retracted,
}

impl Left {
    /// Every reason, in the order in which they are told.
    pub const ALL: [Self; 7] =
        [Self::SticksOut, Self::Possibly, Self::Undated, Self::Part, Self::Superseded, Self::Denied, Self::Retracted];

    /// Returns it as data has it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::SticksOut => "sticks-out",
            Self::Possibly => "possibly",
            Self::Undated => "undated",
            Self::Part => "part",
            Self::Superseded => "superseded",
            Self::Denied => "denied",
            Self::Retracted => "retracted",
        }
    }

    /// Returns it in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::SticksOut => "lasted beyond the range",
            Self::Possibly => "only possibly in the range",
            Self::Undated => "undated",
            Self::Part => "part of what is added",
            Self::Superseded => "superseded",
            Self::Denied => "denied",
            Self::Retracted => "retracted",
        }
    }
}
