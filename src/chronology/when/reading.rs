//! What people may have meant by a date that is not EDTF: for the help under a fault, and for prompts.
//!
//! It never guesses. What can be read in two ways gives both, and what cannot be read gives nothing.

use super::{months::MONTHS, parse::Parsed};
use crate::chronology::time::{CivilDate, edtf_year};

/// Words that hedge a date, longest first.
const HEDGES: [&str; 10] =
    ["on or about ", "on or around ", "approximately ", "around ", "about ", "circa ", "approx. ", "ca. ", "c. ", "~"];

pub(super) fn readings(text: &str) -> Vec<String> {
    let text = text.trim().to_lowercase();
    let mut found = read(&text);
    found.retain(|it| is_date(it));
    found.dedup();
    found
}

/// Returns whether `text` is a spelling as it stands. Asked of the parser itself: the words for a fault come from here.
pub(super) fn is_date(text: &str) -> bool {
    Parsed::read(text).is_ok_and(|it| it.bounds().earliest <= it.bounds().latest)
}

fn read(text: &str) -> Vec<String> {
    if let Some(rest) = HEDGES.iter().find_map(|it| text.strip_prefix(it)) {
        return each(rest, |it| if it.contains('/') { it } else { format!("{it}~") });
    }
    for (word, wrap) in [
        ("by ", (|it| format!("[..{it}]")) as fn(String) -> String),
        ("since ", |it| format!("{it}/..")),
        ("until ", |it| format!("../{it}")),
        ("in ", |it| it),
        ("on ", |it| it),
        ("the ", |it| it),
    ] {
        if let Some(rest) = text.strip_prefix(word) {
            return each(rest, wrap);
        }
    }
    // The words exclude the date that they name.
    if let Some(rest) = text.strip_prefix("before ") {
        return read(rest.trim()).iter().filter_map(|it| beside(it, -1)).map(|it| format!("[..{it}]")).collect();
    }
    if let Some(rest) = text.strip_prefix("after ") {
        return read(rest.trim()).iter().filter_map(|it| beside(it, 1)).map(|it| format!("[{it}..]")).collect();
    }
    if let Some(rest) = text.strip_prefix("between ") {
        return pair(rest, " and ", |a, b| format!("[{a}..{b}]"));
    }
    let spans = ["from ", ""].into_iter().find_map(|it| text.strip_prefix(it)).unwrap_or(text);
    for separator in [" to ", " until ", " – ", " - ", " through "] {
        if spans.contains(separator) {
            return pair(spans, separator, |a, b| format!("{a}/{b}"));
        }
    }
    if text.contains(" or ") {
        return pair(text, " or ", |a, b| format!("[{a},{b}]"));
    }
    // Two whole years with a dash, and the queries' own form, do not say whether it lasted or happened once in them.
    for separator in ["..", "–", "—", "-"] {
        let years = text.split_once(separator).filter(|(a, b)| is_year(a) && is_year(b));
        if let Some((a, b)) = years {
            return vec![format!("{a}/{b}"), format!("[{a}..{b}]")];
        }
    }
    if let Some(start) = ["/now", "/present", "-now", "–now"].iter().find_map(|it| text.strip_suffix(it)) {
        return each(start, |it| format!("{it}/.."));
    }
    single(text)
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|it| it.is_ascii_digit())
}

/// Returns the year, month or day that is `step` after one; nothing for what is not one plain year, month or day.
fn beside(date: &str, step: i64) -> Option<String> {
    let sign = if date.starts_with('-') { -1 } else { 1 };
    let fields: Option<Vec<i64>> = date.trim_start_matches('-').split('-').map(|it| it.parse().ok()).collect();
    match *fields? {
        [year] => Some(edtf_year(year * sign + step)),
        [year, month @ 1..=12] => {
            let there = CivilDate::new(year * sign, month as u8, 1).plus_months(step);
            Some(format!("{}-{:02}", edtf_year(there.year), there.month))
        }
        [year, month @ 1..=12, day @ 1..=31] => {
            let there = CivilDate::from_days(CivilDate::new(year * sign, month as u8, day as u8).days() + step);
            Some(there.to_string())
        }
        _ => None,
    }
}

fn each(rest: &str, wrap: impl Fn(String) -> String) -> Vec<String> {
    read(rest.trim()).into_iter().map(wrap).collect()
}

fn pair(text: &str, separator: &str, join: impl Fn(&str, &str) -> String) -> Vec<String> {
    let Some((a, b)) = text.split_once(separator) else { return Vec::new() };
    let now = |it: &str| matches!(it, "now" | "present" | "today");
    let ends = if now(b.trim()) { vec!["..".to_owned()] } else { read(b.trim()) };
    let starts = read(a.trim());
    starts.iter().flat_map(|a| ends.iter().map(|b| join(a, b)).collect::<Vec<_>>()).collect()
}

