//! What a format is: its names, the parts that it carries, and the function that writes it.

use std::io::{self, Write};

use super::{
    loss::Carries,
    subset::{Contents, Subset},
    writing::Writing,
};

/// One format.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// What it is called: `markdown`.
    pub name: &'static str,
    /// Other names for it: `md`.
    pub aliases: &'static [&'static str],
    /// How the names of its files end, without the dot.
    pub extension: &'static str,
    /// What it is, in one line.
    pub summary: &'static str,
    pub(super) carries: Carries,
    pub(super) writer: fn(&mut Writing) -> io::Result<()>,
}

impl Format {
    /// Writes events and what they need, and returns in words what the format could not carry of them.
    pub fn write(&self, subset: Subset, out: &mut dyn Write) -> io::Result<Vec<String>> {
        let contents = Contents::new(subset);
        let mut writing = Writing::new(&contents, self.carries, out);
        (self.writer)(&mut writing)?;
        Ok(writing.losses())
    }
}
