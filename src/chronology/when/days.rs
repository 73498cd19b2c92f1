//! Days and years in a reader's words.

use super::months::MONTHS;
use crate::chronology::{
    grouped,
    time::{CivilDate, Clock, Instant},
};

const MILLION: i64 = 1_000_000;

/// Returns a number of years in millions or billions, with three decimals at the most; nothing for one that is more exact.
fn deep(years: i64) -> Option<String> {
    let (unit, name) = if years < 1000 * MILLION { (MILLION, "million") } else { (1000 * MILLION, "billion") };
    if years % (unit / 1000) != 0 {
        return None;
    }
    let digits = format!("{}.{:03}", years / unit, years % unit / (unit / 1000));
    Some(format!("{} {name}", digits.trim_end_matches('0').trim_end_matches('.')))
}

/// Returns the day that begins at an instant, or the instant where it is finer.
pub(super) fn at(instant: Instant) -> String {
    match instant.clock() {
        it if it == Clock::default() => day(instant.date()),
        Clock { hour, minute, second: 0, milli: 0 } => format!("{} {hour:02}:{minute:02}Z", day(instant.date())),
        it => format!("{} {it}Z", day(instant.date())),
    }
}

/// Returns the day, or the finer unit, that ends with an instant.
pub(super) fn until(instant: Instant) -> String {
    let next = instant.plus(1);
    match next.clock() {
        it if it == Clock::default() => day(instant.date()),
        Clock { second: 0, milli: 0, .. } => {
            let Clock { hour, minute, .. } = instant.clock();
            format!("{} {hour:02}:{minute:02}Z", day(instant.date()))
        }
        Clock { milli: 0, .. } => format!("{} {}Z", day(instant.date()), Clock { milli: 0, ..instant.clock() }),
        _ => format!("{} {}Z", day(instant.date()), instant.clock()),
    }
}

pub(super) fn day(date: CivilDate) -> String {
    format!("{} {} {}", date.day, short_month(date.month), year_words(date.year))
}

/// Returns the name of a month, cut to three letters where it is long.
pub(super) fn short_month(month: u8) -> &'static str {
    let name = MONTHS[usize::from(month).clamp(1, 12) - 1];
    if name.len() > 4 { &name[..3] } else { name }
}

/// Returns the year as people say it: year 0 is `1 BC`, one that could be taken for that has its era, and far years have commas.
/// Deep time is counted in millions and billions, where that is what is written.
pub(super) fn year_words(year: i64) -> String {
    if (1..1000).contains(&year) {
        return format!("AD {year}");
    }
    if let Some(words) = Some(-year).filter(|it| *it >= MILLION).and_then(deep) {
        return format!("{words} years BC");
    }
    let (count, era) = if year <= 0 { (1 - i128::from(year), " BC") } else { (i128::from(year), "") };
    let digits = count.to_string();
    let digits = if digits.len() < 5 { digits } else { grouped(&digits, ',') };
    format!("{digits}{era}")
}
