//! What events add up to, as rows under headings: whoever shows a figure spells it.

use strum::IntoStaticStr;

use super::{disclosure::least_time_to_light, duration::duration_words, stretch::stretch_words};
use crate::{
    catalog::{Breakdown, Catalog, EventIdx, Gap, Left, PartyIdx, Standing, Stats, Sum, Unadded, Wait},
    chronology::{Named, Status, edtf_year},
};

/// Figures of one sort.
#[derive(Clone, Debug)]
pub struct FigureTable<'a> {
    /// Of which.
    pub heading: FigureHeading<'a>,
    /// Each figure, with what it is of.
    pub rows: Vec<(Subject<'a>, FigureValue<'a>)>,
}

/// What the figures of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum FigureHeading<'a> {
    /// Events by status.
    Status,
    /// Events by category.
    Category,
    /// Events by party.
    Party,
    /// Events by year.
    Year,
    /// Money, a sum for each kind, currency, period and standing.
    #[strum(serialize = "sums, each of one kind, currency and standing")]
    Sums,
    /// Money that is in no sum.
    #[strum(serialize = "amounts in no sum")]
    InNoSum,
    /// The longest stretches without an event.
    #[strum(serialize = "longest silences")]
    Silences,
    /// Money of one kind, currency, period and standing by year.
    Money {
        /// What sort of money it is.
        kind: Option<&'a str>,
        /// How well founded it is.
        standing: Standing,
        /// ISO 4217 code, or the unit that the store counts in.
        currency: &'a str,
        /// The period that the amounts are per.
        per: Option<&'a str>,
    },
    /// Events by the two parties in them.
    Together,
    /// Events by the time until they were public.
    #[strum(serialize = "came out")]
    CameOut,
    /// The events that took the longest to come out.
    Slowest,
    /// What is alleged and has no answer.
    #[strum(serialize = "alleged, without an answer on file")]
    Unanswered,
    /// What is alleged and has an answer.
    #[strum(serialize = "alleged, and answered after")]
    Answered,
}

/// What a figure is of.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'a> {
    /// Events with a status.
    Status(Status),
    /// Events of a category.
    Category(&'a str),
    /// Events in which a party takes part.
    Party(PartyIdx),
    /// What lies in a year.
    Year(i64),
    /// What lies in no single year.
    WiderThanAYear,
    /// What has no date.
    Undated,
    /// Amounts that are in no sum for one reason.
    Left(Left, &'a [Unadded]),
    /// All amounts.
    Everything,
    /// A stretch without an event.
    Silence(&'a Gap),
    /// Events in which two parties take part.
    Pair(PartyIdx, PartyIdx),
    /// Events that took about so long to come out.
    Wait(Wait),
    /// Events of which nothing says when they came out.
    Untold,
    /// One event.
    Event(EventIdx),
}

/// A figure.
#[derive(Clone, Debug)]
pub enum FigureValue<'a> {
    /// So many events.
    Events(usize),
    /// So many amounts, which are not added.
    Amounts(usize),
    /// A sum of money.
    Sum(&'a Sum),
    /// A length of time.
    Lasting {
        /// Its milliseconds, to compare it by.
        millis: i128,
        /// It in words.
        words: String,
    },
}

impl FigureHeading<'_> {
    /// Returns the words over the table.
    pub fn words(&self) -> String {
        match self {
            Self::Money { kind, standing, .. } => {
                let kind = kind.map(|it| format!("{it}, ")).unwrap_or_default();
                format!("by year, in {}: {kind}{}", self.unit(), standing.words())
            }
            other => <&str>::from(other).to_owned(),
        }
    }

    /// Returns what the figures are counted in, where that is more than events: `USD a year`.
    pub fn unit(&self) -> String {
        match self {
            Self::Money { currency, per, .. } => {
                format!("{currency}{}", per.map(|it| format!(" a {it}")).unwrap_or_default())
            }
            _ => String::new(),
        }
    }
}

impl Subject<'_> {
    /// Returns what the figure is of, in words.
    pub fn words(&self, catalog: &Catalog) -> String {
        match self {
            Self::Status(it) => it.name().to_owned(),
            Self::Category(it) => (*it).to_owned(),
            Self::Party(it) => catalog.party(*it).name.clone(),
            Self::Year(it) => edtf_year(*it),
            Self::WiderThanAYear => "wider than a year".to_owned(),
            Self::Undated => "undated".to_owned(),
            Self::Left(it, _) => it.words().to_owned(),
            Self::Everything => String::new(),
            Self::Silence(it) => stretch_words(it.window),
            Self::Pair(a, b) => format!("{} and {}", catalog.party(*a).id, catalog.party(*b).id),
            Self::Wait(it) => it.words().to_owned(),
            Self::Untold => "not told".to_owned(),
            Self::Event(it) => catalog.title(*it).to_owned(),
        }
    }
}

