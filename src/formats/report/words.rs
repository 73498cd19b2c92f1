//! The few phrases that more than one format needs.

use crate::{
    catalog::Catalog,
    chronology::{Amount, Stance},
};

/// Returns a number and its noun: `1 event`, `3 events`.
///
/// ```
/// use dateline::formats::count;
/// assert_eq!(count(1, "event"), "1 event");
/// assert_eq!(count(0, "party"), "0 parties");
/// ```
pub fn count(n: usize, noun: &str) -> String {
    match noun.strip_suffix('y').filter(|it| !it.ends_with(['a', 'e', 'o', 'u'])) {
        _ if n == 1 => format!("1 {noun}"),
        Some(stem) => format!("{n} {stem}ies"),
        None => format!("{n} {noun}s"),
    }
}

/// Returns what was done to an event by whoever made a claim on it: `alleged`.
pub(in crate::formats) const fn done(stance: Stance) -> &'static str {
    match stance {
        Stance::Alleges => "alleged",
        Stance::Denies => "denied",
        Stance::Disputes => "disputed",
        Stance::Reports => "reported",
        Stance::Confirms => "confirmed",
        Stance::Retracts => "retracted",
    }
}

/// Returns the name of the party `id`, or the id itself where the catalog does not have it: what is written is never dropped.
pub(in crate::formats) fn party_name<'a>(catalog: &'a Catalog, id: &'a str) -> &'a str {
    catalog.party_idx(id).map_or(id, |it| &catalog.party(it).name)
}

/// Returns the amounts in words, one after the other.
pub(in crate::formats) fn amounts(amounts: &[Amount]) -> String {
    amounts.iter().map(Amount::words).collect::<Vec<_>>().join("; ")
}

/// Returns `text` with its paragraphs apart: a blank line parts two, and a single line end within one is a space, as in
/// Markdown, because authors break lines where their editor does.
pub(in crate::formats) fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for line in text.lines().map(str::trim) {
        match paragraphs.last_mut() {
            Some(last) if !line.is_empty() => {
                last.push_str(if last.is_empty() { "" } else { " " });
                last.push_str(line);
            }
            _ => paragraphs.push(String::new()),
        }
    }
    paragraphs.retain(|it| !it.is_empty());
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_line_parts_paragraphs() {
        assert_eq!(paragraphs("one\ntwo\n\n\nthree\n"), ["one two", "three"]);
        assert_eq!(paragraphs("\r\n \n"), [""; 0]);
    }
}
