//! No format drops a part without a word: what it carries changes what it writes, and what it does not carry is reported.

use super::fixture::chronology;
use crate::{
    catalog::{Catalog, IdSet},
    chronology::{
        Bears, Chronology, Event, FieldKind, HasTable as _, Need, Party, Record, Source, Table, Timeline, Value, When,
    },
    formats::{
        FORMATS, Format, Subset,
        loss::is_carried,
        part::{
            AFFILIATIONS_OUT_ROWS, EVENT_ROWS, EVERYTHING, LINKS_OUT_ROWS, PARTY_ROWS, Part, PartOf, SOURCE_ROWS,
            TIMELINE_ROWS,
        },
        subset::Contents,
    },
};

fn parts() -> impl Iterator<Item = Part> {
    EVERYTHING.iter().copied().flatten().copied()
}

/// Calls `with` on everything in a list of a chronology.
fn each<T>(list: &mut [T], with: impl Fn(&mut T)) {
    list.iter_mut().for_each(with);
}

fn redate(event: &mut Event, with: impl Fn(&When) -> String) {
    event.when = event.when.as_ref().map(|it| with(it).parse().expect("a date"));
}

/// Returns a date with the first day of each month and year in its place.
fn to_the_day(edtf: &str) -> String {
    let day = |it: &str| {
        let plain = it.trim_end_matches(['~', '?', '%', ']', '}', ',', '/']);
        let missing = match plain.trim_start_matches(['[', '{', '-']).matches('-').count() {
            0 if plain.ends_with(|it: char| it.is_ascii_digit()) => "-01-01",
            1 => "-01",
            _ => "",
        };
        format!("{plain}{missing}{}", &it[plain.len()..])
    };
    edtf.split_inclusive([',', '/']).map(day).collect()
}

/// The parts that are changed only: nothing can be without them.
const NEEDED: &[Part] =
    &[Part::EventId, Part::EventTitle, Part::PartyId, Part::PartyName, Part::SourceId, Part::SourceTitle];

