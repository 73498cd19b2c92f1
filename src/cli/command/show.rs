//! `dateline show`: one event, whole.

use crate::{
    cli::{
        Exit,
        args::{SelectedArgs, ShowArgs},
        io::Run,
        store,
    },
    formats::write_event,
    query::nearest_id,
};

pub(in crate::cli) fn run(args: &ShowArgs, run: &mut Run) -> anyhow::Result<Exit> {
    let data = store::load(&args.stores, run.io)?;
    let known = store::select(&data.catalog, &SelectedArgs::default(), run)?;
    match data.catalog.find(&args.id) {
        Some(event) if known.possibly.contains(event) => {
            write_event(&data.catalog, event, &run.print_style(), run.io.out)?;
            Ok(Exit::Done)
        }
        Some(_) => {
            let date = run.globals.as_of.as_deref().unwrap_or_default();
            writeln!(run.io.err, "dateline: `{}` was not public by {date}", args.id)?;
            Ok(Exit::Nothing)
        }
        None => {
            let near =
                nearest_id(&data.catalog, &args.id).map(|it| format!(": did you mean `{it}`?")).unwrap_or_default();
            writeln!(run.io.err, "dateline: no event has the id `{}`{near}", args.id)?;
            Ok(Exit::Nothing)
        }
    }
}
