//! Signals that end the program: the terminal is given back first.

use std::{
    io,
    sync::mpsc::{Receiver, Sender},
    time::Duration,
};

use crate::app::Msg;

/// Time that the loop has to keep what is remembered of the store before a signal ends the program: it may hang.
#[cfg(unix)]
const FAREWELL: Duration = Duration::from_millis(500);

/// Watches for SIGTERM, SIGINT and SIGHUP in a thread of their own. The loop is told through `sender`, and says
/// `farewell` when it has done what it does before the end.
///
/// The thread ends the program itself. A flag for the loop to see would not do: where the terminal is gone, crossterm 0.29
/// reads it for ever (crossterm issue 793), and the loop is never woken again.
#[cfg(unix)]
pub(super) fn watch(sender: Sender<Msg>, farewell: Receiver<()>) -> io::Result<()> {
    use signal_hook::{
        consts::{SIGHUP, SIGINT, SIGTERM},
        iterator::Signals,
    };
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP])?;
    std::thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            if sender.send(Msg::Ended).is_ok() {
                let _ = farewell.recv_timeout(FAREWELL);
            }
            super::terminal::give_back_between_frames();
            std::process::exit(128 + signal);
        }
    });
    Ok(())
}

/// Watches for nothing: other systems end a console program by themselves.
#[cfg(not(unix))]
pub(super) fn watch(_: Sender<Msg>, _: Receiver<()>) -> io::Result<()> {
    Ok(())
}

/// Stops the program as Ctrl-z does in a shell, until the shell continues it.
#[cfg(unix)]
pub(super) fn stop() -> io::Result<()> {
    signal_hook::low_level::raise(signal_hook::consts::SIGSTOP)
}

/// Wakes the thread that reads keys, by the signal that tells of a new size.
#[cfg(unix)]
pub(super) fn wake_reader() {
    // The signal always exists; a thread that is not woken is woken by the next key.
    let _ = signal_hook::low_level::raise(signal_hook::consts::SIGWINCH);
}

/// There is no such signal here; the next key wakes the thread.
#[cfg(not(unix))]
pub(super) fn wake_reader() {}
