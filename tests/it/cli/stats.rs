//! `stats` and `parties`: what is counted, and who.

use super::*;
use crate::support::BUILT_IN;

#[test]
fn statistics_are_tables_for_people() {
    insta::assert_snapshot!(run(&["stats", "-"]), @"
    exit 0
    --- stdout
    4 events, from 2011-06-01 to 2015-05-30, 1 undated

    status
           2  documented
           1  alleged
           1  disputed

    category
           2  agreement
           1  tenure

    party
           2  Acme
           2  Bolt

    year
           1  2012
           1  2013
           1  wider than a year

    sums, never across currencies
              500 to 900 EUR  (1 amount)
              25,000,000 USD a year  (1 amount)

    by year, in EUR
        2012  500 to 900 EUR

    by year, in USD a year
        2013  25,000,000 USD a year

    together
           2  acme and bolt

    came out
           0  at once, or within the date
           0  up to a month
           0  up to a year
           3  up to five years
           0  up to ten years
           0  longer
           1  not told
    ");
}

#[test]
fn statistics_of_a_query_for_machines() {
    insta::assert_snapshot!(run(&["stats", "-", "--format", "json", "-q", "cat:agreement"]), @r#"
    exit 0
    --- stdout
    {
      "events": 2,
      "undated": 0,
      "from": "2012-03-01",
      "to": "2013-12-31",
      "by_status": {
        "alleged": 1,
        "disputed": 1
      },
      "by_category": {
        "agreement": 2
      },
      "by_party": {
        "acme": 1,
        "bolt": 1
      },
      "by_year": {
        "2012": 1,
        "2013": 1
      },
      "wider_than_a_year": 0,
      "sums": [
        {
          "currency": "EUR",
          "per": null,
          "amounts": 1,
          "min": "500",
          "max": "900"
        },
        {
          "currency": "USD",
          "per": "year",
          "amounts": 1,
          "min": "25000000",
          "max": "25000000"
        }
      ],
      "gaps": [
        {
          "from": "2012-10-01",
          "to": "2012-12-31",
          "after": "talks",
          "before": "deal"
        }
      ],
      "money_by_year": [
        {
          "currency": "EUR",
          "per": null,
          "wider_than_a_year": 0,
          "years": [
            {
              "year": 2012,
              "amounts": 1,
              "min": "500",
              "max": "900"
            }
          ]
        },
        {
          "currency": "USD",
          "per": "year",
          "wider_than_a_year": 0,
          "years": [
            {
              "year": 2013,
              "amounts": 1,
              "min": "25000000",
              "max": "25000000"
            }
          ]
        }
      ],
      "together": [
        {
          "parties": [
            "acme",
            "bolt"
          ],
          "events": 1
        }
      ],
      "came_out": {
        "at once, or within the date": 0,
        "up to a month": 0,
        "up to a year": 0,
        "up to five years": 2,
        "up to ten years": 0,
        "longer": 0,
        "not told": 0
      }
    }
    "#);
}

#[test]
fn statistics_of_nothing_exit_with_1() {
    insta::assert_snapshot!(run(&["stats", "-", "-q", "xyzzy"]), @"
    exit 1
    --- stdout
    0 events, 0 undated
    --- stderr
    dateline: no event matches
    ");
}

#[test]
fn parties_are_counted() {
    insta::assert_snapshot!(run(&["parties", "-"]), @"
    exit 0
    --- stdout
         2  Acme  company  [acme]
         2  Bolt  person   [bolt]
    ");
}

#[test]
fn a_few_letters_find_a_party() {
    let built_in = Outside { stdin: BUILT_IN, ..PIPES };
    insta::assert_snapshot!(shown(&built_in.run(&["parties", "-", "--match", "zuck"])), @"
    exit 0
    --- stdout
        14  Mark Zuckerberg  person   [mark-zuckerberg]  also Zuck
    ");
    insta::assert_snapshot!(shown(&built_in.run(&["parties", "-", "--match", "netfx"])), @"
    exit 0
    --- stdout
        57  Netflix         company  [netflix]
         2  Netflix Social  product  [netflix-social]
    ");
    let all = built_in.run(&["parties", "-"]);
    assert_eq!(all.exit, 0);
    insta::assert_snapshot!(all.out.lines().take(6).collect::<Vec<_>>().join("\n"), @"
    107  Meta Platforms                                    company  [meta]
     57  Netflix                                           company  [netflix]
     33  Klein advertisers                                 group    [advertiser-plaintiffs]
     21  Reed Hastings                                     person   [reed-hastings]
     17  Facebook Watch                                    product  [facebook-watch]
     14  Mark Zuckerberg                                   person   [mark-zuckerberg]
    ");
}

#[test]
fn a_party_is_found_by_another_of_its_names() {
    insta::assert_snapshot!(run(&["parties", "-", "--match", "corp"]), @"
    exit 0
    --- stdout
         2  Acme  company  [acme]  also Acme Corp.
    ");
}

#[test]
fn no_party_found_is_said_and_exits_with_1() {
    insta::assert_snapshot!(run(&["parties", "-", "--match", "xyzzy"]), @"
    exit 1
    --- stderr
    dateline: no party matches
    ");
}

#[test]
fn parties_are_ranked_as_known_on_a_day() {
    let it = Outside { stdin: BUILT_IN, ..PIPES }.run(&["parties", "-", "--as-of", "2018-12"]);
    insta::assert_snapshot!(it.out.lines().take(6).collect::<Vec<_>>().join("\n"), @"
    35  Meta Platforms                                    company  [meta]
    22  Netflix                                           company  [netflix]
     8  Reed Hastings                                     person   [reed-hastings]
     5  Royal Bank of Canada                              company  [royal-bank-of-canada]
     4  Facebook Watch                                    product  [facebook-watch]
     4  Mark Zuckerberg                                   person   [mark-zuckerberg]
    ");
    insta::assert_snapshot!(run(&["parties", "-", "--as-of", "2012"]), @"
    exit 1
    --- stderr
    dateline: as known on 2012: 4 events and 1 source left out
    dateline: no party matches
    ");
}
