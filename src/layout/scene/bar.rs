//! One event as columns: where it can be, where it is for certain, and how it ends.

use std::ops::Range;

use crate::{
    catalog::{Catalog, EventIdx},
    chronology::{End, Instant, Shape, Window},
    layout::axis::Scale,
};

/// How one end of a bar is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cap {
    /// It lies within this column.
    Exact,
    /// It lies somewhere along the dots.
    Vague,
    /// A bound outside of which it was not: one of a set, by, from.
    Bound,
    /// There is none: an arrow.
    Open,
    /// There is one, and nobody says where: a question mark.
    Unknown,
    /// It is beyond the edge of the screen.
    OffScreen,
    /// The bar goes on under what stands there, for which there is no other row: dots of an ellipsis.
    Cut,
}

/// How much of a column the end of a bar fills.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Fill {
    /// All of it, or it cannot be told.
    #[default]
    Whole,
    /// The half on the bar's side: it begins in the second half of its column, or ends in the first.
    Half,
}

/// One event as columns, those off the screen included: a bar is the same wherever the screen stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bar {
    /// Where it can be, from its first column to one past its last. An end that is open or unknown, and every bar that is far
    /// longer than the screen, ends some screens away.
    pub possible: Range<i64>,
    /// Where it is for certain.
    pub certain: Option<Range<i64>>,
    /// How much of its first and last column that fills.
    pub fill: (Fill, Fill),
    /// Its left end.
    pub left: Cap,
    /// Its right end.
    pub right: Cap,
    /// Whether it happened or lasted.
    pub shape: Shape,
}

impl Bar {
    /// Returns the bar of an event on `scale`; nothing where it has no date.
    pub(super) fn of(catalog: &Catalog, event: EventIdx, scale: Scale) -> Option<Self> {
        let bounds = catalog.bounds(event)?;
        // Far enough that an open end never comes into sight by panning a screen.
        let far = i64::from(scale.columns.max(1)) * 4;
        let clamp = |it: i64| it.clamp(-far, far);
        let columns = |first: Instant, last: Instant| clamp(scale.column(first))..clamp(scale.column(last)) + 1;
        let mut possible = columns(bounds.earliest, bounds.latest);
        // What is known to less than a column is drawn on one, though it may begin in one and end in the next.
        let is_narrow = bounds.latest.since(bounds.earliest) < scale.step();
        if bounds.shape == Shape::Moment && !bounds.earliest.is_end() && !bounds.latest.is_end() && is_narrow {
            // At the left edge of the screen, on the column that is on it.
            let column = if possible.start == -1 { possible.end - 1 } else { possible.start };
            possible = column..column + 1;
        }
        // Of a known end that is not known to the day, some is in its column, if that is one.
        let in_column = bounds.known_end.filter(|it| columns(it.first, it.last).count() == 1);
        let certain = bounds.certain.map(|it| columns(it.first, it.last));
        let certain = certain.or_else(|| in_column.map(|it| columns(it.first, it.last)));
        let fill = bounds.certain.map_or((Fill::Whole, Fill::Whole), |it| filled(it, scale));
        let is_wide = possible.end - possible.start > 1;
        // One of a set, such as `[2012..2014]`.
        let one_of = bounds.shape == Shape::Moment && catalog.is_one_of(event) && possible.end - possible.start > 2;
        let cap = |end: End, vague: bool| match end {
            End::Open | End::Beyond => Cap::Open,
            End::Unknown => Cap::Unknown,
            End::Known if one_of => Cap::Bound,
            End::Known if vague => Cap::Vague,
            End::Known => Cap::Exact,
        };
        let (vague_left, vague_right) = match (bounds.shape, &certain) {
            (Shape::Moment, _) => (is_wide, is_wide),
            (Shape::Span, Some(it)) => (possible.start < it.start, it.end < possible.end),
            (Shape::Span, None) => (true, true),
        };
        let left = cap(bounds.start, vague_left);
        let right = cap(bounds.end, vague_right);
        Some(Self { possible, certain, fill, left, right, shape: bounds.shape })
    }

    /// Returns the column of the event's sign: a moment's stands in the middle of where it can be, or of what of that is on the
    /// screen, and before a fold that is there; a span has its sign only where it is shorter than three columns.
    pub(super) fn sign(&self, scale: &Scale) -> Option<i64> {
        let (start, end) = (self.possible.start.max(0), self.possible.end.min(i64::from(scale.columns)));
        let short = self.possible.end - self.possible.start < 3;
        if end <= start || (self.shape == Shape::Span && !short) {
            return None;
        }
        let middle = i64::midpoint(start, end - 1);
        let fold = scale.folds().iter().find(|it| it.cells().contains(&(middle as u16)));
        Some(fold.map_or(middle, |it| i64::from(it.column) - 1).max(start))
    }
}

/// Returns how much of their columns the ends of `certain` fill.
fn filled(certain: Window, scale: Scale) -> (Fill, Fill) {
    let middle = |at: Instant| {
        let column = scale.window_of(scale.column(at));
        column.first.plus((column.millis() / 2) as i64)
    };
    let fill = |is_half: bool| if is_half { Fill::Half } else { Fill::Whole };
    (fill(middle(certain.first) <= certain.first), fill(certain.last < middle(certain.last)))
}
