//! One event as a reader wants it: every fact that the store has of it, in sections, before any drawing.
//!
//! The explorer's detail pane and `dateline show` draw the same [`Sheet`], so that the two cannot tell different things. Its texts
//! are data: whoever draws them passes them through [`printable`](crate::text::printable).

use super::{
    disclosure::time_to_light,
    words::{count, paragraphs, party_name},
};
use crate::{
    catalog::{Catalog, EventIdx},
    chronology::{Bears, Claim, Event, Named, Stance, Status, When, derived_status},
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
    /// What they are: `claims`.
    pub heading: &'static str,
    /// The facts.
    pub rows: Vec<Row>,
}

/// One fact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// A word or two to stand in a column before it, such as `alleges`; empty in a section that needs none.
    pub lead: String,
    /// The fact.
    pub text: String,
    /// What belongs to it, a line each: a quotation, a remark.
    pub details: Vec<String>,
    /// Where a reader can go from it.
    pub target: Target,
}

/// Where a reader can go from a fact.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Target {
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

impl Row {
    fn new(lead: impl Into<String>, text: impl Into<String>) -> Self {
        Self { lead: lead.into(), text: text.into(), ..Self::default() }
    }

    fn with(mut self, details: impl IntoIterator<Item = String>) -> Self {
        self.details.extend(details);
        self
    }

    fn to(mut self, target: Target) -> Self {
        self.target = target;
        self
    }
}

/// Returns everything that `catalog` has of the event `id`.
pub fn sheet(catalog: &Catalog, id: EventIdx) -> Sheet {
    let event = &*catalog.event(id);
    let sections = [
        ("when", when(event)),
        ("status", status(catalog, id)),
        ("known", known(catalog, id)),
        ("summary", event.summary.iter().flat_map(|it| paragraphs(it)).map(|it| Row::new("", it)).collect()),
        ("about", about(event)),
        ("parties", parties(catalog, event)),
        ("claims", claims(catalog, event)),
        ("amounts", amounts(event)),
        ("sources", sources(catalog, event)),
        ("links", links(catalog, id)),
        ("note", event.note.iter().flat_map(|it| paragraphs(it)).map(|it| Row::new("", it)).collect()),
        ("other keys", event.extra.iter().map(|(key, value)| Row::new(key, value.trim())).collect()),
    ];
    let sections =
        sections.into_iter().map(|(heading, rows)| Section { heading, rows }).filter(|it| !it.rows.is_empty());
    Sheet { title: event.title.clone(), id: event.id.clone(), status: catalog.status(id), sections: sections.collect() }
}

fn when(event: &Event) -> Vec<Row> {
    let row = match &event.when {
        Some(when) => Row::new("", when.short()).with([when.long()]),
        None => Row::new("", "undated"),
    };
    let as_written = event.as_written.iter().map(|it| format!("as written: {it}"));
    let seq = event.seq.iter().map(|it| format!("number {it} among events of the same time"));
    vec![row.with(as_written).with(seq)]
}

fn status(catalog: &Catalog, id: EventIdx) -> Vec<Row> {
    let event = &*catalog.event(id);
    let derived = derived_status(event, |it| catalog.source(it));
    let why = match event.status {
        Some(_) => format!("stated by the author; its claims and sources make it {}", derived.name()),
        None if event.claims.is_empty() && event.sources.is_empty() => "neither claim nor source".to_owned(),
        None if event.claims.is_empty() => format!("from {} and no claim", count(event.sources.len(), "source")),
        None => format!("from its claims: {}", stances(event)),
    };
    vec![Row::new("", catalog.status(id).name()).with([why])]
}

/// Returns how many claims take each stance: `1 alleges, 2 denies`.
fn stances(event: &Event) -> String {
    let counts = Stance::ALL.iter().map(|it| (it, event.claims.iter().filter(|claim| claim.stance == *it).count()));
    counts.filter(|(_, n)| *n > 0).map(|(it, n)| format!("{n} {}", it.name())).collect::<Vec<_>>().join(", ")
}

fn known(catalog: &Catalog, id: EventIdx) -> Vec<Row> {
    let event = catalog.event(id);
    let Some(known) = catalog.known(id) else { return Vec::new() };
    let stated = event.known.is_some().then(|| "stated by the author".to_owned());
    let took = event.when.as_ref().and_then(|it| time_to_light(it, &known)).map(|it| format!("took {it} to come out"));
    let by = if stated.is_none() { disclosed_by(catalog, &event, &known) } else { None };
    let known = known.short();
    let words = if known.starts_with("between") { known } else { format!("since {known}") };
    vec![Row::new("", words).with(by).with(stated).with(took)]
}

