//! The prefixes of the language: one table for the parser, the completion and the help.

use crate::{
    chronology::Stance,
    query::ast::{NameOf, TimeOf},
};

/// What a prefix asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    Names(NameOf),
    Status,
    Times(TimeOf),
    Amount,
    Has,
    Is,
    Within,
}

/// One prefix.
pub(super) struct Prefix {
    /// The word before the colon, in lower case.
    pub(super) name: &'static str,
    pub(super) asks: Asked,
    /// A value, to show what is wanted.
    pub(super) example: &'static str,
    /// What it keeps, in a few words.
    pub(super) describe: &'static str,
}

const fn prefix(name: &'static str, asks: Asked, example: &'static str, describe: &'static str) -> Prefix {
    Prefix { name, asks, example, describe }
}

const fn claimant(stance: Stance) -> Asked {
    Asked::Names(NameOf::Claimant(Some(stance)))
}

/// Every prefix, in the order in which people should read them.
pub(super) static PREFIXES: [Prefix; 24] = [
    prefix("party", Asked::Names(NameOf::Party), "party:netflix", "a party by id, name or alias"),
    prefix("role", Asked::Names(NameOf::Role), "role:advertiser", "a party's role in the event"),
    prefix("tag", Asked::Names(NameOf::Tag), "tag:inbox-api", "a tag, as `#inbox-api`"),
    prefix("cat", Asked::Names(NameOf::Category), "cat:agreement,spending", "a category"),
    prefix("status", Asked::Status, "status:alleged,disputed", "how the event stands"),
    prefix("in", Asked::Times(TimeOf::In), "in:2011..2019-05", "possibly in a time"),
    prefix("surely", Asked::Times(TimeOf::Surely), "surely:2013", "certainly in a time"),
    prefix("wholly", Asked::Times(TimeOf::Wholly), "wholly:2013", "in a time and at no other"),
    prefix("before", Asked::Times(TimeOf::Before), "before:2015", "possibly before a date"),
    prefix("after", Asked::Times(TimeOf::After), "after:2013-06", "possibly after a date"),
    prefix("known", Asked::Times(TimeOf::Known), "known:..2018", "public since a time"),
    prefix("within", Asked::Within, "within:30d:event-id", "near another event"),
    prefix("amount", Asked::Amount, "amount:USD>=25M", "an amount of money"),
    prefix("has", Asked::Has, "has:amount,end", "what the event has"),
    prefix("is", Asked::Is, "is:undated,ongoing", "what the event is"),
    prefix("place", Asked::Names(NameOf::Place), "place:chicago", "where it was"),
    prefix(
        "source",
        Asked::Names(NameOf::Source),
        "source:medianama",
        "cites a source, by words of its id, title or publisher",
    ),
    prefix("by", Asked::Names(NameOf::Claimant(None)), "by:meta", "a party makes a claim"),
    prefix("alleged-by", claimant(Stance::Alleges), "alleged-by:meta", "a party alleges it"),
    prefix("denied-by", claimant(Stance::Denies), "denied-by:meta", "a party denies it"),
    prefix("disputed-by", claimant(Stance::Disputes), "disputed-by:meta", "a party disputes it"),
    prefix("reported-by", claimant(Stance::Reports), "reported-by:meta", "a party reports it"),
    prefix("confirmed-by", claimant(Stance::Confirms), "confirmed-by:meta", "a party confirms it"),
    prefix("retracted-by", claimant(Stance::Retracts), "retracted-by:meta", "a party takes it back"),
];

/// Returns the row of a prefix, however it is cased.
pub(super) fn prefix_named(name: &str) -> Option<&'static Prefix> {
    PREFIXES.iter().find(|it| it.name.eq_ignore_ascii_case(name))
}

/// Returns the prefix that asks for something.
pub(super) fn prefix_of(asked: Asked) -> &'static str {
    PREFIXES.iter().find(|it| it.asks == asked).map_or("", |it| it.name)
}
