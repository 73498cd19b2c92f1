//! What holds at any size: a catalog whose events stay in their texts is one that holds them, a frame costs its screen, and nothing
//! grows while one browses.

use std::sync::Arc;

use dateline::{
    catalog::{Catalog, Columns, EventIdx, Facet, IdSet, Parts, stats},
    chronology::{Address, Archive, CivilDate, DAY, Event, Excerpt, Handle, Instant, Kept, Participation, Party, When},
    layout::{Gaps, Lanes, LanesBy, SceneView, Size, Viewport, Zoom, scene},
    query::{Query, TextSearch, eval},
};
use proptest::prelude::*;

use crate::{
    bodies::chronology,
    support::{BUILT_IN, Shell, data, messy},
};

/// Returns the catalog of a text twice: with its events left in the text, and with all of them held.
fn both_ways(text: &str) -> (Arc<Catalog>, Catalog) {
    let written = data(text).catalog;
    let held = Catalog::build(chronology(&written));
    (written, held)
}

fn check_both_ways(text: &str) -> Result<(), TestCaseError> {
    let (written, held) = both_ways(text);
    prop_assert_eq!(written.len(), held.len());
    for (idx, event) in held.iter() {
        prop_assert_eq!(&*written.event(idx), &*event);
        prop_assert_eq!(written.title(idx), &*event.title);
        prop_assert_eq!(written.summary(idx), event.summary.as_deref());
        prop_assert_eq!(written.bounds(idx), event.when.as_ref().map(When::bounds));
        prop_assert_eq!(written.status(idx), held.status(idx));
        prop_assert_eq!(written.known_bounds(idx), held.known(idx).as_ref().map(When::bounds));
        prop_assert_eq!(written.links_to(idx), held.links_to(idx));
        prop_assert_eq!(written.find(&event.id), held.find(&event.id));
        prop_assert!(written.parties_of(idx).eq(held.parties_of(idx)));
    }
    // One whose events are held has no files.
    for facet in Facet::ALL.iter().copied().filter(|it| *it != Facet::File) {
        prop_assert_eq!(written.facet(facet), held.facet(facet));
    }
    prop_assert_eq!(stats(&written, &written.all(), &[]), stats(&held, &held.all(), &[]));
    let marked = IdSet::new(held.len());
    for text in QUERIES {
        let (query, faults) = Query::parse(text);
        prop_assert_eq!(faults, vec![]);
        // That this is what the query means of each event, the laws of the language hold.
        prop_assert_eq!(eval(&query, &written, &marked), eval(&query, &held, &marked), "{}", text);
    }
    Ok(())
}

/// A query of every sort.
const QUERIES: [&str; 22] = [
    "event",
    "\"long long\"",
    "é",
    "事件",
    "@ba",
    "party:p1,p3",
    "role:buyer",
    "cat:filing",
    "status:alleged,reported",
    "by:p2",
    "denied-by:p3",
    "source:s7",
    "in:1900..2000",
    "surely:1500/..",
    "before:1500",
    "after:1900",
    "known:..2010",
    "amount:USD>5M",
    "has:amount,link",
    "is:ongoing,approximate,undated",
    "within:900d:e3",
    "-has:claim | (is:uncertain has:end)",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn a_catalog_of_texts_is_one_that_holds_its_events(seed in any::<u64>(), n in 0_usize..120) {
        check_both_ways(&messy(n, seed))?;
    }
}

#[test]
fn the_built_in_chronology_is_the_same_either_way() {
    check_both_ways(BUILT_IN).expect("the two are equal");
}

#[test]
fn a_text_is_found_by_several_threads_where_one_finds_it() {
    let catalog = data(&messy(25_000, 3)).catalog;
    let within = IdSet::from_iter(catalog.len(), (0..catalog.len() as u32).step_by(2).map(EventIdx));
    for needle in ["quoted", "remark", "long long", "事件 1", "e", "nothing has this"] {
        let search = TextSearch::new(needle);
        let plain = within.iter().filter(|it| search.matches(&catalog.event(*it)));
        assert_eq!(search.find(&catalog, &within), IdSet::from_iter(catalog.len(), plain), "{needle}");
    }
}

/// How the events of a large catalog lie in time.
#[derive(Clone, Copy, Debug)]
enum Spread {
    /// Day by day.
    Days,
    /// All on one day.
    OneDay,
    /// Every second one from before the first to after the last.
    Long,
}

/// The title of every event of a large catalog.
const TITLE: &str = "One of many events";

struct OneText;

impl Archive for OneText {
    fn event(&self, _: Handle) -> Event {
        Event::default()
    }

