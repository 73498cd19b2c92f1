//! One event as a reader wants it: every fact that the store has of it, in sections, before any drawing.
//!
//! The explorer's detail pane and `dateline show` draw the same [`Sheet`], so that the two cannot tell different things. Its texts
//! are data: whoever draws them passes them through [`printable`](crate::text::printable).

use strum::IntoStaticStr;

use super::{
    disclosure::time_to_light,
    words::{count, done, paragraphs, party_name},
};
use crate::{
    catalog::{Catalog, EventIdx},
    chronology::{
        Bears, Claim, Event, Named, Participation, Stance, Status, When, claim_date, claim_known, derived_status,
        standing,
    },
};

/// One event, ready to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The event's title.
    pub title: String,
    /// The event's id.
    pub id: String,
    /// How it stands.
    pub status: Status,
    /// What is known of it, most important first; only sections with something in them.
    pub sections: Vec<Section>,
}

/// Facts of one sort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What they are.
    pub heading: Heading,
    /// The facts.
    pub facts: Vec<Fact>,
}

/// What the facts of a section are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Heading {
    /// Its date.
    When,
    /// How it stands.
    Status,
    /// Since when it is known.
    Known,
    /// What it was, in a few sentences.
    Summary,
    /// Category, place and tags.
    About,
    /// Who took part.
    Parties,
    /// Who says what of it.
    Claims,
    /// What is said in it of other events.
    Says,
    /// Money in it.
    Amounts,
    /// What it rests on.
    Sources,
    /// What it is to other events.
    Links,
    /// The author's remark.
    Note,
    /// Keys that this program does not know.
    #[strum(serialize = "other keys")]
    OtherKeys,
    /// Where it stands written.
    File,
}

impl Heading {
    /// Returns the words over the section.
    pub fn words(self) -> &'static str {
        self.into()
    }

    /// Returns the word for one of its facts.
    pub fn one(self) -> &'static str {
        match self {
            Self::Parties => "party",
            Self::Claims => "claim",
            Self::Amounts => "amount",
            Self::Sources => "source",
            Self::Links => "link",
            other => other.words(),
        }
    }
}

/// A phrase of a fact; whoever draws it spells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phrase {
    /// Words of the store or of ours.
    Words(String),
    /// A date.
    Date(When),
    /// The date since which something is known.
    Since(When),
    /// Labels.
    Tags(Vec<String>),
    /// The id of an event or a source.
    Id(String),
    /// The page where a source can be read.
    Page(String),
}

impl Phrase {
    /// Returns the phrase as it is printed.
    pub fn printed(&self) -> String {
        match self {
            Self::Words(it) | Self::Page(it) => it.clone(),
            Self::Date(it) => it.short(),
            Self::Since(it) => since(it.short()),
            Self::Tags(it) => it.iter().map(|it| format!("#{it}")).collect::<Vec<_>>().join(" "),
            Self::Id(it) => format!("[{it}]"),
        }
    }
}

/// Returns since when, for a short date; one of two bounds has its own preposition.
pub fn since(date: String) -> String {
    if date.starts_with("between") { date } else { format!("since {date}") }
}

/// Returns phrases as they are printed, with dots between them.
pub fn printed(phrases: &[Phrase]) -> String {
    phrases.iter().map(Phrase::printed).collect::<Vec<_>>().join(" · ")
}

/// One fact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fact {
    /// A word or two to stand in a column before it, such as `alleges`; empty in a section that needs none.
    pub lead: String,
    /// The fact.
    pub phrases: Vec<Phrase>,
    /// What belongs to it, a line each: a quotation, a remark.
    pub details: Vec<Vec<Phrase>>,
    /// Where a reader can go from it.
    pub leads_to: Destination,
}

/// Where a reader can go from a fact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Destination {
    /// Nowhere.
    #[default]
    None,
    /// To another event.
    Event(EventIdx),
    /// To what a party did: its id.
    Party(String),
    /// To what rests on a source: its id, and the page where it can be read.
    Source {
        /// The source's id.
        id: String,
        /// The page where it can be read.
        url: Option<String>,
    },
}

