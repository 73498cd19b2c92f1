//! Each step from a text to a frame, at a thousand, a hundred thousand and a million events: what hangs on the number of events, and
//! what must not.
//!
//! `cargo bench --bench scale -- frame` runs one of them.

use std::{fmt::Write as _, time::Duration};

use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use dateline::{
    app::{Effect, Explorer, Msg, update},
    catalog::{EventIdx, Facet, IdSet},
    chronology::CivilDate,
    layout::{Gaps, Lanes, LanesBy, SceneView, Size, Viewport, scene},
    query::{Query, eval, rank_parties},
    settings::{Output, Sources, gather},
    store::{Faults, Input, Loaded, Place, open},
    ui,
};
use ratatui::{Terminal, backend::TestBackend};

const SIZES: [usize; 3] = [1000, 100_000, 1_000_000];
const TODAY: CivilDate = CivilDate { year: 2026, month: 11, day: 25 };
const SCREEN: Size = Size { width: 120, height: 36 };

/// Returns a store of `n` events between 2,000 parties.
fn store(n: usize) -> String {
    let mut text = String::from("[timeline]\ntitle = \"Synthetic\"\n\n");
    for it in 0..2000 {
        // Writing into a string does not fail.
        let _ = write!(text, "[[party]]\nid = \"p{it}\"\nname = \"Party number {it}\"\n\n");
    }
    let kinds = ["agreement", "spending", "filing", "statement", "product", "tenure"];
    for it in 0..n {
        let (year, month, day) = (1990 + it * 7 % 36, 1 + it * 5 % 12, 1 + it * 3 % 28);
        let (kind, a, b) = (kinds[it % 6], it * 31 % 2000, it * 37 % 2000);
        let _ = write!(
            text,
            "[[event]]\nid = \"e{it}\"\nwhen = \"{year}-{month:02}-{day:02}\"\ntitle = \"Row {it} of the events, on {kind}\"\n\
             summary = \"What happened in row {it}, and who took part in it.\"\ncategory = \"{kind}\"\n\
             parties = [\"p{a}\", {{ id = \"p{b}\", role = \"seller\" }}]\nclaims = [{{ by = \"p{a}\", stance = \"alleges\" }}]\n\n"
        );
    }
    text
}

fn input(text: &str) -> [Input; 1] {
    [Input::Text { place: Place::Stdin, text: text.to_owned() }]
}

fn loaded(input: &[Input; 1]) -> Loaded {
    open(input, "bench", TODAY, Faults::OfReading, &mut |_| {}).expect("a text can be read")
}

fn reading(c: &mut Criterion) {
    for n in SIZES {
        let text = store(n);
        let mut group = c.benchmark_group("read");
        group.bench_function(BenchmarkId::from_parameter(n), |b| {
            b.iter_batched(|| input(&text), |it| loaded(&it), BatchSize::PerIteration);
        });
        group.finish();
    }
}

fn asking(c: &mut Criterion) {
    for n in SIZES {
        let catalog = loaded(&input(&store(n))).catalog;
        let all = catalog.all();
        let marked = IdSet::new(catalog.len());
        for (name, text) in [
            ("party", "@number"),
            ("text", "row 99"),
            ("time", "in:2013"),
            ("claim", "by:p7"),
            ("known", "known:..2018"),
        ] {
            let (query, _) = Query::parse(text);
            c.benchmark_group(format!("eval {name}")).bench_function(BenchmarkId::from_parameter(n), |b| {
                b.iter(|| eval(&query, &catalog, &marked));
            });
        }
        c.benchmark_group("rank parties")
            .bench_function(BenchmarkId::from_parameter(n), |b| b.iter(|| rank_parties(&catalog, "num 12")));
        let window = catalog.extent().expect("events");
        c.benchmark_group("lanes").bench_function(BenchmarkId::from_parameter(n), |b| {
            b.iter(|| Lanes::new(&catalog, &all, LanesBy::Facet(Facet::Category)))
        });
        for by in [LanesBy::Facet(Facet::Category), LanesBy::Facet(Facet::Party)] {
            let lanes = Lanes::new(&catalog, &all, by);
            let view = SceneView {
                viewport: Viewport::fit(window),
                gaps: Gaps::Shown,
                lane_top: 0,
                cursor: Some(EventIdx(0)),
                range: None,
                marked: None,
            };
            c.benchmark_group(format!("scene by {}", by.name())).bench_function(BenchmarkId::from_parameter(n), |b| {
                b.iter(|| scene(&catalog, &lanes, &view, SCREEN));
            });
        }
    }
}

fn drawing(c: &mut Criterion) {
    for n in SIZES {
        let data = loaded(&input(&store(n)));
        let sources = Sources {
            config: None,
            keymap: None,
            themes: Vec::new(),
            env: &|_| None,
            flags: Vec::new(),
            output: Output::Terminal,
            lanes: &[],
            formats: &[],
        };
        // What a large store asks of a thread is answered here.
        let (mut state, mut open) = Explorer::new(data, gather(&sources).0, TODAY, SCREEN);
        while let Some(effect) = open.pop() {
            if let Effect::Ask(question) = effect {
                open.extend(update(&mut state, Msg::Answered(Box::new(question.run()))));
            }
        }
        let mut terminal = Terminal::new(TestBackend::new(SCREEN.width, SCREEN.height)).expect("a terminal in memory");
        c.benchmark_group("frame").bench_function(BenchmarkId::from_parameter(n), |b| {
            b.iter(|| terminal.draw(|frame| drop(ui::render(&state, frame))).map(|_| ()));
        });
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(2));
    targets = reading, asking, drawing
}
criterion_main!(benches);
