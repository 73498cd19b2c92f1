//! The picture as data: where everything stands, before anything is drawn.
//!
//! [`scene`] is the heart. It takes the shown events by lane, a stretch of time and a size, and returns bars, signs, clusters
//! and labels as columns and rows; it knows nothing of terminals, colours or glyphs. Nothing of it is stored: what moves the
//! cursor asks it again.
//!
//! Where long gaps are folded the [`Scale`] is in pieces; everything else asks it for columns and times as before.

mod axis;
mod geometry;
mod lanes;
mod overview;
mod panes;
mod periods;
mod scene;

pub use self::{
    axis::{Fold, Rank, Scale, Tick, Unit, Viewport, Zoom, tick_millis, ticks},
    geometry::{Rect, Size},
    lanes::{Gaps, Lane, Lanes, LanesBy},
    overview::{Overview, begun_in, overview},
    panes::{Beside, Layout, Pane, PaneChoice, Panes, panes, top},
    periods::{Periods, periods},
    scene::{Cap, Fill, Item, Label, Row, Scene, SceneView, Target, gutter, scene},
};
