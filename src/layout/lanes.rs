//! The shown events by lane.
//!
//! Made once for what is shown and what lanes are by, and then searched by every frame.

mod gaps;
mod lane;

use std::sync::OnceLock;

use crate::{
    catalog::{Catalog, EventIdx, Facet, FacetValue, IdSet},
    chronology::{Instant, Named, Status},
    text::text_width,
};

use super::axis::{Scale, Viewport};

use self::gaps::Edges;

pub use self::{gaps::Gaps, lane::Lane};

/// One in so many events is few.
const FEW: usize = 16;

/// What lanes are by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LanesBy {
    /// A lane for each value.
    Facet(Facet),
    /// One lane for all.
    None,
}

impl Default for LanesBy {
    fn default() -> Self {
        Self::Facet(Facet::Category)
    }
}

impl LanesBy {
    /// Every kind of lanes.
    pub const ALL: [Self; Facet::ALL.len() + 1] = {
        let mut all = [Self::None; Facet::ALL.len() + 1];
        let mut at = 0;
        while at < Facet::ALL.len() {
            all[at] = Self::Facet(Facet::ALL[at]);
            at += 1;
        }
        all
    };

    /// Returns its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Facet(facet) => facet.name(),
            Self::None => "none",
        }
    }

    /// Returns the kind called `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

/// The shown events by lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lanes {
    /// The lanes, the uppermost first.
    pub each: Vec<Lane>,
    /// Cells of the widest name with its count.
    pub(super) widest: usize,
    /// Where the events begin and end; filled when gaps are first folded.
    edges: OnceLock<Edges>,
}

impl Lanes {
    /// Returns the dated events of `ids` by lane.
    ///
    /// Statuses come in the order of the legend and categories in that of their first events, so that a lane stays where it is
    /// while one filters; parties, sources and tags are too many for that, and come busiest first. Events that belong to no
    /// lane have one of their own, the last.
    pub fn new(catalog: &Catalog, ids: &IdSet, by: LanesBy) -> Self {
        let all: Vec<EventIdx> = ids.iter().take_while(|it| it.index() < catalog.n_dated()).collect();
        let lane = |key: String, label: String, ids: Vec<EventIdx>| Lane::new(catalog, key, label, ids);
        let LanesBy::Facet(facet) = by else {
            return Self::of(vec![lane(String::new(), "all".to_owned(), all)]);
        };
        let mut on_some_lane = IdSet::new(catalog.len());
        let mut lanes = Vec::new();
        for value in catalog.facet(facet) {
            let events = among((ids, &all), value);
            if events.is_empty() {
                continue;
            }
            events.iter().for_each(|it| on_some_lane.insert(*it));
            // The whole of the value, shown or not, has its first event at the same place.
            lanes.push((value.ids.first().copied(), lane(value.name.clone(), value.label.clone(), events)));
        }
        match facet {
            Facet::Category => lanes.sort_by_key(|(first, _)| *first),
            Facet::Status => lanes.sort_by_key(|(_, lane)| Status::ALL.iter().position(|it| it.name() == lane.key)),
            _ => lanes.sort_by(|(_, a), (_, b)| b.ids.len().cmp(&a.ids.len()).then_with(|| a.label.cmp(&b.label))),
        }
        let mut lanes: Vec<Lane> = lanes.into_iter().map(|(_, it)| it).collect();
        let rest: Vec<EventIdx> = all.into_iter().filter(|it| !on_some_lane.contains(*it)).collect();
        if !rest.is_empty() {
            lanes.push(lane(String::new(), format!("no {}", by.name()), rest));
        }
        Self::of(lanes)
    }

    fn of(lanes: Vec<Lane>) -> Self {
        let width = |it: &Lane| text_width(&it.label) + it.ids.len().to_string().len();
        let widest = lanes.iter().map(width).max().unwrap_or(0);
        Self { each: lanes, widest, edges: OnceLock::new() }
    }

    /// Returns the scale that `viewport` is drawn with, over `columns`: with its long gaps folded, if they are to be.
    pub fn scale(&self, catalog: &Catalog, viewport: Viewport, gaps: Gaps, columns: u16) -> Scale {
        let scale = viewport.scale(columns);
        match gaps {
            Gaps::Shown => scale,
            Gaps::Folded => {
                let all = self.each.iter().flat_map(|it| it.ids.iter().copied());
                let edges = self.edges.get_or_init(|| Edges::new(catalog, all));
                scale.folded(&edges.gaps(catalog, scale))
            }
        }
    }

    /// Returns whether `event` stands on the lane number `lane`.
    pub fn holds(&self, lane: usize, event: EventIdx) -> bool {
        self.each.get(lane).is_some_and(|it| it.ids.binary_search(&event).is_ok())
    }

    /// Returns the first lane on which `event` stands.
    pub fn lane_of(&self, event: EventIdx) -> Option<usize> {
        (0..self.each.len()).find(|it| self.holds(*it, event))
    }

    /// Returns the event after `event` on a lane.
    pub fn next_in_lane(&self, lane: usize, event: EventIdx) -> Option<EventIdx> {
        let ids = &self.each.get(lane)?.ids;
        ids.get(ids.partition_point(|it| *it <= event)).copied()
    }

    /// Returns the event before `event` on a lane.
    pub fn prev_in_lane(&self, lane: usize, event: EventIdx) -> Option<EventIdx> {
        let ids = &self.each.get(lane)?.ids;
        ids.partition_point(|it| *it < event).checked_sub(1).and_then(|it| ids.get(it)).copied()
    }

    /// Returns the event of a lane whose start is nearest to `at`.
    pub fn nearest_in_lane(&self, catalog: &Catalog, lane: usize, at: Instant) -> Option<EventIdx> {
        let lane = self.each.get(lane)?;
        let after = lane.among_first(catalog.begun_by(at));
        let candidates = lane.ids.iter().take(after + 1).skip(after.saturating_sub(1)).copied();
        candidates.min_by_key(|it| catalog.bounds(*it).map_or(i128::MAX, |it| it.anchor().since(at).abs()))
    }
}

/// Returns those of `all`, the dated events that are shown as a list and as a set, that have a value: looked for on whichever side
/// has far fewer to look at.
fn among((ids, all): (&IdSet, &[EventIdx]), value: &FacetValue) -> Vec<EventIdx> {
    if all.len() * FEW < value.ids.len() {
        return all.iter().copied().filter(|it| value.ids.binary_search(it).is_ok()).collect();
    }
    let Some(last) = all.last() else { return Vec::new() };
    value.ids.iter().take_while(|it| *it <= last).copied().filter(|it| ids.contains(*it)).collect()
}