impl Fact {
    fn new(lead: impl Into<String>, phrases: Vec<Phrase>) -> Self {
        Self { lead: lead.into(), phrases, ..Self::default() }
    }

    fn words(lead: impl Into<String>, text: impl Into<String>) -> Self {
        Self::new(lead, vec![Phrase::Words(text.into())])
    }

    /// Adds lines of words.
    fn with(self, details: impl IntoIterator<Item = String>) -> Self {
        self.with_phrases(details.into_iter().map(|it| vec![Phrase::Words(it)]))
    }

    fn with_phrases(mut self, details: impl IntoIterator<Item = Vec<Phrase>>) -> Self {
        self.details.extend(details);
        self
    }

    fn to(mut self, leads_to: Destination) -> Self {
        self.leads_to = leads_to;
        self
    }
}

/// Returns everything that `catalog` has of the event `id`.
pub fn sheet(catalog: &Catalog, id: EventIdx) -> Sheet {
    let event = &*catalog.event(id);
    let status = catalog.status(id);
    let text =
        |text: &Option<String>| text.iter().flat_map(|it| paragraphs(it)).map(|it| Fact::words("", it)).collect();
    let sections = [
        (Heading::When, when(event)),
        (Heading::Status, vec![standing_of(catalog, event, status)]),
        (Heading::Known, known(catalog, event).into_iter().chain(written_later(catalog, id)).collect()),
        (Heading::Summary, text(&event.summary)),
        (Heading::About, about(event)),
        (Heading::Parties, parties(catalog, event)),
        (Heading::Claims, claims(catalog, event)),
        (Heading::Says, says(catalog, id, event)),
        (Heading::Amounts, event.amounts.iter().map(|it| Fact::words("", it.words()).with(it.note.clone())).collect()),
        (Heading::Sources, sources(catalog, event)),
        (Heading::Links, links(catalog, id, event)),
        (Heading::Note, text(&event.note)),
        (Heading::OtherKeys, event.extra.iter().map(|(key, value)| Fact::words(key, value.trim())).collect()),
    ];
    let sections =
        sections.into_iter().map(|(heading, facts)| Section { heading, facts }).filter(|it| !it.facts.is_empty());
    Sheet { title: event.title.clone(), id: event.id.clone(), status, sections: sections.collect() }
}

/// Returns that the author's words were written of more than was known on the day, where it is so.
fn written_later(catalog: &Catalog, id: EventIdx) -> Option<Fact> {
    let day = catalog.day().filter(|_| catalog.is_cut(id))?;
    Some(Fact::words("", format!("more came out after {}; title and texts were written later", day.short())))
}

fn when(event: &Event) -> Vec<Fact> {
    let row = match &event.when {
        Some(when) => Fact::new("", vec![Phrase::Date(when.clone())]).with([when.long()]),
        None => Fact::words("", "undated"),
    };
    let as_written = event.as_written.iter().map(|it| format!("as written: {it}"));
    let seq = event.seq.iter().map(|it| format!("number {it} among events of the same time"));
    vec![row.with(as_written).with(seq)]
}

/// Returns how an event stands, why, and who is heard in what it rests on. Who denies what is documented is said beside it.
fn standing_of(catalog: &Catalog, event: &Event, status: Status) -> Fact {
    let denies = |it: &&&Claim| matches!(it.stance, Stance::Denies | Stance::Disputes);
    let denials = standing(event, catalog);
    let denials: Vec<String> = denials
        .iter()
        .filter(denies)
        .filter(|_| status == Status::Documented)
        .map(|it| format!("{} by {}", done(it.stance), party_name(catalog, &it.by)))
        .collect();
    let denied = (!denials.is_empty()).then(|| denials.join(", "));
    Fact::words("", status.name()).with(denied).with([reason(catalog, event)]).with(catalog.voices_of(event).words())
}

