//! What a query means, as data.

use std::ops::Range;

use rust_decimal::Decimal;
use strum::{IntoStaticStr, VariantArray};

use crate::chronology::{DAY, HOUR, Named, Stance, Status, Window};

/// A query: its text and what it means. The default matches everything.
///
/// Two queries are equal when they mean the same, however they are spaced and quoted.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// The text as typed.
    pub text: String,
    /// The terms that must all match, each with the bytes of `text` on which it stands.
    pub(super) terms: Vec<(Range<usize>, Expr)>,
}

impl PartialEq for Query {
    fn eq(&self, other: &Self) -> bool {
        self.parts() == other.parts()
    }
}

impl Eq for Query {}

impl Query {
    /// Returns everything that must match, without the parentheses in which some of it may stand.
    pub(super) fn parts(&self) -> Vec<&Expr> {
        let parts = self.terms.iter().flat_map(|(_, it)| match it {
            Expr::Several(Joint::All, parts) => parts.as_slice(),
            part => std::slice::from_ref(part),
        });
        parts.collect()
    }

    /// Returns every single term, wherever it stands.
    pub(super) fn single_terms(&self) -> Vec<&Term> {
        let mut found = Vec::new();
        self.terms.iter().for_each(|it| it.1.add_single_terms(&mut found));
        found
    }
}

/// Terms and how they are put together. Built by its functions, a `Several` holds none of its own joint and never just one, and a
/// `Not` no `Not`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Expr {
    /// All or any of these.
    Several(Joint, Vec<Expr>),
    /// What this does not match.
    Not(Box<Expr>),
    /// One term.
    Term(Term),
}

/// How many of several have to match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// All of them; everything does where there are none.
    All,
    /// At least one of them.
    Any,
}

impl Expr {
    /// Returns what matches all or any of `parts`.
    pub(super) fn several(joint: Joint, parts: Vec<Self>) -> Self {
        let mut flat = Vec::new();
        for part in parts {
            match part {
                Self::Several(own, inner) if own == joint => flat.extend(inner),
                part => flat.push(part),
            }
        }
        if flat.len() == 1 { flat.remove(0) } else { Self::Several(joint, flat) }
    }

    /// Returns what matches where `part` does not.
    pub(super) fn not(part: Self) -> Self {
        match part {
            Self::Not(inner) => *inner,
            part => Self::Not(Box::new(part)),
        }
    }

    fn add_single_terms<'a>(&'a self, found: &mut Vec<&'a Term>) {
        match self {
            Self::Several(_, parts) => parts.iter().for_each(|it| it.add_single_terms(found)),
            Self::Not(part) => part.add_single_terms(found),
            Self::Term(term) => found.push(term),
        }
    }
}

/// One term. A list matches where any of its members does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Term {
    /// `word`
    Text(String),
    /// `@netfx`
    Fuzzy(Vec<Name>),
    /// `party:netflix`, `#inbox-api`, `denied-by:meta`
    Names(NameOf, Vec<Name>),
    /// `status:alleged`
    Status(Vec<Status>),
    /// `in:2013`; of `before:` and `after:` just one.
    Times(TimeOf, Vec<Time>),
    /// `amount:USD>=25M`
    Amount(Option<Name>, Comparison, Decimal),
    /// `has:end`
    Has(Vec<HasWord>),
    /// `is:ongoing`
    Is(Vec<IsWord>),
    /// `within:30d:documents-unsealed`
    Within(Lapse, Vec<Name>),
}

/// A value that names something, and the bytes of the query on which it stands. Where it stands is no part of what it means.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) text: String,
    pub(super) at: Range<usize>,
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Name {}

/// What names are names of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameOf {
    Party,
    Role,
    Tag,
    Category,
    Source,
    /// The party that makes a claim of a stance, or of any.
    Claimant(Option<Stance>),
}

/// A stretch of time as written, and what it covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Time {
    pub(super) text: String,
    pub(super) window: Window,
}

/// How an event is to lie to a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TimeOf {
    In,
    Surely,
    Wholly,
    Before,
    After,
    /// Not the event: when it became public.
    Known,
}

/// How an amount is compared; of two signs that begin alike, the longer comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
pub(super) enum Comparison {
    #[strum(serialize = ">=")]
    AtLeast,
    #[strum(serialize = "<=")]
    AtMost,
    #[strum(serialize = ">")]
    More,
    #[strum(serialize = "<")]
    Less,
    #[strum(serialize = "=")]
    Equal,
}

impl Comparison {
    pub(super) fn sign(self) -> &'static str {
        self.into()
    }
}

/// What an event can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub(super) enum HasWord {
    Date,
    End,
    Amount,
    Link,
    Source,
    Claim,
    Party,
    Tag,
    Category,
    Summary,
    Note,
    Place,
    Known,
}

impl Named for HasWord {
    const WHAT: &'static str = "part of an event";
    const ALL: &'static [Self] = Self::VARIANTS;

    fn name(self) -> &'static str {
        self.into()
    }
}

/// What an event can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum IsWord {
    Undated,
    Ongoing,
    Approximate,
    Uncertain,
    Marked,
    Status(Status),
}

impl Named for IsWord {
    const WHAT: &'static str = "state of an event";
    const ALL: &'static [Self] = &[
        Self::Undated,
        Self::Ongoing,
        Self::Approximate,
        Self::Uncertain,
        Self::Marked,
        Self::Status(Status::Documented),
        Self::Status(Status::Reported),
        Self::Status(Status::Alleged),
        Self::Status(Status::Disputed),
        Self::Status(Status::Denied),
        Self::Status(Status::Retracted),
        Self::Status(Status::Unsourced),
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Undated => "undated",
            Self::Ongoing => "ongoing",
            Self::Approximate => "approximate",
            Self::Uncertain => "uncertain",
            Self::Marked => "marked",
            Self::Status(it) => it.name(),
        }
    }
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Lapse {
    pub(super) n: u32,
    pub(super) unit: Unit,
}

impl Lapse {
    pub(super) fn millis(self) -> i128 {
        i128::from(self.n) * i128::from(self.unit.millis)
    }
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) letter: char,
    millis: i64,
}

/// Hour, day, week, month and year. Months and years are the Gregorian calendar's mean ones, 30.436875 and 365.2425 days.
pub(super) const UNITS: [Unit; 5] = [
    Unit { letter: 'h', millis: HOUR },
    Unit { letter: 'd', millis: DAY },
    Unit { letter: 'w', millis: 7 * DAY },
    Unit { letter: 'm', millis: 2_629_746_000 },
    Unit { letter: 'y', millis: 31_556_952_000 },
];
