//! From a spelling to bounds.
//!
//! `edtf-core` reads EDTF. Three things are ours: RFC 3339 instants, because EDTF has none with minutes, fractions or in an
//! interval, and its bounds are whole days; years before the common era with unspecified digits (`-01XX`), which edtf-core
//! refuses and the standard allows; and messages that say what to do.

use edtf_core::Edtf;

use super::{
    bounds::{Bounds, End, Member},
    instant::{Fine, Timed},
    members::{is_by, members},
    raw::Raw,
    sets,
    sides::{Side, SpanSide, edtf_bounds, moment, span},
};

/// A spelling taken apart.
pub(super) enum Parsed {
    /// What edtf-core reads.
    Edtf(Edtf),
    /// The same for negative years with unspecified digits, as the earliest and latest completion.
    MaskedBefore { earliest: Edtf, latest: Edtf },
    /// An instant.
    Instant(Timed),
    /// An interval with an instant on at least one side.
    Timed { start: TimedEnd, end: TimedEnd },
}

/// One side of an interval with instants.
pub(super) enum TimedEnd {
    At(Timed),
    Date(Box<Edtf>),
    Open,
    Unknown,
}

impl Parsed {
    pub(super) fn read(text: &str) -> Result<Self, Raw> {
        let timed = |it: &str| it.contains('T') && !it.starts_with(['[', '{']);
        match text.split_once('/') {
            Some((start, end)) if timed(start) || timed(end) => {
                Ok(Self::Timed { start: TimedEnd::read(start, 0)?, end: TimedEnd::read(end, start.len() + 1)? })
            }
            None if timed(text) => Timed::read(text, 0).map(Self::Instant),
            _ => match Edtf::parse(text) {
                Ok(edtf) => Ok(Self::Edtf(edtf)),
                Err(fault) => {
                    sets::read(text).map(Self::Edtf).or_else(|| masked_before(text)).ok_or_else(|| Raw::edtf(fault, 0))
                }
            },
        }
    }

    /// Returns the stretches that it is made of, where it has holes.
    pub(super) fn members(&self) -> Vec<Member> {
        if let Self::Edtf(it) = self { members(it) } else { Vec::new() }
    }

    /// Returns what its start has that is finer than a millisecond.
    pub(super) fn fine(&self) -> Option<Fine> {
        match self {
            Self::Instant(it) | Self::Timed { start: TimedEnd::At(it), .. } => it.fine(),
            _ => None,
        }
    }

    /// Returns whether it happened once in an unbroken stretch that is named by its end.
    pub(super) fn is_by(&self) -> bool {
        matches!(self, Self::Edtf(it) if is_by(it))
    }

    pub(super) fn bounds(&self) -> Bounds {
        match self {
            Self::Edtf(edtf) => edtf_bounds(edtf),
            Self::MaskedBefore { earliest, latest } => {
                let (earliest, latest) = (edtf_bounds(earliest), edtf_bounds(latest));
                Bounds { latest: latest.latest, certain: None, ..earliest }
            }
            Self::Instant(it) => moment((it.first, End::Known), (it.last, End::Known)),
            Self::Timed { start, end } => span(start.side(Side::Start), end.side(Side::End)),
        }
    }

    /// Returns whether any part is marked approximate, and whether any is marked uncertain.
    pub(super) fn qualifiers(&self) -> (bool, bool) {
        let of = |it: &Edtf| (it.is_approximate(), it.is_uncertain());
        let end = |it: &TimedEnd| if let TimedEnd::Date(it) = it { of(it) } else { (false, false) };
        match self {
            Self::Edtf(it) | Self::MaskedBefore { earliest: it, .. } => of(it),
            Self::Instant(_) => (false, false),
            Self::Timed { start: a, end: b } => (end(a).0 || end(b).0, end(a).1 || end(b).1),
        }
    }
}

impl TimedEnd {
    fn read(text: &str, base: usize) -> Result<Self, Raw> {
        match text {
            "" => Ok(Self::Unknown),
            ".." => Ok(Self::Open),
            it if it.contains('T') => Timed::read(it, base).map(Self::At),
            it => Edtf::parse(it).map(|it| Self::Date(Box::new(it))).map_err(|it| Raw::edtf(it, base)),
        }
    }

    fn side(&self, side: Side) -> SpanSide {
        match self {
            Self::At(it) => SpanSide { near: it.first, far: it.last, end: End::Known },
            Self::Date(it) => {
                let bounds = edtf_bounds(it);
                SpanSide::between(bounds.earliest, bounds.latest, side)
            }
            Self::Open => SpanSide::endless(side, End::Open),
            Self::Unknown => SpanSide::endless(side, End::Unknown),
        }
    }
}

/// Reads a spelling with a negative year that has unspecified digits, by its two extreme completions: `-01XX` lies between
/// `-0199` and `-0100`.
fn masked_before(text: &str) -> Option<Parsed> {
    let fill = |digit: char| {
        let mut filled = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find('-') {
            let year = rest
                .get(at + 1..at + 5)
                .filter(|it| it.contains('X') && it.chars().all(|it| it.is_ascii_digit() || it == 'X'));
            // Only a hyphen at the head of a date is a minus.
            let head = rest[..at].chars().next_back().or_else(|| filled.chars().next_back());
            let is_sign = head.is_none_or(|it| matches!(it, '/' | '[' | '{' | ',' | '.' | '?' | '~' | '%'));
            let (before, after) = rest.split_at(at + 1);
            filled.push_str(before);
            rest = after;
            if let Some(year) = year.filter(|_| is_sign) {
                let year = year.replace('X', &digit.to_string());
                if year == "0000" {
                    filled.pop();
                }
                filled.push_str(&year);
                rest = &rest[4..];
            }
        }
        filled.push_str(rest);
        (filled != text).then(|| Edtf::parse(&filled).ok()).flatten()
    };
    Some(Parsed::MaskedBefore { earliest: fill('9')?, latest: fill('0')? })
}
