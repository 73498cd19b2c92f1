//! Which stores a command is about, and which of their events.

use std::path::PathBuf;

use anyhow::Context;

use crate::{
    app::Data,
    catalog::{Catalog, IdSet},
    diag::{Diagnostic, Severity, SourceMap, human},
    query::{self, Query},
    settings::Settings,
    store::Input,
    tui,
};

use super::{
    Io,
    args::{Globals, Selected},
};

/// The built-in chronology.
const BUILT_IN: &str = include_str!("../../events.toml");

/// Returns the stores that `paths` name, or else those of the environment, the current folder or the program, and what to call
/// them.
pub(super) fn inputs(paths: &[PathBuf], io: &mut Io) -> anyhow::Result<(Vec<Input>, String)> {
    if !paths.is_empty() {
        let (mut inputs, mut names) = (Vec::new(), Vec::new());
        for path in paths {
            let is_standard_input = path.as_os_str() == "-";
            inputs.push(if is_standard_input { standard_input(io)? } else { Input::Path(path.clone()) });
            names.push(if is_standard_input { "standard input".to_owned() } else { path.display().to_string() });
        }
        return Ok((inputs, names.join(", ")));
    }
    if let Some(path) = (io.env)("DATELINE_STORE").filter(|it| !it.is_empty()) {
        return Ok((vec![Input::Path(path.clone().into())], path));
    }
    let here = PathBuf::from("events.toml");
    if here.is_file() {
        return Ok((vec![Input::Path(here)], "events.toml".to_owned()));
    }
    let built_in = Input::Text { name: "<built-in>".to_owned(), text: BUILT_IN.to_owned() };
    Ok((vec![built_in], "the built-in chronology".to_owned()))
}

fn standard_input(io: &mut Io) -> anyhow::Result<Input> {
    let mut text = String::new();
    io.stdin.read_to_string(&mut text).context("cannot read a store from standard input")?;
    Ok(Input::Text { name: "<stdin>".to_owned(), text })
}

/// Reads the stores that `paths` name. What is wrong with them is summed up on standard error.
pub(super) fn load(paths: &[PathBuf], io: &mut Io) -> anyhow::Result<Data> {
    let (inputs, name) = inputs(paths, io)?;
    let data = tui::load(&inputs, &name, io.today)?;
    let (errors, _) = data.faults();
    if errors > 0 {
        let place = data.diagnostics.iter().find(|it| it.severity == Severity::Error);
        let first = place.map(|it| crate::diag::one_line(it, &data.files)).unwrap_or_default();
        let plural = if errors == 1 { "" } else { "s" };
        writeln!(
            io.err,
            "dateline: {errors} error{plural} in {name}; `dateline check` shows them all. The first: {first}"
        )?;
    }
    Ok(data)
}

/// Returns the events of `catalog` that the query and the date of knowledge leave, or nothing where either has a mistake: then
/// it has been said on standard error.
pub(super) fn select(
    catalog: &Catalog,
    query: Option<&str>,
    globals: &Globals,
    settings: &Settings,
    io: &mut Io,
) -> anyhow::Result<Option<IdSet>> {
    let mut ids = catalog.all();
    let as_of = globals.as_of.as_ref().map(|it| format!("known:..{it}"));
    for (name, text) in [("<query>", query), ("<as-of>", as_of.as_deref())] {
        let Some(text) = text else { continue };
        let (query, faults) = Query::parse(text);
        if !faults.is_empty() {
            complain(&faults, &SourceMap::single(name, text), settings, io)?;
            return Ok(None);
        }
        complain(&query::unknown_names(&query, catalog), &SourceMap::single(name, text), settings, io)?;
        let nothing = IdSet::new(catalog.len());
        ids.intersect_with(&query::eval(&query, catalog, &query::Scope { marked: &nothing }).possibly);
    }
    Ok(Some(ids))
}

/// Reads the stores and selects the events that a command is about.
pub(super) fn open(
    selected: &Selected,
    globals: &Globals,
    settings: &Settings,
    io: &mut Io,
) -> anyhow::Result<Option<(Data, IdSet)>> {
    let data = load(&selected.stores, io)?;
    let ids = select(&data.catalog, selected.query.as_deref(), globals, settings, io)?;
    Ok(ids.map(|it| (data, it)))
}

/// Says on standard error what is wrong.
pub(super) fn complain(
    faults: &[Diagnostic],
    files: &SourceMap,
    settings: &Settings,
    io: &mut Io,
) -> anyhow::Result<()> {
    let color = io.color_on_err(settings.color_choice);
    for fault in faults {
        write!(io.err, "{}", human(fault, files, color))?;
    }
    Ok(())
}
