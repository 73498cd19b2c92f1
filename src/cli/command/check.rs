//! `dateline check`: every fault with its place and its remedy.

use crate::{
    cli::{
        Exit, Io,
        args::{CheckArgs, Report},
        io::Run,
        store,
    },
    diag::{did_you_mean, human, json_line},
    settings::ColorMode,
    store::{Faults, rules},
};

pub(in crate::cli) fn run(args: &CheckArgs, run: &mut Run) -> anyhow::Result<Exit> {
    if let Some(code) = &args.explain {
        return explain(code, run.io);
    }
    let data = store::read(&args.stores, Faults::All, run.io)?;
    let name = &data.name;
    for fault in data.diagnostics.iter() {
        match args.format {
            Report::Human => {
                writeln!(run.io.out, "{}", human(fault, &data.files, run.settings.color != ColorMode::None))?
            }
            Report::Json => writeln!(run.io.out, "{}", json_line(fault, &data.files))?,
        }
    }
    let (errors, warnings) = data.faults();
    let events = crate::formats::count(data.catalog.len(), "event");
    let (error, warning) = (crate::formats::count(errors, "error"), crate::formats::count(warnings, "warning"));
    writeln!(run.io.err, "{events} in {name}: {error}, {warning}")?;
    let failed = errors > 0 || (args.strict && warnings > 0);
    Ok(if failed { Exit::Nothing } else { Exit::Done })
}

/// Prints what a rule is for; all rules, a line each, for `all`.
fn explain(code: &str, io: &mut Io) -> anyhow::Result<Exit> {
    if code == "all" {
        for rule in rules() {
            writeln!(io.out, "{:<8} {:<22} {}", rule.severity.word(), rule.code, rule.summary)?;
        }
        return Ok(Exit::Done);
    }
    let Some(rule) = rules().find(|it| it.code == code) else {
        let near = did_you_mean(code, rules().map(|it| it.code))
            .map_or_else(|| ";".to_owned(), |it| format!("; did you mean `{it}`?"));
        writeln!(io.err, "dateline: no rule has the code `{code}`{near} `check --explain all` lists them")?;
        return Ok(Exit::Failed);
    };
    writeln!(io.out, "{}[{}]: {}\n\n{}", rule.severity.word(), rule.code, rule.summary, rule.explanation)?;
    Ok(Exit::Done)
}
