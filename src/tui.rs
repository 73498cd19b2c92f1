//! The explorer on a terminal: one thread reads keys, one reads the store, one answers what
//! takes long, and a loop that draws once for all that has come in.
//!
//! Nothing ticks. The loop sleeps in `recv` until a key, a loaded store, a finished effect or a signal wakes it, so that an idle
//! explorer takes no time at all.

mod editor;
mod effects;
mod input;
mod links;
mod load;
mod mouse;
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
    app::{self, Data, Effect, Filter, Msg, Notice, State},
    settings::Hyperlinks,
    ui,
};

use self::{effects::Outside, input::Reader, session::start_loading, terminal::Screen, worker::Worker};

pub use self::{
    effects::{edit, export},
    load::{Faults, load},
    session::{Begin, Remote, Session},
    terminal::columns,
};

/// What the last row says before the first key.
const HINT: &str = "new here? ? lists every key, and t there takes the tour; q steps back and leaves";

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
    screen.set_mouse(state.mouse)?;
    match session.begin {
        Begin::Tour => state.tour_when_read = true,
        Begin::Explorer => state.notice = Some(Notice::info(HINT)),
    }
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
    draw(screen, state)?;
    while let Ok(first) = receiver.recv() {
        for msg in std::iter::once(first).chain(std::iter::from_fn(|| receiver.try_recv().ok())) {
            for effect in app::update(state, msg) {
                if let Effect::Quit = effect {
                    return Ok(());
                }
                effects::run(effect, session, screen, outside)?;
            }
        }
        draw(screen, state)?;
    }
    Ok(())
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
