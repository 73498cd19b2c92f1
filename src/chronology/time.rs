//! One axis for all of history: milliseconds in an `i64`, proleptic Gregorian, with a year 0.
//!
//! chrono's dates end at the year ±262,142, and EDTF's do not. The axis reaches about 292 million years either way; the
//! arithmetic between days and civil dates is Howard Hinnant's (<https://howardhinnant.github.io/date_algorithms.html>).

use std::fmt;

/// Milliseconds in a second.
pub const SECOND: i64 = 1000;
/// Milliseconds in a minute.
pub const MINUTE: i64 = 60 * SECOND;
/// Milliseconds in an hour.
pub const HOUR: i64 = 60 * MINUTE;
/// Milliseconds in a day; the axis has no leap seconds, as POSIX time has none.
pub const DAY: i64 = 24 * HOUR;

/// A year that lies beyond the axis on either side.
const BEYOND: i64 = 300_000_000;

/// A millisecond on the axis, counted from 1970-01-01T00:00:00Z.
///
/// [`Instant::MIN`] and [`Instant::MAX`] stand for "before all" and "after all": an open or unknown end lies there, and a date
/// beyond the axis is drawn to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub i64);

impl Instant {
    /// Before every date on the axis.
    pub const MIN: Self = Self(i64::MIN);
    /// After every date on the axis.
    pub const MAX: Self = Self(i64::MAX);

    /// Returns the first millisecond of `date`, or an end of the axis where the date lies beyond it.
    pub fn at_start_of(date: CivilDate) -> Self {
        Self(date.days().saturating_mul(DAY))
    }

    /// Returns the last millisecond of `date`, or an end of the axis where the date lies beyond it.
    pub fn at_end_of(date: CivilDate) -> Self {
        match Self::at_start_of(date) {
            Self::MIN => Self::MIN,
            start => start.plus(DAY - 1),
        }
    }

    /// Returns the instant `millis` later, stopping at the ends of the axis.
    #[must_use]
    pub const fn plus(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// Returns the milliseconds from `earlier` to this instant. The whole axis is wider than an `i64`.
    pub const fn since(self, earlier: Self) -> i128 {
        self.0 as i128 - earlier.0 as i128
    }

    /// Returns the civil date that this instant lies on.
    pub fn date(self) -> CivilDate {
        CivilDate::from_days(self.0.div_euclid(DAY))
    }

    /// Returns the time of day.
    pub fn clock(self) -> Clock {
        let millis = self.0.rem_euclid(DAY);
        Clock {
            hour: (millis / HOUR) as u8,
            minute: (millis / MINUTE % 60) as u8,
            second: (millis / SECOND % 60) as u8,
            milli: (millis % SECOND) as u16,
        }
    }

    /// Returns whether this is an end of the axis and not a date on it.
    pub const fn is_end(self) -> bool {
        self.0 == i64::MIN || self.0 == i64::MAX
    }
}

impl fmt::Display for Instant {
    /// Writes RFC 3339 in UTC, without a time where it is midnight; `-∞` and `∞` for the ends of the axis.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::MIN => f.write_str("-∞"),
            Self::MAX => f.write_str("∞"),
            it if it.clock() == Clock::default() => write!(f, "{}", it.date()),
            it => write!(f, "{}T{}Z", it.date(), it.clock()),
        }
    }
}

/// A time of day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock {
    /// Hour, 0 to 23.
    pub hour: u8,
    /// Minute, 0 to 59.
    pub minute: u8,
    /// Second, 0 to 59.
    pub second: u8,
    /// Millisecond, 0 to 999.
    pub milli: u16,
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}:{:02}", self.hour, self.minute, self.second)?;
        if self.milli > 0 { write!(f, ".{:03}", self.milli) } else { Ok(()) }
    }
}

/// A day in the proleptic Gregorian calendar. Year 0 is 1 BC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CivilDate {
    /// Astronomical year.
    pub year: i64,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, 1 to 31.
    pub day: u8,
}

impl CivilDate {
    /// Returns the day, with month and day brought into the calendar where they lie outside it.
    pub fn new(year: i64, month: u8, day: u8) -> Self {
        let month = month.clamp(1, 12);
        Self { year, month, day: day.clamp(1, days_in_month(year, month)) }
    }

