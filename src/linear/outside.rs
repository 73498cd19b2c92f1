//! What a dialogue needs of the world: its streams, the stores and an editor.

use std::{
    io::{Read, Write},
    path::Path,
};

use crate::store::Loaded;

/// What is at the other end of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Peer {
    /// Somebody at a terminal.
    Person,
    /// A pipe or a file.
    Program,
}

/// What a dialogue needs of the world.
pub trait Outside {
    /// Returns where the commands come from and where the answers go to.
    fn streams(&mut self) -> (&mut dyn Read, &mut dyn Write);
    /// Reads the stores, or returns why they cannot be read.
    fn read(&mut self) -> Result<Loaded, String>;
    /// Opens a file at a line in the user's editor and waits until it is closed.
    fn edit(&mut self, file: &Path, line: usize) -> Result<(), String>;
}
