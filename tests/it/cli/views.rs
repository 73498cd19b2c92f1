//! Views saved under a name, from the command line.

use super::*;

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
        ("tenure", "@bolt | @nobody", "cat:tenure (@bolt | @nobody)"),
        ("either", "cat:tenure", "(@bolt | @acme) cat:tenure"),
        ("either", "deal | talks", "(@bolt | @acme) (deal | talks)"),
    ] {
        let listed = with(config, &["list", "-", "--view", view, "-q", query]);
        assert_eq!(listed, run(&["list", "-", "-q", same]), "{view} {query}");
    }
}

#[test]
fn a_year_before_the_first_may_be_a_date_of_knowledge() {
    let said = run(&["list", "-", "--as-of", "-0043"]);
    assert_eq!(said, run(&["list", "-", "-q", "known:..-0043"]));
}

#[test]
fn the_date_of_the_command_line_goes_before_that_of_a_view() {
    let said = with(VIEWS, &["list", "-", "--view", "then", "--as-of", "2011"]);
    assert_eq!(said, run(&["list", "-", "-q", "deal", "--as-of", "2011"]));
    assert!(said.contains("no event matches"), "{said}");
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
