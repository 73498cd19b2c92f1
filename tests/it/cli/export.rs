//! `export`: every format, what each says that it lost, and files.

use std::path::Path;

use super::*;

#[test]
fn text_is_the_list() {
    insta::assert_snapshot!(run(&["export", "-"]), @"
    exit 0
    --- stdout
    June 2011 – 30 May 2015        documented  Bolt chairs Acme  [tenure]
    between Mar 2012 and Sep 2012  alleged     Talks | Gespräche  [talks]
    c. 2013                        disputed    A deal is said to follow  [deal]

    undated
                                   documented  A memo that nobody dated  [memo]
    --- stderr
    note: text: 4 events have what is not written: dates as written (1), summaries (1), categories (3), parties (2), tags (1), claims (2), amounts (2), sources (2), links (1)
    note: text: the chronology's title is not written
    ");
}

#[test]
fn toml_is_a_smaller_store() {
    insta::assert_snapshot!(run(&["export", "-", "-F", "toml", "-q", "denied-by:acme"]), @r#"
    exit 0
    --- stdout
    [timeline]
    title = "Acme and Bolt"

    [[party]]
    id = "acme"
    name = "Acme"
    kind = "company"
    aliases = ["Acme Corp."]

    [[party]]
    id = "bolt"
    name = "Bolt"
    kind = "person"

    [[source]]
    id = "ledger"
    title = "The ledger"
    published = "2016-02-01"
    url = "https://example.org/ledger"
    kind = "record"

    [[event]]
    id = "deal"
    when = "2013~"
    as_written = "by 2013"
    title = "A deal is said to follow"
    summary = "What it was about is not known."
    category = "agreement"
    parties = ["acme", "bolt"]
    claims = [
      { by = "bolt", stance = "alleges", source = "ledger", when = "2016" },
      { by = "acme", stance = "denies", source = "ledger", when = "2016-03-01" },
    ]
    amounts = [{ value = 25_000_000, currency = "USD", per = "year" }]
    --- stderr
    note: toml: 1 event has links to events that are not selected, which are not written
    "#);
}

#[test]
fn json_has_everything() {
    insta::assert_snapshot!(run(&["export", "-", "-F", "json", "-q", "talks"]), @r#"
    exit 0
    --- stdout
    {"dateline": 1,
    "timeline": {"title":"Acme and Bolt","summary":null,"opening":null,"lanes":[],"zone":null,"extra":{}},
    "parties": [
    {"id":"bolt","name":"Bolt","ids":[],"names":[],"kind":"person","aliases":[],"affiliations":[],"when":null,"url":null,"note":null,"extra":{}}],
    "sources": [
    {"id":"ledger","title":"The ledger","author":null,"publisher":null,"by":null,"published":{"edtf":"2016-02-01","text":"1 Feb 2016","earliest":"2016-02-01T00:00:00Z","latest":"2016-02-01T23:59:59.999Z","earliest_ms":1454284800000,"latest_ms":1454371199999,"start":"known","end":"known","shape":"moment","precision":"day","approximate":false,"uncertain":false,"certain":null},"known":null,"url":"https://example.org/ledger","read_at":null,"archived":null,"retrieved":null,"sha256":null,"lang":null,"title_inferred":false,"kind":"record","derived_from":[],"note":null,"extra":{}}],
    "events": [
    {"id":"talks","when":{"edtf":"[2012-03..2012-09]","text":"between Mar 2012 and Sep 2012","earliest":"2012-03-01T00:00:00Z","latest":"2012-09-30T23:59:59.999Z","earliest_ms":1330560000000,"latest_ms":1349049599999,"start":"known","end":"known","shape":"moment","precision":"month","approximate":false,"uncertain":false,"certain":null},"as_written":null,"seq":null,"title":"Talks | Gespräche","summary":null,"category":"agreement","key":false,"place":null,"status":{"effective":"alleged","stated":null,"derived":"alleged"},"known":{"when":{"edtf":"2016-02-01","text":"1 Feb 2016","earliest":"2016-02-01T00:00:00Z","latest":"2016-02-01T23:59:59.999Z","earliest_ms":1454284800000,"latest_ms":1454371199999,"start":"known","end":"known","shape":"moment","precision":"day","approximate":false,"uncertain":false,"certain":null},"stated":false},"parties":[],"tags":["talks"],"claims":[{"by":"bolt","stance":"alleges","in":null,"source":"ledger","at":"p. 4","when":null,"note":null}],"amounts":[{"kind":null,"value":null,"min":"500","max":"900","currency":"EUR","per":null,"about":true,"source":null,"by":null,"note":null}],"sources":[],"links":[],"note":null,"extra":{}}]}
    "#);
}

#[test]
fn jsonl_is_one_record_a_line() {
    insta::assert_snapshot!(run(&["export", "-", "-F", "jsonl", "-q", "is:undated"]), @r#"
    exit 0
    --- stdout
    {"type":"timeline","dateline":1,"title":"Acme and Bolt","summary":null,"opening":null,"lanes":[],"zone":null,"extra":{}}
    {"type":"source","id":"ledger","title":"The ledger","author":null,"publisher":null,"by":null,"published":{"edtf":"2016-02-01","text":"1 Feb 2016","earliest":"2016-02-01T00:00:00Z","latest":"2016-02-01T23:59:59.999Z","earliest_ms":1454284800000,"latest_ms":1454371199999,"start":"known","end":"known","shape":"moment","precision":"day","approximate":false,"uncertain":false,"certain":null},"known":null,"url":"https://example.org/ledger","read_at":null,"archived":null,"retrieved":null,"sha256":null,"lang":null,"title_inferred":false,"kind":"record","derived_from":[],"note":null,"extra":{}}
    {"type":"event","id":"memo","when":null,"as_written":null,"seq":null,"title":"A memo that nobody dated","summary":null,"category":null,"key":false,"place":null,"status":{"effective":"documented","stated":null,"derived":"documented"},"known":{"when":{"edtf":"2016-02-01","text":"1 Feb 2016","earliest":"2016-02-01T00:00:00Z","latest":"2016-02-01T23:59:59.999Z","earliest_ms":1454284800000,"latest_ms":1454371199999,"start":"known","end":"known","shape":"moment","precision":"day","approximate":false,"uncertain":false,"certain":null},"stated":false},"parties":[],"tags":[],"claims":[],"amounts":[],"sources":[{"id":"ledger","at":null,"says":null,"quote":null,"bears":"supports","from":[],"note":null}],"links":[],"note":null,"extra":{}}
    "#);
}

#[test]
fn csv_is_a_row_an_event() {
    insta::assert_snapshot!(run(&["export", "-", "-F", "csv"]).replace('\r', ""), @r#"
    exit 0
    --- stdout
    id,when,earliest,latest,date,as_written,seq,title,summary,category,status,status_stated,parties,claims,amounts,amount_min,amount_max,currency,sources,links,tags,place,known_since,note
    tenure,2011-06/2015-05-30,2011-06-01,2015-05-30,June 2011 – 30 May 2015,,,Bolt chairs Acme,,tenure,documented,,Bolt (chair); Acme,,,,,,ledger,,,,2016-02-01,
    talks,[2012-03..2012-09],2012-03-01,2012-09-30,between Mar 2012 and Sep 2012,,,Talks | Gespräche,,agreement,alleged,,,"Bolt alleges (ledger p. 4, 2016-02-01)",about 500 to 900 EUR,500,900,EUR,,,talks,,2016-02-01,
    deal,2013~,2013-01-01,2013-12-31,c. 2013,by 2013,,A deal is said to follow,What it was about is not known.,agreement,disputed,,Acme; Bolt,"Bolt alleges (ledger, 2016); Acme denies (ledger, 2016-03-01)","25,000,000 USD a year",25000000,25000000,USD,,follows talks,,,2016-02-01,
    memo,,,,,,,A memo that nobody dated,,,documented,,,,,,,,ledger,,,,2016-02-01,
    --- stderr
    note: csv: 2 parties have what is not written: ids (2), kinds (2), aliases (1)
    note: csv: 1 source has what is not written: titles (1), dates (1), addresses (1), kinds (1)
    note: csv: the chronology's title is not written
    "#);
}

#[test]
fn markdown_is_a_table_with_footnotes() {
    insta::assert_snapshot!(run(&["export", "-", "-F", "md"]), @r"
    exit 0
    --- stdout
    # Acme and Bolt

    | Date | Event | Status | Parties |
    | --- | --- | --- | --- |
    | June 2011 – 30 May 2015 | **Bolt chairs Acme**[^ledger] | documented | Bolt (chair)<br>Acme |
    | between Mar 2012 and Sep 2012 | **Talks \| Gespräche**<br>*alleged by Bolt, 1 Feb 2016[^ledger] (p. 4)*<br>about 500 to 900 EUR | alleged |  |
    | c. 2013 (“by 2013”) | **A deal is said to follow**<br>What it was about is not known.<br>*alleged by Bolt, 2016[^ledger]; denied by Acme, 1 Mar 2016[^ledger]*<br>25,000,000 USD a year | disputed | Acme<br>Bolt |

    ## Undated

    | Event | Status | Parties |
    | --- | --- | --- |
    | **A memo that nobody dated**[^ledger] | documented |  |

    [^ledger]: *The ledger*, 1 Feb 2016, record. <https://example.org/ledger>
    --- stderr
    note: markdown: 3 events have what is not written: categories (3), tags (1), links (1), ids that other events link to (1)
    note: markdown: 2 parties have what is not written: kinds (2), aliases (1)
    ");
}

#[test]
fn strict_writes_nothing_that_is_not_whole() {
    insta::assert_snapshot!(run(&["export", "-", "-F", "markdown", "--strict", "-q", "talks"]), @"
    exit 2
    --- stderr
    error: markdown: 1 event has what is not written: categories (1), tags (1)
    error: markdown: 1 party has kinds, which are not written
    dateline: nothing was written: --strict takes no loss
    ");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("cut.md");
    assert_eq!(PIPES.run(&["export", "-", "--strict", "-o", &file.display().to_string()]).exit, 2);
    assert!(!file.exists());
    assert!(printed(&["export", "-", "-F", "json", "--strict"]).starts_with("{\"dateline\": 1,"));
}

/// Exports to `file` and returns what is said, with its folder masked.
fn export_to(file: &Path, args: &[&str]) -> String {
    let said = run(&[&["export", "-", "-o", &file.display().to_string()], args].concat());
    said.replace(&*file.parent().expect("a folder").to_string_lossy(), "FOLDER").replace('\\', "/")
}

#[test]
fn a_file_that_is_there_is_replaced_only_by_force() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("cut.toml");
    let text = || std::fs::read_to_string(&file).expect("it is there");
    insta::assert_snapshot!(export_to(&file, &["-q", "talks"]), @"
    exit 0
    --- stderr
    wrote 1 event to FOLDER/cut.toml
    ");
    let first = text();
    assert!(first.contains("id = \"talks\""));
    insta::assert_snapshot!(export_to(&file, &[]), @"
    exit 2
    --- stderr
    dateline: FOLDER/cut.toml exists already: `--force` replaces it
    ");
    assert_eq!(text(), first);
    insta::assert_snapshot!(export_to(&file, &["--force"]), @"
    exit 0
    --- stderr
    wrote 4 events to FOLDER/cut.toml
    ");
    assert_eq!(text(), printed(&["export", "-", "-F", "toml"]));
}

#[test]
fn a_store_that_is_read_is_no_target() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("case.toml");
    let text = "[[event]]\nid = \"a\"\ntitle = \"A\"\n\n# kept\n[[event]]\nid = \"b\"\ntitle = \"B\"\n";
    std::fs::write(&file, text).expect("a store");
    let store = file.display().to_string();
    let other_name = folder.path().join(".").join("case.toml").display().to_string();
    for name in [&store, &other_name] {
        let done = PIPES.run(&["export", &store, "-q", "B", "-F", "toml", "--force", "-o", name]);
        assert_eq!((done.exit, std::fs::read_to_string(&file).expect("a store")), (2, text.to_owned()));
        assert_eq!(done.err, format!("dateline: {name} is part of the store that is read: name another file\n"));
    }
}

#[test]
fn the_end_of_a_files_name_chooses_the_format() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (name, format) in [
        ("a.txt", "text"),
        ("a.toml", "toml"),
        ("a.JSON", "json"),
        ("a.jsonl", "jsonl"),
        ("a.csv", "csv"),
        ("a.md", "markdown"),
        ("a.backup", "text"),
        ("a", "text"),
    ] {
        let file = folder.path().join(name);
        let written = PIPES.run(&["export", "-", "-o", &file.display().to_string()]);
        let to_pipe = PIPES.run(&["export", "-", "-F", format]);
        assert_eq!(written.exit, 0, "{}", written.err);
        assert_eq!(std::fs::read_to_string(file).expect("it is there"), to_pipe.out, "{name}");
        assert!(written.err.ends_with(&to_pipe.err), "the losses are the same: {}", written.err);
    }
}

#[test]
fn a_folder_is_neither_made_nor_overwritten() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("none").join("cut.csv");
    insta::assert_snapshot!(export_to(&file, &[]), @"
    exit 2
    --- stderr
    dateline: there is no folder FOLDER to write FOLDER/cut.csv in
    ");
    let named = folder.path().display().to_string();
    insta::assert_snapshot!(run(&["export", "-", "--force", "-o", &named]).replace(&named, "FOLDER"), @"
    exit 2
    --- stderr
    dateline: FOLDER is a folder: name a file in it
    ");
}

#[test]
fn a_format_with_a_typing_mistake_is_guessed() {
    insta::assert_snapshot!(run(&["export", "-", "-F", "makrdown"]), @"
    exit 2
    --- stderr
    dateline: there is no format `makrdown`; did you mean `markdown`? Formats are text, toml, json, jsonl, csv, markdown
    ");
    insta::assert_snapshot!(run(&["export", "-", "-F", "xls"]), @"
    exit 2
    --- stderr
    dateline: there is no format `xls`. Formats are text, toml, json, jsonl, csv, markdown
    ");
}

#[test]
fn an_export_of_nothing_is_whole_and_exits_with_1() {
    insta::assert_snapshot!(run(&["export", "-", "-F", "toml", "-q", "xyzzy"]), @r#"
    exit 1
    --- stdout
    [timeline]
    title = "Acme and Bolt"
    --- stderr
    dateline: no event matches
    "#);
}

#[test]
fn what_is_allowed_goes_with_its_event_and_other_comments_are_said_to_be_lost() {
    let store = "# A diary.\n\n# dateline: allow(no-source): I was there\n[[event]]\nid = \"a\" # the first\ntitle = \"A\"\n\n\
                 # dateline: allow(no-source): so was she\n# She says so.\n[[event]]\nid = \"b\"\ntitle = \"Bella\"\n";
    let smaller = Outside { stdin: store, ..PIPES }.run(&["export", "-F", "toml", "-q", "bella", "-"]);
    assert_eq!(smaller.out, "# dateline: allow(no-source): so was she\n[[event]]\nid = \"b\"\ntitle = \"Bella\"\n");
    assert!(smaller.err.contains("1 comment is not written"), "{}", smaller.err);
    let whole = Outside { stdin: store, ..PIPES }.run(&["export", "-F", "toml", "-"]);
    assert!(whole.err.contains("3 comments are not written"), "{}", whole.err);
    let checked = Outside { stdin: &whole.out, ..PIPES }.run(&["check", "-"]);
    assert!(checked.err.contains("0 errors, 0 warnings"), "{}\n{}", checked.out, checked.err);
}
