//! What the terminal's background is like, by asking the terminal.

use std::time::Duration;

use terminal_colorsaurus::{QueryOptions, ThemeMode, theme_mode};

use crate::settings::Ground;

/// Time that the terminal has to answer. One that knows nothing of backgrounds answers at once, too, with what it is; only
/// over a slow line does it take long, and an answer that comes too late would be read as keys.
const PATIENCE: Duration = Duration::from_secs(1);

/// Returns what the terminal says of its background, or nothing where it does not answer. To be asked before the terminal is
/// taken: its answer comes as keys do.
pub fn ground() -> Option<Ground> {
    let mut options = QueryOptions::default();
    options.timeout = PATIENCE;
    Some(match theme_mode(options).ok()? {
        ThemeMode::Light => Ground::Light,
        ThemeMode::Dark => Ground::Dark,
    })
}
