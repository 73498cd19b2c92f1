//! `dateline --plain` and `--screen-reader`: what the explorer line by line needs of the command line.

use std::{
    io::{Read, Write},
    path::Path,
    sync::Arc,
};

use crate::{
    app::{Explorer, Msg, Opening, update},
    cli::{Exit, Io, args::SelectedArgs, io::Run, store},
    diag::Levels,
    formats::PrintStyle,
    layout::Pane,
    linear::{self, Outside, Peer, SCREEN, Voice},
    query,
    settings::{SavedView, Settings},
    store::{Faults, Input, Loaded},
    tui,
};

pub(in crate::cli) fn run(selected: &SelectedArgs, voice: Voice, run: Run) -> anyhow::Result<Exit> {
    anyhow::ensure!(
        !selected.stores.paths.iter().any(|it| it.as_os_str() == "-"),
        "standard input holds the commands here: name a file or a folder to explore"
    );
    // A mistake is said before anything is read.
    let first = store::selected(selected, &run)?;
    let view = store::view(selected, &run.settings)?.cloned();
    let PrintStyle { width, color } = run.print_style();
    let Run { settings, io, .. } = run;
    let (inputs, name) = store::inputs(&selected.stores, io)?;
    inputs.iter().try_for_each(Input::check_path)?;
    let levels = settings.levels();
    let mut data = store::read_inputs(&inputs, &name, Faults::All, io)?;
    levels.apply(Arc::make_mut(&mut data.diagnostics));
    let peer = |is_terminal: bool| if is_terminal { Peer::Person } else { Peer::Program };
    let session = linear::LineSession {
        voice,
        width,
        color,
        input: peer(io.stdin_is_terminal),
        output: peer(width.is_some()),
        explorer: begin(first, (settings, view), &name, io),
    };
    linear::run(session, data, &mut Stores { inputs, name, levels, io })?;
    Ok(Exit::Done)
}

/// Returns the explorer before anything is read, with the filter of the command line.
fn begin(selected: query::Selected, (settings, view): (Settings, Option<SavedView>), name: &str, io: &Io) -> Explorer {
    // Of nothing, nothing is asked.
    let (mut explorer, _) = Explorer::new(Loaded::reading(name), settings, io.today, SCREEN);
    // There are rows here and no lanes side by side: up and down are to be from event to event.
    let opening = Opening { selected: Some(selected), view, focus: Some(Pane::List), ..Opening::default() };
    update(&mut explorer, Msg::Begin(Box::new(opening)));
    explorer
}

/// The stores that are explored, to be read again when they have been edited.
struct Stores<'a, 'b> {
    inputs: Vec<Input>,
    name: String,
    levels: Levels,
    io: &'a mut Io<'b>,
}

impl Outside for Stores<'_, '_> {
    fn streams(&mut self) -> (&mut dyn Read, &mut dyn Write) {
        (&mut *self.io.stdin, &mut *self.io.out)
    }

    fn read(&mut self) -> Result<Loaded, String> {
        let mut data =
            store::read_inputs(&self.inputs, &self.name, Faults::All, self.io).map_err(|it| format!("{it:#}"))?;
        self.levels.apply(Arc::make_mut(&mut data.diagnostics));
        Ok(data)
    }

    fn edit(&mut self, file: &Path, line: usize) -> Result<(), String> {
        tui::edit(self.io.editor().as_deref(), file, line)
    }
}
