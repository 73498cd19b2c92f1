//! `dateline --plain` and `dateline --screen-reader`: the explorer a line at a time, without a picture.
//!
//! It is the same explorer: a line becomes the actions that keys ask for, the same [`State`] takes them, and what has changed is
//! said in words. So every number is the screen's. A command is read in `command`, obeyed in `dialogue`, and its answer worded in
//! the other rooms.
//!
//! ```text
//! dateline> filter @netflix in:2013..2014
//! 9 of 103 events shown, 7 certain, 2 possible
//! filter: @netflix  in:2013..2014
//! >  1  c. 1999 – 19 Jan 2023  documented  Hastings is chief executive of Netflix  [hastings-netflix-ceo]
//! dateline> mark 3
//! ```
//!
//! The two differ in how an answer is worded, which [`Voice`] decides: in columns to be looked at, or a fact a line to be
//! listened to.

mod asked;
mod change;
mod command;
mod dialogue;
mod effects;
mod faults;
mod figures;
mod help;
mod lanes;
mod links;
mod overview;
mod parties;
mod rows;
mod voice;
mod whole;
mod words;

use std::{io::Read, sync::Arc};

use crate::{
    app::{Data, Msg, State},
    layout::{Pane, Size},
    settings::{SavedView, Settings},
    tui::Faults,
};

use self::{
    dialogue::{Dialogue, Store},
    voice::{Manner, prompt},
};

use super::{
    Exit, Io,
    args::{Globals, Selected},
    list, store,
};

pub(super) use self::voice::Voice;

/// The screen that there would be: zooming and paging go by it, so that they come out the same wherever they run.
const SCREEN: Size = Size { width: 80, height: 24 };
/// Bytes of a line that are read; nobody types more.
const LONGEST: usize = 64 * 1024;

/// Reads commands until there are no more, or one of them ends it.
pub(super) fn run(
    selected: &Selected,
    voice: Voice,
    globals: &Globals,
    settings: Settings,
    io: &mut Io,
) -> anyhow::Result<Exit> {
    anyhow::ensure!(
        !selected.stores.iter().any(|it| it.as_os_str() == "-"),
        "standard input holds the commands here: name a file or a folder to explore"
    );
    // A mistake is said before anything is read.
    if store::queries(selected, globals, &settings, io)?.is_none() {
        return Ok(Exit::Failed);
    }
    let view = store::view(selected, &settings)?.cloned();
    let (inputs, name) = store::inputs(&selected.stores, io)?;
    store::must_exist(&inputs)?;
    let data = store::read_inputs(&inputs, &name, Faults::All, io)?;
    let manner = Manner::new(voice, io.terminal.out_width, list::color(&settings));
    let state = begin(selected, globals, (settings, view), &name, io);
    let mut dialogue = Dialogue::new(state, manner, Store { inputs, name });
    dialogue.tell(Msg::Loaded(Box::new(data)), io);
    print(&dialogue.opening(), io)?;
    while !dialogue.is_over() {
        if io.stdin_is_terminal {
            write!(io.out, "{}", prompt(voice))?;
            io.out.flush()?;
        }
        let Some(line) = read_line(io.stdin)? else {
            if io.stdin_is_terminal {
                // What comes next is not to stand behind the prompt.
                writeln!(io.out)?;
            }
            break;
        };
        let answer = dialogue.answer(&line, io);
        print(&answer, io)?;
    }
    Ok(Exit::Done)
}

/// Returns the explorer before anything is read, with the filter of the command line. Its query and date have been found to
/// parse, so that nothing is dropped here.
fn begin(
    selected: &Selected,
    globals: &Globals,
    (settings, view): (Settings, Option<SavedView>),
    name: &str,
    io: &Io,
) -> State {
    let mut state = State::new(Data::reading(name), Arc::new(settings), io.today, SCREEN);
    // There are rows here and no lanes side by side: up and down are to be from event to event.
    state.view.focus = Pane::List;
    let _ = store::query_text(selected, view.as_ref()).map(|it| state.filter.set(&it));
    let _ = state.filter.set_as_of(store::as_of(globals, view.as_ref()).as_deref());
    view.into_iter().for_each(|it| state.open_with(it));
    state
}

fn print(lines: &[String], io: &mut Io) -> anyhow::Result<()> {
    for line in lines {
        writeln!(io.out, "{line}")?;
    }
    io.out.flush()?;
    Ok(())
}

/// Returns the next line without its end, or nothing where there is none.
///
/// A byte at a time, which is fast enough for what is typed: a buffer of our own could hold what an editor is to read.
fn read_line(stdin: &mut dyn Read) -> std::io::Result<Option<String>> {
    let mut line = Vec::new();
    let mut byte = [0];
    loop {
        match stdin.read(&mut byte) {
            Ok(0) if line.is_empty() => return Ok(None),
            Ok(0) => break,
            Ok(_) if byte[0] == b'\n' => break,
            Ok(_) if line.len() < LONGEST => line.push(byte[0]),
            Ok(_) => {}
            Err(fault) if fault.kind() == std::io::ErrorKind::Interrupted => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(Some(String::from_utf8_lossy(&line).into_owned()))
}
