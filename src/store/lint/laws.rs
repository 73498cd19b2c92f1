//! Laws of lint: what a check says that it looks at is all that it needs.

use proptest::{collection::vec, prelude::*, sample::select};

use super::{
    check::{LooksAt, Suspect},
    checks::CHECKS,
    lookup::Lint,
    run::sort,
};
use crate::{
    chronology::Instant,
    diag::Diagnostic,
    store::{
        Faults, Input, Place, open,
        tests::{read, today},
    },
};

/// A store in which every check finds something sooner or later: few ids, so that references meet.
fn store() -> impl Strategy<Value = String> {
    let date = || select(vec!["1985", "2015-03", "2016/2018", "2031", "[..1870]", "2026-02-01/.."]);
    let line = prop_oneof![
        date().prop_map(|it| format!("when = \"{it}\"\n")),
        select(vec!["documented", "alleged", "reported"]).prop_map(|it| format!("status = \"{it}\"\n")),
        (0..4, select(vec!["follows", "follows", "part-of"]))
            .prop_map(|(to, kind)| format!("links = [{{ kind = \"{kind}\", to = \"e{to}\" }}]\n")),
        vec(0..4, 0..3).prop_map(|it| {
            let sources: Vec<String> = it.iter().map(|it| format!("\"s{it}\"")).collect();
            format!("sources = [{}]\n", sources.join(", "))
        }),
        (0..3, date(), select(vec!["alleges", "denies", "confirms"]), option_source()).prop_map(
            |(by, when, stance, source)| {
                format!("claims = [{{ by = \"p{by}\", stance = \"{stance}\", when = \"{when}\"{source} }}]\n")
            }
        ),
        (0..3).prop_map(|it| format!("parties = [\"p{it}\"]\n")),
    ];
    let event = (vec(line, 1..7), select(vec!["e", "E"]));
    let life = prop_oneof![3 => Just(String::new()), 1 => date().prop_map(|it| format!("when = \"{it}\"\n"))];
    let source = (0_usize..4, select(vec!["", "https://a.example"]), date());
    (vec(event, 0..9), vec(life, 3), vec(source, 4)).prop_map(|(events, lives, sources)| {
        let mut text = String::new();
        for (at, life) in lives.iter().enumerate() {
            text += &format!("[[party]]\nid = \"p{at}\"\nname = \"P\"\n{life}");
        }
        for (at, (from, url, published)) in sources.iter().enumerate() {
            text += &format!(
                "[[source]]\nid = \"s{at}\"\nkind = \"filing\"\nurl = \"{url}\"\npublished = \"{published}\"\n"
            );
            text += &if *from == at { String::new() } else { format!("derived_from = [\"s{from}\"]\n") };
        }
        for (at, (lines, letter)) in events.iter().enumerate() {
            let mut lines = lines.clone();
            lines.sort_unstable_by_key(|it| it.split(' ').next().map(str::to_owned));
            lines.dedup_by_key(|it| it.split(' ').next().map(str::to_owned));
            text += &format!("[[event]]\nid = \"{letter}{}\"\ntitle = \"T\"\n{}", at / 2, lines.concat());
        }
        text
    })
}

fn option_source() -> impl Strategy<Value = &'static str> {
    select(vec!["", ", source = \"s0\""])
}

/// Returns what every check finds, in every event, whatever it says that it looks at.
fn everything(text: &str) -> Vec<Diagnostic> {
    let input = Input::Text { place: Place::File("s".into()), text: text.into() };
    let loaded = open(&[input], "s", today(), Faults::OfReading, &mut |_| {}).expect("a text can be read");
    let now = Instant::at_end_of(today());
    let lint = Lint { catalog: loaded.catalog.clone(), files: loaded.files.clone(), now, allows: None };
    let mut faults = Vec::new();
    for (idx, event) in loaded.catalog.iter() {
        for check in CHECKS {
            let before = faults.len();
            if let LooksAt::Events { such_as, run } = check.looks_at {
                run(&lint, &Suspect::new(&event, &loaded.files), &mut faults);
                let as_said = faults.len() == before || such_as(&lint, idx);
                assert!(as_said, "{} looks at more than it says: {text}", check.rule.code);
            }
        }
    }
    for check in CHECKS {
        if let LooksAt::Store(run) = check.looks_at {
            run(&lint, &mut faults);
        }
    }
    sort(&mut faults);
    faults
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn lint_finds_in_what_it_looks_at_all_that_there_is(text in store()) {
        prop_assert_eq!(read(&text).lint, everything(&text), "{}", text);
    }
}
