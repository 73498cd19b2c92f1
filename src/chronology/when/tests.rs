//! The bounds that each spelling must have, its words, and the laws that all of them keep.

use proptest::prelude::*;

use super::{DateError, End, Match, Precision, Shape, When};
use crate::chronology::Window;

fn when(text: &str) -> When {
    When::parse(text).unwrap_or_else(|it| panic!("{text}: {it}"))
}

fn bounds(text: &str, expect: &str) {
    let bounds = when(text).bounds();
    let latest = if bounds.latest.is_end() { bounds.latest.to_string() } else { bounds.latest.date().to_string() };
    let end = |end: End| match end {
        End::Known => "",
        End::Open => " open",
        End::Unknown => " unknown",
        End::Beyond => " beyond",
    };
    let got = format!("{}{} .. {}{}", bounds.earliest, end(bounds.start), latest, end(bounds.end));
    assert_eq!(got, expect, "{text}");
}

#[test]
fn level_0() {
    bounds("1985", "1985-01-01 .. 1985-12-31");
    bounds("1985-04", "1985-04-01 .. 1985-04-30");
    bounds("2024-02", "2024-02-01 .. 2024-02-29");
    bounds("1985-04-12", "1985-04-12 .. 1985-04-12");
    bounds("1964/2008", "1964-01-01 .. 2008-12-31");
    bounds("2004-02-01/2005", "2004-02-01 .. 2005-12-31");
    assert_eq!(when("1985-04-12T23:20:30Z").bounds().earliest.to_string(), "1985-04-12T23:20:30Z");
}

/// The rows on which other implementations disagree, with the reading that this program holds to.
#[test]
fn contested_bounds() {
    bounds("2001-21", "2001-03-01 .. 2001-05-31");
    bounds("2001-24", "2001-12-01 .. 2002-02-28");
    bounds("2001-37", "2001-01-01 .. 2001-04-30");
    bounds("1950S2", "1900-01-01 .. 1999-12-31");
    bounds("Y171010000S3", "Y171000000-01-01 .. Y171999999-12-31");
    bounds("[1667,1668,1670..1672]", "1667-01-01 .. 1672-12-31");
    bounds("1985-04-12/", "1985-04-12 .. ∞ unknown");
    bounds("../1985-04-12", "-∞ open .. 1985-04-12");
    bounds("1984?", "1984-01-01 .. 1984-12-31");
    bounds("2004-06-11%", "2004-06-11 .. 2004-06-11");
    bounds("1984-1X", "1984-10-01 .. 1984-12-31");
    let shifted = when("2004-01-01T10:10:10+05:00").bounds();
    assert_eq!(shifted.earliest.to_string(), "2004-01-01T05:10:10Z");
    assert_eq!(shifted.latest.to_string(), "2004-01-01T05:10:10.999Z");
    bounds("XXXX-12-XX", "0000-12-01 .. 9999-12-31");
    bounds("2004?-%06", "2004-06-01 .. 2004-06-30");
    assert_eq!(when("2004?-%06").to_string(), "2004?-%06", "the spelling is kept");
    let fault = When::parse("2015-02-29").expect_err("2015 was no leap year");
    assert_eq!((fault.error, fault.span.clone()), (DateError::Impossible, 8..10));
    assert_eq!(fault.help.as_deref(), Some("February 2015 has 28 days"));
}

#[test]
fn level_1_and_2() {
    bounds("Y17E7", "Y170000000-01-01 .. Y170000000-12-31");
    bounds("Y-17E7", "Y-170000000-01-01 .. Y-170000000-12-31");
    bounds("Y17E9", "∞ beyond .. ∞ beyond");
    bounds("-0043-03-15", "-0043-03-15 .. -0043-03-15");
    bounds("201X", "2010-01-01 .. 2019-12-31");
    bounds("20XX", "2000-01-01 .. 2099-12-31");
    bounds("1985-04-XX", "1985-04-01 .. 1985-04-30");
    bounds("1985-XX-XX", "1985-01-01 .. 1985-12-31");
    bounds("156X-12-25", "1560-12-25 .. 1569-12-25");
    bounds("-01XX", "-0199-01-01 .. -0100-12-31");
    bounds("-156X-12-25", "-1569-12-25 .. -1560-12-25");
    bounds("2004/..", "2004-01-01 .. ∞ open");
    bounds("/1985-04-12", "-∞ unknown .. 1985-04-12");
    bounds("[..1760-12-03]", "-∞ open .. 1760-12-03");
    bounds("[1870..]", "1870-01-01 .. ∞ open");
    bounds("{1960,1961-12}", "1960-01-01 .. 1961-12-31");
    bounds("{..1984}", "-∞ open .. 1984-12-31");
    bounds("[2011-06..2013]", "2011-06-01 .. 2013-12-31");
    bounds("[2011~..2013]", "2011-01-01 .. 2013-12-31");
    bounds("{2011..2013-04-02,2015}", "2011-01-01 .. 2015-12-31");
    bounds("2024-03-01T14:05Z/2024-03-02", "2024-03-01T14:05:00Z .. 2024-03-02");
}

