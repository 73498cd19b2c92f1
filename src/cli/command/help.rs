//! `dateline help`: the help of a command, or a subject taught whole.

use clap::CommandFactory;

use crate::{
    cli::{
        Exit, Io,
        args::{Args, HelpArgs},
    },
    diag::meant_or_all,
    query::{Entry, RULES, guide},
    text::{text_width, wrap},
};

/// Columns of help, however wide the terminal is.
const WIDEST: usize = 100;

/// A subject, and what teaches it.
type Subject = (&'static str, fn(&mut Io) -> anyhow::Result<()>);

/// What there is to learn beside commands.
pub(in crate::cli) const SUBJECTS: [Subject; 1] = [("queries", queries)];

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

/// Prints the language of queries.
fn queries(io: &mut Io) -> anyhow::Result<()> {
    let width = io.terminal.out_width.unwrap_or(WIDEST).min(WIDEST);
    let widest = guide().map(|it| text_width(it.form)).max().unwrap_or(0);
    writeln!(io.out, "Queries: what -q, the explorer's filter and saved views understand.\n")?;
    for Entry { form, means, example } in guide() {
        let room = width.saturating_sub(widest + 4).max(20);
        let rows = wrap(means, room).into_iter().chain([format!("  {example}")]);
        for (number, row) in rows.enumerate() {
            let form = if number == 0 { form } else { "" };
            writeln!(io.out, "  {form:widest$}  {row}")?;
        }
    }
    writeln!(io.out)?;
    for row in RULES.iter().flat_map(|it| wrap(it, width)) {
        writeln!(io.out, "{row}")?;
    }
    Ok(())
}
