//! The catalog's indexes against a plain walk over its events.

use proptest::{collection::vec, prelude::*};

use super::*;
use crate::chronology::{
    Amount, Chronology, Citation, Event, Instant, Link, LinkKind, Match, Participation, Party, Shape, Source, Status,
    When, Window,
};

/// Spellings of every shape, some with open or unknown ends, some beyond the axis.
pub(crate) const DATES: [&str; 20] = [
    "2013",
    "2013-06",
    "2013-06-15",
    "201X",
    "2011-06/2019-05-30",
    "2004/..",
    "../1870",
    "[..1760-12-03]",
    "[1870..]",
    "1985/",
    "{1960,1962}",
    "[1960,1962]",
    "[1961..2012]",
    "201X-12-25",
    "/1962",
    "2013~",
    "2024-03-01T14:05Z",
    "Y-17E7",
    "Y17E8",
    "-0043",
];

fn event(id: &str, when: &str) -> Event {
    Event { id: id.into(), when: when.parse().ok(), ..Event::default() }
}

fn catalog(events: Vec<Event>) -> Catalog {
    Catalog::build(Chronology { events, ..Chronology::default() })
}

/// Returns the catalog of events with these dates, each called by its place in the list.
fn dated(dates: &[&str]) -> Catalog {
    catalog(dates.iter().enumerate().map(|(at, it)| event(&at.to_string(), it)).collect())
}

fn ids(catalog: &Catalog, set: &IdSet) -> Vec<String> {
    set.iter().map(|it| catalog.event(it).id.clone()).collect()
}

fn window(text: &str) -> Window {
    text.parse::<When>().expect("a date").bounds().window()
}

fn any_window() -> impl Strategy<Value = Window> {
    // Windows about the dates, and anywhere.
    let near = (-2_000_i64..3_000, 0_i64..3_000).prop_map(|(a, n)| (a * 31_556_952_000, n * 31_556_952_000));
    let windows = near.prop_map(|(a, n)| Window { first: Instant(a), last: Instant(a).plus(n) });
    prop_oneof![
        windows,
        (any::<i64>(), any::<i64>()).prop_map(|(a, b)| Window::new(Instant(a), Instant(b))),
        Just(Window::ALL)
    ]
}

#[test]
fn events_stand_in_display_order() {
    let numbered = |id: &str, seq| Event { seq, ..event(id, "2013-01-01") };
    let catalog = catalog(vec![
        event("undated", ""),
        event("year", "2013"),
        numbered("third", Some(3)),
        numbered("unnumbered", None),
        numbered("before", Some(-1)),
        event("also undated", ""),
        event("month", "2013-01"),
        event("open", "../2013"),
        numbered("third again", Some(3)),
    ]);
    // Those with a number change places among themselves, and push nobody away.
    let order = ["before", "unnumbered", "third", "third again", "month", "year", "open", "undated", "also undated"];
    assert_eq!(ids(&catalog, &catalog.all()), order);
    assert_eq!((catalog.len(), catalog.n_dated()), (9, 7));
    assert!(catalog.bounds(EventIdx(7)).is_none());
    assert_eq!(catalog.find("month"), Some(EventIdx(4)));
    assert_eq!(catalog.find("nothing"), None);
}

#[test]
fn events_stand_beside_the_bound_that_is_known() {
    let order = |dates: &[&str]| -> Vec<String> {
        let catalog = dated(dates);
        ids(&catalog, &catalog.all()).iter().map(|it| dates[it.parse::<usize>().expect("a place")].to_owned()).collect()
    };
    let sorted = [
        "1850",
        "/1890",
        "1898",
        "1899",
        "[..1899]",
        "1899/..",
        "[..1900-01-01]",
        "1900-06",
        "[1870..1900]",
        "../1900",
    ];
    let mut mixed = sorted.to_vec();
    mixed.reverse();
    // `1899/..` begins with the year and has no end: it is the least exact of those that stand at its start.
    let sorted = [
        "1850",
        "/1890",
        "1898",
        "1899",
        "1899/..",
        "[..1899]",
        "[..1900-01-01]",
        "1900-06",
        "[1870..1900]",
        "../1900",
    ];
    assert_eq!(order(&mixed), sorted);
    assert_eq!(order(&["[2010..2015]", "2015-11-23"]), ["2015-11-23", "[2010..2015]"]);
    assert_eq!(order(&["[2010..2012,2015]", "2011"]), ["[2010..2012,2015]", "2011"], "not one stretch");
}

