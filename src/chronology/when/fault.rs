//! Why a spelling is not a date, in words that say what to write.

use std::ops::Range;

use super::{
    months::MONTHS,
    raw::Raw,
    reading::{is_date, readings},
};
use crate::chronology::time::days_in_month;

/// Why a spelling is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateError {
    /// No such day, month or time: `2015-02-29`.
    Impossible,
    /// The end lies before the start.
    Reversed,
    /// People read it in more than one way: `12/04/1985`.
    Ambiguous,
    /// Not a date that this program reads.
    Unreadable,
}

/// A spelling that is not a date: why, where, and what to write.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct DateFault {
    /// What sort of fault it is.
    pub error: DateError,
    /// One line, lower case, no full stop.
    pub message: String,
    /// The bytes of the spelling that are at fault.
    pub span: Range<usize>,
    /// What to do about it.
    pub help: Option<String>,
}

impl DateFault {
    fn new(error: DateError, span: Range<usize>, message: String, help: Option<String>) -> Self {
        Self { error, message, span, help }
    }
}

/// Returns the words for a fault: what people can do about it.
pub(super) fn explain(text: &str, raw: Raw) -> DateFault {
    let whole = 0..text.len();
    if raw.impossible {
        return DateFault::new(DateError::Impossible, raw.offset..text.len(), raw.message, None);
    }
    if let Some(fault) = impossible_day(text) {
        return fault;
    }
    if let Some((start, end)) = text.split_once('/') {
        let dated = |it: &str| !it.is_empty() && it != "..";
        match (dated(start), dated(end)) {
            (true, true) if is_date(start) && is_date(end) => return reversed(text),
            (false, false) => {
                let help = Some("leave `when` out: an event without it is undated".to_owned());
                return DateFault::new(DateError::Unreadable, whole, format!("`{text}` names no date at all"), help);
            }
            _ => {}
        }
    }
    let readings = readings(text);
    let quoted = |it: &String| format!("`{it}`");
    let (error, message, help) = match &*readings {
        [] => (DateError::Unreadable, format!("`{text}` is not a date: {}", raw.message), FORMS.to_owned()),
        [one] => (DateError::Unreadable, format!("`{text}` is not an EDTF date"), format!("write `{one}`")),
        several => {
            let list = several.iter().map(quoted).collect::<Vec<_>>().join(" or ");
            (DateError::Ambiguous, format!("`{text}` can be read in more than one way"), format!("write {list}"))
        }
    };
    let span = if readings.is_empty() { raw.offset.min(text.len())..text.len() } else { whole };
    DateFault::new(error, span, message, Some(help))
}

const FORMS: &str =
    "dates are EDTF, such as `1985`, `1985-04-12`, `1985~`, `201X`, `2011-06/2019`, `[..1870]`, or `2024-03-01T14:05Z`";

pub(super) fn reversed(text: &str) -> DateFault {
    let help = text.split_once('/').map(|(start, end)| format!("write `{end}/{start}` if the two were swapped"));
    DateFault::new(DateError::Reversed, 0..text.len(), format!("`{text}` ends before it starts"), help)
}

/// Finds a day or month that no calendar has: `2015-02-29`, `2015-13`.
fn impossible_day(text: &str) -> Option<DateFault> {
    let mut at = 0;
    for token in text.split_inclusive(['/', '[', ']', '{', '}', ',']) {
        let start = at;
        at += token.len();
        let digits = token.trim_end_matches(['/', '[', ']', '{', '}', ',', '~', '?', '%']);
        let digits = digits.split('T').next().unwrap_or_default();
        let sign = usize::from(digits.starts_with('-'));
        let mut parts = digits[sign..].split('-');
        let mut next = |len: usize| {
            parts.next().filter(|it| it.len() == len).and_then(|it| it.parse::<u8>().ok().or(Some(u8::MAX)))
        };
        let (Some(_), Some(month), day) = (next(4), next(2), next(2)) else { continue };
        let Some(year) = digits.get(sign..sign + 4).and_then(|it| it.parse::<i64>().ok()) else { continue };
        let year = if sign == 1 { -year } else { year };
        let month_at = start + sign + 5;
        if month == u8::MAX {
            continue;
        }
        let name = MONTHS.get(usize::from(month).wrapping_sub(1));
        let (span, message, help) = match (name, day) {
            (None, _) if !(21..=41).contains(&month) => {
                let help = "months are 01 to 12; 21 to 24 are seasons and 33 to 36 quarters".to_owned();
                (month_at..month_at + 2, format!("there is no month {month:02}"), help)
            }
            (Some(name), Some(day)) if day != u8::MAX && !(1..=days_in_month(year, month)).contains(&day) => {
                let is_julian = month == 2 && day == 29 && year.rem_euclid(4) == 0;
                let julian = " in the Gregorian calendar, which dates are in; the Julian one has that day: write the Gregorian \
                              day, and the source's words in `as_written`";
                let help = format!(
                    "{name} {year} has {} days{}",
                    days_in_month(year, month),
                    if is_julian { julian } else { "" },
                );
                (month_at + 3..month_at + 5, format!("there is no day {day:02} in {name} {year}"), help)
            }
            _ => continue,
        };
        return Some(DateFault::new(DateError::Impossible, span, message, Some(help)));
    }
    None
}
