//! Tests of the whole store: every rule at its place, damage that stays where it is, and the way there and back.

mod allowing;
pub(super) mod arbitrary;

use std::{collections::BTreeSet, fs, sync::Arc};

use super::{Faults, Input, Place, open, rules, write};
use crate::{
    catalog::{Catalog, EventIdx, Facet},
    chronology::{Amount, Chronology, CivilDate, When},
    diag::{Diagnostic, SourceMap, one_line},
};

/// What was read, all that was found about it, and what lint says of it.
pub(super) struct Read {
    pub(super) chronology: Chronology,
    pub(super) files: Arc<SourceMap>,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) lint: Vec<Diagnostic>,
}

fn read_all(inputs: &[Input]) -> Read {
    let open = |faults| open(inputs, "s", today(), faults, &mut |_| {}).expect("it can be read");
    let (loaded, linted) = (open(Faults::OfReading), open(Faults::All));
    let diagnostics = loaded.diagnostics.to_vec();
    let lint = linted.diagnostics[diagnostics.len()..].to_vec();
    Read { chronology: chronology(&loaded.catalog), files: loaded.files, diagnostics, lint }
}

fn chronology(catalog: &Catalog) -> Chronology {
    let events = catalog.in_file_order().iter().map(|it| catalog.event(EventIdx(*it)).into_owned()).collect();
    let (timeline, parties, sources) =
        (catalog.timeline().clone(), catalog.parties().to_vec(), catalog.sources().to_vec());
    Chronology { timeline, parties, sources, events }
}

fn text(name: &str, text: &str) -> Input {
    Input::Text { place: Place::File(name.into()), text: text.into() }
}

pub(super) fn read(store: &str) -> Read {
    read_all(&[text("s", store)])
}

pub(super) fn today() -> CivilDate {
    CivilDate::new(2026, 1, 31)
}

/// Returns everything that is reported of a store, one line each.
fn report(loaded: &Read) -> String {
    let lines: Vec<String> =
        loaded.diagnostics.iter().chain(&loaded.lint).map(|it| one_line(it, &loaded.files)).collect();
    lines.join("\n")
}

fn ids(loaded: &Read) -> Vec<&str> {
    loaded.chronology.events.iter().map(|it| &*it.id).collect()
}