/// Takes a part away wherever it is, or changes it where nothing may be without it.
fn change(part: Part, it: &mut Chronology) {
    let Chronology { timeline, parties, sources, events } = it;
    match part {
        Part::TimelineTitle => timeline.title = None,
        Part::TimelineSummary => timeline.summary = None,
        Part::TimelineKeys => timeline.extra.clear(),
        Part::TimelineOpening => timeline.opening = None,
        Part::TimelineLanes => timeline.lanes.clear(),
        Part::TimelineZone => timeline.zone = None,
        Part::PartyIds => each(parties, |it| it.ids.clear()),
        Part::PartyNames => each(parties, |it| it.names.clear()),
        Part::PartyNamesWhen => each(parties, |it| each(&mut it.names, |it| it.when = None)),
        Part::SourceBy => each(sources, |it| it.by = None),
        Part::SourceKnown => each(sources, |it| it.known = None),
        Part::SourceReadAt => each(sources, |it| it.read_at = None),
        Part::SourceArchived => each(sources, |it| it.archived = None),
        Part::SourceRetrieved => each(sources, |it| it.retrieved = None),
        Part::SourceSha256 => each(sources, |it| it.sha256 = None),
        Part::SourceLang => each(sources, |it| it.lang = None),
        Part::SourceTitleInferred => each(sources, |it| it.title_inferred = false),
        Part::Key => each(events, |it| it.key = false),
        Part::ClaimAct => each(events, |it| each(&mut it.claims, |it| it.act = None)),
        Part::AmountKind => each(events, |it| each(&mut it.amounts, |it| it.kind = None)),
        Part::AmountSource => each(events, |it| each(&mut it.amounts, |it| it.source = None)),
        Part::AmountBy => each(events, |it| each(&mut it.amounts, |it| it.by = None)),
        Part::CitationSays => each(events, |it| each(&mut it.sources, |it| it.says = None)),
        Part::CitationFrom => each(events, |it| each(&mut it.sources, |it| it.from.clear())),
        Part::PartyUnnamed => parties.retain(|it| it.id != "bystander"),
        Part::PartyId => each(parties, |it| it.id.push('x')),
        Part::PartyName => each(parties, |it| it.name.push('x')),
        Part::PartyKind => each(parties, |it| it.kind = None),
        Part::PartyAliases => each(parties, |it| it.aliases.clear()),
        Part::PartyWhen => each(parties, |it| it.when = None),
        Part::PartyUrl => each(parties, |it| it.url = None),
        Part::PartyNote => each(parties, |it| it.note = None),
        Part::PartyKeys => each(parties, |it| it.extra.clear()),
        Part::Affiliations => each(parties, |it| it.affiliations.clear()),
        Part::AffiliationRole => each(parties, |it| each(&mut it.affiliations, |it| it.role = None)),
        Part::AffiliationWhen => each(parties, |it| each(&mut it.affiliations, |it| it.when = None)),
        Part::AffiliationOutside => each(parties, |it| it.affiliations.retain(|it| it.with != "bystander")),
        Part::SourceUncited => sources.retain(|it| it.id != "unused"),
        Part::SourceId => each(sources, |it| it.id.push('x')),
        Part::SourceTitle => each(sources, |it| it.title.push('x')),
        Part::SourceAuthor => each(sources, |it| it.author = None),
        Part::SourcePublisher => each(sources, |it| it.publisher = None),
        Part::SourcePublished => each(sources, |it| it.published = None),
        Part::SourceUrl => each(sources, |it| it.url = None),
        Part::SourceKind => each(sources, |it| it.kind = None),
        Part::SourceOrigins => each(sources, |it| it.derived_from.clear()),
        Part::SourceNote => each(sources, |it| it.note = None),
        Part::SourceKeys => each(sources, |it| it.extra.clear()),
        Part::EventId => each(events, |it| it.id.push('x')),
        Part::EventWhen => each(events, |it| it.when = None),
        Part::WhenPrecision => each(events, |it| redate(it, |it| to_the_day(it.as_str()))),
        Part::WhenQualifiers => each(events, |it| redate(it, |it| it.as_str().replace(['~', '?', '%'], ""))),
        Part::WhenEnds => {
            each(events, |it| redate(it, |it| it.as_str().replace("/..", "/2005").replace("../", "2003/")))
        }
        Part::WhenTime => each(events, |it| redate(it, |it| it.as_str().replace("T16:30Z", ""))),
        Part::WhenSpan => each(events, |it| redate(it, |it| it.as_str().split('/').next().unwrap_or_default().into())),
        Part::AsWritten => each(events, |it| it.as_written = None),
        Part::Seq => each(events, |it| it.seq = None),
        Part::EventTitle => each(events, |it| it.title.push('x')),
        Part::Summary => each(events, |it| it.summary = None),
        Part::Category => each(events, |it| it.category = None),
        Part::StatusStated => each(events, |it| it.status = None),
        Part::KnownStated => each(events, |it| it.known = None),
        Part::Place => each(events, |it| it.place = None),
        Part::Participants => each(events, |it| it.parties.clear()),
        Part::ParticipantRole => each(events, |it| each(&mut it.parties, |it| it.role = None)),
        Part::Tags => each(events, |it| it.tags.clear()),
        Part::Claims => each(events, |it| it.claims.clear()),
        Part::ClaimSource => each(events, |it| each(&mut it.claims, |it| it.source = None)),
        Part::ClaimAt => each(events, |it| each(&mut it.claims, |it| it.at = None)),
        Part::ClaimWhen => each(events, |it| each(&mut it.claims, |it| it.when = None)),
        Part::ClaimNote => each(events, |it| each(&mut it.claims, |it| it.note = None)),
        Part::Amounts => each(events, |it| it.amounts.clear()),
        Part::AmountRange => each(events, |it| {
            it.amounts.retain(|it| it.value.is_some());
            each(&mut it.amounts, |it| (it.min, it.max) = (None, None));
        }),
        Part::AmountPer => each(events, |it| each(&mut it.amounts, |it| it.per = None)),
        Part::AmountAbout => each(events, |it| each(&mut it.amounts, |it| it.about = false)),
        Part::AmountNote => each(events, |it| each(&mut it.amounts, |it| it.note = None)),
        Part::Citations => each(events, |it| it.sources.clear()),
        Part::CitationAt => each(events, |it| each(&mut it.sources, |it| it.at = None)),
        Part::CitationQuote => each(events, |it| each(&mut it.sources, |it| it.quote = None)),
        Part::CitationBears => each(events, |it| each(&mut it.sources, |it| it.bears = Bears::Supports)),
        Part::CitationNote => each(events, |it| each(&mut it.sources, |it| it.note = None)),
        Part::Links => each(events, |it| it.links.clear()),
        Part::LinkNote => each(events, |it| each(&mut it.links, |it| it.note = None)),
        Part::ActOutside => each(events, |it| {
            it.claims.iter_mut().filter(|it| it.act.as_deref() == Some("deals")).for_each(|it| it.act = None);
        }),
        Part::LinkOutside => each(events, |it| it.links.retain(|it| it.to != "deals")),
        Part::Note => each(events, |it| it.note = None),
        Part::EventKeys => each(events, |it| it.extra.clear()),
    }
}

