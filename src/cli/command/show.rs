//! `dateline show`: one event, whole.

use crate::{
    formats::{PrintStyle, write_event},
    query::nearest_id,
    settings::Settings,
};

use super::list;
use crate::cli::{
    Exit, Io,
    args::{Globals, SelectedArgs, ShowArgs},
    store,
};

pub(in crate::cli) fn run(
    args: &ShowArgs,
    globals: &Globals,
    settings: &Settings,
    io: &mut Io,
) -> anyhow::Result<Exit> {
    let data = store::load(&args.stores, io)?;
    let known = store::select(&data.catalog, &SelectedArgs::default(), globals, settings, io)?;
    match data.catalog.find(&args.id) {
        Some(event) if known.possibly.contains(event) => {
            let style = PrintStyle { width: io.terminal.out_width, color: list::color(settings) };
            write_event(&data.catalog, event, &style, io.out)?;
            Ok(Exit::Done)
        }
        Some(_) => {
            let date = globals.as_of.as_deref().unwrap_or_default();
            writeln!(io.err, "dateline: `{}` was not public by {date}", args.id)?;
            Ok(Exit::Nothing)
        }
        None => {
            let near =
                nearest_id(&data.catalog, &args.id).map(|it| format!(": did you mean `{it}`?")).unwrap_or_default();
            writeln!(io.err, "dateline: no event has the id `{}`{near}", args.id)?;
            Ok(Exit::Nothing)
        }
    }
}
