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
    let all = store::load(&args.stores, run.io)?;
    let data = store::turn_to_day(all.clone(), &SelectedArgs::default(), run)?;
    let catalog = &data.catalog;
    match (catalog.find(&args.id), catalog.day()) {
        (Some(event), _) => {
            write_event(catalog, event, &run.print_style(), run.io.out)?;
            Ok(Exit::Done)
        }
        (None, Some(day)) if all.catalog.find(&args.id).is_some() => {
            writeln!(run.io.err, "dateline: `{}` was not public by {day}", args.id)?;
            Ok(Exit::Nothing)
        }
        (None, _) => {
            let near = nearest_id(catalog, &args.id).map(|it| format!(": did you mean `{it}`?")).unwrap_or_default();
            writeln!(run.io.err, "dateline: no event has the id `{}`{near}", args.id)?;
            Ok(Exit::Nothing)
        }
    }
}
