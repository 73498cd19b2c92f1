//! `check`: every fault with its place and its remedy.

use super::*;

/// A store with one error and one warning.
const FAULTS: &str = r#"[[source]]
id = "ledger"
title = "The ledger"

[[event]]
id = "deal"
when = "12/04/1985"
title = "A deal"
sources = ["ledger", "lodger"]
partys = []
"#;

fn check(stdin: &str, args: &[&str]) -> String {
    shown(&Outside { stdin, ..PIPES }.run(&[&["check", "-"], args].concat()))
}

#[test]
fn a_store_without_a_fault_exits_with_0() {
    insta::assert_snapshot!(check(SMALL, &[]), @"
    exit 0
    --- stderr
    4 events in standard input: 0 errors, 0 warnings
    ");
}

#[test]
fn faults_are_shown_where_they_are_with_a_remedy() {
    insta::assert_snapshot!(check(FAULTS, &[]), @r#"
    exit 1
    --- stdout
    error[ambiguous-date]: `12/04/1985` can be read in more than one way
     --> <stdin>:7:9
      |
    7 | when = "12/04/1985"
      |         ^^^^^^^^^^
      |
      = help: write `1985-04-12` or `1985-12-04`

    error[unknown-source]: no source has the id `lodger`
     --> <stdin>:9:22
      |
    9 | sources = ["ledger", "lodger"]
      |                      ^^^^^^^^
      |
      = help: did you mean `ledger`?

    warning[unknown-key]: unknown key `partys` in an event
      --> <stdin>:10:1
       |
    10 | partys = []
       | ^^^^^^
       |
       = help: did you mean `parties`?

    --- stderr
    1 event in standard input: 2 errors, 1 warning
    "#);
}

#[test]
fn faults_for_machines_are_one_object_a_line() {
    insta::assert_snapshot!(check(FAULTS, &["--format", "json"]), @r#"
    exit 1
    --- stdout
    {"severity":"error","code":"ambiguous-date","message":"`12/04/1985` can be read in more than one way","file":"<stdin>","line":7,"column":9,"end_line":7,"end_column":19,"excerpt":"when = \"12/04/1985\"","help":"write `1985-04-12` or `1985-12-04`","related":[]}
    {"severity":"error","code":"unknown-source","message":"no source has the id `lodger`","file":"<stdin>","line":9,"column":22,"end_line":9,"end_column":30,"excerpt":"sources = [\"ledger\", \"lodger\"]","help":"did you mean `ledger`?","related":[]}
    {"severity":"warning","code":"unknown-key","message":"unknown key `partys` in an event","file":"<stdin>","line":10,"column":1,"end_line":10,"end_column":7,"excerpt":"partys = []","help":"did you mean `parties`?","related":[]}
    --- stderr
    1 event in standard input: 2 errors, 1 warning
    "#);
}

#[test]
fn warnings_fail_only_where_that_is_asked_for() {
    let warned = "[[event]]\nid = \"a\"\ntitle = \"A\"\n";
    insta::assert_snapshot!(check(warned, &[]), @r#"
    exit 0
    --- stdout
    warning[no-source]: event `a` has no source
     --> <stdin>:2:6
      |
    2 | id = "a"
      |      ^^^
      |
      = help: add `sources`, or a `source` to one of its claims

    --- stderr
    1 event in standard input: 0 errors, 1 warning
    "#);
    assert!(check(warned, &["--strict"]).starts_with("exit 1\n"));
}

#[test]
fn a_rule_is_explained_by_its_code() {
    insta::assert_snapshot!(run(&["check", "--explain", "ambiguous-date"]), @"
    exit 0
    --- stdout
    error[ambiguous-date]: a date that can be read in more than one way

    People read `12/04/1985` as 12 April or as December 4. This program does not guess: write the one that is meant in EDTF, as the help proposes. The field is left out; without `when` the event is undated.
    ");
}

#[test]
fn all_rules_are_listed_in_columns() {
    let listed = printed(&["check", "--explain", "all"]);
    assert_eq!(listed.lines().count(), dateline::store::rules().count());
    insta::assert_snapshot!(listed.lines().take(4).collect::<Vec<_>>().join("\n"), @"
    error    not-utf8               a text holds bytes that are not UTF-8
    error    unreadable-file        a file of the store cannot be read
    warning  empty-folder           a folder holds no store
    error    bad-include            an `include` pattern is malformed
    ");
}

#[test]
fn a_code_with_a_typing_mistake_is_guessed() {
    insta::assert_snapshot!(run(&["check", "--explain", "ambigous-date"]), @"
    exit 2
    --- stderr
    dateline: no rule has the code `ambigous-date`; did you mean `ambiguous-date`? `check --explain all` lists them
    ");
    insta::assert_snapshot!(run(&["check", "--explain", "xyzzy"]), @"
    exit 2
    --- stderr
    dateline: no rule has the code `xyzzy`; `check --explain all` lists them
    ");
}

#[test]
fn a_report_is_coloured_as_a_list_is() {
    let outside = Outside { stdin: FAULTS, ..PIPES };
    assert!(outside.run(&["check", "-", "--color", "always"]).out.contains("\u{1b}["));
    assert!(!outside.run(&["check", "-"]).out.contains('\u{1b}'));
}

#[test]
fn the_built_in_chronology_has_no_error_and_warnings_of_two_sorts() {
    let it = Outside { stdin: crate::support::BUILT_IN, ..PIPES }.run(&["check", "-", "--format", "json"]);
    assert!(it.exit == 0 && it.err.starts_with("103 events in ") && it.err.contains(": 0 errors, "), "{}", it.err);
    // Papers that repeat one letter, and a figure that others contradict: both are as they are meant.
    for line in it.out.lines() {
        assert!(line.contains(r#""code":"single-root""#) || line.contains(r#""code":"status-disagrees""#), "{line}");
    }
}

#[test]
fn many_of_a_kind_are_counted_for_people() {
    let many: Vec<String> = (0..30).map(|it| format!("[[event]]\nid = \"e{it}\"\ntitle = \"E\"\n")).collect();
    let many = many.concat();
    let told = check(&many, &[]);
    assert_eq!(told.matches("warning[no-source]").count(), 20, "{told}");
    assert!(told.contains("\n10 more of `no-source`: `--all` prints them\n"), "{told}");
    assert!(told.contains("0 errors, 30 warnings"), "{told}");
    for args in [&["--all"][..], &["--format", "json"]] {
        let told = check(&many, args);
        assert_eq!(told.matches("no-source").count(), 30, "{told}");
    }
}

#[test]
fn settings_say_how_much_a_warning_counts() {
    let folder = tempfile::tempdir().expect("a folder");
    let config = folder.path().join("config.toml");
    let config = config.to_str().expect("a path is text");
    let warned = "[[event]]\nid = \"a\"\ntitle = \"A\"\n";
    let set = |lint: &str| {
        std::fs::write(config, format!("[lint]\n{lint}\n")).expect("the folder is ours");
        check(warned, &["--config", config])
    };
    assert!(set("no-source = \"allow\"").contains("0 errors, 0 warnings"));
    assert!(set("no-source = \"warn\"").contains("0 errors, 1 warning"));
    let denied = set("no-source = \"deny\"");
    assert!(denied.starts_with("exit 1\n") && denied.contains("error[no-source]"), "{denied}");
    let wrong = set("no-sauce = \"deny\"");
    assert!(
        wrong.contains("no warning has the code `no-sauce`") && wrong.contains("did you mean `no-source`?"),
        "{wrong}"
    );
    let wrong = set("no-source = \"denny\"");
    assert!(wrong.contains("`no-source` cannot be set to this") && wrong.contains("did you mean `deny`?"), "{wrong}");
    assert!(set("syntax = \"allow\"").contains("no warning has the code `syntax`"));
}

#[test]
fn the_settings_name_every_warning() {
    let printed = printed(&["--print-config"]);
    for rule in dateline::store::rules().filter(|it| it.severity == dateline::diag::Severity::Warning) {
        assert!(printed.contains(&format!("\n# {} = \"warn\"\n", rule.code)), "{}", rule.code);
    }
}

#[test]
fn nothing_is_wrong_with_the_store_that_the_front_page_shows() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).expect("a page");
    let store = page.split("```toml\n").nth(1).and_then(|it| it.split("```").next()).expect("a store");
    assert_eq!(check(store, &[]), "exit 0\n--- stderr\n1 event in standard input: 0 errors, 0 warnings\n");
}
