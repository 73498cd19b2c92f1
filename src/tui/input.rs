//! The thread that reads the keyboard, and its way to pause: two readers of one terminal split the keys between them.

use std::{
    sync::{Arc, Condvar, Mutex, PoisonError, mpsc::Sender},
    thread,
    time::Duration,
};

use crossterm::event::{self, Event, KeyCode, KeyEvent};

use crate::{
    app::Msg,
    keys::{Code, Key},
    layout::Size,
};

use super::{
    mouse::{Clicks, mods},
    signals,
};

/// Who has the keyboard.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// The reader.
    Ours,
    /// Another program wants it.
    Wanted,
    /// Another program has it.
    Lent,
}

/// The thread that reads the keyboard.
pub(super) struct Reader {
    turn: Arc<(Mutex<Turn>, Condvar)>,
}

impl Reader {
    /// Starts reading; every key, paste and new size goes to `sender`.
    pub(super) fn start(sender: Sender<Msg>) -> Self {
        let turn = Arc::new((Mutex::new(Turn::Ours), Condvar::new()));
        let theirs = Arc::clone(&turn);
        thread::spawn(move || {
            let mut clicks = Clicks::default();
            while let Ok(event) = event::read() {
                if let Some(msg) = message(event, &mut clicks) {
                    if sender.send(msg).is_err() {
                        return;
                    }
                }
                wait_for_turn(&theirs);
            }
        });
        Self { turn }
    }

    /// Keeps the keyboard free for as long as `during` runs.
    pub(super) fn pause<T>(&self, during: impl FnOnce() -> T) -> T {
        let (turn, changed) = &*self.turn;
        *turn.lock().unwrap_or_else(PoisonError::into_inner) = Turn::Wanted;
        signals::wake_reader();
        let guard = turn.lock().unwrap_or_else(PoisonError::into_inner);
        // Where the thread cannot be woken, the other program starts without waiting for ever.
        let waited = changed.wait_timeout_while(guard, Duration::from_millis(500), |it| *it == Turn::Wanted);
        drop(waited);
        let done = during();
        *turn.lock().unwrap_or_else(PoisonError::into_inner) = Turn::Ours;
        changed.notify_all();
        done
    }
}

/// Stays here while another program has the keyboard.
fn wait_for_turn((turn, changed): &(Mutex<Turn>, Condvar)) {
    let mut guard = turn.lock().unwrap_or_else(PoisonError::into_inner);
    while *guard != Turn::Ours {
        *guard = Turn::Lent;
        changed.notify_all();
        guard = changed.wait(guard).unwrap_or_else(PoisonError::into_inner);
    }
}

fn message(event: Event, clicks: &mut Clicks) -> Option<Msg> {
    match event {
        // Windows and the kitty protocol also tell when a key is let go.
        Event::Key(it) if it.is_release() => None,
        Event::Key(it) => key(it).map(Msg::Key),
        Event::Paste(text) => Some(Msg::Paste(text)),
        Event::Resize(width, height) => Some(Msg::Resize(Size { width, height })),
        Event::Mouse(it) => clicks.gesture(it).map(Msg::Mouse),
        Event::FocusGained | Event::FocusLost => None,
    }
}

/// Returns the key in our own words, normalised; nothing for keys that have no name there.
pub(super) fn key(event: KeyEvent) -> Option<Key> {
    let mut mods = mods(event.modifiers);
    let code = match event.code {
        KeyCode::Char(it) => Code::Char(it),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => {
            mods.shift = true;
            Code::Tab
        }
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(it) => Code::F(it),
        _ => return None,
    };
    Some(Key::new(code, mods))
}
