//! `list`: which events, in which order, and what is said where there are none.

use super::*;

#[test]
fn events_come_in_time_order_and_undated_last() {
    insta::assert_snapshot!(run(&["list", "-"]), @"
    exit 0
    --- stdout
    June 2011 – 30 May 2015        documented  Bolt chairs Acme  [tenure]
    between Mar 2012 and Sep 2012  alleged     Talks | Gespräche  [talks]
    c. 2013                        disputed    A deal is said to follow  [deal]

    undated
                                   documented  A memo that nobody dated  [memo]
    ");
}

#[test]
fn a_query_keeps_what_it_finds() {
    insta::assert_snapshot!(run(&["list", "-", "-q", "cat:agreement denied-by:acme"]), @"
    exit 0
    --- stdout
    c. 2013  disputed    A deal is said to follow  [deal]
    ");
}

#[test]
fn titles_are_sorted_whatever_their_case() {
    insta::assert_snapshot!(run(&["list", "-", "--sort", "title"]), @"
    exit 0
    --- stdout
    c. 2013                        disputed    A deal is said to follow  [deal]
    undated                        documented  A memo that nobody dated  [memo]
    June 2011 – 30 May 2015        documented  Bolt chairs Acme  [tenure]
    between Mar 2012 and Sep 2012  alleged     Talks | Gespräche  [talks]
    ");
}

#[test]
fn the_largest_amount_comes_first_and_currencies_are_never_mixed() {
    insta::assert_snapshot!(run(&["list", "-", "--sort", "amount"]), @"
    exit 0
    --- stdout
    between Mar 2012 and Sep 2012  alleged     about 500 to 900 EUR  Talks | Gespräche  [talks]
    June 2011 – 30 May 2015        documented                        Bolt chairs Acme  [tenure]
    c. 2013                        disputed                          A deal is said to follow  [deal]
    undated                        documented                        A memo that nobody dated  [memo]
    --- stderr
    dateline: by amounts in EUR; 3 events without an amount in it at the end
    ");
}

#[test]
fn a_limit_stops_early_in_every_order() {
    insta::assert_snapshot!(run(&["list", "-", "--limit", "1"]), @"
    exit 0
    --- stdout
    June 2011 – 30 May 2015  documented  Bolt chairs Acme  [tenure]
    ");
    insta::assert_snapshot!(run(&["list", "-", "--limit", "1", "--sort", "title"]), @"
    exit 0
    --- stdout
    c. 2013  disputed    A deal is said to follow  [deal]
    ");
    insta::assert_snapshot!(run(&["list", "-", "--limit", "0"]), @"
    exit 1
    --- stderr
    dateline: no event matches
    ");
}

#[test]
fn nothing_found_is_said_and_exits_with_1() {
    insta::assert_snapshot!(run(&["list", "-", "-q", "xyzzy"]), @"
    exit 1
    --- stderr
    dateline: no event matches
    ");
}

#[test]
fn a_mistake_in_a_query_is_shown_under_its_word() {
    insta::assert_snapshot!(run(&["list", "-", "-q", "deal statsu:alleged"]), @"
    exit 2
    --- stderr
    error[unknown-prefix]: no term begins with `statsu`
     --> <query>:1:6
      |
    1 | deal statsu:alleged
      |      ^^^^^^
      |
      = help: did you mean `status:`?
    ");
    insta::assert_snapshot!(run(&["list", "-", "-q", "in:2013-13"]), @"
    exit 2
    --- stderr
    error[bad-date]: there is no month 13
     --> <query>:1:9
      |
    1 | in:2013-13
      |         ^^
      |
      = help: months are 01 to 12; 21 to 24 are seasons and 33 to 36 quarters
    ");
    insta::assert_snapshot!(run(&["list", "-", "-q", "-(deal"]), @"
    exit 2
    --- stderr
    error[unbalanced-parenthesis]: this `(` is not closed
     --> <query>:1:2
      |
    1 | -(deal
      |  ^
      |
      = help: close it with `)`, or quote it
    ");
}

#[test]
fn a_name_that_nothing_has_is_a_warning() {
    insta::assert_snapshot!(run(&["list", "-", "-q", "party:bolt | party:acne"]), @"
    exit 0
    --- stdout
    June 2011 – 30 May 2015  documented  Bolt chairs Acme  [tenure]
    c. 2013                  disputed    A deal is said to follow  [deal]
    --- stderr
    warning[unknown-party]: no party is called `acne`
     --> <query>:1:20
      |
    1 | party:bolt | party:acne
      |                    ^^^^
      |
      = help: did you mean `acme`?
    ");
}

#[test]
fn as_of_takes_a_date_and_hides_what_was_not_public_yet() {
    insta::assert_snapshot!(run(&["list", "-", "--as-of", "2016-02"]), @"
    exit 0
    --- stdout
    June 2011 – 30 May 2015        documented  Bolt chairs Acme  [tenure]
    between Mar 2012 and Sep 2012  alleged     Talks | Gespräche  [talks]
    c. 2013                        disputed    A deal is said to follow  [deal]

    undated
                                   documented  A memo that nobody dated  [memo]
    --- stderr
    dateline: as known on 2016-02: nothing came out later
    ");
    insta::assert_snapshot!(run(&["list", "-", "--as-of", "2015"]), @"
    exit 1
    --- stderr
    dateline: as known on 2015: 4 events and 1 source left out
    dateline: no event matches
    ");
    insta::assert_snapshot!(run(&["list", "-", "--as-of", "2016 deal"]), @"
    exit 2
    --- stderr
    error[bad-date]: `2016 deal` is not a date: whitespace is not allowed
     --> <as-of>:1:5
      |
    1 | 2016 deal
      |     ^^^^^
      |
      = help: dates are EDTF, such as `1985`, `1985-04-12`, `1985~`, `201X`, `2011-06/2019`, `[..1870]`, or `2024-03-01T14:05Z`
    ");
    insta::assert_snapshot!(run(&["list", "-", "--as-of", ""]), @"
    exit 2
    --- stderr
    error[bad-date]: `` is not a date: empty input
     --> <as-of>:1:1
      |
    1 |
      | ^
      |
      = help: dates are EDTF, such as `1985`, `1985-04-12`, `1985~`, `201X`, `2011-06/2019`, `[..1870]`, or `2024-03-01T14:05Z`
    ");
    insta::assert_snapshot!(run(&["list", "-", "--as-of", "2016-02-30"]), @"
    exit 2
    --- stderr
    error[bad-date]: there is no day 30 in February 2016
     --> <as-of>:1:9
      |
    1 | 2016-02-30
      |         ^^
      |
      = help: February 2016 has 29 days
    ");
}

#[test]
fn stores_are_laid_over_each_other() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let more = folder.path().join("more.toml");
    let text = "[[event]]\nid = \"later\"\nwhen = \"2020\"\ntitle = \"Acme is sold\"\nparties = [\"acme\"]\n";
    std::fs::write(&more, text).expect("it can be written");
    insta::assert_snapshot!(run(&["list", "-", &more.display().to_string()]), @"
    exit 0
    --- stdout
    June 2011 – 30 May 2015        documented  Bolt chairs Acme  [tenure]
    between Mar 2012 and Sep 2012  alleged     Talks | Gespräche  [talks]
    c. 2013                        disputed    A deal is said to follow  [deal]
    2020                           unsourced   Acme is sold  [later]

    undated
                                   documented  A memo that nobody dated  [memo]
    ");
    let named = folder.path().display().to_string();
    insta::assert_snapshot!(run(&["list", &named]).replace(&named, "FOLDER"), @"
    exit 0
    --- stdout
    2020  unsourced   Acme is sold  [later]
    --- stderr
    dateline: 1 error in FOLDER; `dateline check` shows them all. The first: FOLDER/more.toml:5:12: error[unknown-party]: no party has the id `acme`
    ");
}

#[test]
fn a_store_that_is_not_there_is_a_failure_with_a_remedy() {
    insta::assert_snapshot!(run(&["list", "no-such.toml"]), @"
    exit 2
    --- stderr
    dateline: cannot read `no-such.toml`: NOT FOUND; check the spelling, or give `-` to read standard input
    ");
}

#[test]
fn a_store_of_the_environment_is_read_where_none_is_named() {
    let outside = Outside { env: &[("DATELINE_STORE", "no-such.toml")], ..PIPES };
    insta::assert_snapshot!(shown(&outside.run(&["list"])), @"
    exit 2
    --- stderr
    dateline: cannot read `no-such.toml`: NOT FOUND; check the spelling, or give `-` to read standard input
    ");
}

#[test]
fn a_damaged_store_loses_what_is_damaged_and_says_so() {
    let outside = Outside { stdin: "[[event]]\nid = \"a\"\ntitle = \"A\"\nwhen = \"12/04/1985\"\n", ..PIPES };
    insta::assert_snapshot!(shown(&outside.run(&["list", "-"])), @"
    exit 0
    --- stdout
    undated
      unsourced   A  [a]
    --- stderr
    dateline: 1 error in standard input; `dateline check` shows them all. The first: <stdin>:4:9: error[ambiguous-date]: `12/04/1985` can be read in more than one way
    ");
}

#[test]
fn an_empty_store_has_nothing_to_list() {
    insta::assert_snapshot!(shown(&Outside { stdin: "", ..PIPES }.run(&["list", "-"])), @"
    exit 1
    --- stderr
    dateline: there are no events in standard input
    ");
}

#[test]
fn without_a_command_a_pipe_gets_the_list() {
    assert_eq!(printed(&["-", "-q", "deal"]), printed(&["list", "-", "-q", "deal"]));
}

#[test]
fn a_narrow_terminal_cuts_titles_and_nothing_else() {
    let outside = Outside { terminal: Terminal { out_width: Some(44), err: true }, ..PIPES };
    insta::assert_snapshot!(outside.run(&["list", "-", "--color", "never"]).out, @"
    June 2011 – 30 May 2015        documented  …
    between Mar 2012 and Sep 2012  alleged     …
    c. 2013                        disputed    …

    undated
                                   documented  …
    ");
}

#[test]
fn where_there_are_no_events_that_is_said() {
    let empty = Outside { stdin: "", ..PIPES }.run(&["list", "-"]);
    assert_eq!(empty.err, "dateline: there are no events in standard input\n");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().to_str().expect("a path is text");
    let none = PIPES.run(&["export", "-F", "csv", path]);
    assert!(none.err.contains(&format!("there are no events in {path}")), "{}", none.err);
}

#[test]
fn several_queries_must_all_match() {
    assert_eq!(
        run(&["list", "-", "-q", "@bolt", "-q", "deal | talks"]),
        run(&["list", "-", "-q", "@bolt (deal | talks)"])
    );
}

#[test]
fn a_query_where_a_store_stands_is_told() {
    assert_eq!(
        run(&["list", "@bolt"]),
        "exit 2\n--- stderr\ndateline: there is no file or folder `@bolt`; write `-q '@bolt'` to look for it\n"
    );
}

#[test]
fn amounts_are_ordered_in_one_currency_and_rates_apart() {
    let store = r#"
        [[event]]
        id = "yearly"
        title = "A fee"
        amounts = [{ value = 900, currency = "USD", per = "year" }]
        [[event]]
        id = "small"
        title = "A gift"
        amounts = [{ value = 5, currency = "USD" }]
        [[event]]
        id = "large"
        title = "A price"
        amounts = [{ min = 40, currency = "USD" }, { value = 7, currency = "EUR" }]
        [[event]]
        id = "other"
        title = "A fine"
        amounts = [{ value = 1000, currency = "EUR" }]
    "#;
    let list =
        |query: &str| shown(&Outside { stdin: store, ..PIPES }.run(&["list", "-", "--sort", "amount", "-q", query]));
    insta::assert_snapshot!(list(""), @"
    exit 0
    --- stdout
    undated  unsourced   at least 40 USD  A price  [large]
    undated  unsourced             5 USD  A gift  [small]
    undated  unsourced    900 USD a year  A fee  [yearly]
    undated  unsourced                    A fine  [other]
    --- stderr
    dateline: by amounts in USD; 1 event without an amount in it at the end
    ");
    insta::assert_snapshot!(list("amount:eur>0 | a"), @"
    exit 0
    --- stdout
    undated  unsourced   1,000 EUR  A fine  [other]
    undated  unsourced       7 EUR  A price  [large]
    undated  unsourced              A fee  [yearly]
    undated  unsourced              A gift  [small]
    --- stderr
    dateline: by amounts in EUR; 2 events without an amount in it at the end
    ");
}
