//! The short way to a plain day, which most dates of a large store are.

use super::{
    bounds::{Bounds, End},
    sides::moment,
};
use crate::chronology::time::{CivilDate, DAY, Instant};

/// Returns the bounds of the day that `text` spells, if it spells one as most stores do: `1985-04-12`. It takes a tenth of the time
/// that the whole grammar does.
pub(super) fn plain_day(text: &str) -> Option<Bounds> {
    let bytes: &[u8; 10] = text.as_bytes().try_into().ok()?;
    let number = |range: std::ops::Range<usize>| {
        bytes[range]
            .iter()
            .try_fold(0_u16, |number, it| it.is_ascii_digit().then(|| number * 10 + u16::from(it - b'0')))
    };
    let (year, month, day) = (number(0..4)?, number(5..7)? as u8, number(8..10)? as u8);
    let date = CivilDate::new(i64::from(year), month, day);
    if bytes[4] != b'-' || bytes[7] != b'-' || (date.month, date.day) != (month, day) {
        return None;
    }
    let first = Instant::at_start_of(date);
    Some(moment((first, End::Known), (first.plus(DAY - 1), End::Known)))
}
