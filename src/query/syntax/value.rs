//! Values of terms: times, sums of money, lengths of time, and words out of a list.

use rust_decimal::Decimal;

use crate::{
    chronology::{DateFault, Named, When, Window},
    diag::{Diagnostic, meant_or_all},
    query::{
        ast::{Lapse, Time, UNITS},
        fold::is_dash,
    },
};

use super::lex::{Piece, fault};

/// Multipliers of sums of money, greatest first.
pub(super) const SUFFIXES: [(char, i64); 3] = [('B', 1_000_000_000), ('M', 1_000_000), ('K', 1000)];

/// Returns the range that a word is by itself, if it is one: `A..B` of two dates, or two rising years joined by a dash.
pub(super) fn bare_range(piece: &Piece) -> Option<Result<Time, Diagnostic>> {
    let is_date = |it: &str| When::parse(it).is_ok();
    let is_range = || piece.text.split_once("..").is_some_and(|(from, to)| is_date(from) && is_date(to));
    let is_bare = !piece.quoted && (rising_years(&piece.text).is_some() || is_range());
    is_bare.then(|| time(piece))
}

/// Returns the date that a bare range is: from the one end to the other.
///
/// ```
/// let date = dateline::query::range_as_date("2013–2016").expect("it is one");
/// assert_eq!(date.as_str(), "2013/2016");
/// ```
pub fn range_as_date(text: &str) -> Option<When> {
    let piece = Piece { text: text.to_owned(), span: 0..text.len(), quoted: false };
    let Time { text, .. } = bare_range(&piece)?.ok()?;
    When::parse(&text.replacen("..", "/", 1)).ok()
}

/// Returns `A..B` for two rising years of four digits that any dash joins.
fn rising_years(text: &str) -> Option<String> {
    let (from, to) = text.split_once(is_dash)?;
    let is_year = |it: &str| it.len() == 4 && it.bytes().all(|it| it.is_ascii_digit());
    (is_year(from) && is_year(to) && from < to).then(|| format!("{from}..{to}"))
}

/// Reads a date, or a range `A..B`, `A..`, `..B` of dates.
pub(super) fn time(piece: &Piece) -> Result<Time, Diagnostic> {
    let text = rising_years(&piece.text).unwrap_or_else(|| piece.text.clone());
    let whole = match When::parse(&text) {
        Ok(when) => return Ok(Time { window: when.bounds().window(), text }),
        Err(fault) => fault,
    };
    // The set `[1667..1672]` holds the sign of a range and is a date, if a faulty one.
    let Some((from, to)) = text.split_once("..").filter(|_| !text.starts_with(['[', '{'])) else {
        return Err(date_fault(piece, 0, whole));
    };
    let side = |side: &str, base: usize| match side {
        "" => Ok(Window::ALL),
        side => When::parse(side).map(|it| it.bounds().window()).map_err(|it| date_fault(piece, base, it)),
    };
    let (first, last) = (side(from, 0)?.first, side(to, from.len() + 2)?.last);
    if last < first {
        let help = format!("write the earlier date first: `{to}..{from}`");
        return Err(fault("reversed-range", &piece.span, "the range ends before it begins", help));
    }
    Ok(Time { text: text.clone(), window: Window { first, last } })
}

fn date_fault(piece: &Piece, base: usize, it: DateFault) -> Diagnostic {
    let start = piece.span.start + base;
    // Bytes of what was quoted are not bytes of the query; and a fault at the end of the value still gets a caret.
    let is_apart = piece.quoted || it.span.is_empty();
    let at = if is_apart { piece.span.clone() } else { start + it.span.start..start + it.span.end };
    let example = "write a date such as `2013`, `2013-06` or `2013-06-15`, or `2011..2019`";
    fault("bad-date", &at, it.message, it.help.unwrap_or_else(|| example.to_owned()))
}

/// Reads a sum of money, such as `10M`, `1.5B` or `25_000_000`.
pub(super) fn sum(piece: &Piece) -> Result<Decimal, Diagnostic> {
    let text = piece.text.trim();
    let wrong = |help: &str| fault("bad-amount", &piece.span, format!("`{text}` is not a sum of money"), help);
    if text.starts_with(['$', '€', '£', '¥']) {
        return Err(wrong("name the currency before the comparison: `amount:USD>10M`"));
    }
    let unit = SUFFIXES.iter().find(|(letter, _)| text.ends_with([*letter, letter.to_ascii_lowercase()]));
    let (digits, factor) = unit.map_or((text, 1), |(_, factor)| (&text[..text.len() - 1], *factor));
    let plain: String = digits.chars().filter(|it| !matches!(it, '_' | ',')).collect();
    let starts_well = plain.trim_start_matches('-').starts_with(|it: char| it.is_ascii_digit());
    let value = Decimal::from_str_exact(&plain).ok().filter(|_| starts_well);
    value
        .and_then(|it| it.checked_mul(factor.into()))
        .ok_or_else(|| wrong("write digits, with K, M or B for short: `amount>10M`"))
}

/// Reads a length of time, such as `30d`.
pub(super) fn lapse(piece: &Piece) -> Result<Lapse, Diagnostic> {
    let lower = piece.text.to_ascii_lowercase();
    let unit = UNITS.into_iter().find(|it| lower.ends_with(it.letter));
    let n = unit.and_then(|_| lower[..lower.len() - 1].parse().ok());
    let lapse = unit.zip(n).map(|(unit, n)| Lapse { n, unit });
    lapse.ok_or_else(|| {
        let message = format!("`{}` is not a length of time", piece.text);
        let help = "write a number and a unit (h d w m y), then the event: `within:30d:event-id`";
        fault("bad-length", &piece.span, message, help)
    })
}

/// Reads a word of a fixed list, however it is cased.
pub(super) fn named<T: Named>(piece: &Piece) -> Result<T, Diagnostic> {
    T::from_name(&piece.text.to_lowercase()).ok_or_else(|| {
        let help = meant_or_all(&piece.text, "it is one of", T::ALL.iter().map(|it| it.name()));
        fault("unknown-word", &piece.span, format!("`{}` is no {}", piece.text, T::WHAT), help)
    })
}
