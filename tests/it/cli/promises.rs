//! What is promised of the built-in chronology, held to what its sources say; and the law that an export lists as its store does.

use serde_json::Value;

use super::*;
use crate::support::BUILT_IN;

/// Runs a command on the built-in chronology.
fn real(args: &[&str]) -> Run {
    Outside { stdin: BUILT_IN, ..PIPES }.run(args)
}

/// Returns what a command prints of the built-in chronology.
#[track_caller]
fn printed_of_it(args: &[&str]) -> String {
    let it = real(args);
    assert_eq!(it.exit, 0, "{args:?}: {}", it.err);
    it.out
}

/// Returns the line of a list that ends in an id.
#[track_caller]
fn line<'a>(list: &'a str, id: &str) -> &'a str {
    list.lines().find(|it| it.ends_with(&format!("[{id}]"))).unwrap_or_else(|| panic!("{id} is not in\n{list}"))
}

/// Asserts that each of `words` is in a line of its own or with others, in order.
#[track_caller]
fn in_order(text: &str, words: &[&str]) {
    let mut rest = text;
    for it in words {
        rest = rest.split_once(it).unwrap_or_else(|| panic!("`{it}` does not come next in\n{text}")).1;
    }
}

#[test]
fn the_program_has_it_where_no_store_is_named_and_none_is_here() {
    let nowhere = tempfile::tempdir().expect("a temporary folder");
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_dateline"));
    let program = program.args(["list", "-q", "@netflix in:2011..2016"]).current_dir(&nowhere);
    let run = program.env_remove("DATELINE_STORE").env("XDG_CONFIG_HOME", nowhere.path()).output().expect("it runs");
    let list = printed_of_it(&["list", "-", "-q", "@netflix in:2011..2016"]);
    assert_eq!((run.status.code(), String::from_utf8_lossy(&run.stdout).as_ref()), (Some(0), list.as_str()));
}

#[test]
fn what_netflix_did_from_2011_to_2016() {
    let list = printed_of_it(&["list", "-", "-q", "@netflix in:2011..2016"]);
    assert_eq!(list.lines().count(), 26);
    assert!(line(&list, "hastings-netflix-ceo").starts_with("c. 1999 – 19 Jan 2023           reported    "));
    assert!(line(&list, "netflix-vppa-lobbying").starts_with("2011 – 2012                     reported    "));
    assert!(line(&list, "f8-2011-netflix").starts_with("22 Sep 2011                     documented  "));
    assert!(line(&list, "inbox-api-agreement").starts_with("between June 2011 and Dec 2013  disputed    "));
    assert!(line(&list, "titan-api-access").starts_with("Aug 2013                        alleged     "));
    // Two figures for one year stand side by side; the article's is the one in dispute.
    assert!(
        line(&list, "netflix-ad-spend-2015-medianama")
            .contains("disputed    MediaNama: Netflix spends $25 million a year")
    );
    assert!(
        line(&list, "netflix-ad-spend-2015-letter")
            .contains("alleged     Reports of the letter: about $40 million a year")
    );
    for id in ["netflix-marketing-api-2017", "graph-api-mailbox-removed"] {
        assert!(!list.contains(&format!("[{id}]")), "{id}: another year, or without Netflix");
    }
}

#[test]
fn a_report_on_what_was_surely_from_2013_to_2015() {
    let report = printed_of_it(&["export", "-", "-q", "surely:2013..2015", "-F", "markdown"]);
    let rows: Vec<&str> = report.lines().filter(|it| it.starts_with("| ") && it.contains("**")).collect();
    assert_eq!(rows.len(), 17);
    let row = |words: &str| *rows.iter().find(|it| it.contains(words)).unwrap_or_else(|| panic!("{words}:\n{report}"));
    assert!(row("Hastings sits on Facebook's board").starts_with("| June 2011 – 30 May 2019 |"));
    assert!(row("Zuckerberg heads Facebook").starts_with("| since 2004 |"));
    // What is said to have been by 2013 was not surely in 2013.
    assert!(!report.contains("'Inbox API' deal opens"), "{report}");
    let report_of_it = printed_of_it(&["export", "-", "-q", "in:2012 #inbox-api", "-F", "markdown"]);
    let inbox =
        report_of_it.lines().find(|it| it.contains("'Inbox API' deal opens")).expect("it may have been in 2012");
    assert!(inbox.starts_with("| between June 2011 and Dec 2013 (“by 2013”) |"));
    in_order(inbox, &["¶1, ¶3, ¶5", "| disputed |"]);
    in_order(
        inbox,
        &[
            "alleged by Klein advertisers, 14 Apr 2023",
            "denied by Meta Platforms, 19 Dec 2018",
            "denied by Netflix, 19 Dec 2018",
            "denied by Meta Platforms, 2 Apr 2024",
        ],
    );
    assert!(!report.contains("Project Ghostbusters is"), "it began in 2016");
    // Every footnote that is referred to is there, once, and no other.
    let notes: Vec<&str> =
        report.lines().filter_map(|it| it.strip_prefix("[^")?.split_once("]: ")).map(|it| it.0).collect();
    let referred: std::collections::BTreeSet<&str> =
        rows.iter().flat_map(|it| it.split("[^").skip(1)).filter_map(|it| it.split_once(']')).map(|it| it.0).collect();
    assert_eq!(notes.iter().copied().collect::<std::collections::BTreeSet<_>>(), referred);
    assert_eq!(notes.len(), referred.len());
    assert_eq!(notes.first(), Some(&"medianama"));
}