/// The same store twice: all of it, and the part of it that something leads out of.
fn selections(catalog: &Catalog) -> [IdSet; 2] {
    // By title: ids are changed as well.
    let mut some = catalog.all();
    catalog.iter().filter(|(_, it)| it.title.starts_with("Extended")).for_each(|(id, _)| some.remove(id));
    [catalog.all(), some]
}

fn written(format: &Format, chronology: &Chronology) -> [(String, Vec<String>); 2] {
    let catalog = Catalog::build(chronology.clone());
    selections(&catalog).map(|ids| {
        let mut out = Vec::new();
        let losses = format.write(Subset { catalog: &catalog, ids: &ids }, &mut out).expect("memory");
        (String::from_utf8(out).expect("text"), losses)
    })
}

/// Returns how many of `all` have `part`, if it is one of `rows`.
fn n_of<'a, T: 'a>(part: Part, rows: &[PartOf<T>], contents: &Contents, all: impl IntoIterator<Item = &'a T>) -> usize {
    let row = rows.iter().find(|it| it.part == part);
    row.map_or(0, |row| all.into_iter().filter(|it| (row.has)(contents, it)).count())
}

/// Returns how many have `part` in either selection.
fn n_with(part: Part, chronology: &Chronology) -> usize {
    let catalog = Catalog::build(chronology.clone());
    let n_in = |ids: &IdSet| {
        let contents = Contents::new(Subset { catalog: &catalog, ids });
        let events: Vec<Event> = ids.iter().map(|it| catalog.event(it).into_owned()).collect();
        n_of(part, TIMELINE_ROWS, &contents, [catalog.timeline()])
            + n_of(part, PARTY_ROWS, &contents, contents.parties.iter().copied())
            + n_of(part, SOURCE_ROWS, &contents, contents.sources.iter().copied())
            + n_of(part, AFFILIATIONS_OUT_ROWS, &contents, contents.parties.iter().copied())
            + n_of(part, EVENT_ROWS, &contents, &events)
            + n_of(part, LINKS_OUT_ROWS, &contents, &events)
    };
    selections(&catalog).iter().map(n_in).sum()
}

/// Returns the part that `part` is in, and its words.
fn row(part: Part) -> (Option<Part>, &'static str) {
    fn of<T>(part: Part, rows: &[PartOf<T>]) -> Option<(Option<Part>, &'static str)> {
        rows.iter().find(|it| it.part == part).map(|it| (it.within, it.words))
    }
    let beside = of(part, TIMELINE_ROWS).or(of(part, PARTY_ROWS)).or(of(part, AFFILIATIONS_OUT_ROWS));
    let found = beside.or(of(part, SOURCE_ROWS)).or(of(part, EVENT_ROWS)).or(of(part, LINKS_OUT_ROWS));
    found.expect("every part has its row")
}

#[test]
fn the_full_store_has_every_part() {
    for part in parts() {
        let (before, mut after) = (n_with(part, &chronology()), chronology());
        change(part, &mut after);
        assert_ne!(before, 0, "{part:?}: the store has none");
        assert!(NEEDED.contains(&part) || n_with(part, &after) == 0, "{part:?}: the store still has it");
    }
}

#[test]
fn a_format_that_carries_a_part_carries_what_it_is_in() {
    for format in FORMATS {
        for part in parts().filter(|it| is_carried(format.carries, *it)) {
            let within = row(part).0;
            assert!(within.is_none_or(|it| is_carried(format.carries, it)), "{} carries {part:?}", format.name);
        }
    }
}

/// Returns the full store with each of its events changed alone.
fn changed_one_by_one(part: Part) -> impl Iterator<Item = Chronology> {
    let mut changed = chronology();
    change(part, &mut changed);
    let one = |(at, event): (usize, Event)| {
        let mut one = chronology();
        (one.events[at] != event).then(|| {
            one.events[at] = event;
            one
        })
    };
    changed.events.into_iter().enumerate().filter_map(one)
}

