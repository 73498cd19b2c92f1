//! Everything outside: streams, terminal, environment and the day, as values.

use std::{
    io::{IsTerminal, Read, Write},
    process::ExitCode,
};

use chrono::{Datelike, Local};

use crate::{
    chronology::CivilDate,
    formats::{Color, PrintStyle},
    settings::{Choice, ColorMode, Output, Settings, color_mode},
};

use super::args::Globals;

/// How a run ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// It is done.
    Done = 0,
    /// Nothing matched, or there are errors in the store.
    Nothing = 1,
    /// It could not run.
    Failed = 2,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Mistakes in what was asked for, as people read them: each with the place at which it was made.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct Mistake(pub(super) String);

/// What the streams are connected to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Terminal {
    /// Columns of the terminal that standard output is; nothing where it is none.
    pub out_width: Option<usize>,
    /// Whether standard error is a terminal.
    pub err: bool,
}

/// Everything outside of a run.
pub struct Io<'a> {
    /// Standard output.
    pub out: &'a mut dyn Write,
    /// Standard error.
    pub err: &'a mut dyn Write,
    /// Standard input.
    pub stdin: &'a mut dyn Read,
    /// What they are connected to.
    pub terminal: Terminal,
    /// Whether standard input is a terminal, at which somebody types.
    pub stdin_is_terminal: bool,
    /// A variable of the environment.
    pub env: &'a dyn Fn(&str) -> Option<String>,
    /// Today.
    pub today: CivilDate,
}

impl Io<'_> {
    /// Returns what standard output is.
    pub(super) const fn output(&self) -> Output {
        if self.terminal.out_width.is_some() { Output::Terminal } else { Output::Other }
    }

    /// Returns a variable of the environment that is set to something.
    pub(super) fn set(&self, name: &str) -> Option<String> {
        (self.env)(name).filter(|it| !it.is_empty())
    }

    /// Returns the reader's editor.
    pub(super) fn editor(&self) -> Option<String> {
        self.set("VISUAL").or_else(|| self.set("EDITOR"))
    }

    /// Returns whether data on standard output is coloured.
    pub(super) fn color_on_out(&self, choice: Choice) -> bool {
        color_mode(choice, self.env, self.output()) != ColorMode::None
    }

    /// Returns whether words on standard error are coloured.
    pub(super) fn color_on_err(&self, choice: Choice) -> bool {
        let output = if self.terminal.err { Output::Terminal } else { Output::Other };
        color_mode(choice, self.env, output) != ColorMode::None
    }
}

/// What every command takes: its flags, the settings in force, and everything outside.
pub(super) struct Run<'a, 'b> {
    pub globals: &'a Globals,
    pub settings: Settings,
    pub io: &'a mut Io<'b>,
}

impl Run<'_, '_> {
    /// Returns how data is printed.
    pub(super) fn print_style(&self) -> PrintStyle {
        let color = if self.settings.color == ColorMode::None { Color::Plain } else { Color::Ansi };
        PrintStyle { width: self.io.terminal.out_width, color }
    }
}

/// Runs `body` on the real terminal and environment.
pub(super) fn with_real(body: impl FnOnce(&mut Io) -> ExitCode) -> ExitCode {
    // Neither is locked: a signal and a panic give the terminal back from threads of their own.
    let (stdout, mut stderr, mut stdin) = (std::io::stdout(), std::io::stderr(), std::io::stdin());
    let width = crate::tui::columns;
    let terminal = Terminal { out_width: stdout.is_terminal().then(width), err: stderr.is_terminal() };
    let now = Local::now();
    let today = CivilDate::new(now.year().into(), now.month() as u8, now.day() as u8);
    // A list of a million lines is written in blocks, not line by line.
    let mut out = std::io::BufWriter::with_capacity(64 * 1024, stdout);
    let stdin_is_terminal = stdin.is_terminal();
    let mut io = Io {
        out: &mut out,
        err: &mut stderr,
        stdin: &mut stdin,
        terminal,
        stdin_is_terminal,
        env: &|name| std::env::var(name).ok(),
        today,
    };
    let exit = body(&mut io);
    match out.flush() {
        Err(fault) if fault.kind() != std::io::ErrorKind::BrokenPipe => Exit::Failed.into(),
        _ => exit,
    }
}
