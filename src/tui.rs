//! The explorer on a terminal: one thread reads keys, one reads the store, one answers what
//! takes long, one notices when the store changes, and a loop draws once for all that has come in.
//!
//! Nothing ticks. The loop sleeps in `recv` until a key, a loaded store, a finished effect or a signal wakes it, so that an idle
//! explorer takes no time at all.

mod editor;
mod effects;
mod loader;
mod memory;
mod mounts;
mod session;
mod signals;
mod terminal;
mod watch;
mod worker;

use std::sync::mpsc::{Receiver, channel};

use anyhow::Context;

use crate::{
    app::{self, Effect, Explorer, Msg, Notice, Opening, State},
    keys::Action,
    settings::Switch,
    store::Loaded,
    ui,
};

use self::{
    effects::Outside,
    loader::Loader,
    terminal::{Screen, hyperlinks, input::Reader},
};

pub use self::{
    editor::edit,
    memory::{MemoryFile, remembered},
    session::{Remote, Session},
    terminal::{columns, ground::ground},
};

/// Runs the explorer until the reader leaves it; returns why nothing could be kept of it, if it could not.
pub fn run(session: Session) -> anyhow::Result<Option<anyhow::Error>> {
    let (sender, receiver) = channel();
    let mut screen = Screen::enter()
        .context("cannot use this terminal for the explorer: `dateline --plain` and `dateline list` need none")?;
    let (farewell, said) = channel();
    signals::watch(sender.clone(), said).context("cannot watch for signals")?;
    let reader = Reader::start(sender.clone());
    let worker = worker::start(sender.clone());
    let (mut explorer, first) =
        Explorer::new(Loaded::reading(&session.name), session.settings.clone(), session.today, screen.size()?);
    screen.set_mouse(explorer.pointer.mouse)?;
    let watch = watch::start(&session.inputs, sender.clone());
    let loader = Loader::new(&session, sender.clone());
    loader.start();
    let opening = opening(&session);
    let remembered = opening.memory.clone().unwrap_or_default();
    let outside = Outside { session, remembered, reader, worker, loader, sender, watch, farewell };
    let begun = app::update(&mut explorer, Msg::Begin(Box::new(opening)));
    first.into_iter().chain(begun).try_for_each(|it| effects::run(it, &mut screen, &outside))?;
    let result = explore(&mut explorer, &mut screen, &outside, &receiver);
    drop(screen);
    result
}

/// Returns what the run begins with: what is remembered of the stores, and what the command line says.
fn opening(session: &Session) -> Opening {
    let (memory, notice) = match session.memory.as_ref().map(memory::read) {
        None => (None, None),
        Some(Ok(Some(memory))) => (Some(memory), None),
        Some(Ok(None)) => {
            let hint =
                Notice::info("new here?").offer(Action::Help, "lists every key").offer(Action::Tour, "takes a tour");
            (None, Some(hint.offer(Action::Back, "steps back and leaves")))
        }
        Some(Err(fault)) => (None, Some(Notice::warning(format!("{fault:#}")))),
    };
    let complaint = session.settings.complaint.as_ref().map(|(first, n)| {
        let more = if *n > 1 { format!("  (and {} more)", n - 1) } else { String::new() };
        Notice::warning(format!("{first}{more}"))
    });
    Opening {
        selected: session.selected.clone(),
        view: session.view.clone(),
        memory,
        focus: None,
        begin: session.begin,
        notice: complaint.or(notice),
    }
}

/// Receives one message, and then all that have come in meanwhile, and draws once.
fn explore(
    explorer: &mut Explorer,
    screen: &mut Screen,
    outside: &Outside,
    receiver: &Receiver<Msg>,
) -> anyhow::Result<Option<anyhow::Error>> {
    draw(screen, explorer)?;
    while let Ok(first) = receiver.recv() {
        for msg in std::iter::once(first).chain(receiver.try_iter()) {
            for effect in app::update(explorer, msg) {
                match effect {
                    Effect::Quit => return Ok(effects::remember(outside, explorer).err()),
                    Effect::Remember => {
                        // Nobody is left who could be told.
                        let _ = effects::remember(outside, explorer);
                        let _ = outside.farewell.send(());
                        // The thread of the signal ends the program; a frame drawn now would take the terminal once more.
                        loop {
                            std::thread::park();
                        }
                    }
                    effect => effects::run(effect, screen, outside)?,
                }
            }
        }
        draw(screen, explorer)?;
    }
    Ok(None)
}

fn draw(screen: &mut Screen, state: &State) -> anyhow::Result<()> {
    screen.draw(|frame| {
        let pages = ui::render(state, frame);
        if state.settings.hyperlinks == Switch::On {
            hyperlinks::tell(&pages, frame.buffer_mut());
        }
    })?;
    Ok(())
}