#[test]
fn instants_are_ordered_by_every_digit() {
    let dates = [
        "2024-01-01T14:22:01.694554+00:00",
        "2024-01-01T14:22:01.694001Z",
        "2024-01-01T17:22:01.6940019+03:00",
        "2024-01-01T14:22:01.694Z",
        "2024-01-01T14:22:01.694000Z",
        "2024-01-01T14:22:01.693999999Z",
    ];
    let catalog = dated(&dates);
    assert_eq!(ids(&catalog, &catalog.all()), ["5", "4", "3", "1", "2", "0"]);
}

#[test]
fn what_follows_stands_behind_what_it_follows() {
    let linked = |id: &str, when: &str, kind, to: &[&str]| Event {
        links: to.iter().map(|it| Link { kind, to: (*it).into(), note: None }).collect(),
        ..event(id, when)
    };
    let (follows, responds) = (LinkKind::Follows, LinkKind::RespondsTo);
    let order = |events: Vec<Event>| {
        let catalog = catalog(events);
        ids(&catalog, &catalog.all()).join(" ")
    };
    let day = "2024-04-02";
    assert_eq!(
        order(vec![linked("n", day, follows, &["o"]), event("o", "2024-04-02/.."), event("m", day)]),
        "m o n",
        "just behind it"
    );
    assert_eq!(
        order(vec![linked("a", day, responds, &["b"]), linked("b", day, follows, &["c"]), event("c", day)]),
        "c b a"
    );
    assert_eq!(order(vec![linked("a", day, follows, &["b"]), linked("b", day, follows, &["a"])]), "a b", "a circle");
    assert_eq!(
        order(vec![linked("a", "2013", follows, &["b"]), event("b", "2014")]),
        "a b",
        "the dates leave nothing open"
    );
    assert_eq!(order(vec![linked("a", day, LinkKind::PartOf, &["b"]), event("b", day)]), "a b");
    // Places ascend all the same, and what stands later is found where it may lie.
    let catalog = catalog(vec![linked("n", "2012", follows, &["o"]), event("o", "2012-06"), event("p", "2012-03")]);
    assert_eq!(ids(&catalog, &catalog.all()).join(" "), "p o n");
    assert_eq!(ids(&catalog, &catalog.touching(window("2012-02"))).join(" "), "n");
}

#[test]
fn numbers_change_places_among_their_own() {
    let numbered = |id: &str, seq| Event { seq: Some(seq), ..event(id, "2024-05-02") };
    let catalog = catalog(vec![numbered("s2", 2), event("p", "2024-05-02"), numbered("s1", 1)]);
    assert_eq!(ids(&catalog, &catalog.all()).join(" "), "s1 p s2");
}

#[test]
fn of_equal_ids_the_first_in_the_file_is_found() {
    let catalog = catalog(vec![event("a", "2020"), event("a", "2010"), event("b", "2015")]);
    assert_eq!(catalog.find("a"), Some(EventIdx(2)));
}

#[test]
fn who_took_part_and_what_links_where() {
    let taking_part = |it: &&str| Participation { party: (*it).into(), role: None };
    let parties = ["x", "y"].map(|it| Party { id: it.into(), name: it.to_uppercase(), ..Party::default() }).to_vec();
    let link = Link { kind: LinkKind::Follows, to: "a".into(), note: None };
    let a = Event { parties: ["y", "x", "y", "ghost"].iter().map(taking_part).collect(), ..event("a", "2010") };
    let b = Event { parties: ["y"].iter().map(taking_part).collect(), links: vec![link], ..event("b", "2011") };
    let catalog = Catalog::build(Chronology { parties, events: vec![b, a], ..Chronology::default() });
    assert_eq!(catalog.parties_of(EventIdx(0)).collect::<Vec<_>>(), [PartyIdx(1), PartyIdx(0)]);
    assert_eq!(catalog.events_of(PartyIdx(1)), [EventIdx(0), EventIdx(1)]);
    assert_eq!(catalog.links_to(EventIdx(0)), [(LinkKind::Follows, EventIdx(1))]);
    let shown: Vec<_> =
        catalog.facet(Facet::Party).iter().map(|it| format!("{} {} {}", it.name, it.label, it.ids.len())).collect();
    assert_eq!(shown, ["y Y 2", "x X 1", "ghost ghost 1"], "an unknown id hides no event");
}

#[test]
fn status_and_known_since_are_at_hand() {
    let source =
        |id: &str, published: &str| Source { id: id.into(), published: published.parse().ok(), ..Source::default() };
    let cite = |it: &str| Citation { source: it.into(), ..Citation::default() };
    let told = Event { sources: vec![cite("late"), cite("early"), cite("ghost")], ..event("told", "2010") };
    let stated = Event { status: Some(Status::Denied), ..event("stated", "2011") };
    let sources = vec![source("late", "2020"), source("early", "2018-05")];
    let catalog = Catalog::build(Chronology { sources, events: vec![told, stated], ..Chronology::default() });
    assert_eq!(catalog.known(EventIdx(0)).as_ref().map(When::as_str), Some("2018-05"));
    assert_eq!(catalog.known(EventIdx(1)), None);
    assert_eq!((catalog.status(EventIdx(0)), catalog.status(EventIdx(1))), (Status::Reported, Status::Denied));
}

