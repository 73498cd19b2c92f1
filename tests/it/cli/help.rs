//! `--help` of every command, and what is said of arguments that are none.

use super::*;

#[test]
fn help_of_the_program() {
    insta::assert_snapshot!(printed(&["--help"]), @"
    Explore chronologies that have to hold up: dated, sourced, disputed events in plain TOML

    Usage: dateline [OPTIONS] [STORE]... [COMMAND]

    Commands:
      list         Print events, one a line
      show         Print one event, whole
      export       Write events in another format
      check        Find every fault, with its place and its remedy
      stats        Count events and sum money
      parties      Print parties with their number of events
      completions  Print completions for a shell
      man          Print the manual page
      info         Print paths, settings and what the terminal can show
      help         Print the help of a command, or teach a subject: store, queries

    Arguments:
      [STORE]...  Files, folders (every *.toml below), or - for standard input

    Options:
      -q, --query <QUERY>  Keep the events that this query finds: words, @party, #tag, in:2011..2016,
                           status:alleged; several must all match
          --view <NAME>    Keep what this view of the settings shows, beside QUERY
          --no-session     Neither bring back what was on in this store nor remember it
          --tour           Learn the explorer in two minutes, on the built-in chronology
          --plain          Explore line by line: commands on standard input, answers in text, no picture
          --screen-reader  Explore line by line in words to be listened to: one fact a line, no columns,
                           no signs
      -h, --help           Print help
      -V, --version        Print version

    Options for every command:
          --color <WHEN>   Use colours: auto, always or never [default: auto]
          --glyphs <SET>   Draw with: auto, blocks or ascii [default: auto]
          --theme <NAME>   Draw the explorer in this theme [default: ansi]
          --config <FILE>  Read settings from this file instead of the usual one
          --print-config   Print every setting with its default, and leave
          --as-of <DATE>   Show only what was public on this date (EDTF)

    Examples:
      dateline                                      open the built-in chronology
      dateline case.toml notes/                     a file, and a folder over it
      dateline list -q '@netflix in:2011..2016'     what Netflix did in those years
      dateline export -q 'surely:2013..2015' -F md  a table, with its sources below
      dateline --plain < commands.txt               the explorer as text, by command
      dateline check case.toml                      every fault, and its remedy
      dateline export -F toml -q '#inbox-api' | dateline list -

    Line by line: --plain and --screen-reader read a command a line, and `help` lists them. Both are the
    explorer, with its filters, ranges, marks, undo and export. --plain prints numbered events in
    columns, a page at a time. --screen-reader says the event that it is on first, then one fact a line;
    dates and statuses are words, and no title is cut.

    Without a STORE: $DATELINE_STORE, or ./events.toml, or the built-in chronology.

    Exit codes: 0 done; 1 nothing matched, or check found errors; 2 could not run; 130 interrupted.
    ");
}

#[test]
fn examples_are_not_broken_on_80_columns() {
    let help = printed(&["--help"]);
    let examples: Vec<&str> = help.lines().filter(|it| it.starts_with("  dateline ")).collect();
    assert!(5 < examples.len() && examples.iter().all(|it| dateline::text::text_width(it) <= 80), "{help}");
}

#[test]
fn help_of_list() {
    insta::assert_snapshot!(printed(&["list", "--help"]), @"
    Print events, one a line

    Usage: dateline list [OPTIONS] [STORE]...

    Arguments:
      [STORE]...  Files, folders (every *.toml below), or - for standard input

    Options:
      -q, --query <QUERY>  Keep the events that this query finds: words, @party, #tag, in:2011..2016,
                           status:alleged; several must all match
          --view <NAME>    Keep what this view of the settings shows, beside QUERY
          --sort <ORDER>   Order by date, title or amount (largest first) [default: date]
          --limit <N>      Stop after this many events
      -h, --help           Print help

    Options for every command:
          --color <WHEN>   Use colours: auto, always or never [default: auto]
          --glyphs <SET>   Draw with: auto, blocks or ascii [default: auto]
          --theme <NAME>   Draw the explorer in this theme [default: ansi]
          --config <FILE>  Read settings from this file instead of the usual one
          --print-config   Print every setting with its default, and leave
          --as-of <DATE>   Show only what was public on this date (EDTF)
    ");
}

#[test]
fn help_of_show() {
    insta::assert_snapshot!(printed(&["show", "--help"]), @"
    Print one event, whole

    Usage: dateline show [OPTIONS] <ID> [STORE]...

    Arguments:
      <ID>        The event's id
      [STORE]...  Files, folders (every *.toml below), or - for standard input

    Options:
      -h, --help  Print help

    Options for every command:
          --color <WHEN>   Use colours: auto, always or never [default: auto]
          --glyphs <SET>   Draw with: auto, blocks or ascii [default: auto]
          --theme <NAME>   Draw the explorer in this theme [default: ansi]
          --config <FILE>  Read settings from this file instead of the usual one
          --print-config   Print every setting with its default, and leave
          --as-of <DATE>   Show only what was public on this date (EDTF)
    ");
}

#[test]
fn help_of_export() {
    insta::assert_snapshot!(printed(&["export", "--help"]), @"
    Write events in another format

    Usage: dateline export [OPTIONS] [STORE]...

    Arguments:
      [STORE]...  Files, folders (every *.toml below), or - for standard input

    Options:
      -q, --query <QUERY>    Keep the events that this query finds: words, @party, #tag, in:2011..2016,
                             status:alleged; several must all match
          --view <NAME>      Keep what this view of the settings shows, beside QUERY
      -F, --format <FORMAT>  Write in this format [default: by the ending of FILE, or text]
      -o, --output <FILE>    Write to this file, whole or not at all
          --strict           Write nothing if the format cannot carry everything
          --force            Replace FILE if it is there
      -h, --help             Print help

    Options for every command:
          --color <WHEN>   Use colours: auto, always or never [default: auto]
          --glyphs <SET>   Draw with: auto, blocks or ascii [default: auto]
          --theme <NAME>   Draw the explorer in this theme [default: ansi]
          --config <FILE>  Read settings from this file instead of the usual one
          --print-config   Print every setting with its default, and leave
          --as-of <DATE>   Show only what was public on this date (EDTF)

    Formats: text, toml, json, jsonl, csv, markdown. What a format cannot carry is said on standard
    error.
    ");
}

#[test]
fn help_of_check() {
    insta::assert_snapshot!(printed(&["check", "--help"]), @"
    Find every fault, with its place and its remedy

    Usage: dateline check [OPTIONS] [STORE]...

    Arguments:
      [STORE]...  Files, folders (every *.toml below), or - for standard input

    Options:
          --format <FORMAT>  Print for a human, or as json, one object a line [default: human]
          --all              Print every fault, and not only the first 20 of a kind
          --strict           Count warnings as errors
          --explain <CODE>   Explain a rule by its code, or list every rule with `all`
      -h, --help             Print help

    Options for every command:
          --color <WHEN>   Use colours: auto, always or never [default: auto]
          --glyphs <SET>   Draw with: auto, blocks or ascii [default: auto]
          --theme <NAME>   Draw the explorer in this theme [default: ansi]
          --config <FILE>  Read settings from this file instead of the usual one
          --print-config   Print every setting with its default, and leave
          --as-of <DATE>   Show only what was public on this date (EDTF)
    ");
}

#[test]
fn help_of_stats() {
    insta::assert_snapshot!(printed(&["stats", "--help"]), @"
    Count events and sum money

    Usage: dateline stats [OPTIONS] [STORE]...

    Arguments:
      [STORE]...  Files, folders (every *.toml below), or - for standard input

    Options:
      -q, --query <QUERY>    Keep the events that this query finds: words, @party, #tag, in:2011..2016,
                             status:alleged; several must all match
          --view <NAME>      Keep what this view of the settings shows, beside QUERY
          --format <FORMAT>  Print tables of text, or one object of json [default: text]
          --amounts          List the amounts that each sum is of, and those in none
      -h, --help             Print help

    Options for every command:
          --color <WHEN>   Use colours: auto, always or never [default: auto]
          --glyphs <SET>   Draw with: auto, blocks or ascii [default: auto]
          --theme <NAME>   Draw the explorer in this theme [default: ansi]
          --config <FILE>  Read settings from this file instead of the usual one
          --print-config   Print every setting with its default, and leave
          --as-of <DATE>   Show only what was public on this date (EDTF)
    ");
}

#[test]
fn help_of_parties() {
    insta::assert_snapshot!(printed(&["parties", "--help"]), @"
    Print parties with their number of events

    Usage: dateline parties [OPTIONS] [STORE]...

    Arguments:
      [STORE]...  Files, folders (every *.toml below), or - for standard input

    Options:
      -q, --query <QUERY>  Keep the events that this query finds: words, @party, #tag, in:2011..2016,
                           status:alleged; several must all match
          --view <NAME>    Keep what this view of the settings shows, beside QUERY
          --match <TEXT>   Keep the parties whose name or alias matches, best first
      -h, --help           Print help

    Options for every command:
          --color <WHEN>   Use colours: auto, always or never [default: auto]
          --glyphs <SET>   Draw with: auto, blocks or ascii [default: auto]
          --theme <NAME>   Draw the explorer in this theme [default: ansi]
          --config <FILE>  Read settings from this file instead of the usual one
          --print-config   Print every setting with its default, and leave
          --as-of <DATE>   Show only what was public on this date (EDTF)
    ");
}

#[test]
fn help_of_completions() {
    insta::assert_snapshot!(printed(&["completions", "--help"]), @"
    Print completions for a shell

    Usage: dateline completions [OPTIONS] <SHELL>

    Arguments:
      <SHELL>  The shell [possible values: bash, elvish, fish, powershell, zsh]

    Options:
      -h, --help  Print help

    Options for every command:
          --color <WHEN>   Use colours: auto, always or never [default: auto]
          --glyphs <SET>   Draw with: auto, blocks or ascii [default: auto]
          --theme <NAME>   Draw the explorer in this theme [default: ansi]
          --config <FILE>  Read settings from this file instead of the usual one
          --print-config   Print every setting with its default, and leave
          --as-of <DATE>   Show only what was public on this date (EDTF)
    ");
}

#[test]
fn help_of_man_and_info() {
    insta::assert_snapshot!(printed(&["man", "--help"]), @"
    Print the manual page

    Usage: dateline man [OPTIONS]

    Options:
      -h, --help  Print help

    Options for every command:
          --color <WHEN>   Use colours: auto, always or never [default: auto]
          --glyphs <SET>   Draw with: auto, blocks or ascii [default: auto]
          --theme <NAME>   Draw the explorer in this theme [default: ansi]
          --config <FILE>  Read settings from this file instead of the usual one
          --print-config   Print every setting with its default, and leave
          --as-of <DATE>   Show only what was public on this date (EDTF)
    ");
    insta::assert_snapshot!(printed(&["info", "--help"]), @"
    Print paths, settings and what the terminal can show

    Usage: dateline info [OPTIONS] [STORE]...

    Arguments:
      [STORE]...  Files, folders (every *.toml below), or - for standard input

    Options:
      -h, --help  Print help

    Options for every command:
          --color <WHEN>   Use colours: auto, always or never [default: auto]
          --glyphs <SET>   Draw with: auto, blocks or ascii [default: auto]
          --theme <NAME>   Draw the explorer in this theme [default: ansi]
          --config <FILE>  Read settings from this file instead of the usual one
          --print-config   Print every setting with its default, and leave
          --as-of <DATE>   Show only what was public on this date (EDTF)
    ");
}

#[test]
fn help_fits_the_terminal_and_is_as_coloured_as_a_list() {
    let help = |out_width, err| Outside { terminal: Terminal { out_width, err }, ..PIPES }.run(&["list", "--help"]).out;
    assert!(help(Some(60), true).contains("\u{1b}["));
    assert!(help(Some(1), false).contains("list"), "a terminal of one column is no reason to fail");
    let piped = help(None, true);
    assert!(!piped.contains('\u{1b}'), "a terminal for words makes no colours in data");
    let widest = |it: &str| it.lines().map(dateline::text::text_width).max();
    assert!(widest(&piped) <= Some(100), "{piped}");
    let plain = Outside { env: &[("NO_COLOR", "1")], terminal: Terminal { out_width: Some(60), err: true }, ..PIPES };
    let narrow = plain.run(&["list", "--help"]).out;
    assert!(!narrow.contains('\u{1b}') && widest(&narrow) <= Some(60), "{narrow}");
}

#[test]
fn a_command_with_a_typing_mistake_is_guessed() {
    insta::assert_snapshot!(run(&["list", "--srot", "title"]), @"
    exit 2
    --- stderr
    error: unexpected argument '--srot' found

      tip: a similar argument exists: '--sort'

    Usage: dateline list --sort <ORDER> [STORE]...

    For more information, try '--help'.
    ");
    insta::assert_snapshot!(run(&["list", "--sort", "titel"]), @"
    exit 2
    --- stderr
    error: invalid value 'titel' for '--sort <ORDER>'
      [possible values: date, title, amount]

      tip: a similar value exists: 'title'

    For more information, try '--help'.
    ");
    insta::assert_snapshot!(run(&["lsit", "-"]), @"
    exit 2
    --- stderr
    dateline: there is no command, file or folder `lsit`; did you mean `list`?
    ");
}

#[test]
fn a_store_is_taught_from_the_smallest_on() {
    let taught = printed(&["help", "store"]);
    assert!(taught.lines().all(|it| dateline::text::text_width(it) <= 100), "{taught}");
    for part in [dateline::store::SMALLEST_STORE.lines().next().expect("a line"), "[[event]]  An event.", "as_written"]
    {
        assert!(taught.contains(part), "{taught}");
    }
    assert!(run(&["help", "stroe"]).contains("did you mean `store`?"));
    assert_eq!(printed(&["help", "list"]), printed(&["list", "--help"]));
}

#[test]
fn the_language_of_queries_is_taught_whole() {
    let taught = printed(&["help", "queries"]);
    let manual = printed(&["man"]);
    for it in dateline::query::guide() {
        assert!(taught.contains(it.form) && taught.contains(it.example), "{}", it.form);
        assert!(manual.replace("\\-", "-").contains(it.example), "{}", it.form);
    }
    assert!(taught.lines().all(|it| dateline::text::text_width(it) <= 100), "{taught}");
}

#[test]
fn help_of_a_command_is_its_help() {
    assert_eq!(printed(&["help", "list"]), printed(&["list", "--help"]));
    assert_eq!(printed(&["help"]), printed(&["--help"]));
    insta::assert_snapshot!(run(&["help", "querys"]), @"
    exit 2
    --- stderr
    dateline: there is no help for `querys`; did you mean `queries`?
    ");
}