#[test]
fn once_before_differs_from_a_state_until() {
    assert_eq!(when("[..1870]").bounds().shape, Shape::Moment);
    assert_eq!(when("../1870").bounds().shape, Shape::Span);
    assert_eq!(when("[..1870]").short(), "by 1870");
    assert_eq!(when("../1870").short(), "until 1870");
}

#[test]
fn certain_part_of_a_span() {
    let check = |text: &str, expect: Option<(&str, &str)>| {
        let certain = when(text).bounds().certain.map(|it| (it.first.to_string(), it.last.plus(1).to_string()));
        assert_eq!(certain, expect.map(|(a, b)| (a.to_owned(), b.to_owned())), "{text}");
    };
    check("2011-06/2019-05-30", Some(("2011-06-30", "2019-05-31")));
    check("2014-09-02/2014-09-02", Some(("2014-09-02", "2014-09-03")));
    check("1985/1985", None);
    check("1964/2008", Some(("1964-12-31", "2008-01-02")));
    check("2004/..", Some(("2004-12-31", "∞")));
    check("../1870", Some(("-∞", "1870-01-02")));
    check("1985-04-12/", Some(("1985-04-12", "1985-04-13")));
    check("1985", None);
    check("{1960,1962}", None);
    check("{1960,1961}", None);
    check("{1960..1962}", Some(("1960-12-31", "1962-01-02")));
    check("2012/", None);
    check("/2012", None);
    check("/2012-05-03", Some(("2012-05-03", "2012-05-04")));
    check("2024-03-01T14:05Z/2024-03-01T15:00Z", Some(("2024-03-01T14:05:00Z", "2024-03-01T15:01:00Z")));
}

#[test]
fn windows_are_met_in_three_ways() {
    let check = |text: &str, window: &str, expect: Match| {
        assert_eq!(when(text).matches(when(window).bounds().window()), expect, "{text} in {window}");
    };
    check("2013~", "2013", Match::Surely);
    check("201X", "2013", Match::Possibly);
    check("201X", "2001/2020", Match::Surely);
    check("2012", "2013", Match::No);
    check("2011-06/2019-05-30", "2015", Match::Surely);
    check("2011-06/2019-05-30", "2011-06-10", Match::Possibly);
    check("2004/..", "2025", Match::Surely);
    check("2004/", "2025", Match::Possibly);
    check("[..1870]", "../1900", Match::Surely);
    check("[..1870]", "1800", Match::Possibly);
    // A set is its members, and not what lies between them.
    check("[2013,2015]", "2014", Match::No);
    check("[2013,2015]", "2013", Match::Possibly);
    check("[2013,2015]", "2012/2016", Match::Surely);
    check("{2013,2015}", "2013", Match::Surely);
    check("{2013,2015}", "2014", Match::No);
    check("{2013,2015}", "2015-03", Match::Possibly);
    check("{2010,2015-03}", "2014-07/2015-11", Match::Surely);
    check("{2013,2014}", "2013", Match::Surely);
    check("{2013,2014}", "2013-12-31", Match::Possibly);
    check("{2000..2002}", "2001-05", Match::Surely);
    check("{2000..2002,2010}", "2001-05", Match::Surely);
    check("156X-12-25", "1563-07", Match::No);
    check("156X-12-25", "1563-12", Match::Possibly);
    check("2013-XX-12", "2013-03-01/2013-03-11", Match::No);
    check("2013-02-X1", "2013-02-11", Match::Possibly);
    check("2013-02-X1", "2013-02-12", Match::No);
    check("2013-XX-XX", "2013-03-01", Match::Possibly);
    // Of what has an end that nobody knows, the other is certain to within what is written of it.
    check("2012/", "2012", Match::Surely);
    check("2012/", "2012-12", Match::Possibly);
    check("2012/", "2012-12-31", Match::Possibly);
    check("/2012", "2012-01-01", Match::Possibly);
    check("2012-05-03/", "2012-05-03", Match::Surely);
}

