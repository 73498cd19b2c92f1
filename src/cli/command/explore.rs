//! `dateline`: the explorer, on the screen or line by line, or the list where standard output is no terminal.

use clap::CommandFactory;

use crate::{
    app::Begin,
    cli::{
        Exit,
        args::{Args, ExploreArgs, ListArgs, SelectedArgs, Sort},
        config,
        io::Run,
        store,
    },
    diag::did_you_mean,
    linear::Voice,
    settings::Switch,
    store::Input,
    text::printable,
    tui::{self, Remote, Session},
};

use super::{lines, list};

pub(in crate::cli) fn run(explore: &ExploreArgs, mut run: Run) -> anyhow::Result<Exit> {
    let selected = &explore.selected;
    if let Some((word, command)) = misspelt(selected) {
        anyhow::bail!("there is no command, file or folder `{}`; did you mean `{command}`?", printable(&word));
    }
    if explore.way.screen_reader || explore.way.plain {
        let voice = if explore.way.screen_reader { Voice::Spoken } else { Voice::Plain };
        return lines::run(selected, voice, run);
    }
    if run.io.terminal.out_width.is_none() {
        let all = ListArgs { selected: selected.clone(), sort: Sort::Date, limit: None };
        return list::run(&all, &mut run);
    }
    // A mistake is said before the screen is taken.
    let first = store::selected(selected, &run)?;
    let view = store::view(selected, &run.settings)?.cloned();
    let Run { globals, mut settings, io } = run;
    let asks = !selected.query.is_empty() || globals.as_of.is_some() || view.is_some();
    let (inputs, name) = if explore.way.tour { store::built_in() } else { store::inputs(&selected.stores, io)? };
    inputs.iter().try_for_each(Input::check_path)?;
    // The tour begins for everybody at the same place.
    let remembers = settings.sessions == Switch::On && !explore.no_session && !explore.way.tour;
    let memory = config::state_folder(io).filter(|_| remembers).and_then(|it| tui::remembered(&it, &inputs));
    if settings.pair.is_some() {
        tui::ground().into_iter().for_each(|it| settings.fit_to(it));
    }
    let session = Session {
        inputs,
        name,
        selected: asks.then_some(first),
        settings,
        today: io.today,
        editor: io.editor(),
        remote: if io.set("SSH_CONNECTION").is_some() { Remote::Yes } else { Remote::No },
        begin: if explore.way.tour { Begin::Tour } else { Begin::Explorer },
        memory,
        view,
    };
    if let Some(fault) = tui::run(session)? {
        writeln!(io.err, "dateline: cannot remember what was on (--no-session does not try): {fault:#}")?;
    }
    Ok(Exit::Done)
}

/// Returns the first word if it is no store but nearly a command, and that command.
fn misspelt(selected: &SelectedArgs) -> Option<(String, String)> {
    let word = selected.stores.paths.first().filter(|it| !it.exists())?.to_string_lossy().into_owned();
    let arguments = Args::command();
    let command = did_you_mean(&word, arguments.get_subcommands().map(|it| it.get_name()))?.to_owned();
    Some((word, command))
}
