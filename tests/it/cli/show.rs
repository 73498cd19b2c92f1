//! `show`: one event, whole.

use super::*;

#[test]
fn an_event_is_shown_whole() {
    insta::assert_snapshot!(run(&["show", "deal", "-"]), @"
    exit 0
    --- stdout
    A deal is said to follow
    [deal]

    when
      c. 2013
        once, at an unknown time between 1 Jan and 31 Dec 2013; approximate
        as written: by 2013

    status
      disputed
        from its claims: 1 alleges, 1 denies
        1 source

    known
      since 1 Feb 2016
        alleged by Bolt, in The ledger
        took between 2 years 1 month and 3 years 1 month to come out

    summary
      What it was about is not known.

    about
      category  agreement

    parties
      Acme
      Bolt

    claims
      alleges   Bolt · 2016 · ledger
      denies    Acme · 1 Mar 2016 · ledger

    amounts
      25,000,000 USD a year

    links
      follows   Talks | Gespräche
                  between Mar 2012 and Sep 2012 · [talks]

    file
      <stdin>:40
    ");
    insta::assert_snapshot!(run(&["show", "memo", "-"]), @"
    exit 0
    --- stdout
    A memo that nobody dated
    [memo]

    when
      undated

    status
      documented
        from 1 source and no claim
        1 source

    known
      since 1 Feb 2016
        by The ledger

    sources
      The ledger
        1 Feb 2016 · record
        [ledger]
        https://example.org/ledger

    file
      <stdin>:55
    ");
}

#[test]
fn links_are_shown_from_both_of_their_ends() {
    insta::assert_snapshot!(run(&["show", "talks", "-"]), @"
    exit 0
    --- stdout
    Talks | Gespräche
    [talks]

    when
      between Mar 2012 and Sep 2012
        once, at an unknown time between 1 Mar and 30 Sep 2012

    status
      alleged
        from its claims: 1 alleges
        1 source

    known
      since 1 Feb 2016
        alleged by Bolt, in The ledger
        took between 3 years 4 months and 3 years 11 months to come out

    about
      category     agreement
      tags         #talks

    claims
      alleges      Bolt · 1 Feb 2016 · ledger p. 4

    amounts
      about 500 to 900 EUR

    links
      followed by  A deal is said to follow
                     c. 2013 · [deal]

    file
      <stdin>:31
    ");
}

#[test]
fn an_id_with_a_typing_mistake_is_guessed() {
    insta::assert_snapshot!(run(&["show", "dael", "-"]), @"
    exit 1
    --- stderr
    dateline: no event has the id `dael`: did you mean `deal`?
    ");
    insta::assert_snapshot!(run(&["show", "xyzzy", "-"]), @"
    exit 1
    --- stderr
    dateline: no event has the id `xyzzy`
    ");
}

#[test]
fn an_event_that_was_not_public_yet_is_not_shown() {
    insta::assert_snapshot!(run(&["show", "deal", "-", "--as-of", "2012"]), @"
    exit 1
    --- stderr
    dateline: as known on 2012: 4 events and 1 source left out
    dateline: `deal` was not public by 2012
    ");
}

/// A store in which the head of the second event is gone.
const NO_HEAD: &str = r#"[[event]]
id = "board"
when = "2011-06"
title = "Hastings joins the board"
sources = ["a"]

# A line is gone here.
id = "spending"
when = "2015"
title = "Netflix spends $25 million"
amounts = [{ value = 25_000_000, currency = "USD" }]
claims = [{ by = "plaintiffs", stance = "alleges" }]
status = "alleged"
note = "Only the plaintiffs say so."
"#;

#[test]
fn an_event_takes_nothing_from_one_that_has_lost_its_head() {
    let outside = Outside { stdin: NO_HEAD, ..PIPES };
    insta::assert_snapshot!(shown(&outside.run(&["show", "board", "-"])), @"
    exit 0
    --- stdout
    Hastings joins the board
    [board]

    when
      June 2011
        once, at an unknown time between 1 June and 30 June 2011

    status
      reported
        from 1 source and no claim
        1 source

    sources
      `a`, which is not in the store
        [a]

    file
      <stdin>:1
    --- stderr
    dateline: 3 errors in standard input; `dateline check` shows them all. The first: <stdin>:5:12: error[unknown-source]: no source has the id `a`
    ");
    insta::assert_snapshot!(shown(&outside.run(&["show", "spending", "-"])), @"
    exit 0
    --- stdout
    Netflix spends $25 million
    [spending]

    when
      2015
        once, at an unknown time between 1 Jan and 31 Dec 2015

    status
      alleged
        stated by the author; its claims and sources make it alleged

    claims
      alleges  plaintiffs

    amounts
      25,000,000 USD

    note
      Only the plaintiffs say so.

    file
      <stdin>:7
    --- stderr
    dateline: 3 errors in standard input; `dateline check` shows them all. The first: <stdin>:5:12: error[unknown-source]: no source has the id `a`
    ");
    insta::assert_snapshot!(shown(&outside.run(&["check", "-"])), @r#"
    exit 1
    --- stdout
    error[unknown-source]: no source has the id `a`
     --> <stdin>:5:12
      |
    5 | sources = ["a"]
      |            ^^^
      |
      = help: add a `[[source]]` with this id

    error[lost-head]: a second `id` in one table: what begins here is read as an event of its own
     --> <stdin>:8:1
      |
    8 | id = "spending"
      | ^^
      |
      = help: write `[[event]]`, or the head that it has lost, on the line above where it begins

    error[unknown-party]: no party has the id `plaintiffs`
      --> <stdin>:12:18
       |
    12 | claims = [{ by = "plaintiffs", stance = "alleges" }]
       |                  ^^^^^^^^^^^^
       |
       = help: add a `[[party]]` with this id

    warning[no-source]: event `spending` has no source
     --> <stdin>:8:6
      |
    8 | id = "spending"
      |      ^^^^^^^^^^
      |
      = help: add `sources`, or a `source` to one of its claims

    --- stderr
    2 events in standard input: 3 errors, 1 warning
    "#);
}

#[test]
fn an_id_is_needed() {
    insta::assert_snapshot!(run(&["show"]), @"
    exit 2
    --- stderr
    error: the following required arguments were not provided:
      <ID>

    Usage: dateline show <ID> [STORE]...

    For more information, try '--help'.
    ");
}