/// Returns what is counted in any case: by status, category, party and year, sums and silences. A table has at least one row.
pub fn figures(stats: &Stats) -> Vec<FigureTable<'_>> {
    let statuses = stats.by_status.iter().map(|(it, n)| (Subject::Status(*it), FigureValue::Events(*n)));
    let categories = stats.by_category.iter().map(|(it, n)| (Subject::Category(it), FigureValue::Events(*n)));
    let parties = stats.by_party.iter().map(|(it, n)| (Subject::Party(*it), FigureValue::Events(*n)));
    let years = stats.by_year.iter().map(|(it, n)| (Subject::Year(*it), FigureValue::Events(*n)));
    let wider = [(Subject::WiderThanAYear, FigureValue::Events(stats.n_wider))];
    let sums = stats.sums.iter().map(|it| (Subject::Everything, FigureValue::Sum(it)));
    let left = stats.unadded.chunk_by(|a, b| a.left == b.left);
    let in_no_sum = left.map(|it| (Subject::Left(it[0].left, it), FigureValue::Amounts(it.len())));
    let silences = stats.gaps.iter().map(|it| (Subject::Silence(it), lasting(it.window.millis(), Some(silence(it)))));
    filled([
        (FigureHeading::Status, statuses.collect()),
        (FigureHeading::Category, categories.collect()),
        (FigureHeading::Party, parties.collect()),
        (FigureHeading::Year, years.chain(wider).collect()),
        (FigureHeading::Sums, sums.collect()),
        (FigureHeading::InNoSum, in_no_sum.collect()),
        (FigureHeading::Silences, silences.collect()),
    ])
}

/// Returns what costs more to work out: money by year, who appears with whom, and how long it took to come out.
pub fn further_figures<'a>(catalog: &'a Catalog, breakdown: &'a Breakdown) -> Vec<FigureTable<'a>> {
    let pairs = breakdown.together.pairs.iter();
    let together = pairs.map(|(a, b, n)| (Subject::Pair(*a, *b), FigureValue::Events(*n)));
    let mut tables = money_figures(breakdown);
    tables.extend(filled([(FigureHeading::Together, together.collect())]));
    tables.extend(disclosure_figures(catalog, breakdown));
    tables.extend(answer_figures(breakdown));
    tables
}

/// Returns money by year.
pub fn money_figures(breakdown: &Breakdown) -> Vec<FigureTable<'_>> {
    filled(breakdown.money.iter().map(|it| {
        let years = it.years.iter().map(|(year, sum)| (Subject::Year(*year), FigureValue::Sum(sum)));
        let others = [(Subject::WiderThanAYear, it.n_wider), (Subject::Undated, it.n_undated)];
        let others = others.into_iter().filter(|it| 0 < it.1).map(|(it, n)| (it, FigureValue::Amounts(n)));
        let heading = FigureHeading::Money {
            kind: it.kind.as_deref(),
            standing: it.standing,
            currency: &it.currency,
            per: it.per.as_deref(),
        };
        (heading, years.chain(others).collect())
    }))
}

/// Returns how long it took to come out, and what took the longest.
pub fn disclosure_figures<'a>(catalog: &'a Catalog, breakdown: &'a Breakdown) -> Vec<FigureTable<'a>> {
    let disclosure = &breakdown.disclosure;
    let waits = disclosure.by_wait.iter().map(|(it, n)| (Subject::Wait(*it), FigureValue::Events(*n)));
    let untold = [(Subject::Untold, FigureValue::Events(disclosure.n_untold))];
    let slowest = disclosure.slowest.iter().map(|(idx, millis)| {
        let event = catalog.event(*idx);
        let dates = event.when.as_ref().zip(catalog.known_of(&event));
        let took = dates.and_then(|(at, known)| least_time_to_light(at, &known));
        (Subject::Event(*idx), lasting(*millis, took))
    });
    filled([(FigureHeading::CameOut, waits.chain(untold).collect()), (FigureHeading::Slowest, slowest.collect())])
}

/// Returns what was alleged and never answered, and what was, after how long.
pub fn answer_figures(breakdown: &Breakdown) -> Vec<FigureTable<'_>> {
    let open = breakdown.unanswered.iter().map(|it| (Subject::Event(*it), FigureValue::Events(1)));
    let answered = breakdown.answered.iter().map(|it| {
        let words =
            it.alleged.as_ref().zip(it.answered.as_ref()).map(|(alleged, answered)| {
                match least_time_to_light(alleged, answered) {
                    _ if it.is_before() => "before it was alleged".to_owned(),
                    took => took.unwrap_or_else(|| "at once, or within the date".to_owned()),
                }
            });
        let words = words.or_else(|| Some("nobody says when".to_owned()));
        (Subject::Event(it.event), lasting(it.least_wait().unwrap_or_default(), words))
    });
    filled([(FigureHeading::Unanswered, open.collect()), (FigureHeading::Answered, answered.collect())])
}

fn lasting<'a>(millis: i128, words: Option<String>) -> FigureValue<'a> {
    FigureValue::Lasting { millis, words: words.unwrap_or_default() }
}

fn filled<'a>(
    tables: impl IntoIterator<Item = (FigureHeading<'a>, Vec<(Subject<'a>, FigureValue<'a>)>)>,
) -> Vec<FigureTable<'a>> {
    let tables = tables.into_iter().map(|(heading, rows)| FigureTable { heading, rows });
    tables.filter(|it| !it.rows.is_empty()).collect()
}

/// Returns how long a silence lasts, in words.
pub fn silence(gap: &Gap) -> String {
    duration_words(gap.window.first, gap.window.last.plus(1)).unwrap_or_default()
}
