//! The mouse: asked of the terminal for buttons, drags and the wheel, and turned into our own words.

use std::{
    fmt,
    time::{Duration, Instant},
};

use crossterm::{
    Command,
    event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind},
};

use crate::{
    app::{Button, Gesture, Touch},
    keys::Mods,
};

/// Time within which a second press on the same cell makes a double click.
const DOUBLE: Duration = Duration::from_millis(400);

/// Asks the terminal for presses, drags and the wheel, in coordinates without a limit (xterm's modes 1000, 1002 and 1006). Moves
/// without a button are not asked for: crossterm's own command would, and every move would wake the loop.
pub(in crate::tui) struct TakeMouse;

/// Gives the mouse back to the terminal.
pub(in crate::tui) struct GiveMouseBack;

impl Command for TakeMouse {
    fn write_ansi(&self, f: &mut impl fmt::Write) -> fmt::Result {
        f.write_str("\x1b[?1000h\x1b[?1002h\x1b[?1006h")
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> std::io::Result<()> {
        crossterm::event::EnableMouseCapture.execute_winapi()
    }
}

impl Command for GiveMouseBack {
    fn write_ansi(&self, f: &mut impl fmt::Write) -> fmt::Result {
        f.write_str("\x1b[?1006l\x1b[?1002l\x1b[?1000l")
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> std::io::Result<()> {
        crossterm::event::DisableMouseCapture.execute_winapi()
    }
}

/// Counts presses on the same cell.
#[derive(Default)]
pub(in crate::tui) struct Clicks {
    last: Option<(MouseButton, u16, u16, Instant)>,
    n: u8,
}

impl Clicks {
    /// Returns what was done, in our own words; nothing for moves without a button.
    pub(in crate::tui) fn gesture(&mut self, event: MouseEvent) -> Option<Gesture> {
        let MouseEvent { kind, column: x, row: y, modifiers } = event;
        let touch = match kind {
            MouseEventKind::Down(button) => Touch::Press(own(button), self.count(button, x, y)),
            MouseEventKind::Drag(button) => Touch::Drag(own(button)),
            MouseEventKind::Up(button) => Touch::Release(own(button)),
            MouseEventKind::ScrollUp => Touch::Wheel(0, -1),
            MouseEventKind::ScrollDown => Touch::Wheel(0, 1),
            MouseEventKind::ScrollLeft => Touch::Wheel(-1, 0),
            MouseEventKind::ScrollRight => Touch::Wheel(1, 0),
            MouseEventKind::Moved => return None,
        };
        Some(Gesture { touch, x, y, mods: mods(modifiers) })
    }

    fn count(&mut self, button: MouseButton, x: u16, y: u16) -> u8 {
        let now = Instant::now();
        let again = self
            .last
            .is_some_and(|(one, at, row, then)| (one, at, row) == (button, x, y) && now.duration_since(then) <= DOUBLE);
        self.n = if again { self.n.saturating_add(1) } else { 1 };
        self.last = Some((button, x, y, now));
        self.n
    }
}

/// Returns the modifiers in our own words.
pub(in crate::tui) fn mods(modifiers: KeyModifiers) -> Mods {
    Mods {
        ctrl: modifiers.contains(KeyModifiers::CONTROL),
        alt: modifiers.contains(KeyModifiers::ALT),
        shift: modifiers.contains(KeyModifiers::SHIFT),
    }
}

fn own(button: MouseButton) -> Button {
    match button {
        MouseButton::Left => Button::Left,
        MouseButton::Middle => Button::Middle,
        MouseButton::Right => Button::Right,
    }
}
