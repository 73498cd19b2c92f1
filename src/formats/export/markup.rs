//! Text as Markdown that reads as that text.

use crate::text::printable;

/// Returns `text` on one line, with every character that Markdown or a table's cell could take for its own escaped.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for it in printable(text.trim()).chars() {
        if matches!(it, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '^') {
            escaped.push('\\');
        }
        escaped.push(it);
    }
    escaped
}

/// Returns `text` escaped to stand at the start of a line, where a number, a dash or a hash would open a list or a heading.
pub(super) fn block(text: &str) -> String {
    let text = escape(text);
    let digits = text.len() - text.trim_start_matches(|it: char| it.is_ascii_digit()).len();
    match text[digits..].chars().next() {
        Some('.' | ')') if digits > 0 => format!("{}\\{}", &text[..digits], &text[digits..]),
        Some('#' | '-' | '+' | '=' | ':') if digits == 0 => format!("\\{text}"),
        _ => text,
    }
}

/// Returns a URL as a link to it, or as text where it holds what a link cannot.
pub(super) fn address(url: &str) -> String {
    let web = url.starts_with("https://") || url.starts_with("http://");
    let linkable = web && url.chars().all(|it| it.is_ascii_graphic() && !matches!(it, '<' | '>' | '\\'));
    if linkable { format!("<{url}>") } else { escape(url) }
}

/// Returns an id as a footnote's label, which holds no white space and no brackets.
pub(super) fn label(id: &str) -> String {
    let label: String =
        id.chars().map(|it| if it.is_alphanumeric() || matches!(it, '-' | '_' | '.') { it } else { '-' }).collect();
    if label.is_empty() { "source".to_owned() } else { label }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_data_is_markup() {
        let check = |text: &str, expect: &str| assert_eq!(escape(text), expect);
        check("a | b\nc", r"a \| b c");
        check("*[x](y)* <b> `c` ~~d~~ [^e]", r"\*\[x\](y)\* \<b\> \`c\` \~\~d\~\~ \[\^e\]");
        check("\u{1b}[1m", "\u{fffd}\\[1m");
        check("a\\|b &amp;", r"a\\\|b \&amp;");
    }

    #[test]
    fn nothing_in_data_opens_a_block() {
        let check = |text: &str, expect: &str| assert_eq!(block(text), expect);
        check("1985. A year", r"1985\. A year");
        check("# not a heading", r"\# not a heading");
        check("- not a list", r"\- not a list");
        check("1985 was", "1985 was");
        check("", "");
    }

    #[test]
    fn addresses_are_links() {
        assert_eq!(address("https://a.org/b_c?d=1&e=2"), "<https://a.org/b_c?d=1&e=2>");
        assert_eq!(address("javascript:alert(1)"), "javascript:alert(1)");
        assert_eq!(address("https://a.org/<b> c"), r"https://a.org/\<b\> c");
    }

    #[test]
    fn labels_hold_no_space() {
        assert_eq!(label("a b]c"), "a-b-c");
        assert_eq!(label(""), "source");
    }
}
