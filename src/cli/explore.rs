//! `dateline`: the explorer, or the list where standard output is no terminal.

use crate::{
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
    // A mistake is said before the screen is taken.
    if store::queries(selected.query.as_deref(), globals, &settings, io)?.is_none() {
        return Ok(Exit::Failed);
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
