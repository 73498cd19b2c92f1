//! From a chronology to canonical TOML: fields in a fixed order, defaults left out, strings escaped.
//!
//! What was written loads as the same chronology. The words of one are escaped by `toml_writer`; keys that this program does
//! not know are written back as they stood.

use rust_decimal::Decimal;
use toml::de::DeValue;
use toml_writer::{ToTomlKey as _, ToTomlValue as _, TomlStringBuilder};

use crate::chronology::{
    Affiliation, Amount, Bears, Chronology, Citation, Claim, Event, Link, Named, Participation, Party, Source, When,
};

/// Columns that an array may take on one line.
const WIDEST: usize = 100;

/// Returns the store of a whole chronology.
///
/// ```
/// use dateline::{chronology::{Chronology, Event}, store::write};
/// let event = Event { id: "a".into(), when: "1985~".parse().ok(), title: "One".into(), ..Event::default() };
/// let chronology = Chronology { events: vec![event], ..Chronology::default() };
/// assert_eq!(write(&chronology), "[[event]]\nid = \"a\"\nwhen = \"1985~\"\ntitle = \"One\"\n");
/// ```
pub fn write(chronology: &Chronology) -> String {
    let mut tables = Vec::new();
    let timeline = &chronology.timeline;
    let fields = Fields::default()
        .text("title", timeline.title.as_ref())
        .text("summary", timeline.summary.as_ref())
        .extra(&timeline.extra);
    if !fields.0.is_empty() {
        tables.push(format!("[timeline]\n{}", fields.0));
    }
    tables.extend(chronology.parties.iter().map(write_party));
    tables.extend(chronology.sources.iter().map(write_source));
    tables.extend(chronology.events.iter().map(write_event));
    tables.join("\n")
}

/// Returns the `[[party]]` table of a party.
pub fn write_party(party: &Party) -> String {
    let fields = Fields::default()
        .required("id", &party.id)
        .required("name", &party.name)
        .word("kind", party.kind)
        .list("aliases", party.aliases.iter().map(|it| basic(it)))
        .list("affiliations", party.affiliations.iter().map(affiliation))
        .date("when", party.when.as_ref())
        .text("url", party.url.as_ref())
        .text("note", party.note.as_ref())
        .extra(&party.extra);
    format!("[[party]]\n{}", fields.0)
}

/// Returns the `[[source]]` table of a source.
pub fn write_source(source: &Source) -> String {
    let fields = Fields::default()
        .required("id", &source.id)
        .required("title", &source.title)
        .text("author", source.author.as_ref())
        .text("publisher", source.publisher.as_ref())
        .date("published", source.published.as_ref())
        .text("url", source.url.as_ref())
        .word("kind", source.kind)
        .list("derived_from", source.derived_from.iter().map(|it| basic(it)))
        .text("note", source.note.as_ref())
        .extra(&source.extra);
    format!("[[source]]\n{}", fields.0)
}

/// Returns the `[[event]]` table of an event.
pub fn write_event(event: &Event) -> String {
    let fields = Fields::default()
        .required("id", &event.id)
        .date("when", event.when.as_ref())
        .text("as_written", event.as_written.as_ref())
        .raw("seq", event.seq.map(|it| it.to_string()))
        .required("title", &event.title)
        .text("summary", event.summary.as_ref())
        .text("category", event.category.as_ref())
        .text("place", event.place.as_ref())
        .word("status", event.status)
        .date("known", event.known.as_ref())
        .list("parties", event.parties.iter().map(participation))
        .list("tags", event.tags.iter().map(|it| basic(it)))
        .list("claims", event.claims.iter().map(claim))
        .list("amounts", event.amounts.iter().map(amount))
        .list("sources", event.sources.iter().map(citation))
        .list("links", event.links.iter().map(link))
        .text("note", event.note.as_ref())
        .extra(&event.extra);
    format!("[[event]]\n{}", fields.0)
}

/// The lines of one table.
#[derive(Default)]
struct Fields(String);

impl Fields {
    fn raw(mut self, key: &str, value: Option<String>) -> Self {
        if let Some(value) = value {
            self.0.extend([&*key.to_toml_key(), " = ", &*value, "\n"]);
        }
        self
    }

    fn required(self, key: &str, text: &str) -> Self {
        let value =
            if text.contains('\n') { TomlStringBuilder::new(text).as_ml_basic().to_toml_value() } else { basic(text) };
        self.raw(key, Some(value))
    }

