//! Sizes and rectangles in terminal cells.
//!
//! Own types, so that everything below the drawing code stays free of terminal crates. All arithmetic saturates: a pane that
//! does not fit is empty, never negative.

/// A width and a height.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Size {
    /// Returns the size of `width` columns and `height` rows.
    pub const fn new(width: u16, height: u16) -> Self {
        Self { width, height }
    }

    /// Returns whether it holds no cell.
    pub const fn is_empty(self) -> bool {
        self.width == 0 || self.height == 0
    }
}

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Rect {
    /// First column.
    pub x: u16,
    /// First row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Rect {
    /// Returns the rectangle at `x`, `y`.
    pub const fn new(x: u16, y: u16, width: u16, height: u16) -> Self {
        Self { x, y, width, height }
    }

    /// Returns the rectangle of a whole screen.
    pub const fn of(size: Size) -> Self {
        Self::new(0, 0, size.width, size.height)
    }

    /// Returns its size.
    pub const fn size(self) -> Size {
        Size::new(self.width, self.height)
    }

    /// Returns one past its last column.
    pub const fn right(self) -> u16 {
        self.x.saturating_add(self.width)
    }

    /// Returns one past its last row.
    pub const fn bottom(self) -> u16 {
        self.y.saturating_add(self.height)
    }

    /// Returns whether it holds no cell.
    pub const fn is_empty(self) -> bool {
        self.size().is_empty()
    }

    /// Returns whether the cell at `x`, `y` is one of its own.
    pub const fn contains(self, x: u16, y: u16) -> bool {
        self.x <= x && x < self.right() && self.y <= y && y < self.bottom()
    }

    /// Returns its first `rows` rows, and the rest.
    pub fn split_top(self, rows: u16) -> (Self, Self) {
        let rows = rows.min(self.height);
        let rest = Self { y: self.y.saturating_add(rows), height: self.height - rows, ..self };
        (Self { height: rows, ..self }, rest)
    }

    /// Returns what is above its last `rows` rows, and those.
    pub fn split_bottom(self, rows: u16) -> (Self, Self) {
        self.split_top(self.height.saturating_sub(rows))
    }

    /// Returns its first `columns` columns, and the rest.
    pub fn split_left(self, columns: u16) -> (Self, Self) {
        let columns = columns.min(self.width);
        let rest = Self { x: self.x.saturating_add(columns), width: self.width - columns, ..self };
        (Self { width: columns, ..self }, rest)
    }
}

#[cfg(test)]
impl Rect {
    /// Returns the number of its cells.
    pub(super) const fn area(self) -> u32 {
        self.width as u32 * self.height as u32
    }

    /// Returns whether the two share a cell.
    pub(super) fn overlaps(self, other: Self) -> bool {
        let apart =
            self.right() <= other.x || other.right() <= self.x || self.bottom() <= other.y || other.bottom() <= self.y;
        !self.is_empty() && !other.is_empty() && !apart
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_overflows_at_the_far_corner() {
        let rect = Rect::new(u16::MAX, u16::MAX, u16::MAX, u16::MAX);
        assert_eq!((rect.right(), rect.bottom()), (u16::MAX, u16::MAX));
        assert!(!rect.contains(u16::MAX, 0));
    }

    proptest! {
        #[test]
        fn a_split_covers_the_whole_and_its_halves_are_apart(
            rect in (0..50_u16, 0..50_u16, 0..50_u16, 0..50_u16).prop_map(|(x, y, w, h)| Rect::new(x, y, w, h)),
            at in 0..60_u16,
        ) {
            for (a, b) in [rect.split_top(at), rect.split_bottom(at), rect.split_left(at)] {
                prop_assert_eq!(a.area() + b.area(), rect.area());
                prop_assert!(!a.overlaps(b));
                prop_assert_eq!((b.right(), b.bottom()), (rect.right(), rect.bottom()));
            }
        }
    }
}
