//! Signals that end the program: the terminal is given back first.

use std::{
    io,
    sync::{Arc, Condvar, Mutex, PoisonError, mpsc::Sender},
    time::Duration,
};

use crate::app::Msg;

/// Time that the loop has to keep what is remembered of the store before a signal ends the program: it may hang.
#[cfg(unix)]
const FAREWELL: Duration = Duration::from_millis(500);

/// Says that the loop has done what it does before the end.
#[derive(Clone, Default)]
pub(super) struct Farewell(Arc<(Mutex<bool>, Condvar)>);

impl Farewell {
    /// Says so.
    pub(super) fn say(&self) {
        let (said, bell) = &*self.0;
        *said.lock().unwrap_or_else(PoisonError::into_inner) = true;
        bell.notify_all();
    }

    /// Waits until it is said, `most` at the longest.
    #[cfg(unix)]
    fn wait(&self, most: Duration) {
        let (said, bell) = &*self.0;
        let guard = said.lock().unwrap_or_else(PoisonError::into_inner);
        drop(bell.wait_timeout_while(guard, most, |it| !*it));
    }
}

/// Watches for SIGTERM, SIGINT and SIGHUP in a thread of their own. The loop is told through `sender`, and says `farewell`.
///
/// The thread ends the program itself. A flag for the loop to see would not do: where the terminal is gone, crossterm 0.29
/// reads it for ever (crossterm issue 793), and the loop is never woken again.
#[cfg(unix)]
pub(super) fn watch(sender: Sender<Msg>, farewell: Farewell) -> io::Result<()> {
    use signal_hook::{
        consts::{SIGHUP, SIGINT, SIGTERM},
        iterator::Signals,
    };
    let mut signals = Signals::new([SIGTERM, SIGINT, SIGHUP])?;
    std::thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            if sender.send(Msg::Ended).is_ok() {
                farewell.wait(FAREWELL);
            }
            super::terminal::give_back_between_frames();
            std::process::exit(128 + signal);
        }
    });
    Ok(())
}

/// Watches for nothing: other systems end a console program by themselves.
#[cfg(not(unix))]
pub(super) fn watch(_: Sender<Msg>, _: Farewell) -> io::Result<()> {
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