#[test]
fn what_one_event_has_is_reported_or_written() {
    for part in parts() {
        for format in FORMATS {
            let full = written(format, &chronology());
            let within = row(part).0;
            if within.is_some_and(|it| !is_carried(format.carries, it)) || NEEDED.contains(&part) {
                continue;
            }
            for less in changed_one_by_one(part) {
                let less = written(format, &less);
                let same = if is_carried(format.carries, part) {
                    full[0].0 == less[0].0 && full[1].0 == less[1].0
                } else {
                    full[0].1 == less[0].1 && full[1].1 == less[1].1
                };
                assert!(!same, "{} says nothing of {part:?}", format.name);
            }
        }
    }
}

#[test]
fn what_is_not_carried_is_reported_and_what_is_carried_is_written() {
    for part in parts() {
        let mut after = chronology();
        change(part, &mut after);
        for format in FORMATS {
            let name = format.name;
            let (full, less) = (written(format, &chronology()), written(format, &after));
            if is_carried(format.carries, part) {
                assert!(
                    full[0].0 != less[0].0 || full[1].0 != less[1].0,
                    "{name} carries {part:?} and writes the same"
                );
                continue;
            }
            // What is in something that is not carried is reported with it.
            let mut reported = part;
            while let Some(within) = row(reported).0.filter(|it| !is_carried(format.carries, *it)) {
                reported = within;
            }
            if reported == part && !NEEDED.contains(&part) {
                assert!(full[0].1 != less[0].1 || full[1].1 != less[1].1, "{name} drops {part:?} without a word");
            }
            let words = row(reported).1;
            let is_said = |losses: &[String]| losses.iter().any(|it| it.contains(words));
            assert!(is_said(&full[0].1) || is_said(&full[1].1), "{name} does not report {reported:?} for {part:?}");
        }
    }
}

/// Every field of the store, by the way to it, and the part that goes with it.
const FIELDS: &[(&str, Part)] = &[
    ("timeline.title", Part::TimelineTitle),
    ("timeline.summary", Part::TimelineSummary),
    ("timeline.own keys", Part::TimelineKeys),
    ("party.id", Part::PartyId),
    ("party.name", Part::PartyName),
    ("party.kind", Part::PartyKind),
    ("party.aliases", Part::PartyAliases),
    ("party.affiliations", Part::Affiliations),
    ("party.when", Part::PartyWhen),
    ("party.url", Part::PartyUrl),
    ("party.note", Part::PartyNote),
    ("party.affiliations.with", Part::Affiliations),
    ("party.affiliations.role", Part::AffiliationRole),
    ("party.affiliations.when", Part::AffiliationWhen),
    ("party.own keys", Part::PartyKeys),
    ("timeline.opening", Part::TimelineOpening),
    ("timeline.lanes", Part::TimelineLanes),
    ("timeline.zone", Part::TimelineZone),
    ("party.ids", Part::PartyIds),
    ("party.names", Part::PartyNames),
    ("party.names.name", Part::PartyNames),
    ("party.names.when", Part::PartyNamesWhen),
    ("source.by", Part::SourceBy),
    ("source.known", Part::SourceKnown),
    ("source.read_at", Part::SourceReadAt),
    ("source.archived", Part::SourceArchived),
    ("source.retrieved", Part::SourceRetrieved),
    ("source.sha256", Part::SourceSha256),
    ("source.lang", Part::SourceLang),
    ("source.title_inferred", Part::SourceTitleInferred),
    ("event.key", Part::Key),
    ("event.claims.in", Part::ClaimAct),
    ("event.amounts.kind", Part::AmountKind),
    ("event.amounts.source", Part::AmountSource),
    ("event.amounts.by", Part::AmountBy),
    ("event.sources.says", Part::CitationSays),
    ("event.sources.from", Part::CitationFrom),
    ("source.id", Part::SourceId),
    ("source.title", Part::SourceTitle),
    ("source.author", Part::SourceAuthor),
    ("source.publisher", Part::SourcePublisher),
    ("source.published", Part::SourcePublished),
    ("source.url", Part::SourceUrl),
    ("source.kind", Part::SourceKind),
    ("source.derived_from", Part::SourceOrigins),
    ("source.note", Part::SourceNote),
    ("source.own keys", Part::SourceKeys),
    ("event.id", Part::EventId),
    ("event.when", Part::EventWhen),
    ("event.as_written", Part::AsWritten),
    ("event.seq", Part::Seq),
    ("event.title", Part::EventTitle),
    ("event.summary", Part::Summary),
    ("event.category", Part::Category),
    ("event.place", Part::Place),
    ("event.status", Part::StatusStated),
    ("event.known", Part::KnownStated),
    ("event.parties", Part::Participants),
    ("event.tags", Part::Tags),
    ("event.claims", Part::Claims),
    ("event.amounts", Part::Amounts),
    ("event.sources", Part::Citations),
    ("event.links", Part::Links),
    ("event.note", Part::Note),
    ("event.parties.id", Part::Participants),
    ("event.parties.role", Part::ParticipantRole),
    ("event.claims.by", Part::Claims),
    ("event.claims.stance", Part::Claims),
    ("event.claims.source", Part::ClaimSource),
    ("event.claims.at", Part::ClaimAt),
    ("event.claims.when", Part::ClaimWhen),
    ("event.claims.note", Part::ClaimNote),
    ("event.amounts.value", Part::Amounts),
    ("event.amounts.min", Part::AmountRange),
    ("event.amounts.max", Part::AmountRange),
    ("event.amounts.currency", Part::Amounts),
    ("event.amounts.per", Part::AmountPer),
    ("event.amounts.about", Part::AmountAbout),
    ("event.amounts.note", Part::AmountNote),
    ("event.sources.id", Part::Citations),
    ("event.sources.at", Part::CitationAt),
    ("event.sources.quote", Part::CitationQuote),
    ("event.sources.bears", Part::CitationBears),
    ("event.sources.note", Part::CitationNote),
    ("event.links.kind", Part::Links),
    ("event.links.to", Part::Links),
    ("event.links.note", Part::LinkNote),
    ("event.own keys", Part::EventKeys),
];