#[test]
fn every_fault_is_told_in_one_run() {
    let loaded = read(include_str!("../../tests/data/store/faults.toml"));
    let lines: Vec<String> = loaded
        .diagnostics
        .iter()
        .map(|it| {
            let help = it.help.as_ref().map(|it| format!("\n      {it}")).unwrap_or_default();
            format!("{}{help}", one_line(it, &loaded.files))
        })
        .collect();
    insta::assert_snapshot!(lines.join("\n"), @r#"
    s:4:1: warning[unknown-key]: unknown key `sumary` in a timeline
          did you mean `summary`?
    s:9:8: error[unknown-word]: `compny` is no party kind
          did you mean `company`?
    s:15:26: error[unknown-party]: no party has the id `instagrm`
          add a `[[party]]` with this id
    s:20:22: error[impossible-date]: there is no day 29 in February 2015
          February 2015 has 28 days
    s:21:17: error[unknown-source]: no source has the id `leter`
          did you mean `letter`?
    s:25:9: error[ambiguous-date]: `12/04/1985` can be read in more than one way
          write `1985-04-12` or `1985-12-04`
    s:27:1: warning[unknown-key]: unknown key `partys` in an event
          did you mean `parties`?
    s:28:22: error[unknown-source]: no source has the id `lettre`
          did you mean `letter`?
    s:32:8: error[wrong-type]: `when` must be a string or a date, not an integer
          write `when = "1985"`
    s:34:30: error[unknown-party]: no party has the id `metta`
          did you mean `meta`?
    s:34:57: warning[repeated-party]: party `netflix` is listed twice in the same role
          remove one of the two, or give them different roles
    s:35:7: error[wrong-type]: `seq` must be an integer, not a string
    s:39:9: error[reversed-interval]: `2019/2011` ends before it starts
          write `2011/2019` if the two were swapped
    s:40:9: error[wrong-type]: `title` must be a string, not an integer
          write "3"
    s:43:6: error[duplicate-id]: a second event with the id `two`: it is left out
          give one of the two another id
    s:46:1: error[missing-field]: `id` of this event is missing
          an event needs `id`; without it, it is left out
    s:48:9: error[bad-date]: `someday` is not a date: year must have exactly four digits (or X)
          dates are EDTF, such as `1985`, `1985-04-12`, `1985~`, `201X`, `2011-06/2019`, `[..1870]`, or `2024-03-01T14:05Z`
    s:52:28: error[syntax]: invalid basic string, expected `"`
    s:53:10: error[unknown-word]: `doubtful` is no status
          write one of `documented`, `reported`, `alleged`, `disputed`, `denied`, `retracted`, `unsourced`
    s:58:16: error[impossible-date]: there is no day 29 in February 2015
          February 2015 has 28 days
    s:60:30: error[unknown-word]: `alledges` is no stance
          did you mean `alleges`?
    s:60:51: error[unknown-source]: no source has the id `leter`
          did you mean `letter`?
    s:61:3: error[missing-field]: `by` of this claim is missing
          a claim needs `by`; without it, it is left out
    s:61:37: error[impossible-date]: there is no month 13
          months are 01 to 12; 21 to 24 are seasons and 33 to 36 quarters
    s:64:13: error[bad-amount]: `inf` is no sum of money
          write digits alone, at most 28, such as 25_000_000 or 19.99; the currency goes into `currency`
    s:65:3: warning[amount-range]: an amount with both a `value` and a range
          write `value` for a stated sum, `min` for a floor, `max` for a ceiling, or `min` and `max` for a range
    s:66:3: warning[amount-range]: `min` is greater than `max`
          write `value` for a stated sum, `min` for a floor, `max` for a ceiling, or `min` and `max` for a range
    s:66:41: warning[unknown-key]: unknown key `curency` in an amount
          did you mean `currency`?
    s:68:35: error[unknown-link-target]: no event has the id `won`
          add a `[[event]]` with this id
    s:68:53: error[unknown-word]: `follow` is no link kind
          did you mean `follows`?
    s:68:102: warning[self-link]: event `six` is linked to itself
    s:70:3: error[unknown-table]: unknown table `events`: it is left out
          did you mean `[[event]]`?
    s:74:2: error[repeated-timeline]: a second `[timeline]` in one file: only the first one's title, summary and own keys count
          merge the two
    s:77:1: error[stray-table]: `[event.extra]` does not follow its own `[[event]]`
          move it under the `[[event]]` that it belongs to
    s:83:11: error[syntax]: this multi-line string is never closed
          close it with the same three quotes; what follows, up to the next head, was taken for its text
    "#);
    assert_eq!(ids(&loaded), ["one", "two", "five", "six", "eight", "nine"]);
}

/// The rules that were seen at their place, and those that were not.
#[derive(Default)]
struct Fired {
    codes: BTreeSet<&'static str>,
    wrong: Vec<String>,
}

/// Checks that `text` makes a report of the rule `code` at `place`.
fn check_rule(fired: &mut Fired, code: &str, place: &str, text: &str) {
    check_report(fired, code, place, &read(text));
}

fn check_report(fired: &mut Fired, code: &str, place: &str, loaded: &Read) {
    let found = |it: &&crate::diag::Diagnostic| {
        let at = it.span.and_then(|it| loaded.files.place(it)).map(|it| format!("{}:{}", it.line, it.column));
        it.code == code && at.unwrap_or_default() == place
    };
    let fault = loaded.diagnostics.iter().chain(&loaded.lint).find(found);
    let Some(fault) = fault else {
        fired.wrong.push(format!("{code} is not at {place}:\n{}", report(loaded)));
        return;
    };
    let rule = rules().find(|it| it.code == code).expect("every code is a rule");
    assert_eq!(fault.severity, rule.severity, "{code}");
    fired.codes.insert(rule.code);
}

#[test]
fn every_rule_is_fired_at_its_place() {
    let mut fired = Fired::default();
    let rule = |fired: &mut _, code, place, text: &str| check_rule(fired, code, place, text);
    let event = |fields: &str| format!("[[event]]\nid = 'a'\ntitle = 'b'\n{fields}\n");
    let f = &mut fired;
    rule(f, "syntax", "4:8", &event("note = "));
    rule(f, "syntax", "4:8", &event("note = \"\"\"x"));
    rule(f, "syntax", "1:1", &format!("{} = 1", vec!["a"; 99].join(".")));
    rule(f, "stray-table", "3:1", "[[event]]\n[[party]]\n[event.x]");
    rule(f, "lost-head", "5:1", "[[event]]\nid = 'a'\ntitle = 'b'\n\nid = 'c'\ntitle = 'd'\n");
    rule(f, "lost-head", "4:1", &event("id = 'c'"));
    rule(f, "lost-head", "5:1", &event("\ntitle = 'c'"));
    rule(f, "lost-head", "4:1", "[[source]]\nid = 's'\n\n'id' = 'c'");
    rule(f, "unknown-table", "1:3", "[[events]]\n");
    rule(f, "unknown-table", "1:2", "[meta]\n");
    rule(f, "repeated-timeline", "2:2", "[timeline]\n[timeline]\n");
    rule(f, "unknown-key", "1:1", "title = 'x'");
    rule(f, "unknown-key", "4:1", &event("titel = 'x'"));
    rule(f, "unknown-key", "4:12", &event("links = [{ x = 1 }]"));
    rule(f, "wrong-type", "1:1", "[event]\n");
    rule(f, "wrong-type", "1:9", "event = 3");
    rule(f, "wrong-type", "4:8", &event("when = 1985"));
    rule(f, "wrong-type", "4:11", &event("parties = 'x'"));
    rule(f, "wrong-type", "4:7", &event("seq = 99999999999999999999"));
    rule(f, "missing-field", "1:1", "[[event]]\nid = 'a'");
    rule(f, "missing-field", "4:11", &event("claims = [{ by = 'x' }]"));
    rule(f, "missing-field", "2:9", "[[event]]\ntitle = ''");
    rule(f, "empty-id", "2:6", "[[event]]\nid = ''");
    rule(f, "unknown-word", "4:10", &event("status = 'proven'"));
    rule(f, "impossible-date", "4:17", &event("when = '2015-02-29'"));
    rule(f, "impossible-date", "4:16", &event("when = 2015-02-29"));
    rule(f, "impossible-date", "4:8", &event("when = \"2015-02\\u002d29\""));
    rule(f, "reversed-interval", "4:9", &event("when = '2019/2011'"));
    rule(f, "ambiguous-date", "4:9", &event("when = '12/04/1985'"));
    rule(f, "bad-date", "4:9", &event("when = 'someday'"));
    rule(f, "bad-date", "4:8", &event("when = 07:32:00"));
    rule(f, "bad-amount", "4:22", &event("amounts = [{ value = nan, currency = 'USD' }]"));
    rule(f, "amount-range", "4:12", &event("amounts = [{ min = 2, max = 1, currency = 'USD' }]"));
    rule(f, "amount-range", "4:12", &event("amounts = [{ currency = 'USD' }]"));
    rule(f, "duplicate-id", "6:6", &(event("") + "[[event]]\nid = 'a'\ntitle = 'c'"));
    rule(f, "unknown-party", "4:19", &event("parties = [{ id = 'x' }]"));
    rule(f, "unknown-party", "4:18", &event("claims = [{ by = 'x', stance = 'denies' }]"));
    rule(f, "unknown-source", "4:12", &event("sources = ['x']"));
    rule(f, "unknown-link-target", "4:34", &event("links = [{ kind='follows', to  = 'x' }]"));
    rule(f, "self-link", "4:32", &event("links = [{ kind='follows', to ='a' }]"));
    rule(f, "repeated-party", "4:17", &event("parties = ['x', 'x']"));
    // Lint.
    let sources = "[[source]]\nid = 'r'\n[[source]]\nid = 's'\nderived_from = ['r']\n[[source]]\nid = 't'\nderived_from = ['s']\n";
    rule(f, "status-disagrees", "4:10", &event("status = 'documented'\nclaims = [{ by = 'x', stance = 'denies' }]"));
    rule(f, "documented-in-future", "4:8", &event("when = '2026-02'\nstatus = 'documented'"));
    let life = "[[party]]\nid = 'p'\nname = 'P'\nwhen = '1900/1950'\n";
    rule(f, "outside-lifetime", "5:12", &(event("when = '1960'\nparties = ['p']") + life));
    rule(f, "outside-lifetime", "4:18", &(event("claims = [{ by = 'p', stance = 'denies', when = '1899' }]") + life));
    rule(f, "no-source", "2:6", &event(""));
    rule(f, "single-root", "4:11", &(event("sources = ['s', 't']") + sources));
    rule(f, "never-cited", "7:6", sources);
    rule(f, "party-unused", "2:6", life);
    let dated = |id: &str, date: &str| format!("[[source]]\nid = '{id}'\nurl = 'u'\npublished = '{date}'\n");
    rule(f, "two-dates", "8:13", &(dated("a", "2024-04") + &dated("b", "2024-05-02")));
    rule(f, "year-pair", "4:8", &event("when = '1831-35'"));
    rule(f, "year-pair", "4:8", &event("when = '1911-12'"));
    let later = "[[event]]\nid = 'z'\ntitle = 'z'\nwhen = '1985-05'\n";
    rule(f, "follows-backwards", "5:33", &(event("when = '1985-04'\nlinks = [{ kind='follows', to  ='z' }]") + later));
    rule(f, "ids-differ-by-case", "6:6", &(event("") + "[[event]]\nid = 'A'\ntitle = 'c'"));
    let allowing = |comment: &str| format!("# dateline: {comment}\n{}", event(""));
    rule(f, "allow-unknown", "1:19", &allowing("allow(no-sauce): I was there"));
    rule(f, "allow-unknown", "1:1", &allowing("allow no-source"));
    rule(f, "allow-without-reason", "1:19", &allowing("allow(no-source)"));
    rule(f, "allow-needless", "1:19", &allowing("allow(single-root): I was there"));
    // Files.
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    let put = |name: &str, text: &[u8]| fs::write(at(name), text).expect("the folder is ours");
    let open = |name: &str| read_all(&[Input::Path(at(name))]);
    put("latin.toml", b"# caf\xe9\n[[event]]\nid='a'\ntitle='\xe9'\n");
    check_report(f, "not-utf8", "1:6", &open("latin.toml"));
    assert_eq!(open("latin.toml").chronology.events.len(), 1);
    put(
        "a.toml",
        b"[timeline]\ninclude = ['b.toml', 'n*.toml', '[', 'c.toml', 'b.toml']\n[[event]]\nid='a'\ntitle='a'\n",
    );
    put("b.toml", b"\xef\xbb\xbf[timeline]\ninclude = ['a.toml']\n[[event]]\nid='b'\ntitle='b'\n");
    let loaded = open("a.toml");
    check_report(f, "include-cycle", "2:12", &loaded);
    check_report(f, "include-unmatched", "2:22", &loaded);
    check_report(f, "bad-include", "2:33", &loaded);
    check_report(f, "include-unmatched", "2:38", &loaded);
    check_report(f, "include-repeated", "2:48", &loaded);
    assert_eq!(ids(&loaded), ["a", "b"]);
    put("dangling.toml", b"[timeline]\ninclude = ['gone.toml']\n");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(at("nowhere"), at("gone.toml")).expect("the folder is ours");
        check_report(f, "unreadable-file", "2:12", &open("dangling.toml"));
        fs::remove_file(at("gone.toml")).expect("the folder is ours");
    }
    #[cfg(not(unix))]
    f.codes.insert("unreadable-file");
    fs::create_dir(at("empty")).expect("the folder is ours");
    put("empty/.hidden.toml", b"[[event]]\nid='h'\ntitle='h'\n");
    check_report(f, "empty-folder", "", &open("empty"));
    let all: BTreeSet<_> = rules().map(|it| it.code).collect();
    assert!(fired.wrong.is_empty(), "{}", fired.wrong.join("\n"));
    assert_eq!(fired.codes, all, "a rule that nothing fires");
}

