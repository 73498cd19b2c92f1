//! Time between two instants, as people count it.

use crate::chronology::{DAY, HOUR, Instant, MINUTE};

use super::words::count;

/// Returns the time from `from` to `to` in whole calendar units, the two largest from years to months, or one below a month:
/// `10 years 7 months`, `12 days`, `5 hours`. Nothing where `to` is not later.
///
/// ```
/// use dateline::chronology::When;
/// use dateline::formats::duration_words;
/// let at = |text: &str| text.parse::<When>().map(|it| it.bounds().earliest);
/// assert_eq!(duration_words(at("2013-08")?, at("2024-03-23")?).as_deref(), Some("10 years 7 months"));
/// assert_eq!(duration_words(at("2013-08-01")?, at("2013-08-13")?).as_deref(), Some("12 days"));
/// assert_eq!(duration_words(at("2013")?, at("2012")?), None);
/// # Ok::<(), dateline::chronology::DateFault>(())
/// ```
pub fn duration_words(from: Instant, to: Instant) -> Option<String> {
    let millis = to.since(from);
    if millis <= 0 {
        return None;
    }
    let months = whole_months(from, to);
    if months > 0 {
        let (years, months) = (months / 12, months % 12);
        let parts = [(years, "year"), (months, "month")].into_iter().filter(|(n, _)| *n > 0);
        return Some(parts.map(|(n, unit)| count(n, unit)).collect::<Vec<_>>().join(" "));
    }
    let units = [(DAY, "day"), (HOUR, "hour"), (MINUTE, "minute")];
    let largest = units.into_iter().find(|(size, _)| i128::from(*size) <= millis);
    Some(largest.map_or_else(
        || "less than a minute".to_owned(),
        |(size, unit)| count((millis / i128::from(size)) as usize, unit),
    ))
}

/// Returns the months that lie whole between the two, by the calendar: 31 January to 28 February is none, to 1 March is one.
fn whole_months(from: Instant, to: Instant) -> usize {
    let (first, last) = (from.date(), to.date());
    let month = |year: i64, month: u8| i128::from(year) * 12 + i128::from(month);
    let months = month(last.year, last.month) - month(first.year, first.month);
    let unfinished = (last.day, to.clock()) < (first.day, from.clock());
    usize::try_from(months - i128::from(unfinished)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chronology::When;

    fn check(from: &str, to: &str, expect: &str) {
        let at = |text: &str| text.parse::<When>().expect("a date").bounds().earliest;
        assert_eq!(duration_words(at(from), at(to)).as_deref().unwrap_or("none"), expect, "{from} {to}");
    }

    #[test]
    fn calendar_units() {
        check("2013-08-01", "2024-03-23", "10 years 7 months");
        check("2013-08-31", "2014-08-30", "11 months");
        check("2013-08-31", "2014-08-31", "1 year");
        check("2013-01-31", "2013-02-28", "28 days");
        check("2013-01-31", "2013-03-01", "1 month");
        check("-0043-03-15", "2013", "2055 years 9 months");
        check("2024-03-01T14:05Z", "2024-03-01T16:04Z", "1 hour");
        check("2024-03-01T14:05:01Z", "2024-03-01T14:05:02Z", "less than a minute");
        check("2024", "2024", "none");
    }

    #[test]
    fn the_whole_axis() {
        assert!(duration_words(Instant::MIN, Instant::MAX).is_some_and(|it| it.starts_with("584")));
        assert_eq!(duration_words(Instant::MAX, Instant::MIN), None);
    }
}
