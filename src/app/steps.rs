//! Steps: towards the past or towards the future, and round a circle.

/// Towards the past or towards the future.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// Towards the past, or where one came from.
    Back,
    /// Towards the future, or where one went back from.
    Forward,
}

/// Returns the number, among `len` in a circle, that is `steps` after the number `at`.
pub(super) fn turned(at: usize, steps: isize, len: usize) -> usize {
    (at as isize + steps).rem_euclid(len.max(1) as isize) as usize
}
