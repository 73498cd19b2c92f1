//! The picture: text and styles of whole frames, at every size.

use dateline::{app::Msg, layout::Size};
use proptest::prelude::*;

use crate::support::{Shell, frame_styles, is_coloured, settings};

/// A chronology with one event of each shape and status.
const SMALL: &str = r#"
[timeline]
title = "Small"
[[party]]
id = "acme"
name = "Acme Corp"
[[party]]
id = "bolt"
name = "Bolt Ltd"
[[source]]
id = "ledger"
title = "Ledger"
kind = "record"
published = "2016-02-01"
[[event]]
id = "tenure"
when = "2011-06/2015-05-30"
title = "Ann chairs Acme"
category = "tenure"
parties = ["acme"]
sources = ["ledger"]
[[event]]
id = "deal"
when = "2013~"
title = "Acme and Bolt said to have made a deal"
category = "agreement"
parties = [{ id = "acme", role = "buyer" }, { id = "bolt", role = "seller" }]
claims = [{ by = "bolt", stance = "alleges", when = "2016" }, { by = "acme", stance = "denies", when = "2016-03-01" }]
amounts = [{ value = 25_000_000, currency = "USD", per = "year" }]
links = [{ kind = "part-of", to = "tenure" }]
[[event]]
id = "talks"
when = "[2012-03..2012-09]"
title = "Talks"
category = "agreement"
parties = ["bolt"]
claims = [{ by = "bolt", stance = "alleges" }]
[[event]]
id = "service"
when = "2014/.."
title = "The service runs"
category = "product"
sources = ["ledger"]
[[event]]
id = "memo"
title = "An undated memo"
category = "filing"
"#;

