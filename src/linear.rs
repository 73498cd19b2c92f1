//! `dateline --plain` and `dateline --screen-reader`: the explorer a line at a time, without a picture.
//!
//! It is the same explorer: a line becomes the [`Command`](crate::app::Command) that keys ask for, the same [`Explorer`] takes it,
//! and what has changed is said in words. So every number is the screen's. A line is read in `vocabulary`, obeyed in `dialogue`, and its
//! answer worded in `wording`.
//!
//! ```text
//! dateline> filter @netflix in:2013..2014
//! 9 of 112 events shown, 7 certain, 2 possible
//! filter: @netflix  in:2013..2014
//! >  1  c. 1999 – 19 Jan 2023  documented  Hastings is chief executive of Netflix  [hastings-netflix-ceo]
//! dateline> mark 3
//! ```
//!
//! The two differ in how an answer is worded, which [`Voice`] decides: in columns to be looked at, or a fact a line to be
//! listened to.

mod dialogue;
mod effects;
mod outside;
mod vocabulary;
mod voice;
mod wording;

use std::io::{self, Read};

use crate::{
    app::{Explorer, Msg},
    formats::{Color, count},
    layout::Size,
    store::Loaded,
};

use self::{
    effects::Running,
    voice::{Manner, prompt},
};

pub use self::{
    outside::{Outside, Peer},
    voice::Voice,
};

/// The screen that there would be: zooming and paging go by it, so that they come out the same wherever they run.
pub const SCREEN: Size = Size { width: 80, height: 24 };
/// Bytes of a line that are read; nobody types more.
const LONGEST: usize = 64 * 1024;
/// Lines of an answer that fit the smallest screen in use, with the next prompt.
const SCREENFUL: usize = 22;

/// Everything that a dialogue begins with.
pub struct LineSession {
    /// The explorer before anything is read.
    pub explorer: Explorer,
    /// Who the answers are for.
    pub voice: Voice,
    /// The cells of a line, where they are counted.
    pub width: Option<usize>,
    /// Whether answers are coloured.
    pub color: Color,
    /// Where the commands come from.
    pub input: Peer,
    /// Where the answers go to.
    pub output: Peer,
}

/// Reads commands until there are no more, or one of them ends it.
pub fn run(session: LineSession, data: Loaded, outside: &mut dyn Outside) -> io::Result<()> {
    let LineSession { explorer, voice, width, color, input, output } = session;
    let mut run = Running {
        explorer,
        manner: Manner::new(voice, width, color),
        input,
        output,
        outside,
        notice: None,
        said: Vec::new(),
        is_over: false,
        is_read_again: false,
        next_row: 0,
    };
    run.tell(Msg::Loaded(Box::new(data)));
    let mut lines = run.opening();
    // What is left of a long answer, to go on with.
    let mut rest = Vec::new();
    loop {
        let (stdin, out) = run.outside.streams();
        lines.iter().try_for_each(|it| writeln!(out, "{it}"))?;
        if run.is_over {
            return out.flush();
        }
        if input == Peer::Person {
            write!(out, "{}", prompt(voice))?;
        }
        out.flush()?;
        let Some(line) = read_line(stdin)? else {
            // What comes next is not to stand behind the prompt.
            return if input == Peer::Person { writeln!(out) } else { Ok(()) };
        };
        let goes_on = line.trim().is_empty() && !rest.is_empty();
        lines = if goes_on { std::mem::take(&mut rest) } else { run.reply(&line) };
        rest.clear();
        if input == Peer::Person && SCREENFUL < lines.len() {
            rest = lines.split_off(SCREENFUL);
            lines.push(format!("{} more: an empty line goes on", count(rest.len(), "line")));
        }
    }
}

/// Returns the next line without its end and without what would steer a terminal, or nothing where there is none.
///
/// A byte at a time, which is fast enough for what is typed: a buffer of our own could hold what an editor is to read.
fn read_line(stdin: &mut dyn Read) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    let mut byte = [0];
    loop {
        match stdin.read(&mut byte) {
            Ok(0) if line.is_empty() => return Ok(None),
            Ok(0) => break,
            Ok(_) if byte[0] == b'\n' => break,
            Ok(_) if line.len() < LONGEST => line.push(byte[0]),
            Ok(_) => {}
            Err(fault) if fault.kind() == io::ErrorKind::Interrupted => {}
            Err(fault) => return Err(fault),
        }
    }
    let line = String::from_utf8_lossy(&line);
    Ok(Some(line.chars().map(|it| if it.is_control() { ' ' } else { it }).collect()))
}
