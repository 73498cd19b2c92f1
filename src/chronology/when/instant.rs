//! RFC 3339 instants, with or without seconds.

use std::ops::Range;

use edtf_core::{Bound, Edtf};

use super::{raw::Raw, unit::Precision};
use crate::chronology::time::{CivilDate, HOUR, Instant, MINUTE, SECOND};

/// An instant and the unit that it is given in.
#[derive(Clone)]
pub(super) struct Timed {
    pub(super) first: Instant,
    pub(super) last: Instant,
    pub(super) precision: Precision,
    /// Whether a zone is given; the time is local to nowhere in particular without.
    pub(super) zoned: bool,
    /// Whether the zone is written as an offset other than none.
    pub(super) shifted: bool,
    /// The digits of the fraction of a second, all that are written.
    pub(super) fraction: Box<str>,
}

impl Timed {
    /// Reads `YYYY-MM-DDThh:mm[:ss[.f]][Z|±hh[:mm]]`. The axis has milliseconds; what is finer orders events of one millisecond.
    pub(super) fn read(text: &str, base: usize) -> Result<Self, Raw> {
        let Some((date, time)) = text.split_once('T') else {
            return Err(Raw { offset: base, message: "an instant needs a T".into(), impossible: false });
        };
        let at = base + date.len() + 1;
        let fault =
            |offset: usize, message: &str| Raw { offset: at + offset, message: message.into(), impossible: false };
        let Ok(Edtf::Date(day)) = Edtf::parse(date) else {
            return Err(Edtf::parse(date)
                .map_or_else(|it| Raw::edtf(it, base), |_| fault(0, "a time needs a whole day before it")));
        };
        let Bound::Date(day) = Edtf::Date(day).bounds().earliest else {
            return Err(fault(0, "a time needs a whole day"));
        };
        if date.trim_start_matches('-').len() != 10 || date.contains('X') {
            return Err(fault(0, "a time needs a whole day before it"));
        }
        let zone_at = time.find(['Z', '+', '-']).unwrap_or(time.len());
        let (clock, zone) = time.split_at(zone_at);
        let number = |range: Range<usize>, most: i64, what: &str| {
            let digits = clock.get(range.clone()).filter(|it| it.bytes().all(|it| it.is_ascii_digit()));
            let value: i64 = digits
                .and_then(|it| it.parse().ok())
                .ok_or_else(|| fault(range.start, &format!("{what} must be two digits")))?;
            if value <= most {
                Ok(value)
            } else {
                Err(Raw::impossible(at + range.start, format!("there is no {what} {value}")))
            }
        };
        let colon = |index: usize| {
            if clock.as_bytes().get(index) == Some(&b':') { Ok(()) } else { Err(fault(index, "expected `:`")) }
        };
        let hour = number(0..2, 23, "hour")?;
        colon(2)?;
        let minute = number(3..5, 59, "minute")?;
        let mut millis = hour * HOUR + minute * MINUTE;
        let mut precision = Precision::Minute;
        if clock.len() > 5 {
            colon(5)?;
            // A leap second is the second before it: POSIX time, and this axis, have none.
            millis += number(6..8, 60, "second")?.min(59) * SECOND;
            precision = Precision::Second;
        }
        let mut written = "";
        if let Some(fraction) = clock.get(8..).filter(|it| !it.is_empty()) {
            let digits = fraction
                .strip_prefix(['.', ','])
                .filter(|it| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit()));
            let digits = digits.ok_or_else(|| fault(8, "expected a fraction such as `.250`, a zone, or nothing"))?;
            millis += digits_of(digits, 0..3);
            written = digits;
            precision = Precision::Millisecond;
        }
        let offset = zone_offset(zone).ok_or_else(|| fault(zone_at, "a zone is `Z` or an offset such as `+02:00`"))?;
        let day = Instant::at_start_of(CivilDate::new(day.year, day.month, day.day));
        let first = day.plus(millis).plus(-offset.unwrap_or(0));
        let unit = match precision {
            Precision::Minute => MINUTE,
            Precision::Second => SECOND,
            _ => 1,
        };
        Ok(Self {
            first,
            last: first.plus(unit - 1),
            precision,
            zoned: offset.is_some(),
            shifted: offset.is_some_and(|it| it != 0),
            fraction: written.into(),
        })
    }

    /// Returns what is written of the instant that is finer than a millisecond, if anything is.
    pub(super) fn fine(&self) -> Option<Fine> {
        let digits = u8::try_from(self.fraction.len()).unwrap_or(u8::MAX);
        (3 < digits).then(|| Fine { nanos: digits_of(&self.fraction, 3..9) as u32, digits })
    }
}

/// What is finer than a millisecond.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fine {
    /// Nanoseconds after the millisecond.
    pub nanos: u32,
    /// How many digits the fraction of the second has.
    pub digits: u8,
}

/// Returns the number that the digits at `places` of a fraction are, with noughts for those that are not written.
fn digits_of(fraction: &str, places: Range<usize>) -> i64 {
    let digits = fraction.bytes().chain(std::iter::repeat(b'0'));
    digits.skip(places.start).take(places.len()).fold(0, |sum, it| sum * 10 + i64::from(it - b'0'))
}

/// Returns the offset from UTC in milliseconds, `Some(None)` where no zone is given, and nothing for what is no zone.
fn zone_offset(zone: &str) -> Option<Option<i64>> {
    let sign = match zone.as_bytes().first() {
        None => return Some(None),
        Some(b'Z') => return (zone.len() == 1).then_some(Some(0)),
        Some(b'+') => 1,
        _ => -1,
    };
    let (hours, minutes) = match zone[1..].split_once(':') {
        Some((hours, minutes)) => (hours, minutes),
        None => (&zone[1..], "00"),
    };
    let two = |it: &str| (it.len() == 2).then(|| it.parse::<i64>().ok()).flatten();
    let (hours, minutes) = (two(hours)?, two(minutes)?);
    (hours <= 23 && minutes <= 59).then_some(Some(sign * (hours * HOUR + minutes * MINUTE)))
}
