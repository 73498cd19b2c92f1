//! Folded gaps: what the axis and the lanes show of them, and what keys do while they are.

use dateline::layout::{Fold, Gaps};
use proptest::prelude::*;

use crate::support::{Shell, messy, settings};

/// Two clusters of events far apart, and a span that lasts through the silence.
const APART: &str = r#"
[[event]]
id = "founded"
when = "1988-03"
title = "Founded"
category = "firm"
sources = ["s"]
[[event]]
id = "chair"
when = "1990-02/2011-06"
title = "Ann in the chair"
category = "office"
[[event]]
id = "sued"
when = "2008-05-02"
title = "Sued"
category = "firm"
[[event]]
id = "settled"
when = "2009"
title = "Settled"
category = "firm"
"#;

#[test]
fn a_gap_is_folded_where_nothing_begins_or_ends() {
    let mut it = Shell::new(APART, (80, 24));
    let unfolded = it.frame();
    it.keys("zg");
    let frame = it.frame();
    insta::assert_snapshot!(first_rows(&frame), @"
                    1988     1989    1990  ╱╱ 16 y        2009     2010     2011
    ›firm   3        ○ Founded              ╱       ◇ Sued
                                            ╱             ┄┄┄┄◇┄┄┄┄┄ Settled
     office 1                         ┄━ ◇ Ann in the chair ━━━━━━━━━━━━━━━━━━━━┄
    ");
    it.keys("u");
    assert_eq!(first_rows(&it.frame()), first_rows(&unfolded), "undo unfolds");
    assert_eq!(it.state.look.gaps, Gaps::Shown);
    it.keys("<ctrl-r>");
    assert_eq!(first_rows(&it.frame()), first_rows(&frame));
}

#[test]
fn in_ascii_too() {
    let mut it = Shell::with_settings(APART, (80, 24), settings(&[("LANG", "C")]));
    it.keys("zg");
    assert!(it.frame().is_ascii());
    insta::assert_snapshot!(first_rows(&it.frame()), @"
                    1988     1989    1990  // 16 y        2009     2010     2011
    >firm   3        o Founded              ;       ^ Sued
                                            ;             ....^..... Settled
     office 1                         .= ^ Ann in the chair ====================.
    ");
}

/// Returns the axis and the lanes of a frame.
fn first_rows(frame: &str) -> String {
    frame.lines().skip(5).take(4).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_cursor_stays_near_its_column_while_one_zooms() {
    let mut it = Shell::new(APART, (120, 36));
    it.keys("zggg..");
    assert_eq!(it.cursor(), "sued");
    let column = |it: &Shell| {
        let window = it.state.look.cursor_window(&it.state.shelf.data.catalog).expect("a date");
        it.state.scale().column(window.first)
    };
    let before = column(&it);
    it.keys("+-");
    assert!((column(&it) - before).abs() <= 4, "{} {before}", column(&it));
}

#[test]
fn what_does_not_fold_says_so() {
    let mut it = Shell::new(APART, (80, 24));
    it.keys("gdYYYY<esc>zyzg");
    assert!(it.frame().contains("there is none now"), "{}", it.frame());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn nothing_begins_or_ends_in_a_fold(seed in any::<u64>(), n in 1_usize..40, script in "[+\\-HL.,_zZ]{0,12}") {
        let mut it = Shell::new(&messy(n, seed), (100, 30));
        it.keys("zg");
        it.keys(&script.replace('z', "zz"));
        let scale = it.state.scale();
        let lanes = &it.state.find.lanes;
        for fold in scale.folds() {
            prop_assert!(scale.window.covers(fold.window));
            prop_assert!(i128::from(Fold::COLUMNS) * scale.step() < fold.window.millis(), "it is shorter than what it stands for");
            for event in lanes.each.iter().flat_map(|it| &it.ids) {
                let window = it.state.shelf.data.catalog.window(*event).expect("what is on a lane has a date");
                let ends = [window.first, window.last];
                prop_assert!(!ends.iter().any(|it| fold.window.contains(*it)), "{:?} {:?}", window, fold);
            }
        }
        // Every shown event is where the scale says, and none stands on a break.
        for item in it.state.scene().items {
            let on_break = |sign: u16| scale.folds().iter().any(|it| it.cells().contains(&sign));
            prop_assert!(!item.sign.is_some_and(on_break), "{:?}", item);
        }
        prop_assert_eq!(scale.window, it.state.look.viewport.scale(scale.columns).window);
    }
}
