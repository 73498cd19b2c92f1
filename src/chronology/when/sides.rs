//! The two sides of a span, and the part between them that is certain.

use edtf_core::{Bound, Date, Edtf, IntervalEndpoint, SetElement, SetKind};

use super::bounds::{Bounds, End, Shape};
use crate::chronology::time::{CivilDate, DAY, Instant, Window};

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Side {
    Start,
    End,
}

impl Side {
    const fn end_of_axis(self) -> Instant {
        match self {
            Self::Start => Instant::MIN,
            Self::End => Instant::MAX,
        }
    }
}

/// One side of a span: between which instants it began or ended.
#[derive(Clone, Copy)]
pub(super) struct SpanSide {
    /// First millisecond of the first day, or unit of time, on which the state can have begun or ended.
    pub(super) near: Instant,
    /// Last millisecond of the last such.
    pub(super) far: Instant,
    /// What is known of this side.
    pub(super) end: End,
}

impl SpanSide {
    /// The side of a span whose end lies between two instants, either of which may be off the axis.
    pub(super) fn between(near: Instant, far: Instant, side: Side) -> Self {
        let is_off_axis = (if side == Side::Start { near } else { far }) == side.end_of_axis();
        Self { near, far, end: if is_off_axis { End::Beyond } else { End::Known } }
    }

    pub(super) fn endless(side: Side, end: End) -> Self {
        let at = side.end_of_axis();
        Self { near: at, far: at, end }
    }
}

pub(super) fn moment((earliest, start): (Instant, End), (latest, end): (Instant, End)) -> Bounds {
    Bounds { earliest, latest, certain: None, known_end: None, shape: Shape::Moment, start, end }
}

pub(super) fn span(start: SpanSide, end: SpanSide) -> Bounds {
    // The day is EDTF's unit: a state that began on a day covers that day. So the certain part runs from the beginning of the
    // latest possible first day to the end of the earliest possible last day.
    let from = match start.end {
        End::Unknown => None,
        End::Open | End::Beyond if start.far == Instant::MIN => Some(Instant::MIN),
        _ => Some(last_unit_of(&start)),
    };
    let to = match end.end {
        End::Unknown => None,
        End::Open | End::Beyond if end.near == Instant::MAX => Some(Instant::MAX),
        _ => Some(first_unit_of(&end)),
    };
    let known = match (from, to) {
        (Some(_), None) => Some(&start),
        (None, Some(_)) => Some(&end),
        _ => None,
    };
    // Of a state with an unknown end the day of the known one is certain, if that is known to the day: it may have ended on the
    // day on which it began.
    let known_end = known.map(|it| Window { first: it.near, last: it.far });
    let certain = match (from, to) {
        (Some(first), Some(last)) => Some(Window { first, last }).filter(|it| it.first <= it.last),
        _ => known_end.filter(|it| it.millis() <= i128::from(DAY)),
    };
    let known_end = known_end.filter(|_| certain.is_none());
    Bounds {
        earliest: start.near,
        latest: end.far,
        certain,
        known_end,
        shape: Shape::Span,
        start: start.end,
        end: end.end,
    }
}

/// Returns the beginning of the last day within a side, or of the side itself where it is shorter than a day.
fn last_unit_of(side: &SpanSide) -> Instant {
    if side.far.since(side.near) < i128::from(DAY) { side.near } else { Instant::at_start_of(side.far.date()) }
}

/// Returns the end of the first day within a side, or of the side itself where it is shorter than a day.
fn first_unit_of(side: &SpanSide) -> Instant {
    if side.far.since(side.near) < i128::from(DAY) { side.far } else { Instant::at_end_of(side.near.date()) }
}

fn civil(bound: edtf_core::BoundDate) -> CivilDate {
    CivilDate { year: bound.year, month: bound.month, day: bound.day }
}

/// Returns the instant of a bound on a side, and what is known of that end. A year too large to compute with lies beyond the axis on
/// the side of its sign.
fn bound(bound: Bound, side: Side) -> (Instant, End) {
    let axis_end = side.end_of_axis();
    match (bound, side) {
        (Bound::Date(it), Side::Start) => on_axis(Instant::at_start_of(civil(it))),
        (Bound::Date(it), Side::End) => on_axis(Instant::at_end_of(civil(it))),
        (Bound::Unknown, _) => (axis_end, End::Beyond),
        (Bound::NegativeInfinity | Bound::PositiveInfinity, _) => (axis_end, End::Open),
    }
}

fn on_axis(at: Instant) -> (Instant, End) {
    (at, if at.is_end() { End::Beyond } else { End::Known })
}

pub(super) fn edtf_bounds(edtf: &Edtf) -> Bounds {
    match edtf {
        Edtf::Interval(it) => span(endpoint(&it.start, Side::Start), endpoint(&it.end, Side::End)),
        Edtf::Set(set) if set.kind == SetKind::AllMembers => {
            let bounds = edtf.bounds();
            let (earliest, start) = bound(bounds.earliest, Side::Start);
            let (latest, end) = bound(bounds.latest, Side::End);
            // Separate members say nothing of the time between them: only a set that is one range has a certain part.
            let certain = match &*set.elements {
                [only] => element_bounds(only).certain,
                _ => None,
            };
            Bounds { earliest, latest, certain, known_end: None, shape: Shape::Span, start, end }
        }
        _ => {
            let bounds = edtf.bounds();
            moment(bound(bounds.earliest, Side::Start), bound(bounds.latest, Side::End))
        }
    }
}

/// Returns the bounds of one element of a set: of a range, as of what lasted from the one end to the other.
pub(super) fn element_bounds(element: &SetElement) -> Bounds {
    let (start, end) = match element {
        SetElement::Date(it) => return edtf_bounds(&Edtf::Date(*it)),
        SetElement::Range(a, b) => (date_side(a, Side::Start), date_side(b, Side::End)),
        SetElement::OnOrBefore(it) => (SpanSide::endless(Side::Start, End::Open), date_side(it, Side::End)),
        SetElement::OnOrAfter(it) => (date_side(it, Side::Start), SpanSide::endless(Side::End, End::Open)),
    };
    span(start, end)
}

fn date_side(date: &Date, side: Side) -> SpanSide {
    let bounds = Edtf::Date(*date).bounds();
    SpanSide::between(bound(bounds.earliest, Side::Start).0, bound(bounds.latest, Side::End).0, side)
}

fn endpoint(end: &IntervalEndpoint, side: Side) -> SpanSide {
    match end {
        IntervalEndpoint::Date(it) => date_side(it, side),
        IntervalEndpoint::Open => SpanSide::endless(side, End::Open),
        IntervalEndpoint::Unknown => SpanSide::endless(side, End::Unknown),
        IntervalEndpoint::OnOrBefore(it) => {
            let by = date_side(it, side);
            let end = if side == Side::Start { End::Open } else { by.end };
            SpanSide { near: Instant::MIN, end, ..by }
        }
        IntervalEndpoint::OnOrAfter(it) => {
            let since = date_side(it, side);
            let end = if side == Side::End { End::Open } else { since.end };
            SpanSide { far: Instant::MAX, end, ..since }
        }
    }
}