#[test]
fn words() {
    let check = |text: &str, short: &str, long: &str| {
        assert_eq!((when(text).short().as_str(), when(text).long().as_str()), (short, long), "{text}");
    };
    check("2013~", "c. 2013", "once, at an unknown time between 1 Jan and 31 Dec 2013; approximate");
    check("2018?", "2018?", "once, at an unknown time between 1 Jan and 31 Dec 2018; uncertain");
    check("2014-09-02", "2 Sep 2014", "on 2 Sep 2014");
    check("2013-08", "Aug 2013", "once, at an unknown time between 1 Aug and 31 Aug 2013");
    check(
        "2011-06/2019-05-30",
        "June 2011 – 30 May 2019",
        "lasted from 1 June 2011 to 30 May 2019; for certain from 30 June 2011 to 30 May 2019",
    );
    check("2004/..", "since 2004", "lasted from 1 Jan 2004 with no end given; for certain from 31 Dec 2004 on");
    check(
        "1985/",
        "1985 – ?",
        "lasted from 1 Jan 1985 to an unknown time; for certain in 1985, on which days nobody knows",
    );
    check("[..1760-12-03]", "by 3 Dec 1760", "once, at an unknown time up to 3 Dec 1760");
    check(
        "[2016-06..2019-05]",
        "between June 2016 and May 2019",
        "once, at an unknown time between 1 June 2016 and 31 May 2019",
    );
    check("201X", "2010s", "once, at an unknown time between 1 Jan 2010 and 31 Dec 2019");
    check("-0043-03-15", "15 Mar 44 BC", "on 15 Mar 44 BC");
    check("2001-21", "spring 2001", "once, at an unknown time between 1 Mar and 31 May 2001");
    check("2024-03-01T14:05Z", "1 Mar 2024 14:05Z", "on 1 Mar 2024 14:05Z");
    check(
        "2014-03-08T01:42:53.694554+09:00",
        "7 Mar 2014 16:42:53.694554Z",
        "on 7 Mar 2014 16:42:53.694554Z, written as 2014-03-08 01:42:53.694554+09:00",
    );
    check(
        "2014-03-07T16:42Z/2014-03-07T17:05Z",
        "7 Mar 2014 16:42Z – 17:05Z",
        "lasted from 7 Mar 2014 16:42Z to 7 Mar 2014 17:05Z",
    );
    check("2004-XX-01", "the 1st of a month of 2004", "once, at an unknown time between 1 Jan and 1 Dec 2004");
    check("200X", "2000–2009", "once, at an unknown time between 1 Jan 2000 and 31 Dec 2009");
    check("156X-12-25", "25 Dec of a year in 1560s", "once, at an unknown time between 25 Dec 1560 and 25 Dec 1569");
    check(
        "-0043/0014",
        "44 BC – AD 14",
        "lasted from 1 Jan 44 BC to 31 Dec AD 14; for certain from 31 Dec 44 BC to 1 Jan AD 14",
    );
    check("Y-138E8", "13.8 billion years BC", "once, beyond what can be drawn");
    check(
        "Y-66043000",
        "66.043 million years BC",
        "once, at an unknown time between 1 Jan and 31 Dec 66.043 million years BC",
    );
    check("{1960,1961-12}", "1960 and Dec 1961", "in each of 1960 and Dec 1961");
    check("Y170000002", "170,000,002", "once, at an unknown time between 1 Jan and 31 Dec 170,000,002");
    check("1985-04-XX", "a day in Apr 1985", "once, at an unknown time between 1 Apr and 30 Apr 1985");
}

