//! The whole store on one row: how much begins where, and which part of it is on the screen.

use std::ops::Range;

use crate::{
    catalog::{Catalog, EventIdx, IdSet, Ranks},
    chronology::Instant,
};

use super::axis::{Tick, Viewport, ticks};

/// Events without a beginning that are looked at one by one, for each column.
const WALKED: usize = 4;
/// Heights that a column can have.
const LEVELS: u64 = 8;

/// The whole store on one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// The height of each column, from 0 for nothing to 8 for the fullest.
    pub levels: Vec<u8>,
    /// Its axis.
    pub ticks: Vec<Tick>,
    /// The columns that are on the screen.
    pub viewport: Range<u16>,
}

/// Returns the overview of `ids`, whose counts are `ranks`, over `whole`, `columns` wide.
///
/// An event counts where it begins: a state that lasts for decades would otherwise lift every column after it. One without a
/// beginning counts where it ends; where those are more than can be walked, the rest count at the left edge.
pub fn overview(
    catalog: &Catalog,
    (ids, ranks): (&IdSet, &Ranks),
    whole: Viewport,
    viewport: Viewport,
    columns: u16,
) -> Overview {
    let scale = whole.scale(columns);
    let mut counts = vec![0_u64; usize::from(columns)];
    let rank = |begun: usize| ranks.rank(ids, EventIdx(begun as u32));
    let mut before = rank(catalog.begun_by(Instant::MIN));
    let without_beginning = ids.iter().take(before.min(WALKED * usize::from(columns)));
    for bounds in without_beginning.filter_map(|it| catalog.bounds(it)) {
        if let Some(column) = scale.visible(bounds.anchor()) {
            counts[usize::from(column)] += 1;
        }
    }
    let rest = before.saturating_sub(WALKED * usize::from(columns));
    counts.iter_mut().take(1).for_each(|it| *it += rest as u64);
    for (column, count) in (0..).zip(&mut counts) {
        let begun = rank(catalog.begun_by(scale.window_of(column).last)).max(before);
        *count += (begun - before) as u64;
        before = begun;
    }
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let levels = counts.into_iter().map(|it| (it * LEVELS).div_ceil(most) as u8).collect();
    let mut seen = scale.clip(viewport.window);
    if seen.is_empty() && columns > 0 {
        // What is on the screen lies beside the whole, or is narrower than a column: it is still somewhere.
        let at = scale.column(viewport.window.first).clamp(0, i64::from(columns) - 1) as u16;
        seen = at..at + 1;
    }
    Overview { levels, ticks: ticks(&scale), viewport: seen }
}

/// Returns the columns of an overview of `whole` in which an event of `ids` begins, ascending: found by column, however many there
/// are. What has no beginning is in none.
pub fn begun_in(catalog: &Catalog, ids: &IdSet, whole: Viewport, columns: u16) -> Vec<u16> {
    let scale = whole.scale(columns);
    let mut before = catalog.begun_by(Instant::MIN);
    let mut found = Vec::new();
    for column in 0..columns {
        let begun = catalog.begun_by(scale.window_of(i64::from(column)).last).max(before);
        let first = if before == 0 { ids.first() } else { ids.next_after(EventIdx(before as u32 - 1)) };
        if first.is_some_and(|it| it.index() < begun) {
            found.push(column);
        }
        before = begun;
    }
    found
}
