//! What shows of an event while it is read, and makes a check worth a second reading.

use crate::chronology::{Event, Instant, LinkKind};

/// Some of the facts about an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Facts(u8);

impl Facts {
    /// Every event has these.
    pub(super) const NONE: Self = Self(0);
    /// It states its status.
    pub(super) const STATUS: Self = Self(1);
    /// Somebody claims something of it.
    pub(super) const CLAIMS: Self = Self(1 << 1);
    pub(super) const DATE: Self = Self(1 << 2);
    /// It begins after today.
    pub(super) const AFTER_TODAY: Self = Self(1 << 3);
    /// It follows another event.
    pub(super) const FOLLOWS: Self = Self(1 << 4);
    /// It cites nothing itself; its claims may.
    pub(super) const NO_SOURCES: Self = Self(1 << 5);
    pub(super) const SEVERAL_SOURCES: Self = Self(1 << 6);

    /// Returns everything that `event` is.
    pub(super) fn of(event: &Event, now: Instant) -> Self {
        let facts = [
            (Self::STATUS, event.status.is_some()),
            (Self::CLAIMS, !event.claims.is_empty()),
            (Self::DATE, event.when.is_some()),
            (Self::AFTER_TODAY, event.when.as_ref().is_some_and(|it| now < it.bounds().earliest)),
            (Self::FOLLOWS, event.links.iter().any(|it| it.kind == LinkKind::Follows)),
            (Self::NO_SOURCES, event.sources.is_empty()),
            (Self::SEVERAL_SOURCES, event.sources.len() > 1),
        ];
        facts.iter().filter(|it| it.1).fold(Self::NONE, |all, it| all.and(it.0))
    }

    /// Returns both.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Returns whether all of `wanted` are among these.
    pub(super) const fn has(self, wanted: Self) -> bool {
        self.0 & wanted.0 == wanted.0
    }
}