#[test]
fn faults_say_what_to_do() {
    let check = |text: &str, error: DateError, help: &str| {
        let fault = When::parse(text).expect_err(text);
        assert_eq!(
            (fault.error, fault.help.as_deref().unwrap_or_default()),
            (error, help),
            "{text}: {}",
            fault.message
        );
        assert!(fault.span.end <= text.len() && text.is_char_boundary(fault.span.start), "{text}: {:?}", fault.span);
    };
    check("2019/2011", DateError::Reversed, "write `2011/2019` if the two were swapped");
    check("12/04/1985", DateError::Ambiguous, "write `1985-04-12` or `1985-12-04`");
    check("June 2012", DateError::Unreadable, "write `2012-06`");
    check("2015-13", DateError::Impossible, "months are 01 to 12; 21 to 24 are seasons and 33 to 36 quarters");
    check("2015-04-31/2016", DateError::Impossible, "April 2015 has 30 days");
    check(
        "1700-02-29",
        DateError::Impossible,
        "February 1700 has 28 days in the Gregorian calendar, which dates are in; the Julian one has that day: write the \
         Gregorian day, and the source's words in `as_written`",
    );
    check("../..", DateError::Unreadable, "leave `when` out: an event without it is undated");
    check("2024-03-01T25:00Z", DateError::Impossible, "");
    for text in ["", "é", "日本", "-", "T", "/", "2015-", "2024-03-01T", "[", "{}", "-0000", "1985-4"] {
        assert!(When::parse(text).is_err(), "{text}");
    }
}

#[test]
fn precision_is_the_finest_unit_named() {
    let check = |text: &str, expect: Precision| assert_eq!(when(text).precision(), expect, "{text}");
    check("201X", Precision::Years);
    check("2013~", Precision::Year);
    check("2001-33", Precision::Season);
    check("2011-06/2019-05-30", Precision::Day);
    check("2024-03-01T14:05Z", Precision::Minute);
    check("2024-03-01T14:05:00.5Z", Precision::Millisecond);
}

/// Spellings of every form, about years with and without leap days and on both sides of year 0.
pub(crate) fn spelling() -> impl Strategy<Value = String> {
    let year = prop_oneof![1000_i32..2999, -3000_i32..0]
        .prop_map(|it| if it < 0 { format!("-{:04}", -it) } else { format!("{it:04}") });
    let day = (year.clone(), 1_u8..=12, 1_u8..=28).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}"));
    let month = (year.clone(), 1_u8..=12).prop_map(|(y, m)| format!("{y}-{m:02}"));
    let season = (year.clone(), 21_u8..=41).prop_map(|(y, m)| format!("{y}-{m:02}"));
    let date = prop_oneof![year.clone(), day.clone(), month, season];
    let masked = prop_oneof![
        (100_u16..299).prop_map(|it| format!("{it}X")),
        (10_u8..29).prop_map(|it| format!("{it}XX")),
        year.clone().prop_map(|it| format!("{it}-XX-XX")),
        year.clone().prop_map(|it| format!("{it}-XX-30")),
        (100_u16..299, 1_u8..=12).prop_map(|(y, m)| format!("{y}X-{m:02}-29")),
        (10_u8..29).prop_map(|it| format!("-{it}XX")),
    ];
    let qualified =
        (date.clone(), prop_oneof![Just(""), Just("~"), Just("?"), Just("%")]).prop_map(|(d, q)| format!("{d}{q}"));
    let instant = (day.clone(), 0_u8..24, 0_u8..60).prop_map(|(d, h, m)| format!("{d}T{h:02}:{m:02}Z"));
    let pair = (qualified.clone(), qualified.clone());
    prop_oneof![
        qualified.clone(),
        masked,
        instant.clone(),
        pair.clone().prop_map(|(a, b)| format!("{a}/{b}")),
        (instant.clone(), instant).prop_map(|(a, b)| format!("{a}/{b}")),
        qualified.clone().prop_map(|it| format!("{it}/..")),
        qualified.clone().prop_map(|it| format!("../{it}")),
        qualified.prop_map(|it| format!("{it}/")),
        date.clone().prop_map(|it| format!("[..{it}]")),
        (date.clone(), date.clone()).prop_map(|(a, b)| format!("[{a},{b}]")),
        (date.clone(), date.clone()).prop_map(|(a, b)| format!("[{a}~..{b}]")),
        (date.clone(), date.clone(), date.clone()).prop_map(|(a, b, c)| format!("{{{a}..{b},{c}}}")),
        (date.clone(), date).prop_map(|(a, b)| format!("{{{a},{b}}}")),
    ]
}

