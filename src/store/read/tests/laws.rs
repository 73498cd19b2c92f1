//! Laws of loading: there and back, chunked as whole, and damage that stays where it is.

use proptest::{collection::vec, prelude::*, sample::select};

use super::odd_texts::valid_store;
use crate::store::read::{
    decode,
    extra::UnknownKeys,
    long_text::{PIECE, Reader},
    parse::{Batch, can_be_reread, parse_chunk, repeated_timeline},
    quick,
    reread::event_at,
    split::{Chunk, ChunkKind, Splitter, split},
};
use crate::{
    chronology::{Chronology, CivilDate, Event, Handle, HasTable as _},
    diag::SourceMap,
    store::{
        Faults, Input, Place,
        lint::sort,
        open::stream_pieces,
        tests::{
            arbitrary::{chronology, text},
            read,
        },
        write,
    },
};

/// Reads a text in pieces of about `size` bytes, several at a time.
fn in_pieces(text: &str, size: usize) -> Batch {
    let mut all = Batch::default();
    let files = SourceMap::single("s", text);
    let reader = Reader { file: 0, text };
    let mut at = 0;
    reader.read_all(size, |mut piece| {
        assert!(at < piece.reached || text.is_empty(), "pieces follow one another");
        at = piece.reached;
        piece.batch.events = (0..piece.events.len()).map(|it| piece.events.event(it, &files).into_owned()).collect();
        let mut batch = piece.batch;
        all.timelines.append(&mut batch.timelines);
        all.parties.append(&mut batch.parties);
        all.sources.append(&mut batch.sources);
        all.events.append(&mut batch.events);
        all.diagnostics.append(&mut batch.diagnostics);
    });
    if let [(_, first), others @ ..] = &*all.timelines {
        all.diagnostics.extend(others.iter().map(|it| repeated_timeline(*first, it.1)));
    }
    all
}

/// Compares the short way to an event with the long way, and reading one again with reading it.
fn check_ways(text: &str) -> Result<(), TestCaseError> {
    let files = SourceMap::single("s", text);
    let mut splitter = Splitter::new(text, 0);
    let mut tokens = Vec::new();
    let key = |it: &Event| (it.origin.start, it.origin.end);
    while let Some(chunk) = splitter.next(&mut tokens) {
        let mut long = Batch::default();
        parse_chunk(0, text, &chunk, &mut long);
        if let Some(quick::Plain { event, own_keys }) = quick::event(0, text, &chunk, &tokens) {
            let mut unknown = UnknownKeys::new(Event::TABLE);
            let faults: Vec<_> = own_keys.iter().map(|(key, span)| unknown.fault(key, *span)).collect();
            prop_assert_eq!(&long.diagnostics, &faults, "{}", text);
            prop_assert_eq!(&long.events, &vec![event.clone()], "{}", text);
            prop_assert_eq!(key(&long.events[0]), key(&event));
        }
        if !can_be_reread(text, &chunk, &long.events) {
            continue;
        }
        for event in long.events {
            let again = event_at(&files, Handle::new(0, event.origin.start));
            prop_assert_eq!(again.as_ref().map(key), Some(key(&event)), "{}", text);
            prop_assert_eq!(again, Some(event), "{}", text);
        }
    }
    Ok(())
}

/// Reads a text without cutting it.
fn whole(text: &str) -> Batch {
    let chunk = Chunk { range: 0..text.len(), end: text.len(), kind: ChunkKind::Table, unclosed: None, too_deep: None };
    let mut batch = Batch::default();
    parse_chunk(0, text, &chunk, &mut batch);
    batch
}

/// Tables of a store, some of which may stand in it once.
const TABLES_OF_A_STORE: [&str; 9] = [
    "[timeline]\ntitle = 'One'\n",
    "[timeline]\ntitle = 'Two'\nsummary = 'Of two'\n",
    "[timeline]\nsummary = 'Of three'\nown = 3\n",
    "[[event]]\nid = 'a'\ntitle = 'a'\nparties = ['p']\n",
    "[[event]]\nid = 'b'\ntitle = 'b'\nlinks = [{ kind = 'follows', to = 'a' }]\n",
    "[[party]]\nid = 'p'\nname = 'P'\n",
    "# dateline: allow(no-source): so\n",
    "# dateline: allow(party-unused, no-source)\n\n",
    "# dateline: allow(unknown-key, ids): so\n",
];

