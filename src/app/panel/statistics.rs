//! The statistics as pages of rows, each with what Enter does on it.

use std::{borrow::Cow, collections::BTreeSet};

use rust_decimal::Decimal;
use strum::{IntoStaticStr, VariantArray};

use crate::{
    app::{
        answers::Topic,
        look::Scope,
        msg::{Command, Notice},
        panel::overlay::turned,
    },
    catalog::{Catalog, NthAmount},
    chronology::{Status, When, edtf_year},
    formats::{
        FigureHeading, FigureTable, FigureValue, Subject, amount_place, amount_words, amounts_of, answer_figures,
        count, disclosure_figures, figures, money_figures, sum_label,
    },
    query::Query,
};

use super::overlay::{Accepted, Behind, Overlay};

/// Years up to which those without an event have a row as well: silence is a figure too.
const YEARS: i64 = 400;

/// A page of the statistics, in the order of the tabs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "lowercase")]
pub enum Page {
    /// Events by status, category and party.
    #[default]
    Counts,
    /// Events by year.
    Years,
    /// Money by currency and year.
    Money,
    /// The longest silences.
    Silences,
    /// Who appears with whom.
    Together,
    /// How long it took to come out.
    Disclosure,
    /// What was alleged, and who never answered.
    Answers,
}

impl Page {
    /// Returns the words of its tab.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// Where the reader is in the statistics.
#[derive(Clone, Debug, Default)]
pub struct Statistics {
    /// The page.
    pub page: Page,
    /// The row that is on.
    pub at: usize,
    /// The column that is on, in the table of parties.
    pub column: usize,
    /// The sums that are unfolded, by their place among those of the page.
    pub unfolded: BTreeSet<usize>,
    /// Whether the sums of what is behind the panel have been asked for.
    pub is_asked: bool,
}

/// One row of the statistics.
#[derive(Clone, Debug)]
pub struct Figure {
    /// What it belongs to, such as `category`.
    pub group: String,
    /// What is counted.
    pub name: String,
    /// The status, where that is what is counted by.
    pub status: Option<Status>,
    /// The count, the sum or the time, in words.
    pub words: String,
    /// How much that is of the greatest of its group, in thousandths.
    pub share: u32,
    /// What Enter does, if anything.
    pub aim: Option<Command>,
    /// Of what can be unfolded to what it is of, its place among those of the page.
    pub fold: Option<usize>,
}

impl Statistics {
    /// Turns `step` pages on, round the end to the first.
    fn turn_page(&mut self, step: isize) {
        let page = Page::VARIANTS[turned(self.page as usize, step, Page::VARIANTS.len())];
        *self = Self { page, is_asked: self.is_asked, ..Self::default() };
    }

    /// Returns the rows of the page; none while they are being worked out.
    pub fn figures(&self, behind: Behind) -> Vec<Figure> {
        let Some(sums) = behind.answers.sums.as_deref() else { return Vec::new() };
        let catalog = &*behind.shelf.data.catalog;
        let counts = |headings: &[FigureHeading]| {
            let tables = figures(&sums.stats).into_iter();
            tables.filter(|it| headings.contains(&it.heading)).collect::<Vec<_>>()
        };
        let tables = match self.page {
            Page::Counts => counts(&[FigureHeading::Status, FigureHeading::Category, FigureHeading::Party]),
            Page::Years => counts(&[FigureHeading::Year]).into_iter().map(with_silent_years).collect(),
            Page::Money => {
                let mut tables = counts(&[FigureHeading::Sums, FigureHeading::InNoSum]);
                tables.extend(money_figures(&sums.breakdown));
                tables
            }
            Page::Silences => counts(&[FigureHeading::Silences]),
            Page::Together => {
                let together = &sums.breakdown.together;
                let n_events = |at: usize| FigureValue::Events(together.count(at, at));
                let parties = together.parties.iter().enumerate().map(|(at, it)| (Subject::Party(*it), n_events(at)));
                vec![FigureTable { heading: FigureHeading::Together, rows: parties.collect() }]
            }
            Page::Disclosure => disclosure_figures(catalog, &sums.breakdown),
            Page::Answers => answer_figures(&sums.breakdown),
        };
        let mut found = Vec::new();
        let mut n_folds = 0;
        for (mut figure, amounts) in tables.iter().flat_map(|it| rows(it, catalog)) {
            if amounts.is_empty() {
                found.push(figure);
                continue;
            }
            let (group, fold) = (figure.group.clone(), n_folds);
            figure.fold = Some(fold);
            found.push(figure);
            n_folds += 1;
            if self.unfolded.contains(&fold) {
                found.extend(amounts.into_iter().map(|it| unfolded(catalog, &group, it)));
            }
        }
        found
    }

