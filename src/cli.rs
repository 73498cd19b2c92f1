//! The command line: arguments in, text and an exit code out.
//!
//! A command reads its arguments, calls the same functions that the explorer does, and prints; it works nothing out by itself.
//! Data goes to standard output and words to standard error. A closed pipe is no error. The one exception is the
//! explorer line by line: it is a dialogue, and what is said in it is its data.
//!
//! | exit code | meaning |
//! | --- | --- |
//! | 0 | done |
//! | 1 | nothing matched, or `check` found errors |
//! | 2 | could not run: usage, an unreadable store |
//! | 130 | interrupted |

mod args;
mod command;
mod config;
mod io;
mod progress;
mod store;

use std::{ffi::OsString, io::ErrorKind, process::ExitCode};

use clap::{CommandFactory, FromArgMatches};

use crate::settings::Choice;

use command::{check, explore, export, help, info, list, manual, parties, show, stats};
use io::{Mistake, Run};

pub use args::{Args, CliCommand};
pub use io::{Exit, Io, Terminal};

/// Columns of help, however wide the terminal is: longer lines are hard to read.
const WIDEST_HELP: usize = 100;

/// Runs the program on the real terminal and environment.
pub fn main() -> ExitCode {
    io::with_real(|io| run(std::env::args_os(), io))
}

/// Runs the program with `arguments`, the first of which is its name.
pub fn run(arguments: impl IntoIterator<Item = OsString>, io: &mut Io) -> ExitCode {
    // Left to itself, clap would ask the terminal that it finds: the width of help is an input like any other.
    let command = Args::command().term_width(io.terminal.out_width.unwrap_or(WIDEST_HELP).min(WIDEST_HELP));
    let parsed = command.try_get_matches_from(arguments).and_then(|it| Args::from_arg_matches(&it));
    let args = match parsed {
        Ok(args) => args,
        Err(fault) => {
            let text = fault.render();
            // Help and version were asked for: they are data.
            let asked = !fault.use_stderr();
            // The arguments could not be read, nor what they say of colours.
            let color = if asked { io.color_on_out(Choice::Auto) } else { io.color_on_err(Choice::Auto) };
            let words = if color { text.ansi().to_string() } else { text.to_string() };
            let _ = if asked { write!(io.out, "{words}") } else { write!(io.err, "{words}") };
            return if asked { Exit::Done.into() } else { Exit::Failed.into() };
        }
    };
    match dispatch(&args, io) {
        Ok(exit) => exit.into(),
        Err(fault) if is_closed_pipe(&fault) => Exit::Done.into(),
        Err(fault) => {
            let _ = match fault.downcast::<Mistake>() {
                Ok(Mistake(words)) => write!(io.err, "{words}"),
                Err(fault) => writeln!(io.err, "dateline: {fault:#}"),
            };
            Exit::Failed.into()
        }
    }
}

fn dispatch(args: &Args, io: &mut Io) -> anyhow::Result<Exit> {
    if args.globals.print_config {
        write!(io.out, "{}", crate::settings::DEFAULT_CONFIG)?;
        return Ok(Exit::Done);
    }
    if let Some(word) = args.command.as_ref().filter(|_| !args.explore.is_empty()).map(<&str>::from) {
        anyhow::bail!(
            "stores and queries stand after the command: `dateline {word} …`; a store of that name is `./{word}`"
        );
    }
    let (globals, settings) = (&args.globals, config::gather(&args.globals, io)?);
    let mut run = Run { globals, settings, io };
    match &args.command {
        None => explore::run(&args.explore, run),
        Some(CliCommand::List(it)) => list::run(it, &mut run),
        Some(CliCommand::Show(it)) => show::run(it, &mut run),
        Some(CliCommand::Export(it)) => export::run(it, &mut run),
        Some(CliCommand::Check(it)) => check::run(it, &mut run),
        Some(CliCommand::Stats(it)) => stats::run(it, &mut run),
        Some(CliCommand::Parties(it)) => parties::run(it, &mut run),
        Some(CliCommand::Completions { shell }) => manual::completions(*shell, run.io),
        Some(CliCommand::Man) => manual::man(run.io),
        Some(CliCommand::Info(it)) => info::run(it, &mut run),
        Some(CliCommand::Help(it)) => help::run(it, run.io),
    }
}

fn is_closed_pipe(fault: &anyhow::Error) -> bool {
    fault.chain().any(|it| it.downcast_ref::<std::io::Error>().is_some_and(|it| it.kind() == ErrorKind::BrokenPipe))
}
