//! The language in which people ask for events: in the explorer, on the command line and in saved views.
//!
//! | term | matches |
//! | --- | --- |
//! | `word`, `"two words"` | text in an event's own words: title, summary, place, tags, roles, date as written, notes and quotes; case, accents and typography aside |
//! | `@netfx` | parties by name or alias: those called so, or else those whose name holds it, or else scattered letters |
//! | `party:netflix` | a party by id, name or alias; `party:"Reed Hastings"` |
//! | `role:advertiser` | a party's role in the event, or part of the role |
//! | `#inbox-api`, `tag:inbox-api` | a tag |
//! | `cat:agreement,spending` | a category |
//! | `status:alleged,disputed` | the status, stated or derived |
//! | `by:meta` | a claim of a party; `alleged-by:` `denied-by:` `disputed-by:` `reported-by:` `confirmed-by:` `retracted-by:` |
//! | `place:chicago` | the place, or part of it |
//! | `source:zebra` | a source that the event or a claim on it cites, by words of its id, title or publisher |
//! | `in:2013`, `in:2011..2019-05` | possibly in a time: an EDTF date, or a range `A..B`, `A..`, `..B` of them, from the start of `A` to the end of `B` |
//! | `2013..2016`, `2013-2016` | a range by itself: `in:` it; two rising years may be joined by any dash |
//! | `surely:2013` | surely in a time |
//! | `wholly:2013` | in a time and at no other: all of where it can lie is in it |
//! | `before:2015`, `after:2013-06` | the time up to the start of a date, and from its end on |
//! | `amount>10M`, `amount:USD>=25M` | an amount by `>` `>=` `<` `<=` `=` `!=`, with K, M or B; a range of sums matches possibly where it can |
//! | `has:end,link` | date, end, amount, link (either way), source, claim, party, tag, category, summary, note, place, known |
//! | `is:undated,ongoing` | undated, ongoing (it lasts and has no end), approximate, uncertain, marked, and every status |
//! | `known:..2018` | public since a time: the earliest date of a claim or source, or the stated one |
//! | `within:30d:event-id` | a distance from another event (h d w, and m y of the calendar), that event included |
//! | `and` `or` `not`, `&` `\|` `!` `-` | the operators, in any case; `or` binds less than `and`, which is what stands between terms anyway |
//! | `( )` | grouping |
//!
//! - Terms side by side must all match. A comma in a value means *or*: `cat:a,b`. Prefixes may be in any case.
//! - Quotes, typographic ones too, make anything plain: `"and"`, `"a:b"`, `cat:"a,b"`, `@"reed hastings"`; within them `\"` is a quote and `\\` a backslash.
//! - A word with a colon behind a prefix that is not in the table is a mistake, told with the nearest one; a URL is text.
//! - An answer is *surely*, *possibly* or *no*. All of several is the least of them, any of several the greatest, and *not* swaps
//!   surely and no and keeps possibly.
//! - An event without a date is in no time, so that `-in:2013` holds it. `is:undated` finds it alone.
//! - Sums are never converted: `amount>10M` compares each in its own currency.
//! - A name that the catalog does not have matches nothing; [`told_of`] tells of it, of words that only sources have, and of terms
//!   that cannot match together.
//!
//! [`eval`] finds all events through the indexes of the catalog. Its tests hold the plain meaning of a query for one event, and
//! that both mean the same.

mod ast;
mod compose;
mod doubts;
mod eval;
mod fold;
mod fuzzy;
mod guide;
mod meaning;
mod names;
mod syntax;
mod text;

#[cfg(test)]
mod tests;

pub use ast::Query;
pub use doubts::told_of;
pub use eval::{Matched, Selected, eval};
pub use fold::fold;
pub use fuzzy::{PartyMatch, Tier, rank_parties};
pub use guide::{RULES, guide};
pub use names::nearest_id;
pub use syntax::{Completion, Entry, LANGUAGE, complete, quoted, range_as_date, renewed};
pub use text::TextSearch;
