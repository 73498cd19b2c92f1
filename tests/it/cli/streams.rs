//! Streams, whatever the command: colours, readers that go away, and what is never printed raw.

use super::*;

#[test]
fn colours_are_for_terminals_and_for_those_who_ask() {
    let terminal = Terminal { out_width: Some(80), err: true };
    let is_coloured = |env, terminal, args: &[&str]| {
        let outside = Outside { env, terminal, ..PIPES };
        outside.run(&[&["list", "-"], args].concat()).out.contains('\u{1b}')
    };
    assert!(!is_coloured(&[], PIPES.terminal, &[]));
    assert!(is_coloured(&[], terminal, &[]));
    assert!(is_coloured(&[], PIPES.terminal, &["--color", "always"]));
    assert!(is_coloured(&[("CLICOLOR_FORCE", "1")], PIPES.terminal, &[]));
    assert!(!is_coloured(&[("NO_COLOR", "1")], terminal, &[]));
    assert!(!is_coloured(&[("TERM", "dumb")], terminal, &[]));
    assert!(!is_coloured(&[], terminal, &["--color", "never"]));
    assert!(is_coloured(&[("NO_COLOR", "1")], terminal, &["--color", "always"]), "a flag goes before the environment");
}

#[test]
fn words_are_coloured_by_the_same_rules() {
    let outside = |env| Outside { env, terminal: Terminal { out_width: None, err: true }, ..PIPES };
    let is_coloured = |env, args: &[&str]| {
        outside(env).run(&[&["list", "-", "-q", "statsu:alleged"], args].concat()).err.contains('\u{1b}')
    };
    assert!(is_coloured(&[], &[]));
    assert!(!is_coloured(&[("NO_COLOR", "1")], &[]));
    assert!(!is_coloured(&[], &["--color", "never"]));
    assert!(!is_coloured(&[("DATELINE_COLOR", "never")], &[]));
    assert!(is_coloured(&[("NO_COLOR", "1")], &["--color", "always"]));
}

#[test]
fn a_closed_pipe_is_no_error() {
    for args in [
        &["list", "-"][..],
        &["show", "deal", "-"],
        &["export", "-", "-F", "json"],
        &["export", "-", "-F", "csv"],
        &["stats", "-"],
        &["stats", "-", "--format", "json"],
        &["parties", "-"],
        &["man"],
        &["info"],
        &["completions", "bash"],
        &["--print-config"],
        &["--help"],
        &["check", "--explain", "all"],
    ] {
        let mut err = Vec::new();
        let exit = PIPES.run_into(args, &mut Closed, &mut err);
        assert_eq!((exit, String::from_utf8_lossy(&err).as_ref()), (0, ""), "{args:?}");
    }
}

#[test]
fn control_characters_of_data_do_not_reach_the_terminal() {
    let stdin = r#"event = [{ id = "a", title = "\u001b[31mred\u202e" }]"#;
    insta::assert_snapshot!(shown(&Outside { stdin, ..PIPES }.run(&["list", "-"])), @"
    exit 0
    --- stdout
    undated
      unsourced   �[31mred�  [a]
    ");
}
