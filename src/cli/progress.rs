//! How far a long store has been read, on one line of standard error where that is a terminal.

use std::time::{Duration, Instant};

use crate::store::Progress;

use super::Io;

/// Time before the line appears, and between two of its changes: what is read sooner needs none.
const PATIENCE: Duration = Duration::from_millis(200);
/// Cells of the bar.
const BAR: u64 = 24;

/// The line.
pub(super) struct ProgressLine {
    began: Instant,
    changed: Instant,
    is_there: bool,
}

impl ProgressLine {
    /// Returns the line, which is not there yet.
    pub(super) fn new() -> Self {
        let now = Instant::now();
        Self { began: now, changed: now, is_there: false }
    }

    /// Says how far reading has come, if that is news.
    pub(super) fn show(&mut self, progress: Progress, io: &mut Io) {
        if !io.terminal.err || self.changed.elapsed() < PATIENCE {
            return;
        }
        (self.changed, self.is_there) = (Instant::now(), true);
        let progress = Progress { millis: self.began.elapsed().as_millis() as u64, ..progress };
        let done = (progress.percent() * BAR / 100) as usize;
        let bar = format!("{}{}", "#".repeat(done), "-".repeat(BAR as usize - done));
        let (read, total) = (progress.done / 1_000_000, progress.total / 1_000_000);
        let left = progress.seconds_left().map(|it| format!(", {it} s left")).unwrap_or_default();
        // Words that cannot be said hold up no reading.
        let _ = write!(io.err, "\r[{bar}] {read} of {total} MB, {} events{left}\x1b[K", progress.events);
        let _ = io.err.flush();
    }

    /// Takes the line away.
    pub(super) fn clear(self, io: &mut Io) {
        if self.is_there {
            let _ = write!(io.err, "\r\x1b[K");
            let _ = io.err.flush();
        }
    }
}
