//! `dateline`: the explorer, or the list where standard output is no terminal.

use clap::CommandFactory;

use crate::{
    diag::{did_you_mean, printable},
    settings::Settings,
    tui::{self, Begin, Remote, Session},
};

use super::{
    Exit, Io,
    args::{Args, List, Selected, Sort},
    list, store,
};

pub(super) fn run(args: &Args, settings: Settings, io: &mut Io) -> anyhow::Result<Exit> {
    let (selected, globals) = (&args.explore, &args.globals);
    if let Some((word, command)) = misspelt(selected) {
        anyhow::bail!("there is no command, file or folder `{}`; did you mean `{command}`?", printable(&word));
    }
    if io.terminal.out_width.is_none() {
        let all = List { selected: selected.clone(), sort: Sort::Date, limit: None };
        return list::run(&all, globals, &settings, io);
    }
    // A mistake is said before the screen is taken.
    if store::queries(selected.query.as_deref(), globals, &settings, io)?.is_none() {
        return Ok(Exit::Failed);
    }
    let (inputs, name) = if args.tour { store::built_in() } else { store::inputs(&selected.stores, io)? };
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
        begin: if args.tour { Begin::Tour } else { Begin::Explorer },
        loads: std::sync::Arc::default(),
    };
    tui::run(session)?;
    Ok(Exit::Done)
}

/// Returns the first word if it is no store but nearly a command, and that command.
fn misspelt(selected: &Selected) -> Option<(String, String)> {
    let word = selected.stores.first().filter(|it| !it.exists())?.to_string_lossy().into_owned();
    let arguments = Args::command();
    let command = did_you_mean(&word, arguments.get_subcommands().map(|it| it.get_name()))?.to_owned();
    Some((word, command))
}
