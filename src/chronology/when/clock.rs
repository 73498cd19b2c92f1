//! Instants in a reader's words: a day, and a time with every digit that is written.

use super::{
    days::day,
    instant::Timed,
    parse::{Parsed, TimedEnd},
    unit::Precision,
};
use crate::chronology::time::Clock;

/// Returns the words for an instant: `7 Mar 2014 16:42:53Z`.
pub(super) fn instant(timed: &Timed) -> String {
    format!("{} {}", day(timed.first.date()), time(timed))
}

/// Returns the time of day.
fn time(timed: &Timed) -> String {
    let Clock { hour, minute, second, .. } = timed.first.clock();
    let seconds = match timed.precision {
        Precision::Minute => String::new(),
        _ if timed.fraction.is_empty() => format!(":{second:02}"),
        _ => format!(":{second:02}.{}", timed.fraction),
    };
    let zone = if timed.zoned { "Z" } else { "" };
    format!("{hour:02}:{minute:02}{seconds}{zone}")
}

/// Returns the words for a span between two instants: the day once where it is one.
pub(super) fn between(start: &Timed, end: &Timed) -> String {
    let end_words = if start.first.date() == end.first.date() { time(end) } else { instant(end) };
    format!("{} – {end_words}", instant(start))
}

/// Returns the day and the times of a spelling that has one day and times.
pub(super) fn day_and_time(text: &str) -> Option<(String, String)> {
    if !text.contains('T') {
        return None;
    }
    match Parsed::read(text).ok()? {
        Parsed::Instant(it) => Some((day(it.first.date()), time(&it))),
        Parsed::Timed { start: TimedEnd::At(start), end: TimedEnd::At(end) }
            if start.first.date() == end.first.date() =>
        {
            Some((day(start.first.date()), format!("{} – {}", time(&start), time(&end))))
        }
        _ => None,
    }
}

/// Returns the spelling itself, where it has a time in another zone than the one that it is shown in.
pub(super) fn as_written(text: &str) -> Option<String> {
    let is_shifted = match Parsed::read(text).ok()? {
        Parsed::Instant(it) => it.shifted,
        Parsed::Timed { start, end } => {
            [start, end].iter().any(|it| if let TimedEnd::At(it) = it { it.shifted } else { false })
        }
        _ => false,
    };
    is_shifted.then(|| text.replace('T', " ").replace('/', " to "))
}
