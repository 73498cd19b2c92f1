//! The links of the event under the cursor: on the timeline, at its edges, and in the detail.

use dateline::app::Lead;

use crate::support::{Shell, frame_styles, settings};

/// Five letters, of which one answers an earlier one and is contradicted by a later.
const LETTERS: &str = r#"
[[event]]
id = "asked"
when = "1990-03-01"
title = "A question"
category = "letter"
[[event]]
id = "answered"
when = "2012-03-01"
title = "The answer"
category = "letter"
links = [{ kind = "responds-to", to = "asked" }, { kind = "follows", to = "meeting" }]
[[event]]
id = "meeting"
when = "2012-01-10"
title = "A meeting"
category = "talk"
[[event]]
id = "denied"
when = "2020-05-01"
title = "A denial"
category = "letter"
links = [{ kind = "contradicts", to = "answered" }, { kind = "follows", to = "memo" }]
[[event]]
id = "memo"
title = "A memo"
category = "letter"
"#;

#[test]
fn links_stand_out_on_the_screen_and_are_counted_beyond_it() {
    let mut it = Shell::new(LETTERS, (100, 30));
    it.keys("gd2012-03<enter>zy");
    assert_eq!(it.cursor(), "answered");
    let rows: Vec<String> = it.frame().lines().skip(5).take(3).map(str::to_owned).collect();
    insta::assert_snapshot!(rows.join("\n"), @"
            ‹1 2012   Feb    Mar     Apr    May     Jun    Jul     Aug    Sep    Oct     Nov    Dec   1›
    ›letter 3                ◇ The answer
     talk   1   ⇄◇ A meeting
    ");
    // Never by colour alone: the sign, and the underline of its title.
    let underlined = frame_styles(&it.buffer());
    assert!(underlined.iter().any(|it| it.starts_with("7:") && it.contains("underlined")), "{underlined:#?}");
    it.keys("_");
    assert!(!it.frame().lines().nth(5).is_some_and(|it| it.contains(['‹', '›'])), "{}", it.frame());
}

#[test]
fn in_ascii_the_signs_are_ascii() {
    let mut it = Shell::with_settings(LETTERS, (100, 30), settings(&[("LANG", "C")]));
    it.keys("gd2012-03<enter>zy");
    assert!(it.frame().is_ascii());
    let rows: Vec<String> = it.frame().lines().skip(5).take(3).map(str::to_owned).collect();
    insta::assert_snapshot!(rows.join("\n"), @"
            <1 2012   Feb    Mar     Apr    May     Jun    Jul     Aug    Sep    Oct     Nov    Dec   1>
    >letter 3                ^ The answer
     talk   1   &^ A meeting
    ");
}

#[test]
fn the_detail_says_where_each_link_leads() {
    let mut it = Shell::new(LETTERS, (120, 60));
    it.keys("gd2012-03<enter>zy");
    let leads = |it: &Shell| {
        let frame = it.frame();
        let right = frame.lines().filter_map(|it| it.split_once('│').map(|it| it.1.trim_end().to_owned()));
        right.skip_while(|it| it.trim() != "links").take(12).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(leads(&it), @"
    links
      responds to      A question
                       1 Mar 1990 · [asked]
                       ‹ earlier
      follows          A meeting
                       10 Jan 2012 · [meeting]
                       ⇄ on the screen
      contradicted by  A denial
                                             20 more: J
    ");
    it.keys("f-cat:talk<enter>gd2012-03<enter>");
    assert!(leads(&it).contains("hidden by the filter"), "{}", leads(&it));
    it.keys("G,");
    assert_eq!(it.cursor(), "denied");
    assert!(leads(&it).contains("undated, in the list alone"), "{}", leads(&it));
}

#[test]
fn a_link_to_a_lane_out_of_sight_does_not_lead_to_the_screen() {
    let mut it = Shell::new(LETTERS, (40, 12));
    let text = (0..9).fold(LETTERS.to_owned(), |text, at| {
        text + &format!(
            "[[event]]\nid = \"x{at}\"\nwhen = \"2012-02-0{}\"\ntitle = \"X\"\ncategory = \"c{at}\"\n",
            at + 1
        )
    });
    let meeting = |it: &Shell| {
        let event = it.state.shelf.data.catalog.find("meeting").expect("it is there");
        it.state.look.lead(event, &it.state.scale(), it.state.events())
    };
    it.keys("gd2012-03<enter>zy");
    assert_eq!(meeting(&it), Lead::OnScreen);
    let mut it = Shell::new(&text, (40, 12));
    it.keys("gd2012-03-01<enter>zyjjjjjjjjj");
    assert_eq!(meeting(&it), Lead::OtherLane, "{}", it.frame());
}

#[test]
fn the_list_of_links_says_where_each_leads() {
    let mut it = Shell::new(LETTERS, (80, 24));
    it.keys("gd2012-03<enter>zygf");
    let rows: Vec<String> = it
        .frame()
        .lines()
        .filter(|it| it.contains("A question") || it.contains("A denial"))
        .map(str::to_owned)
        .collect();
    insta::assert_snapshot!(rows.join("\n"), @"
    │ responds to     ‹ 1 Mar 1990    ◇ A question                               │
    │ contradicted by › 1 May 2020    ◇ A denial                                 │
     1 Mar 1990       ◇ A question
     1 May 2020       ◇ A denial
    ");
}