/// Adds the way to every field of a table, and to those of the tables in it. What only reading needs is not kept: no export has it.
fn add_fields(way: &str, table: &Table, ways: &mut Vec<String>) {
    for field in table.fields.iter().filter(|it| it.need != Need::Reading) {
        ways.push(format!("{way}.{}", field.key));
        if let FieldKind::Tables(table) = field.kind {
            add_fields(&format!("{way}.{}", field.key), table, ways);
        }
    }
    if table.keeps_own_keys {
        ways.push(format!("{way}.own keys"));
    }
}

/// Returns what the field at the end of a way holds in each of `records`.
fn values(records: &[&dyn Record], way: &[&str]) -> Vec<String> {
    let [key, rest @ ..] = way else { return Vec::new() };
    let of = |it: &&dyn Record| match it.table().position(key).map(|at| it.get(at)) {
        Some(Value::Tables(tables)) if !rest.is_empty() => values(&tables.all(), rest),
        Some(Value::Tables(tables)) => vec![tables.all().len().to_string()],
        Some(Value::Text(it)) => vec![it.into_owned()],
        Some(Value::Date(it)) => vec![it.as_str().to_owned()],
        Some(Value::Integer(it)) => vec![it.to_string()],
        Some(Value::Sum(it)) => vec![it.to_string()],
        Some(Value::Flag(it)) => vec![it.to_string()],
        Some(Value::Word(it)) => vec![it.to_owned()],
        Some(Value::Texts(it)) => vec![it.join(",")],
        Some(Value::None) => vec![String::new()],
        None => it.own_keys().iter().map(|it| it.0.clone()).collect(),
    };
    records.iter().flat_map(of).collect()
}

fn records<'a>(it: &'a Chronology, table: &str) -> Vec<&'a dyn Record> {
    match table {
        "timeline" => vec![&it.timeline],
        "party" => it.parties.iter().map(|it| it as &dyn Record).collect(),
        "source" => it.sources.iter().map(|it| it as &dyn Record).collect(),
        _ => it.events.iter().map(|it| it as &dyn Record).collect(),
    }
}

#[test]
fn every_field_of_the_store_goes_with_a_part() {
    let mut ways = Vec::new();
    for table in [Timeline::TABLE, Party::TABLE, Source::TABLE, Event::TABLE] {
        add_fields(table.what, table, &mut ways);
    }
    let mut listed: Vec<&str> = FIELDS.iter().map(|it| it.0).collect();
    ways.sort_unstable();
    listed.sort_unstable();
    assert_eq!(listed, ways, "a new field wants a part, or the formats would drop it without a word");
    for (way, part) in FIELDS {
        let (before, mut after) = (chronology(), chronology());
        change(*part, &mut after);
        let way: Vec<&str> = way.split('.').collect();
        let values = |it| values(&records(it, way[0]), &way[1..]);
        assert_ne!(values(&before), values(&after), "{way:?} does not go with {part:?}");
    }
}