#[test]
fn a_small_chronology_at_80_by_24() {
    let mut it = Shell::new(SMALL, (80, 24));
    it.keys("gd2013<enter>");
    insta::assert_snapshot!(it.frame(), @"
     dateline  Small  3 warnings                                           5 events
     no filter
         Jul      2012     Jul       2013     Jul      2014     Jul       2015
    [  █                        █    █                 █                           ]
    ────────────────────────────────────────────────────────────────────────────────
                     Jul     2012    Jul     2013   Jul     2014    Jul     2015
     tenure    1   ⇄┄━ ● Ann chairs Acme ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┥
    ›agreement 2                ╎┄┄┄◌┄┄┄┄╎ Talks
                                             ┄┄┄┄┄┄┄◐┄┄┄┄┄┄┄┄ Acme and Bolt said to…
     product   1                                            ┄┄ ● The service runs ━▸




    ────────────────────────────────────────────────────────────────────────────────
      June 2011 – 30…  ● Ann chairs Acme
      between Mar 201… ◌ Talks
    › c. 2013          ◐ Acme and Bolt said to have made a deal
      since 2014       ● The service runs
      undated          ◇ An undated memo


     1 undated                                                               3 of 5
     / search  f filter  p parties  v range  x export  Enter detail  ? help
    ");
}

#[test]
fn a_small_chronology_at_110_by_30() {
    let mut it = Shell::new(SMALL, (110, 30));
    it.keys("gd2013<enter>");
    insta::assert_snapshot!(it.frame(), @"
     dateline  Small  3 warnings                                                                         5 events
     no filter
         Jul 2011     2012   Apr   Jul    Oct   2013  Apr    Jul   Oct    2014  Apr   Jul    Oct   2015   Apr
    [  █                                  █     █                         █                                      ]
    ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
                       Jul 2011   2012        Jul        2013       Jul         2014       Jul         2015
     tenure    1    ⇄┄┄ ● Ann chairs Acme ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┥
    ›agreement 2                      ╎┄┄┄┄┄◌┄┄┄┄┄┄╎ Talks
                                                         ┄┄┄┄┄┄┄┄┄┄┄◐┄┄┄┄┄┄┄┄┄┄┄┄ Acme and Bolt said to have made…
     product   1                                                                ┄┄ ● The service runs ┄━━━━━━━━━━▸








    ────────────────────────────────────────────────────────────┬─────────────────────────────────────────────────
      June 2011 –…  ● Ann chairs Acme                           │ Acme and Bolt said to have made a deal
      between Mar…  ◌ Talks                                     │ deal
    › c. 2013       ◐ Acme and Bolt said to have made a deal    │
      since 2014    ● The service runs                          │ when
      undated       ◇ An undated memo                           │   c. 2013
                                                                │   once, at an unknown time between 1 Jan and 31
                                                                │   Dec 2013; approximate
                                                                │
                                                                │ status
     1 undated                                           3 of 5 │                                      34 more: J
     / search  f filter  p parties  v range  x export  Enter detail  ? help  + zoom in  - zoom out  gl lanes by
    ");
}

#[test]
fn a_small_chronology_at_40_by_12() {
    let it = Shell::new(SMALL, (40, 12));
    insta::assert_snapshot!(it.frame(), @"
     Small  3 warnings             5 events
                   2012   2013   2014  2015
    ›tenu… 1   ┝━ ● Ann chairs Acme ━━━━━━┥
     agre… 2        ╎┄◌┄╎ Talks
                         ⇄┄┄┄◐┄┄┄┄ Acme and…
     prod… 1                     ┄┄┄┄┄┄╺━━━▸
    › June 2011 –…  ● Ann chairs Acme
      between Mar…  ◌ Talks
      c. 2013       ◐ Acme and Bolt said to…
      since 2014    ● The service runs
     1 undated                       1 of 5
     / search  f filter  p parties  v range
    ");
}

#[test]
fn in_ascii_every_sign_of_ours_is_ascii() {
    let mut it = Shell::with_settings(SMALL, (110, 30), settings(&[("LANG", "C")]));
    it.keys("gd2013<enter>");
    let frame = it.frame();
    assert!(frame.is_ascii(), "{frame}");
    insta::assert_snapshot!(frame, @"
     dateline  Small  3 warnings                                                                         5 events
     no filter
         Jul 2011     2012   Apr   Jul    Oct   2013  Apr    Jul   Oct    2014  Apr   Jul    Oct   2015   Apr
    [  @                                  @     @                         @                                      ]
    --------------------------------------------------------------------------------------------------------------
                       Jul 2011   2012        Jul        2013       Jul         2014       Jul         2015
     tenure    1    &.. * Ann chairs Acme ======================================================================]
    >agreement 2                      |.....:......| Talks
                                                         ...........%............ Acme and Bolt said to have made~
     product   1                                                                .. * The service runs .==========>








    ------------------------------------------------------------+-------------------------------------------------
      June 2011 -~  * Ann chairs Acme                           | Acme and Bolt said to have made a deal
      between Mar~  : Talks                                     | deal
    > c. 2013       % Acme and Bolt said to have made a deal    |
      since 2014    * The service runs                          | when
      undated       ^ An undated memo                           |   c. 2013
                                                                |   once, at an unknown time between 1 Jan and 31
                                                                |   Dec 2013; approximate
                                                                |
                                                                | status
     1 undated                                           3 of 5 |                                      34 more: J
     / search  f filter  p parties  v range  x export  Enter detail  ? help  + zoom in  - zoom out  gl lanes by
    ");
}

#[test]
fn the_filter_the_picker_and_the_export_over_the_picture() {
    let mut it = Shell::new(SMALL, (80, 24));
    it.keys("pbolt");
    insta::assert_snapshot!(it.frame(), @"
     dateline  Small  3 warnings                                       2 of 5 shown
      party:bolt ✕                  ┌─ parties ────────────────────────────────────┐
         Jul      2012     Jul      │ bolt                                         │
    [                           █   │   bolt  Bolt Ltd                         2/2 │
    ────────────────────────────────│                                              │
                     Jul     2012   │                                              │
    ›agreement 2                ╎┄┄┄│                                              │
                                    │                                              │
                                    │                                              │
                                    │                                              │
                                    │                                              │
                                    │                                              │
                                    │                                              │
                                    │                                              │
    ────────────────────────────────│                                              │
    › between Mar 201… ◌ Talks      │                                              │
      c. 2013          ◐ Acme and Bo│                                              │
                                    │                                              │
                                    │                                              │
                                    │                                              │
                                    │                                              │
                                    │                                              │
     0 undated                      └─ Enter take · Tab add · ! not · Esc ─────────┘
     F1 help
    ");
    it.keys("<enter>fstatsu:x");
    let frame = it.frame();
    assert!(frame.contains("did you mean"), "{frame}");
    it.keys("<esc>gr2012/2013<enter>x");
    insta::assert_snapshot!(it.frame(), @"
     dateline  Small  3 warnings                                       2 of 5 shown
     ┌─ export ───────────────────────────────────────────────────────────────────┐
     │ what      2 events: the range 2012-01-01 to 2013-12-31, filtered           │
     │ format    markdown  a table with every claim and a footnote for every sou… │
    ─│ file      dateline.md                                                      │─
     │ not carried: 2 events have what is not written: categories (2), links (1)  │
    ›│ ────────────────────────────────────────────────────────────────────────── │
     │ # Small                                                                    │
     │                                                                            │
     │ | Date | Event | Status | Parties |                                        │
     │ | --- | --- | --- | --- |                                                  │
     │ | between Mar 2012 and Sep 2012 | **Talks**<br>*alleged by Bolt Ltd* | al… │
     │ | c. 2013 | **Acme and Bolt said to have made a deal**<br>*alleged by Bol… │
     │                                                                            │
    ─│                                                                            │─
    ›│                                                                            │
     │                                                                            │
     │                                                                            │
     │                                                                            │
     │                                                                            │
     │                                                                            │
     │                                                                            │
     └─ Enter writes · Tab next field · ←→ choose · q back ───────────────────────┘
    ");
}

#[test]
fn without_colour_there_is_none_and_the_cursor_is_still_seen() {
    let it = Shell::with_settings(SMALL, (80, 24), settings(&[("NO_COLOR", "1")]));
    let buffer = it.buffer();
    assert!(!is_coloured(&buffer));
    assert!(frame_styles(&buffer).iter().any(|it| it.to_uppercase().contains("REVERSED")), "the cursor is reversed");
    let coloured = Shell::new(SMALL, (80, 24)).buffer();
    assert!(is_coloured(&coloured));
}

#[test]
fn text_of_the_store_steers_no_terminal() {
    let store = SMALL.replace("Ann chairs Acme", "Ann \\u001b[31m chairs \\u202e Acme");
    let it = Shell::new(&store, (80, 24));
    let frame = it.frame();
    assert!(!frame.contains('\u{1b}') && !frame.contains('\u{202e}'));
}

/// A handful of keys that reach every part of the explorer.
fn key() -> impl Strategy<Value = String> {
    let named = prop::sample::select(vec![
        "<enter>",
        "<esc>",
        "<tab>",
        "<shift-tab>",
        "<up>",
        "<down>",
        "<left>",
        "<right>",
        "<pageup>",
        "<pagedown>",
        "<home>",
        "<end>",
        "<ctrl-d>",
        "<ctrl-u>",
        "<ctrl-a>",
        "<ctrl-r>",
        "<ctrl-o>",
        "<shift-left>",
        "<shift-right>",
        "<ctrl-left>",
        "<ctrl-right>",
        "<backspace>",
        "<alt-enter>",
        " ",
        "f1",
    ]);
    prop_oneof![3 => "[a-zA-Z0-9+_|@/:.,?*&'-]", 1 => named.prop_map(str::to_owned)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// `Shell::send` checks the state's own invariants after every message.
    #[test]
    fn any_keys_keep_the_state_sound_and_the_way_out_open(script in prop::collection::vec(key(), 0..60), width in 0_u16..140, height in 0_u16..44) {
        let mut it = Shell::new(SMALL, (100, 30));
        for (at, key) in script.iter().enumerate() {
            it.keys(key);
            if at == script.len() / 2 {
                it.send(Msg::Resize(Size { width, height }));
            }
        }
        prop_assert_eq!(it.buffer(), it.buffer(), "drawing twice gives the same");
        it.quit = false;
        it.keys("<esc><esc><esc><esc><esc><esc>Q");
        prop_assert!(it.quit, "Q leaves from anywhere, after the pop-ups are closed");
    }

    #[test]
    fn every_size_is_drawn(width in 0_u16..200, height in 0_u16..60, script in prop::sample::select(vec!["", "p", "?", ":", "x", "]x", "gs", "gl", "v5.", "fstat", "y", "<enter>"])) {
        let mut it = Shell::new(SMALL, (width, height));
        it.keys(script);
        let _ = it.buffer();
    }
}
