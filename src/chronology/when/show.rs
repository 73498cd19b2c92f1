//! Dates in a reader's words.
//!
//! The short form names what the spelling names and no more: a month stays a month. The spoken form is the short one with words for
//! its signs. The long form says what it means: once or throughout, between which days, and how sure.

use edtf_core::{Date, DateField, Edtf, Interval, IntervalEndpoint, SetElement, SetKind, YearKind};

use super::{
    bounds::{Bounds, End, Shape},
    clock::{self, instant},
    days::{at, day, short_month, until, year_words},
    parse::{Parsed, TimedEnd},
    plain::plain_day,
};
use crate::chronology::time::{CivilDate, DAY, Instant, Window};

pub(super) fn short(text: &str, bounds: Bounds) -> String {
    if let Some(day) = plain_day(text).map(|it| it.earliest.date()).filter(|it| 1000 <= it.year) {
        return format!("{} {} {}", day.day, short_month(day.month), day.year);
    }
    grammatical(text, bounds)
}

/// Returns the short form by way of the whole grammar.
pub(super) fn grammatical(text: &str, bounds: Bounds) -> String {
    match Parsed::read(text).ok() {
        Some(Parsed::Edtf(it)) => edtf(&it),
        Some(Parsed::Instant(it)) => instant(&it),
        Some(Parsed::Timed { start: TimedEnd::At(start), end: TimedEnd::At(end) }) => clock::between(&start, &end),
        Some(Parsed::Timed { start, end }) => {
            let side = |it: &TimedEnd| match it {
                TimedEnd::At(it) => Ending::Words(instant(it)),
                TimedEnd::Date(it) => Ending::Words(edtf(it)),
                TimedEnd::Open => Ending::Open,
                TimedEnd::Unknown => Ending::Unknown,
            };
            join(side(&start), side(&end))
        }
        Some(Parsed::MaskedBefore { .. }) => between(bounds),
        None => text.to_owned(),
    }
}

/// Returns a short form as it is read out.
pub(super) fn spoken(short: &str) -> String {
    let (from, short) = short.strip_prefix("? – ").map_or(("", short), |it| ("an unknown time to ", it));
    let (short, to) = short.strip_suffix(" – ?").map_or((short, ""), |it| (it, " to an unknown time"));
    let doubt = if short.contains('?') { ", uncertain" } else { "" };
    let words = short.replace("c. ", "about ").replace(" – ", " to ").replace('–', " to ").replace('?', "");
    format!("{from}{words}{to}{doubt}")
}

/// Returns the long form; `qualifiers` are (approximate, uncertain).
pub(super) fn long(text: &str, bounds: Bounds, qualifiers: (bool, bool)) -> String {
    let mut words = match bounds.shape {
        Shape::Moment => moment(text, bounds),
        Shape::Span => lasting(text, bounds),
    };
    words.push_str(match qualifiers {
        (true, true) => "; approximate and uncertain",
        (true, false) => "; approximate",
        (false, true) => "; uncertain",
        (false, false) => "",
    });
    if bounds.start == End::Beyond || bounds.end == End::Beyond {
        words.push_str(", beyond what can be drawn");
    }
    words
}

fn moment(text: &str, bounds: Bounds) -> String {
    if let Ok(Parsed::Instant(it)) = Parsed::read(text) {
        let zone = clock::as_written(text).map(|it| format!(", written as {it}")).unwrap_or_default();
        return format!("on {}{}", instant(&it), if it.zoned { &zone } else { ", local time" });
    }
    let (first, last) = (bounds.earliest.date(), bounds.latest.date());
    match (bounds.earliest, bounds.latest) {
        (Instant::MIN, Instant::MAX) => "once, at an unknown time".to_owned(),
        (first, last) if first == last && first.is_end() => "once".to_owned(),
        (Instant::MIN, _) => format!("once, at an unknown time up to {}", day(last)),
        (_, Instant::MAX) => format!("once, at an unknown time from {} on", day(first)),
        _ if first == last => format!("on {}", day(first)),
        _ => format!("once, at an unknown time {}", between(bounds)),
    }
}

