//! Every format on the same small chronology, whole; and the losses of parts of it.

mod fixture;
mod laws;
mod parts;

use self::fixture::{catalog, chosen, chronology};
use super::{Color, FORMATS, PrintStyle, Subset, format, write_event, write_list, write_rows};
use crate::{
    catalog::{Catalog, EventIdx, IdSet},
    chronology::Chronology,
};

/// Returns what a format makes of events, followed by its losses as notes.
fn written(name: &str, catalog: &Catalog, ids: &IdSet) -> String {
    let mut out = Vec::new();
    let format = format(name).expect("a format");
    let losses = format.write(Subset { catalog, ids }, &mut out).expect("writing to memory");
    let mut text = String::from_utf8(out).expect("text").replace('\r', "␍");
    for loss in losses {
        text += &format!("note: {name}: {loss}\n");
    }
    text
}

fn all(name: &str) -> String {
    let catalog = catalog();
    written(name, &catalog, &catalog.all())
}

fn some(name: &str, ids: &[&str]) -> String {
    let catalog = catalog();
    let ids = chosen(&catalog, ids);
    written(name, &catalog, &ids)
}

#[test]
fn text() {
    insta::assert_snapshot!(all("text"), @r#"
    15 Mar 44 BC        unsourced   Caesar dies  [ides]
    since 2004          unsourced   Facebook runs  [open]
    c. 2013             disputed    'Inbox API' deal | said to open inboxes  [inbox]
    Aug 2013 – 2015     documented  Extended API agreements  [deals]
    2014 or 2015        documented  広告 spending  [spending]
    14 Apr 2023 16:30Z  alleged     =HYPERLINK("x")�[31m  [filed]

    undated
                        unsourced   A joke  [joke]
    note: text: 5 events have what is not written: dates as written (2), places among events of the same time (1), summaries (1), categories (2), marks of key events (1), statuses stated by the author (1), dates of disclosure stated by the author (1), places (1), parties (2), tags (1), claims (2), amounts (2), sources (3), links (2), remarks (1), own keys (1)
    note: text: 1 party is not written: no event names it
    note: text: 1 source is not written: no event cites it
    note: text: the chronology's title, summary, opening query, order of lanes, time zone and own keys are not written
    "#);
}

#[test]
fn toml() {
    insta::assert_snapshot!(some("toml", &["inbox", "filed"]), @r#"
    [timeline]
    title = "Streams | and *posts*"
    summary = """
    Who said
    what.

    And when."""
    opening = "is:key"
    lanes = ["agreement", "money"]
    zone = "America/Los_Angeles"
    revision = 7

    [[party]]
    id = "netflix"
    name = "Netflix"
    ids = ["nflx"]
    names = [{ name = "Kibble", when = "1997/1998" }]
    kind = "company"
    aliases = ["Netflix, Inc."]
    affiliations = [{ with = "facebook", role = "API partner", when = "2013~/2015" }]
    url = "https://example.org/netflix"
    note = "Spelled so."
    ticker = "NFLX"

    [[party]]
    id = "facebook"
    name = "Facebook"
    when = "2004/2021-10-28"

    [[party]]
    id = "plaintiffs"
    name = "Advertiser plaintiffs"
    kind = "group"

    [[source]]
    id = "letter"
    title = "Letter to the court"
    by = "plaintiffs"
    published = "2023-04-14"
    known = "2024-03-23"
    read_at = "https://copy.example.org/letter"
    archived = "https://archive.example.org/letter"
    retrieved = "2024-05-01"
    sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    lang = "en"
    title_inferred = true
    kind = "filing"
    note = "Under seal until 2024."
    bates = "NFLX-000123"

    [[source]]
    id = "medianama"
    title = "Court Documents Allege Access To *Private* Messages"
    author = "A. Writer"
    publisher = "MediaNama"
    published = "2024-04-09"
    url = "https://example.org/a_b?c=1&d=2"
    kind = "article"
    derived_from = ["letter"]

    [[source]]
    id = "post"
    title = "A post"
    published = "2024-04-02"

    [[event]]
    id = "inbox"
    when = "2013~"
    as_written = "by 2013"
    title = "'Inbox API' deal | said to open inboxes"
    summary = """
    One agreement allegedly let
    Netflix read.

    It "denies" it."""
    category = "agreement"
    key = true
    parties = [{ id = "netflix", role = "API user" }, "facebook"]
    tags = ["inbox-api", "messages"]
    claims = [
      { by = "plaintiffs", stance = "alleges", source = "letter", at = "¶5", when = "2023-04-14" },
      { by = "facebook", stance = "denies", source = "medianama", when = "2013-08/2015", note = "says \"friends\"" },
    ]
    sources = [
      { id = "medianama", at = "¶5", says = "That inboxes were open.", quote = "Inbox API", from = ["letter"] },
      { id = "post", bears = "contradicts", note = "the denial" },
    ]
    note = "Nobody shows that messages were read."

    [[event]]
    id = "filed"
    when = "2023-04-14T16:30Z"
    title = "=HYPERLINK(\"x\")\u001B[31m"
    amounts = [{ value = 7, max = 5, currency = "USD" }]
    sources = ["letter"]
    links = [{ kind = "causes", to = "inbox" }]
    docket = "231"
    note: toml: 1 event has what is not written: acts of claims that are not selected; their dates and sources are told instead (1), links to events that are not selected (1)
    note: toml: 1 party has affiliations with parties of no selected event, which are not written
    "#);
}

#[test]
fn json() {
    insta::assert_snapshot!(some("json", &["inbox", "spending"]), @r#"
    {"dateline": 1,
    "timeline": {"title":"Streams | and *posts*","summary":"Who said\nwhat.\n\nAnd when.","opening":"is:key","lanes":["agreement","money"],"zone":"America/Los_Angeles","extra":{"revision":"7"}},
    "parties": [
    {"id":"netflix","name":"Netflix","ids":["nflx"],"names":[{"name":"Kibble","when":{"edtf":"1997/1998","text":"1997 – 1998","earliest":"1997-01-01T00:00:00Z","latest":"1998-12-31T23:59:59.999Z","earliest_ms":852076800000,"latest_ms":915148799999,"start":"known","end":"known","shape":"span","precision":"year","approximate":false,"uncertain":false,"certain":{"earliest":"1997-12-31T00:00:00Z","latest":"1998-01-01T23:59:59.999Z","earliest_ms":883526400000,"latest_ms":883699199999}}}],"kind":"company","aliases":["Netflix, Inc."],"affiliations":[{"with":"facebook","role":"API partner","when":{"edtf":"2013~/2015","text":"c. 2013 – 2015","earliest":"2013-01-01T00:00:00Z","latest":"2015-12-31T23:59:59.999Z","earliest_ms":1356998400000,"latest_ms":1451606399999,"start":"known","end":"known","shape":"span","precision":"year","approximate":true,"uncertain":false,"certain":{"earliest":"2013-12-31T00:00:00Z","latest":"2015-01-01T23:59:59.999Z","earliest_ms":1388448000000,"latest_ms":1420156799999}}},{"with":"bystander","role":null,"when":null}],"when":null,"url":"https://example.org/netflix","note":"Spelled so.","extra":{"ticker":"\"NFLX\""}},
    {"id":"facebook","name":"Facebook","ids":[],"names":[],"kind":null,"aliases":[],"affiliations":[],"when":{"edtf":"2004/2021-10-28","text":"2004 – 28 Oct 2021","earliest":"2004-01-01T00:00:00Z","latest":"2021-10-28T23:59:59.999Z","earliest_ms":1072915200000,"latest_ms":1635465599999,"start":"known","end":"known","shape":"span","precision":"day","approximate":false,"uncertain":false,"certain":{"earliest":"2004-12-31T00:00:00Z","latest":"2021-10-28T23:59:59.999Z","earliest_ms":1104451200000,"latest_ms":1635465599999}},"url":null,"note":null,"extra":{}},
    {"id":"plaintiffs","name":"Advertiser plaintiffs","ids":[],"names":[],"kind":"group","aliases":[],"affiliations":[],"when":null,"url":null,"note":null,"extra":{}},
    {"id":"court","name":"A court; N.D. Cal.","ids":[],"names":[],"kind":"court","aliases":[],"affiliations":[],"when":null,"url":null,"note":null,"extra":{}}],
    "sources": [
    {"id":"letter","title":"Letter to the court","author":null,"publisher":null,"by":"plaintiffs","published":{"edtf":"2023-04-14","text":"14 Apr 2023","earliest":"2023-04-14T00:00:00Z","latest":"2023-04-14T23:59:59.999Z","earliest_ms":1681430400000,"latest_ms":1681516799999,"start":"known","end":"known","shape":"moment","precision":"day","approximate":false,"uncertain":false,"certain":null},"known":{"edtf":"2024-03-23","text":"23 Mar 2024","earliest":"2024-03-23T00:00:00Z","latest":"2024-03-23T23:59:59.999Z","earliest_ms":1711152000000,"latest_ms":1711238399999,"start":"known","end":"known","shape":"moment","precision":"day","approximate":false,"uncertain":false,"certain":null},"url":null,"read_at":"https://copy.example.org/letter","archived":"https://archive.example.org/letter","retrieved":{"edtf":"2024-05-01","text":"1 May 2024","earliest":"2024-05-01T00:00:00Z","latest":"2024-05-01T23:59:59.999Z","earliest_ms":1714521600000,"latest_ms":1714607999999,"start":"known","end":"known","shape":"moment","precision":"day","approximate":false,"uncertain":false,"certain":null},"sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","lang":"en","title_inferred":true,"kind":"filing","derived_from":[],"note":"Under seal until 2024.","extra":{"bates":"\"NFLX-000123\""}},
    {"id":"medianama","title":"Court Documents Allege Access To *Private* Messages","author":"A. Writer","publisher":"MediaNama","by":null,"published":{"edtf":"2024-04-09","text":"9 Apr 2024","earliest":"2024-04-09T00:00:00Z","latest":"2024-04-09T23:59:59.999Z","earliest_ms":1712620800000,"latest_ms":1712707199999,"start":"known","end":"known","shape":"moment","precision":"day","approximate":false,"uncertain":false,"certain":null},"known":null,"url":"https://example.org/a_b?c=1&d=2","read_at":null,"archived":null,"retrieved":null,"sha256":null,"lang":null,"title_inferred":false,"kind":"article","derived_from":["letter"],"note":null,"extra":{}},
    {"id":"post","title":"A post","author":null,"publisher":null,"by":null,"published":{"edtf":"2024-04-02","text":"2 Apr 2024","earliest":"2024-04-02T00:00:00Z","latest":"2024-04-02T23:59:59.999Z","earliest_ms":1712016000000,"latest_ms":1712102399999,"start":"known","end":"known","shape":"moment","precision":"day","approximate":false,"uncertain":false,"certain":null},"known":null,"url":null,"read_at":null,"archived":null,"retrieved":null,"sha256":null,"lang":null,"title_inferred":false,"kind":null,"derived_from":[],"note":null,"extra":{}}],
    "events": [
    {"id":"inbox","when":{"edtf":"2013~","text":"c. 2013","earliest":"2013-01-01T00:00:00Z","latest":"2013-12-31T23:59:59.999Z","earliest_ms":1356998400000,"latest_ms":1388534399999,"start":"known","end":"known","shape":"moment","precision":"year","approximate":true,"uncertain":false,"certain":null},"as_written":"by 2013","seq":null,"title":"'Inbox API' deal | said to open inboxes","summary":"One agreement allegedly let\nNetflix read.\n\nIt \"denies\" it.","category":"agreement","key":true,"place":null,"status":{"effective":"disputed","stated":null,"derived":"disputed"},"known":{"when":{"edtf":"2024-03-23","text":"23 Mar 2024","earliest":"2024-03-23T00:00:00Z","latest":"2024-03-23T23:59:59.999Z","earliest_ms":1711152000000,"latest_ms":1711238399999,"start":"known","end":"known","shape":"moment","precision":"day","approximate":false,"uncertain":false,"certain":null},"stated":false},"parties":[{"id":"netflix","role":"API user"},{"id":"facebook","role":null}],"tags":["inbox-api","messages"],"claims":[{"by":"plaintiffs","stance":"alleges","in":null,"source":"letter","at":"¶5","when":{"edtf":"2023-04-14","text":"14 Apr 2023","earliest":"2023-04-14T00:00:00Z","latest":"2023-04-14T23:59:59.999Z","earliest_ms":1681430400000,"latest_ms":1681516799999,"start":"known","end":"known","shape":"moment","precision":"day","approximate":false,"uncertain":false,"certain":null},"note":null},{"by":"facebook","stance":"denies","in":"deals","source":"post","at":null,"when":{"edtf":"2024-04-02","text":"2 Apr 2024","earliest":"2024-04-02T00:00:00Z","latest":"2024-04-02T23:59:59.999Z","earliest_ms":1712016000000,"latest_ms":1712102399999,"start":"known","end":"known","shape":"moment","precision":"day","approximate":false,"uncertain":false,"certain":null},"note":"says \"friends\""}],"amounts":[],"sources":[{"id":"medianama","at":"¶5","says":"That inboxes were open.","quote":"Inbox API","bears":"supports","from":["letter"],"note":null},{"id":"post","at":null,"says":null,"quote":null,"bears":"contradicts","from":[],"note":"the denial"}],"links":[{"kind":"part-of","to":"deals","note":"one of three"}],"note":"Nobody shows that messages were read.","extra":{}},
    {"id":"spending","when":{"edtf":"[2014,2015]","text":"2014 or 2015","earliest":"2014-01-01T00:00:00Z","latest":"2015-12-31T23:59:59.999Z","earliest_ms":1388534400000,"latest_ms":1451606399999,"start":"known","end":"known","shape":"moment","precision":"year","approximate":false,"uncertain":false,"certain":null},"as_written":null,"seq":2,"title":"広告 spending","summary":null,"category":null,"key":false,"place":null,"status":{"effective":"documented","stated":null,"derived":"documented"},"known":{"when":{"edtf":"2020","text":"2020","earliest":"2020-01-01T00:00:00Z","latest":"2020-12-31T23:59:59.999Z","earliest_ms":1577836800000,"latest_ms":1609459199999,"start":"known","end":"known","shape":"moment","precision":"year","approximate":false,"uncertain":false,"certain":null},"stated":true},"parties":[{"id":"court","role":"judge; referee"}],"tags":[],"claims":[{"by":"court","stance":"confirms","in":null,"source":null,"at":"from the bench","when":null,"note":null}],"amounts":[{"kind":"spent","value":"40000000.10","min":null,"max":null,"currency":"USD","per":"year","about":true,"source":"letter","by":"plaintiffs","note":"as printed"},{"kind":null,"value":null,"min":"100","max":null,"currency":"EUR","per":null,"about":false,"source":null,"by":null,"note":null}],"sources":[],"links":[],"note":null,"extra":{}}]}
    "#);
}

#[test]
fn jsonl() {
    insta::assert_snapshot!(some("jsonl", &["ides", "open"]), @r#"
    {"type":"timeline","dateline":1,"title":"Streams | and *posts*","summary":"Who said\nwhat.\n\nAnd when.","opening":"is:key","lanes":["agreement","money"],"zone":"America/Los_Angeles","extra":{"revision":"7"}}
    {"type":"event","id":"ides","when":{"edtf":"-0043-03-15","text":"15 Mar 44 BC","earliest":null,"latest":null,"earliest_ms":-63517824000000,"latest_ms":-63517737600001,"start":"known","end":"known","shape":"moment","precision":"day","approximate":false,"uncertain":false,"certain":null},"as_written":null,"seq":null,"title":"Caesar dies","summary":null,"category":null,"key":false,"place":null,"status":{"effective":"unsourced","stated":null,"derived":"unsourced"},"known":null,"parties":[],"tags":[],"claims":[],"amounts":[],"sources":[],"links":[],"note":null,"extra":{}}
    {"type":"event","id":"open","when":{"edtf":"2004/..","text":"since 2004","earliest":"2004-01-01T00:00:00Z","latest":null,"earliest_ms":1072915200000,"latest_ms":null,"start":"known","end":"open","shape":"span","precision":"year","approximate":false,"uncertain":false,"certain":{"earliest":"2004-12-31T00:00:00Z","latest":null,"earliest_ms":1104451200000,"latest_ms":null}},"as_written":null,"seq":null,"title":"Facebook runs","summary":null,"category":null,"key":false,"place":null,"status":{"effective":"unsourced","stated":null,"derived":"unsourced"},"known":null,"parties":[],"tags":[],"claims":[],"amounts":[],"sources":[],"links":[],"note":null,"extra":{}}
    "#);
}

#[test]
fn csv() {
    insta::assert_snapshot!(all("csv"), @r#"
    id,when,earliest,latest,date,as_written,seq,title,summary,category,status,status_stated,parties,claims,amounts,amount_min,amount_max,currency,sources,links,tags,place,known_since,note␍
    ides,-0043-03-15,-0043-03-15,-0043-03-15,15 Mar 44 BC,,,Caesar dies,,,unsourced,,,,,,,,,,,,,␍
    open,2004/..,2004-01-01,,since 2004,,,Facebook runs,,,unsourced,,,,,,,,,,,,,␍
    inbox,2013~,2013-01-01,2013-12-31,c. 2013,by 2013,,'Inbox API' deal | said to open inboxes,"One agreement allegedly let
    Netflix read.

    It ""denies"" it.",agreement,disputed,,Netflix (API user); Facebook,"Advertiser plaintiffs alleges (letter ¶5, 2023-04-14); Facebook denies (post, in deals, 2013-08/2015)",,,,,medianama ¶5; post (contradicts),part-of deals,inbox-api; messages,,2024-03-23,Nobody shows that messages were read.␍
    deals,2013-08/2015,2013-08-01,2015-12-31,Aug 2013 – 2015,,,Extended API agreements,,agreement,documented,documented,,,,,,,medianama,,,Menlo Park,2024-04-09,␍
    spending,"[2014,2015]",2014-01-01,2015-12-31,2014 or 2015,,2,広告 spending,,,documented,,A court; N.D. Cal. (judge; referee),A court; N.D. Cal. confirms (from the bench),"about 40,000,000.10 USD a year; at least 100 EUR",40000000.10; 100,40000000.10; ,USD; EUR,,,,,2020,␍
    filed,2023-04-14T16:30Z,2023-04-14T16:30:00Z,2023-04-14T16:30:59.999Z,14 Apr 2023 16:30Z,,,"=HYPERLINK(""x"")[31m",,,alleged,,,,7 (up to 5) USD,7,7,USD,letter,causes inbox,,,2024-03-23,␍
    joke,,,,,one evening,,A joke,,,unsourced,,,,,,,,,,,,,␍
    note: csv: 3 events have what is not written: marks of key events (1), dates of disclosure stated by the author (1), remarks on claims (1), kinds of amounts (1), sources of amounts (1), parties that give amounts (1), remarks on amounts (1), what sources say (1), what sources repeat there (1), quotes (1), remarks on citations (1), remarks on links (1), own keys (1)
    note: csv: 1 event has a name with `; ` in it, so that a list in a cell can be read in two ways
    note: csv: 1 party is not written: no event names it
    note: csv: 4 parties have what is not written: ids (4), further ids (1), names over time (1), kinds (3), aliases (1), lifetimes (1), addresses (1), remarks (1), own keys (1), affiliations (1)
    note: csv: 1 source is not written: no event cites it
    note: csv: 3 sources have what is not written: titles (3), authors (1), publishers (1), dates (3), who speaks (1), dates of disclosure (1), addresses (1), addresses of copies that were read (1), addresses of archived copies (1), dates of reading (1), checksums (1), languages (1), marks of inferred titles (1), kinds (2), what they repeat (1), remarks (1), own keys (1)
    note: csv: the chronology's title, summary, opening query, order of lanes, time zone and own keys are not written
    "#);
}

#[test]
fn markdown() {
    insta::assert_snapshot!(all("markdown"), @r#"
    # Streams \| and \*posts\*

    Who said what.

    And when.

    | Date | Event | Status | Parties |
    | --- | --- | --- | --- |
    | 15 Mar 44 BC | **Caesar dies** | unsourced |  |
    | since 2004 | **Facebook runs** | unsourced |  |
    | c. 2013 (“by 2013”) | **'Inbox API' deal \| said to open inboxes**[^medianama] (¶5)[^post] (contradicts)<br>One agreement allegedly let Netflix read.<br>It "denies" it.<br>*alleged by Advertiser plaintiffs, 14 Apr 2023[^letter] (¶5); denied by Facebook, Aug 2013 – 2015, in “Extended API agreements”[^post]: says "friends"* | disputed | Netflix (API user)<br>Facebook |
    | Aug 2013 – 2015 | **Extended API agreements**[^medianama] | documented (stated) |  |
    | 2014 or 2015 | **広告 spending**<br>*confirmed by A court; N.D. Cal. (from the bench)*<br>about 40,000,000.10 USD a year; at least 100 EUR | documented | A court; N.D. Cal. (judge; referee) |
    | 14 Apr 2023 16:30Z | **=HYPERLINK("x")�\[31m**[^letter]<br>7 (up to 5) USD | alleged |  |

    ## Undated

    | Event | Status | Parties |
    | --- | --- | --- |
    | **A joke**<br>“one evening” | unsourced |  |

    [^medianama]: A. Writer, MediaNama, *Court Documents Allege Access To \*Private\* Messages*, 9 Apr 2024, article. It repeats *Letter to the court*. <https://example.org/a_b?c=1&d=2>
    [^post]: *A post*, 2 Apr 2024.
    [^letter]: *Letter to the court*, 14 Apr 2023, filing. Under seal until 2024.
    note: markdown: 4 events have what is not written: places among events of the same time (1), categories (2), marks of key events (1), dates of disclosure stated by the author (1), places (1), tags (1), kinds of amounts (1), sources of amounts (1), parties that give amounts (1), remarks on amounts (1), what sources say (1), what sources repeat there (1), quotes (1), remarks on citations (1), links (2), remarks (1), own keys (1), ids that other events link to (2)
    note: markdown: 1 party is not written: no event names it
    note: markdown: 4 parties have what is not written: further ids (1), names over time (1), kinds (3), aliases (1), lifetimes (1), addresses (1), remarks (1), own keys (1), affiliations (1)
    note: markdown: 1 source is not written: no event cites it
    note: markdown: 1 source has what is not written: who speaks (1), dates of disclosure (1), addresses of copies that were read (1), addresses of archived copies (1), dates of reading (1), checksums (1), languages (1), marks of inferred titles (1), own keys (1)
    note: markdown: the chronology's opening query, order of lanes, time zone and own keys are not written
    "#);
}

#[test]
fn what_is_not_there_is_no_loss() {
    let events = chronology().events.into_iter().filter(|it| it.id == "ides").collect();
    let catalog = Catalog::build(Chronology { events, ..Chronology::default() });
    for format in FORMATS {
        let text = written(format.name, &catalog, &catalog.all());
        assert!(!text.contains("note: "), "{text}");
    }
}

#[test]
fn an_empty_selection_is_no_fault() {
    let catalog = catalog();
    for format in FORMATS {
        written(format.name, &catalog, &IdSet::new(catalog.len()));
        let none = Catalog::default();
        written(format.name, &none, &none.all());
    }
}

#[test]
fn names_aliases_and_extensions_stand_for_one_format_each() {
    let mut seen = std::collections::BTreeSet::new();
    for format in FORMATS {
        for name in std::iter::once(&format.name).chain(format.aliases) {
            assert!(seen.insert(*name), "{name}");
        }
        let path = format!("x.{}", format.extension);
        assert_eq!(super::format_for_path(path.as_ref()).map(|it| it.name), Some(format.name));
    }
}

fn list(width: usize) -> String {
    let catalog = catalog();
    let mut out = Vec::new();
    let style = PrintStyle { width: Some(width), color: Color::Plain };
    write_list(Subset { catalog: &catalog, ids: &catalog.all() }, &style, &mut out).expect("writing to memory");
    String::from_utf8(out).expect("text")
}

#[test]
fn a_narrow_list_cuts_titles_and_leaves_out_ids() {
    insta::assert_snapshot!(list(50), @r#"
    15 Mar 44 BC        unsourced   Caesar dies
    since 2004          unsourced   Facebook runs
    c. 2013             disputed    'Inbox API' deal…
    Aug 2013 – 2015     documented  Extended API agre…
    2014 or 2015        documented  広告 spending
    14 Apr 2023 16:30Z  alleged     =HYPERLINK("x")�[…

    undated
                        unsourced   A joke
    "#);
    for width in 0..120 {
        let list = list(width);
        let widest = list.lines().map(crate::text::text_width).max().unwrap_or(0);
        assert!(widest <= width.max(33), "{width}: {widest}");
    }
}

#[test]
fn rows_come_in_the_order_asked_for() {
    let catalog = catalog();
    let rows: Vec<EventIdx> = ["joke", "ides", "open"].iter().filter_map(|it| catalog.find(it)).collect();
    let mut out = Vec::new();
    write_rows(&catalog, &rows, &PrintStyle::default(), &mut out).expect("writing to memory");
    insta::assert_snapshot!(String::from_utf8(out).expect("text"), @"
    undated       unsourced   A joke  [joke]
    15 Mar 44 BC  unsourced   Caesar dies  [ides]
    since 2004    unsourced   Facebook runs  [open]
    ");
}

fn page(id: &str, style: &PrintStyle) -> String {
    let catalog = catalog();
    let mut out = Vec::new();
    write_event(&catalog, catalog.find(id).expect("an event"), style, &mut out).expect("writing to memory");
    String::from_utf8(out).expect("text")
}

#[test]
fn a_page_has_everything() {
    let style = PrintStyle { width: Some(60), color: Color::Plain };
    insta::assert_snapshot!(page("inbox", &style), @r#"
    'Inbox API' deal | said to open inboxes
    [inbox]

    when
      c. 2013
        once, at an unknown time between 1 Jan and 31 Dec 2013;
        approximate
        as written: by 2013

    status
      disputed
        from its claims: 1 alleges, 1 denies
        2 sources, 1 voice

    known
      since 23 Mar 2024
        alleged by Advertiser plaintiffs, in Letter to the court
        took between 10 years 2 months and 11 years 2 months to
        come out

    summary
      One agreement allegedly let Netflix read.
      It "denies" it.

    about
      category   agreement
      tags       #inbox-api #messages

    parties
      Netflix · API user
      Facebook

    claims
      alleges    Advertiser plaintiffs · 14 Apr 2023 · letter ¶5
      denies     Facebook · Aug 2013 – 2015 · post
                   says "friends"
                   in: Extended API agreements · [deals]

    sources
      Court Documents Allege Access To *Private* Messages
        A. Writer · MediaNama · 9 Apr 2024 · article
        at ¶5
        says That inboxes were open.
        “Inbox API”
        repeats here letter
        [medianama]
        https://example.org/a_b?c=1&d=2
      A post
        2 Apr 2024
        contradicts
        the denial
        [post]

    links
      part of    Extended API agreements
                   Aug 2013 – 2015 · [deals]
                   one of three
      caused by  =HYPERLINK("x")�[31m
                   14 Apr 2023 16:30Z · [filed]

    note
      Nobody shows that messages were read.
    "#);
}

#[test]
fn a_page_of_an_event_with_amounts_and_other_keys() {
    insta::assert_snapshot!(page("spending", &PrintStyle::default()), @"
    広告 spending
    [spending]

    when
      2014 or 2015
        once, at an unknown time between 1 Jan 2014 and 31 Dec 2015
        number 2 among events of the same time

    status
      documented
        from its claims: 1 confirms

    known
      since 2020
        stated by the author
        took between 4 years and 6 years 11 months to come out

    parties
      A court; N.D. Cal. · judge; referee

    claims
      confirms  A court; N.D. Cal. · from the bench

    amounts
      about 40,000,000.10 USD a year
        as printed
      at least 100 EUR
    ");
    insta::assert_snapshot!(page("filed", &PrintStyle::default()), @r#"
    =HYPERLINK("x")�[31m
    [filed]

    when
      14 Apr 2023 16:30Z
        on 14 Apr 2023 16:30Z

    status
      alleged
        from 1 source and no claim
        1 source

    known
      since 23 Mar 2024
        by Letter to the court
        took 11 months to come out

    amounts
      7 (up to 5) USD

    sources
      Letter to the court
        14 Apr 2023 · filing
        Under seal until 2024.
        [letter]

    links
      causes  'Inbox API' deal | said to open inboxes
                c. 2013 · [inbox]

    other keys
      docket  "231"
    "#);
    insta::assert_snapshot!(page("joke", &PrintStyle::default()), @"
    A joke
    [joke]

    when
      undated
        as written: one evening

    status
      unsourced
        neither claim nor source
    ");
}

#[test]
fn pages_of_every_width() {
    for event in chronology().events {
        for width in [0, 1, 20, 33, 200] {
            let page = page(&event.id, &PrintStyle { width: Some(width), color: Color::Ansi });
            let text =
                page.replace("\u{1b}[0m", "").replace("\u{1b}[1m", "").replace("\u{1b}[2m", "").replace("\u{1b}[3", "");
            assert!(!text.chars().any(|it| it != '\n' && it.is_control()), "{text:?}");
        }
    }
}
