//! Which stores a command is about, and which of their events.

use std::path::PathBuf;

use anyhow::Context;

use crate::{
    app::Data,
    catalog::{Catalog, IdSet},
    chronology::When,
    diag::{Diagnostic, Severity, SourceMap, Span, human},
    query::{self, Query},
    settings::Settings,
    store::Input,
    tui::{self, Faults},
};

use super::{
    Io,
    args::{Globals, Selected},
    progress::ProgressLine,
};

/// The built-in chronology.
const BUILT_IN: &str = include_str!("../../events.toml");

/// What a query from the command line is called where it has a mistake.
const QUERY: &str = "<query>";

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
    Ok(built_in())
}

/// Returns the built-in chronology, and what to call it.
pub(super) fn built_in() -> (Vec<Input>, String) {
    let built_in = Input::Text { name: "<built-in>".to_owned(), text: BUILT_IN.to_owned() };
    (vec![built_in], "the built-in chronology".to_owned())
}

/// Finds a path with a typing mistake before anything else is done.
pub(super) fn must_exist(inputs: &[Input]) -> anyhow::Result<()> {
    for input in inputs {
        if let Input::Path(path) = input {
            anyhow::ensure!(
                path.exists(),
                "there is no {}: name a file or a folder, or - for standard input",
                path.display()
            );
        }
    }
    Ok(())
}

fn standard_input(io: &mut Io) -> anyhow::Result<Input> {
    let mut text = String::new();
    io.stdin.read_to_string(&mut text).context("cannot read a store from standard input")?;
    Ok(Input::Text { name: "<stdin>".to_owned(), text })
}

/// Reads the stores that `paths` name, and says on the way how far it is.
pub(super) fn read(paths: &[PathBuf], faults: Faults, io: &mut Io) -> anyhow::Result<Data> {
    let (inputs, name) = inputs(paths, io)?;
    read_inputs(&inputs, &name, faults, io)
}

/// Reads `inputs`, called `name`, and says on the way how far it is.
pub(super) fn read_inputs(inputs: &[Input], name: &str, faults: Faults, io: &mut Io) -> anyhow::Result<Data> {
    let mut line = ProgressLine::new();
    let today = io.today;
    let data = tui::load(inputs, name, today, faults, &mut |it| line.show(it, io));
    line.clear(io);
    Ok(data?)
}

/// Reads the stores that `paths` name. What is wrong with them is summed up on standard error.
pub(super) fn load(paths: &[PathBuf], io: &mut Io) -> anyhow::Result<Data> {
    let data = read(paths, Faults::OfLoading, io)?;
    let name = &data.name;
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
    let Some(queries) = queries(query, globals, settings, io)? else { return Ok(None) };
    let mut ids = catalog.all();
    for query in queries {
        complain(&query::unknown_names(&query, catalog), &SourceMap::single(QUERY, query.text.as_str()), settings, io)?;
        let nothing = IdSet::new(catalog.len());
        ids.intersect_with(&query::eval(&query, catalog, &query::Scope { marked: &nothing }).possibly);
    }
    Ok(Some(ids))
}

/// Reads the query and the date of knowledge, as queries that an event is to match both of, or returns nothing where either has
/// a mistake: then it has been said on standard error.
pub(super) fn queries(
    query: Option<&str>,
    globals: &Globals,
    settings: &Settings,
    io: &mut Io,
) -> anyhow::Result<Option<Vec<Query>>> {
    let mut queries = Vec::new();
    if let Some(text) = query {
        let Some(query) = parse(text, settings, io)? else { return Ok(None) };
        queries.push(query);
    }
    if let Some(date) = &globals.as_of {
        // Only a date: anything else after `known:..` would be a query of its own, and nothing at all would hide nothing.
        if let Err(fault) = When::parse(date) {
            let help =
                fault.help.unwrap_or_else(|| "write a date such as `2013`, `2013-06` or `2013-06-15`".to_owned());
            let place = Span::new(0, fault.span.start, fault.span.end);
            let fault = Diagnostic::error("bad-date", fault.message).at(place).help(help);
            complain(&[fault], &SourceMap::single("<as-of>", date.as_str()), settings, io)?;
            return Ok(None);
        }
        let Some(query) = parse(&format!("known:\"..{date}\""), settings, io)? else { return Ok(None) };
        queries.push(query);
    }
    Ok(Some(queries))
}

/// Reads a query, or says on standard error what is wrong with it.
fn parse(text: &str, settings: &Settings, io: &mut Io) -> anyhow::Result<Option<Query>> {
    let (query, faults) = Query::parse(text);
    complain(&faults, &SourceMap::single(QUERY, text), settings, io)?;
    Ok(faults.is_empty().then_some(query))
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
fn complain(faults: &[Diagnostic], files: &SourceMap, settings: &Settings, io: &mut Io) -> anyhow::Result<()> {
    let color = io.color_on_err(settings.color_choice);
    for fault in faults {
        write!(io.err, "{}", human(fault, files, color))?;
    }
    Ok(())
}
