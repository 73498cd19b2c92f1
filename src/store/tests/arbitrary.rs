//! Arbitrary chronologies, with texts that are hard to write down.

use proptest::{collection::vec, option, prelude::*, sample::select};
use rust_decimal::Decimal;

use crate::chronology::{
    Affiliation, Amount, Bears, Chronology, Citation, Claim, DatedName, Event, Link, LinkKind, Named, Origin,
    Participation, Party, PartyKind, Source, SourceKind, Stance, Status, Timeline, When,
};

/// Texts that a careless writer or reader gets wrong.
pub(in crate::store) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zA-Z .,-]{0,20}",
        2 => "[\"'\\\\\\n\\r\\t#=\\[\\]{}, é]{0,12}",
        1 => any::<String>(),
        2 => select(vec![
            "", "\n", "\"\"\"", "'''", "\\", "\"\"\"\"", "\\\"\"\"", "a\n[[event]]\nid = \"x\"\ntitle = \"y\"\n", "[[event]]", "\r\n", "\r",
            "\u{0}\u{1b}[31m\u{7f}", "\u{feff}", "事件 全角", "حدث \u{202e}", "x\n\"\"\"\n[[party]]\n'''", "\n\n  indented\n", "e\u{301}\u{85}\u{2028}",
        ])
        .prop_map(str::to_owned),
    ]
}

/// The same, never empty.
fn full() -> impl Strategy<Value = String> {
    text().prop_map(|it| if it.is_empty() { "x".to_owned() } else { it })
}

fn when() -> impl Strategy<Value = When> {
    let spellings = vec![
        "1985",
        "1985-04~",
        "201X",
        "2011-06/2019-05-30",
        "[..1870]",
        "{1960,1962}",
        "-0043",
        "Y-17E7",
        "2024-03-01T14:05Z",
        "../1870",
    ];
    select(spellings).prop_map(|it| it.parse().expect("a date"))
}

fn word<T: Named + std::fmt::Debug>() -> impl Strategy<Value = T> {
    select(T::ALL.to_vec())
}

fn sum() -> impl Strategy<Value = Decimal> {
    let small = (any::<i64>(), 0..20_u32).prop_map(|(digits, scale)| Decimal::new(digits, scale));
    let large = (any::<i64>(), -99_999_999_i64..99_999_999)
        .prop_map(|(a, b)| Decimal::from_i128_with_scale(i128::from(a) * i128::from(b) / 1000, 0));
    prop_oneof![small, large, Just(Decimal::ZERO), (0..9_i64).prop_map(Decimal::from)]
}

fn extra() -> impl Strategy<Value = Vec<(String, String)>> {
    let values = vec![
        "1",
        "\"x\"",
        "'''\n[[event]]\n'''",
        "[\n  1, # a\n  [[2]],\n]",
        "{ a = { b = 1.50 } }",
        "1979-05-27 07:32:00",
        "0xFF",
        "inf",
        "{}",
        "true",
    ];
    vec((text(), select(values)), 0..3).prop_map(|pairs| {
        let pairs = pairs.into_iter().enumerate();
        pairs.map(|(at, (key, value))| (format!("x{at}{key}"), value.to_owned())).collect()
    })
}

fn party(at: usize) -> impl Strategy<Value = Party> {
    let affiliation = (full(), option::of(text()), option::of(when()));
    let affiliation = affiliation.prop_map(|(with, role, when)| Affiliation { with, role, when });
    let fields = (text(), text(), option::of(word::<PartyKind>()), vec(text(), 0..3), vec(affiliation, 0..3));
    let name = (full(), option::of(when())).prop_map(|(name, when)| DatedName { name, when });
    let names = (vec(full(), 0..2), vec(name, 0..3));
    (fields, names, option::of(when()), option::of(text()), option::of(text()), extra()).prop_map(
        move |((id, name, kind, aliases, affiliations), (ids, names), when, url, note, extra)| Party {
            id: format!("{at}:{id}"),
            name,
            ids,
            names,
            kind,
            aliases,
            affiliations,
            when,
            url,
            note,
            extra,
            origin: Origin::default(),
        },
    )
}

