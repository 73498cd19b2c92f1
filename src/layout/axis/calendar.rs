//! Units of the calendar to fit the screen to.

use crate::chronology::{CivilDate, DAY, HOUR, Instant, Window};

/// A unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Sixty minutes.
    Hour,
    /// A day.
    Day,
    /// Monday to Sunday.
    Week,
    /// A month.
    Month,
    /// January to March, and so on.
    Quarter,
    /// A year.
    Year,
    /// Ten years, from one that ends in 0.
    Decade,
    /// A hundred years, from one that ends in 00.
    Century,
}

impl Unit {
    /// Returns the unit of this kind that holds `at`.
    pub fn around(self, at: Instant) -> Window {
        let date = at.date();
        let months = |first: CivilDate, count: i64| {
            let first = CivilDate { day: 1, ..first };
            let start = Instant::at_start_of(first);
            Window { first: start, last: Instant::at_start_of(first.plus_months(count)).plus(-1).max(start) }
        };
        let years =
            |count: i64| months(CivilDate { year: date.year.div_euclid(count) * count, month: 1, day: 1 }, count * 12);
        let millis = |start: i64, length: i64| Window { first: Instant(start), last: Instant(start).plus(length - 1) };
        let clock = |length: i64| millis(at.0.div_euclid(length).saturating_mul(length), length);
        match self {
            Self::Hour => clock(HOUR),
            Self::Day => clock(DAY),
            Self::Week => {
                // 1970-01-01 was a Thursday, three days after a Monday.
                let week = (at.0.div_euclid(DAY) + 3).div_euclid(7) * 7 - 3;
                millis(week.saturating_mul(DAY), 7 * DAY)
            }
            Self::Month => months(date, 1),
            Self::Quarter => months(CivilDate { month: (date.month - 1) / 3 * 3 + 1, ..date }, 3),
            Self::Year => years(1),
            Self::Decade => years(10),
            Self::Century => years(100),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_follow_the_calendar() {
        let at = Instant::at_start_of(CivilDate::new(2014, 9, 2)).plus(14 * HOUR);
        let check = |unit: Unit, first: &str, last: &str| {
            let window = unit.around(at);
            assert_eq!(
                (window.first.to_string(), window.last.plus(1).to_string()),
                (first.to_owned(), last.to_owned())
            );
        };
        check(Unit::Hour, "2014-09-02T14:00:00Z", "2014-09-02T15:00:00Z");
        check(Unit::Week, "2014-09-01", "2014-09-08");
        check(Unit::Month, "2014-09-01", "2014-10-01");
        check(Unit::Quarter, "2014-07-01", "2014-10-01");
        check(Unit::Year, "2014-01-01", "2015-01-01");
        check(Unit::Decade, "2010-01-01", "2020-01-01");
        check(Unit::Century, "2000-01-01", "2100-01-01");
    }

    #[test]
    fn the_ends_of_the_axis_do_not_overflow() {
        for at in [Instant::MIN, Instant::MAX] {
            for unit in [Unit::Hour, Unit::Day, Unit::Week, Unit::Month, Unit::Quarter, Unit::Year, Unit::Century] {
                let window = unit.around(at);
                assert!(window.first <= window.last, "{unit:?}");
            }
        }
    }
}
