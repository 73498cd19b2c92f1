//! What a query means, as data.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::chronology::{Named, Stance, Status, Window};

/// A query: its text and what it means. The default matches everything.
///
/// Two queries are equal when they mean the same, however they are spaced and quoted.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// The text as typed.
    pub text: String,
    pub(super) root: Expr,
    /// The terms that must all match, each with the bytes of `text` on which it stands.
    pub(super) terms: Vec<(Range<usize>, Expr)>,
}

impl PartialEq for Query {
    fn eq(&self, other: &Self) -> bool {
        self.root == other.root
    }
}

impl Eq for Query {}

/// A place in the query's text. Where something stands is no part of what it means: all places are equal.
#[derive(Clone, Debug, Default)]
pub(super) struct At(pub(super) Range<usize>);

impl PartialEq for At {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for At {}

/// Terms and how they are put together. Built by its functions, an `And` holds no `And`, an `Or` no `Or`, a `Not` no `Not`, and
/// neither list holds just one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Expr {
    /// All of these; everything where there are none.
    And(Vec<Expr>),
    /// Any of these.
    Or(Vec<Expr>),
    /// What this does not match.
    Not(Box<Expr>),
    /// One term.
    Term(Term),
}

impl Default for Expr {
    fn default() -> Self {
        Self::And(Vec::new())
    }
}

impl Expr {
    /// Returns what matches all of `parts`.
    pub(super) fn and(parts: Vec<Self>) -> Self {
        let mut flat = Vec::new();
        for part in parts {
            match part {
                Self::And(inner) => flat.extend(inner),
                part => flat.push(part),
            }
        }
        if flat.len() == 1 { flat.remove(0) } else { Self::And(flat) }
    }

    /// Returns what matches any of `parts`, of which there is at least one.
    pub(super) fn or(parts: Vec<Self>) -> Self {
        let mut flat = Vec::new();
        for part in parts {
            match part {
                Self::Or(inner) => flat.extend(inner),
                part => flat.push(part),
            }
        }
        if flat.len() == 1 { flat.remove(0) } else { Self::Or(flat) }
    }

    /// Returns what matches where `part` does not.
    pub(super) fn not(part: Self) -> Self {
        match part {
            Self::Not(inner) => *inner,
            part => Self::Not(Box::new(part)),
        }
    }

    /// Calls `visit` on every term.
    pub(super) fn each_term<'a>(&'a self, visit: &mut impl FnMut(&'a Term)) {
        match self {
            Self::And(parts) | Self::Or(parts) => parts.iter().for_each(|it| it.each_term(visit)),
            Self::Not(part) => part.each_term(visit),
            Self::Term(term) => visit(term),
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
    /// `party:netflix`
    Party(Vec<Name>),
    /// `role:advertiser`
    Role(Vec<Name>),
    /// `#inbox-api`
    Tag(Vec<Name>),
    /// `cat:agreement`
    Category(Vec<Name>),
    /// `status:alleged`
    Status(Vec<Status>),
    /// `by:meta`, or `denied-by:meta` with a stance.
    Said(Option<Stance>, Vec<Name>),
    /// `source:medianama`
    Source(Vec<Name>),
    /// `in:2013`
    In(Vec<Time>),
    /// `surely:2013`
    Surely(Vec<Time>),
    /// `wholly:2013`
    Wholly(Vec<Time>),
    /// `before:2015`
    Before(Time),
    /// `after:2013-06`
    After(Time),
    /// `known:..2018`
    Known(Vec<Time>),
    /// `amount:USD>=25M`
    Amount(Option<Name>, Comparison, Decimal),
    /// `has:end`
    Has(Vec<Part>),
    /// `is:ongoing`
    Is(Vec<State>),
    /// `within:30d:documents-unsealed`
    Within(Lapse, Vec<Name>),
}

/// A value that names something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) text: String,
    pub(super) at: At,
}

/// A stretch of time as written, and what it covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Time {
    pub(super) text: String,
    pub(super) window: Window,
}

/// How an amount is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    More,
    AtLeast,
    Less,
    AtMost,
    Equal,
}

impl Comparison {
    /// Every comparison, the longer of two signs that begin alike first.
    pub(super) const ALL: [Self; 5] = [Self::AtLeast, Self::AtMost, Self::More, Self::Less, Self::Equal];

    /// Returns the sign.
    pub(super) const fn sign(self) -> &'static str {
        match self {
            Self::More => ">",
            Self::AtLeast => ">=",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::Equal => "=",
        }
    }
}

/// What an event can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
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

impl Named for Part {
    const WHAT: &'static str = "part of an event";
    const ALL: &'static [Self] = &[
        Self::Date,
        Self::End,
        Self::Amount,
        Self::Link,
        Self::Source,
        Self::Claim,
        Self::Party,
        Self::Tag,
        Self::Category,
        Self::Summary,
        Self::Note,
        Self::Place,
        Self::Known,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::End => "end",
            Self::Amount => "amount",
            Self::Link => "link",
            Self::Source => "source",
            Self::Claim => "claim",
            Self::Party => "party",
            Self::Tag => "tag",
            Self::Category => "category",
            Self::Summary => "summary",
            Self::Note => "note",
            Self::Place => "place",
            Self::Known => "known",
        }
    }
}

/// What an event can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Undated,
    Ongoing,
    Approximate,
    Uncertain,
    Marked,
    Status(Status),
}

impl Named for State {
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
    /// Returns its milliseconds.
    pub(super) fn millis(self) -> i128 {
        i128::from(self.n) * i128::from(self.unit.millis())
    }
}

/// A unit of time; months and years are the Gregorian calendar's mean ones, 30.436875 and 365.2425 days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Hour,
    Day,
    Week,
    Month,
    Year,
}

impl Unit {
    pub(super) const ALL: [Self; 5] = [Self::Hour, Self::Day, Self::Week, Self::Month, Self::Year];

    /// Returns its letter.
    pub(super) const fn letter(self) -> char {
        match self {
            Self::Hour => 'h',
            Self::Day => 'd',
            Self::Week => 'w',
            Self::Month => 'm',
            Self::Year => 'y',
        }
    }

    const fn millis(self) -> i64 {
        use crate::chronology::{DAY, HOUR};
        match self {
            Self::Hour => HOUR,
            Self::Day => DAY,
            Self::Week => 7 * DAY,
            Self::Month => 2_629_746_000,
            Self::Year => 31_556_952_000,
        }
    }
}
