//! What stands on the lanes beside each other: everything stands where it is, nothing hides a sign, a bar or a number, and titles
//! stay where they are.

use std::{collections::BTreeMap, ops::Range};

use dateline::{
    app::{Command, Msg},
    catalog::{Catalog, EventIdx},
    chronology::{Shape, Window},
    keys::Action,
    layout::{Gaps, Item, Lanes, LanesBy, Scale, Scene, SceneView, Size, Target, Viewport, Zoom, scene},
    text::text_width,
};
use proptest::prelude::*;

use crate::support::{BUILT_IN, Shell, data, messy};

/// Returns the cells of an item that nothing else may lie over.
fn core(item: &Item) -> Range<u16> {
    match (item.target, item.sign) {
        (Target::Event(_), Some(sign)) if item.shape == Shape::Moment => sign..sign + 1,
        _ => item.cells.clone(),
    }
}

fn overlap(a: &Range<u16>, b: &Range<u16>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Returns what is wrong of a scene, if anything is.
fn check(scene: &Scene) -> Result<(), String> {
    for (at, item) in scene.items.iter().enumerate() {
        let label = item.label.as_ref().map_or(0..0, |it| it.cells());
        if scene.plot < item.cells.end.max(label.end) || item.cells.is_empty() {
            return Err(format!("it is not on the screen: {item:?}"));
        }
        if let Target::Cluster { events, .. } = item.target {
            if item.cells.len() < events.to_string().len() + 2 {
                return Err(format!("its number has no room: {item:?}"));
            }
        }
        // A title may stand among the dots of its own event, and never on its sign or its bar.
        if item.label.as_ref().is_some_and(|it| !it.inside && overlap(&label, &core(item))) {
            return Err(format!("its title lies over itself: {item:?}"));
        }
        for other in scene.items.iter().skip(at + 1).filter(|it| it.row == item.row) {
            for (a, b) in [(item, other), (other, item)] {
                let label = a.label.as_ref().map_or(0..0, |it| it.cells());
                let others = b.label.as_ref().map_or(0..0, |it| it.cells());
                if overlap(&a.cells, &core(b)) || overlap(&label, &core(b)) || overlap(&label, &others) {
                    return Err(format!("one lies over the other:\n{a:?}\n{b:?}"));
                }
                if overlap(&a.cells, &others) {
                    return Err(format!("a title lies over dots:\n{a:?}\n{b:?}"));
                }
            }
        }
    }
    Ok(())
}

/// How a scene is asked for: zoomed in so often around an event, panned by so many columns, with the cursor on another.
#[derive(Clone, Debug)]
struct Asked {
    by: LanesBy,
    size: Size,
    zooms: usize,
    around: u32,
    pan: i64,
    cursor: u32,
    gaps: Gaps,
}

fn asked() -> impl Strategy<Value = Asked> {
    let by = prop::sample::select(&LanesBy::ALL[..]);
    let size = prop::sample::select(&[(80_u16, 8_u16), (80, 14), (120, 16), (120, 30), (40, 5), (200, 60)][..]);
    let gaps = prop::sample::select(&[Gaps::Shown, Gaps::Folded][..]);
    (by, size, 0..9_usize, any::<u32>(), -30..30_i64, any::<u32>(), gaps).prop_map(
        |(by, (width, height), zooms, around, pan, cursor, gaps)| Asked {
            by,
            size: Size::new(width, height),
            zooms,
            around,
            pan,
            cursor,
            gaps,
        },
    )
}

impl Asked {
    fn viewport(&self, catalog: &Catalog) -> Viewport {
        let extent = catalog.extent().expect("there are events");
        let around = event(catalog, self.around);
        let around = catalog.bounds(around).map_or(extent.first, |it| it.anchor());
        let mut viewport = Viewport::fit(extent).centred(around, self.size.width);
        for _ in 0..self.zooms {
            viewport = viewport.zoom(Zoom { times: 1, over: 2 }, around, extent, self.size.width);
        }
        viewport.pan(self.pan, self.size.width)
    }

    fn scene(&self, catalog: &Catalog, lanes: &Lanes, viewport: Viewport, cursor: EventIdx) -> Scene {
        let view =
            SceneView { viewport, gaps: self.gaps, lane_top: 0, cursor: Some(cursor), range: None, marked: None };
        scene(catalog, lanes, &view, self.size)
    }
}

/// Returns what of a scene stands where it is not, if anything does: each event that an item names touches its cells.
fn misplaced(scene: &Scene, catalog: &Catalog, scale: Scale) -> Option<String> {
    let is_wrong = |it: &&Item| {
        let (named, cells) = match it.target {
            Target::Event(event) => (vec![event], it.cells.clone()),
            // The blank after a number is its own.
            Target::Cluster { first, last, .. } => (vec![first, last], it.cells.start..it.cells.end + 1),
        };
        let first = scale.window_of(i64::from(cells.start)).first;
        let window = Window { first, last: scale.window_of(i64::from(cells.end) - 1).last };
        !named.into_iter().all(|it| catalog.window(it).is_some_and(|it| it.touches(window)))
    };
    scene.items.iter().find(is_wrong).map(|it| {
        let (Target::Event(event) | Target::Cluster { first: event, .. }) = it.target;
        format!("{:?} is at {:?}: {it:?}", catalog.title(event), catalog.window(event))
    })
}

/// Returns a store of more events than can be told apart on a lane: three throngs, spans across and beside them, and coarse dates.
fn crowded() -> impl Strategy<Value = String> {
    let day = |year: Range<i32>| {
        (year, 1..13_i32, 1..29_i32).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"))
    };
    let throng = prop_oneof![day(2000..2001), day(2012..2013), day(2012..2013), day(2019..2020)];
    let span = (2000..2020_i32, 0..12_i32).prop_map(|(from, years)| format!("{from}-03-07/{}-05-11", from + years));
    let open = (2000..2020_i32, prop::bool::ANY)
        .prop_map(|(year, begins)| if begins { format!("{year}/..") } else { format!("../{year}-02") });
    let coarse = (2000..2020_i32, 1..13_i32, 0..3_i32).prop_map(|(year, month, sort)| match sort {
        0 => format!("{year}"),
        1 => format!("{year}-{month:02}"),
        _ => format!("[{year}..{}]", year + 2),
    });
    let when = prop_oneof![30 => throng, 1 => span, 1 => open, 1 => coarse, 1 => day(2000..2020)];
    let table = |(at, (when, category)): (usize, (String, bool))| {
        let category = if category { "a" } else { "b" };
        format!("[[event]]\nid = \"e{at}\"\ntitle = \"Event {at}\"\nwhen = \"{when}\"\ncategory = \"{category}\"\n")
    };
    let events = prop::collection::vec((when, prop::bool::weighted(0.9)), 1..500);
    events.prop_map(move |it| it.into_iter().enumerate().map(table).collect())
}

fn event(catalog: &Catalog, it: u32) -> EventIdx {
    EventIdx(it % catalog.n_dated().max(1) as u32)
}

/// Returns whether each event of a scene has a title, by lane; only those that lie `edge` columns from what the edges can touch: the
/// edges themselves, and moments whose dots come near one.
fn titles(scene: &Scene, catalog: &Catalog, scale: Scale, edge: i64) -> BTreeMap<(usize, EventIdx), bool> {
    let lane = |it: &Item| scene.rows[usize::from(it.row)].lane;
    let mut inner: BTreeMap<usize, Range<i64>> = BTreeMap::new();
    for item in &scene.items {
        let Target::Event(event) = item.target else { continue };
        let window = catalog.window(event).expect("what is on a lane has a date");
        let cells = scale.column(window.first)..scale.column(window.last) + 1;
        let inner = inner.entry(lane(item)).or_insert(edge..i64::from(scale.columns) - edge);
        if item.shape == Shape::Moment && cells.start < edge {
            inner.start = inner.start.max(cells.end + edge);
        }
        if item.shape == Shape::Moment && i64::from(scale.columns) - edge < cells.end {
            inner.end = inner.end.min(cells.start - edge);
        }
    }
    let is_inner = |it: &Item| {
        let inner = &inner[&lane(it)];
        inner.start <= i64::from(it.cells.start) && i64::from(it.cells.end) <= inner.end
    };
    let title = |it: &Item| match it.target {
        Target::Event(event) if edge == 0 || is_inner(it) => Some(((lane(it), event), it.label.is_some())),
        _ => None,
    };
    scene.items.iter().filter_map(title).collect()
}

/// Returns the lanes of a scene with their numbers of rows, and whether anything is drawn together on them.
fn lanes_of(scene: &Scene) -> BTreeMap<usize, (usize, bool)> {
    let mut lanes = BTreeMap::new();
    for (at, row) in scene.rows.iter().enumerate() {
        let crowded = |it: &Item| usize::from(it.row) == at && matches!(it.target, Target::Cluster { .. });
        let lane = lanes.entry(row.lane).or_insert((0, false));
        lane.0 += 1;
        lane.1 |= scene.items.iter().any(crowded);
    }
    lanes
}

/// Columns from an edge within which what lies beyond it can be felt: a title's length there and back, and dots.
const EDGE: i64 = 60;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn nothing_hides_a_sign_or_a_number(seed in any::<u64>(), n in 1_usize..150, asked in asked()) {
        let catalog = data(&messy(n, seed)).catalog;
        if catalog.n_dated() == 0 {
            return Ok(());
        }
        let lanes = Lanes::new(&catalog, &catalog.all(), asked.by);
        let scene = asked.scene(&catalog, &lanes, asked.viewport(&catalog), event(&catalog, asked.cursor));
        prop_assert_eq!(check(&scene), Ok(()));
    }

    #[test]
    fn what_an_item_names_touches_its_cells(text in crowded(), asked in asked()) {
        let catalog = data(&text).catalog;
        let lanes = Lanes::new(&catalog, &catalog.all(), asked.by);
        let (viewport, cursor) = (asked.viewport(&catalog), event(&catalog, asked.cursor));
        let scene = asked.scene(&catalog, &lanes, viewport, cursor);
        let scale = lanes.scale(&catalog, viewport, asked.gaps, scene.plot);
        prop_assert_eq!(misplaced(&scene, &catalog, scale), None);
        prop_assert_eq!(check(&scene), Ok(()));
        // Every event of the lanes is drawn or counted, and the one under the cursor is seen.
        let on_screen = |it: EventIdx| catalog.window(it).is_some_and(|it| it.touches(scale.window));
        let number = |row: u16| scene.rows[usize::from(row)].lane;
        for lane in scene.rows.iter().filter(|it| it.is_first).map(|it| it.lane) {
            let items = || scene.items.iter().filter(|it| number(it.row) == lane);
            let events = items().map(|it| if let Target::Cluster { events, .. } = it.target { events } else { 1 });
            let expect = lanes.each.get(lane).map_or(0, |it| it.ids.iter().filter(|it| on_screen(**it)).count());
            prop_assert_eq!(events.sum::<usize>(), expect);
            let seen = items().filter(|it| it.selected).count();
            prop_assert_eq!(seen, usize::from(lanes.holds(lane, cursor) && on_screen(cursor)));
        }
    }

    #[test]
    fn panning_by_a_column_changes_titles_at_the_edges_alone(seed in any::<u64>(), n in 1_usize..120, asked in asked()) {
        let catalog = data(&messy(n, seed)).catalog;
        if catalog.n_dated() == 0 {
            return Ok(());
        }
        let asked = Asked { gaps: Gaps::Shown, size: Size::new(240, asked.size.height), ..asked };
        let lanes = Lanes::new(&catalog, &catalog.all(), asked.by);
        let cursor = EventIdx(u32::MAX);
        let plot = asked.scene(&catalog, &lanes, asked.viewport(&catalog), cursor).plot;
        let viewport = asked.viewport(&catalog);
        let before = asked.scene(&catalog, &lanes, viewport, cursor);
        let after = asked.scene(&catalog, &lanes, viewport.pan(1, plot), cursor);
        let (lanes, lanes_after) = (lanes_of(&before), lanes_of(&after));
        // A lane that gets another row, or whose events are too many for its rows, is drawn anew.
        let same = |lane: usize| lanes.get(&lane) == lanes_after.get(&lane) && lanes.get(&lane).is_some_and(|it| !it.1);
        let after = titles(&after, &catalog, viewport.scale(plot), 0);
        for ((lane, event), title) in titles(&before, &catalog, viewport.scale(plot), EDGE) {
            prop_assert!(!same(lane) || after.get(&(lane, event)) == Some(&title), "{} {}", event.0, catalog.title(event));
        }
    }

    #[test]
    fn moving_the_cursor_changes_titles_on_its_rows_alone(seed in any::<u64>(), n in 1_usize..150, asked in asked(), to in any::<u32>()) {
        let catalog = data(&messy(n, seed)).catalog;
        if catalog.n_dated() == 0 {
            return Ok(());
        }
        let lanes = Lanes::new(&catalog, &catalog.all(), asked.by);
        let viewport = asked.viewport(&catalog);
        let scenes = [asked.cursor, to].map(|it| asked.scene(&catalog, &lanes, viewport, event(&catalog, it)));
        let own = |row: u16| scenes.iter().any(|it| it.items.iter().any(|it| it.row == row && it.selected));
        let others = |it: &Scene| it.items.iter().filter(|it| !own(it.row)).cloned().collect::<Vec<_>>();
        prop_assert_eq!(others(&scenes[0]), others(&scenes[1]));
    }
}