fn source(at: usize) -> impl Strategy<Value = Source> {
    let fields = (text(), text(), option::of(text()), option::of(text()), option::of(when()), option::of(text()));
    let copies = (option::of(text()), option::of(text()), option::of(when()), option::of(text()), option::of(text()));
    let more = (option::of(text()), option::of(when()), copies, any::<bool>());
    (fields, more, option::of(word::<SourceKind>()), vec(full(), 0..3), option::of(text()), extra()).prop_map(
        move |((id, title, author, publisher, published, url), more, kind, derived_from, note, extra)| Source {
            by: more.0,
            known: more.1,
            read_at: more.2.0,
            archived: more.2.1,
            retrieved: more.2.2,
            sha256: more.2.3,
            lang: more.2.4,
            title_inferred: more.3,
            id: format!("{at}:{id}"),
            title,
            author,
            publisher,
            published,
            url,
            kind,
            derived_from,
            note,
            extra,
            origin: Origin::default(),
        },
    )
}

fn claim() -> impl Strategy<Value = Claim> {
    let place = (option::of(text()), option::of(text()), option::of(text()));
    (full(), word::<Stance>(), place, option::of(when()), option::of(text()))
        .prop_map(|(by, stance, (act, source, at), when, note)| Claim { by, stance, act, source, at, when, note })
}

fn amount() -> impl Strategy<Value = Amount> {
    (
        option::of(sum()),
        option::of(sum()),
        option::of(sum()),
        full(),
        option::of(text()),
        any::<bool>(),
        option::of(text()),
        (option::of(text()), option::of(text()), option::of(text())),
    )
        .prop_map(|(value, min, max, currency, per, about, note, (kind, source, by))| Amount {
            kind,
            source,
            by,
            value,
            min,
            max,
            currency,
            per,
            about,
            note,
        })
}

fn citation() -> impl Strategy<Value = Citation> {
    let words = (option::of(text()), option::of(text()), option::of(text()));
    (full(), words, word::<Bears>(), vec(full(), 0..2), option::of(text())).prop_map(
        |(source, (at, says, quote), bears, from, note)| Citation { source, at, says, quote, bears, from, note },
    )
}

fn event(at: usize) -> impl Strategy<Value = Event> {
    let participation = (full(), option::of(text())).prop_map(|(party, role)| Participation { party, role });
    let link = (word::<LinkKind>(), full(), option::of(text())).prop_map(|(kind, to, note)| Link { kind, to, note });
    let plain = (text(), option::of(when()), option::of(text()), option::of(any::<i64>()), full(), option::of(text()));
    let more =
        (option::of(text()), any::<bool>(), option::of(word::<Status>()), option::of(when()), option::of(text()));
    let lists = (
        vec(participation, 0..3),
        vec(text(), 0..3),
        vec(claim(), 0..3),
        vec(amount(), 0..3),
        vec(citation(), 0..3),
        vec(link, 0..2),
    );
    (plain, more, lists, option::of(text()), extra()).prop_map(move |(plain, more, lists, note, extra)| {
        let (id, when, as_written, seq, title, summary) = plain;
        let (category, key, status, known, place) = more;
        let (parties, tags, claims, amounts, sources, links) = lists;
        Event {
            id: format!("{at}:{id}"),
            when,
            as_written,
            seq,
            title,
            summary,
            category,
            key,
            status,
            known,
            place,
            parties,
            tags,
            claims,
            amounts,
            sources,
            links,
            note,
            extra,
            origin: Origin::default(),
        }
    })
}

/// Whole chronologies whose ids are unique.
pub(in crate::store) fn chronology() -> impl Strategy<Value = Chronology> {
    let words = (option::of(text()), option::of(text()), option::of(text()), vec(text(), 0..3), option::of(text()));
    let timeline = (words, extra()).prop_map(|((title, summary, opening, lanes, zone), extra)| Timeline {
        title,
        summary,
        opening,
        lanes,
        zone,
        extra,
    });
    let parties = (0..3_usize).prop_flat_map(|n| (0..n).map(party).collect::<Vec<_>>());
    let sources = (0..3_usize).prop_flat_map(|n| (0..n).map(source).collect::<Vec<_>>());
    let events = (0..4_usize).prop_flat_map(|n| (0..n).map(event).collect::<Vec<_>>());
    (timeline, parties, sources, events).prop_map(|(timeline, parties, sources, events)| Chronology {
        timeline,
        parties,
        sources,
        events,
    })
}
