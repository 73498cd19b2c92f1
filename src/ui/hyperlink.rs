//! Cells that lead to a page.

use crate::layout::Rect;

/// Cells that lead to a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hyperlink {
    /// The cells, all on one row.
    pub area: Rect,
    /// The page: one of the web, in printable ASCII.
    pub url: String,
}

/// Returns whether a URL of the store is one that a terminal may be told of: a page of the web, without a character that could
/// end the code it is told in.
pub(super) fn is_page(url: &str) -> bool {
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    is_web && url.chars().all(|it| it.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_are_told() {
        assert!(is_page("https://example.org/a?b=c#d"));
        assert!(!is_page("file:///etc/passwd"));
        assert!(!is_page("https://example.org/\u{1b}]0;title\u{7}"));
        assert!(!is_page("https://example.org/\u{202e}"));
    }
}
