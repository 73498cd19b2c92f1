//! Commands without a terminal: arguments in; what is printed, what is said and how it ends out, in one snapshot.
//!
//! Each room is a subject. Nothing here sees the clock, the home folder, the locale or the terminal: [`Outside`] has them all.

mod about;
mod check;
mod export;
mod help;
mod known;
mod list;
mod promises;
mod show;
mod stats;
mod streams;
mod views;

use std::{
    ffi::OsString,
    io::{self, Write},
    process::ExitCode,
};

use dateline::cli::{self, Io, Terminal};

use crate::support::TODAY;

/// A chronology with a span, a claim and its denial, an amount, a link and an event without a date.
const SMALL: &str = r#"
[timeline]
title = "Acme and Bolt"

[[party]]
id = "acme"
name = "Acme"
kind = "company"
aliases = ["Acme Corp."]

[[party]]
id = "bolt"
name = "Bolt"
kind = "person"

[[source]]
id = "ledger"
title = "The ledger"
kind = "record"
published = "2016-02-01"
url = "https://example.org/ledger"

[[event]]
id = "tenure"
when = "2011-06/2015-05-30"
title = "Bolt chairs Acme"
category = "tenure"
parties = [{ id = "bolt", role = "chair" }, "acme"]
sources = ["ledger"]

[[event]]
id = "talks"
when = "[2012-03..2012-09]"
title = "Talks | Gespräche"
category = "agreement"
tags = ["talks"]
amounts = [{ min = 500, max = 900, currency = "EUR", about = true }]
claims = [{ by = "bolt", stance = "alleges", source = "ledger", at = "p. 4" }]

[[event]]
id = "deal"
when = "2013~"
as_written = "by 2013"
title = "A deal is said to follow"
summary = "What it was about is not known."
category = "agreement"
parties = ["acme", "bolt"]
amounts = [{ value = 25_000_000, currency = "USD", per = "year" }]
claims = [
  { by = "bolt", stance = "alleges", source = "ledger", when = "2016" },
  { by = "acme", stance = "denies", source = "ledger", when = "2016-03-01" },
]
links = [{ kind = "follows", to = "talks" }]

[[event]]
id = "memo"
title = "A memo that nobody dated"
sources = ["ledger"]
"#;

/// Everything outside of a run.
struct Outside<'a> {
    stdin: &'a str,
    env: &'a [(&'a str, &'a str)],
    terminal: Terminal,
}

/// A pipe on both sides, [`SMALL`] on standard input, and no home.
const PIPES: Outside = Outside { stdin: SMALL, env: &[], terminal: Terminal { out_width: None, err: false } };

/// What comes of a run.
struct Run {
    exit: u8,
    out: String,
    err: String,
}

impl Outside<'_> {
    fn run(&self, args: &[&str]) -> Run {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let exit = self.run_into(args, &mut out, &mut err);
        let text = |it| String::from_utf8(it).expect("output is UTF-8");
        Run { exit, out: text(out), err: text(err) }
    }

    fn run_into(&self, args: &[&str], out: &mut dyn Write, err: &mut dyn Write) -> u8 {
        // A folder that is nowhere: settings of whoever runs the tests are not theirs.
        let fixed = [
            ("XDG_CONFIG_HOME", "nowhere"),
            ("XDG_STATE_HOME", "nowhere"),
            ("LANG", "C.UTF-8"),
            ("TERM", "xterm-256color"),
        ];
        let env = |name: &str| {
            self.env.iter().chain(&fixed).find(|it| it.0 == name).map(|it| it.1.to_owned()).filter(|it| !it.is_empty())
        };
        let stdin = &mut self.stdin.as_bytes();
        let mut io = Io { out, err, stdin, terminal: self.terminal, stdin_is_terminal: false, env: &env, today: TODAY };
        number(cli::run(["dateline"].iter().chain(args).map(OsString::from), &mut io))
    }
}

/// Returns the number of an exit code, which cannot be compared.
fn number(exit: ExitCode) -> u8 {
    let words = format!("{exit:?}");
    (0..=u8::MAX).find(|it| format!("{:?}", ExitCode::from(*it)) == words).expect("a number of a byte")
}

/// Runs between pipes, with [`SMALL`] on standard input, and returns everything that a snapshot is to hold.
fn run(args: &[&str]) -> String {
    shown(&PIPES.run(args))
}

fn shown(run: &Run) -> String {
    let mut text = format!("exit {}\n", run.exit);
    // What a system says of a file that is not there differs from system to system.
    let not_found = io::Error::from_raw_os_error(2).to_string();
    for (name, stream) in [("stdout", &run.out), ("stderr", &run.err)] {
        if !stream.is_empty() {
            text.push_str(&format!("--- {name}\n{}", stream.replace(&not_found, "NOT FOUND")));
            if !stream.ends_with('\n') {
                text.push_str("⏎ missing\n");
            }
        }
    }
    text
}

/// Returns what a run prints that has nothing to complain of.
#[track_caller]
fn printed(args: &[&str]) -> String {
    let it = PIPES.run(args);
    assert_eq!((it.exit, it.err.as_str()), (0, ""), "{args:?}");
    it.out
}

/// A reader that has gone away.
struct Closed;

impl Write for Closed {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Err(io::ErrorKind::BrokenPipe.into())
    }
}