fn lasting(text: &str, bounds: Bounds) -> String {
    if let Ok(Parsed::Edtf(Edtf::Set(_))) = Parsed::read(text) {
        return format!("in each of {}", short(text, bounds));
    }
    let start = match bounds.start {
        End::Open => "with no start".to_owned(),
        End::Unknown => "from an unknown time".to_owned(),
        End::Known | End::Beyond => format!("from {}", at(bounds.earliest)),
    };
    let end = match bounds.end {
        End::Open => "with no end given".to_owned(),
        End::Unknown => "to an unknown time".to_owned(),
        End::Known | End::Beyond => format!("to {}", until(bounds.latest)),
    };
    let certain = match bounds.certain {
        Some(it) if it == bounds.window() => String::new(),
        Some(it) => match (it.first, it.last) {
            (Instant::MIN, last) => format!("; for certain until {}", until(last)),
            (first, Instant::MAX) => format!("; for certain from {} on", at(first)),
            (first, last) if it.millis() == i128::from(DAY) => {
                format!("; for certain on {}", day(first.min(last).date()))
            }
            (first, last) => format!("; for certain from {} to {}", at(first), until(last)),
        },
        None => bounds.known_end.map_or_else(
            || "; at no time for certain".to_owned(),
            |it| format!("; for certain in {}, on which days nobody knows", stretch(it)),
        ),
    };
    let written = clock::as_written(text).map(|it| format!("; written as {it}")).unwrap_or_default();
    format!("lasted {start} {end}{certain}{written}")
}

/// Returns `between 1 Jan and 31 Dec 2013`, with the year once where it is one.
fn between(bounds: Bounds) -> String {
    let (first, last) = (bounds.earliest.date(), bounds.latest.date());
    if first.year == last.year {
        format!("between {} {} and {}", first.day, short_month(first.month), day(last))
    } else {
        format!("between {} and {}", day(first), day(last))
    }
}

/// Returns a stretch of whole days in words: the year or the month where it is one.
fn stretch(window: Window) -> String {
    let (first, last) = (window.first.date(), window.last.date());
    let is_whole = first.day == 1 && last == CivilDate::new(last.year, last.month, 31);
    match (first.year == last.year, first.month == last.month) {
        (true, true) if is_whole => format!("{} {}", short_month(first.month), year_words(first.year)),
        (true, false) if is_whole && (first.month, last.month) == (1, 12) => year_words(first.year),
        _ => format!("{} to {}", day(first), day(last)),
    }
}

fn edtf(value: &Edtf) -> String {
    match value {
        Edtf::Date(it) => qualified(it),
        Edtf::DateTime(it) => qualified(&it.date),
        Edtf::Interval(it) => interval(it),
        Edtf::Set(it) => {
            let words: Vec<String> = it.elements.iter().map(|one| element(one, it.kind)).collect();
            let (last, rest) =
                words.split_last().map_or((String::new(), &words[..]), |(last, rest)| (last.clone(), rest));
            let joint = if it.kind == SetKind::OneMember { "or" } else { "and" };
            if rest.is_empty() { last } else { format!("{} {joint} {last}", rest.join(", ")) }
        }
    }
}

fn element(element: &SetElement, kind: SetKind) -> String {
    match (element, kind) {
        (SetElement::Date(it), _) => qualified(it),
        (SetElement::OnOrBefore(it), SetKind::OneMember) => format!("by {}", qualified(it)),
        (SetElement::OnOrAfter(it), SetKind::OneMember) => format!("{} or later", qualified(it)),
        (SetElement::OnOrBefore(it), SetKind::AllMembers) => format!("all until {}", qualified(it)),
        (SetElement::OnOrAfter(it), SetKind::AllMembers) => format!("all since {}", qualified(it)),
        (SetElement::Range(a, b), SetKind::OneMember) => format!("between {} and {}", qualified(a), qualified(b)),
        (SetElement::Range(a, b), SetKind::AllMembers) => format!("{} to {}", qualified(a), qualified(b)),
    }
}

fn interval(interval: &Interval) -> String {
    let side = |it: &IntervalEndpoint| match it {
        IntervalEndpoint::Date(it) => Ending::Words(qualified(it)),
        IntervalEndpoint::OnOrBefore(it) => Ending::Words(format!("{} or earlier", qualified(it))),
        IntervalEndpoint::OnOrAfter(it) => Ending::Words(format!("{} or later", qualified(it))),
        IntervalEndpoint::Open => Ending::Open,
        IntervalEndpoint::Unknown => Ending::Unknown,
    };
    join(side(&interval.start), side(&interval.end))
}

