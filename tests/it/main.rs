//! The one integration binary: what only the whole crate, the built program or the repository can show.

mod cli;
mod frames;
mod keys;
mod pty;
mod scale;
mod support;
mod tidy;