/// Keys of an event: of its author's own, plain, quoted and with dots; and of the store, quoted.
const OWN_KEYS: [&str; 17] = [
    "x",
    "x_note",
    "x-1",
    "7",
    "\"x\"",
    "'x y'",
    "\"\\u00e9\"",
    "\"\"",
    "x.y",
    "x.\"y\"",
    "x . y.z",
    "notes",
    "é",
    "\"note\"",
    "'seq'",
    "\"tags\"",
    "seq",
];

/// Values of every sort, sound and not.
const OWN_VALUES: [&str; 44] = [
    "1",
    "+1",
    "-1_000",
    "0",
    "-0",
    "01",
    "1_",
    "0xFF",
    "0o7",
    "0b1",
    "99999999999999999999",
    "1.5",
    "+1.50",
    "1.5e3",
    "6e-1",
    "1.",
    ".5",
    "inf",
    "-nan",
    "true",
    "True",
    "yes",
    "1979-05-27",
    "1979-05-27 07:32:00",
    "1979-05-27T07:32:00.5+02:00",
    "07:32:00",
    "2015-02-29",
    "\"s\"",
    "'s'",
    "\"\\u00e9\"",
    "\"\\q\"",
    "\"a\" b",
    "\"\"",
    "'''\n[[event]]\n'''",
    "[]",
    "['a', 'b']",
    "[1, # c\n [2]]",
    "[1 2]",
    "{}",
    "{ a = 1, b.c = 'x' }",
    "{ a = 1, a = 2 }",
    "[[[[[[[[[1]]]]]]]]]",
    "",
    "\"'''",
];

/// Prose of several lines: no line of it looks like TOML.
const PROSE: &str = "([A-Z][a-z]{1,6} [a-z]{1,6}\\.\n){1,3}";

/// Ids that one damaged byte does not make equal.
fn event(at: usize, title: String, tags: Vec<String>, summary: Option<String>) -> Event {
    let title = if title.is_empty() { "x".to_owned() } else { title };
    Event { id: format!("e{at}{at}"), title, tags, summary, category: Some("c".into()), ..Event::default() }
}

fn events(summary: impl Strategy<Value = Option<String>>) -> impl Strategy<Value = Vec<Event>> {
    let line = || text().prop_map(|it| it.replace(['\n', '\r'], " "));
    vec((line(), vec(line(), 0..3), summary), 2..6).prop_map(|events| {
        events.into_iter().enumerate().map(|(at, (title, tags, summary))| event(at, title, tags, summary)).collect()
    })
}

/// What is done to one byte of a store.
#[derive(Clone, Copy, Debug)]
enum Damage {
    Delete,
    Replace(u8),
}

fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        Just(Damage::Delete),
        any::<u8>().prop_map(Damage::Replace),
        select(b"\"'\\[]{}#=\n,.".to_vec()).prop_map(Damage::Replace)
    ]
}

/// Damages the byte number `at` of a store of `events`, and checks what is left: every event but the one whose table holds the
/// byte, or the empty line before its head, is still there, and equal to what it was.
fn check_damage(events: &[Event], at: usize, damage: Damage, may: impl Fn(u8) -> bool) -> Result<(), TestCaseError> {
    let store = write(&Chronology { events: events.to_vec(), ..Chronology::default() });
    let at = at % store.len();
    let mut bytes = store.clone().into_bytes();
    if !may(bytes[at]) {
        return Ok(());
    }
    match damage {
        Damage::Delete => drop(bytes.remove(at)),
        Damage::Replace(byte) => bytes[at] = byte,
    }
    let chunks = split(&store);
    let hit = chunks.iter().position(|it| it.range.contains(&at)).unwrap_or(0);
    let in_gap = at > chunks[hit].end;
    let loaded = read(&decode(bytes).0);
    for (number, event) in events.iter().enumerate() {
        if number == hit && !in_gap || number == hit + 1 && in_gap {
            continue;
        }
        let found = loaded.chronology.events.iter().find(|it| it.id == event.id);
        prop_assert_eq!(found, Some(event));
    }
    Ok(())
}

