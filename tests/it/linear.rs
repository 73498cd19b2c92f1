//! The explorer a line at a time: whole dialogues, every command, every mistake, and that its numbers are the screen's.

use std::{ffi::OsString, path::Path, sync::OnceLock};

use dateline::{
    cli::{self, Io, Terminal},
    keys::Action,
};
use proptest::prelude::*;

use crate::support::{Shell, TODAY};

/// What comes of a dialogue.
struct Run {
    exit: String,
    out: String,
    err: String,
}

/// Who types: a pipe, or somebody at a terminal, whose answers go to one as well.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Typist {
    Pipe,
    Person,
}

fn converse(args: &[&str], commands: &str, typist: Typist) -> Run {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let fixed = [("XDG_CONFIG_HOME", "nowhere"), ("LANG", "C.UTF-8"), ("TERM", "xterm-256color"), ("EDITOR", "false")];
    let env = |name: &str| fixed.iter().find(|it| it.0 == name).map(|it| it.1.to_owned());
    let is_terminal = typist == Typist::Person;
    let exit = cli::run(
        ["dateline"].iter().chain(args).map(OsString::from),
        &mut Io {
            out: &mut out,
            err: &mut err,
            stdin: &mut commands.as_bytes(),
            terminal: Terminal { out_width: is_terminal.then_some(72), err: is_terminal },
            stdin_is_terminal: is_terminal,
            env: &env,
            today: TODAY,
        },
    );
    let text = |it| String::from_utf8(it).expect("output is UTF-8");
    Run { exit: format!("{exit:?}"), out: text(out), err: text(err) }
}

/// Returns what is answered to `commands` on the built-in chronology, which stands in the folder of the tests; without what is
/// said before the first.
#[track_caller]
fn answers(voice: &str, commands: &str) -> String {
    static OPENINGS: [OnceLock<String>; 2] = [OnceLock::new(), OnceLock::new()];
    let whole = converse(&[voice], commands, Typist::Pipe);
    assert_eq!(whole.err, "");
    let opening = OPENINGS[usize::from(voice == "--plain")].get_or_init(|| converse(&[voice], "", Typist::Pipe).out);
    whole.out.strip_prefix(opening.as_str()).expect("a dialogue begins as every one does").to_owned()
}

#[track_caller]
fn plain(commands: &str) -> String {
    answers("--plain", commands)
}

#[track_caller]
fn spoken(commands: &str) -> String {
    answers("--screen-reader", commands)
}

/// Events of every sort of ends, and one without a date.
const OPEN: &str = r#"
[[event]]
id = "on"
when = "2011/.."
title = "It goes on"
[[event]]
id = "until"
when = "/2012"
title = "It began at some time"
[[event]]
id = "from"
when = "2013/"
title = "It ended at some time"
[[event]]
id = "one"
when = "[2012-03..2012-09]"
title = "On one of these days\u001b[31m"
[[event]]
id = "none"
title = "Nobody dated this"
"#;

/// Returns what is answered to `commands` on [`OPEN`].
fn of_open(voice: &str, commands: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("open.toml");
    std::fs::write(&path, OPEN).expect("a file");
    let run = converse(&[voice, &path.display().to_string()], commands, Typist::Pipe);
    assert_eq!(run.err, "");
    let opening = converse(&[voice, &path.display().to_string()], "", Typist::Pipe).out;
    let answers = run.out.strip_prefix(&*opening).expect("a dialogue begins as every one does");
    answers.replace(&*folder.path().display().to_string(), "FOLDER")
}

#[test]
fn every_action_is_a_command_or_needs_the_picture() {
    let listed = plain("help\nhelp actions\n");
    let mut needs = Vec::new();
    for action in Action::palette() {
        let letter = if action.takes_letter() { " a" } else { "" };
        let answer = plain(&format!("{action}{letter}\n"));
        let help = plain(&format!("help {action}\n"));
        assert!(!answer.contains("no command"), "{action}: {answer}");
        if answer.contains("needs the picture") {
            assert!(help.contains("needs the picture: "), "{action}: {help}");
            needs.push(action.name());
            continue;
        }
        let ends = matches!(action, Action::Quit | Action::Back);
        assert!(ends || !answer.is_empty(), "{action} is answered with nothing");
        let is_listed = listed.lines().any(|it| it.split_whitespace().next() == Some(action.name()));
        assert!(is_listed || help.contains("also: "), "{action} is listed nowhere: {help}");
        assert!(!help.contains("needs the picture"), "{action}: {help}");
    }
    insta::assert_snapshot!(needs.join(" "), @"next-pane previous-pane toggle-detail scroll-detail-down scroll-detail-up layout-all layout-timeline layout-list palette tour toggle-mouse redraw suspend");
}

#[test]
fn numbers_are_those_of_the_screen() {
    for query in ["@netflix in:2013..2014", "in:2013", "status:alleged | amount>1M", "known:..2018", "xyzzy"] {
        let mut screen = Shell::built_in((80, 24));
        screen.keys(&format!("f{}<enter>", query.replace('<', "<lt>")));
        let (n, surely) = (screen.state.find.shown.len(), screen.state.find.shown.n_surely);
        let answer = plain(&format!("filter {query}\n"));
        let counted = match n - surely {
            0 if n == 0 => format!("{n} of 112 events shown\n"),
            0 => format!("{n} of 112 events shown, all certain\n"),
            possible => format!("{n} of 112 events shown, {surely} certain, {possible} possible\n"),
        };
        assert!(answer.starts_with(&counted), "{query}: {counted}{answer}");
    }
    let mut screen = Shell::built_in((80, 24));
    screen.keys("f@facebook<enter>grmarch 2013 to may 2019<enter>");
    let measures = screen.state.answers.measures.clone().expect("a range is measured");
    let answer = plain("filter @facebook\nrange march 2013 to may 2019\n");
    let (n, surely) = (measures.n_events, measures.n_surely);
    let words = format!("{n} events in the range, {surely} certain, {} possible\n", n - surely);
    assert!(answer.contains(&words), "{words}{answer}");
    screen.keys("<esc>gl");
    let lanes = screen.state.find.lanes.each.len();
    assert!(plain("filter @facebook\nlanes category\n").contains(&format!("lanes by category, {lanes} lanes\n")));
    // Every lane is told with the count that stands beside it on the screen.
    let told = plain("filter @facebook\nlanes category\n");
    for lane in &screen.state.find.lanes.each {
        let n = lane.ids.len();
        let plural = if n == 1 { "" } else { "s" };
        assert!(told.contains(&format!("\n{}: {n} event{plural}, ", lane.label)), "{}: {told}", lane.label);
    }
}

#[test]
fn an_overview_counts_every_event_once() {
    for query in ["", "@facebook", "in:2011..2013", "cat:courts"] {
        let told = plain(&format!("filter {query}\noverview\n"));
        let count = |it: &str| it.strip_prefix(' ')?.trim_start().split("  ").next()?.parse::<usize>().ok();
        let n: usize = told.lines().filter_map(count).sum();
        let mut screen = Shell::built_in((80, 24));
        screen.keys(&format!("f{query}<enter>"));
        assert_eq!(n, screen.shown(), "{query}: {told}");
    }
}