#[test]
fn the_title_under_the_cursor_is_read_where_its_row_has_the_room() {
    let mut it = Shell::new(BUILT_IN, (120, 36));
    it.keys("gg");
    let mut readable = 0;
    for _ in 0..it.shown() {
        let scene = it.state.scene();
        check(&scene).expect("nothing is hidden");
        for item in scene.items.iter().filter(|it| it.selected) {
            let others = || scene.items.iter().filter(|it| it.row == item.row && it.cells != item.cells);
            let before = others().filter(|it| it.cells.end <= item.cells.start).map(|it| it.cells.end + 1).max();
            let after = others().filter(|it| item.cells.end <= core(it).start).map(|it| core(it).start - 1).min();
            let title = text_width(it.state.shelf.data.catalog.title(it.state.look.cursor.expect("it is on an event")));
            let left = item.cells.start.saturating_sub(before.unwrap_or(0) + 1);
            let right = after.unwrap_or(scene.plot).saturating_sub(item.cells.end + 1);
            // A title is cut at a word, if there is one near.
            let room = usize::from(left.max(right));
            let read = item.label.as_ref().map_or(0, |it| text_width(&it.text));
            assert!(room < 6 || title.min(room).min(16) <= read + 3, "{} {room} {read}\n{}", it.cursor(), it.frame());
            readable += usize::from(title.min(16) <= read);
        }
        it.keys(".");
    }
    assert!(20 < readable, "{readable}");
}