/// Returns by what an event came out: the claim or the source whose date is `known`, in the order in which
/// [`earliest_disclosure`](crate::chronology::earliest_disclosure) looks at them.
fn disclosed_by(catalog: &Catalog, event: &Event, known: &When) -> Option<String> {
    let title = |id: &str| catalog.source(id).map_or_else(|| format!("`{id}`"), |it| it.title.clone());
    if let Some(claim) = event.claims.iter().find(|it| it.when.as_ref() == Some(known)) {
        let source = claim.source.as_ref().map(|it| format!(", in {}", title(it))).unwrap_or_default();
        return Some(format!("{} by {}{source}", said(claim.stance), party_name(catalog, &claim.by)));
    }
    let cited =
        event.sources.iter().map(|it| &it.source).chain(event.claims.iter().filter_map(|it| it.source.as_ref()));
    let mut cited = cited.filter(|it| catalog.source(it).is_some_and(|it| it.published.as_ref() == Some(known)));
    cited.next().map(|it| format!("by {}", title(it)))
}

/// Returns what was done by who takes a stance.
const fn said(stance: Stance) -> &'static str {
    match stance {
        Stance::Alleges => "alleged",
        Stance::Denies => "denied",
        Stance::Reports => "reported",
        Stance::Confirms => "confirmed",
        Stance::Disputes => "disputed",
        Stance::Retracts => "retracted",
    }
}

fn about(event: &Event) -> Vec<Row> {
    let tags =
        (!event.tags.is_empty()).then(|| event.tags.iter().map(|it| format!("#{it}")).collect::<Vec<_>>().join(" "));
    let rows = [("category", &event.category), ("place", &event.place), ("tags", &tags)];
    rows.into_iter().filter_map(|(lead, text)| Some(Row::new(lead, text.clone()?))).collect()
}

fn parties(catalog: &Catalog, event: &Event) -> Vec<Row> {
    let row = |party: &str, role: Option<&String>| {
        let role = role.map(|it| format!(" · {it}")).unwrap_or_default();
        Row::new("", format!("{}{role}", party_name(catalog, party))).to(Target::Party(party.to_owned()))
    };
    event.parties.iter().map(|it| row(&it.party, it.role.as_ref())).collect()
}

fn claims(catalog: &Catalog, event: &Event) -> Vec<Row> {
    let row = |claim: &Claim| {
        let at = claim.at.as_ref().map(|it| format!(" {it}")).unwrap_or_default();
        let source = claim.source.as_ref().map(|it| format!("{it}{at}"));
        let parts = [Some(party_name(catalog, &claim.by).to_owned()), claim.when.as_ref().map(When::short), source];
        let text = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        Row::new(claim.stance.name(), text).with(claim.note.clone()).to(Target::Party(claim.by.clone()))
    };
    event.claims.iter().map(row).collect()
}

fn amounts(event: &Event) -> Vec<Row> {
    event.amounts.iter().map(|it| Row::new("", it.words()).with(it.note.clone())).collect()
}

fn sources(catalog: &Catalog, event: &Event) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for citation in &event.sources {
        let source = catalog.source(&citation.source);
        let title =
            source.map_or_else(|| format!("`{}`, which is not in the store", citation.source), |it| it.title.clone());
        let by = source.into_iter().flat_map(|it| [&it.author, &it.publisher]).flatten().cloned();
        let published = source.and_then(|it| it.published.as_ref()).map(When::short);
        let kind = source.and_then(|it| it.kind).map(|it| it.name().to_owned());
        let origin: Vec<String> = by.chain(published).chain(kind).collect();
        let repeats =
            source.filter(|it| !it.derived_from.is_empty()).map(|it| format!("repeats {}", it.derived_from.join(", ")));
        let url = source.and_then(|it| it.url.clone());
        let row = Row::new("", title)
            .with((!origin.is_empty()).then(|| origin.join(" · ")))
            .with(citation.at.as_ref().map(|it| format!("at {it}")))
            .with((citation.bears != Bears::Supports).then(|| citation.bears.name().to_owned()))
            .with(citation.quote.as_ref().map(|it| format!("“{it}”")))
            .with(citation.note.clone())
            .with(repeats)
            .with(source.and_then(|it| it.note.clone()))
            .with([format!("[{}]", citation.source)])
            .with(url.clone());
        rows.push(row.to(Target::Source { id: citation.source.clone(), url }));
    }
    rows
}

/// Returns the links as this event reads them, its own first and then those of other events to it.
fn links(catalog: &Catalog, id: EventIdx) -> Vec<Row> {
    let row = |words: &str, other: EventIdx| {
        let event = catalog.event(other);
        let date = event.when.as_ref().map_or_else(|| "undated".to_owned(), When::short);
        Row::new(words, event.title.clone()).with([format!("{date} · [{}]", event.id)]).to(Target::Event(other))
    };
    let event = catalog.event(id);
    let own = event.links.iter().map(|link| {
        let linked = match catalog.find(&link.to) {
            Some(other) => row(link.kind.words(), other),
            None => Row::new(link.kind.words(), format!("`{}`, which is not in the store", link.to)),
        };
        linked.with(link.note.clone())
    });
    let incoming = catalog.links_to(id).iter().map(|(kind, from)| {
        let other = catalog.event(*from);
        let notes = other.links.iter().filter(|it| it.kind == *kind && it.to == event.id);
        row(kind.inverse_words(), *from).with(notes.filter_map(|it| it.note.clone()))
    });
    own.chain(incoming).collect()
}