/// One end of what lasted.
enum Ending {
    Words(String),
    Open,
    Unknown,
}

fn join(start: Ending, end: Ending) -> String {
    use Ending::{Open, Unknown, Words};
    match (start, end) {
        (Words(start), Words(end)) => format!("{start} – {end}"),
        (Words(start), Open) => format!("since {start}"),
        (Words(start), Unknown) => format!("{start} – ?"),
        (Open, Words(end)) => format!("until {end}"),
        (Unknown, Words(end)) => format!("? – {end}"),
        (Open | Unknown, Open | Unknown) => "always".to_owned(),
    }
}

/// Returns the date with its qualifiers: `c. 2013`, `2018?`.
fn qualified(date: &Date) -> String {
    let about = if date.is_approximate() { "c. " } else { "" };
    let doubt = if date.is_uncertain() { "?" } else { "" };
    format!("{about}{}{doubt}", plain(date))
}

fn plain(date: &Date) -> String {
    let year = match year(date) {
        year if date.month.is_some() && date.year.has_unspecified() => format!("of a year in {year}"),
        year => year,
    };
    match (date.month, date.day) {
        (None, _) => year,
        (Some(month), None) => match month.value() {
            Some(code @ 21..) => format!("{} {year}", part_of_year(code)),
            Some(month) => format!("{} {year}", short_month(month)),
            None if month.digits == [None, None] => format!("a month of {year}"),
            None => format!("{} {year}", masked_month(month)),
        },
        (Some(month), Some(day)) => {
            if let (Some(day), [None, None]) = (day.value(), month.digits) {
                return format!("the {} of a month of {year}", ordinal(day));
            }
            let month = match month.value() {
                Some(month) => format!("{} {year}", short_month(month)),
                None if month.digits == [None, None] => year,
                None => format!("{} {year}", masked_month(month)),
            };
            match day.value() {
                Some(day) => format!("{day} {month}"),
                None if day.digits == [None, None] => format!("a day in {month}"),
                None => format!("{} {month}", masked(day)),
            }
        }
    }
}

/// Returns `1st`, `2nd`, `3rd`, `4th`.
fn ordinal(number: u8) -> String {
    let end = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{end}")
}

fn masked(field: DateField) -> String {
    field.digits.iter().map(|it| it.map_or('x', |it| char::from(b'0' + it))).collect()
}

/// Returns `Oct–Dec` for `1X`, and the digits for a pattern that is no run of months.
fn masked_month(field: DateField) -> String {
    match field.digits {
        [Some(0), None] => "Jan–Sep".to_owned(),
        [Some(1), None] => "Oct–Dec".to_owned(),
        _ => format!("month {}", masked(field)),
    }
}

fn year(date: &Date) -> String {
    let year = &date.year;
    if let (Some(digits), Some(value)) = (year.significant_digits, year.value()) {
        return format!("{} ({digits} digits certain)", year_words(value));
    }
    match year.kind {
        // `2000s` would be a century to many.
        YearKind::Standard { digits: [Some(a), Some(b), Some(0), None], .. } => format!("{a}{b}00–{a}{b}09"),
        YearKind::Standard { digits: [Some(a), Some(b), Some(c), None], .. } => format!("{a}{b}{c}0s"),
        YearKind::Standard { digits: [Some(a), Some(b), None, None], .. } => format!("{a}{b}00–{a}{b}99"),
        YearKind::Standard { digits, .. } if year.has_unspecified() => {
            if digits == [None; 4] {
                "an unknown year".to_owned()
            } else {
                digits.iter().map(|it| it.map_or('x', |it| char::from(b'0' + it))).collect()
            }
        }
        _ => year.value().map_or_else(|| "a far year".to_owned(), year_words),
    }
}

/// Returns the words for EDTF's codes 21 to 41 (ISO 8601-2, 4.8).
fn part_of_year(code: u8) -> &'static str {
    match code {
        21 | 25 | 29 => "spring",
        22 | 26 | 30 => "summer",
        23 | 27 | 31 => "autumn",
        24 | 28 | 32 => "winter",
        33 => "Q1",
        34 => "Q2",
        35 => "Q3",
        36 => "Q4",
        37 => "Jan–Apr",
        38 => "May–Aug",
        39 => "Sep–Dec",
        40 => "Jan–June",
        _ => "July–Dec",
    }
}