#[test]
fn the_cursor_is_seen_on_the_timeline_wherever_it_is() {
    for size in [(40, 12), (80, 24), (120, 36)] {
        for keys in ["gg", "zggg", "gd2018<enter>zDgg"] {
            let mut it = Shell::new(BUILT_IN, size);
            it.keys(keys);
            for _ in 0..it.shown() {
                let is_dated = it.state.look.cursor_window(&it.state.shelf.data.catalog).is_some();
                let seen = it.state.scene().items.iter().any(|it| it.selected);
                assert!(seen || !is_dated, "{} at {size:?} after {keys}:\n{}", it.cursor(), it.frame());
                it.keys(".");
            }
        }
    }
}

/// Returns the tables of `n` events on days of `month`, called `title`.
fn throng(n: usize, month: &str, title: &str) -> String {
    let table = |at: usize| {
        let (day, hour, minute) = (at % 28 + 1, at / 28 % 24, at / 672 % 60);
        format!(
            "[[event]]\nid = \"{month}-{at}\"\nwhen = \"{month}-{day:02}T{hour:02}:{minute:02}Z\"\ntitle = \"{title}\"\n"
        )
    };
    (0..n).map(table).collect()
}

/// Returns the title of the cursor's event and those of what the timeline names.
fn named(it: &Shell) -> (String, Vec<String>) {
    let catalog = &it.state.shelf.data.catalog;
    let title = |it: EventIdx| catalog.title(it).to_owned();
    let names = |it: &Item| match it.target {
        Target::Event(event) => vec![event],
        Target::Cluster { first, last, .. } => vec![first, last],
    };
    let cursor = it.state.look.cursor.map(title).unwrap_or_default();
    (cursor, it.state.scene().items.iter().flat_map(names).map(title).collect())
}