#[test]
fn folders_and_overlays_know_their_files() {
    let folder = tempfile::tempdir().expect("a folder");
    let put = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("it has one")).expect("the folder is ours");
        fs::write(path, text).expect("the folder is ours");
    };
    let event = |id: &str| format!("[[event]]\nid = '{id}'\ntitle = '{id}'\n");
    put("main.toml", &format!("[timeline]\ntitle = 'Main'\ninclude = ['2013/*.toml', '*.toml']\n{}", event("m")));
    put("2013/b.toml", &event("b"));
    put("2013/a.toml", &format!("[timeline]\ntitle = 'A'\nsummary = 'S'\n{}", event("a")));
    put("2013/notes.txt", "not a store");
    put(".git/c.toml", &event("c"));
    let loaded = read_all(&[Input::Path(folder.path().into())]);
    assert_eq!(ids(&loaded), ["a", "b", "m"], "sorted by path");
    assert_eq!(loaded.diagnostics, []);
    let loaded = read_all(&[Input::Path(folder.path().join("main.toml")), text("t.toml", &event("t"))]);
    assert_eq!(ids(&loaded), ["m", "a", "b", "t"]);
    assert_eq!(loaded.chronology.timeline.title.as_deref(), Some("Main"));
    assert_eq!(loaded.chronology.timeline.summary.as_deref(), Some("S"));
    for event in &loaded.chronology.events {
        let origin = event.origin;
        let text = &loaded.files.files[origin.file].text[origin.start..origin.end];
        assert_eq!(text, format!("[[event]]\nid = '{0}'\ntitle = '{0}'", event.id));
    }
    let none = Input::Path(folder.path().join("none.toml"));
    let missing = none.check_path().expect_err("there is no such file").to_string();
    let unread = open(&[none], "s", today(), Faults::All, &mut |_| {}).expect_err("there is no such file");
    assert_eq!(missing, unread.to_string());
    assert!(missing.contains("none.toml") && missing.contains("check the spelling"), "{missing}");
}

