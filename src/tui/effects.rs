//! What the state asked for, done.

use std::{sync::mpsc::Sender, thread, time::SystemTime};

use crossterm::clipboard::CopyToClipboard;

use crate::{
    app::{Effect, Memory, Msg, Notice, Outcome, Question, State},
    keys::Action,
};

use super::{
    editor::edit,
    loader::Loader,
    memory,
    session::{Remote, Session},
    signals,
    terminal::Screen,
    terminal::input::Reader,
    watch::Order,
};

/// Bytes above which many terminals drop what is sent to their clipboard.
const CLIPBOARD_BYTES: usize = 74_000;

/// What a run began with, the threads beside the loop, and where they and effects say what has come of them.
pub(super) struct Outside {
    pub(super) session: Session,
    /// What was remembered of the store when the run began.
    pub(super) remembered: Memory,
    /// Reads the keyboard.
    pub(super) reader: Reader,
    /// Answers questions.
    pub(super) worker: Sender<Question>,
    /// Reads the stores.
    pub(super) loader: Loader,
    /// Takes what has come of something.
    pub(super) sender: Sender<Msg>,
    /// Notices when the store changes.
    pub(super) watch: Sender<Order>,
    /// Tells the thread of signals that everything is kept.
    pub(super) farewell: Sender<()>,
}

/// Does `effect`; what comes of it goes to the loop.
pub(super) fn run(effect: Effect, screen: &mut Screen, outside: &Outside) -> anyhow::Result<()> {
    let Outside { session, reader, worker, loader, sender, watch, .. } = outside;
    let tell = |outcome: Outcome| {
        // The loop that receives is the caller of this.
        let _ = sender.send(Msg::Done(outcome));
    };
    match effect {
        // The thread lives as long as somebody can ask it.
        Effect::Ask(question) => drop(worker.send(*question)),
        Effect::Export(export) => {
            let sender = sender.clone();
            thread::spawn(move || {
                let _ = sender.send(Msg::Done(export.write()));
            });
        }
        Effect::Copy(text, what) => {
            let bytes = text.len();
            screen.send(CopyToClipboard::to_clipboard_from(text))?;
            // The terminal does not say whether it took it; so neither do we.
            tell(if bytes > CLIPBOARD_BYTES {
                let words =
                    format!("sent {what}, {bytes} bytes, and many terminals take no more than {CLIPBOARD_BYTES}");
                Outcome::Failed(Notice::warning(words).offer(Action::Export, "exports to a file"))
            } else {
                said(format!("sent {what} to the terminal's clipboard ({bytes} bytes, OSC 52)"))
            });
        }
        Effect::Edit(file, line) => {
            let done = reader.pause(|| screen.lend(|| edit(session.editor.as_deref(), &file, line)))?;
            match done {
                // Not every change is noticed, and what has not changed is soon read again.
                Ok(()) => drop(sender.send(Msg::FileChanged)),
                Err(why) => tell(failed(why)),
            }
        }
        Effect::Open(url) => tell(open_url(&url, session.remote)),
        Effect::Mouse(mouse) => screen.set_mouse(mouse)?,
        Effect::Suspend => suspend(screen, reader)?,
        Effect::Redraw => screen.forget()?,
        Effect::Load => {
            let _ = watch.send(Order::Begin(SystemTime::now()));
            loader.start();
        }
        // Where nothing can be watched, that has been said.
        Effect::Watch(files) => drop(watch.send(Order::Follow(files))),
        Effect::Forget => tell(forget(session)),
        // The loop does these: they need the state, or end it.
        Effect::Remember | Effect::Quit => {}
    }
    Ok(())
}

/// Keeps what is to be remembered of the store, if anything is.
pub(super) fn remember(outside: &Outside, state: &State) -> anyhow::Result<()> {
    match (&outside.session.memory, state.memory()) {
        (Some(place), Some(it)) => memory::write(place, &outside.remembered, it),
        _ => Ok(()),
    }
}

fn said(words: impl Into<String>) -> Outcome {
    Outcome::Said(Notice::info(words))
}

fn failed(words: impl Into<String>) -> Outcome {
    Outcome::Failed(Notice::warning(words))
}

fn forget(session: &Session) -> Outcome {
    match session.memory.as_ref().map(memory::forget) {
        None => said("everything is shown; nothing was remembered"),
        Some(Ok(())) => {
            let notice = Notice::info("everything is shown; what was remembered of this store is gone");
            Outcome::Said(notice.offer(Action::Undo, "undoes the first"))
        }
        Some(Err(fault)) => failed(format!("cannot remove what is remembered of this store: {fault}")),
    }
}

/// Opens a page, if it is one: a store is data, and its URLs start no program of their choice.
fn open_url(url: &str, remote: Remote) -> Outcome {
    let web = url.starts_with("https://") || url.starts_with("http://");
    match (web, remote) {
        (false, _) => failed(format!("only http and https are opened: {url}")),
        (true, Remote::Yes) => {
            let notice = Notice::info(format!("over SSH no browser opens {url}"));
            Outcome::Said(notice.offer(Action::CopyUrl, "copies it"))
        }
        (true, Remote::No) => match open::that_detached(url) {
            Ok(()) => said(format!("opened {url}")),
            Err(fault) => {
                let notice = Notice::warning(format!("cannot open {url}: {fault}"));
                Outcome::Failed(notice.offer(Action::CopyUrl, "copies it"))
            }
        },
    }
}

#[cfg(unix)]
fn suspend(screen: &mut Screen, reader: &Reader) -> anyhow::Result<()> {
    reader.pause(|| screen.lend(signals::stop))??;
    Ok(())
}

/// There is no suspending here.
#[cfg(not(unix))]
fn suspend(_: &mut Screen, _: &Reader) -> anyhow::Result<()> {
    Ok(())
}