#[test]
fn what_is_over_is_not_named_where_a_span_goes_on() {
    let campaign = "[[event]]\nid = \"c2\"\nwhen = \"2024-01-02/2024-12-20\"\ntitle = \"Beaconing to C2 goes on\"\n";
    let text = [campaign, &throng(900, "2024-02", "Failed login"), &throng(900, "2024-06", "Exfiltration")].concat();
    let mut it = Shell::new(&text, (120, 30));
    it.keys("gd2024-06-20T00:00Z<enter>zm");
    let (cursor, names) = named(&it);
    assert_eq!(cursor, "Exfiltration");
    assert!(names.iter().all(|it| it != "Failed login"), "{}", it.frame());
    assert!(names.contains(&"Beaconing to C2 goes on".to_owned()), "{}", it.frame());
}

#[test]
fn the_cursor_is_seen_on_a_lane_that_is_counted() {
    let span = "[[event]]\nid = \"long\"\nwhen = \"1999-01-02/2030\"\ntitle = \"Goes on and on\"\n";
    let years = (2010..2031).map(|it| throng(80, &format!("{it}-06"), "One of many"));
    let text: String = [span.to_owned(), throng(2940, "2000-01", "PAST")].into_iter().chain(years).collect();
    let mut it = Shell::new(&text, (120, 30));
    for keys in ["gd2019-06<enter>zD", "12L", "H", "zz", "10.", "5L"] {
        it.keys(keys);
        let (cursor, names) = named(&it);
        let selected = it.state.scene().items.iter().filter(|it| it.selected).count();
        assert_eq!(selected, 1, "{cursor}\n{}", it.frame());
        assert!(names.iter().all(|it| it != "PAST") || cursor == "PAST", "{}", it.frame());
    }
}