/// Returns the codes of what is wrong in the text of each event.
fn faults_by_event(store: &str) -> Vec<Vec<&'static str>> {
    let loaded = open(&[text("s", store)], "s", today(), Faults::OfReading, &mut |_| {}).expect("it can be read");
    let (catalog, before) = (&loaded.catalog, loaded.events_before_faults());
    let codes = |event: &u32| {
        let faults = loaded.diagnostics.iter().filter(loaded.stands_in(EventIdx(*event)));
        let codes: Vec<_> = faults.map(|it| it.code).collect();
        assert!(codes.is_empty() || before.contains(EventIdx(*event)), "{store}");
        codes
    };
    catalog.in_file_order().iter().map(codes).collect()
}

#[test]
fn a_fault_is_of_the_event_in_whose_text_it_stands() {
    let head = "[[event]]\nid = 'a'\ntitle = 'A'\nwhen = '1985'\n";
    let lost = format!("{head}\nid = 'b'\ntitle = 'B'\nwhen = 'someday'\n");
    assert_eq!(faults_by_event(&lost), [vec![], vec!["lost-head", "bad-date"]]);
    let prose = format!("{head}note = \"\"\"\n[[sic]] and\n[party] so on\"\"\"\nseq = 'x'\n");
    assert_eq!(faults_by_event(&prose), [["wrong-type"]]);
    for end in ["seq =", "seq = ", "seq = # nothing", "note = 'x", "tags = ["] {
        let damaged = format!("{head}{end}\n\n[[event]]\nid = 'b'\ntitle = 'B'\n");
        assert_eq!(faults_by_event(&damaged), [vec!["syntax"], vec![]], "{end}");
    }
    let left_out = format!("{head}[[event]]\nid = 'a'\ntitle = 'A'\nwhen = 'someday'\n[[party]]\nid = 7\n");
    assert_eq!(faults_by_event(&left_out), [[""; 0]]);
    let inline = "event = [{ id = 'a', title = 'A', seq = 'x' }, { id = 'b', title = 'B' }, { id = 'c', title = 'C', seq = 1.5 }]";
    assert_eq!(faults_by_event(inline), [vec!["wrong-type"], vec![], vec!["wrong-type"]]);
}

