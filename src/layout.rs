//! The picture as data: where everything stands, before anything is drawn.
//!
//! [`scene`] is the heart. It takes the shown events by lane, a stretch of time and a size, and returns bars, signs, clusters
//! and labels as columns and rows; it knows nothing of terminals, colours or glyphs. Nothing of it is stored: what moves the
//! cursor asks it again.
//!
//! Where long gaps are folded the [`Scale`] is in pieces; everything else asks it for columns and times as before.

mod bar;
mod cluster;
mod drawn;
mod finish;
mod gaps;
mod geometry;
mod grid;
mod lane;
mod lanes;
mod overview;
mod pack;
mod panes;
mod periods;
mod picture;
mod rooms;
mod scale;
mod scene;
mod seen;
mod ticks;
mod unit;
mod viewport;

pub use bar::{Cap, Fill};
pub use gaps::Gaps;
pub use geometry::{Rect, Size};
pub use lane::Lane;
pub use lanes::{Lanes, LanesBy};
pub use overview::{Overview, begun_in, overview};
pub use panes::{Beside, Layout, Pane, PaneChoice, Panes, panes, top};
pub use periods::{Periods, periods};
pub use picture::{Item, Label, Row, Scene, Target, View};
pub use scale::{Fold, Scale};
pub use scene::{gutter, scene};
pub use ticks::{Rank, Tick, tick_millis, ticks};
pub use unit::Unit;
pub use viewport::{Viewport, Zoom};
