//! The language: what its terms mean, and what its mistakes say.

mod laws;
mod oracle;

use std::sync::LazyLock;

use self::oracle::matches;
use super::*;
use crate::{
    catalog::{Catalog, EventIdx, IdSet},
    chronology::{
        Amount, Chronology, Citation, Claim, Event, Link, LinkKind, Match, Participation, Party, Source, SourceKind,
        Stance,
    },
    diag::{Diagnostic, SourceMap, human},
};

fn party(id: &str, name: &str, aliases: &[&str]) -> Party {
    Party {
        id: id.into(),
        name: name.into(),
        aliases: aliases.iter().map(|it| (*it).into()).collect(),
        ..Party::default()
    }
}

pub(super) fn claim(by: &str, stance: Stance, source: Option<&str>, when: &str) -> Claim {
    Claim { by: by.into(), stance, source: source.map(Into::into), when: when.parse().ok(), ..Claim::default() }
}

pub(super) fn parties() -> Vec<Party> {
    vec![
        party("netflix", "Netflix", &["Netflix, Inc."]),
        party("meta", "Facebook", &["Meta", "Meta Platforms"]),
        party("reed", "Reed Hastings", &[]),
        party("zuck", "Mark Zuckerberg", &[]),
        party("müller", "Jürgen Müller", &[]),
    ]
}

pub(super) fn sources() -> Vec<Source> {
    let source = |id: &str, published: &str, kind| Source {
        id: id.into(),
        published: published.parse().ok(),
        kind,
        ..Source::default()
    };
    vec![
        source("letter", "2023-04-14", Some(SourceKind::Filing)),
        Source {
            title: "What partners could do".into(),
            publisher: Some("The Guardian’s desk".into()),
            ..source("Blog", "2018", None)
        },
        source("undated", "", None),
    ]
}

/// A small store with one of everything.
pub(super) static SAMPLE: LazyLock<Catalog> = LazyLock::new(|| {
    let event = |id: &str, when: &str, title: &str| Event {
        id: id.into(),
        when: when.parse().ok(),
        title: title.into(),
        ..Event::default()
    };
    let takes_part = |party: &str, role: &str| Participation {
        party: party.into(),
        role: Some(role.into()).filter(|it: &String| !it.is_empty()),
    };
    let usd = |min: Option<i64>, max: Option<i64>| Amount {
        min: min.map(Into::into),
        max: max.map(Into::into),
        currency: "USD".into(),
        ..Amount::default()
    };
    let tenure = Event {
        parties: vec![takes_part("reed", "director"), takes_part("meta", "")],
        category: Some("tenure".into()),
        ..event("tenure", "2011-06/2019-05-30", "Hastings on Facebook's board")
    };
    let deal = Event {
        parties: vec![takes_part("netflix", "API user"), takes_part("meta", "API provider")],
        category: Some("agreement".into()),
        key: true,
        tags: vec!["Inbox-API".into()],
        summary: Some("Users' private\n  messages".into()),
        claims: vec![
            claim("plaintiffs", Stance::Alleges, Some("letter"), "2023-04-14"),
            Claim { act: Some("spending".into()), ..claim("meta", Stance::Denies, None, "2024-04-02") },
        ],
        sources: vec![Citation {
            source: "Blog".into(),
            quote: Some("to share “social context”".into()),
            ..Citation::default()
        }],
        links: vec![Link { kind: LinkKind::PartOf, to: "tenure".into(), note: None }],
        ..event("deal", "2013~", "'Inbox API' deal")
    };
    let spending = Event {
        place: Some("Chicago, Illinois".into()),
        as_written: Some("in the second half of 2015".into()),
        parties: vec![takes_part("netflix", "advertiser")],
        category: Some("spending".into()),
        amounts: vec![
            usd(Some(20_000_000), Some(40_000_000)),
            Amount { currency: "EUR".into(), value: Some(5.into()), ..usd(None, None) },
        ],
        ..event("spending", "2015", "Ads: http://example.org/x")
    };
    let floor =
        Event { amounts: vec![usd(Some(100_000_000), None)], ..event("floor", "2019-01-15", "At least so much") };
    let ongoing = event("ongoing", "2016/..", "Goes on");
    let undated = Event {
        note: Some("Größe".into()),
        parties: vec![takes_part("müller", "")],
        ..event("undated", "", "No date")
    };
    Catalog::build(Chronology {
        parties: parties(),
        sources: sources(),
        events: vec![tenure, deal, spending, floor, ongoing, undated],
        ..Chronology::default()
    })
});

