//! Text on its way to a terminal: how wide it is, how to make it fit, and what of it may not get through.

mod printable;
mod width;

pub use printable::printable;
pub use width::{ellipsize, pad, text_width, wrap};
