//! The one integration binary: what only the whole crate, the built program or the repository can show.

mod bodies;
mod cli;
mod explore;
mod folds;
mod frames;
mod fuzz;
mod grammar;
mod keys;
mod labels;
mod linear;
mod links;
mod persist;
mod pty;
mod rebinding;
mod renew;
mod scale;
mod states;
mod support;
mod targets;
mod tidy;
mod watch;