    /// Returns what Enter does in the table of parties: it shows what the two take part in together.
    fn pair(&self, behind: Behind) -> Option<Command> {
        let (parties, catalog) = (&behind.answers.sums.as_deref()?.breakdown.together.parties, behind.events().catalog);
        let query = |at: usize| parties.get(at).map(|it| Query::of_parties([catalog.party(*it).id.clone()]));
        let (a, b) = query(self.at).zip(query(self.column))?;
        Some(Command::Narrow(if a == b { a } else { a.and(b) }))
    }
}

impl Overlay for Statistics {
    fn list(&mut self, behind: Behind) -> Option<(&mut usize, usize)> {
        let len = self.figures(behind).len();
        Some((&mut self.at, len))
    }

    fn step_right(&mut self, steps: isize, behind: Behind) {
        if self.page != Page::Together {
            return self.turn_page(steps);
        }
        let n_parties = behind.answers.sums.as_ref().map_or(0, |it| it.breakdown.together.parties.len());
        self.column = self.column.saturating_add_signed(steps).min(n_parties.saturating_sub(1));
    }

    fn turn(&mut self, step: isize, _: Behind) {
        self.turn_page(step);
    }

    fn accept(&mut self, behind: Behind) -> Accepted {
        let figure = || self.figures(behind).into_iter().nth(self.at);
        let aim = match self.page {
            Page::Together => self.pair(behind),
            _ => match figure() {
                Some(Figure { fold: Some(fold), .. }) => {
                    if !self.unfolded.remove(&fold) {
                        self.unfolded.insert(fold);
                    }
                    return Accepted::Stay(None);
                }
                figure => figure.and_then(|it| it.aim),
            },
        };
        match aim {
            None => Accepted::Refuse(Notice::info("no query finds just these: this row filters nothing")),
            Some(Command::Narrow(query)) => Accepted::Close(Some(Command::Narrow(query.and(scope_query(behind))))),
            command => Accepted::Close(command),
        }
    }

    fn renew(&mut self, _: &Catalog, _: Behind) -> bool {
        self.is_asked = false;
        self.unfolded.clear();
        true
    }