/// Returns what the status follows from.
fn reason(catalog: &Catalog, event: &Event) -> String {
    let derived = derived_status(event, catalog);
    let is_it = event.sources.iter().any(|it| it.bears == Bears::Is);
    match event.status {
        Some(_) => format!("stated by the author; its claims and sources make it {}", derived.name()),
        None if is_it => "the source is the thing itself".to_owned(),
        None if event.claims.is_empty() && event.sources.is_empty() => "neither claim nor source".to_owned(),
        None if event.claims.is_empty() => format!("from {} and no claim", count(event.sources.len(), "source")),
        None => format!("from its claims: {}", stances(event)),
    }
}

/// Returns how many claims take each stance: `1 alleges, 2 denies`.
fn stances(event: &Event) -> String {
    let counts = Stance::ALL.iter().map(|it| (it, event.claims.iter().filter(|claim| claim.stance == *it).count()));
    counts.filter(|(_, n)| *n > 0).map(|(it, n)| format!("{n} {}", it.name())).collect::<Vec<_>>().join(", ")
}

fn known(catalog: &Catalog, event: &Event) -> Option<Fact> {
    let known = &catalog.known_of(event)?;
    let stated = event.known.is_some().then(|| "stated by the author".to_owned());
    let took = event.when.as_ref().and_then(|it| time_to_light(it, known)).map(|it| format!("took {it} to come out"));
    let by = if stated.is_none() { disclosed_by(catalog, event, known) } else { None };
    Some(Fact::new("", vec![Phrase::Since(known.clone())]).with(by).with(stated).with(took))
}

/// Returns by what an event came out: the claim or the source that was public at `known`.
fn disclosed_by(catalog: &Catalog, event: &Event, known: &When) -> Option<String> {
    let title = |id: &str| catalog.source(id).map_or_else(|| format!("`{id}`"), |it| it.title.clone());
    if let Some(claim) = event.claims.iter().find(|it| claim_known(it, catalog).as_ref() == Some(known)) {
        let act = claim.act.as_ref().and_then(|it| catalog.find(it)).map(|it| catalog.title(it).to_owned());
        let place = act.or_else(|| claim.source.as_ref().map(|it| title(it)));
        let place = place.map(|it| format!(", in {it}")).unwrap_or_default();
        return Some(format!("{} by {}{place}", done(claim.stance), party_name(catalog, &claim.by)));
    }
    let mut cited = event.sources.iter().filter(|it| it.bears.supports()).map(|it| &it.source);
    let source = cited.find(|it| catalog.source(it).is_some_and(|it| it.public() == Some(known)))?;
    Some(format!("by {}", title(source)))
}

fn about(event: &Event) -> Vec<Fact> {
    let words = |lead: &str, text: &Option<String>| text.as_ref().map(|it| Fact::words(lead, it.clone()));
    let tags = (!event.tags.is_empty()).then(|| Fact::new("tags", vec![Phrase::Tags(event.tags.clone())]));
    [words("category", &event.category), words("place", &event.place), tags].into_iter().flatten().collect()
}

fn parties(catalog: &Catalog, event: &Event) -> Vec<Fact> {
    let row = |it: &Participation| {
        let role = it.role.iter().cloned().map(Phrase::Words);
        let name = Phrase::Words(party_name(catalog, &it.party).to_owned());
        Fact::new("", [name].into_iter().chain(role).collect()).to(Destination::Party(it.party.clone()))
    };
    event.parties.iter().map(row).collect()
}

fn claims(catalog: &Catalog, event: &Event) -> Vec<Fact> {
    let row = |claim: &Claim| {
        let by = Phrase::Words(party_name(catalog, &claim.by).to_owned());
        let place = claim.place().map(Phrase::Words);
        let act = claim.act.as_ref().and_then(|it| catalog.find(it));
        let phrases = [Some(by), claim_date(claim, catalog).map(Phrase::Date), place].into_iter().flatten().collect();
        let within = claim.act.as_ref().map(|id| {
            let title =
                act.map_or_else(|| format!("`{id}`, which is not in the store"), |it| catalog.title(it).to_owned());
            vec![Phrase::Words(format!("in: {title}")), Phrase::Id(id.clone())]
        });
        let leads_to = act.map_or_else(|| Destination::Party(claim.by.clone()), Destination::Event);
        Fact::new(claim.stance.name(), phrases).with(claim.note.clone()).with_phrases(within).to(leads_to)
    };
    event.claims.iter().map(row).collect()
}

