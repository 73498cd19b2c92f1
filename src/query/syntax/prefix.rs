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
    Voices,
    Link,
    Linked,
    Has,
    Is,
    Within,
}

impl Asked {
    /// Returns whether it is compared with a number.
    pub(super) fn is_compared(self) -> bool {
        matches!(self, Self::Amount | Self::Voices)
    }
}

/// One prefix.
pub(in crate::query) struct Prefix {
    /// The word before the colon, in lower case.
    pub(super) name: &'static str,
    /// How a term with it is written.
    pub(in crate::query) form: &'static str,
    pub(super) asks: Asked,
    /// A term with it, to show what is wanted.
    pub(in crate::query) example: &'static str,
    /// What it keeps, in a few words.
    pub(in crate::query) describe: &'static str,
}

/// A form of term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// How it is written.
    pub form: &'static str,
    /// What it finds, or does.
    pub means: &'static str,
    /// A query that has it.
    pub example: &'static str,
}

/// The terms without a prefix, and what joins terms.
pub(in crate::query) const SIGNS: [Entry; 9] = [
    entry(
        "word",
        "a text in an event's own words: title, summary, place, tags, roles, date as written, notes, quotes",
        "inbox",
    ),
    entry("\"two words\"", "a text with spaces, or one that would mean something else", "\"private messages\""),
    entry("@", "a party by what you remember of its name", "@netflix"),
    entry("#", "a tag", "#inbox-api"),
    entry("A..B, A-B", "a range of time by itself, as `in:`; with a dash, of two years", "2013-2016"),
    entry("and, &", "both, which is also what terms side by side mean", "@netflix and #inbox-api"),
    entry("or, |", "either; binds less than `and`", "status:denied or status:disputed"),
    entry("not, -, !", "not the term that follows", "not status:alleged"),
    entry("( )", "what belongs together", "@netflix (status:denied or status:disputed)"),
];

const fn entry(form: &'static str, means: &'static str, example: &'static str) -> Entry {
    Entry { form, means, example }
}

const fn prefix(
    name: &'static str,
    form: &'static str,
    asks: Asked,
    example: &'static str,
    describe: &'static str,
) -> Prefix {
    Prefix { name, form, asks, example, describe }
}

const fn claimant(stance: Stance) -> Asked {
    Asked::Names(NameOf::Claimant(Some(stance)))
}

/// Every prefix, in the order in which people should read them.
pub(in crate::query) static PREFIXES: [Prefix; 27] = [
    prefix("party", "party:NAME", Asked::Names(NameOf::Party), "party:netflix", "a party by id, name or alias"),
    prefix("role", "role:ROLE", Asked::Names(NameOf::Role), "role:advertiser", "a party's role in the event"),
    prefix("tag", "tag:TAG", Asked::Names(NameOf::Tag), "tag:inbox-api", "a tag, as `#inbox-api`"),
    prefix("cat", "cat:NAME", Asked::Names(NameOf::Category), "cat:agreement,spending", "a category"),
    prefix(
        "status",
        "status:STATUS",
        Asked::Status,
        "status:alleged,disputed",
        "how the event stands: documented, reported, alleged, disputed, denied, retracted, unsourced",
    ),
    prefix(
        "in",
        "in:TIME",
        Asked::Times(TimeOf::In),
        "in:2011..2019-05",
        "possibly in a time: a date, `A..B`, `A..` or `..B`",
    ),
    prefix(
        "surely",
        "surely:TIME",
        Asked::Times(TimeOf::Surely),
        "surely:2013",
        "certainly in a time, however its date turns out",
    ),
    prefix("wholly", "wholly:TIME", Asked::Times(TimeOf::Wholly), "wholly:2013", "in a time and at no other"),
    prefix("before", "before:DATE", Asked::Times(TimeOf::Before), "before:2015", "possibly before a date"),
    prefix("after", "after:DATE", Asked::Times(TimeOf::After), "after:2013-06", "possibly after a date"),
    prefix("known", "known:TIME", Asked::Times(TimeOf::Known), "known:..2018", "public since a time"),
    prefix(
        "within",
        "within:30d:ID",
        Asked::Within,
        "within:30d:event-id",
        "no further from another event than so many h d w m y",
    ),
    prefix(
        "amount",
        "amount>SUM",
        Asked::Amount,
        "amount:USD>=25M",
        "an amount by > >= < <= = !=, with K, M or B; of a currency, `amount:USD>10M`",
    ),
    prefix(
        "voices",
        "voices:N",
        Asked::Voices,
        "voices>=2",
        "who speaks first in its sources: so many, or by > >= < <= !=; papers that repeat one letter are one voice",
    ),
    prefix(
        "link",
        "link:KIND",
        Asked::Link,
        "link:contradicts,supersedes",
        "a link of the event, or one to it: part-of, follows, responds-to, contradicts, corroborates, supersedes, causes",
    ),
    prefix(
        "linked",
        "linked:ID",
        Asked::Linked,
        "linked:event-id",
        "linked with an event, either way: by a link, as what is said in it, or as where something is said of it",
    ),
    prefix(
        "has",
        "has:PART",
        Asked::Has,
        "has:amount,end",
        "a part that the event has: date, end, amount, link, source, claim, party, tag, category, summary, note, place, known",
    ),
    prefix(
        "is",
        "is:STATE",
        Asked::Is,
        "is:undated,ongoing",
        "what the event is: undated, ongoing, approximate, uncertain, marked, key, denied (by anybody, whatever its status), or a status",
    ),
    prefix("place", "place:PLACE", Asked::Names(NameOf::Place), "place:chicago", "where it was"),
    prefix(
        "source",
        "source:WORDS",
        Asked::Names(NameOf::Source),
        "source:medianama",
        "cites a source, by words of its id, title or publisher",
    ),
    prefix("by", "by:PARTY", Asked::Names(NameOf::Claimant(None)), "by:meta", "a party makes a claim"),
    prefix("alleged-by", "alleged-by:PARTY", claimant(Stance::Alleges), "alleged-by:meta", "a party alleges it"),
    prefix("denied-by", "denied-by:PARTY", claimant(Stance::Denies), "denied-by:meta", "a party denies it"),
    prefix("disputed-by", "disputed-by:PARTY", claimant(Stance::Disputes), "disputed-by:meta", "a party disputes it"),
    prefix("reported-by", "reported-by:PARTY", claimant(Stance::Reports), "reported-by:meta", "a party reports it"),
    prefix(
        "confirmed-by",
        "confirmed-by:PARTY",
        claimant(Stance::Confirms),
        "confirmed-by:meta",
        "a party confirms it",
    ),
    prefix(
        "retracted-by",
        "retracted-by:PARTY",
        claimant(Stance::Retracts),
        "retracted-by:meta",
        "a party takes it back",
    ),
];

/// Returns the row of a prefix, however it is cased.
pub(super) fn prefix_named(name: &str) -> Option<&'static Prefix> {
    PREFIXES.iter().find(|it| it.name.eq_ignore_ascii_case(name))
}

/// Returns the prefix that asks for something.
pub(super) fn prefix_of(asked: Asked) -> &'static str {
    PREFIXES.iter().find(|it| it.asks == asked).map_or("", |it| it.name)
}
