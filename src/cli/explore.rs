//! `dateline`: the explorer, or the list where standard output is no terminal.

use crate::{
    diag::SourceMap,
    query::Query,
    settings::Settings,
    tui::{self, Remote, Session},
};

use super::{
    Exit, Io,
    args::{Globals, List, Selected, Sort},
    list, store,
};

pub(super) fn run(selected: &Selected, globals: &Globals, settings: Settings, io: &mut Io) -> anyhow::Result<Exit> {
    if io.terminal.out_width.is_none() {
        let all = List { selected: selected.clone(), sort: Sort::Date, limit: None };
        return list::run(&all, globals, &settings, io);
    }
    let as_of = globals.as_of.as_ref().map(|it| format!("known:..{it}"));
    for (name, text) in [("<query>", selected.query.as_deref()), ("<as-of>", as_of.as_deref())] {
        let Some(text) = text else { continue };
        let (_, faults) = Query::parse(text);
        if !faults.is_empty() {
            store::complain(&faults, &SourceMap::single(name, text), &settings, io)?;
            return Ok(Exit::Failed);
        }
    }
    let (inputs, name) = store::inputs(&selected.stores, io)?;
    // A path with a typing mistake is said before the screen is taken.
    for input in &inputs {
        if let crate::store::Input::Path(path) = input {
            anyhow::ensure!(
                path.exists(),
                "there is no {}: name a file or a folder, or - for standard input",
                path.display()
            );
        }
    }
    let set = |name: &str| (io.env)(name).filter(|it| !it.is_empty());
    let session = Session {
        inputs,
        name,
        query: selected.query.clone(),
        as_of: globals.as_of.clone(),
        settings,
        today: io.today,
        editor: set("VISUAL").or_else(|| set("EDITOR")),
        remote: if set("SSH_CONNECTION").is_some() { Remote::Yes } else { Remote::No },
    };
    tui::run(session)?;
    Ok(Exit::Done)
}