#[test]
fn signs_are_read_out_as_words() {
    let check = |text: &str, expect: &str| assert_eq!(when(text).spoken(), expect, "{text}");
    check("2013~", "about 2013");
    check("2018?", "2018, uncertain");
    check("2018%", "about 2018, uncertain");
    check("2011-06~/2019-05-30", "about June 2011 to 30 May 2019");
    check("2011/", "2011 to an unknown time");
    check("/2011?", "an unknown time to 2011, uncertain");
    check("2011/..", "since 2011");
    check("2016-1X", "Oct to Dec 2016");
    check("2013-08-12", "12 Aug 2013");
}

proptest! {
    #[test]
    fn the_short_way_to_a_day_is_the_long_way(text in "[0-9]{4}-[01][0-9]-[0-3][0-9]|[0-9-]{10}|-?[0-9]{4}-[0-9]{2}-?[0-9]{0,2}") {
        let long = super::parse::Parsed::read(&text).ok().map(|it| it.bounds());
        match super::plain::plain_day(&text) {
            Some(short) => {
                prop_assert_eq!(Some(short), long, "{}", text);
                prop_assert_eq!(super::show::short(&text, short), super::show::grammatical(&text, short));
            }
            None => prop_assert!(long.is_none() || text.len() != 10 || text.starts_with('-'), "{}", text),
        }
    }

    #[test]
    fn bounds_are_ordered_and_hold_the_certain_part(text in spelling()) {
        if let Ok(when) = When::parse(&text) {
            let bounds = when.bounds();
            prop_assert!(bounds.earliest <= bounds.latest);
            if let Some(certain) = bounds.certain {
                prop_assert!(bounds.window().covers(certain), "{certain:?} in {bounds:?}");
            }
            prop_assert_eq!(when.as_str(), &text);
            prop_assert_eq!(When::parse(when.as_str()).map(|it| it.bounds()), Ok(bounds));
        }
    }

    #[test]
    fn surely_implies_possibly(a in spelling(), b in spelling()) {
        if let (Ok(a), Ok(b)) = (When::parse(&a), When::parse(&b)) {
            let window = b.bounds().window();
            let touches = a.bounds().window().touches(window);
            prop_assert!(touches || a.matches(window) == Match::No);
            prop_assert_eq!(a.matches(a.bounds().window()), Match::Surely);
            if a.members().is_empty() {
                prop_assert_eq!(a.matches(window) == Match::No, !touches);
            }
            let hull = a.members().iter().map(|it| it.window).reduce(|all, it| Window { first: all.first.min(it.first), last: all.last.max(it.last) });
            prop_assert!(hull.is_none_or(|it| it == a.bounds().window()), "members reach as far as bounds do");
            let wider = Window::new(window.first.plus(-1_000_000), window.last.plus(1_000_000));
            prop_assert!(a.matches(wider) >= a.matches(window), "a wider window never holds less");
        }
    }

    #[test]
    fn a_coarser_date_contains_a_finer_one(y in 1000_i32..2999, m in 1_u8..=12, d in 1_u8..=28) {
        let chain = [format!("{}XX", y / 100), format!("{}X", y / 10), format!("{y}"), format!("{y}-{m:02}"), format!("{y}-{m:02}-{d:02}"),
            format!("{y}-{m:02}-{d:02}T12:00Z")];
        for pair in chain.windows(2) {
            let (coarse, fine) = (when(&pair[0]).bounds().window(), when(&pair[1]).bounds().window());
            prop_assert!(coarse.covers(fine) && coarse != fine, "{} covers {}", pair[0], pair[1]);
        }
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,24}") {
        let _ = When::parse(&text);
        let _ = When::readings(&text);
    }

    #[test]
    fn nearly_a_date_does_not_panic(text in "[-0-9XYTZSE/.,~?%\\[\\]{}: +]{0,16}") {
        if let Ok(when) = When::parse(&text) {
            let _ = (when.short(), when.long(), when.precision());
        }
    }
}