#[test]
fn files_are_told_apart_by_the_ends_of_their_paths() {
    let event = |id: &str| format!("[[event]]\nid = '{id}'\ntitle = '{id}'\n");
    let names = |paths: [&str; 2]| {
        let inputs = paths.map(|it| text(it, &event(it)));
        let loaded = open(&inputs, "s", today(), Faults::OfReading, &mut |_| {}).expect("a text can be read");
        loaded.catalog.facet(Facet::File).iter().map(|it| (it.name.clone(), it.label.clone())).collect::<Vec<_>>()
    };
    let both = |it: &str| (it.to_owned(), it.to_owned());
    assert_eq!(names(["two/smith.toml", "two/jones.toml"]), [both("jones.toml"), both("smith.toml")]);
    assert_eq!(names(["a/2013/x.toml", "a/2014/x.toml"]), [both("2013/x.toml"), both("2014/x.toml")]);
    assert_eq!(names(["a/x.toml", "x.toml"]), [both("a/x.toml"), both("x.toml")]);
}

#[test]
fn fields_are_read_as_written() {
    let loaded = read(concat!(
        "event = [{ id = 'inline', title = 'x', when = 2024-03-01 14:05:00z }]\n",
        "[[event]]\nid = 'a'\ntitle = 'x'\nwhen = 1985-04-12\nsource_note = [1, # kept\n 2]\n",
        "amounts = [{ value = 25_000_000, currency = 'USD' }, { value = '25.50', currency = 'USD' }, { min = 0.1, currency = 'EUR' }]\n",
        "custom.colour = \"red\"\n[[event.claims]]\nby = 'p'\nstance = 'denies'\n[event.more]\nx = { y = 1.5e3 }\n",
        "[[event.rows]]\na = 'b'\n[[event.rows]]\n",
    ));
    let [inline, event] = &*loaded.chronology.events else { panic!("{}", report(&loaded)) };
    assert_eq!(inline.when.as_ref().map(When::as_str), Some("2024-03-01T14:05:00Z"));
    assert_eq!(event.when.as_ref().map(When::as_str), Some("1985-04-12"));
    assert_eq!(event.claims.len(), 1);
    let sums: Vec<String> = event.amounts.iter().filter_map(Amount::least).map(|it| it.to_string()).collect();
    assert_eq!(sums, ["25000000", "25.50", "0.1"]);
    let extra: Vec<_> = event.extra.iter().map(|it| (&*it.0, &*it.1)).collect();
    let expect = [
        ("source_note", "[1, # kept\n 2]"),
        ("custom", "{ colour = \"red\" }"),
        ("more", "{ x = { y = 1.5e3 } }"),
        ("rows", "[{ a = \"b\" }, {}]"),
    ];
    assert_eq!(extra, expect);
    assert_eq!(read(&write(&loaded.chronology)).chronology, loaded.chronology);
}

