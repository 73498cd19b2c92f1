//! Which stores a command is about, and which of their events.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::Context;

use crate::{
    catalog::{Catalog, IdSet},
    chronology::When,
    diag::{Diagnostic, Severity, SourceMap, Span, did_you_mean, human},
    formats::count,
    query::{self, Matched, Query},
    settings::{SavedView, Settings},
    store::{self, Faults, Input, Loaded, Place},
    text::printable,
};

use super::{
    Exit, Io,
    args::{SelectedArgs, StoreArgs},
    io::{Mistake, Run},
    progress::ProgressLine,
};

/// The built-in chronology.
const BUILT_IN: &str = include_str!("../../events.toml");

/// What a query from the command line is called where it has a mistake.
const QUERY: &str = "<query>";

/// Returns the stores that are named, or else those of the environment, the current folder or the program, and what to call
/// them.
pub(super) fn inputs(StoreArgs { paths }: &StoreArgs, io: &mut Io) -> anyhow::Result<(Vec<Input>, String)> {
    if !paths.is_empty() {
        let (mut inputs, mut names) = (Vec::new(), Vec::new());
        for path in paths {
            if let Some(query) = looks_like_a_query(path) {
                anyhow::bail!("there is no file or folder `{query}`; write `-q '{query}'` to look for it");
            }
            let is_standard_input = path.as_os_str() == "-";
            inputs.push(if is_standard_input { standard_input(io)? } else { Input::Path(path.clone()) });
            names.push(if is_standard_input { "standard input".to_owned() } else { path.display().to_string() });
        }
        return Ok((inputs, names.join(", ")));
    }
    if let Some(path) = io.set("DATELINE_STORE") {
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
    let built_in = Input::Text { place: Place::BuiltIn, text: BUILT_IN.to_owned() };
    (vec![built_in], "the built-in chronology".to_owned())
}

/// Returns a path that is a query by its looks and names nothing.
fn looks_like_a_query(path: &Path) -> Option<String> {
    let text = printable(path.to_str()?).into_owned();
    let (query, faults) = Query::parse(&text);
    let signs = text.starts_with(['@', '#', '-', '!']) && 1 < text.len();
    let is_query = faults.is_empty() && (signs || !query.is_plain_text());
    (is_query && !path.exists()).then_some(text)
}

fn standard_input(io: &mut Io) -> anyhow::Result<Input> {
    let mut text = String::new();
    io.stdin.read_to_string(&mut text).context("cannot read a store from standard input")?;
    Ok(Input::Text { place: Place::Stdin, text })
}

/// Reads the stores that are named, and says on the way how far it is.
pub(super) fn read(stores: &StoreArgs, faults: Faults, io: &mut Io) -> anyhow::Result<Loaded> {
    let (inputs, name) = inputs(stores, io)?;
    read_inputs(&inputs, &name, faults, io)
}

/// Reads `inputs`, called `name`, and says on the way how far it is.
pub(super) fn read_inputs(inputs: &[Input], name: &str, faults: Faults, io: &mut Io) -> anyhow::Result<Loaded> {
    let mut line = ProgressLine::new();
    let today = io.today;
    let data = store::open(inputs, name, today, faults, &mut |it| line.show(it, io));
    line.clear(io);
    Ok(data?)
}

/// Reads the stores that are named. What is wrong with them is summed up on standard error.
pub(super) fn load(stores: &StoreArgs, io: &mut Io) -> anyhow::Result<Loaded> {
    let data = read(stores, Faults::OfReading, io)?;
    let name = &data.name;
    let (errors, _) = data.faults();
    if errors > 0 {
        let place = data.diagnostics.iter().find(|it| it.severity == Severity::Error);
        let first = place.map(|it| crate::diag::one_line(it, &data.files)).unwrap_or_default();
        let errors = count(errors, "error");
        writeln!(io.err, "dateline: {errors} in {name}; `dateline check` shows them all. The first: {first}")?;
    }
    Ok(data)
}

/// Turns to the day as of which a store is to be looked at. What came out later is summed up on standard error.
pub(super) fn turn_to_day(data: Loaded, selected: &SelectedArgs, run: &mut Run) -> anyhow::Result<Loaded> {
    let Some(day) = as_of(selected, run)? else { return Ok(data) };
    let catalog = Arc::new(data.catalog.as_of(&day));
    if let Some(away) = catalog.away() {
        writeln!(run.io.err, "dateline: {}", away.words())?;
    }
    Ok(Loaded { catalog, ..data })
}

/// Returns the events of `catalog` that the query leaves.
pub(super) fn select(catalog: &Catalog, selected: &SelectedArgs, run: &mut Run) -> anyhow::Result<Matched> {
    let queries = queries(selected, run)?;
    for query in &queries {
        let unknown = query::told_of(query, catalog);
        let words = spelled(&unknown, QUERY, &query.text, run);
        write!(run.io.err, "{words}")?;
    }
    Ok(query::eval(&joined(&queries), catalog, &IdSet::new(catalog.len())))
}

/// Returns what the view and the command line ask for.
pub(super) fn selected(selected: &SelectedArgs, run: &Run) -> anyhow::Result<query::Selected> {
    Ok(query::Selected { query: joined(&queries(selected, run)?), as_of: as_of(selected, run)? })
}

/// Of the view and of the command line, an event is to match both.
fn joined(queries: &[Query]) -> Query {
    queries.iter().cloned().fold(Query::default(), Query::and)
}

/// Returns the query of the view and that of the command line.
fn queries(selected: &SelectedArgs, run: &Run) -> anyhow::Result<Vec<Query>> {
    let viewed = view(selected, &run.settings)?.and_then(|it| it.query.as_ref()).map(|it| it.text.as_str());
    let parse = |text| match Query::parse(text) {
        (query, faults) if faults.is_empty() => Ok(query),
        (_, faults) => Err(Mistake(spelled(&faults, QUERY, text, run)).into()),
    };
    viewed.into_iter().chain(selected.query.iter().map(String::as_str)).map(parse).collect()
}

/// Returns the date of knowledge; the command line goes before the view.
fn as_of(selected: &SelectedArgs, run: &Run) -> anyhow::Result<Option<When>> {
    let viewed = view(selected, &run.settings)?.and_then(|it| it.as_of.as_ref()).map(|it| it.text.as_str());
    let Some(date) = run.globals.as_of.as_deref().or(viewed.filter(|it| !it.is_empty())) else { return Ok(None) };
    When::parse(date).map(Some).map_err(|fault| {
        let help = fault.help.unwrap_or_else(|| "write a date such as `2013`, `2013-06` or `2013-06-15`".to_owned());
        let place = Span::new(0, fault.span.start, fault.span.end);
        let fault = Diagnostic::error("bad-date", fault.message).at(place).help(help);
        Mistake(spelled(&[fault], "<as-of>", date, run)).into()
    })
}

/// Returns the saved view that is asked for, if one is.
pub(super) fn view<'a>(selected: &SelectedArgs, settings: &'a Settings) -> anyhow::Result<Option<&'a SavedView>> {
    let Some(name) = &selected.view else { return Ok(None) };
    if let Some(view) = settings.views.iter().find(|it| it.name == *name) {
        return Ok(Some(view));
    }
    let names: Vec<&str> = settings.views.iter().map(|it| it.name.as_str()).collect();
    let help = match (did_you_mean(name, names.iter().copied()), &*names) {
        (Some(meant), _) => format!("did you mean `{}`?", printable(meant)),
        (None, []) => {
            "none is saved: [views] in config.toml names them, and `dateline info` says where it is".to_owned()
        }
        (None, names) => format!("there are {}", printable(&names.join(", "))),
    };
    anyhow::bail!("there is no view `{}`; {help}", printable(name))
}

