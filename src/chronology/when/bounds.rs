//! The stretch of the axis that a date lies in, and how it meets a window.

use crate::chronology::{Instant, Window};

/// Whether a date tells of something that happened once or of something that lasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// It happened once, somewhere within the bounds: `1985`, `201X`, `[1667..1672]`.
    Moment,
    /// It lasted, or recurred in every member of a set: `2011/2019`, `{1960,1962}`.
    Span,
}

/// What is known of one end of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// It lies within the bounds.
    Known,
    /// There is none: it goes on, or has always been (`..`).
    Open,
    /// There is one, and nobody says when (an empty end).
    Unknown,
    /// There is one, and it lies beyond the axis of about 292 million years.
    Beyond,
}

/// How a date meets a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Match {
    /// It is not in the window.
    No,
    /// It may be.
    Possibly,
    /// It is.
    Surely,
}

/// One of the stretches that a date with holes is made of: a member of a set, or a run of days that fit an unspecified one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Member {
    /// What it can touch.
    pub window: Window,
    /// The part that it covers for certain: of a range in a set of which all happened.
    pub certain: Option<Window>,
}

/// Where a date lies on the axis.
///
/// Qualifiers (`~`, `?`, `%`) never move a bound (ISO 8601-2, 8.4.2, note).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Bounds {
    /// First millisecond that it can touch; [`Instant::MIN`] unless `start` is known.
    pub earliest: Instant,
    /// Last millisecond that it can touch; [`Instant::MAX`] unless `end` is known.
    pub latest: Instant,
    /// The part that a span covers for certain: from the latest day on which it can have begun to the earliest on which it can
    /// have ended, both included. None for a moment, and for a span whose ends may lie in either order (`1985/1985`).
    pub certain: Option<Window>,
    /// Of a span with an unknown end whose other end is not known to the day: where that lies. Some of the span is in it, and
    /// nobody knows on which day.
    pub known_end: Option<Window>,
    /// Whether it happened or lasted.
    pub shape: Shape,
    /// What is known of its start.
    pub start: End,
    /// What is known of its end.
    pub end: End,
}

impl Bounds {
    /// Returns everything that it can touch.
    pub const fn window(&self) -> Window {
        Window { first: self.earliest, last: self.latest }
    }

    /// Returns how it meets `window`.
    ///
    /// It is *possibly* in a window that it can touch. It is *surely* in one that holds all of it, or, if it lasted, that its
    /// certain part touches, or that holds its one known end. A date with members has holes, of which bounds know nothing: ask
    /// [`When::matches`](super::When::matches) and the catalog.
    pub fn matches(&self, window: Window) -> Match {
        if !self.window().touches(window) {
            Match::No
        } else if window.covers(self.window())
            || self.certain.is_some_and(|it| it.touches(window))
            || self.known_end.is_some_and(|it| window.covers(it))
        {
            Match::Surely
        } else {
            Match::Possibly
        }
    }

    /// Returns how it meets `window` where these are its members, if it has any.
    ///
    /// A set is its members: it is possibly in a window that one of them can touch. What lasted is surely in one in which any
    /// of them surely is, since all of them happened; what happened once only in one that holds all of them.
    pub fn matches_by(&self, members: &[Member], window: Window) -> Match {
        let hull = self.matches(window);
        if members.is_empty() || hull == Match::No {
            return hull;
        }
        let is_sure = |it: &Member| {
            self.shape == Shape::Span && (window.covers(it.window) || it.certain.is_some_and(|it| it.touches(window)))
        };
        if hull == Match::Surely || members.iter().any(is_sure) {
            Match::Surely
        } else if members.iter().any(|it| it.window.touches(window)) {
            Match::Possibly
        } else {
            Match::No
        }
    }

    /// Returns the bound at which it stands in the order of events, unless it had happened by its later end: its earliest time, or
    /// the end of what is known where its start is open or unknown.
    pub(crate) fn known_bound(&self) -> Instant {
        match self.start {
            End::Open | End::Unknown if !self.latest.is_end() => self.latest,
            _ => self.earliest,
        }
    }

    /// Returns the last instant at which it can have begun: when there was something to know at the latest.
    pub fn latest_start(&self) -> Instant {
        match self.certain {
            Some(certain) if self.shape == Shape::Span => certain.first,
            _ => self.known_end.map_or(self.latest, |it| it.last),
        }
    }

    /// Returns the date's first known point, to put a cursor on: its start, or its end where only that is known.
    pub fn anchor(&self) -> Instant {
        match (self.earliest, self.latest) {
            (Instant::MIN, Instant::MAX) => Instant(0),
            (Instant::MIN, latest) => latest,
            (earliest, _) => earliest,
        }
    }
}
