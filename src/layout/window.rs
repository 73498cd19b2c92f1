//! Which rows of a list are on the screen.

/// Rows kept in sight before and after the cursor, where the window has room for them.
const MARGIN: usize = 2;

/// Returns the first row to show of `len`, so that the row `cursor` is among the `height` shown and, while it can be, where
/// it was with `previous` as the first.
///
/// ```
/// use dateline::layout::top;
/// assert_eq!(top(5, 0, 10, 100), 0, "in sight: nothing scrolls");
/// assert_eq!(top(20, 0, 10, 100), 13, "with a margin below");
/// assert_eq!(top(99, 0, 10, 100), 90, "no further than the end");
/// ```
pub fn top(cursor: usize, previous: usize, height: usize, len: usize) -> usize {
    let margin = MARGIN.min(height.saturating_sub(1) / 2);
    let least = (cursor + margin + 1).saturating_sub(height);
    let most = cursor.saturating_sub(margin);
    previous.clamp(least.min(most), most).min(len.saturating_sub(height))
}
