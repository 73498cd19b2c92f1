//! Time along the picture: which part of it is looked at, in which columns it lies, and what its ticks say.

mod calendar;
mod scale;
mod ticks;
mod viewport;

pub use self::{
    calendar::Unit,
    scale::{Fold, Scale},
    ticks::{Rank, Tick, tick_millis, ticks},
    viewport::{Viewport, Zoom},
};
