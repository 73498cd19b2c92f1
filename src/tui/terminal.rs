//! The terminal: taken over, drawn on, and given back whatever happens.

pub(super) mod ground;
pub(super) mod hyperlinks;
pub(super) mod input;
mod mouse;

use std::{
    io::{self, BufWriter, Stdout, Write, stdout},
    sync::{
        Mutex, MutexGuard, Once, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use crossterm::{
    cursor::Show,
    event::{
        DisableBracketedPaste, EnableBracketedPaste, KeyboardEnhancementFlags, PopKeyboardEnhancementFlags,
        PushKeyboardEnhancementFlags,
    },
    execute, queue,
    style::force_color_output,
    terminal::{
        BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
        enable_raw_mode,
    },
};
use ratatui::{Frame, Terminal, backend::CrosstermBackend};

use crate::{app::Mouse, layout::Size};

use self::mouse::{GiveMouseBack, TakeMouse};

/// Returns the columns of the terminal, or 80 where it does not tell.
pub fn columns() -> usize {
    crossterm::terminal::size().map_or(80, |(columns, _)| usize::from(columns))
}

/// Bytes of a frame that are gathered before they are written: a full frame of colours then takes one `write`.
const FRAME_BYTES: usize = 256 * 1024;

/// Whether the terminal is ours now. A signal and a panic give it back from wherever they come.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// Whether the mouse is ours while the terminal is.
static MOUSE: AtomicBool = AtomicBool::new(false);
/// Held while a frame is written, so that a signal does not give the terminal back in the middle of one.
static WRITING: Mutex<()> = Mutex::new(());
static HOOK: Once = Once::new();

/// The terminal while the explorer has it.
pub(super) struct Screen {
    terminal: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
}

impl Screen {
    /// Takes the terminal over.
    pub(super) fn enter() -> io::Result<Self> {
        HOOK.call_once(|| {
            let next = std::panic::take_hook();
            std::panic::set_hook(Box::new(move |info| {
                give_back();
                next(info);
            }));
        });
        // The theme decides on colours. Left to itself, crossterm 0.29 answers NO_COLOR with resets that also take away
        // reverse and bold, and with them the cursor.
        force_color_output(true);
        take()?;
        let backend = CrosstermBackend::new(BufWriter::with_capacity(FRAME_BYTES, stdout()));
        let terminal = Terminal::new(backend).inspect_err(|_| give_back())?;
        Ok(Self { terminal })
    }

    /// Returns the terminal's size.
    pub(super) fn size(&self) -> io::Result<Size> {
        let size = self.terminal.size()?;
        Ok(Size { width: size.width, height: size.height })
    }

    /// Draws one frame, which the terminal shows at once or, where it knows nothing of that, as it comes.
    pub(super) fn draw(&mut self, render: impl FnOnce(&mut Frame)) -> io::Result<()> {
        let _writing = writing();
        if !TAKEN.load(Ordering::SeqCst) {
            return Ok(());
        }
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        self.terminal.draw(render)?;
        queue!(self.terminal.backend_mut(), EndSynchronizedUpdate)?;
        self.terminal.backend_mut().flush()
    }

    /// Forgets what was drawn, so that the next frame is drawn whole. Unlike `clear`, this asks the terminal nothing: its
    /// answer would be read as keys.
    pub(super) fn forget(&mut self) -> io::Result<()> {
        let area = self.terminal.size()?;
        self.terminal.resize(ratatui::layout::Rect::new(0, 0, area.width, area.height))
    }

    /// Writes text that is for the terminal itself.
    pub(super) fn send(&mut self, command: impl crossterm::Command) -> io::Result<()> {
        let _writing = writing();
        execute!(self.terminal.backend_mut(), command)
    }

    /// Takes the mouse, or gives it back to the terminal.
    pub(super) fn set_mouse(&mut self, mouse: Mouse) -> io::Result<()> {
        MOUSE.store(mouse == Mouse::On, Ordering::SeqCst);
        match mouse {
            Mouse::On => self.send(TakeMouse),
            Mouse::Off => self.send(GiveMouseBack),
        }
    }

    /// Gives the terminal back for as long as `during` runs.
    pub(super) fn lend<T>(&mut self, during: impl FnOnce() -> T) -> io::Result<T> {
        give_back();
        let done = during();
        take()?;
        self.forget()?;
        Ok(done)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

fn writing() -> MutexGuard<'static, ()> {
    WRITING.lock().unwrap_or_else(PoisonError::into_inner)
}

fn take() -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
    if MOUSE.load(Ordering::SeqCst) {
        execute!(stdout(), TakeMouse)?;
    }
    // Terminals that know nothing of it ignore it; asking first can take two seconds on a silent one.
    execute!(stdout(), PushKeyboardEnhancementFlags(KeyboardEnhancementFlags::DISAMBIGUATE_ESCAPE_CODES))
}

/// Gives the terminal back, if it is ours.
fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        // Nothing is left to be done where even this fails.
        let _ = disable_raw_mode();
        let _ = execute!(
            stdout(),
            EndSynchronizedUpdate,
            GiveMouseBack,
            PopKeyboardEnhancementFlags,
            DisableBracketedPaste,
            LeaveAlternateScreen,
            Show
        );
    }
}

/// Gives the terminal back between two frames; for the signal thread, which ends the program next.
pub(super) fn give_back_between_frames() {
    let _writing = WRITING.try_lock();
    give_back();
}