#[test]
fn amounts_and_disputes_come_before_what_is_only_told() {
    let table = |id: &str, when: &str, more: &str| {
        format!(
            "[[event]]\nid = \"{id}\"\nwhen = \"{when}\"\ntitle = \"The event called {id}\"\ncategory = \"a\"\n{more}\n"
        )
    };
    let mut text = String::new();
    for at in 0..8 {
        text += &table(&format!("plain{at}"), &format!("2001-0{}-05", at + 1), "");
    }
    text += &table("paid", "2001-04-20", "amounts = [{ value = 5, currency = \"USD\" }]\nsources = [\"s\"]");
    let mut it = Shell::new(&text, (60, 11));
    it.keys("gg");
    let titled = |it: &Shell, id: &str| {
        let catalog = &it.state.shelf.data.catalog;
        let event = catalog.find(id).expect("it is there");
        it.state.scene().items.iter().any(|it| it.target == Target::Event(event) && it.label.is_some())
    };
    assert!(titled(&it, "paid"), "{}", it.frame());
    assert!(!titled(&it, "plain4"), "{}", it.frame());
    // What the reader marks comes before all of them.
    let plain = it.state.shelf.data.catalog.find("plain4").expect("it is there");
    it.send(Msg::Command(Command::GoTo(plain)));
    it.send(Msg::Command(Command::Do(Action::Mark, None)));
    it.keys("gg");
    assert!(titled(&it, "plain4"), "{}", it.frame());
}