    /// Asks for the sums of the narrowest scope that holds something.
    fn question(&mut self, behind: Behind) -> Option<Topic> {
        if std::mem::replace(&mut self.is_asked, true) {
            return None;
        }
        let scope = behind.look.scopes(behind.events(), behind.find).next();
        let (scope, ids) = scope.unwrap_or((Scope::All, Cow::default()));
        let (words, range) = (behind.look.scope_words(scope, behind.find), behind.look.range_of(scope, behind.find));
        Some(Topic::Sum { ids: ids.into_owned(), words, range })
    }
}

/// Returns what of the store is counted, where that is less than what is shown.
fn scope_query(behind: Behind) -> Query {
    let scope = behind.look.scopes(behind.events(), behind.find).next().map(|it| it.0);
    match (scope, behind.look.selection.range) {
        (Some(Scope::Range), Some(range)) => {
            let window = range.window();
            Query::in_days(window.first.date(), window.last.date())
        }
        (Some(Scope::Marked), _) => Query::of_marked(),
        _ => Query::default(),
    }
}

/// Returns a table with a row for each year without an event between the first and the last, where they are not too many; and
/// without one for what is wider, where nothing is.
fn with_silent_years(table: FigureTable) -> FigureTable {
    let year = |row: &(Subject, FigureValue)| if let Subject::Year(it) = row.0 { Some(it) } else { None };
    let mut years = table.rows.iter().filter_map(year);
    let (first, last) = (years.next(), years.next_back());
    let is_filled = first.zip(last).is_some_and(|(first, last)| last - first <= YEARS);
    let mut rows: Vec<(Subject, FigureValue)> = Vec::new();
    for row in table.rows {
        let before = rows.last().and_then(year).filter(|_| is_filled);
        let silent = before.zip(year(&row)).map_or(0..0, |(before, now)| before + 1..now);
        rows.extend(silent.map(|it| (Subject::Year(it), FigureValue::Events(0))));
        if !matches!(row, (Subject::WiderThanAYear, FigureValue::Events(0))) {
            rows.push(row);
        }
    }
    FigureTable { rows, ..table }
}

/// Returns the row of an amount under the sum that it is in.
fn unfolded(catalog: &Catalog, group: &str, it: NthAmount) -> Figure {
    Figure {
        group: group.to_owned(),
        name: format!("  {}", amount_place(catalog, it)),
        status: None,
        words: amount_words(catalog, it),
        share: 0,
        aim: Some(Command::GoTo(it.event)),
        fold: None,
    }
}

/// Returns the rows of a table, each with the amounts that it can be unfolded to.
fn rows<'a>(table: &'a FigureTable, catalog: &'a Catalog) -> impl Iterator<Item = (Figure, Vec<NthAmount>)> + 'a {
    let group = match table.heading {
        FigureHeading::Status
        | FigureHeading::Category
        | FigureHeading::Party
        | FigureHeading::CameOut
        | FigureHeading::Slowest => table.heading.words(),
        FigureHeading::Money { .. } => table.heading.unit(),
        FigureHeading::Sums => "sums".to_owned(),
        FigureHeading::InNoSum => "in no sum".to_owned(),
        FigureHeading::Unanswered => "no answer".to_owned(),
        FigureHeading::Answered => "answered".to_owned(),
        FigureHeading::Year | FigureHeading::Silences | FigureHeading::Together => String::new(),
    };
    let greatest = table.rows.iter().map(|(subject, value)| size(subject, value)).max().unwrap_or_default();
    let is_sums = table.heading == FigureHeading::Sums;
    let can_unfold = is_sums || table.heading == FigureHeading::InNoSum;
    table.rows.iter().map(move |(subject, value)| {
        let (name, words) = match value {
            FigureValue::Sum(sum) if is_sums => (sum_label(sum), sum.words()),
            _ => (subject.words(catalog), figure_words(subject, value)),
        };
        let figure = Figure {
            group: group.clone(),
            name,
            status: if let Subject::Status(it) = subject { Some(*it) } else { None },
            words,
            // Sums of several currencies are no longer or shorter than each other.
            share: if can_unfold { 0 } else { share(size(subject, value), greatest) },
            aim: aim(&table.heading, subject, value, catalog),
            fold: None,
        };
        (figure, if can_unfold { amounts_of(subject, value) } else { Vec::new() })
    })
}

/// Returns what a bar is as long as; nothing for what is in no group with the others.
fn size(subject: &Subject, value: &FigureValue) -> Decimal {
    match (subject, value) {
        (Subject::WiderThanAYear, _) | (_, FigureValue::Amounts(_)) | (Subject::Event(_), FigureValue::Events(_)) => {
            Decimal::ZERO
        }
        (_, FigureValue::Events(n)) => (*n).into(),
        (_, FigureValue::Sum(sum)) => sum.value_max.unwrap_or(sum.value_min).max(sum.value_min),
        (_, FigureValue::Lasting { millis, .. }) => {
            Decimal::try_from_i128_with_scale(*millis, 0).unwrap_or(Decimal::MAX)
        }
    }
}

fn figure_words(subject: &Subject, value: &FigureValue) -> String {
    match (subject, value) {
        (Subject::Event(_), FigureValue::Events(_)) => String::new(),
        (_, FigureValue::Events(n)) => n.to_string(),
        (Subject::Left(..), FigureValue::Amounts(n)) => count(*n, "amount"),
        (_, FigureValue::Amounts(n)) => format!("{} more", count(*n, "amount")),
        // The currency stands with the group.
        (_, FigureValue::Sum(sum)) => sum.bare_words(),
        (_, FigureValue::Lasting { words, .. }) => words.clone(),
    }
}

fn aim(heading: &FigureHeading, subject: &Subject, value: &FigureValue, catalog: &Catalog) -> Option<Command> {
    // What is counted in a year is what lies in it and in no other.
    let wholly_in =
        |year: i64| When::parse(&edtf_year(year)).map_or_else(|_| Query::default(), |it| Query::wholly_in(&it));
    Some(match (subject, heading) {
        (Subject::Status(it), _) => Command::Narrow(Query::of_status(*it)),
        (Subject::Category(it), _) => Command::Narrow(Query::of_category(it)),
        (Subject::Party(it), _) => Command::Narrow(Query::of_parties([catalog.party(*it).id.clone()])),
        (Subject::Year(year), FigureHeading::Money { currency, .. }) => {
            Command::Narrow(wholly_in(*year).and(Query::of_amounts_in(currency)))
        }
        (Subject::Year(year), _) if !matches!(value, FigureValue::Events(0)) => Command::Narrow(wholly_in(*year)),
        (Subject::Silence(gap), _) => Command::GoTo(gap.before),
        (Subject::Event(it), _) => Command::GoTo(*it),
        (
            Subject::Year(_)
            | Subject::WiderThanAYear
            | Subject::Undated
            | Subject::Left(..)
            | Subject::Everything
            | Subject::Pair(..)
            | Subject::Wait(_)
            | Subject::Untold,
            _,
        ) => return None,
    })
}

/// Returns how much `part` is of `whole` in thousandths; something is never nothing.
fn share(part: impl Into<Decimal>, whole: impl Into<Decimal>) -> u32 {
    let (part, whole): (Decimal, Decimal) = (part.into(), whole.into());
    if part <= Decimal::ZERO || whole <= Decimal::ZERO {
        return 0;
    }
    let thousandths = part.checked_mul(1000.into()).and_then(|it| it.checked_div(whole));
    thousandths.and_then(|it| u32::try_from(it.trunc()).ok()).map_or(1000, |it| it.clamp(1, 1000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn something_is_never_nothing() {
        assert_eq!((share(0, 10), share(1, 1_000_000), share(5, 10), share(10, 10)), (0, 1, 500, 1000));
    }
}
