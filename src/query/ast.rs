//! What a query means, as data.

use std::ops::Range;

use rust_decimal::Decimal;
use strum::{IntoStaticStr, VariantArray};

use crate::chronology::{DAY, HOUR, Instant, LinkKind, Named, Stance, Status, Window};

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

    /// Returns every single term, each with the bytes on which it stands, or what it is part of that must match.
    pub(super) fn placed_terms(&self) -> Vec<(&Range<usize>, &Term)> {
        let mut placed = Vec::new();
        for (at, expr) in &self.terms {
            let mut found = Vec::new();
            expr.add_single_terms(&mut found);
            placed.extend(found.into_iter().map(|it| (at, it)));
        }
        placed
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
    Text(Name),
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
    /// `voices>=2`
    Voices(Comparison, u32),
    /// `link:contradicts`
    Link(Vec<LinkKind>),
    /// `linked:documents-unsealed`
    Linked(Vec<Name>),
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
    /// A source, by words of its id, its title or its publisher.
    Source,
    Place,
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
    #[strum(serialize = "!=")]
    Other,
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
    /// One of those that tell the story.
    Key,
    /// Denied by anybody, whatever its status.
    Denied,
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
        Self::Key,
        Self::Status(Status::Documented),
        Self::Status(Status::Reported),
        Self::Status(Status::Alleged),
        Self::Status(Status::Disputed),
        Self::Denied,
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
            Self::Key => "key",
            Self::Denied => "denied",
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
    /// Returns the time from so long before `first` to so long after `last`, or nothing where the one comes after the other.
    pub(super) fn around(self, first: Instant, last: Instant) -> Option<Window> {
        let (first, last) = (self.moved(first, -1), self.moved(last, 1));
        (first <= last).then_some(Window { first, last })
    }

    /// Returns what lies `times` so long after an instant.
    fn moved(self, at: Instant, times: i64) -> Instant {
        let n = i64::from(self.n) * times;
        let millis = match self.unit.step {
            _ if at.is_end() => return at,
            Step::Millis(step) => i128::from(at.0) + i128::from(n) * i128::from(step),
            Step::Months(months) => {
                let day = at.date();
                let days = i128::from(day.plus_months(n * months).days()) - i128::from(day.days());
                i128::from(at.0) + days * i128::from(DAY)
            }
        };
        Instant(millis.clamp(i64::MIN.into(), i64::MAX.into()) as i64)
    }
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub(super) letter: char,
    step: Step,
}

/// How long a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Millis(i64),
    /// To the same day of a later month, or to its last day where it is shorter.
    Months(i64),
}

/// Hour, day, week, month and year. Months and years are those of the calendar.
pub(super) const UNITS: [Unit; 5] = [
    Unit { letter: 'h', step: Step::Millis(HOUR) },
    Unit { letter: 'd', step: Step::Millis(DAY) },
    Unit { letter: 'w', step: Step::Millis(7 * DAY) },
    Unit { letter: 'm', step: Step::Months(1) },
    Unit { letter: 'y', step: Step::Months(12) },
];