/// Reads one date without words around it.
fn single(text: &str) -> Vec<String> {
    if is_date(&text.to_uppercase()) {
        return vec![text.to_uppercase()];
    }
    if let Some(bc) = text.strip_suffix(" bc").or_else(|| text.strip_suffix(" bce")) {
        return bc
            .trim()
            .parse::<i64>()
            .ok()
            .filter(|it| (1..=9999).contains(it))
            .map_or_else(Vec::new, |it| vec![if it == 1 { "0000".into() } else { format!("-{:04}", it - 1) }]);
    }
    if let Some(decade) = text.strip_suffix('s').filter(|it| it.len() == 4 && it.ends_with('0')) {
        return vec![format!("{}X", &decade[..3])];
    }
    let closed_up = text.replace(", ", ",").to_uppercase();
    if closed_up.starts_with(['[', '{']) && is_date(&closed_up) {
        return vec![closed_up];
    }
    if let Some(years) = year_pair(text) {
        return years;
    }
    let parts: Vec<&str> = text.split([' ', ',', '/', '.', '-']).filter(|it| !it.is_empty()).collect();
    // Only what makes an ordinal of a number may stand behind it: an `X` is a digit that nobody knows.
    let ordinal = |it: &str| ["st", "nd", "rd", "th"].iter().find_map(|end| it.strip_suffix(end).map(str::to_owned));
    let number = |it: &str| ordinal(it).unwrap_or_else(|| it.to_owned()).parse::<u32>().ok();
    let day = |year: &str, month: u32, day: u32| format!("{year:0>4}-{month:02}-{day:02}");
    match *parts {
        // 19850412, the basic format of ISO 8601.
        [it] if it.len() == 8 && it.bytes().all(|it| it.is_ascii_digit()) => {
            vec![format!("{}-{}-{}", &it[..4], &it[4..6], &it[6..])]
        }
        [a, year] if is_year(year) => part_of_year(a).map_or_else(Vec::new, |code| vec![format!("{year}-{code:02}")]),
        [year, a] if is_year(year) => {
            part_of_year(a).or_else(|| number(a)).map_or_else(Vec::new, |code| vec![format!("{year}-{code:02}")])
        }
        [a, b, year] if is_year(year) => match (month(a), month(b), number(a), number(b)) {
            (Some(m), _, _, Some(d)) | (_, Some(m), Some(d), _) => vec![day(year, m, d)],
            // Day first or month first: both, where the calendar allows both.
            (_, _, Some(a), Some(b)) => vec![day(year, b, a), day(year, a, b)],
            _ => Vec::new(),
        },
        [year, b, c] if is_year(year) => match (month(b).or_else(|| number(b)), number(c)) {
            (Some(m), Some(d)) => vec![day(year, m, d)],
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// Reads `1711/12` and `1845-6`: a month of the year, or the two years. Where the number is no month, the years are left.
fn year_pair(text: &str) -> Option<Vec<String>> {
    let (year, rest) = text.split_once(['/', '-', '–'])?;
    if !is_year(year) || !(1..=2).contains(&rest.len()) || !rest.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let last = format!("{}{rest}", &year[..4 - rest.len()]);
    let years = (*year < *last).then(|| format!("{year}/{last}"));
    let month = format!("{year}-{rest:0>2}");
    Some(std::iter::once(month).chain(years).collect())
}

fn month(word: &str) -> Option<u32> {
    let at = MONTHS.iter().position(|it| word.len() >= 3 && it.to_lowercase().starts_with(word))?;
    Some(at as u32 + 1)
}

/// Returns EDTF's code for a month, season or quarter.
fn part_of_year(word: &str) -> Option<u32> {
    match word {
        "spring" => Some(21),
        "summer" => Some(22),
        "autumn" | "fall" => Some(23),
        "winter" => Some(24),
        "q1" => Some(33),
        "q2" => Some(34),
        "q3" => Some(35),
        "q4" => Some(36),
        it => month(it),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_s_dates() {
        let check = |text: &str, expect: &[&str]| assert_eq!(readings(text), expect, "{text}");
        check("on or about June 4, 2012", &["2012-06-04~"]);
        check("12/04/1985", &["1985-04-12", "1985-12-04"]);
        check("13/04/1985", &["1985-04-13"]);
        check("4/4/1985", &["1985-04-04"]);
        check("Q3 2019", &["2019-35"]);
        check("the 1980s", &["198X"]);
        check("June 2012", &["2012-06"]);
        check("1985-4-2", &["1985-04-02"]);
        check("19850412", &["1985-04-12"]);
        check("before 1870", &["[..1869]"]);
        check("before 1938", &["[..1937]"]);
        check("after 1938", &["[1939..]"]);
        check("before March 2013", &["[..2013-02]"]);
        check("after 31 December 2013", &["[2014-01-01..]"]);
        check("before c. 1938", &[]);
        check("by 1938", &["[..1938]"]);
        check("1711/12", &["1711-12", "1711/1712"]);
        check("1845-6", &["1845-06", "1845/1846"]);
        check("1904-5", &["1904-05", "1904/1905"]);
        check("1741/42", &["1741/1742"]);
        check("1857–1861", &["1857/1861", "[1857..1861]"]);
        check("2013..2015", &["2013/2015", "[2013..2015]"]);
        check("[2013, 2015]", &["[2013,2015]"]);
        check("1076 or 1088", &["[1076,1088]"]);
        check("2018/now", &["2018/.."]);
        check("2013-02-3X", &[]);
        check("June 4th, 2012", &["2012-06-04"]);
        check("from May 2003 to present", &["2003-05/.."]);
        check("march 2013 to may 2019", &["2013-03/2019-05"]);
        check("between 1910 and 1915", &["[1910..1915]"]);
        check("64 BC", &["-0063"]);
        check("31 February 2012", &[]);
        check("TBD", &[]);
        check("", &[]);
    }
}