proptest! {
    #[test]
    fn what_is_written_is_read(chronology in chronology()) {
        let text = write(&chronology);
        let loaded = read(&text);
        prop_assert_eq!(&loaded.chronology, &chronology, "{}", text);
        prop_assert_eq!(write(&loaded.chronology), text);
    }

    #[test]
    fn chunked_is_whole(text in valid_store(), size in select(vec![1, 20, 100, PIECE])) {
        let (mut chunked, mut whole) = (in_pieces(&text, size), whole(&text));
        prop_assert!(whole.diagnostics.iter().all(|it| it.code != "syntax"), "{:#?}\n{}", whole.diagnostics, text);
        sort(&mut chunked.diagnostics);
        sort(&mut whole.diagnostics);
        prop_assert_eq!(&chunked.diagnostics, &whole.diagnostics, "{}", text);
        prop_assert_eq!(chunked.timelines, whole.timelines);
        prop_assert_eq!(chunked.parties, whole.parties);
        prop_assert_eq!(chunked.sources, whole.sources);
        prop_assert_eq!(chunked.events, whole.events);
    }

    /// Whatever the text, and however it is damaged.
    #[test]
    fn pieces_are_one_text(
        text in prop_oneof![valid_store(), chronology().prop_map(|it| write(&it))],
        at in any::<usize>(),
        odd in select(vec!["", "TQ", "'TA'", "[", "'", "]", "[[event]]"]),
        size in 1_usize..200,
    ) {
        let mut at = at % (text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let odd = odd.replace("TQ", &"\"".repeat(3)).replace("TA", "'");
        let text = format!("{}{odd}{}", &text[..at], &text[at..]);
        let (pieces, whole) = (in_pieces(&text, size), in_pieces(&text, PIECE));
        prop_assert_eq!(&pieces.diagnostics, &whole.diagnostics, "{}", text);
        prop_assert_eq!(pieces.timelines, whole.timelines);
        prop_assert_eq!(pieces.parties, whole.parties);
        prop_assert_eq!(pieces.sources, whole.sources);
        prop_assert_eq!(pieces.events, whole.events);
        check_ways(&text)?;
    }

    /// What counts of several timelines, and of several things with one id, does not hang on where a text is cut.
    #[test]
    fn a_store_is_the_same_in_pieces(
        tables in vec(select(TABLES_OF_A_STORE.to_vec()), 0..12),
        size in 1_usize..200,
    ) {
        let store = tables.concat();
        let read = |piece| {
            let input = Input::Text { place: Place::Stdin, text: store.clone() };
            let read = stream_pieces(piece, &[input], "s", CivilDate::new(2026, 1, 31), Faults::All, &mut |_| {});
            let (loaded, _) = read.expect("a text can be read");
            let events: Vec<Event> = loaded.catalog.iter().map(|it| it.1.into_owned()).collect();
            (loaded.catalog.timeline().clone(), events, loaded.diagnostics)
        };
        let (pieces, whole) = (read(size), read(PIECE));
        prop_assert_eq!(&pieces, &whole, "{}", store);
        let first = tables.iter().find(|it| it.starts_with("[timeline]"));
        let title = ["One", "Two"].into_iter().find(|title| first.is_some_and(|it| it.contains(title)));
        prop_assert_eq!(whole.0.title.as_deref(), title, "{}", store);
    }

    #[test]
    fn the_short_way_is_the_long_way(
        chronology in chronology(),
        line in 0_usize..200,
        with in select(vec!["", "x = 1", "# c", "seq = 007", "]", "note = 'n'"]),
    ) {
        let text = write(&chronology);
        check_ways(&text)?;
        let mut lines: Vec<&str> = text.lines().collect();
        lines.insert(line.min(lines.len()), with);
        check_ways(&lines.join("\n"))?;
    }

    /// A key of the author's own, of every sort and spelling, and keys of the store in spellings that are rare.
    #[test]
    fn own_keys_are_read_alike(
        pairs in vec((select(OWN_KEYS.to_vec()), select(OWN_VALUES.to_vec()), select(vec!["", " # c", "\t"])), 1..5),
    ) {
        let lines: Vec<String> = pairs.iter().map(|(key, value, rest)| format!("{key} = {value}{rest}\n")).collect();
        let text = format!("[[event]]\nid = 'a'\ntitle = 'b'\n{}", lines.concat());
        check_ways(&text)?;
    }

    /// An event whose head is gone takes nothing from the others, and gives them nothing.
    #[test]
    fn a_lost_head_costs_one_event(chronology in chronology(), number in any::<usize>()) {
        let text = write(&chronology);
        let chunks = split(&text);
        let events: Vec<_> = chunks.iter().filter(|it| text[it.range.clone()].starts_with("[[event]]")).collect();
        prop_assume!(!events.is_empty());
        let number = number % events.len();
        let start = events[number].range.start;
        let text = format!("{}{}", &text[..start], &text[start + "[[event]]\n".len()..]);
        let loaded = read(&text);
        let mut expect = chronology;
        let lost = expect.events.remove(number);
        let mut found = loaded.chronology;
        if number > 0 {
            // Behind another event it is read as one of its own.
            prop_assert_eq!(found.events.remove(number), lost);
        }
        prop_assert_eq!(found, expect, "{}", text);
        prop_assert_eq!(in_pieces(&text, 1).events, in_pieces(&text, PIECE).events);
        check_ways(&text)?;
    }

    /// Any byte of a store of one-line strings.
    #[test]
    fn damage_to_any_byte_costs_one_event(events in events(Just(None)), at in any::<usize>(), damage in damage()) {
        check_damage(&events, at, damage, |_| true)?;
    }

    /// Any byte of a store with prose over several lines, the quotes around it included.
    #[test]
    fn damage_to_prose_costs_one_event(
        events in vec(("[a-z]{1,9}", PROSE), 2..6),
        at in any::<usize>(),
        damage in damage(),
    ) {
        let events: Vec<_> =
            events.into_iter().enumerate().map(|(at, (title, prose))| event(at, title, vec![], Some(prose))).collect();
        check_damage(&events, at, damage, |_| true)?;
    }

    /// Any byte but quotes and backslashes of a store with any text over several lines, heads among it.
    #[test]
    fn damage_to_any_text_costs_one_event(
        events in events(text().prop_map(Some)),
        at in any::<usize>(),
        damage in damage().prop_filter("no new quotes", |it| !matches!(it, Damage::Replace(b'"' | b'\'' | b'\\'))),
    ) {
        check_damage(&events, at, damage, |it| !matches!(it, b'"' | b'\'' | b'\\'))?;
    }

    #[test]
    fn any_text_is_read(pieces in vec(prop_oneof![
        select(vec!["[[event]]", "[event", "\n", "\"\"\"", "'''", "\"", "'", "=", "id", "title", "event", ".", "{", "}", "[", "]", ",", "#", " ",
            "1985-04-12", "2024-13-01T", "0x", "inf", "[[party]]", "[timeline]", "include", "\\", "\r", "é", "amounts", "value", "when", "claims"])
            .prop_map(str::to_owned),
        any::<String>(),
    ], 0..40)) {
        let loaded = read(&pieces.concat());
        let files = &loaded.files;
        for it in loaded.diagnostics.iter().chain(&loaded.lint) {
            let span = it.span.expect("a text has a place for every fault");
            prop_assert!(span.start <= span.end && span.end <= files.files[0].text.len(), "{:?}", it);
            prop_assert!(!crate::diag::human(it, files, false).is_empty());
        }
    }
}