/// Returns the ids of what matches; a `?` after those that match only possibly.
fn found(text: &str) -> String {
    let (query, faults) = Query::parse(text);
    assert_eq!(faults, [], "{text}");
    let marked = IdSet::from_iter(SAMPLE.len(), SAMPLE.find("floor"));
    let matched = eval(&query, &SAMPLE, &marked);
    let shown = |idx: EventIdx| {
        let doubt = if matched.surely.contains(idx) { "" } else { "?" };
        format!("{}{doubt}", SAMPLE.event(idx).id)
    };
    for (idx, _) in SAMPLE.iter() {
        let sure = (matched.surely.contains(idx), matched.possibly.contains(idx));
        let expect = matches(&query, &SAMPLE, &marked, idx);
        assert_eq!(sure, (expect == Match::Surely, expect != Match::No), "{text}: {}", SAMPLE.event(idx).id);
    }
    matched.possibly.iter().map(shown).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(text: &str, expect: &str) {
    assert_eq!(found(text), expect, "{text}");
}

const ALL: &str = "tenure deal spending ongoing floor undated";

#[test]
fn words() {
    check("", ALL);
    check("inbox", "deal");
    check("\"inbox api\" DEAL", "deal");
    check("\"private messages\"", "deal");
    check("grosse", "undated");
    check("grösse | board", "tenure undated");
    check("http://example.org/x", "spending");
    check("\"ads:\"", "spending");
    check("-inbox -board", "spending ongoing floor undated");
    check("-(inbox | board) -date", "spending ongoing floor");
    check("(board | inbox) -deal", "tenure");
}

#[test]
fn every_own_word_of_an_event_is_found() {
    check("chicago", "spending");
    check("place:illinois", "spending");
    check("-place:chicago amount>1", "floor");
    check("\"second half\"", "spending");
    check("inbox-api", "deal");
    check("advertiser", "spending");
    check("\"social context\" “inbox api” ‘inbox", "deal");
    check("\"share “social context”\"", "deal");
    check("\"Users’ private\"", "deal");
    check("guardian", "");
    check("source:\"guardian's\"", "deal");
    check("source:partners,nothing", "deal");
}

#[test]
fn operators_are_words_and_signs() {
    let same = |all: &[&str]| {
        let parsed: Vec<_> = all.iter().map(|it| Query::parse(it)).collect();
        parsed.iter().zip(all).for_each(|(it, text)| assert_eq!(*it, (parsed[0].0.clone(), Vec::new()), "{text}"));
    };
    same(&["@netflix @zuck", "@netflix and @zuck", "@netflix AND @zuck", "@netflix & @zuck", "@netflix && @zuck"]);
    same(&["@netflix | @zuck", "@netflix or @zuck", "@netflix Or @zuck", "@netflix || @zuck"]);
    same(&["a -@zuck", "a not @zuck", "a and NOT @zuck", "a !@zuck", "a & ! @zuck", "a !(@zuck)"]);
    same(&["(a b) | c", "a and b or c", "a b OR c", "(a & b) or c"]);
    same(&["(not a) b", "not a b", "-a and b"]);
    same(&["\"AT&T\" \"and\"", "AT&T \"and\"", "“AT&T” “and”"]);
    check("@netflix and not inbox", "spending");
    check("board or größe", "tenure undated");
    check("\"or\"", "tenure spending");
    check("\"and not\"", "");
}

#[test]
fn parties_and_roles() {
    check("@netfx", "deal spending");
    check("@\"reed hastings\"", "tenure");
    check("@mark", "");
    check("@reed,muller", "tenure undated");
    check("party:NETFLIX", "deal spending");
    check("party:\"Netflix, Inc.\"", "deal spending");
    check("party:meta,reed -party:netflix", "tenure");
    check("party:platforms", "");
    check("role:advertiser", "spending");
    check("role:api", "deal");
    check("by:plaintiffs", "deal");
    check("by:facebook", "deal");
    check("Alleged-By:plaintiffs denied-by:meta", "deal");
    check("denied-by:plaintiffs", "");
    check("source:blog", "deal");
    check("source:letter,nothing", "deal");
}

#[test]
fn links_acts_and_voices() {
    check("link:part-of", "tenure deal");
    check("link:contradicts,Part-Of -board", "deal");
    check("link:follows", "");
    check("linked:tenure", "deal");
    check("linked:deal", "tenure spending");
    check("linked:floor", "");
    check("linked:spending", "deal");
    check("by:meta", "deal");
    check("is:key", "deal");
    check("is:denied", "deal");
    check("status:denied", "");
    check("is:denied is:disputed", "deal");
    check("voices:1", "");
    check("voices>=2", "deal");
    check("voices >= 2", "deal");
    check("voices:2 voices:<3 voices!=1 voices<>0", "deal");
    check("-voices:0", "deal");
    check("\"voices\"", "");
}

#[test]
fn categories_tags_and_status() {
    check("cat:agreement,Spending", "deal spending");
    check("#inbox-api", "deal");
    check("tag:INBOX-API", "deal");
    check("status:disputed,documented", "deal");
    check("is:disputed", "deal");
    check("is:undated,ongoing", "ongoing undated");
    check("is:approximate", "deal");
    check("is:marked", "floor");
    check("has:end", "tenure");
    check("has:link", "tenure deal");
    check("has:amount,claim", "deal spending floor");
}

#[test]
fn times_are_surely_or_possibly() {
    check("in:2013", "tenure deal");
    check("in:2013-06", "tenure deal?");
    check("surely:2013-06", "tenure");
    check("-in:2013-06", "deal? spending ongoing floor undated");
    check("in:2014..2015", "tenure spending");
    check("in:..2012", "tenure");
    check("in:2019-01..", "tenure ongoing floor");
    check("in:2013,2015", "tenure deal spending");
    check("in:2011-06-10", "tenure?");
    check("before:2015", "tenure deal");
    check("after:2016", "tenure ongoing floor");
    check("before:../2000", "");
    check("in:[2015..]", "tenure spending ongoing floor");
    check("in:[2012,2013]", "tenure deal");
    check("known:..2018", "deal");
    check("known:..2018-06", "deal?");
    check("known:2019..", "");
    check("within:30d:floor", "tenure ongoing floor");
    check("within:1y:spending", "tenure spending ongoing?");
    check("within:366d:spending", "tenure deal? spending ongoing?");
    check("in:2013-2014 2013–2014 2013..2014", "tenure deal");
    check("-2013-2014", "spending ongoing floor undated");
    check("within:1y:undated", "");
    check("within:1y:nothing", "");
}

#[test]
fn sums_are_surely_or_possibly() {
    check("amount>10M", "spending floor");
    check("amount>30M", "spending? floor");
    check("amount>200M", "floor?");
    check("amount:usd>=20_000_000", "spending floor");
    check("amount<1B", "spending floor?");
    check("amount<100M", "spending");
    check("amount=5", "spending");
    check("amount:EUR=5", "spending");
    check("amount:USD=30M", "spending?");
    check("amount:USD<=40,000,000", "spending");
    check("amount>0.1B amount<0.1B", "");
    check("amount > 10M", "spending floor");
    check("amount:usd >= 20_000_000", "spending floor");
    check("amount> 30M", "spending? floor");
    check("amount >30M -floor", "spending? floor");
    check("amount!=5", "spending floor");
    check("amount:EUR != 5", "");
    check("amount<>5", "spending floor");
}

/// Shows every fault of a query as people read it.
fn faults(text: &str) -> String {
    let (query, faults) = Query::parse(text);
    assert!(query.is_empty() && query.text == text);
    let map = SourceMap::single("query", text);
    faults.iter().map(|it| human(it, &map, false)).collect()
}

#[test]
fn a_mistake_in_voices_and_links_is_told() {
    let shown: Vec<_> = ["voices:many", "voices>", "voice>1", "link:contradict"].into_iter().map(faults).collect();
    insta::assert_snapshot!(shown.join(""), @"
    error[bad-number]: `many` is not a number of voices
     --> query:1:8
      |
    1 | voices:many
      |        ^^^^
      |
      = help: write `voices:1` or `voices>=2`
    error[missing-value]: `voices` needs a number
     --> query:1:1
      |
    1 | voices>
      | ^^^^^^^
      |
      = help: write `voices:1` or `voices>=2`
    error[unknown-prefix]: no term begins with `voice`
     --> query:1:1
      |
    1 | voice>1
      | ^^^^^
      |
      = help: did you mean `voices`?
    error[unknown-word]: `contradict` is no link kind
     --> query:1:6
      |
    1 | link:contradict
      |      ^^^^^^^^^^
      |
      = help: did you mean `contradicts`?
    ");
}

#[test]
fn a_mistake_is_told_under_its_word() {
    let all = [
        "netflix pary:x",
        "categories:x",
        "in:2015-02-29 status:aleged",
        "in:2019..2011",
        "before:june",
        "amount>",
        "amount>$10",
        "amont>10M",
        "amount:USD",
        "is:big",
        "has:",
        "cat:a,,b",
        "within:30x:a",
        "within:30d",
        "\"open",
        "(a | b",
        "a) b",
        "a | ",
        "()",
        "a - b",
        "@",
        "note:x",
    ];
    let shown: Vec<_> = all.iter().map(|it| faults(it)).collect();
    insta::assert_snapshot!(shown.join(""), @r#"
    error[unknown-prefix]: no term begins with `pary`
     --> query:1:9
      |
    1 | netflix pary:x
      |         ^^^^
      |
      = help: did you mean `party:`?
    error[unknown-prefix]: no term begins with `categories`
     --> query:1:1
      |
    1 | categories:x
      | ^^^^^^^^^^
      |
      = help: did you mean `cat:`?
    error[bad-date]: there is no day 29 in February 2015
     --> query:1:12
      |
    1 | in:2015-02-29 status:aleged
      |            ^^
      |
      = help: February 2015 has 28 days
    error[unknown-word]: `aleged` is no status
     --> query:1:22
      |
    1 | in:2015-02-29 status:aleged
      |                      ^^^^^^
      |
      = help: did you mean `alleged`?
    error[reversed-range]: the range ends before it begins
     --> query:1:4
      |
    1 | in:2019..2011
      |    ^^^^^^^^^^
      |
      = help: write the earlier date first: `2011..2019`
    error[bad-date]: `june` is not a date: year must have exactly four digits (or X)
     --> query:1:8
      |
    1 | before:june
      |        ^^^^
      |
      = help: dates are EDTF, such as `1985`, `1985-04-12`, `1985~`, `201X`, `2011-06/2019`, `[..1870]`, or `2024-03-01T14:05Z`
    error[missing-value]: `>` needs a sum after it
     --> query:1:1
      |
    1 | amount>
      | ^^^^^^^
      |
      = help: write `amount>10M`
    error[bad-amount]: `$10` is not a sum of money
     --> query:1:8
      |
    1 | amount>$10
      |        ^^^
      |
      = help: name the currency before the comparison: `amount:USD>10M`
    error[unknown-prefix]: no term begins with `amont`
     --> query:1:1
      |
    1 | amont>10M
      | ^^^^^
      |
      = help: did you mean `amount`?
    error[missing-value]: `amount` is compared with a sum
     --> query:1:1
      |
    1 | amount:USD
      | ^^^^^^^^^^
      |
      = help: write `amount>10M` or `amount:USD>=25M`; `has:amount` keeps any amount
    error[unknown-word]: `big` is no state of an event
     --> query:1:4
      |
    1 | is:big
      |    ^^^
      |
      = help: it is one of undated, ongoing, approximate, uncertain, marked, key, documented, reported, alleged, disputed, denied, retracted, unsourced
    error[missing-value]: `has:` needs a value
     --> query:1:1
      |
    1 | has:
      | ^^^^
      |
      = help: write `has:amount,end`
    error[missing-value]: a value is missing beside this comma
     --> query:1:6
      |
    1 | cat:a,,b
      |      ^
      |
      = help: remove the comma, or quote a value that holds one
    error[bad-length]: `30x` is not a length of time
     --> query:1:8
      |
    1 | within:30x:a
      |        ^^^
      |
      = help: write a number and a unit (h d w m y), then the event: `within:30d:event-id`
    error[missing-value]: `within:` needs an event
     --> query:1:8
      |
    1 | within:30d
      |        ^^^
      |
      = help: write `within:30d:event-id`
    error[unclosed-quote]: this quote is not closed
     --> query:1:1
      |
    1 | "open
      | ^^^^^
      |
      = help: close it with `"`; inside quotes write `\"` for a quote
    error[unbalanced-parenthesis]: this `(` is not closed
     --> query:1:1
      |
    1 | (a | b
      | ^
      |
      = help: close it with `)`, or quote it
    error[unbalanced-parenthesis]: this `)` closes nothing
     --> query:1:2
      |
    1 | a) b
      |  ^
      |
      = help: remove it, or quote it
    error[nothing-to-match]: `|` needs something on both sides
     --> query:1:3
      |
    1 | a | 
      |   ^
      |
      = help: write `this | that`
    error[nothing-to-match]: nothing is between these parentheses
     --> query:1:1
      |
    1 | ()
      | ^
      |
      = help: remove them, or quote them
    error[lone-minus]: `-` stands before nothing
     --> query:1:3
      |
    1 | a - b
      |   ^
      |
      = help: write `-word` without a space to leave a word out, `2013..2016` for a time, or `"-"` to search for the sign
    error[missing-value]: `@` needs a name
     --> query:1:1
      |
    1 | @
      | ^
      |
      = help: write `@netflix`
    error[unknown-prefix]: no term begins with `note`
     --> query:1:1
      |
    1 | note:x
      | ^^^^
      |
      = help: quote it to search for the text: `"note:x"`
    "#);
}

#[test]
fn an_operator_without_its_terms_is_told() {
    let all = ["and a", "a or", "a and or b", "a not", "amount:USD!5", "2016..2013"];
    let shown: Vec<_> = all.iter().map(|it| faults(it)).collect();
    insta::assert_snapshot!(shown.join(""), @r#"
    error[nothing-to-match]: `and` needs something on both sides
     --> query:1:1
      |
    1 | and a
      | ^^^
      |
      = help: write `this and that`, or `"and"` to look for the word
    error[nothing-to-match]: `or` needs something on both sides
     --> query:1:3
      |
    1 | a or
      |   ^^
      |
      = help: write `this or that`, or `"or"` to look for the word
    error[nothing-to-match]: `and` needs something on both sides
     --> query:1:3
      |
    1 | a and or b
      |   ^^^
      |
      = help: write `this and that`, or `"and"` to look for the word
    error[lone-not]: `not` stands before nothing
     --> query:1:3
      |
    1 | a not
      |   ^^^
      |
      = help: write `not word`, or `"not"` to look for the word
    error[bad-amount]: `!5` is no comparison
     --> query:1:11
      |
    1 | amount:USD!5
      |           ^^
      |
      = help: write `amount!=10M`
    error[reversed-range]: the range ends before it begins
     --> query:1:1
      |
    1 | 2016..2013
      | ^^^^^^^^^^
      |
      = help: write the earlier date first: `2013..2016`
    "#);
}

#[test]
fn deep_nesting_is_refused_and_not_suffered() {
    let (query, faults) = Query::parse(&"(".repeat(100_000));
    assert!(query.is_empty());
    assert_eq!(faults.iter().map(|it| it.code).collect::<Vec<_>>(), ["nested-too-deep"]);
    assert_eq!(Query::parse(&format!("{}a", "-".repeat(100_001))).0.to_string(), "-a");
}

#[test]
fn chips_are_the_terms_that_must_all_match() {
    let check = |text: &str, chips: &[&str], without_first: &str| {
        let (query, faults) = Query::parse(text);
        assert_eq!(faults, [], "{text}");
        let terms: Vec<_> = query.terms().map(|it| &text[it]).collect();
        assert_eq!(terms, chips, "{text}");
        assert_eq!(query.without(0).text, without_first, "{text}");
    };
    check("@netflix  -cat:a (b | c)", &["@netflix", "-cat:a", "(b | c)"], "-cat:a (b | c)");
    check(" a | b c ", &["a | b c"], "");
    check(" (a b)", &["(a b)"], "");
    check("(a | b)", &["(a | b)"], "");
    check("", &[], "");
    check("party:\"a b\" x", &["party:\"a b\"", "x"], "x");
}

#[test]
fn queries_are_printed_in_one_way() {
    let check = |text: &str, expect: &str| assert_eq!(Query::parse(text).0.to_string(), expect);
    check("  a   (b  c) ", "a b c");
    check("a|(b|c) d", "a | (b | c) d");
    check("--a -(-b) -(a b)", "a b -(a b)");
    check("IN:2013..  Amount:USD>=25_000_000", "in:2013.. amount:USD>=25M");
    check("@\"reed\",'x tag:a", "@reed,\"'x\" #a");
    check("amount<1500000 amount>0.5 amount=1234567", "amount<1.5M amount>0.5 amount=1234567");
    check(r#""a \"b\" \\""#, r#""a \"b\" \\""#);
    check("\"-a\" \"a:b\" \"a,b\"", "\"-a\" \"a:b\" \"a,b\"");
    check("not (a OR b) AND c", "-(a | b) c");
    check("\"Not\" “a b” 2013-2016", "\"Not\" \"a b\" in:2013..2016");
}

/// Shows what is told of a query that has no mistake.
fn told(text: &str) -> String {
    let (query, faults) = Query::parse(text);
    assert_eq!(faults, [], "{text}");
    let shown = |it: Diagnostic| {
        let at = it.span.map(|it| &text[it.start..it.end]).unwrap_or_default();
        format!("{at}: {} ({})", it.message, it.help.unwrap_or_default())
    };
    told_of(&query, &SAMPLE).into_iter().map(shown).collect::<Vec<_>>().join("\n")
}

#[test]
fn names_of_nothing_are_told() {
    let query = "party:netflx by:plaintiffs by:nobody source:leter within:30d:deel,deal @xyz party:facebook cat:agreemnt #inbox \
                 role:advertizer place:chikago amount:EURO>1 status:retracted cat:agreement #inbox-api role:api place:illinois";
    insta::assert_snapshot!(told(query), @"
    netflx: no party is called `netflx` (did you mean `netflix`?)
    nobody: no party is called `nobody` ()
    leter: no source is called `leter` (did you mean `letter`?)
    deel: no event is called `deel` (did you mean `deal`?)
    xyz: no party is called `xyz` ()
    agreemnt: no category is called `agreemnt` (did you mean `agreement`?)
    inbox: no tag is called `inbox` (did you mean `Inbox-API`?)
    advertizer: no role is called `advertizer` (did you mean `advertiser`?)
    chikago: no place is called `chikago` (did you mean `Chicago`?)
    EURO: no currency is called `EURO` (did you mean `EUR`?)
    status:retracted: no event is retracted (here are unsourced, disputed)
    cat:agreement: no event has two categories (for one or the other, write `cat:agreement,spending`)
    ");
}

#[test]
fn words_that_only_sources_have_are_told() {
    assert_eq!(
        told("guardian inbox"),
        "guardian: `guardian` is in no event's own words, but in the sources of 1 event (write `source:guardian` to find it)"
    );
    assert_eq!(told("xyzzy"), "");
}

#[test]
fn what_can_only_be_a_mistake_is_told() {
    for text in [
        "before:2015 after:2010",
        "status:alleged,denied status:denied",
        "in:2013 -in:2013",
        "cat:a cat:A amount>1 amount<5 @netflix",
        "in:2013 in:2013-06",
    ] {
        let doubts: Vec<_> =
            told_of(&Query::parse(text).0, &SAMPLE).into_iter().filter(|it| it.code == "never").collect();
        assert_eq!(doubts, [], "{text}");
    }
    let all = [
        "before:2010 after:2015",
        "in:2013 in:2015",
        "status:disputed status:documented",
        "cat:agreement and cat:spending",
        "is:undated in:2013",
        "wholly:2013 wholly:2014",
        "amount>5 amount<3",
        "amount:USD>5 amount:usd<=5",
        "@netflix -@netflix",
    ];
    let shown: Vec<_> = all.iter().map(|it| told(it)).collect();
    insta::assert_snapshot!(shown.join("\n"), @"
    after:2015: these times do not meet: only what lasts from the one into the other is in both (for what lies between two dates write `in:2010..2015`, for one time or another `in:2010,2015`)
    in:2015: these times do not meet: only what lasts from the one into the other is in both (for what lies between two dates write `in:2010..2015`, for one time or another `in:2010,2015`)
    status:documented: no event is documented (here are unsourced, disputed)
    status:documented: no event has two statuses (for one or the other, write `status:alleged,disputed`)
    cat:spending: no event has two categories (for one or the other, write `cat:agreement,spending`)
    in:2013: an event without a date is in no time (leave `is:undated` out, or the time)
    wholly:2014: nothing lies wholly in two times that do not meet (for one or the other, write `wholly:2013,2015`)
    amount<3: no amount is both: only an event with several amounts matches (for one amount between two sums, write the greater behind `<`)
    amount:usd<=5: no amount is both: only an event with several amounts matches (for one amount between two sums, write the greater behind `<`)
    -@netflix: nothing matches a term and its opposite (leave one of them out, or write `or` between them)
    ");
}

#[test]
fn completions_fit_where_the_cursor_is() {
    let check = |text: &str, expect: &[&str]| {
        let (before, after) = text.split_once('|').expect("a cursor");
        let offered = complete(&SAMPLE, &format!("{before}{after}"), before.len());
        let shown: Vec<_> =
            offered.iter().map(|it| format!("{}{}", &before[..it.replace.start], it.text)).take(4).collect();
        assert_eq!(shown, expect, "{text}");
        assert!(offered.iter().all(|it| it.replace.end == before.len()));
    };
    check("|", &["@", "#", "party:", "role:"]);
    check("a -ca|x", &["a -cat:", "a -link:", "a -has:", "a -place:"]);
    check("a and|", &[]);
    check("a and |", &["a and @", "a and #", "a and party:", "a and role:"]);
    check("place:chi|", &["place:\"Chicago, Illinois\""]);
    check("part|", &["party:", "@", "role:", "link:"]);
    check("@hast|", &["@\"Reed Hastings\""]);
    check("@\"reed h|", &["@\"Reed Hastings\""]);
    check("party:reed,netfx|", &["party:reed,netflix"]);
    check("by:face|", &["by:meta"]);
    check("#|", &["#Inbox-API"]);
    check("cat:te|", &["cat:tenure"]);
    check("status:un|", &["status:unsourced"]);
    check("-is:un|", &["-is:undated", "-is:uncertain", "-is:unsourced"]);
    check("role:api|", &["role:\"API provider\"", "role:\"API user\""]);
    check("source:bl|", &["source:Blog"]);
    check("within:30d:dea|", &["within:30d:deal"]);
    check("linked:dea|", &["linked:deal"]);
    check("link:contr|", &["link:contradicts"]);
    check("(voi|", &["(voices>"]);
    check("(amo|", &["(amount>", "(has:"]);
    check("in:20|", &[]);
}

#[test]
fn every_example_of_the_guide_is_a_query_that_can_be_asked() {
    for it in guide() {
        let (query, faults) = Query::parse(it.example);
        assert_eq!(faults, [], "{}", it.example);
        assert!(!query.is_empty() && !it.means.is_empty(), "{}", it.form);
        eval(&query, &SAMPLE, &IdSet::new(SAMPLE.len()));
    }
}