#[test]
fn zuck_finds_mark_zuckerberg_alone() {
    let list = printed_of_it(&["parties", "-", "--match", "zuck"]);
    assert_eq!(list.lines().count(), 1, "{list}");
    in_order(&list, &["14", "Mark Zuckerberg", "person", "[mark-zuckerberg]"]);
}

#[test]
fn statistics_are_those_of_the_sources() {
    let stats: Value = serde_json::from_str(&printed_of_it(&["stats", "-", "--format", "json"])).expect("JSON");
    assert_eq!((&stats["events"], &stats["undated"]), (&112.into(), &0.into()));
    assert_eq!((&stats["from"], &stats["to"]), (&"1988-11-05".into(), &"2026-01-20".into()));
    insta::assert_snapshot!(stats["by_status"], @r#"{"documented":68,"reported":19,"alleged":18,"disputed":7}"#);
    insta::assert_snapshot!(stats["by_category"], @r#"{"disclosures":24,"courts":22,"data deals":21,"snapchat":17,"watch":12,"ad money":6,"board":5,"context":5}"#);
    let parties = &stats["by_party"];
    assert_eq!([&parties["netflix"], &parties["reed-hastings"], &parties["mark-zuckerberg"]], [57, 21, 14]);
}

#[test]
fn statistics_are_the_same_for_people_and_machines() {
    let text = printed_of_it(&["stats", "-"]);
    let stats: Value = serde_json::from_str(&printed_of_it(&["stats", "-", "--format", "json"])).expect("JSON");
    for table in ["by_status", "by_category", "by_year"] {
        for (name, n) in stats[table].as_object().expect("a table") {
            let n = n.as_u64().expect("a count");
            assert!(text.contains(&format!("\n{n:>8}  {name}\n")), "{table}: {n} {name}\n{text}");
        }
    }
}

#[test]
fn the_inbox_api_agreement_is_disputed_and_says_by_whom() {
    let page = printed_of_it(&["show", "inbox-api-agreement", "-"]);
    in_order(
        &page,
        &["'Inbox API' deal opens", "[inbox-api-agreement]", "between June 2011 and Dec 2013", "as written: by 2013"],
    );
    in_order(&page, &["\nstatus\n  disputed\n", "2 alleges, 3 denies", "8 sources, 3 voices"]);
    in_order(&page, &["\nknown\n  since 23 Mar 2024\n", "between 10 years 2 months and 12 years 9 months"]);
    in_order(
        &page,
        &["\nparties\n", "Netflix · API user", "Meta Platforms · API provider", "Klein advertisers · allege it"],
    );
    in_order(
        &page,
        &[
            "\nclaims\n",
            "alleges",
            "Klein advertisers · 14 Apr 2023",
            "denies",
            "Meta Platforms · 2 Apr 2024",
            "[stone-denial-2024]",
        ],
    );
    in_order(&page, &["\nsources\n", "MediaNama · 9 Apr 2024 · article", "¶1, ¶3, ¶5", "[notthebee-2024]"]);
    in_order(&page, &["\nlinks\n", "part of", "[extended-api-agreements]"]);
    // The act is documented by itself, and lists what is said in it.
    let act = printed_of_it(&["show", "stone-denial-2024", "-"]);
    in_order(
        &act,
        &["\nstatus\n  documented\n", "the source is the thing itself", "\nsays\n", "denies", "[inbox-api-agreement]"],
    );
    assert!(Outside { stdin: BUILT_IN, ..PIPES }.run(&["list", "-", "-q", "status:denied"]).out.is_empty());
}

#[test]
fn an_export_lists_as_its_store_does() {
    let queries = [
        "",
        "inbox",
        "\"private messages\"",
        "@netflix in:2011..2016",
        "@netfx",
        "@zuck | @hastings",
        "party:netflix -party:facebook",
        "role:director",
        "#inbox-api",
        "cat:courts,snapchat",
        "status:alleged,disputed",
        "is:denied by:meta",
        "by:meta",
        "alleged-by:advertiser-plaintiffs",
        "denied-by:netflix",
        "source:medianama",
        "in:2013",
        "in:2011..2019-05",
        "surely:2013..2015",
        "before:2011",
        "after:2024-04",
        "amount>10M",
        "amount:USD>=25M",
        "has:amount has:claim",
        "has:end",
        "has:link -has:claim",
        "is:ongoing",
        "is:approximate | is:uncertain",
        "is:disputed",
        "known:..2018",
        "within:30d:documents-unsealed",
        "(watch | onavo) -(cat:courts | cat:disclosures)",
        "xyzzy",
    ];
    for query in queries {
        let listed = real(&["list", "-", "-q", query]);
        let exported = real(&["export", "-", "-F", "toml", "-q", query]);
        let again = Outside { stdin: &exported.out, ..PIPES }.run(&["list", "-"]);
        assert_eq!((exported.exit, again.exit), (listed.exit, listed.exit), "{query}: {}{}", exported.err, again.err);
        assert_eq!(again.out, listed.out, "{query}");
        assert_eq!(listed.exit == 1, query == "xyzzy", "{query} is to find something");
    }
}

#[test]
fn options_of_every_command_may_stand_before_it_and_the_others_are_told_where() {
    let it = real(&["--color", "never", "list", "--limit", "1", "-"]);
    assert!(it.exit == 0 && it.out.contains("Congress"), "{}", it.err);
    let it = real(&["-q", "@netflix", "list", "-"]);
    assert!(
        it.exit == 2 && it.err.contains("stores and queries stand after the command: `dateline list …`"),
        "{}",
        it.err
    );
}
