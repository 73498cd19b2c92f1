//! Towards the past or towards the future.

/// Towards the past or towards the future.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// Towards the past, or where one came from.
    Back,
    /// Towards the future, or where one went back from.
    Forward,
}