#[test]
fn the_extent_has_no_open_ends() {
    assert_eq!(
        dated(&["2004/..", "../1870", "2013"]).extent(),
        Some(window("1870/2013-12-31")).map(|it| Window { first: window("1870").last, ..it })
    );
    assert_eq!(dated(&["[..]", ""]).extent(), None);
    assert!(Catalog::build(Chronology::default()).is_empty());
}

#[test]
fn sums_stay_within_their_currency_and_period() {
    let amount = |value: Option<i64>, max: Option<i64>, currency: &str, per: Option<&str>| Amount {
        value: value.map(Into::into),
        max: max.map(Into::into),
        currency: currency.into(),
        per: per.map(Into::into),
        ..Amount::default()
    };
    let amounts = vec![
        amount(Some(5), None, "USD", None),
        amount(None, Some(7), "USD", None),
        amount(Some(3), None, "USD", Some("year")),
        amount(Some(4), None, "EUR", None),
        amount(None, None, "EUR", None),
    ];
    let catalog = catalog(vec![Event { amounts, ..event("a", "2013") }]);
    let shown = |it: Sum| {
        format!(
            "{} {:?} {}..{:?} of {}",
            it.currency,
            it.per,
            it.value_min,
            it.value_max.map(|it| it.to_string()),
            it.amounts.len()
        )
    };
    let sums: Vec<_> = stats(&catalog, &catalog.all(), &[]).sums.into_iter().map(shown).collect();
    insta::assert_snapshot!(sums.join("\n"), @r#"
    EUR None 4..None of 2
    USD None 5..Some("12") of 2
    USD Some("year") 3..Some("3") of 1
    "#);
}

#[test]
fn sums_beyond_a_decimal_keep_what_is_certain() {
    let amount = |value| Amount { value: Some(value), ..Amount::default() };
    let most = rust_decimal::Decimal::MAX;
    let catalog = catalog(vec![Event { amounts: vec![amount(most), amount(most)], ..event("a", "") }]);
    let sum = stats(&catalog, &catalog.all(), &[]).sums.remove(0);
    assert_eq!((sum.value_min, sum.value_max), (most, None));
}

#[test]
fn silence_is_counted_between_possible_ranges() {
    let catalog = dated(&["2010", "2010-03", "2013", "2020-06-01", ""]);
    let all = stats(&catalog, &catalog.all(), &[]);
    let gap = |it: &Gap| {
        format!("{} – {} after {} before {}", it.window.first.date(), it.window.last.date(), it.after.0, it.before.0)
    };
    insta::assert_snapshot!(all.gaps.iter().map(gap).collect::<Vec<_>>().join("\n"), @r"
    2014-01-01 – 2020-05-31 after 2 before 3
    2011-01-01 – 2012-12-31 after 0 before 2
    ");
    assert_eq!((all.n_events, all.n_undated, all.n_wider), (5, 1, 0));
    assert_eq!(all.by_year, [(2010, 2), (2013, 1), (2020, 1)]);
    assert_eq!(all.span, Some(window("2010/2020-06-01")));
    let open = dated(&["2010/..", "2020", "201X"]);
    assert_eq!(stats(&open, &open.all(), &[]).gaps, [], "it may have happened at any time between 2010 and 2019");
    assert_eq!(stats(&open, &open.all(), &[]).n_wider, 2);
}

proptest! {
    #[test]
    fn touching_is_what_a_scan_finds(dates in vec(proptest::sample::select(&DATES[..]), 0..200), window in any_window()) {
        let catalog = dated(&dates);
        let scan = catalog.iter().map(|it| it.0).filter(|it| catalog.matches(*it, window) != Match::No);
        prop_assert_eq!(catalog.touching(window), IdSet::from_iter(catalog.len(), scan));
    }

    #[test]
    fn counts_add_up(dates in vec(proptest::sample::select(&DATES[..]), 0..30)) {
        let catalog = dated(&dates);
        let it = stats(&catalog, &catalog.all(), &[]);
        prop_assert_eq!(it.by_status.iter().map(|it| it.1).sum::<usize>(), it.n_events);
        prop_assert_eq!(it.by_year.iter().map(|it| it.1).sum::<usize>() + it.n_wider + it.n_undated, it.n_events);
        for gap in it.gaps {
            // What lasts may cover a silence.
            for it in catalog.touching(gap.window).iter() {
                prop_assert_eq!(catalog.bounds(it).map(|it| it.shape), Some(Shape::Span));
            }
        }
    }
}
