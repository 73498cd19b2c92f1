//! The explorer on a terminal: one thread reads keys, one reads the store, one answers what
//! takes long, and a loop that draws once for all that has come in.
//!
//! Nothing ticks. The loop sleeps in `recv` until a key, a loaded store, a finished effect or a signal wakes it, so that an idle
//! explorer takes no time at all.

mod editor;
mod effects;
mod input;
mod load;
mod session;
mod signals;
mod terminal;
mod worker;

use std::sync::{
    Arc,
    mpsc::{Receiver, channel},
};

use anyhow::Context;

use crate::{
    app::{self, Data, Effect, Filter, Msg, State},
    ui,
};

use self::{effects::Outside, input::Reader, session::start_loading, terminal::Screen, worker::Worker};

pub use self::{
    effects::{edit, export},
    load::{Faults, load},
    session::{Remote, Session},
    terminal::columns,
};

/// Runs the explorer until the reader leaves it.
pub fn run(session: Session) -> anyhow::Result<()> {
    let (sender, receiver) = channel();
    let mut screen = Screen::enter()
        .context("cannot use this terminal for the explorer: `dateline --plain` and `dateline list` need none")?;
    signals::watch().context("cannot watch for signals")?;
    let reader = Reader::start(sender.clone());
    let worker = Worker::start(sender.clone());
    let mut state =
        State::new(Data::reading(&session.name), Arc::new(session.settings.clone()), session.today, screen.size()?);
    state.filter = first_filter(&session);
    start_loading(&session, &sender);
    let result = explore(&session, &mut state, &mut screen, &Outside { reader, worker, sender }, &receiver);
    drop(screen);
    result
}

/// Returns the filter of the command line. Its query and date have been found to parse, so that nothing is dropped here.
fn first_filter(session: &Session) -> Filter {
    let mut filter = Filter::default();
    let _ = session.query.as_deref().map(|it| filter.set(it));
    let _ = filter.set_as_of(session.as_of.as_deref());
    filter
}

/// Receives one message, and then all that have come in meanwhile, and draws once.
fn explore(
    session: &Session,
    state: &mut State,
    screen: &mut Screen,
    outside: &Outside,
    receiver: &Receiver<Msg>,
) -> anyhow::Result<()> {
    screen.draw(|frame| ui::render(state, frame))?;
    while let Ok(first) = receiver.recv() {
        for msg in std::iter::once(first).chain(std::iter::from_fn(|| receiver.try_recv().ok())) {
            for effect in app::update(state, msg) {
                if let Effect::Quit = effect {
                    return Ok(());
                }
                effects::run(effect, session, screen, outside)?;
            }
        }
        screen.draw(|frame| ui::render(state, frame))?;
    }
    Ok(())
}
