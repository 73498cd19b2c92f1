//! The stretches that a date with holes is made of: the members of a set, and the days that fit unspecified digits.

use edtf_core::{Date, DateField, Edtf, Set, SetElement, YearKind};

use super::{
    bounds::Member,
    sides::{edtf_bounds, element_bounds},
};
use crate::chronology::time::{CivilDate, Instant, Window, days_in_month};

/// The most completions of unspecified digits that are told apart; a date with more is taken as all from the first to the last.
const TOLD_APART: usize = 1200;

/// Returns the members of a date; none of one that is a single stretch, which its bounds are.
pub(super) fn members(edtf: &Edtf) -> Vec<Member> {
    let mut found = match edtf {
        Edtf::Set(set) => of_set(set),
        Edtf::Date(date) if date.has_unspecified() => completions(date).into_iter().map(plain).collect(),
        _ => Vec::new(),
    };
    if found.len() < 2 {
        found.clear();
    }
    found
}

const fn plain(window: Window) -> Member {
    Member { window, certain: None }
}

fn of_set(set: &Set) -> Vec<Member> {
    let of = |it: &SetElement| {
        let own = match it {
            SetElement::Date(date) => members(&Edtf::Date(*date)),
            _ => Vec::new(),
        };
        let bounds = element_bounds(it);
        let certain = if let SetElement::Date(_) = it { None } else { bounds.certain };
        if own.is_empty() { vec![Member { window: bounds.window(), certain }] } else { own }
    };
    let mut found: Vec<Member> = set.elements.iter().flat_map(of).collect();
    found.sort_by_key(|it| (it.window.first, it.window.last));
    found
}

/// Returns the runs of days that fit a date with unspecified digits, ascending; none where they are more than are told apart.
fn completions(date: &Date) -> Vec<Window> {
    let YearKind::Standard { digits, .. } = date.year.kind else { return Vec::new() };
    let years = date.year.value().map_or_else(|| fitting(digits), |it| vec![it]);
    let months = date.month.map(|it| field(it, 12));
    // Where any day will do, the month is one stretch; so is the year where any month will.
    let days = date.day.filter(|it| it.digits != [None, None]).map(|it| field(it, 31));
    let any_month = date.month.is_none_or(|it| it.digits == [None, None]) && days.is_none();
    let count = |it: &Option<Vec<u8>>| it.as_ref().map_or(1, Vec::len);
    if TOLD_APART < years.len() * count(&months) * count(&days) {
        return Vec::new();
    }
    // A season, or another part of a year, has its own bounds.
    if date.month.and_then(DateField::value).is_some_and(|it| 12 < it) {
        return Vec::new();
    }
    let mut runs: Vec<Window> = Vec::new();
    let mut add = |first: CivilDate, last: CivilDate| {
        let window = Window { first: Instant::at_start_of(first), last: Instant::at_end_of(last) };
        match runs.last_mut() {
            Some(before) if window.first <= before.last.plus(1) => before.last = before.last.max(window.last),
            _ => runs.push(window),
        }
    };
    for year in years {
        let Some(months) = months.as_ref().filter(|_| !any_month) else {
            add(CivilDate { year, month: 1, day: 1 }, CivilDate { year, month: 12, day: 31 });
            continue;
        };
        for month in months.iter().copied() {
            let on = |day: u8| CivilDate { year, month, day };
            match &days {
                None => add(on(1), on(days_in_month(year, month))),
                Some(days) => {
                    days.iter().filter(|it| **it <= days_in_month(year, month)).for_each(|it| add(on(*it), on(*it)));
                }
            }
        }
    }
    runs
}

/// Returns the years that fit four digits, ascending.
fn fitting(digits: [Option<u8>; 4]) -> Vec<i64> {
    digits.iter().fold(vec![0], |years, digit| {
        let choices = digit.map_or(0..=9, |it| it..=it);
        years.iter().flat_map(|year| choices.clone().map(move |it| year * 10 + i64::from(it))).collect()
    })
}

/// Returns the values from 1 to `most` that fit two digits.
fn field(field: DateField, most: u8) -> Vec<u8> {
    let fits = |it: &u8| {
        let [tens, ones] = field.digits;
        tens.is_none_or(|tens| tens == it / 10) && ones.is_none_or(|ones| ones == it % 10)
    };
    (1..=most).filter(fits).collect()
}

/// Returns whether a date is one unbroken stretch in which something happened once: `[..1870]`, `[1870..1875]`. It had happened
/// by the end of that.
pub(super) fn is_by(edtf: &Edtf) -> bool {
    let Edtf::Set(set) = edtf else { return false };
    set.kind == edtf_core::SetKind::OneMember
        && matches!(&*set.elements, [SetElement::OnOrBefore(_) | SetElement::Range(..)])
        && edtf_bounds(edtf).earliest <= edtf_bounds(edtf).latest
}