    fn words(&self, _: Handle, _: Excerpt) -> Option<&str> {
        Some(TITLE)
    }

    fn address(&self, _: Handle) -> Option<Address> {
        None
    }

    fn part_names(&self) -> Vec<String> {
        vec!["one".to_owned()]
    }
}

/// Returns a catalog of `n` events of six categories and up to 2,000 parties.
fn large(n: usize, spread: Spread) -> Catalog {
    let when = |text: &str| text.parse::<When>().expect("a date");
    // To read a million dates takes longer than all the rest: each is read once.
    let days: Vec<When> = match spread {
        Spread::OneDay => vec![when("2013-06-15")],
        _ => (0..10_000).map(|it| when(&Instant(it * DAY).date().to_string())).collect(),
    };
    let long = when("1900/2100");
    let parties: Vec<Party> =
        (0..2000).map(|it| Party { id: format!("p{it}"), name: format!("Party {it}"), ..Party::default() }).collect();
    let mut columns = Columns::default();
    for at in 0..n {
        let date = if matches!(spread, Spread::Long) && at % 2 == 0 { &long } else { &days[at * 7919 % days.len()] };
        let party = parties[at * 31 % parties.len()].id.clone();
        let event = Event {
            id: at.to_string(),
            title: TITLE.to_owned(),
            when: Some(date.clone()),
            category: Some(["a", "b", "c", "d", "e", "f"][at % 6].to_owned()),
            parties: vec![Participation { party, role: None }],
            ..Event::default()
        };
        columns.take(event, Kept::InArchive { handle: Handle::default(), title: Some(Excerpt(0)), summary: None });
    }
    Catalog::of_archive(Parts { parties, events: columns, ..Parts::default() }, Arc::new(OneText))
}

/// Draws at every zoom, from all there is to a minute, and returns the most that a frame looked at.
fn costliest_frame(catalog: &Catalog, ids: &IdSet, by: LanesBy, size: Size) -> usize {
    let lanes = Lanes::new(catalog, ids, by);
    let all = catalog.extent().expect("events");
    let centre = Instant::at_start_of(CivilDate::new(1983, 6, 15));
    let mut viewport = Viewport::fit(all);
    let mut most = 0;
    for lane_top in [0, 900, 5000] {
        loop {
            for gaps in [Gaps::Shown, Gaps::Folded] {
                let view = SceneView { viewport, gaps, lane_top, cursor: Some(EventIdx(0)), range: None, marked: None };
                most = most.max(scene(catalog, &lanes, &view, size).visited);
            }
            let closer = viewport.zoom(Zoom { times: 1, over: 2 }, centre, all, size.width);
            if closer == viewport {
                break;
            }
            viewport = closer;
        }
        viewport = Viewport::fit(all);
    }
    most
}

/// What a frame looks at, for each column and row of it, whatever the number of events.
const COST: usize = 48;

#[test]
fn a_frame_costs_its_screen() {
    for spread in [Spread::Days, Spread::OneDay, Spread::Long] {
        for n in [1000, 1_000_000] {
            let catalog = large(n, spread);
            let every_third = IdSet::from_iter(n, (0..n as u32).step_by(3).map(EventIdx));
            let few = IdSet::from_iter(n, (0..n as u32).step_by(n / 200).map(EventIdx));
            for ids in [&catalog.all(), &every_third, &few] {
                for by in [LanesBy::Facet(Facet::Category), LanesBy::Facet(Facet::Party), LanesBy::None] {
                    for size in [Size::new(120, 20), Size::new(80, 12), Size::new(200, 50)] {
                        let cost = costliest_frame(&catalog, ids, by, size);
                        let most = COST * usize::from(size.width + size.height);
                        assert!(cost <= most, "{n} events {spread:?} by {by:?} at {size:?}: {cost} > {most}");
                    }
                }
            }
        }
    }
}

#[test]
fn nothing_grows_while_browsing() {
    let mut it = Shell::new(&messy(60, 7), (80, 24));
    let round = |it: &mut Shell| {
        for _ in 0..15 {
            it.keys("jlL+HJ-5l,.Gggpba<enter>uu/event<enter>nnfhas:claim<enter>X_zgv<right>l<esc>zf<space><space>gdYYYY<esc>u<ctrl-r>");
        }
        format!("{:?}", it.state).len()
    };
    // The first rounds fill what is bounded: the way back, the jumps.
    for _ in 0..6 {
        round(&mut it);
    }
    let before = round(&mut it);
    for _ in 0..4 {
        round(&mut it);
    }
    let after = round(&mut it);
    assert!(after <= before + before / 20, "{before} became {after}");
}
