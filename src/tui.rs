//! The explorer on a terminal: one thread reads keys, one reads the store, one answers what
//! takes long, one notices when the store changes, and a loop draws once for all that has come in.
//!
//! Nothing ticks. The loop sleeps in `recv` until a key, a loaded store, a finished effect or a signal wakes it, so that an idle
//! explorer takes no time at all.

mod editor;
mod effects;
mod ground;
mod input;
mod links;
mod loader;
mod memory;
mod mounts;
mod mouse;
mod session;
mod signals;
mod terminal;
mod watch;
mod worker;

use std::sync::{
    Arc,
    mpsc::{Receiver, channel},
};

use anyhow::Context;

use crate::{
    app::{self, Effect, Filter, Msg, Notice, Said, State},
    settings::Hyperlinks,
    store::Loaded,
    ui,
};

use self::{
    effects::Outside, input::Reader, loader::Loader, signals::Farewell, terminal::Screen, watch::Watch, worker::Worker,
};

pub use self::{
    effects::edit,
    ground::ground,
    memory::{MemoryFile, remembered},
    session::{Begin, Remote, Session},
    terminal::columns,
};

/// What the last row says before the first key.
const HINT: &str = "new here? ? lists every key, and t there takes the tour; q steps back and leaves";

/// Runs the explorer until the reader leaves it; returns why nothing could be kept of it, if it could not.
pub fn run(session: Session) -> anyhow::Result<Option<anyhow::Error>> {
    let (sender, receiver) = channel();
    let mut screen = Screen::enter()
        .context("cannot use this terminal for the explorer: `dateline --plain` and `dateline list` need none")?;
    let farewell = Farewell::default();
    signals::watch(sender.clone(), farewell.clone()).context("cannot watch for signals")?;
    let reader = Reader::start(sender.clone());
    let worker = Worker::start(sender.clone());
    let mut state =
        State::new(Loaded::reading(&session.name), Arc::new(session.settings.clone()), session.today, screen.size()?);
    state.filter = Filter::new(session.selected.clone().unwrap_or_default());
    screen.set_mouse(state.mouse)?;
    begin(&session, &mut state);
    let watch = Watch::start(&session.inputs, sender.clone());
    let loader = Loader::new(sender.clone());
    loader.start(&session);
    let outside = Outside { reader, worker, loader, sender, watch, farewell };
    let result = explore(&session, &mut state, &mut screen, &outside, &receiver);
    drop(screen);
    result
}

/// Brings back what is remembered of the stores, and lays over it what the command line says.
fn begin(session: &Session, state: &mut State) {
    if session.begin == Begin::Tour {
        state.tour_when_read = true;
    }
    recall(session, state);
    if let Some((first, n)) = &session.settings.complaint {
        let more = if *n > 1 { format!("  (and {} more)", n - 1) } else { String::new() };
        state.notice = Some(Notice::warning(format!("{first}{more}")));
    }
    if let Some(view) = &session.view {
        state.open_with(view.clone());
    }
}

fn recall(session: &Session, state: &mut State) {
    let Some(place) = &session.memory else { return };
    let said = session.selected.is_some();
    match memory::read(place) {
        Ok(Some(memory)) => state.recollect(memory, if said { Said::What } else { Said::Nothing }),
        Ok(None) => state.notice = Some(Notice::info(HINT)),
        Err(fault) => state.notice = Some(Notice::warning(format!("{fault:#}"))),
    }
}

/// Receives one message, and then all that have come in meanwhile, and draws once.
fn explore(
    session: &Session,
    state: &mut State,
    screen: &mut Screen,
    outside: &Outside,
    receiver: &Receiver<Msg>,
) -> anyhow::Result<Option<anyhow::Error>> {
    draw(screen, state)?;
    while let Ok(first) = receiver.recv() {
        for msg in std::iter::once(first).chain(std::iter::from_fn(|| receiver.try_recv().ok())) {
            for effect in app::update(state, msg) {
                match effect {
                    Effect::Quit => return Ok(effects::remember(session, state).err()),
                    Effect::Remember => {
                        // Nobody is left who could be told.
                        let _ = effects::remember(session, state);
                        outside.farewell.say();
                        // The thread of the signal ends the program; a frame drawn now would take the terminal once more.
                        loop {
                            std::thread::park();
                        }
                    }
                    effect => effects::run(effect, session, screen, outside)?,
                }
            }
        }
        draw(screen, state)?;
    }
    Ok(None)
}

fn draw(screen: &mut Screen, state: &State) -> anyhow::Result<()> {
    screen.draw(|frame| {
        let pages = ui::render(state, frame);
        if state.settings.hyperlinks == Hyperlinks::Told {
            links::tell(&pages, frame.buffer_mut());
        }
    })?;
    Ok(())
}