#[test]
fn a_filter_with_a_mistake_changes_nothing() {
    let before = plain("filter cat:courts\nwhere\n");
    let after = plain("filter cat:courts\nfilter cat:courts statsu:alleged\nwhere\n");
    let where_ = |it: &str| it.lines().rev().take(5).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(where_(&before), where_(&after));
    let undone = plain("filter cat:courts\nfilter (\ngo nodate\nundo\n");
    assert!(undone.ends_with("  [vppa-enacted-1988]\n"), "{undone}");
    assert!(undone.contains("\n112 events, all shown\nno filter\n"), "mistakes are no steps to undo: {undone}");
}

#[test]
fn mistakes_are_shown_under_their_word() {
    insta::assert_snapshot!(plain("filter @netflix statsu:alleged\n"), @"
    error[unknown-prefix]: no term begins with `statsu`
     --> <command>:1:17
      |
    1 | filter @netflix statsu:alleged
      |                 ^^^^^^
      |
      = help: did you mean `status:`?
    ");
    insta::assert_snapshot!(plain("  fliter x\nstatus:alleged\nshow 113\nshow inbox-api-agremeent\n"), @"
    error[unknown-command]: there is no command `fliter`
     --> <command>:1:3
      |
    1 |   fliter x
      |   ^^^^^^
      |
      = help: did you mean `filter`?
    error[unknown-command]: there is no command `status:alleged`
     --> <command>:1:1
      |
    1 | status:alleged
      | ^^^^^^^^^^^^^^
      |
      = help: `filter` takes a query, as in `filter @netflix in:2013`
    error[no-event]: there is no event 113
     --> <command>:1:6
      |
    1 | show 113
      |      ^^^
      |
      = help: the shown events are numbered 1 to 112
    error[no-event]: no event has the id `inbox-api-agremeent`
     --> <command>:1:6
      |
    1 | show inbox-api-agremeent
      |      ^^^^^^^^^^^^^^^^^^^
      |
      = help: did you mean `inbox-api-agreement`?
    ");
    insta::assert_snapshot!(plain("go\ngo someday\nrange 2014/2013\nas-of soon\n"), @"
    error[missing]: `go` needs a date
     --> <command>:1:3
      |
    1 | go
      |   ^
      |
      = help: as in `go 2013-08`, `go June 2012`
    error[bad-date]: `someday` is not a date: year must have exactly four digits (or X)
     --> <command>:1:4
      |
    1 | go someday
      |    ^^^^^^^
      |
      = help: dates are EDTF, such as `1985`, `1985-04-12`, `1985~`, `201X`, `2011-06/2019`, `[..1870]`, or `2024-03-01T14:05Z`
    error[bad-date]: `2014/2013` ends before it starts
     --> <command>:1:7
      |
    1 | range 2014/2013
      |       ^^^^^^^^^
      |
      = help: write `2013/2014` if the two were swapped
    error[bad-date]: `soon` is not a date: year must have exactly four digits (or X)
     --> <command>:1:7
      |
    1 | as-of soon
      |       ^^^^
      |
      = help: dates are EDTF, such as `1985`, `1985-04-12`, `1985~`, `201X`, `2011-06/2019`, `[..1870]`, or `2024-03-01T14:05Z`
    ");
    insta::assert_snapshot!(plain("lanes partys\nnext few\nlanes-by x y\nundo it\nset-bookmark\nexport\nexport x.doc\n12 x\naccept\n"), @"
    error[unknown-lanes]: there are no lanes by `partys`
     --> <command>:1:7
      |
    1 | lanes partys
      |       ^^^^^^
      |
      = help: did you mean `party`? lanes are by category, party, status, source, tag, file, none
    error[bad-number]: `few` is no number
     --> <command>:1:6
      |
    1 | next few
      |      ^^^
    error[unknown-lanes]: there are no lanes by `x y`
     --> <command>:1:10
      |
    1 | lanes-by x y
      |          ^^^
      |
      = help: lanes are by category, party, status, source, tag, file, none
    error[too-much]: nothing can follow `undo`
     --> <command>:1:6
      |
    1 | undo it
      |      ^^
    error[missing]: `set-bookmark` needs a letter
     --> <command>:1:13
      |
    1 | set-bookmark
      |             ^
      |
      = help: as in `set-bookmark a`
    error[missing]: `export` needs a file
     --> <command>:1:7
      |
    1 | export
      |       ^
      |
      = help: end it in one of .txt, .toml, .json, .jsonl, .csv, .md
    error[unknown-format]: the end of `x.doc` names no format
     --> <command>:1:8
      |
    1 | export x.doc
      |        ^^^^^
      |
      = help: end it in one of .txt, .toml, .json, .jsonl, .csv, .md
    error[too-much]: nothing can follow `12`
     --> <command>:1:4
      |
    1 | 12 x
      |    ^
    error[unknown-command]: there is no command `accept`
     --> <command>:1:1
      |
    1 | accept
      | ^^^^^^
      |
      = help: `help` lists the commands; `search` looks for words
    ");
    insta::assert_snapshot!(spoken("filter @netflix statsu:alleged\nfliter x\nshow 113\ngo\n"), @"
    mistake: no term begins with statsu
    at character 17: statsu
    help: did you mean status:?
    mistake: there is no command fliter
    at character 1: fliter
    help: did you mean filter?
    mistake: there is no event 113
    at character 6: 113
    help: the shown events are numbered 1 to 112
    mistake: go needs a date
    at character 3
    help: as in go 2013-08, go June 2012
    ");
}

#[test]
fn what_the_explorer_says_of_keys_is_said_of_commands() {
    let keys = [
        "filter xyzzy",
        "set-bookmark a\nfilter @onavo\njump-to-bookmark a",
        "jump-to-bookmark b",
        "set-bookmark c",
        "search-next",
        "remove-chip",
        "search inbox api\nfilter @netflix\nfollow 2",
        "undo",
        "search xyzzy",
    ];
    insta::assert_snapshot!(keys.map(|it| spoken(&format!("{it}\n"))).join("---\n"), @"
    no event is shown
    0 of 112 events shown
    filter: xyzzy
    no event passes the filter: undo undoes it, remove-chip drops its last term
    ---
    bookmark a is here: jump-to-bookmark a comes back
    on event 1 of 10, Oct 2013, reported, Facebook buys Onavo of Israel
    10 of 112 events shown, all certain
    filter: @onavo
    the filter hides bookmark a: toggle-filters shows everything
    ---
    there is no bookmark b: set-bookmark b sets it
    ---
    bookmark c is here: jump-to-bookmark c comes back
    ---
    nothing is searched for: search searches
    ---
    there is no filter: filter sets one
    ---
    on event 22 of 112, between June 2011 and Dec 2013, disputed, Plaintiffs: 'Inbox API' deal opens users' inboxes to Netflix
    hit 1 of 1 for inbox api
    on event 17 of 57, between June 2011 and Dec 2013, disputed, Plaintiffs: 'Inbox API' deal opens users' inboxes to Netflix
    57 of 112 events shown, all certain
    filter: @netflix
    on event 18 of 57, between June 2011 and Dec 2013, alleged, Plaintiffs: in return Netflix owes a fortnightly report
    1 hit for inbox api
    ---
    nothing to undo
    ---
    nothing that is shown holds xyzzy
    ");
}

#[test]
fn nothing_is_left_unsaid_where_nothing_changes() {
    insta::assert_snapshot!(spoken("previous\nlast\nnext\nnext-in-lane\nnext-gap\nback-in-jumps\nback-in-jumps\nredo\nswap-range-ends\ncentre\n"), @"
    this is the first event
    on event 112 of 112, 20 Jan 2026, documented, The FTC gives notice of appeal in its suit against Meta
    this is the last event
    this is the last event on its lane
    no silence of a tenth of the view follows
    on event 1 of 112, 5 Nov 1988, documented, Congress passes the Video Privacy Protection Act
    no jump began before this place
    nothing to redo
    there is no range: range DATE sets one
    in view: 19 May 1969 to 14 June 2008, 5 events
    ");
}

#[test]
fn a_range_can_be_drawn_or_typed_and_stays_while_one_looks() {
    insta::assert_snapshot!(of_open("--plain", "range\nnext 2\nshow 1\nwhere\nrange\nrange 2013\nstats\nback\n"), @"
    range: 1 Jan 2011 to 1 Jan 2013, 2 years
    4 events in the range, 3 certain, 1 possible
    range: 1 Jan 2011 to 1 Jan 2013, 2 years
    4 events in the range, 3 certain, 1 possible
    > 3  ? – 2012  unsourced   It began at some time  [until]
    event 1 of 5
    It goes on
    [on]

    when
      since 2011
        lasted from 1 Jan 2011 with no end given; for certain from 31 Dec 2011 on

    status
      unsourced
        neither claim nor source

    file
      FOLDER/open.toml:2
    > 3  ? – 2012  unsourced   It began at some time  [until]
    5 events, all shown
    no filter
    lanes by category, 1 lane
    in view: 13 Dec 2010 to 19 Jan 2013, 4 events
    range: 1 Jan 2011 to 1 Jan 2013, 2 years
    4 events in the range, 3 certain, 1 possible
    nothing is marked
    no range
    in view: 22 Dec 2012 to 10 Jan 2014, 3 events
    range: 1 Jan 2013 to 31 Dec 2013, 1 year
    2 events in the range, all certain
    > 4  2013 – ?  unsourced   It ended at some time  [from]
    statistics of the range 2013-01-01 to 2013-12-31
    2 events, from 2011-01-01 to 2013-01-01, 0 undated

    status
           2  unsourced

    year
           2  wider than a year

    longest silences
              2012-01-01 to 2012-12-31  1 year

    came out
           0  at once, or within the date
           0  up to a month
           0  up to a year
           0  up to five years
           0  up to ten years
           0  longer
           2  not told
    no range
    ");
}

#[test]
fn an_export_writes_what_the_dialog_would() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("some.csv");
    let at = path.display().to_string();
    let told = plain(&format!("filter cat:courts\nexport {at}\nexport {at}\nexport! {at}\nexport {at}/no/such.csv\n"));
    let written = std::fs::read_to_string(&path).expect("a file");
    let listed = converse(&["export", "-F", "csv", "-q", "cat:courts"], "", Typist::Pipe).out;
    assert_eq!(written, listed);
    let told = told.replace(&*folder.path().display().to_string(), "FOLDER");
    let told: Vec<&str> = told.lines().filter(|it| !it.starts_with("not carried: ")).collect();
    insta::assert_snapshot!(told.join("\n"), @"
    22 of 112 events shown, all certain
    filter: cat:courts
    >  1  27 July 2012  documented  FTC order: Facebook must not misstate its privacy practices  [ftc-order-2012]
    wrote 22 events to FOLDER/some.csv as csv, what the filter shows: cat:courts
    FOLDER/some.csv exists already: `export! FOLDER/some.csv` replaces it
    wrote 22 events to FOLDER/some.csv as csv, what the filter shows: cat:courts
    there is no folder FOLDER/some.csv/no to write FOLDER/some.csv/no/such.csv in
    ");
}

#[test]
fn an_export_is_not_written_over_the_store() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("open.toml");
    std::fs::write(&file, OPEN).expect("a store");
    let at = file.display().to_string();
    for export in ["export", "export!"] {
        let told = converse(&["--plain", &at], &format!("{export} {at}\n"), Typist::Pipe).out;
        assert!(told.contains(&format!("{at} is part of the store that is read: name another file")), "{told}");
        assert_eq!(std::fs::read_to_string(&file).expect("a store"), OPEN);
    }
}

#[test]
fn a_copy_is_printed_and_a_place_is_said() {
    insta::assert_snapshot!(plain("show titan-api-access\ncopy-id\ncopy-csv\nopen-url\n").lines().rev().take(4).collect::<Vec<_>>().join("\n"), @r#"
    https://arstechnica.com/gadgets/2024/03/netflix-ad-spend-led-to-facebook-dm-access-end-of-facebook-streaming-biz-lawsuit/
    titan-api-access,2013-08,2013-08-01,2013-08-31,Aug 2013,,,Plaintiffs: Facebook gives Netflix its private 'Titan API',"The letter says that Netflix, as an approved partner, was given a private interface in August 2013, to users' 'messaging app and non-app friends' among other things. By the same account data flowed back to Facebook.",data deals,alleged,,Netflix (approved partner); Meta Platforms (API provider); Klein advertisers (allege it); Titan API (interface given),"Klein advertisers alleges (in hastings-letter-2023-04, 2023-04-14)",,,,,hastings-letter; ars-2024; headlineusa-2024; notthebee-2024; zerohedge-2024; techweez-2024,part-of extended-api-agreements,from-letters; api; titan-api,,2024-03-23,
    id,when,earliest,latest,date,as_written,seq,title,summary,category,status,status_stated,parties,claims,amounts,amount_min,amount_max,currency,sources,links,tags,place,known_since,note
    titan-api-access
    "#);
    let edited = plain("edit\n");
    assert!(
        edited.starts_with("events.toml:")
            && edited.trim_end().rsplit(':').next().is_some_and(|it| it.parse::<u32>().is_ok())
    );
    let by_hand = converse(&["--plain"], "edit\n", Typist::Person).out;
    assert!(by_hand.contains("false ended with exit status: 1"), "{by_hand}");
}

#[test]
fn a_person_is_prompted_and_a_pipe_is_not() {
    let person = converse(&["--plain", "--color", "never", "-q", "@onavo"], "where\nquit\nlist\n", Typist::Person);
    insta::assert_snapshot!(person.out, @"
    Netflix and Facebook
    10 of 112 events shown, all certain
    filter: @onavo
    >  1  Oct 2013                   reported    Facebook buys Onavo of Is…
       2  Feb 2016 – Oct 2017        documented  Court: Onavo Protect's Au…
       3  June 2016 – c. May 2019    disputed    Plaintiffs: Facebook pane…
       4  c. July 2016               alleged     Emails: Onavo team propos…
       5  Aug 2017                   documented  WSJ: Onavo showed Faceboo…
       6  22 Aug 2018                reported    Onavo Protect leaves Appl…
       7  c. 21 Feb 2019 – May 2019  reported    Facebook shuts Onavo Prot…
       8  9 Dec 2020                 documented  The FTC and 46 states bri…
       9  26 July 2023               documented  A$20m penalty: Australian…
      10  2 Apr 2024                 documented  Business Insider: Faceboo…
    events 1 to 10 of 10, the last
    an empty line is the next page, `help` lists the commands
    dateline> >  1  Oct 2013  reported    Facebook buys Onavo of Israel
    10 of 112 events shown, all certain
    filter: @onavo
    lanes by category, 3 lanes
    in view: 1 Dec 1987 to 26 Dec 2026, 10 events
    nothing is marked
    dateline>
    ");
    let listener = converse(&["--screen-reader", "--color", "always", "-q", "@onavo"], "next\n", Typist::Person);
    insta::assert_snapshot!(listener.out, @"
    Netflix and Facebook
    on event 1 of 10, Oct 2013, reported, Facebook buys Onavo of Israel
    10 of 112 events shown, all certain
    filter: @onavo
    an empty line reads a page of events, help lists the commands
    > on event 2 of 10, Feb 2016 to Oct 2017, documented, Court: Onavo Protect's Australian listings lacked disclosure
    >
    ");
    assert!(!converse(&["--plain"], "list\n", Typist::Pipe).out.contains("dateline> "));
}

#[test]
fn a_word_alone_takes_back_what_it_set() {
    insta::assert_snapshot!(spoken("filter @onavo\nfilter\nas-of 2018\nas-of\nsearch inbox\nsearch\nrange 2013\nrange\nundo\n"), @"
    on event 1 of 10, Oct 2013, reported, Facebook buys Onavo of Israel
    10 of 112 events shown, all certain
    filter: @onavo
    on event 20 of 112, Oct 2013, reported, Facebook buys Onavo of Israel
    112 events, all shown
    no filter
    on event 16 of 40, Oct 2013, reported, Facebook buys Onavo of Israel
    all 40 events shown, all certain
    filter: as known on 2018
    in view: 3 Feb 1988 to 21 Sep 2019, 40 events
    nothing is marked
    as known on 2018: 72 events, 3 claims, 24 citations, 132 sources, 8 links, 2 amounts and 3 ends left out
    on event 20 of 112, Oct 2013, reported, Facebook buys Onavo of Israel
    112 events, all shown
    no filter
    in view: 1 Dec 1987 to 26 Dec 2026, 112 events
    nothing is marked
    on event 22 of 112, between June 2011 and Dec 2013, disputed, Plaintiffs: 'Inbox API' deal opens users' inboxes to Netflix
    hit 2 of 7 for inbox
    nothing is searched for
    on event 17 of 112, 10 Jan 2013, documented, Obama signs the change to the video-privacy law
    in view: 22 Dec 2012 to 10 Jan 2014, 18 events
    range: 1 Jan 2013 to 31 Dec 2013, 1 year
    17 events in the range, 11 certain, 6 possible
    no range
    range: 1 Jan 2013 to 31 Dec 2013, 1 year
    17 events in the range, 11 certain, 6 possible
    ");
}

#[test]
fn a_long_answer_comes_a_screen_at_a_time_to_a_person() {
    let long = |commands: &str| converse(&["--plain", "--color", "never"], commands, Typist::Person).out;
    let whole = plain("lanes party\n");
    assert!(!whole.contains("an empty line goes on"), "a pipe gets all of it");
    let screens: Vec<String> = long("lanes party\n\nwhere\n\n").split("dateline> ").map(str::to_owned).collect();
    let [_, first, second, third, next, _] = &*screens else { panic!("{screens:?}") };
    assert!(first.ends_with(" more: an empty line goes on\n") && second.ends_with(" more: an empty line goes on\n"));
    assert_eq!((first.lines().count(), second.lines().count()), (23, 23));
    assert!(third.starts_with("> "), "another command is answered at once: {third}");
    assert!(next.contains(" 21 "), "and then an empty line is the next page of events: {next}");
}

#[test]
fn keys_of_the_screen_are_told_as_commands() {
    let told = |key: &str| spoken(&format!("{key} x\n")).lines().nth(2).unwrap_or_default().to_owned();
    insta::assert_snapshot!(["f", "u", "gs", "zf"].map(told).join("\n"), @"
    help: on the screen that is a key: the command is filter
    help: on the screen that is a key: the command is undo
    help: on the screen that is a key: the command is statistics
    help: on the screen that is a key: the command is fit-selection
    ");
}

#[test]
fn short_stretches_are_told_with_the_time_of_day() {
    insta::assert_snapshot!(spoken("go 2013-08-12\nzoom-to-hour\nzoom-to-day\nzoom-to-week\n"), @"
    on event 19 of 112, Aug 2013, alleged, Plaintiffs: Facebook gives Netflix its private 'Titan API'
    in view: 16 Aug 2013 11:00 to 16 Aug 2013 11:59, 14 events
    in view: 16 Aug 2013 00:00 to 16 Aug 2013 23:59, 14 events
    in view: 12 Aug 2013 to 18 Aug 2013, 14 events
    ");
}

#[test]
fn colours_are_those_of_other_output() {
    let out = |color: &str| converse(&["--plain", "--color", color], "show 1\nfilter (\n", Typist::Person).out;
    assert!(out("always").contains("\u{1b}[32mdocumented") && out("auto").contains("\u{1b}["));
    assert!(!out("never").contains('\u{1b}'));
    assert!(!converse(&["--plain"], "show 1\nfilter (\n", Typist::Pipe).out.contains('\u{1b}'));
    assert!(!converse(&["--screen-reader", "--color", "always"], "show 1\n", Typist::Person).out.contains('\u{1b}'));
}

#[test]
fn nothing_is_cut_or_drawn_for_a_listener() {
    let told = spoken(
        "\nlist 30\nshow 18\nlanes party\noverview\nstats\nlinks\nproblems\nparties\nwhere\nhelp\nhelp actions\n",
    );
    for sign in ['…', '│', '─', '·', '●', '◌', '┄', '━', '`', '|', '\t'] {
        assert!(!told.contains(sign), "{sign}: {told}");
    }
    assert!(told.lines().all(|it| it == it.trim() && !it.contains("  ")), "columns: {told}");
}

#[test]
fn stores_that_cannot_be_explored_are_said() {
    let run = converse(&["--plain", "-"], "list\n", Typist::Pipe);
    assert_eq!((run.exit.contains("(2)"), run.out.as_str()), (true, ""), "{}", run.exit);
    insta::assert_snapshot!(run.err, @"dateline: standard input holds the commands here: name a file or a folder to explore");
    insta::assert_snapshot!(converse(&["--plain", "-q", "statsu:x"], "list\n", Typist::Pipe).err, @"
    error[unknown-prefix]: no term begins with `statsu`
     --> <query>:1:1
      |
    1 | statsu:x
      | ^^^^^^
      |
      = help: did you mean `status:`?
    ");
    insta::assert_snapshot!(converse(&["--plain", "no-such.toml"], "list\n", Typist::Pipe).err, @"dateline: cannot read `no-such.toml`: No such file or directory (os error 2); check the spelling, or give `-` to read standard input");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("empty.toml");
    std::fs::write(&path, "").expect("a file");
    let run = converse(
        &["--plain", &path.display().to_string()],
        "\nshow\nnext\nmark\nstats\nexport x.csv\nlanes\noverview\nlinks\n",
        Typist::Pipe,
    );
    assert!(!Path::new("x.csv").exists());
    insta::assert_snapshot!(run.out.replace(&*folder.path().display().to_string(), "FOLDER"), @"
    FOLDER/empty.toml
    0 events, all shown
    this store has no events yet
    an empty line is the next page, `help` lists the commands
    this store has no events yet
    this store has no events yet
    no event is shown
    no event is shown
    statistics of everything in the store
    0 events, 0 undated
    there is no event to export
    lanes by category, 0 lanes
    in view: 14 Nov 2025 to 3 Dec 2026, 0 events
    0 events, all shown
    in view: 14 Nov 2025 to 3 Dec 2026, 0 events
    this store has no events yet
    ");
}

#[test]
fn undated_and_open_events_are_told_in_words() {
    const TOLD: &str = "lanes none\nfilter in:2012-05\nzoom-to-month\nlanes\noverview\nshow 3\n";
    insta::assert_snapshot!(of_open("--plain", TOLD), @"
    lanes by none, 1 lane
    in view: 13 Dec 2010 to 19 Jan 2013, 4 events

    all: 4 events, all in view
    > 1  since 2011                     unsourced   It goes on  [on]
            lasted from 1 Jan 2011 with no end given; for certain from 31 Dec 2011 on; goes on
      2  between Mar 2012 and Sep 2012  unsourced   On one of these days�[31m  [one]
            once, at an unknown time between 1 Mar and 30 Sep 2012
      3  ? – 2012                       unsourced   It began at some time  [until]
            lasted from an unknown time to 31 Dec 2012; for certain in 2012, on which days nobody knows; start unknown
      4  2013 – ?                       unsourced   It ended at some time  [from]
            lasted from 1 Jan 2013 to an unknown time; for certain in 2013, on which days nobody knows; end unknown
    1 undated event is on no lane
    lanes by none, 1 lane
    3 of 5 events shown, 1 certain, 2 possible
    filter: in:2012-05
    > 1  since 2011  unsourced   It goes on  [on]
    in view: 1 Jan 2011 to 31 Jan 2011, 2 events
    lanes by none, 1 lane
    in view: 1 Jan 2011 to 31 Jan 2011, 2 events

    all: 3 events, 2 in view
    > 1  since 2011  unsourced   It goes on  [on]
            lasted from 1 Jan 2011 with no end given; for certain from 31 Dec 2011 on; goes on
      3? ? – 2012    unsourced   It began at some time  [until]
            lasted from an unknown time to 31 Dec 2012; for certain in 2012, on which days nobody knows; start unknown; ends after the view
    3 of 5 events shown, 1 certain, 2 possible
    in view: 1 Jan 2011 to 31 Jan 2011, 2 events
           1  Jan 2011
           0  Feb 2011 to Aug 2012
           1  Sep 2012
           0  Oct 2012 to Nov 2012
           1  Dec 2012
    event 3 of 3
    It began at some time
    [until]

    when
      ? – 2012
        lasted from an unknown time to 31 Dec 2012; for certain in 2012, on which days nobody knows

    status
      unsourced
        neither claim nor source

    file
      FOLDER/open.toml:6
    ");
    insta::assert_snapshot!(of_open("--screen-reader", TOLD), @"
    lanes by none, 1 lane
    in view: 13 Dec 2010 to 19 Jan 2013, 4 events
    lane all, 4 events, all in view
    event 1, since 2011, unsourced, It goes on
    lasted from 1 Jan 2011 with no end given; for certain from 31 Dec 2011 on; goes on
    event 2, between Mar 2012 and Sep 2012, unsourced, On one of these days�[31m
    once, at an unknown time between 1 Mar and 30 Sep 2012
    event 3, an unknown time to 2012, unsourced, It began at some time
    lasted from an unknown time to 31 Dec 2012; for certain in 2012, on which days nobody knows; start unknown
    event 4, 2013 to an unknown time, unsourced, It ended at some time
    lasted from 1 Jan 2013 to an unknown time; for certain in 2013, on which days nobody knows; end unknown
    1 undated event is on no lane
    lanes by none, 1 lane
    on event 1 of 3, since 2011, unsourced, It goes on
    3 of 5 events shown, 1 certain, 2 possible
    filter: in:2012-05
    in view: 1 Jan 2011 to 31 Jan 2011, 2 events
    lanes by none, 1 lane
    in view: 1 Jan 2011 to 31 Jan 2011, 2 events
    lane all, 3 events, 2 in view
    event 1, since 2011, unsourced, It goes on
    lasted from 1 Jan 2011 with no end given; for certain from 31 Dec 2011 on; goes on
    event 3, possible match, an unknown time to 2012, unsourced, It began at some time
    lasted from an unknown time to 31 Dec 2012; for certain in 2012, on which days nobody knows; start unknown; ends after the view
    3 of 5 events shown, 1 certain, 2 possible
    in view: 1 Jan 2011 to 31 Jan 2011, 2 events
    Jan 2011: 1 event
    Feb 2011 to Aug 2012: none
    Sep 2012: 1 event
    Oct 2012 to Nov 2012: none
    Dec 2012: 1 event
    event 3 of 3, It began at some time
    id: until
    when: an unknown time to 2012
    lasted from an unknown time to 31 Dec 2012; for certain in 2012, on which days nobody knows
    status: unsourced
    neither claim nor source
    file: FOLDER/open.toml, line 6
    ");
}

#[test]
fn a_whole_dialogue_to_be_looked_at() {
    let run = converse(&["--plain", "-q", "#inbox-api"], DIALOGUE, Typist::Pipe);
    assert_eq!(run.err, "");
    insta::assert_snapshot!(run.out, @"
    Netflix and Facebook
    6 of 112 events shown, all certain
    filter: #inbox-api
    > 1  between June 2011 and Dec 2013  disputed    Plaintiffs: 'Inbox API' deal opens users' inboxes to Netflix  [inbox-api-agreement]
      2  between June 2011 and Dec 2013  alleged     Plaintiffs: in return Netflix owes a fortnightly report  [inbox-api-reporting-duty]
      3  c. 28 Mar 2024                  documented  Ars Technica details Inbox and Titan API claims  [ars-report]
      4  2 Apr 2024                      documented  Meta's Andy Stone calls message claim 'shockingly untrue'  [stone-denial-2024]
      5  2 Apr 2024                      documented  TechCrunch compares Meta's denial with its 2018 posts  [techcrunch-denial-report]
      6  c. 2 Apr 2024                   documented  The Daily Mail puts the inbox deal in summer 2011  [dailymail-report]
    events 1 to 6 of 6, the last
    an empty line is the next page, `help` lists the commands
    no more: that was event 6 of 6
    > 1  between June 2011 and Dec 2013  disputed    Plaintiffs: 'Inbox API' deal opens users' inboxes to Netflix  [inbox-api-agreement]
    6 of 112 events shown, all certain
    filter: #inbox-api
    lanes by category, 2 lanes
    in view: 1 Dec 1987 to 26 Dec 2026, 6 events
    nothing is marked
    > 2  between June 2011 and Dec 2013  alleged     Plaintiffs: in return Netflix owes a fortnightly report  [inbox-api-reporting-duty]
    event 2 is marked
    1 event marked
    > 3  c. 28 Mar 2024  documented  Ars Technica details Inbox and Titan API claims  [ars-report]
       1  follows  28 Mar 2024  documented  Gizmodo: Watch cut to keep Netflix's ads, filing says, hidden by the filter
    `follow-link N` goes there
    the filter hides `Gizmodo: Watch cut to keep Netflix's ads, filing says`: `toggle-filters` shows everything
    nothing that is shown holds `tweet`
    0 of 40 events shown
    filter: #inbox-api  as known on 2018
    in view: 3 Feb 1988 to 21 Sep 2019, 0 events
    nothing is marked
    no tag is called `inbox-api`
    no event is shown
    6 of 112 events shown, all certain
    filter: #inbox-api
    in view: 1 Dec 1987 to 26 Dec 2026, 6 events
    1 event marked
    > 3  c. 28 Mar 2024  documented  Ars Technica details Inbox and Titan API claims  [ars-report]
    in view: 13 Dec 2017 to 19 Jan 2020, 0 events
    range: 1 Jan 2018 to 31 Dec 2019, 2 years
    0 events in the range
    statistics of what is marked
    1 event, from 2011-06-01 to 2013-12-31, 0 undated

    status
           1  alleged

    category
           1  data deals

    party
           1  Netflix
           1  Meta Platforms
           1  Klein advertisers
           1  Inbox API

    year
           1  wider than a year

    together
           1  netflix and meta
           1  netflix and advertiser-plaintiffs
           1  netflix and inbox-api
           1  meta and advertiser-plaintiffs
           1  meta and inbox-api
           1  advertiser-plaintiffs and inbox-api

    came out
           0  at once, or within the date
           0  up to a month
           0  up to a year
           0  up to five years
           0  up to ten years
           1  longer
           0  not told

    alleged, without an answer on file
              Plaintiffs: in return Netflix owes a fortnightly report  [inbox-api-reporting-duty]
    lanes by status, 3 lanes
    in view: 13 Dec 2017 to 19 Jan 2020, 0 events

    documented: 4 events, none in view

    alleged: 1 event, none in view

    disputed: 1 event, none in view
    lanes by status, 3 lanes
    6 of 112 events shown, all certain
    in view: 13 Dec 2017 to 19 Jan 2020, 0 events
           2  2013
           0  2014 to 2023
           4  2024
    6 of 112 events shown, all certain
    filter: @netflix  #inbox-api  -status:denied
    no event is denied; here are documented, reported, alleged, disputed
    > 3  c. 28 Mar 2024  documented  Ars Technica details Inbox and Titan API claims  [ars-report]
    event 1 of 6
    Plaintiffs: 'Inbox API' deal opens users' inboxes to Netflix
    [inbox-api-agreement]

    when
      between June 2011 and Dec 2013
        once, at an unknown time between 1 June 2011 and 31 Dec 2013
        as written: by 2013

    status
      disputed
        from its claims: 2 alleges, 3 denies
        8 sources, 3 voices

    known
      since 23 Mar 2024
        stated by the author
        took between 10 years 2 months and 12 years 9 months to come out

    summary
      One of the Extended API agreements is alleged to have let Netflix's programs into the private inboxes of Facebook users. Meta answers that no private messages were shared, and that the agreement let people message friends about what they were watching.

    about
      category         data deals
      tags             #from-letters #api #inbox-api #messages

    parties
      Netflix · API user
      Meta Platforms · API provider
      Klein advertisers · allege it
      Inbox API · interface agreed on

    claims
      alleges          Klein advertisers · 14 Apr 2023
                         access to inboxes
                         in: Advertisers ask court to compel Hastings on Netflix · [hastings-letter-2023-04]
      alleges          Deedy Das · 2 Apr 2024
                         that Netflix got everyone's messages, which goes beyond the letter
                         in: @deedydas claims Facebook gave Netflix all messages · [deedydas-post]
      denies           Meta Platforms · 19 Dec 2018
                         denies improper access; concedes that the permissions existed
                         in: Facebook: partners could read and write, with users' login · [facebook-messaging-facts]
      denies           Netflix · 19 Dec 2018
                         neither read messages nor asked to be able to
                         in: Netflix: Messenger feature ran 2014-2015, no messages read · [netflix-statement-2018]
      denies           Meta Platforms · 2 Apr 2024
                         that messages were shared; says it let people message friends
                         in: Meta's Andy Stone calls message claim 'shockingly untrue' · [stone-denial-2024]

    sources
      Court Documents Allege Meta Gave Netflix Access To Users' Private Messages
        MediaNama · 9 Apr 2024 · article
        at ¶1, ¶3, ¶5
        “Inbox API”
        repeats here hastings-letter
        Locators count the standfirst as paragraph 1, the photo caption as 2 and the text as 3 to 8. At its address the readable part stops early in paragraph 5, before both dollar figures, which are given as printed. The last paragraph reuses medianama-ghost-2024. The caption dates the picture, an illustration by Dado Ruvić of Reuters, 2 November 2021.
        [medianama]
        https://www.medianama.com/2024/04/223-court-documents-meta-netflix-access-private-messages/
      Discovery letter to Judge Donato about a subpoena to Reed Hastings, 14 April 2023
        U.S. District Court, N.D. Cal. · 14 Apr 2023 · filing
        Filed under seal. Not read itself: known only through pages that quote or paraphrase it.
        [hastings-letter]
      Lawsuit: Facebook gave Netflix all your private messages and Netflix gave Facebook your watch history
        Not the Bee · 2 Apr 2024 · article
        repeats hastings-letter
        Quotes a long passage of the letter.
        [notthebee-2024]
        https://notthebee.com/article/lawsuit-says-facebook-gave-netflix-all-your-private-messages-and-netflix-gave-facebook-all-your-private-watch-history-
      Facebook Let Netflix See User DMs, Quit Streaming to Keep Netflix Happy: Lawsuit
        Ars Technica · c. 28 Mar 2024 · article
        “Inbox API”
        repeats hastings-letter
        By Scharon Harding. Read in a copy, which gives the original address.
        [ars-2024]
        https://arstechnica.com/gadgets/2024/03/netflix-ad-spend-led-to-facebook-dm-access-end-of-facebook-streaming-biz-lawsuit/
      Meta (again) denies that Netflix read users' private Facebook messages
        TechCrunch · 2 Apr 2024 · article
        contradicts
        says Meta's denial
        repeats here stone-2024-post
        The copy read, at ebiztoday.news, is machine-altered, as are those at techgroundnews.com and newsnetdaily.com; an unaltered one is at yunba.cc.
        [techcrunch-stone-2024]
      Netflix Swears It Didn't Read Your Facebook Messages in Weird Tweet
        Vulture · Dec 2018 · article
        contradicts
        says Netflix's denial
        repeats here netflix-2018-statement
        [vulture-2018]
        https://www.vulture.com/2018/12/netflix-facebook-messages-privacy-dm-tweet.html
      Facebook defends its Messaging partnerships with Netflix, Spotify and more
        Firstpost · Dec 2018 · article
        contradicts
        says Facebook's denial
        repeats facebook-2018-messaging
        [firstpost-2018]
        https://www.firstpost.com/tech/news-analysis/facebook-defends-its-messaging-partnerships-with-netflix-spotify-and-more-5762101.html
      Facebook let Netflix see user DMs, new court documents claims
        Daily Mail · c. 2 Apr 2024 · article
        contradicts
        says dates the deal to within a month of June 2011
        repeats hastings-letter
        Read in a copy at washingtonexclusive.com.
        [dailymail-2024]

    links
      part of          Plaintiffs: Netflix signs 'Facebook Extended API' deals
                         between June 2011 and Dec 2013 · [extended-api-agreements]
      has part         Plaintiffs: in return Netflix owes a fortnightly report
                         between June 2011 and Dec 2013 · [inbox-api-reporting-duty]
      followed by      Netflix lets members recommend shows to friends on Facebook
                         2 Sep 2014 · [netflix-private-recs-2014]
      contradicted by  Netflix: Messenger feature ran 2014-2015, no messages read
                         19 Dec 2018 · [netflix-statement-2018]
      contradicted by  Meta's Andy Stone calls message claim 'shockingly untrue'
                         2 Apr 2024 · [stone-denial-2024]
      contradicted by  The Daily Mail puts the inbox deal in summer 2011
                         c. 2 Apr 2024 · [dailymail-report]

    note
      How long the access lasted is told in four ways: nearly ten years (Daily Mail, where the letter means the whole relationship), 2014 to 2015 (Netflix, of its feature), closed for nearly three years by December 2018 (Facebook), still live in records of 2017 (The New York Times).

    file
      events.toml:3226
    mark [N or ID]        Mark an event, or unmark it, and go to the next
    ");
}

#[test]
fn a_whole_dialogue_to_be_listened_to() {
    let run = converse(&["--screen-reader", "-q", "#inbox-api"], DIALOGUE, Typist::Pipe);
    assert_eq!(run.err, "");
    insta::assert_snapshot!(run.out, @"
    Netflix and Facebook
    on event 1 of 6, between June 2011 and Dec 2013, disputed, Plaintiffs: 'Inbox API' deal opens users' inboxes to Netflix
    6 of 112 events shown, all certain
    filter: #inbox-api
    an empty line reads a page of events, help lists the commands
    event 1, between June 2011 and Dec 2013, disputed, Plaintiffs: 'Inbox API' deal opens users' inboxes to Netflix
    event 2, between June 2011 and Dec 2013, alleged, Plaintiffs: in return Netflix owes a fortnightly report
    event 3, about 28 Mar 2024, documented, Ars Technica details Inbox and Titan API claims
    event 4, 2 Apr 2024, documented, Meta's Andy Stone calls message claim 'shockingly untrue'
    event 5, 2 Apr 2024, documented, TechCrunch compares Meta's denial with its 2018 posts
    event 6, about 2 Apr 2024, documented, The Daily Mail puts the inbox deal in summer 2011
    events 1 to 6 of 6, the last
    on event 1 of 6, between June 2011 and Dec 2013, disputed, Plaintiffs: 'Inbox API' deal opens users' inboxes to Netflix
    6 of 112 events shown, all certain
    filter: #inbox-api
    lanes by category, 2 lanes
    in view: 1 Dec 1987 to 26 Dec 2026, 6 events
    nothing is marked
    on event 2 of 6, between June 2011 and Dec 2013, alleged, Plaintiffs: in return Netflix owes a fortnightly report
    event 2 is marked
    on event 3 of 6, about 28 Mar 2024, documented, Ars Technica details Inbox and Titan API claims
    1 event marked
    link 1, follows, 28 Mar 2024, documented, Gizmodo: Watch cut to keep Netflix's ads, filing says, hidden by the filter
    follow-link N goes there
    the filter hides Gizmodo: Watch cut to keep Netflix's ads, filing says: toggle-filters shows everything
    nothing that is shown holds tweet
    no event is shown
    0 of 40 events shown
    filter: #inbox-api  as known on 2018
    in view: 3 Feb 1988 to 21 Sep 2019, 0 events
    nothing is marked
    no tag is called inbox-api
    on event 3 of 6, about 28 Mar 2024, documented, Ars Technica details Inbox and Titan API claims
    6 of 112 events shown, all certain
    filter: #inbox-api
    in view: 1 Dec 1987 to 26 Dec 2026, 6 events
    1 event marked
    in view: 13 Dec 2017 to 19 Jan 2020, 0 events
    range: 1 Jan 2018 to 31 Dec 2019, 2 years
    0 events in the range
    statistics of what is marked
    1 event
    from 1 June 2011 to 31 Dec 2013
    undated: 0 events
    status alleged: 1 event
    category data deals: 1 event
    party Netflix: 1 event
    party Meta Platforms: 1 event
    party Klein advertisers: 1 event
    party Inbox API: 1 event
    wider than a year: 1 event
    netflix and meta together: 1 event
    netflix and advertiser-plaintiffs together: 1 event
    netflix and inbox-api together: 1 event
    meta and advertiser-plaintiffs together: 1 event
    meta and inbox-api together: 1 event
    advertiser-plaintiffs and inbox-api together: 1 event
    came out longer: 1 event
    alleged, without an answer on file: Plaintiffs: in return Netflix owes a fortnightly report
    lanes by status, 3 lanes
    in view: 13 Dec 2017 to 19 Jan 2020, 0 events
    lane documented, 4 events, none in view
    lane alleged, 1 event, none in view
    lane disputed, 1 event, none in view
    lanes by status, 3 lanes
    6 of 112 events shown, all certain
    in view: 13 Dec 2017 to 19 Jan 2020, 0 events
    2013: 2 events
    2014 to 2023: none
    2024: 4 events
    on event 3 of 6, about 28 Mar 2024, documented, Ars Technica details Inbox and Titan API claims
    6 of 112 events shown, all certain
    filter: @netflix  #inbox-api  -status:denied
    no event is denied; here are documented, reported, alleged, disputed
    event 1 of 6, Plaintiffs: 'Inbox API' deal opens users' inboxes to Netflix
    id: inbox-api-agreement
    when: between June 2011 and Dec 2013
    once, at an unknown time between 1 June 2011 and 31 Dec 2013
    as written: by 2013
    status: disputed
    from its claims: 2 alleges, 3 denies
    8 sources, 3 voices
    known: since 23 Mar 2024
    stated by the author
    took between 10 years 2 months and 12 years 9 months to come out
    summary: One of the Extended API agreements is alleged to have let Netflix's programs into the private inboxes of Facebook users. Meta answers that no private messages were shared, and that the agreement let people message friends about what they were watching.
    category: data deals
    tags: from-letters, api, inbox-api, messages
    party 1 of 4: Netflix, API user
    party 2 of 4: Meta Platforms, API provider
    party 3 of 4: Klein advertisers, allege it
    party 4 of 4: Inbox API, interface agreed on
    claim 1 of 5, alleges: Klein advertisers, 14 Apr 2023
    access to inboxes
    in: Advertisers ask court to compel Hastings on Netflix, id hastings-letter-2023-04
    claim 2 of 5, alleges: Deedy Das, 2 Apr 2024
    that Netflix got everyone's messages, which goes beyond the letter
    in: @deedydas claims Facebook gave Netflix all messages, id deedydas-post
    claim 3 of 5, denies: Meta Platforms, 19 Dec 2018
    denies improper access; concedes that the permissions existed
    in: Facebook: partners could read and write, with users' login, id facebook-messaging-facts
    claim 4 of 5, denies: Netflix, 19 Dec 2018
    neither read messages nor asked to be able to
    in: Netflix: Messenger feature ran 2014-2015, no messages read, id netflix-statement-2018
    claim 5 of 5, denies: Meta Platforms, 2 Apr 2024
    that messages were shared; says it let people message friends
    in: Meta's Andy Stone calls message claim 'shockingly untrue', id stone-denial-2024
    source 1 of 8: Court Documents Allege Meta Gave Netflix Access To Users' Private Messages
    MediaNama, 9 Apr 2024, article
    at ¶1, ¶3, ¶5
    “Inbox API”
    repeats here hastings-letter
    Locators count the standfirst as paragraph 1, the photo caption as 2 and the text as 3 to 8. At its address the readable part stops early in paragraph 5, before both dollar figures, which are given as printed. The last paragraph reuses medianama-ghost-2024. The caption dates the picture, an illustration by Dado Ruvić of Reuters, 2 November 2021.
    id medianama
    https://www.medianama.com/2024/04/223-court-documents-meta-netflix-access-private-messages/
    source 2 of 8: Discovery letter to Judge Donato about a subpoena to Reed Hastings, 14 April 2023
    U.S. District Court, N.D. Cal., 14 Apr 2023, filing
    Filed under seal. Not read itself: known only through pages that quote or paraphrase it.
    id hastings-letter
    source 3 of 8: Lawsuit: Facebook gave Netflix all your private messages and Netflix gave Facebook your watch history
    Not the Bee, 2 Apr 2024, article
    repeats hastings-letter
    Quotes a long passage of the letter.
    id notthebee-2024
    https://notthebee.com/article/lawsuit-says-facebook-gave-netflix-all-your-private-messages-and-netflix-gave-facebook-all-your-private-watch-history-
    source 4 of 8: Facebook Let Netflix See User DMs, Quit Streaming to Keep Netflix Happy: Lawsuit
    Ars Technica, about 28 Mar 2024, article
    “Inbox API”
    repeats hastings-letter
    By Scharon Harding. Read in a copy, which gives the original address.
    id ars-2024
    https://arstechnica.com/gadgets/2024/03/netflix-ad-spend-led-to-facebook-dm-access-end-of-facebook-streaming-biz-lawsuit/
    source 5 of 8: Meta (again) denies that Netflix read users' private Facebook messages
    TechCrunch, 2 Apr 2024, article
    contradicts
    says Meta's denial
    repeats here stone-2024-post
    The copy read, at ebiztoday.news, is machine-altered, as are those at techgroundnews.com and newsnetdaily.com; an unaltered one is at yunba.cc.
    id techcrunch-stone-2024
    source 6 of 8: Netflix Swears It Didn't Read Your Facebook Messages in Weird Tweet
    Vulture, Dec 2018, article
    contradicts
    says Netflix's denial
    repeats here netflix-2018-statement
    id vulture-2018
    https://www.vulture.com/2018/12/netflix-facebook-messages-privacy-dm-tweet.html
    source 7 of 8: Facebook defends its Messaging partnerships with Netflix, Spotify and more
    Firstpost, Dec 2018, article
    contradicts
    says Facebook's denial
    repeats facebook-2018-messaging
    id firstpost-2018
    https://www.firstpost.com/tech/news-analysis/facebook-defends-its-messaging-partnerships-with-netflix-spotify-and-more-5762101.html
    source 8 of 8: Facebook let Netflix see user DMs, new court documents claims
    Daily Mail, about 2 Apr 2024, article
    contradicts
    says dates the deal to within a month of June 2011
    repeats hastings-letter
    Read in a copy at washingtonexclusive.com.
    id dailymail-2024
    link 1 of 6, part of: Plaintiffs: Netflix signs 'Facebook Extended API' deals
    between June 2011 and Dec 2013, id extended-api-agreements
    link 2 of 6, has part: Plaintiffs: in return Netflix owes a fortnightly report
    between June 2011 and Dec 2013, id inbox-api-reporting-duty
    link 3 of 6, followed by: Netflix lets members recommend shows to friends on Facebook
    2 Sep 2014, id netflix-private-recs-2014
    link 4 of 6, contradicted by: Netflix: Messenger feature ran 2014-2015, no messages read
    19 Dec 2018, id netflix-statement-2018
    link 5 of 6, contradicted by: Meta's Andy Stone calls message claim 'shockingly untrue'
    2 Apr 2024, id stone-denial-2024
    link 6 of 6, contradicted by: The Daily Mail puts the inbox deal in summer 2011
    about 2 Apr 2024, id dailymail-report
    note: How long the access lasted is told in four ways: nearly ten years (Daily Mail, where the letter means the whole relationship), 2014 to 2015 (Netflix, of its feature), closed for nearly three years by December 2018 (Facebook), still live in records of 2017 (The New York Times).
    file: events.toml, line 3226
    mark N or ID: Mark an event, or unmark it, and go to the next
    ");
}

#[test]
fn lanes_by_file_are_called_as_the_files_are() {
    let folder = tempfile::tempdir().expect("a folder");
    let put = |name: &str, id: &str| {
        let path = folder.path().join(name);
        let text = format!("[[event]]\nid = '{id}'\ntitle = '{id}'\nwhen = '2013'\n");
        std::fs::write(&path, text).expect("the folder is ours");
        path.display().to_string()
    };
    let (smith, jones) = (put("witness-smith.toml", "s"), put("witness-jones.toml", "j"));
    let run = converse(&["--plain", &smith, &jones], "lanes file\nlanes\n", Typist::Pipe);
    assert!(run.out.contains("witness-smith.toml") && run.out.contains("witness-jones.toml"), "{}", run.out);
}

/// A reader's quarter of an hour.
const DIALOGUE: &str = "
where
next
mark
links
follow-link 1
search tweet
as-of 2018
undo
range 2018/2019
stats
lanes status
overview
filter @netflix #inbox-api -status:denied
1
help mark
quit
list
";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever is typed, there is an answer to it, and `quit` ends it.
    #[test]
    fn any_lines_are_answered_and_quit_ends(lines in prop::collection::vec(line(), 0..24), voice in prop::sample::select(vec!["--plain", "--screen-reader"])) {
        // A word that no line before is likely to have: it would be repeated in the answer to it.
        let typed = format!("{}\nquit\nwhatever-comes-after-it\n", lines.join("\n"));
        let run = converse(&[voice], &typed, Typist::Pipe);
        prop_assert!(run.exit.contains("(0)"), "{}", run.exit);
        prop_assert!(!run.out.contains("whatever-comes-after-it"), "quit did not end it");
        prop_assert!(!run.out.contains('\u{1b}'), "an escape is let through");
        let keys = [": F shows", ": u undoes", "X drops", ": / searches", ": f sets", "]x"];
        prop_assert!(keys.iter().all(|it| !run.out.contains(it)), "keys are told where there are none: {}", run.out);
    }
}

/// Lines that are commands, nearly commands, and none.
fn line() -> impl Strategy<Value = String> {
    let harmless = |it: &Action| !matches!(it, Action::Quit | Action::Back | Action::Help);
    let names: Vec<String> = Action::palette().filter(harmless).map(|it| it.to_string()).collect();
    let words = [
        "filter", "range", "go", "as-of", "search", "show", "list", "mark", "lanes", "overview", "stats", "links",
        "follow", "parties", "where", "undo", "redo", "",
    ];
    let given = [
        "",
        "3",
        "99999999999999999999",
        "@netflix",
        "in:2013 |",
        "2013/..",
        "march 2013 to may 2019",
        "party",
        "(",
        "\u{1b}[31m",
        "é\u{301}年",
    ];
    let name = prop_oneof![prop::sample::select(names), prop::sample::select(words.map(str::to_owned).to_vec())];
    let given = prop_oneof![prop::sample::select(given.map(str::to_owned).to_vec()), "[^\n]{0,12}"];
    (name, given).prop_map(|(name, given)| format!("{name} {given}"))
}

#[test]
fn both_sides_of_a_contradiction_are_told_together() {
    let told = plain("first\nnext-contradiction\ncontradictions\n");
    let sides = |it: &str| told.lines().filter(|line| line.starts_with(it)).count();
    assert_eq!(sides("this event: "), 1, "{told}");
    assert!(0 < sides("against it: "), "{told}");
}