/// Returns what is alleged, denied and so on in an event that is an act of speech.
fn says(catalog: &Catalog, id: EventIdx, event: &Event) -> Vec<Fact> {
    let of = |idx: &EventIdx| {
        let of = catalog.event(*idx);
        let made_here = of.claims.iter().filter(|it| it.act.as_ref() == Some(&event.id));
        let row = |claim: &Claim| {
            let by = Phrase::Words(format!("by {}", party_name(catalog, &claim.by)));
            let fact = Fact::words(claim.stance.name(), of.title.clone()).with(claim.note.clone());
            fact.with_phrases([vec![by, Phrase::Id(of.id.clone())]]).to(Destination::Event(*idx))
        };
        made_here.map(row).collect::<Vec<_>>()
    };
    catalog.said_in(id).iter().flat_map(of).collect()
}

/// Returns how a source bears on an event that it does not simply support.
const fn bearing(bears: Bears) -> Option<&'static str> {
    match bears {
        Bears::Supports => None,
        Bears::Is => Some("is the thing itself"),
        Bears::Contradicts => Some("contradicts"),
        Bears::Context => Some("context"),
    }
}

fn sources(catalog: &Catalog, event: &Event) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    for citation in &event.sources {
        let source = catalog.source(&citation.source);
        let title =
            source.map_or_else(|| format!("`{}`, which is not in the store", citation.source), |it| it.title.clone());
        let by = source.into_iter().flat_map(|it| [&it.author, &it.publisher]).flatten().cloned().map(Phrase::Words);
        let published = source.and_then(|it| it.published.clone()).map(Phrase::Date);
        let kind = source.and_then(|it| it.kind).map(|it| Phrase::Words(it.name().to_owned()));
        let origin: Vec<Phrase> = by.chain(published).chain(kind).collect();
        let repeats = match source {
            _ if !citation.from.is_empty() => Some(format!("repeats here {}", citation.from.join(", "))),
            Some(it) if !it.derived_from.is_empty() => Some(format!("repeats {}", it.derived_from.join(", "))),
            _ => None,
        };
        let url = source.and_then(|it| it.url.clone());
        let row = Fact::words("", title)
            .with_phrases((!origin.is_empty()).then_some(origin))
            .with(citation.at.as_ref().map(|it| format!("at {it}")))
            .with(bearing(citation.bears).map(str::to_owned))
            .with(citation.says.as_ref().map(|it| format!("says {it}")))
            .with(citation.quote.as_ref().map(|it| format!("“{it}”")))
            .with(citation.note.clone())
            .with(repeats)
            .with(source.and_then(|it| it.note.clone()))
            .with_phrases([vec![Phrase::Id(citation.source.clone())]])
            .with_phrases(url.clone().map(|it| vec![Phrase::Page(it)]));
        facts.push(row.to(Destination::Source { id: citation.source.clone(), url }));
    }
    facts
}

/// Returns the links as this event reads them, its own first and then those of other events to it.
fn links(catalog: &Catalog, id: EventIdx, event: &Event) -> Vec<Fact> {
    let row = |words: &str, idx: EventIdx, other: &Event| {
        let date = other.when.clone().map_or_else(|| Phrase::Words("undated".to_owned()), Phrase::Date);
        let place = vec![date, Phrase::Id(other.id.clone())];
        Fact::words(words, other.title.clone()).with_phrases([place]).to(Destination::Event(idx))
    };
    let own = event.links.iter().map(|link| {
        let linked = match catalog.find(&link.to) {
            Some(other) => row(link.kind.words(), other, &catalog.event(other)),
            None => Fact::words(link.kind.words(), format!("`{}`, which is not in the store", link.to)),
        };
        linked.with(link.note.clone())
    });
    let incoming = catalog.links_to(id).iter().map(|(kind, from)| {
        let other = catalog.event(*from);
        let notes = other.links.iter().filter(|it| it.kind == *kind && it.to == event.id);
        row(kind.inverse_words(), *from, &other).with(notes.filter_map(|it| it.note.clone()))
    });
    own.chain(incoming).collect()
}
