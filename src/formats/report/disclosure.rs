//! How long an event took to come out.

use crate::chronology::{Instant, Precision, When};

use super::duration::duration_words;

/// Returns how long it took from the event to its being known, as exactly as the two dates allow and no more, or nothing where it
/// may have been known at once.
///
/// ```
/// use dateline::formats::time_to_light;
/// let took = |event: &str, known: &str| time_to_light(&event.parse().expect("a date"), &known.parse().expect("a date"));
/// assert_eq!(took("2013-08-12", "2024-03-23").as_deref(), Some("10 years 7 months"));
/// assert_eq!(took("2013", "2024-03-23").as_deref(), Some("between 10 years 2 months and 11 years 2 months"));
/// assert_eq!(took("[..2013]", "2024-03-23").as_deref(), Some("at least 10 years 2 months"));
/// assert_eq!(took("2024", "2024-03-23"), None);
/// ```
///
/// A state is counted from its start: that is when there was something to know.
pub fn time_to_light(event: &When, known: &When) -> Option<String> {
    Some(match waits(event, known)? {
        (least, Some(most)) if most == least => most,
        (least, Some(most)) => format!("between {least} and {most}"),
        (least, None) => format!("at least {least}"),
    })
}

/// Returns the least of the time that [`time_to_light`] tells, for an order by it.
pub fn least_time_to_light(event: &When, known: &When) -> Option<String> {
    Some(match waits(event, known)? {
        (least, Some(most)) if most == least => most,
        (least, _) => format!("at least {least}"),
    })
}

/// Returns the least and the most time from the event to its being known; no most where there is no telling.
fn waits(event: &When, known: &When) -> Option<(String, Option<String>)> {
    let timed = event.precision().min(known.precision()) >= Precision::Minute;
    let (event, known) = (event.bounds(), known.bounds());
    if timed {
        let took = duration_words(event.earliest, known.earliest)?;
        return Some((took.clone(), Some(took)));
    }
    let least = between_days(event.latest_start(), known.earliest)?;
    Some((least, between_days(event.earliest, known.latest)))
}

/// Returns the time from the day of `from` to the day of `to`; nothing where either is no day.
fn between_days(from: Instant, to: Instant) -> Option<String> {
    let day = |it: Instant| (!it.is_end()).then(|| Instant::at_start_of(it.date()));
    duration_words(day(from)?, day(to)?)
}