    fn text(self, key: &str, text: Option<&String>) -> Self {
        match text {
            Some(text) => self.required(key, text),
            None => self,
        }
    }

    fn date(self, key: &str, when: Option<&When>) -> Self {
        self.raw(key, when.map(|it| basic(it.as_str())))
    }

    fn word<T: Named>(self, key: &str, word: Option<T>) -> Self {
        self.raw(key, word.map(|it| basic(it.name())))
    }

    /// Writes an array on one line where that is short, else one item a line.
    fn list(self, key: &str, items: impl Iterator<Item = String>) -> Self {
        let items: Vec<String> = items.collect();
        if items.is_empty() {
            return self;
        }
        let line = format!("[{}]", items.join(", "));
        let n_tables = items.iter().filter(|it| it.starts_with('{')).count();
        if n_tables <= 1 && line.chars().count() + key.len() + 3 <= WIDEST {
            return self.raw(key, Some(line));
        }
        self.raw(key, Some(format!("[\n  {},\n]", items.join(",\n  "))))
    }

    /// Writes back keys that this program does not know. One whose value is no TOML could only come from outside of a store,
    /// and becomes a string.
    fn extra(self, extra: &[(String, String)]) -> Self {
        extra.iter().fold(self, |fields, (key, text)| {
            let value = if DeValue::parse(text).is_ok() { text.clone() } else { basic(text) };
            fields.raw(key, Some(value))
        })
    }
}

/// Returns `text` as a string on one line.
fn basic(text: &str) -> String {
    TomlStringBuilder::new(text).as_basic().to_toml_value()
}

/// Returns the pairs that have a value as an inline table.
fn inline<const N: usize>(pairs: [(&str, Option<String>); N]) -> String {
    let pairs = pairs.into_iter().filter_map(|(key, value)| value.map(|it| format!("{key} = {it}")));
    format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
}

fn optional(text: Option<&String>) -> Option<String> {
    text.map(|it| basic(it))
}

fn spelling(when: Option<&When>) -> Option<String> {
    when.map(|it| basic(it.as_str()))
}

fn participation(it: &Participation) -> String {
    match &it.role {
        None => basic(&it.party),
        role => inline([("id", Some(basic(&it.party))), ("role", optional(role.as_ref()))]),
    }
}

fn affiliation(it: &Affiliation) -> String {
    inline([
        ("with", Some(basic(&it.with))),
        ("role", optional(it.role.as_ref())),
        ("when", spelling(it.when.as_ref())),
    ])
}

fn citation(it: &Citation) -> String {
    let bears = (it.bears != Bears::default()).then(|| basic(it.bears.name()));
    if bears.is_none() && it.at.is_none() && it.quote.is_none() && it.note.is_none() {
        return basic(&it.source);
    }
    inline([
        ("id", Some(basic(&it.source))),
        ("at", optional(it.at.as_ref())),
        ("quote", optional(it.quote.as_ref())),
        ("bears", bears),
        ("note", optional(it.note.as_ref())),
    ])
}

fn claim(it: &Claim) -> String {
    inline([
        ("by", Some(basic(&it.by))),
        ("stance", Some(basic(it.stance.name()))),
        ("source", optional(it.source.as_ref())),
        ("at", optional(it.at.as_ref())),
        ("when", spelling(it.when.as_ref())),
        ("note", optional(it.note.as_ref())),
    ])
}

fn link(it: &Link) -> String {
    inline([("kind", Some(basic(it.kind.name()))), ("to", Some(basic(&it.to))), ("note", optional(it.note.as_ref()))])
}

fn amount(it: &Amount) -> String {
    inline([
        ("value", it.value.map(number)),
        ("min", it.min.map(number)),
        ("max", it.max.map(number)),
        ("currency", Some(basic(&it.currency))),
        ("per", optional(it.per.as_ref())),
        ("about", it.about.then(|| "true".to_owned())),
        ("note", optional(it.note.as_ref())),
    ])
}

/// Returns the digits of a sum, those of a whole one in groups of three. A whole one that does not fit an integer of TOML is
/// written as a string: other readers of the store need not take it.
fn number(sum: Decimal) -> String {
    let digits = sum.to_string();
    if digits.contains('.') {
        return digits;
    }
    let (sign, whole) = digits.split_at(usize::from(digits.starts_with('-')));
    let mut grouped = sign.to_owned();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            grouped.push('_');
        }
        grouped.push(digit);
    }
    if digits.parse::<i64>().is_ok() { grouped } else { basic(&grouped) }
}
