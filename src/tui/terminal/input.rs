//! The thread that reads the keyboard, and its way to pause: two readers of one terminal split the keys between them.

use std::{
    sync::mpsc::{Receiver, Sender, channel},
    thread,
    time::Duration,
};

use crossterm::event::{self, Event, KeyCode, KeyEvent};

use crate::{
    app::Msg,
    keys::{Code, Key},
    layout::Size,
};

use super::mouse::{Clicks, mods};
use crate::tui::signals;

/// Time within which the thread gives the keyboard away; where it cannot be woken, the other program starts without it.
const PATIENCE: Duration = Duration::from_millis(500);

/// That another program wants the keyboard: where to say that it has it, and what ends when it has it no more.
type Loan = (Sender<()>, Receiver<()>);

/// The thread that reads the keyboard.
pub(in crate::tui) struct Reader(Sender<Loan>);

impl Reader {
    /// Starts reading; every key, paste and new size goes to `sender`.
    pub(in crate::tui) fn start(sender: Sender<Msg>) -> Self {
        let (wanted, loans) = channel::<Loan>();
        thread::spawn(move || {
            let mut clicks = Clicks::default();
            while let Ok(event) = event::read() {
                if let Some(msg) = message(event, &mut clicks) {
                    if sender.send(msg).is_err() {
                        return;
                    }
                }
                for (lent, ended) in loans.try_iter() {
                    let _ = lent.send(());
                    let _ = ended.recv();
                }
            }
        });
        Self(wanted)
    }

    /// Keeps the keyboard free for as long as `during` runs.
    pub(in crate::tui) fn pause<T>(&self, during: impl FnOnce() -> T) -> T {
        let ((lent, is_lent), (end, ended)) = (channel(), channel());
        let _ = self.0.send((lent, ended));
        signals::wake_reader();
        let _ = is_lent.recv_timeout(PATIENCE);
        let done = during();
        drop(end);
        done
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
pub(in crate::tui) fn key(event: KeyEvent) -> Option<Key> {
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
