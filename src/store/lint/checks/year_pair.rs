//! A date that may have been meant as two years.

use std::collections::HashSet;

use super::{Check, Lint, LooksAt};
use crate::{
    catalog::{Catalog, EventIdx},
    chronology::{DAY, Event, Instant},
    diag::Diagnostic,
    store::rules::Rule,
};

pub(super) const CHECK: Check = Check {
    rule: Rule::warning(
        "year-pair",
        "a date that reads as a part of a year may be two years",
        "`1831-35` is EDTF for the third quarter of 1831, and `1911-12` for December 1911. Many chronologies write pairs of years \
         so: from 1831 to 1835. It is suspect where the two digits are EDTF's code for a part of a year and come after the year's \
         own; and where they are the year after, if the source's own words have a dash or no other date of the file has a month.",
    ),
    looks_at: LooksAt::Store(run),
};

fn run(lint: &Lint, faults: &mut Vec<Diagnostic>) {
    let catalog = &*lint.catalog;
    let mut years_after = Vec::new();
    for event in catalog.all().iter().filter(|it| may_be_pair(catalog, *it)).map(|it| catalog.event(it)) {
        let Some(pair) = event.when.as_ref().and_then(|it| Pair::read(it.as_str())) else { continue };
        let has_dash = event.as_written.as_ref().is_some_and(|it| it.contains(['-', '–', '—', '/']));
        match (25..=41).contains(&pair.code) && pair.year % 100 < pair.code {
            true => faults.push(fault(lint, &event, &pair)),
            false if !pair.is_year_after() => {}
            false if has_dash => faults.push(fault(lint, &event, &pair)),
            false => years_after.push((event.into_owned(), pair)),
        }
    }
    if years_after.is_empty() {
        return;
    }
    let mut with_months = HashSet::new();
    let in_question: HashSet<_> = years_after.iter().map(|it| it.0.origin.file).collect();
    for event in catalog.all().iter().filter(|it| names_a_month(catalog, *it)).map(|it| catalog.event(it)) {
        let is_pair = event.when.as_ref().and_then(|it| Pair::read(it.as_str())).is_some_and(|it| it.is_year_after());
        if !is_pair {
            with_months.insert(event.origin.file);
        }
        if with_months.len() == in_question.len() && in_question.iter().all(|it| with_months.contains(it)) {
            return;
        }
    }
    let alone = years_after.iter().filter(|it| !with_months.contains(&it.0.origin.file));
    faults.extend(alone.map(|(event, pair)| fault(lint, event, pair)));
}

fn fault(lint: &Lint, event: &Event, pair: &Pair) -> Diagnostic {
    let Pair { year, code } = *pair;
    let written = format!("{year:04}-{code:02}");
    let reads = event.when.as_ref().map(|it| it.short()).unwrap_or_default();
    let last = year - year % 100 + code + if code < year % 100 { 100 } else { 0 };
    CHECK
        .rule
        .fault(format!("`{written}` reads as {reads}, and may be meant as the years {year} to {last}"))
        .at(lint.field(event.origin, "when"))
        .help(format!(
            "write `{year:04}/{last:04}` for what lasted through the years, `[{year:04}..{last:04}]` for what happened once in them"
        ))
}

/// A year and the two digits behind it.
struct Pair {
    year: i64,
    code: i64,
}

impl Pair {
    fn read(text: &str) -> Option<Self> {
        let (year, code) = text.trim_end_matches(['~', '?', '%']).split_once('-')?;
        let number = |it: &str, length: usize| {
            let is_number = it.len() == length && it.bytes().all(|it| it.is_ascii_digit());
            is_number.then(|| it.parse::<i64>().ok()).flatten()
        };
        Some(Self { year: number(year, 4)?, code: number(code, 2)? })
    }

    /// Returns whether the digits are those of the year after.
    const fn is_year_after(&self) -> bool {
        (self.year + 1) % 100 == self.code
    }
}

/// Returns whether an event's date can be a pair of years, by its bounds alone: a part of a year that is longer than a month, or
/// a month whose number is that of the year after.
fn may_be_pair(catalog: &Catalog, event: EventIdx) -> bool {
    let Some(bounds) = catalog.bounds(event) else { return false };
    let (first, days) = (bounds.earliest.date(), bounds.latest.since(bounds.earliest) / i128::from(DAY));
    let is_part = (85..185).contains(&days);
    is_part || ((27..31).contains(&days) && (first.year + 1).rem_euclid(100) == i64::from(first.month))
}

/// Returns whether an event's date names a month: one of its bounds lies within a year.
fn names_a_month(catalog: &Catalog, event: EventIdx) -> bool {
    let starts_year = |it: Instant| it.is_end() || (it.date().month, it.date().day) == (1, 1);
    let ends_year = |it: Instant| it.is_end() || (it.date().month, it.date().day) == (12, 31);
    catalog.bounds(event).is_some_and(|it| !starts_year(it.earliest) || !ends_year(it.latest))
}
