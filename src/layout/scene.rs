//! The timeline as rows of bars, signs, clusters and labels.
//!
//! ```text
//! tenure     5  ┄━━━━━━━━━━ ● Hastings on Facebook's board ━━━━━━━━━━┥
//! agreement  8      ┄┄◌┄┄ Extended API deals   ◐ 'Inbox API' deal …
//! filing    21                                          ● ●●  ◍4
//! ```
//!
//! A lane gets as many rows as its bars and titles want, while all lanes together fit. Where they do not, the titles of the less
//! important events go first, then dots, and what still finds no row is counted in clusters. A lane with far more events on the screen than columns is not
//! walked at all: its columns are counted by binary search.

mod bar;
mod cluster;
mod grid;
mod lane_rows;
mod pack;
mod picture;
mod seen_event;
mod shares;
mod titles;

use crate::catalog::Catalog;

use super::{
    axis::ticks,
    geometry::Size,
    lanes::{Gaps, Lane, Lanes},
};

use self::{grid::Grid, lane_rows::LaneRows};

pub use self::{
    bar::{Cap, Fill},
    picture::{Item, Label, Row, Scene, SceneView, Target},
};

/// Events that are looked at one by one, for each column and row of the picture.
const WALKED: usize = 4;
/// Share of the width that names of lanes may take: one part in this many.
const GUTTER: u16 = 4;

/// Returns the columns for the names of lanes in a picture `width` wide.
pub fn gutter(lanes: &Lanes, width: u16) -> u16 {
    (lanes.widest as u16 + 4).min(width / GUTTER)
}

/// Returns the timeline of `lanes` in a picture of `size`.
pub fn scene(catalog: &Catalog, lanes: &Lanes, view: &SceneView, size: Size) -> Scene {
    let gutter = gutter(lanes, size.width);
    let plot = size.width - gutter;
    let scale = lanes.scale(catalog, view.viewport, view.gaps, plot);
    let height = usize::from(size.height);
    let mut scene = Scene { gutter, plot, ticks: ticks(&scale), ..Scene::default() };
    scene.range = view.range.map(|it| scale.clip(it)).filter(|it| !it.is_empty());
    if plot == 0 || height == 0 {
        return scene;
    }
    let top = view.lane_top.min(lanes.each.len().saturating_sub(height));
    scene.hidden = (top, lanes.each.len().saturating_sub(top + height));
    let on_screen: Vec<(usize, &Lane)> = lanes.each.iter().enumerate().skip(top).take(height).collect();
    let grid = Grid::new(catalog, view, scale);
    let walked = walked(&on_screen, &grid, WALKED * usize::from(plot + size.height));
    let look = |((number, lane), is_walked)| {
        if is_walked { LaneRows::walked(&grid, lane, number) } else { LaneRows::counted(&grid, lane, number) }
    };
    let drawn: Vec<LaneRows> = on_screen.into_iter().zip(walked).map(look).collect();
    scene.visited = grid.visited.get();
    if view.gaps == Gaps::Folded {
        scene.visited += 2 * usize::from(plot);
    }
    let rows = deal_rows(&drawn, height);
    for (lane, rows) in drawn.iter().zip(rows) {
        let first_row = scene.rows.len() as u16;
        scene.rows.extend((0..rows).map(|it| Row { lane: lane.number, is_first: it == 0 }));
        scene.items.extend(lane.place(&grid, first_row, rows));
    }
    scene
}

/// Returns whether each lane is walked, event by event, or else counted by column: those with the fewest events first, as long as
/// there are no more than `most` in all.
fn walked(lanes: &[(usize, &Lane)], grid: &Grid, most: usize) -> Vec<bool> {
    let counts: Vec<usize> = lanes.iter().map(|(_, lane)| grid.on_screen(lane)).collect();
    let mut order: Vec<usize> = (0..lanes.len()).collect();
    order.sort_by_key(|it| counts[*it]);
    let mut walked = vec![false; lanes.len()];
    let mut left = most;
    for at in order {
        let Some(rest) = left.checked_sub(counts[at]) else { break };
        left = rest;
        walked[at] = true;
    }
    walked
}

/// Returns how many of `height` rows each lane gets: one each, and more in turn for those that want more.
fn deal_rows(lanes: &[LaneRows], height: usize) -> Vec<usize> {
    let mut rows = vec![1; lanes.len()];
    let mut free = height.saturating_sub(rows.len());
    loop {
        let before = free;
        for (row, lane) in rows.iter_mut().zip(lanes) {
            if *row < lane.wanted && 0 < free {
                *row += 1;
                free -= 1;
            }
        }
        if free == before {
            return rows;
        }
    }
}
