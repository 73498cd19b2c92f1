//! `dateline export`: events in another format, to a file or to standard output.

use crate::{
    cli::{Exit, args::ExportArgs, io::Run, store},
    formats::{self, FORMATS, Format, Overwrite, Subset, count},
};

pub(in crate::cli) fn run(args: &ExportArgs, run: &mut Run) -> anyhow::Result<Exit> {
    let format = format(args)?;
    let (data, ids) = store::open(&args.selected, run)?;
    if ids.is_empty() && args.output.is_some() {
        writeln!(run.io.err, "dateline: {}: nothing was written", store::nothing(&data))?;
        return Ok(Exit::Nothing);
    }
    let subset = Subset { catalog: &data.catalog, ids: &ids };
    // With --strict, nothing is written before it is known to be whole.
    let known = if args.strict { format.write(subset, &mut std::io::sink())? } else { Vec::new() };
    let losses = match &args.output {
        _ if !known.is_empty() => known,
        None => format.write(subset, run.io.out)?,
        Some(path) => {
            let overwrite = if args.force { Overwrite::Replace } else { Overwrite::Refuse };
            let losses = formats::save(path, overwrite, &data.files, |out| format.write(subset, out))?;
            writeln!(run.io.err, "wrote {} to {}", count(ids.len(), "event"), path.display())?;
            losses
        }
    };
    let word = if args.strict { "error" } else { "note" };
    for loss in &losses {
        writeln!(run.io.err, "{word}: {}: {}", format.name, loss)?;
    }
    if args.strict && !losses.is_empty() {
        writeln!(run.io.err, "dateline: nothing was written: --strict takes no loss")?;
        return Ok(Exit::Failed);
    }
    store::ended(&data, &ids, run.io)
}

/// Returns the format that was asked for, or that the file's name ends in, or text.
fn format(args: &ExportArgs) -> anyhow::Result<&'static Format> {
    let by_path = || args.output.as_deref().and_then(formats::format_for_path);
    let Some(name) = &args.format else {
        return Ok(by_path().or_else(|| formats::format("text")).unwrap_or(&FORMATS[0]));
    };
    formats::format(name).ok_or_else(|| {
        let names: Vec<&str> = FORMATS.iter().map(|it| it.name).collect();
        let near = crate::diag::did_you_mean(name, names.iter().copied()).map(|it| format!("; did you mean `{it}`?"));
        anyhow::anyhow!(
            "there is no format `{name}`{} Formats are {}",
            near.unwrap_or_else(|| ".".to_owned()),
            names.join(", ")
        )
    })
}
