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

    sums, each of one kind, currency and standing
              500 to 900 EUR, alleged or disputed  (1 amount)
              25,000,000 USD a year, alleged or disputed, 2013  (1 amount)

    longest silences
              2014-01-01 to 2015-05-29  1 year 4 months
              2011-07-01 to 2012-02-29  8 months
              2012-10-01 to 2012-12-31  3 months

    by year, in EUR: alleged or disputed
        2012  500 to 900 EUR

    by year, in USD a year: alleged or disputed
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

    alleged, without an answer on file
              Talks | Gespräche  [talks]

    alleged, and answered after
              at once, or within the date  A deal is said to follow  [deal]
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
          "kind": null,
          "currency": "EUR",
          "per": null,
          "standing": "alleged",
          "time": null,
          "amounts": 1,
          "min": "500",
          "max": "900",
          "versions": [],
          "events": [
            "talks"
          ]
        },
        {
          "kind": null,
          "currency": "USD",
          "per": "year",
          "standing": "alleged",
          "time": {
            "from": "2013-01-01",
            "to": "2013-12-31"
          },
          "amounts": 1,
          "min": "25000000",
          "max": "25000000",
          "versions": [],
          "events": [
            "deal"
          ]
        }
      ],
      "in_no_sum": [],
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
          "kind": null,
          "currency": "EUR",
          "per": null,
          "standing": "alleged",
          "wider_than_a_year": 0,
          "undated": 0,
          "years": [
            {
              "year": 2012,
              "time": null,
              "amounts": 1,
              "min": "500",
              "max": "900",
              "versions": [],
              "events": [
                "talks"
              ]
            }
          ]
        },
        {
          "kind": null,
          "currency": "USD",
          "per": "year",
          "standing": "alleged",
          "wider_than_a_year": 0,
          "undated": 0,
          "years": [
            {
              "year": 2013,
              "time": {
                "from": "2013-01-01",
                "to": "2013-12-31"
              },
              "amounts": 1,
              "min": "25000000",
              "max": "25000000",
              "versions": [],
              "events": [
                "deal"
              ]
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
      },
      "unanswered": [
        "talks"
      ],
      "answered": [
        {
          "event": "deal",
          "alleged": "2016",
          "answered": "2016-03-01"
        }
      ]
    }
    "#);
}

#[test]
fn two_accounts_of_one_payment_are_not_added() {
    let built_in = Outside { stdin: BUILT_IN, ..PIPES };
    let query = "\"$25 million\" | \"$40 million\"";
    let text = built_in.run(&["stats", "-", "--amounts", "-q", query]).out;
    let sums = text.split("\n\n").find(|it| it.starts_with("sums")).expect("there are sums");
    insta::assert_snapshot!(sums, @"
    sums, each of one kind, currency and standing
              25,000,000 or 40,000,000 USD a year, spent, alleged or disputed, 2015  (2 amounts)
                25,000,000 USD a year (medianama)  2015  MediaNama: Netflix spends $25 million a year on Facebook ads  [netflix-ad-spend-2015-medianama]
                about 40,000,000 USD a year  2015  Reports of the letter: about $40 million a year  [netflix-ad-spend-2015-letter]
    ");
    assert!(!text.contains("65,000,000"), "{text}");
    let json: serde_json::Value =
        serde_json::from_str(&built_in.run(&["stats", "-", "--format", "json", "-q", query]).out).expect("json");
    let sum = &json["sums"][0];
    assert_eq!((sum["min"].as_str(), sum["max"].as_str()), (Some("25000000"), Some("40000000")));
    assert_eq!(sum["events"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_range_lists_what_sticks_out_of_it() {
    let built_in = Outside { stdin: BUILT_IN, ..PIPES };
    let text = built_in.run(&["stats", "-", "-q", "in:2013"]).out;
    let tables: Vec<&str> =
        text.split("\n\n").filter(|it| it.starts_with("sums") || it.starts_with("amounts")).collect();
    insta::assert_snapshot!(tables.join("\n"), @"
    sums, each of one kind, currency and standing
              120,000,000, 150,000,000 or 200,000,000 USD, price, documented or reported  (3 amounts)
    amounts in no sum
              2 amounts lasted beyond the range
                at least 100,000,000 USD (advertiser-plaintiffs)  2011 – 2019  Plaintiffs: Netflix's Facebook ads cost hundreds of millions  [netflix-ad-spend-overall]
                at least 100,000,000 USD (deedy-das)  2011 – 2019  Plaintiffs: Netflix's Facebook ads cost hundreds of millions  [netflix-ad-spend-overall]
    ");
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
