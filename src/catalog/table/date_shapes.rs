//! A date's bounds without their instants, in one byte.

use crate::chronology::{Bounds, End, Instant, Shape, When, Window};

/// What a date's bounds are beside their instants.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::catalog) struct ShapeByte(u8);

const DATED: u8 = 1;
const SPAN: u8 = 1 << 1;
const START: u8 = 2;
const END: u8 = 4;
const ONE_OF: u8 = 1 << 6;
const BY: u8 = 1 << 7;

impl ShapeByte {
    pub(in crate::catalog) fn of(when: Option<&When>) -> Self {
        let Some(when) = when else { return Self(0) };
        let bounds = when.bounds();
        let flag = |is_so: bool, bit: u8| if is_so { bit } else { 0 };
        let end = |it: End| match it {
            End::Known => 0,
            End::Open => 1,
            End::Unknown => 2,
            End::Beyond => 3_u8,
        };
        Self(
            DATED
                | flag(bounds.shape == Shape::Span, SPAN)
                | end(bounds.start) << START
                | end(bounds.end) << END
                | flag(when.as_str().starts_with('['), ONE_OF)
                | flag(when.is_by(), BY),
        )
    }

    pub(in crate::catalog) const fn is_dated(self) -> bool {
        self.0 & DATED != 0
    }

    /// Returns whether the date is spelled as one of a set.
    pub(in crate::catalog) const fn is_one_of(self) -> bool {
        self.0 & ONE_OF != 0
    }

    /// Returns where a date between two instants stands in the order of events, as [`When::stands_at`] does.
    pub(in crate::catalog) fn stands_at(self, earliest: Instant, latest: Instant) -> Instant {
        if self.0 & BY != 0 && !latest.is_end() {
            latest
        } else {
            self.bounds((earliest, latest), None, None).known_bound()
        }
    }

    /// Returns the bounds between two instants.
    pub(in crate::catalog) fn bounds(
        self,
        (earliest, latest): (Instant, Instant),
        certain: Option<Window>,
        known_end: Option<Window>,
    ) -> Bounds {
        let end = |shift: u8| match self.0 >> shift & 3 {
            0 => End::Known,
            1 => End::Open,
            2 => End::Unknown,
            _ => End::Beyond,
        };
        let shape = if self.0 & SPAN == 0 { Shape::Moment } else { Shape::Span };
        Bounds { earliest, latest, certain, known_end, shape, start: end(START), end: end(END) }
    }
}