/// Reads the stores and selects the events that a command is about.
pub(super) fn open(selected: &SelectedArgs, run: &mut Run) -> anyhow::Result<(Loaded, IdSet)> {
    let data = load(&selected.stores, run.io)?;
    let data = turn_to_day(data, selected, run)?;
    let Matched { surely, possibly } = select(&data.catalog, selected, run)?;
    // The explorer says so in its title row, and draws the two apart.
    let n_possible = possibly.len() - surely.len();
    if 0 < n_possible {
        let words = format!("{} certain, {n_possible} possible", surely.len());
        writeln!(run.io.err, "dateline: {}: {words}", count(possibly.len(), "event"))?;
    }
    Ok((data, possibly))
}

/// Ends a command over `ids`, and says so where they are none.
pub(super) fn ended(data: &Loaded, ids: &IdSet, io: &mut Io) -> anyhow::Result<Exit> {
    if ids.is_empty() {
        writeln!(io.err, "dateline: {}", nothing(data))?;
        return Ok(Exit::Nothing);
    }
    Ok(Exit::Done)
}

/// Returns why there is no event: because there is none at all, or because none is asked for.
pub(super) fn nothing(data: &Loaded) -> String {
    // As of a day the store may have events enough, all of them away.
    let has_some = !data.catalog.is_empty() || data.catalog.away().is_some_and(|it| it.events > 0);
    if !has_some {
        return format!("there are no events in {}", printable(&data.name));
    }
    "no event matches".to_owned()
}

/// Returns what is wrong with a text, as standard error has it.
fn spelled(faults: &[Diagnostic], name: &str, text: &str, run: &Run) -> String {
    let (files, color) = (SourceMap::single(name, text), run.io.color_on_err(run.settings.color_choice));
    faults.iter().map(|it| human(it, &files, color)).collect()
}
