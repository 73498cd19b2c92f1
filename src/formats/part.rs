//! Everything that a chronology can say, part by part.
//!
//! A format lists the parts that it carries. What it loses of some events follows: the parts that they have and it does not list.
//! A law takes each part away from a store that has them all, and wants every format to write something else or to report it.

use crate::chronology::{Bears, End, Event, Party, Precision, Shape, Source, Timeline};

use super::subset::Contents;

/// One part: what it is called where several have it, the part that it is in, and whether something has it.
pub(super) struct PartOf<T> {
    pub part: Part,
    pub within: Option<Part>,
    pub words: &'static str,
    pub has: fn(&Contents, &T) -> bool,
}

/// Makes the parts of each sort, the list of them, and the table of what each is.
macro_rules! parts {
    ($($(#[$about:meta])* $list:ident $rows:ident $of:ty {
        $($part:ident $(in $within:ident)? $words:literal $has:expr,)*
    })*) => {
        /// Something that a chronology can say.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Part { $($($part,)*)* }

        $(
            $(#[$about])*
            pub(super) const $list: &[Part] = &[$(Part::$part),*];

            pub(super) static $rows: &[PartOf<$of>] = &[$(PartOf {
                part: Part::$part,
                within: [$(Some(Part::$within),)? None][0],
                words: $words,
                has: $has,
            },)*];
        )*
    };
}

parts! {
    /// What is said of the whole.
    TIMELINE TIMELINE_ROWS Timeline {
        TimelineTitle "title" |_, it| it.title.is_some(),
        TimelineSummary "summary" |_, it| it.summary.is_some(),
        TimelineOpening "opening query" |_, it| it.opening.is_some(),
        TimelineLanes "order of lanes" |_, it| !it.lanes.is_empty(),
        TimelineZone "time zone" |_, it| it.zone.is_some(),
        TimelineKeys "own keys" |_, it| !it.extra.is_empty(),
    }

    /// What is said of the parties that go with the events.
    PARTY PARTY_ROWS Party {
        PartyUnnamed "no event names" |contents, it| !contents.names(it),
        PartyId in Participants "ids" |_, _| true,
        PartyName in Participants "names" |_, _| true,
        PartyIds in Participants "further ids" |_, it| !it.ids.is_empty(),
        PartyNames in Participants "names over time" |_, it| !it.names.is_empty(),
        PartyNamesWhen in PartyNames "dates of names" |_, it| it.names.iter().any(|it| it.when.is_some()),
        PartyKind in Participants "kinds" |_, it| it.kind.is_some(),
        PartyAliases in Participants "aliases" |_, it| !it.aliases.is_empty(),
        PartyWhen in Participants "lifetimes" |_, it| it.when.is_some(),
        PartyUrl in Participants "addresses" |_, it| it.url.is_some(),
        PartyNote in Participants "remarks" |_, it| it.note.is_some(),
        PartyKeys in Participants "own keys" |_, it| !it.extra.is_empty(),
        Affiliations in Participants "affiliations" |_, it| !it.affiliations.is_empty(),
        AffiliationRole in Affiliations "roles in affiliations" |_, it| it.affiliations.iter().any(|it| it.role.is_some()),
        AffiliationWhen in Affiliations "dates of affiliations" |_, it| it.affiliations.iter().any(|it| it.when.is_some()),
    }

    /// Affiliations that lead out of what is written: a store cannot keep them.
    AFFILIATIONS_OUT AFFILIATIONS_OUT_ROWS Party {
        AffiliationOutside in Affiliations "affiliations with parties of no selected event"
            |contents, it| it.affiliations.iter().any(|it| !contents.keeps_affiliation(it)),
    }

    /// What is said of the sources that go with the events.
    SOURCE SOURCE_ROWS Source {
        SourceUncited "no event cites" |contents, it| !contents.cites(it),
        SourceId in Citations "ids" |_, _| true,
        SourceTitle in Citations "titles" |_, _| true,
        SourceAuthor in Citations "authors" |_, it| it.author.is_some(),
        SourcePublisher in Citations "publishers" |_, it| it.publisher.is_some(),
        SourcePublished in Citations "dates" |_, it| it.published.is_some(),
        SourceBy in Citations "who speaks" |_, it| it.by.is_some(),
        SourceKnown in Citations "dates of disclosure" |_, it| it.known.is_some(),
        SourceUrl in Citations "addresses" |_, it| it.url.is_some(),
        SourceReadAt in Citations "addresses of copies that were read" |_, it| it.read_at.is_some(),
        SourceArchived in Citations "addresses of archived copies" |_, it| it.archived.is_some(),
        SourceRetrieved in Citations "dates of reading" |_, it| it.retrieved.is_some(),
        SourceSha256 in Citations "checksums" |_, it| it.sha256.is_some(),
        SourceLang in Citations "languages" |_, it| it.lang.is_some(),
        SourceTitleInferred in Citations "marks of inferred titles" |_, it| it.title_inferred,
        SourceKind in Citations "kinds" |_, it| it.kind.is_some(),
        SourceOrigins in Citations "what they repeat" |_, it| !it.derived_from.is_empty(),
        SourceNote in Citations "remarks" |_, it| it.note.is_some(),
        SourceKeys in Citations "own keys" |_, it| !it.extra.is_empty(),
    }

    /// What is said of the events.
    EVENT EVENT_ROWS Event {
        EventWhen "dates" |_, it| it.when.is_some(),
        WhenPrecision in EventWhen "dates coarser than a day" |_, it| it.when.as_ref().is_some_and(|it| it.precision() < Precision::Day),
        WhenQualifiers in EventWhen "approximate or uncertain dates"
            |_, it| it.when.as_ref().is_some_and(|it| it.is_approximate() || it.is_uncertain()),
        WhenEnds in EventWhen "open or unknown ends" |_, it| it.when.as_ref().is_some_and(|it| {
            let bounds = it.bounds();
            [bounds.start, bounds.end].iter().any(|it| matches!(it, End::Open | End::Unknown))
        }),
        WhenTime in EventWhen "times of day" |_, it| it.when.as_ref().is_some_and(|it| Precision::Day < it.precision()),
        WhenSpan in EventWhen "dates that last" |_, it| it.when.as_ref().is_some_and(|it| it.bounds().shape == Shape::Span),
        AsWritten "dates as written" |_, it| it.as_written.is_some(),
        Seq "places among events of the same time" |_, it| it.seq.is_some(),
        EventTitle "titles" |_, _| true,
        Summary "summaries" |_, it| it.summary.is_some(),
        Category "categories" |_, it| it.category.is_some(),
        Key "marks of key events" |_, it| it.key,
        StatusStated "statuses stated by the author" |_, it| it.status.is_some(),
        KnownStated "dates of disclosure stated by the author" |_, it| it.known.is_some(),
        Place "places" |_, it| it.place.is_some(),
        Participants "parties" |_, it| !it.parties.is_empty(),
        ParticipantRole in Participants "roles of parties" |_, it| it.parties.iter().any(|it| it.role.is_some()),
        Tags "tags" |_, it| !it.tags.is_empty(),
        Claims "claims" |_, it| !it.claims.is_empty(),
        ClaimAct in Claims "acts that claims were made in" |_, it| it.claims.iter().any(|it| it.act.is_some()),
        ClaimSource in Claims "sources of claims" |_, it| it.claims.iter().any(|it| it.source.is_some()),
        ClaimAt in Claims "places of claims in their sources" |_, it| it.claims.iter().any(|it| it.at.is_some()),
        ClaimWhen in Claims "dates of claims" |_, it| it.claims.iter().any(|it| it.when.is_some()),
        ClaimNote in Claims "remarks on claims" |_, it| it.claims.iter().any(|it| it.note.is_some()),
        Amounts "amounts" |_, it| !it.amounts.is_empty(),
        AmountKind in Amounts "kinds of amounts" |_, it| it.amounts.iter().any(|it| it.kind.is_some()),
        AmountSource in Amounts "sources of amounts" |_, it| it.amounts.iter().any(|it| it.source.is_some()),
        AmountBy in Amounts "parties that give amounts" |_, it| it.amounts.iter().any(|it| it.by.is_some()),
        AmountRange in Amounts "floors and ceilings of amounts" |_, it| it.amounts.iter().any(|it| it.min.or(it.max).is_some()),
        AmountPer in Amounts "periods of amounts" |_, it| it.amounts.iter().any(|it| it.per.is_some()),
        AmountAbout in Amounts "approximate amounts" |_, it| it.amounts.iter().any(|it| it.about),
        AmountNote in Amounts "remarks on amounts" |_, it| it.amounts.iter().any(|it| it.note.is_some()),
        Citations "sources" |_, it| !it.sources.is_empty(),
        CitationAt in Citations "places in sources" |_, it| it.sources.iter().any(|it| it.at.is_some()),
        CitationSays in Citations "what sources say" |_, it| it.sources.iter().any(|it| it.says.is_some()),
        CitationFrom in Citations "what sources repeat there" |_, it| it.sources.iter().any(|it| !it.from.is_empty()),
        CitationQuote in Citations "quotes" |_, it| it.sources.iter().any(|it| it.quote.is_some()),
        CitationBears in Citations "sources that do not support" |_, it| it.sources.iter().any(|it| it.bears != Bears::Supports),
        CitationNote in Citations "remarks on citations" |_, it| it.sources.iter().any(|it| it.note.is_some()),
        Links "links" |_, it| !it.links.is_empty(),
        LinkNote in Links "remarks on links" |_, it| it.links.iter().any(|it| it.note.is_some()),
        Note "remarks" |_, it| it.note.is_some(),
        EventKeys "own keys" |_, it| !it.extra.is_empty(),
        // An id is a handle: it says something only where another event takes hold of it.
        EventId "ids that other events link to" |contents, it| contents.is_linked(it),
    }

    /// Links and acts that lead out of what is written: a store cannot keep them.
    LINKS_OUT LINKS_OUT_ROWS Event {
        ActOutside in ClaimAct "acts of claims that are not selected; their dates and sources are told instead"
            |contents, it| it.claims.iter().any(|it| !contents.keeps_act(it)),
        LinkOutside in Links "links to events that are not selected"
            |contents, it| it.links.iter().any(|it| !contents.keeps_link(it)),
    }
}

/// Dates of events, where they are written as people read them.
pub(super) const DATES: &[Part] =
    &[Part::EventWhen, Part::WhenPrecision, Part::WhenQualifiers, Part::WhenEnds, Part::WhenTime, Part::WhenSpan];

/// What a row of a table says of an event in any case: parties by their names and sources by their ids.
pub(super) const ROW: &[Part] = &[
    Part::AsWritten,
    Part::EventTitle,
    Part::Summary,
    Part::StatusStated,
    Part::Participants,
    Part::ParticipantRole,
    Part::PartyName,
    Part::Claims,
    Part::ClaimSource,
    Part::ClaimAt,
    Part::ClaimWhen,
    Part::Amounts,
    Part::AmountRange,
    Part::AmountPer,
    Part::AmountAbout,
    Part::Citations,
    Part::CitationAt,
    Part::CitationBears,
    Part::SourceId,
];

/// Everything that there is.
pub(super) const EVERYTHING: &[&[Part]] = &[TIMELINE, PARTY, AFFILIATIONS_OUT, SOURCE, EVENT, LINKS_OUT];
