//! What an event has, as one bit each.

use crate::chronology::Event;

/// What an event has, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts(u16);

impl Facts {
    /// An amount.
    pub const AMOUNT: Self = Self(1);
    /// A link of its own.
    pub const LINK: Self = Self(1 << 1);
    /// A source, or a claim with one.
    pub const SOURCE: Self = Self(1 << 2);
    /// A claim.
    pub const CLAIM: Self = Self(1 << 3);
    /// A party.
    pub const PARTY: Self = Self(1 << 4);
    /// A tag.
    pub const TAG: Self = Self(1 << 5);
    /// A category.
    pub const CATEGORY: Self = Self(1 << 6);
    /// A summary.
    pub const SUMMARY: Self = Self(1 << 7);
    /// A note.
    pub const NOTE: Self = Self(1 << 8);
    /// A place.
    pub const PLACE: Self = Self(1 << 9);
    /// A date marked approximate.
    pub const APPROXIMATE: Self = Self(1 << 10);
    /// A date marked uncertain.
    pub const UNCERTAIN: Self = Self(1 << 11);
    /// Words of its own that stand in no column: a remark.
    pub const REMARK: Self = Self(1 << 12);
    /// A status that its author states.
    pub const STATUS: Self = Self(1 << 13);
    /// That it is one of those that tell the story.
    pub const KEY: Self = Self(1 << 14);

    /// Returns these facts and one more, if it is so.
    #[must_use]
    const fn and_if(self, is_so: bool, fact: Self) -> Self {
        if is_so { Self(self.0 | fact.0) } else { self }
    }

    /// Returns what an event has.
    pub(super) fn of(event: &Event) -> Self {
        let when = event.when.as_ref();
        Self::default()
            .and_if(!event.amounts.is_empty(), Self::AMOUNT)
            .and_if(!event.links.is_empty(), Self::LINK)
            .and_if(!event.sources.is_empty() || event.claims.iter().any(|it| it.source.is_some()), Self::SOURCE)
            .and_if(!event.claims.is_empty(), Self::CLAIM)
            .and_if(!event.parties.is_empty(), Self::PARTY)
            .and_if(!event.tags.is_empty(), Self::TAG)
            .and_if(event.category.is_some(), Self::CATEGORY)
            .and_if(event.summary.is_some(), Self::SUMMARY)
            .and_if(event.note.is_some(), Self::NOTE)
            .and_if(event.place.is_some(), Self::PLACE)
            .and_if(when.is_some_and(|it| it.is_approximate()), Self::APPROXIMATE)
            .and_if(when.is_some_and(|it| it.is_uncertain()), Self::UNCERTAIN)
            .and_if(event.remarks().next().is_some(), Self::REMARK)
            .and_if(event.status.is_some(), Self::STATUS)
            .and_if(event.key, Self::KEY)
    }

    /// Returns whether a fact is among them.
    pub const fn has(self, fact: Self) -> bool {
        self.0 & fact.0 != 0
    }
}
