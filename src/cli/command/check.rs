//! `dateline check`: every fault with its place and its remedy.

use std::{collections::HashMap, sync::Arc};

use crate::{
    cli::{
        Exit, Io,
        args::{CheckArgs, Report},
        io::Run,
        store,
    },
    diag::{MANY, did_you_mean, human, json_line, thousands},
    settings::ColorMode,
    store::{Faults, rules},
};

pub(in crate::cli) fn run(args: &CheckArgs, run: &mut Run) -> anyhow::Result<Exit> {
    if let Some(code) = &args.explain {
        return explain(code, run.io);
    }
    let mut data = store::read(&args.stores, Faults::All, run.io)?;
    run.settings.levels().apply(Arc::make_mut(&mut data.diagnostics));
    let name = &data.name;
    // People see where it begins, and are told how many there are; a machine sees all.
    let mut told: HashMap<&str, usize> = HashMap::new();
    for fault in data.diagnostics.iter() {
        match args.format {
            Report::Human => {
                let n = told.entry(fault.code).or_default();
                *n += 1;
                if MANY < *n && !args.all {
                    continue;
                }
                writeln!(run.io.out, "{}", human(fault, &data.files, run.settings.color != ColorMode::None))?
            }
            Report::Json => writeln!(run.io.out, "{}", json_line(fault, &data.files))?,
        }
    }
    let mut many: Vec<_> = told.into_iter().filter(|it| MANY < it.1 && !args.all).collect();
    many.sort_unstable();
    for (code, n) in many {
        writeln!(run.io.out, "{} more of `{code}`: `--all` prints them\n", thousands(n - MANY))?;
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
