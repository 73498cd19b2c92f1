//! Where the reader is in the tour.

/// Where the reader is in the tour.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tour {
    /// The step, from 0.
    pub step: usize,
    /// Whether the export dialog has been seen.
    pub(super) export: Seen,
    /// Whether the way back has been taken.
    pub(super) undo: Seen,
}

/// Whether something has been seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Seen {
    /// Not yet.
    #[default]
    No,
    /// At least once.
    Yes,
}
