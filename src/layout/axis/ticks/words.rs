//! What the labels on an axis say.

use crate::chronology::{CivilDate, Clock, DAY, HOUR, Instant, MINUTE, SECOND, grouped};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Returns a year as people write it on an axis: `2013`, `44 BC`, `10,000 BC`, `2.5 Myr BC`.
pub(super) fn year(year: i64) -> String {
    let (count, era) = if year <= 0 { (1 - i128::from(year), " BC") } else { (i128::from(year), "") };
    match count {
        0..10_000 => format!("{count}{era}"),
        1_000_000.. if count % 1_000_000 == 0 => format!("{} Myr{era}", count / 1_000_000),
        1_000_000.. if count % 100_000 == 0 => format!("{}.{} Myr{era}", count / 1_000_000, count / 100_000 % 10),
        _ => format!("{}{era}", grouped(&count.to_string(), ',')),
    }
}

/// Returns `Mar`.
pub(super) fn month(date: CivilDate) -> String {
    MONTHS[usize::from(date.month.clamp(1, 12)) - 1].to_owned()
}

/// Returns `Mar 2013`.
pub(super) fn month_and_year(date: CivilDate) -> String {
    format!("{} {}", month(date), year(date.year))
}

/// Returns `12 Mar`.
pub(super) fn day(date: CivilDate) -> String {
    format!("{} {}", date.day, month(date))
}

/// Returns `12 Mar 2013`.
pub(super) fn day_and_year(date: CivilDate) -> String {
    format!("{} {}", day(date), year(date.year))
}

/// Returns `14:05`, or `14:05:30` off the full minute.
pub(super) fn time(at: Instant) -> String {
    let Clock { hour, minute, second, .. } = at.clock();
    if second == 0 { format!("{hour:02}:{minute:02}") } else { format!("{hour:02}:{minute:02}:{second:02}") }
}

/// Returns how long a stretch is, rounded down: `19 y`, `5 mo`, `12 d`. From two of a unit on it is told in it.
pub(super) fn length(millis: i128) -> String {
    const YEAR: i128 = 31_556_952 * SECOND as i128;
    let units = [
        (YEAR, "y"),
        (YEAR / 12, "mo"),
        (DAY.into(), "d"),
        (HOUR.into(), "h"),
        (MINUTE.into(), "min"),
        (SECOND.into(), "s"),
    ];
    let of = |it: &&(i128, &str)| 2 * it.0 <= millis;
    let (unit, name) = units.iter().find(of).unwrap_or(&(1, "ms"));
    match millis / unit {
        count @ 10_000_000.. => format!("{} M{name}", grouped(&(count / 1_000_000).to_string(), ',')),
        count => format!("{} {name}", grouped(&count.to_string(), ',')),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years() {
        let check = |astronomical: i64, expect: &str| assert_eq!(year(astronomical), expect);
        check(2013, "2013");
        check(1, "1");
        check(0, "1 BC");
        check(-43, "44 BC");
        check(-9999, "10,000 BC");
        check(-1_999_999, "2 Myr BC");
        check(-2_499_999, "2.5 Myr BC");
        check(-2_449_999, "2,450,000 BC");
        check(100_000_000, "100 Myr");
    }

    #[test]
    fn lengths() {
        let day = i128::from(DAY);
        let check = |millis: i128, expect: &str| assert_eq!(length(millis), expect);
        check(7000 * day, "19 y");
        check(729 * day, "23 mo");
        check(60 * day, "60 d");
        check(day * 3 / 2, "36 h");
        check(90_000, "90 s");
        check(4_000_000 * day, "10,951 y");
        check(20_000_000 * 366 * day, "20 My");
    }
}
