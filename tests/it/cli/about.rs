//! What the program says of itself: version, settings, completions, manual, places.

use super::*;

#[test]
fn the_version_is_the_packages() {
    assert_eq!(printed(&["-V"]), concat!("dateline ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn print_config_prints_the_file_that_is_read() {
    assert_eq!(printed(&["--print-config"]), include_str!("../../../assets/config.toml"));
    assert_eq!(printed(&["list", "--print-config"]), printed(&["--print-config"]));
}

#[test]
fn completions_are_a_script_that_names_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = printed(&["completions", shell]);
        assert!(
            ["list", "show", "export", "check", "stats", "parties", "info"].iter().all(|it| script.contains(it)),
            "{shell}"
        );
    }
    insta::assert_snapshot!(printed(&["completions", "bash"]).lines().next().unwrap_or_default(), @"_dateline() {");
}

#[test]
fn the_manual_has_its_sections() {
    let page = printed(&["man"]);
    for section in [
        ".TH dateline 1",
        ".SH NAME",
        ".SH FILES",
        ".SH ENVIRONMENT",
        ".SH LINE BY LINE",
        ".SH QUERIES",
        ".SH EXAMPLES",
        ".SH EXIT STATUS",
        ".SH DATELINE EXPORT",
    ] {
        assert!(page.contains(section), "{section}:\n{page}");
    }
}

#[test]
fn info_says_where_everything_is() {
    let outside = Outside { env: &[("DATELINE_STORE", "case.toml"), ("EDITOR", "ed")], ..PIPES };
    insta::assert_snapshot!(shown(&outside.run(&["info"])).replace(env!("CARGO_PKG_VERSION"), "VERSION"), @r#"
    exit 0
    --- stdout
    version   VERSION
    store     case.toml
    session   none is kept of this store
    settings  nowhere/dateline/config.toml (not there)
    keys      nowhere/dateline/keymap.toml (not there)
    themes    nowhere/dateline/themes (not there)
    state     nowhere/dateline (not there)
    views     none
    editor    ed

    terminal  none
    TERM      xterm-256color
    between   nothing that is known
    colours   none
    theme     mono (there are ansi, light, dark, okabe-ito, mono, auto)
    ground    not told; theme = "auto" asks the terminal
    unicode   yes: LANG is C.UTF-8
    mouse     yes, as nearly all do
    links     not told: the terminal is not known to open them, or is not to

    Every sign takes one cell; the bars end in one column:
      ● | documented
      ○ | reported
      ◌ | alleged
      ◐ | disputed
      ✕ | denied
      ⌫ | retracted
      ◇ | unsourced

    What the picture says with them, the bars in one column again:
      ●           | once, here
      ┄┄●┄┄       | once, somewhere in here
      ╎┄●┄╎       | once, one of these
      ◂┄●┄┄╎      | once, by then
      ╎┄●┄┄▸      | once, from then on
      ●           | approximate, c. in lists
      ┝━━━━┥      | it lasted
      ┄┄┄┄┄╺━━━━┥ | it lasted, start vague
      ┄┄┄┄┄╺╸┄┄┄┄ | it lasted, ends vague
      ┝━━▸        | it goes on
      ┝┄┄?        | it ended, none says when
      ◂━━━━┥      | since ever, until then
      ┝━…         | goes on, no room to show
      ◍12         | so many, no room
      ⇄●          | linked with the cursor's
      ‹2  1›      | links beyond the edges
      ╱╱ 11 y     | a long gap, folded
    "#);
}

#[test]
fn settings_that_cannot_be_are_said_and_cost_nothing_else() {
    let outside = Outside { env: &[("DATELINE_THEME", "ligth")], ..PIPES };
    insta::assert_snapshot!(shown(&outside.run(&["list", "-", "-q", "deal"])), @"
    exit 0
    --- stdout
    c. 2013  disputed    A deal is said to follow  [deal]
    --- stderr
    error[bad-setting]: `theme` cannot be set to `ligth`
     --> $DATELINE_THEME:1:1
      |
    1 | ligth
      | ^^^^^
      |
      = help: did you mean `light`?
    ");
    insta::assert_snapshot!(run(&["list", "-", "--config", "no-such.toml"]), @"
    exit 2
    --- stderr
    dateline: cannot read the settings in no-such.toml: NOT FOUND
    ");
    insta::assert_snapshot!(run(&["list", "-", "--color", "sometimes"]), @"
    exit 2
    --- stderr
    error: invalid value 'sometimes' for '--color <WHEN>'
      [possible values: auto, always, never]

    For more information, try '--help'.
    ");
}
