//! The timeline as rows of bars, signs, clusters and labels.
//!
//! ```text
//! tenure     5  ┄━━━━━━━━━━ ● Hastings on Facebook's board ━━━━━━━━━━┥
//! agreement  8      ┄┄◌┄┄ Extended API deals   ◐ 'Inbox API' deal …
//! filing    21                                          ● ●●  ◍4
//! ```
//!
//! A lane gets as many rows as its bars and titles want, while all lanes together fit; then as its bars alone want; then its
//! signs alone. What still finds no row is counted in clusters. A lane with far more events on the screen than columns is not
//! walked at all: its columns are counted by binary search.

use crate::catalog::Catalog;

use super::{
    drawn::Drawn,
    geometry::Size,
    lanes::Lanes,
    picture::{Row, Scene, View},
    text::text_width,
    ticks::ticks,
};

/// Share of the width that names of lanes may take: one part in this many.
const GUTTER: u16 = 4;

/// Returns the columns for the names of lanes in a picture `width` wide.
pub fn gutter(lanes: &Lanes, width: u16) -> u16 {
    let widest = lanes.iter().map(|it| text_width(&it.label) + it.ids.len().to_string().len()).max().unwrap_or(0);
    (widest as u16 + 4).min(width / GUTTER)
}

/// Returns the timeline of `lanes` in a picture of `size`.
pub fn scene(catalog: &Catalog, lanes: &Lanes, view: &View, size: Size) -> Scene {
    let gutter = gutter(lanes, size.width);
    let plot = size.width - gutter;
    let scale = view.viewport.scale(plot);
    let height = usize::from(size.height);
    let mut scene = Scene { gutter, plot, ticks: ticks(&scale), ..Scene::default() };
    scene.range = view.range.map(|it| scale.clip(it)).filter(|it| !it.is_empty());
    if plot == 0 || height == 0 {
        return scene;
    }
    let top = view.lane_top.min(lanes.len().saturating_sub(height));
    scene.hidden = (top, lanes.len().saturating_sub(top + height));
    let drawn: Vec<Drawn> = lanes
        .iter()
        .enumerate()
        .skip(top)
        .take(height)
        .map(|(number, lane)| Drawn::new(catalog, lane, number, scale, &mut scene.visited))
        .collect();
    let rows = share(&drawn.iter().map(|it| it.wanted).collect::<Vec<_>>(), height);
    for (lane, rows) in drawn.iter().zip(rows) {
        let first_row = scene.rows.len() as u16;
        scene.rows.extend((0..rows).map(|it| Row { lane: lane.number, is_first: it == 0 }));
        lane.place(catalog, view, scale, first_row, rows, &mut scene.items);
    }
    for lane in lanes.iter() {
        let begun = lane.begun_by(catalog, scale.window.last);
        scene.beside.0 += lane.over_before(scale.window.first);
        scene.beside.1 += lane.ids.len() - begun;
    }
    scene
}

/// Returns how many of `height` rows each lane gets: one each, and more in turn for those that want more.
fn share(wanted: &[usize], height: usize) -> Vec<usize> {
    let mut rows = vec![1; wanted.len()];
    let mut free = height.saturating_sub(rows.len());
    while free > 0 {
        let before = free;
        for (row, wanted) in rows.iter_mut().zip(wanted) {
            if *row < *wanted && free > 0 {
                *row += 1;
                free -= 1;
            }
        }
        if free == before {
            break;
        }
    }
    rows
}
