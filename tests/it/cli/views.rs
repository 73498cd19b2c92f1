//! Views saved under a name, from the command line.

use super::*;
use crate::pty::Explorer;

/// Runs with the settings of `config` between pipes.
fn with(config: &str, args: &[&str]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("config.toml");
    std::fs::write(&path, config).expect("settings");
    let path = path.to_str().expect("a path");
    let run = PIPES.run(&[args, &["--config", path]].concat());
    shown(&run).replace(path, "config.toml")
}

const VIEWS: &str = "[views]\nbolt = '@bolt'\nthen = { query = 'deal', as_of = 'march 2016' }\n";

#[test]
fn a_view_is_the_query_that_it_names() {
    insta::assert_snapshot!(with(VIEWS, &["list", "-", "--view", "bolt"]), @"
    exit 0
    --- stdout
    June 2011 – 30 May 2015  documented  Bolt chairs Acme  [tenure]
    c. 2013                  disputed    A deal is said to follow  [deal]
    ");
    insta::assert_snapshot!(with(VIEWS, &["list", "-", "--view", "bolt", "-q", "talks"]), @"
    exit 1
    --- stderr
    dateline: no event matches
    ");
    for command in ["list", "stats", "export"] {
        assert_eq!(with(VIEWS, &[command, "-", "--view", "bolt"]), run(&[command, "-", "-q", "@bolt"]), "{command}");
        assert_eq!(
            with(VIEWS, &[command, "-", "--view", "then"]),
            run(&[command, "-", "-q", "deal", "--as-of", "2016-03"]),
            "{command}"
        );
    }
}

#[test]
fn a_view_and_an_or_beside_it_must_both_match() {
    let config = "[views]\ntenure = 'cat:tenure'\neither = '@bolt | @acme'\n";
    for (view, query, same) in [
        ("tenure", "@bolt | talks", "cat:tenure (@bolt | talks)"),
        ("either", "cat:tenure", "(@bolt | @acme) cat:tenure"),
        ("either", "deal | talks", "(@bolt | @acme) (deal | talks)"),
    ] {
        let listed = with(config, &["list", "-", "--view", view, "-q", query]);
        assert_eq!(listed, run(&["list", "-", "-q", same]), "{view} {query}");
    }
}

#[test]
fn a_year_before_the_first_may_be_a_date_of_knowledge() {
    insta::assert_snapshot!(run(&["list", "-", "--as-of", "-0043"]), @"
    exit 1
    --- stderr
    dateline: as known on -0043: 4 events and 1 source left out
    dateline: no event matches
    ");
}

#[test]
fn the_date_of_the_command_line_goes_before_that_of_a_view() {
    let said = with(VIEWS, &["list", "-", "--view", "then", "--as-of", "2011"]);
    assert_eq!(said, run(&["list", "-", "-q", "deal", "--as-of", "2011"]));
    assert!(said.contains("as known on 2011") && said.contains("no event matches"), "{said}");
}

#[test]
fn a_view_that_is_not_there_is_said() {
    insta::assert_snapshot!(with(VIEWS, &["list", "-", "--view", "blot"]), @"
    exit 2
    --- stderr
    dateline: there is no view `blot`; did you mean `bolt`?
    ");
    insta::assert_snapshot!(run(&["list", "-", "--view", "blot"]), @"
    exit 2
    --- stderr
    dateline: there is no view `blot`; none is saved: [views] in config.toml names them, and `dateline info` says where it is
    ");
}

#[test]
fn a_view_with_a_mistake_is_said_with_its_place_and_left_out() {
    let config = "[views]\ngood = 'deal'\nbad = 'statsu:alleged'\n";
    insta::assert_snapshot!(with(config, &["list", "-", "--view", "good"]), @"
    exit 0
    --- stdout
    c. 2013  disputed    A deal is said to follow  [deal]
    --- stderr
    error[unknown-prefix]: no term begins with `statsu`
     --> config.toml:3:8
      |
    3 | bad = 'statsu:alleged'
      |        ^^^^^^
      |
      = help: did you mean `status:`?
    ");
}

#[test]
fn every_way_to_look_shows_what_a_view_and_a_query_leave() {
    const TITLES: [&str; 4] = ["Bolt chairs Acme", "Talks", "A deal is said to follow", "A memo that nobody dated"];
    let titles = |text: &str| TITLES.map(|it| text.contains(it));
    let folder = tempfile::tempdir().expect("a folder");
    let written = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("a file");
        path.to_str().expect("a path").to_owned()
    };
    let config =
        "[views]\neither = '@bolt | talks'\nthen = { query = '@acme', as_of = '2014' }\nall = { lanes = 'party' }\n";
    let (config, store) = (written("config.toml", config), written("store.toml", SMALL));
    for (view, query, expect) in [
        ("either", "cat:tenure | talks", [true, true, false, false]),
        ("either", "-cat:tenure", [false, true, true, false]),
        ("then", "deal | tenure", [false; 4]),
        ("all", "has:source has:amount | is:undated", [false, true, true, true]),
    ] {
        let asked = ["--view", view, "-q", query, "--config", &config, "--color", "never", &store];
        let listed = PIPES.run(&[&["list"], &asked[..]].concat());
        assert_eq!(titles(&listed.out), expect, "list: {view} {query}\n{}", listed.out);
        for way in ["--plain", "--screen-reader"] {
            let told = Outside { stdin: "list\n", ..PIPES }.run(&[&[way], &asked[..]].concat());
            assert_eq!(titles(&told.out), expect, "{way}: {view} {query}\n{}", told.out);
        }
        let mut explorer = Explorer::start(&[&["--no-session"], &asked[..]].concat(), &[]);
        let n = expect.iter().filter(|it| **it).count();
        explorer.wait_for(&if n == 0 { "no event".to_owned() } else { format!("{n} of 4") });
        assert_eq!(titles(&explorer.text()), expect, "the explorer: {view} {query}\n{}", explorer.text());
        explorer.type_keys("q");
        explorer.end();
    }
}

#[test]
fn a_view_of_before_is_read_as_it_was_meant() {
    let config = "[views]\nold = '@bolt and deal'\n";
    let said = with(config, &["list", "-", "--view", "old"]);
    assert!(said.contains("warning[old-view]") && said.contains("no event matches"), "{said}");
    let config = format!("{config}language = 2\n");
    assert_eq!(with(&config, &["list", "-", "--view", "old"]), run(&["list", "-", "-q", "@bolt deal"]));
}
