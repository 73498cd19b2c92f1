//! A small chronology with one of everything, for the tests of every format.

use crate::{
    catalog::{Catalog, IdSet},
    chronology::{
        Affiliation, Amount, Bears, Chronology, Citation, Claim, DatedName, Event, Link, LinkKind, Participation,
        Party, PartyKind, Source, SourceKind, Stance, Status, Timeline, When,
    },
};

fn when(text: &str) -> Option<When> {
    text.parse().ok()
}

fn text(text: &str) -> Option<String> {
    text.to_owned().into()
}

fn claim(by: &str, stance: Stance, source: Option<&str>, on: Option<When>) -> Claim {
    Claim { by: by.into(), stance, source: source.map(Into::into), when: on, ..Claim::default() }
}

/// Returns events of every shape, with awkward text in every field that holds any.
pub(super) fn chronology() -> Chronology {
    Chronology {
        timeline: Timeline {
            title: text("Streams | and *posts*"),
            summary: text("Who said\nwhat.\n\nAnd when."),
            opening: text("is:key"),
            lanes: vec!["agreement".into(), "money".into()],
            zone: text("America/Los_Angeles"),
            extra: vec![("revision".into(), "7".into())],
        },
        parties: vec![
            Party {
                id: "netflix".into(),
                name: "Netflix".into(),
                kind: Some(PartyKind::Company),
                ids: vec!["nflx".into()],
                names: vec![DatedName { name: "Kibble".into(), when: when("1997/1998") }],
                aliases: vec!["Netflix, Inc.".into()],
                affiliations: vec![
                    Affiliation { with: "facebook".into(), role: text("API partner"), when: when("2013~/2015") },
                    Affiliation { with: "bystander".into(), role: None, when: None },
                ],
                url: text("https://example.org/netflix"),
                note: text("Spelled so."),
                extra: vec![("ticker".into(), "\"NFLX\"".into())],
                ..Party::default()
            },
            Party { id: "facebook".into(), name: "Facebook".into(), when: when("2004/2021-10-28"), ..Party::default() },
            Party {
                id: "plaintiffs".into(),
                name: "Advertiser plaintiffs".into(),
                kind: Some(PartyKind::Group),
                ..Party::default()
            },
            Party {
                id: "court".into(),
                name: "A court; N.D. Cal.".into(),
                kind: Some(PartyKind::Court),
                ..Party::default()
            },
            Party { id: "bystander".into(), name: "Somebody in no event".into(), ..Party::default() },
        ],
        sources: vec![
            Source {
                id: "letter".into(),
                title: "Letter to the court".into(),
                published: when("2023-04-14"),
                by: text("plaintiffs"),
                known: when("2024-03-23"),
                read_at: text("https://copy.example.org/letter"),
                archived: text("https://archive.example.org/letter"),
                retrieved: when("2024-05-01"),
                sha256: text("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
                lang: text("en"),
                title_inferred: true,
                kind: Some(SourceKind::Filing),
                note: text("Under seal until 2024."),
                extra: vec![("bates".into(), "\"NFLX-000123\"".into())],
                ..Source::default()
            },
            Source {
                id: "medianama".into(),
                title: "Court Documents Allege Access To *Private* Messages".into(),
                author: text("A. Writer"),
                publisher: text("MediaNama"),
                published: when("2024-04-09"),
                url: text("https://example.org/a_b?c=1&d=2"),
                kind: Some(SourceKind::Article),
                derived_from: vec!["letter".into()],
                ..Source::default()
            },
            Source { id: "post".into(), title: "A post".into(), published: when("2024-04-02"), ..Source::default() },
            Source { id: "unused".into(), title: "Cited nowhere".into(), ..Source::default() },
        ],
        events: vec![
            Event {
                id: "inbox".into(),
                when: when("2013~"),
                as_written: text("by 2013"),
                title: "'Inbox API' deal | said to open inboxes".into(),
                summary: text("One agreement allegedly let\nNetflix read.\n\nIt \"denies\" it."),
                category: text("agreement"),
                key: true,
                parties: vec![
                    Participation { party: "netflix".into(), role: text("API user") },
                    Participation { party: "facebook".into(), role: None },
                ],
                tags: vec!["inbox-api".into(), "messages".into()],
                claims: vec![
                    Claim {
                        at: text("¶5"),
                        ..claim("plaintiffs", Stance::Alleges, Some("letter"), when("2023-04-14"))
                    },
                    Claim {
                        act: text("deals"),
                        note: text("says \"friends\""),
                        ..claim("facebook", Stance::Denies, Some("post"), when("2024-04-02"))
                    },
                ],
                sources: vec![
                    Citation {
                        source: "medianama".into(),
                        at: text("¶5"),
                        says: text("That inboxes were open."),
                        quote: text("Inbox API"),
                        from: vec!["letter".into()],
                        ..Citation::default()
                    },
                    Citation {
                        source: "post".into(),
                        bears: Bears::Contradicts,
                        note: text("the denial"),
                        ..Citation::default()
                    },
                ],
                links: vec![Link { kind: LinkKind::PartOf, to: "deals".into(), note: text("one of three") }],
                note: text("Nobody shows that messages were read."),
                ..Event::default()
            },
            Event {
                id: "deals".into(),
                when: when("2013-08/2015"),
                title: "Extended API agreements".into(),
                category: text("agreement"),
                place: text("Menlo Park"),
                status: Some(Status::Documented),
                sources: vec![Citation { source: "medianama".into(), ..Citation::default() }],
                ..Event::default()
            },
            Event {
                id: "spending".into(),
                when: when("[2014,2015]"),
                seq: Some(2),
                title: "広告 spending".into(),
                amounts: vec![
                    Amount {
                        kind: text("spent"),
                        source: text("letter"),
                        by: text("plaintiffs"),
                        value: Some("40000000.10".parse().expect("a decimal")),
                        currency: "USD".into(),
                        per: text("year"),
                        about: true,
                        note: text("as printed"),
                        ..Amount::default()
                    },
                    Amount { min: Some(100.into()), currency: "EUR".into(), ..Amount::default() },
                ],
                claims: vec![Claim { at: text("from the bench"), ..claim("court", Stance::Confirms, None, None) }],
                parties: vec![Participation { party: "court".into(), role: text("judge; referee") }],
                known: when("2020"),
                ..Event::default()
            },
            Event {
                id: "filed".into(),
                when: when("2023-04-14T16:30Z"),
                title: "=HYPERLINK(\"x\")\u{1b}[31m".into(),
                amounts: vec![Amount {
                    value: Some(7.into()),
                    max: Some(5.into()),
                    currency: "USD".into(),
                    ..Amount::default()
                }],
                sources: vec![Citation { source: "letter".into(), ..Citation::default() }],
                links: vec![Link { kind: LinkKind::Causes, to: "inbox".into(), note: None }],
                extra: vec![("docket".into(), "\"231\"".into())],
                ..Event::default()
            },
            Event { id: "ides".into(), when: when("-0043-03-15"), title: "Caesar dies".into(), ..Event::default() },
            Event { id: "open".into(), when: when("2004/.."), title: "Facebook runs".into(), ..Event::default() },
            Event { id: "joke".into(), as_written: text("one evening"), title: "A joke".into(), ..Event::default() },
        ],
    }
}

/// Returns the chronology's catalog.
pub(super) fn catalog() -> Catalog {
    Catalog::build(chronology())
}

/// Returns the events with these ids.
pub(super) fn chosen(catalog: &Catalog, ids: &[&str]) -> IdSet {
    let mut chosen = IdSet::new(catalog.len());
    ids.iter().filter_map(|it| catalog.find(it)).for_each(|it| chosen.insert(it));
    chosen
}
