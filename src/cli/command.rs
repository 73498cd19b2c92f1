//! The commands, one a file: arguments in, what it prints and how it ends out.

pub(super) mod check;
pub(super) mod explore;
pub(super) mod export;
pub(super) mod help;
pub(super) mod info;
mod lines;
pub(super) mod list;
pub(super) mod manual;
pub(super) mod parties;
pub(super) mod show;
pub(super) mod stats;
