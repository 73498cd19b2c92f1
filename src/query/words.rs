//! The prefixes of the language: one table for the parser, the completion and the help.

use crate::chronology::Stance;

/// What a prefix asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Party,
    Role,
    Tag,
    Category,
    Status,
    Said(Option<Stance>),
    Source,
    In,
    Surely,
    Wholly,
    Before,
    After,
    Known,
    Amount,
    Has,
    Is,
    Within,
}

/// One prefix.
pub(super) struct Key {
    /// The word before the colon, in lower case.
    pub(super) name: &'static str,
    pub(super) field: Field,
    /// A value, to show what is wanted.
    pub(super) example: &'static str,
    /// What it keeps, in a few words.
    pub(super) describe: &'static str,
}

const fn key(name: &'static str, field: Field, example: &'static str, describe: &'static str) -> Key {
    Key { name, field, example, describe }
}

/// Every prefix, in the order in which people should read them.
pub(super) static KEYS: [Key; 23] = [
    key("party", Field::Party, "party:netflix", "a party by id, name or alias"),
    key("role", Field::Role, "role:advertiser", "a party's role in the event"),
    key("tag", Field::Tag, "tag:inbox-api", "a tag, as `#inbox-api`"),
    key("cat", Field::Category, "cat:agreement,spending", "a category"),
    key("status", Field::Status, "status:alleged,disputed", "how the event stands"),
    key("in", Field::In, "in:2011..2019-05", "possibly in a time"),
    key("surely", Field::Surely, "surely:2013", "certainly in a time"),
    key("wholly", Field::Wholly, "wholly:2013", "in a time and at no other"),
    key("before", Field::Before, "before:2015", "possibly before a date"),
    key("after", Field::After, "after:2013-06", "possibly after a date"),
    key("known", Field::Known, "known:..2018", "public since a time"),
    key("within", Field::Within, "within:30d:event-id", "near another event"),
    key("amount", Field::Amount, "amount:USD>=25M", "an amount of money"),
    key("has", Field::Has, "has:amount,end", "what the event has"),
    key("is", Field::Is, "is:undated,ongoing", "what the event is"),
    key("source", Field::Source, "source:medianama", "cites a source"),
    key("by", Field::Said(None), "by:meta", "a party makes a claim"),
    key("alleged-by", Field::Said(Some(Stance::Alleges)), "alleged-by:meta", "a party alleges it"),
    key("denied-by", Field::Said(Some(Stance::Denies)), "denied-by:meta", "a party denies it"),
    key("disputed-by", Field::Said(Some(Stance::Disputes)), "disputed-by:meta", "a party disputes it"),
    key("reported-by", Field::Said(Some(Stance::Reports)), "reported-by:meta", "a party reports it"),
    key("confirmed-by", Field::Said(Some(Stance::Confirms)), "confirmed-by:meta", "a party confirms it"),
    key("retracted-by", Field::Said(Some(Stance::Retracts)), "retracted-by:meta", "a party takes it back"),
];

/// Returns the row of a prefix, however it is cased.
pub(super) fn key_named(name: &str) -> Option<&'static Key> {
    KEYS.iter().find(|it| it.name.eq_ignore_ascii_case(name))
}

/// Returns the row of a field.
pub(super) fn key_of(field: Field) -> &'static Key {
    KEYS.iter().find(|it| it.field == field).unwrap_or(&KEYS[0])
}