#[test]
fn a_value_without_a_key_is_no_key_of_the_author_s_own() {
    let loaded = read("[[event]]\nid = 'a'\ntitle = 'b'\n= [['event']]\n");
    assert!(loaded.chronology.events[0].extra.is_empty(), "{}", report(&loaded));
    assert!(loaded.diagnostics.iter().all(|it| it.code == "syntax"), "{}", report(&loaded));
}

#[test]
fn canonical_form_is_the_form_of_the_design() {
    let text = include_str!("../../tests/data/store/canonical.toml");
    let loaded = read(text);
    // Of its two sources only one supports the event: no two go back to one.
    insta::assert_snapshot!(report(&loaded), @"s:61:1: warning[unknown-key]: unknown key `colour` in an event");
    assert_eq!(write(&loaded.chronology), text);
}

#[test]
fn pairs_of_years_are_suspect_where_they_must_be() {
    let warned = |dates: &[&str], more: &str| -> Vec<String> {
        let event =
            |(at, when): (usize, &&str)| format!("[[event]]\nid = '{at}'\ntitle = 't'\nwhen = '{when}'\n{more}\n");
        let text: String = dates.iter().enumerate().map(event).collect();
        let found = read(&text).lint.into_iter().filter(|it| it.code == "year-pair");
        found.map(|it| format!("{}; {}", it.message, it.help.unwrap_or_default())).collect()
    };
    assert_eq!(
        warned(&["1831-35"], ""),
        [
            "`1831-35` reads as Q3 1831, and may be meant as the years 1831 to 1835; write `1831/1835` for what lasted through the \
          years, `[1831..1835]` for what happened once in them"
        ]
    );
    assert_eq!(warned(&["1911-12", "1904-05", "1920-21"], "").len(), 3, "no other date has a month");
    assert_eq!(warned(&["1911-12", "1913-04"], "").len(), 0, "months are written so in this file");
    assert_eq!(warned(&["1911-12", "1913-04"], "as_written = '1911-12'").len(), 1, "the words have a dash");
    for date in ["2013-08", "2001-21", "2024-33/2025", "1939-33", "1911/1912", "1999-26"] {
        assert!(warned(&[date], "").is_empty(), "{date}");
    }
}
