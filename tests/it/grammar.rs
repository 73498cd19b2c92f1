//! The grammar of the picture where people look for it: all of it in the help, in either set of signs, and in `dateline info`.

use dateline::ui::GRAMMAR;

use crate::support::{BUILT_IN, Shell, settings};

#[test]
fn the_help_has_all_of_it() {
    for size in [(80, 24), (120, 36)] {
        for (lang, is_ascii) in [("C.UTF-8", false), ("C", true)] {
            let mut it = Shell::with_settings(BUILT_IN, size, settings(&[("LANG", lang)]));
            it.keys("?");
            let frame = it.frame();
            for rule in GRAMMAR {
                let sample = if is_ascii { rule.ascii } else { rule.blocks };
                assert!(frame.contains(rule.means) && frame.contains(sample), "{rule:?} at {size:?}:\n{frame}");
            }
            // What is searched for takes its place.
            it.keys("fold");
            assert!(!it.frame().contains(GRAMMAR[1].means) && it.frame().contains("Fold long gaps"), "{}", it.frame());
        }
    }
}

#[test]
fn a_low_screen_keeps_room_for_the_keys() {
    for height in 8..30 {
        let mut it = Shell::new(BUILT_IN, (80, height));
        it.keys("?");
        assert!(it.frame().contains("Go to the next event"), "{height}:\n{}", it.frame());
    }
}
