//! The two sides of a span, and the part between them that is certain.

use edtf_core::{Bound, Date, Edtf, IntervalEndpoint, SetElement, SetKind};

use super::bounds::{Bounds, End, Shape};
use crate::chronology::time::{CivilDate, DAY, Instant, Window};

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Side {
    Start,
    End,
}

/// One side of a span: between which instants it began or ended.
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
        let off_axis = match side {
            Side::Start => near == Instant::MIN,
            Side::End => far == Instant::MAX,
        };
        Self { near, far, end: if off_axis { End::Beyond } else { End::Known } }
    }

    pub(super) fn endless(side: Side, end: End) -> Self {
        let at = if side == Side::Start { Instant::MIN } else { Instant::MAX };
        Self { near: at, far: at, end }
    }
}

pub(super) fn moment((earliest, start): (Instant, End), (latest, end): (Instant, End)) -> Bounds {
    Bounds { earliest, latest, certain: None, shape: Shape::Moment, start, end }
}

pub(super) fn span(start: SpanSide, end: SpanSide) -> Bounds {
    let bounds = Bounds {
        earliest: start.near,
        latest: end.far,
        certain: None,
        shape: Shape::Span,
        start: start.end,
        end: end.end,
    };
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
    let certain = match (from, to) {
        (Some(from), Some(to)) => Some((from, to)),
        // Of a state with an unknown end the day of the known one is certain, if that is known to the day.
        (Some(from), None) => Some((from, unit_end(from, &start))),
        (None, Some(to)) => Some((unit_start(to, &end), to)),
        (None, None) => None,
    };
    Bounds { certain: certain.filter(|(from, to)| from <= to).map(|(first, last)| Window { first, last }), ..bounds }
}

/// Returns the beginning of the last day within a side, or of the side itself where it is shorter than a day.
fn last_unit_of(side: &SpanSide) -> Instant {
    if side.far.since(side.near) < i128::from(DAY) { side.near } else { Instant::at_start_of(side.far.date()) }
}

/// Returns the end of the first day within a side, or of the side itself where it is shorter than a day.
fn first_unit_of(side: &SpanSide) -> Instant {
    if side.far.since(side.near) < i128::from(DAY) { side.far } else { Instant::at_end_of(side.near.date()) }
}

fn unit_end(from: Instant, side: &SpanSide) -> Instant {
    if from == side.near { side.far } else { Instant::at_end_of(from.date()).min(side.far) }
}

fn unit_start(to: Instant, side: &SpanSide) -> Instant {
    if to == side.far { side.near } else { Instant::at_start_of(to.date()).max(side.near) }
}

fn civil(bound: edtf_core::BoundDate) -> CivilDate {
    CivilDate { year: bound.year, month: bound.month, day: bound.day }
}

/// Returns the instant of a lower bound, and what is known of that end.
fn lower(bound: Bound, unknown: End) -> (Instant, End) {
    match bound {
        Bound::Date(it) => match Instant::at_start_of(civil(it)) {
            it if it.is_end() => (it, End::Beyond),
            it => (it, End::Known),
        },
        Bound::Unknown => (Instant::MIN, unknown),
        Bound::NegativeInfinity | Bound::PositiveInfinity => (Instant::MIN, End::Open),
    }
}

/// Returns the instant of an upper bound, and what is known of that end.
fn upper(bound: Bound, unknown: End) -> (Instant, End) {
    match bound {
        Bound::Date(it) => match Instant::at_end_of(civil(it)) {
            it if it.is_end() => (it, End::Beyond),
            it => (it, End::Known),
        },
        Bound::Unknown => (Instant::MAX, unknown),
        Bound::NegativeInfinity | Bound::PositiveInfinity => (Instant::MAX, End::Open),
    }
}

pub(super) fn edtf_bounds(edtf: &Edtf) -> Bounds {
    match edtf {
        Edtf::Interval(it) => span(endpoint(&it.start, Side::Start), endpoint(&it.end, Side::End)),
        Edtf::Set(set) if set.kind == SetKind::AllMembers => {
            let bounds = edtf.bounds();
            let (earliest, start) = lower(bounds.earliest, End::Beyond);
            let (latest, end) = upper(bounds.latest, End::Beyond);
            let certain = joined(set).and_then(|(first, last)| span(first, last).certain);
            Bounds { earliest, latest, certain, shape: Shape::Span, start, end }
        }
        _ => {
            let bounds = edtf.bounds();
            // A year too large to compute with lies beyond the axis on the side of its sign.
            moment(lower(bounds.earliest, End::Beyond), upper(bounds.latest, End::Beyond))
        }
    }
}

/// Returns the two sides of an all-of set whose members follow on one another without a gap; of one with gaps, no stretch in
/// the middle is certain.
fn joined(set: &edtf_core::Set) -> Option<(SpanSide, SpanSide)> {
    let sides = |it: &SetElement| match it {
        SetElement::Date(it) => Some((date_side(it, Side::Start), date_side(it, Side::End))),
        SetElement::Range(a, b) => Some((date_side(a, Side::Start), date_side(b, Side::End))),
        SetElement::OnOrBefore(it) => Some((SpanSide::endless(Side::Start, End::Open), date_side(it, Side::End))),
        SetElement::OnOrAfter(it) => Some((date_side(it, Side::Start), SpanSide::endless(Side::End, End::Open))),
    };
    let mut elements: Vec<_> = set.elements.iter().filter_map(sides).collect();
    elements.sort_by_key(|(start, _)| start.near);
    let gapless = elements.windows(2).all(|it| it[1].0.near <= it[0].1.far.plus(1));
    if !gapless {
        return None;
    }
    let start = elements.iter().position(|_| true).map(|_| elements.remove(0))?;
    let end = elements.pop().map_or_else(|| SpanSide { ..start.1 }, |it| it.1);
    Some((start.0, end))
}

fn date_side(date: &Date, side: Side) -> SpanSide {
    let bounds = Edtf::Date(*date).bounds();
    SpanSide::between(lower(bounds.earliest, End::Beyond).0, upper(bounds.latest, End::Beyond).0, side)
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