    /// Returns the days from 1970-01-01 to this one; years beyond the axis count as the first that are.
    pub fn days(self) -> i64 {
        let year = self.year.clamp(-BEYOND, BEYOND) - i64::from(self.month <= 2);
        let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let month = (i64::from(self.month) + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }

    /// Returns the day that lies `days` after 1970-01-01.
    pub fn from_days(days: i64) -> Self {
        let shifted = days + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = (day_of_year - (153 * month + 2) / 5 + 1) as u8;
        let month = if month < 10 { month + 3 } else { month - 9 } as u8;
        Self { year: year_of_era + era * 400 + i64::from(month <= 2), month, day }
    }

    /// Returns the same day of the month `months` later, or that month's last day where it is shorter.
    #[must_use]
    pub fn plus_months(self, months: i64) -> Self {
        let count = i128::from(self.year) * 12 + i128::from(self.month) - 1 + i128::from(months);
        let year = count.div_euclid(12) as i64;
        Self::new(year, count.rem_euclid(12) as u8 + 1, self.day)
    }
}

impl fmt::Display for CivilDate {
    /// Writes the day as EDTF does: a sign before the common era, `Y` from five digits on.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}-{:02}", edtf_year(self.year), self.month, self.day)
    }
}

/// Returns a year as EDTF writes it.
pub fn edtf_year(year: i64) -> String {
    match year {
        0..=9999 => format!("{year:04}"),
        -9999..0 => format!("-{:04}", -year),
        _ => format!("Y{year}"),
    }
}

/// Returns the number of days in a month, 1 to 12, of a year.
pub(crate) fn days_in_month(year: i64, month: u8) -> u8 {
    let leap = year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A stretch of time, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Window {
    /// First millisecond.
    pub first: Instant,
    /// Last millisecond.
    pub last: Instant,
}

impl Window {
    /// All of time.
    pub const ALL: Self = Self { first: Instant::MIN, last: Instant::MAX };

    /// Returns the window from `first` to `last`, in whichever order they come.
    pub fn new(first: Instant, last: Instant) -> Self {
        Self { first: first.min(last), last: first.max(last) }
    }

    /// Returns the window from the first to the last of some instants that lie on the axis; nothing where none does.
    pub fn around(instants: impl Iterator<Item = Instant>) -> Option<Self> {
        let windows = instants.filter(|it| !it.is_end()).map(|it| Self { first: it, last: it });
        windows.reduce(|all, it| Self { first: all.first.min(it.first), last: all.last.max(it.last) })
    }

    /// Returns whether `at` lies in the window.
    pub fn contains(self, at: Instant) -> bool {
        self.first <= at && at <= self.last
    }

    /// Returns whether the two share a millisecond.
    pub fn touches(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// Returns whether `other` lies in this window whole.
    pub fn covers(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// Returns how many milliseconds it holds, at least one.
    pub const fn millis(self) -> i128 {
        self.last.since(self.first) + 1
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn years_are_written_as_dates_are() {
        for (year, words) in [(2013, "2013"), (44, "0044"), (-43, "-0043"), (123_456, "Y123456"), (-12_345, "Y-12345")]
        {
            assert_eq!(edtf_year(year), words);
            assert!(crate::chronology::When::parse(words).is_ok(), "{words}");
        }
    }

    #[test]
    fn known_days() {
        let days = |year, month, day| CivilDate { year, month, day }.days();
        assert_eq!(days(1970, 1, 1), 0);
        assert_eq!(days(2000, 3, 1), 11_017);
        assert_eq!(days(0, 1, 1), -719_528, "year 0 exists and is a leap year");
        assert_eq!(days(-43, 3, 15), -735_160, "the Ides of March, 44 BC");
        assert_eq!(Instant::at_start_of(CivilDate::new(300_000_000, 1, 1)), Instant::MAX);
        assert_eq!(Instant::at_end_of(CivilDate::new(-300_000_000, 1, 1)), Instant::MIN);
        assert_eq!(Instant(-1).to_string(), "1969-12-31T23:59:59.999Z");
        assert_eq!(CivilDate::new(2024, 2, 31).to_string(), "2024-02-29");
        assert_eq!(CivilDate::new(2024, 1, 31).plus_months(-11).to_string(), "2023-02-28");
    }

    #[test]
    fn chrono_counts_the_same_days() {
        use chrono::{Datelike, NaiveDate};
        let epoch = NaiveDate::from_ymd_opt(1970, 1, 1).expect("a day");
        for days in (-90_000_000..90_000_000).step_by(99_991) {
            let theirs = epoch + chrono::TimeDelta::days(days);
            let ours = CivilDate::from_days(days);
            assert_eq!(
                (ours.year, ours.month, ours.day),
                (i64::from(theirs.year()), theirs.month() as u8, theirs.day() as u8)
            );
        }
    }

    proptest! {
        #[test]
        fn days_and_dates_are_one_to_one(days in -106_000_000_000_i64..106_000_000_000) {
            let date = CivilDate::from_days(days);
            prop_assert_eq!(date.days(), days);
            prop_assert!(date < CivilDate::from_days(days + 1));
        }
    }
}
