//! Sums and the amounts that they are of, in words.

use super::{
    figures::{FigureValue, Subject},
    stretch::stretch_words,
};
use crate::{
    catalog::{Catalog, NthAmount, Sum},
    chronology::{CivilDate, Instant, When, Window, edtf_year},
};

/// Returns a sum with what it is of: `25,000,000 or 40,000,000 USD a year, spent, alleged or disputed, 2015`.
pub fn sum_words(sum: &Sum) -> String {
    format!("{}, {}", sum.words(), sum_label(sum))
}

/// Returns what a sum is of: its kind, how well founded it is, and of a rate the time.
pub fn sum_label(sum: &Sum) -> String {
    let time = sum.time.map(time_words);
    let parts = [sum.kind.clone(), Some(sum.standing.words().to_owned()), time];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Returns a time in years where it is so many whole years, and else in days.
fn time_words(time: Window) -> String {
    let Window { first, last } = time;
    if first.is_end() || last.is_end() {
        return stretch_words(time);
    }
    let (from, to) = (first.date().year, last.date().year);
    let whole = Window {
        first: Instant::at_start_of(CivilDate::new(from, 1, 1)),
        last: Instant::at_end_of(CivilDate::new(to, 12, 31)),
    };
    match () {
        () if time != whole => stretch_words(time),
        () if from == to => edtf_year(from),
        () => format!("{} to {}", edtf_year(from), edtf_year(to)),
    }
}

/// Returns the amounts that a figure is of.
pub fn amounts_of(subject: &Subject, value: &FigureValue) -> Vec<NthAmount> {
    match (subject, value) {
        (_, FigureValue::Sum(sum)) => sum.amounts.clone(),
        (Subject::Left(_, left), _) => left.iter().map(|it| it.amount).collect(),
        _ => Vec::new(),
    }
}

/// Returns an amount as its event has it: `about 25,000,000 USD a year`.
pub fn amount_words(catalog: &Catalog, it: NthAmount) -> String {
    catalog.event(it.event).amounts.get(it.number).map(|it| it.words()).unwrap_or_default()
}

/// Returns when and in what an amount stands: `2015  Facebook is paid  [ad-spend-2015]`.
pub fn amount_place(catalog: &Catalog, it: NthAmount) -> String {
    let event = catalog.event(it.event);
    let when = event.when.as_ref().map_or_else(|| "undated".to_owned(), When::short);
    format!("{when}  {}  [{}]", event.title, event.id)
}

/// Returns an amount, who or what gives it, and where it stands.
pub fn amount_line(catalog: &Catalog, it: NthAmount) -> String {
    format!("{}  {}", given(catalog, it), amount_place(catalog, it))
}

/// Returns the same as it is read out.
pub fn amount_spoken(catalog: &Catalog, it: NthAmount) -> String {
    let event = catalog.event(it.event);
    let when = event.when.as_ref().map_or_else(|| "undated".to_owned(), When::spoken);
    format!("{}, {when}, {}", given(catalog, it), event.title)
}

fn given(catalog: &Catalog, it: NthAmount) -> String {
    let event = catalog.event(it.event);
    let giver = event.amounts.get(it.number).and_then(|it| it.by.as_ref().or(it.source.as_ref()));
    let giver = giver.map(|it| format!(" ({it})")).unwrap_or_default();
    format!("{}{giver}", amount_words(catalog, it))
}
