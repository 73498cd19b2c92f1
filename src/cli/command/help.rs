//! `dateline help`: the help of a command, or a subject taught whole.

use clap::CommandFactory;

use crate::{
    cli::{
        Exit, Io,
        args::{Args, HelpArgs},
    },
    diag::meant_or_all,
    store::{Lesson, SMALLEST_STORE, guide},
    text::{text_width, wrap},
};

/// Columns of help, however wide the terminal is.
const WIDEST: usize = 100;

/// A subject, and what teaches it.
type Subject = (&'static str, fn(&mut Io) -> anyhow::Result<()>);

/// What there is to learn beside commands.
pub(in crate::cli) const SUBJECTS: [Subject; 1] = [("store", store)];

/// What holds of all tables.
const RULES: [&str; 4] = [
    "Dates are EDTF: 1985, 1985-04-12, 1985~ (about), 1985? (in doubt), 201X (some time in the 2010s), 2011-06/2019 (it lasted), \
     2004/.. (and goes on), [..1870] (once, by 1870); or instants such as 2024-03-01T14:05Z.",
    "A status follows from the claims and sources: alleged and denied is disputed.",
    "Keys of your own are kept. `dateline check` says what is wrong, where, and what to do about it.",
    "A warning that is meant as it is: `# dateline: allow(code): reason` in the line above the table, or at the top of the file.",
];

pub(in crate::cli) fn run(args: &HelpArgs, io: &mut Io) -> anyhow::Result<Exit> {
    let mut program = Args::command().term_width(io.terminal.out_width.unwrap_or(WIDEST).min(WIDEST));
    program.build();
    let Some(subject) = &args.subject else {
        write!(io.out, "{}", program.render_help())?;
        return Ok(Exit::Done);
    };
    if let Some((_, teach)) = SUBJECTS.iter().find(|it| it.0 == subject) {
        teach(io)?;
        return Ok(Exit::Done);
    }
    if let Some(command) = program.find_subcommand_mut(subject) {
        write!(io.out, "{}", command.render_help())?;
        return Ok(Exit::Done);
    }
    let commands = program.get_subcommands().map(|it| it.get_name());
    let help = meant_or_all(subject, "there are", commands.chain(SUBJECTS.iter().map(|it| it.0)));
    anyhow::bail!("there is no help for `{subject}`; {help}")
}

/// Prints what a store is made of.
fn store(io: &mut Io) -> anyhow::Result<()> {
    let width = io.terminal.out_width.unwrap_or(WIDEST).min(WIDEST);
    let lessons = guide();
    let widest = lessons.iter().flat_map(|it| &it.fields).map(|it| text_width(it.0)).max().unwrap_or(0);
    writeln!(
        io.out,
        "A store: TOML in a file, or in all *.toml files of a folder. The smallest that passes `check`:\n"
    )?;
    for line in SMALLEST_STORE.lines() {
        writeln!(io.out, "{}", if line.is_empty() { String::new() } else { format!("    {line}") })?;
    }
    for Lesson { head, about, fields } in lessons {
        writeln!(io.out, "\n{head}  {about}")?;
        for (key, words) in fields {
            let room = width.saturating_sub(widest + 4).max(20);
            for (number, row) in wrap(&words, room).into_iter().enumerate() {
                let key = if number == 0 { key } else { "" };
                writeln!(io.out, "  {key:widest$}  {row}")?;
            }
        }
    }
    writeln!(io.out)?;
    for row in RULES.iter().flat_map(|it| wrap(it, width)) {
        writeln!(io.out, "{row}")?;
    }
    Ok(())
}
