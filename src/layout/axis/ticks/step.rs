//! The distances that ticks may have, and where the ticks of a distance lie.

use crate::chronology::{CivilDate, DAY, HOUR, Instant, MINUTE, SECOND, Window};

/// The distance from one tick to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A part of a day, in milliseconds.
    Time(i64),
    /// Days; whole weeks begin on a Monday.
    Days(i64),
    /// Months, a number that divides a year.
    Months(i64),
    /// Years.
    Years(i64),
}

/// The most years between two ticks: the axis is 584 million years long.
const LARGEST: i64 = 200_000_000;

/// The mean Gregorian year.
const YEAR: i64 = 31_556_952 * SECOND;

impl Step {
    /// The largest distance.
    pub(super) const LARGEST: Self = Self::Years(LARGEST);

    /// Returns every distance, closest first.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let parts = |unit: i64, of: &'static [i64]| of.iter().map(move |it| Self::Time(unit * it));
        let years = (0..9).flat_map(|it| [1, 2, 5].map(|lead| lead * 10_i64.pow(it)));
        parts(SECOND, &[1, 2, 5, 10, 15, 30])
            .chain(parts(MINUTE, &[1, 2, 5, 10, 15, 30]))
            .chain(parts(HOUR, &[1, 2, 3, 6, 12]))
            .chain([1, 2, 7, 14].map(Self::Days))
            .chain([1, 2, 3, 6].map(Self::Months))
            .chain(years.filter(|it| *it <= LARGEST).map(Self::Years))
    }

    /// Returns its mean length in milliseconds.
    pub(super) const fn millis(self) -> i64 {
        match self {
            Self::Time(it) => it,
            Self::Days(it) => it * DAY,
            Self::Months(it) => it * (YEAR / 12),
            Self::Years(it) => it * YEAR,
        }
    }

    /// Returns its ticks in `window`, at most `most` of them.
    pub(super) fn ticks_in(self, window: Window, most: usize) -> Vec<Instant> {
        let mut ticks = Vec::new();
        // The number is rounded down, so that the first one or two ticks may lie before the window.
        for number in (self.number_at(window.first)..).take(most.saturating_add(3)) {
            match self.tick(number) {
                Some(it) if window.last < it => break,
                Some(it) if window.first <= it && ticks.last() != Some(&it) => ticks.push(it),
                Some(_) => {}
                None if 0 < number => break,
                None => {}
            }
        }
        ticks
    }

    /// Returns the number of the last tick that is not after `at`, or one less.
    fn number_at(self, at: Instant) -> i64 {
        let date = at.date();
        match self {
            Self::Time(it) => at.0.div_euclid(it),
            Self::Days(it) => (at.0.div_euclid(DAY) - first_day(it)).div_euclid(it),
            Self::Months(it) => (date.year * 12 + i64::from(date.month) - 1).div_euclid(it),
            Self::Years(it) => date.year.div_euclid(it),
        }
    }

    /// Returns the tick of a number, or nothing where it lies off the axis.
    fn tick(self, number: i64) -> Option<Instant> {
        let date = |year: i64, month: i64| {
            Some(Instant::at_start_of(CivilDate::new(year, month as u8, 1))).filter(|it| !it.is_end())
        };
        match self {
            Self::Time(it) => number.checked_mul(it).map(Instant),
            Self::Days(it) => number.checked_mul(it)?.checked_add(first_day(it))?.checked_mul(DAY).map(Instant),
            Self::Months(it) => {
                let months = number.checked_mul(it)?;
                date(months.div_euclid(12), months.rem_euclid(12) + 1)
            }
            Self::Years(1) => date(number, 1),
            // Before the common era round years are round as people count them: 100 BC is the year -99. The year that would
            // be 0 is AD 1.
            Self::Years(it) => date(number.checked_mul(it)? + i64::from(number <= 0), 1),
        }
    }
}

/// Returns the day, counted from 1970-01-01, from which steps of so many days are counted: for weeks 1970-01-05, a Monday.
const fn first_day(days: i64) -> i64 {
    if days % 7 == 0 { 4 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(step: Step, first: (i64, u8, u8), last: (i64, u8, u8), expect: &str) {
        let day = |(year, month, day)| CivilDate::new(year, month, day);
        let window = Window::new(Instant::at_start_of(day(first)), Instant::at_end_of(day(last)));
        let ticks: Vec<String> = step.ticks_in(window, 20).iter().map(Instant::to_string).collect();
        assert_eq!(ticks.join(" "), expect);
    }

    #[test]
    fn ticks_follow_the_calendar() {
        check(Step::Months(1), (2013, 1, 15), (2013, 4, 1), "2013-02-01 2013-03-01 2013-04-01");
        check(Step::Months(3), (2013, 11, 1), (2014, 5, 1), "2014-01-01 2014-04-01");
        check(Step::Days(7), (2024, 2, 26), (2024, 3, 10), "2024-02-26 2024-03-04");
        check(Step::Years(50), (-99, 1, 1), (100, 12, 31), "-0099-01-01 -0049-01-01 0001-01-01 0050-01-01 0100-01-01");
        check(Step::Years(1), (-1, 1, 1), (1, 12, 31), "-0001-01-01 0000-01-01 0001-01-01");
        check(Step::Time(12 * HOUR), (1969, 12, 31), (1969, 12, 31), "1969-12-31 1969-12-31T12:00:00Z");
    }

    #[test]
    fn the_whole_axis_has_ticks() {
        assert_eq!(Step::Years(100_000_000).ticks_in(Window::ALL, 50).len(), 5);
    }

    #[test]
    fn steps_ascend() {
        let lengths: Vec<i64> = Step::all().map(Step::millis).collect();
        assert!(lengths.is_sorted_by(|a, b| a < b), "{lengths:?}");
    }
}
