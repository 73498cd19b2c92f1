//! What the names in a query stand for in a catalog, and which stand for nothing.

use std::{collections::HashSet, ops::Range};

use crate::{
    catalog::{Catalog, EventIdx, Facet},
    chronology::Named,
    diag::{Diagnostic, Span, did_you_mean},
};

use super::{
    ast::{Name, NameOf, Query, Term},
    fold::fold,
    fuzzy::accepted_parties,
};

/// Ids that a wrong one is compared with.
const COMPARED: usize = 50_000;
/// Events beyond which no near id is looked for while somebody types: comparing a word with a million ids holds up the prompt.
const MANY: usize = 20_000;

/// The parties that names stand for: by id, name or alias, case and accents aside.
///
/// An id that no party of the store has stands for itself, because events and claims may use it all the same.
pub(super) struct Parties<'a> {
    ids: HashSet<&'a str>,
    folded: Folds,
}

impl<'a> Parties<'a> {
    pub(super) fn named(catalog: &'a Catalog, names: &[Name]) -> Self {
        let folded = Folds::of(names);
        let fits = |it: &str| folded.contain(it);
        let parties = catalog
            .parties()
            .iter()
            .filter(|it| fits(&it.id) || fits(&it.name) || it.aliases.iter().any(|it| fits(it)));
        Self { ids: parties.map(|it| it.id.as_str()).collect(), folded }
    }

    /// Returns whether the party with an id is among them.
    pub(super) fn contain(&self, id: &str) -> bool {
        self.ids.contains(id) || self.folded.contain(id)
    }
}

/// Names to compare with, case and accents aside.
pub(super) struct Folds(Vec<String>);

impl Folds {
    pub(super) fn of(names: &[Name]) -> Self {
        Self(names.iter().map(|it| fold(&it.text)).collect())
    }

    pub(super) fn contain(&self, text: &str) -> bool {
        let folded = fold(text);
        self.0.contains(&folded)
    }

    pub(super) fn any_in(&self, text: &str) -> bool {
        let folded = fold(text);
        self.0.iter().any(|it| folded.contains(it.as_str()))
    }
}

/// Returns whether a source of the store, or one that is only named, has one of the words in its id, its title or its publisher.
pub(super) fn is_source(catalog: &Catalog, words: &Folds, id: &str) -> bool {
    let entry = catalog.source(id);
    let texts = entry.into_iter().flat_map(|it| [Some(&it.title), it.publisher.as_ref()]).flatten();
    words.any_in(id) || texts.into_iter().any(|it| words.any_in(it))
}

/// Returns the events that names stand for.
pub(super) fn events_named(catalog: &Catalog, names: &[Name]) -> Vec<EventIdx> {
    names.iter().filter_map(|it| catalog.find(&it.text)).collect()
}

/// Returns the id of an event that `id` most likely meant.
pub fn nearest_id(catalog: &Catalog, id: &str) -> Option<String> {
    let ids: Vec<String> = catalog.iter().take(COMPARED).map(|(_, it)| it.id.clone()).collect();
    did_you_mean(id, ids.iter().map(String::as_str)).map(str::to_owned)
}

/// Returns a warning for each value of a query that nothing in the catalog has.
pub(super) fn unknown_names(query: &Query, catalog: &Catalog) -> Vec<Diagnostic> {
    let placed = |(at, term): (&Range<usize>, &Term)| -> Vec<Diagnostic> {
        let placed = |it: Diagnostic| if it.span.is_some() { it } else { it.at(Span::new(0, at.start, at.end)) };
        unknown(term, catalog).into_iter().map(placed).collect()
    };
    query.placed_terms().into_iter().flat_map(placed).collect()
}

fn unknown(term: &Term, catalog: &Catalog) -> Vec<Diagnostic> {
    let of_facet = |by, what, names: &[Name]| {
        let known: Vec<&str> = catalog.facet(by).iter().map(|it| it.name.as_str()).collect();
        unknown_among(names, &known, what, Folds::contain)
    };
    let of_counted = |known: Vec<(&str, usize)>, what, names: &[Name], has: Has| {
        unknown_among(names, &known.into_iter().map(|it| it.0).collect::<Vec<_>>(), what, has)
    };
    match term {
        Term::Fuzzy(names) => names.iter().filter_map(|it| unlike_any_party(catalog, it)).collect(),
        Term::Names(NameOf::Party, names) => {
            let known = |it: &Parties| catalog.facet(Facet::Party).iter().any(|party| it.contain(&party.name));
            names.iter().filter_map(|it| unknown_party(catalog, it, known)).collect()
        }
        Term::Names(NameOf::Claimant(_), names) => {
            let known = |it: &Parties| catalog.speaks(|id| it.contain(id));
            names.iter().filter_map(|it| unknown_party(catalog, it, known)).collect()
        }
        Term::Names(NameOf::Source, names) => names.iter().filter_map(|it| unknown_source(catalog, it)).collect(),
        Term::Names(NameOf::Tag, names) => of_facet(Facet::Tag, "tag", names),
        Term::Names(NameOf::Category, names) => of_facet(Facet::Category, "category", names),
        Term::Names(NameOf::Role, names) => of_counted(words_of(catalog.roles()), "role", names, Folds::any_in),
        Term::Names(NameOf::Place, names) => of_counted(words_of(catalog.places()), "place", names, Folds::any_in),
        Term::Amount(Some(currency), ..) => {
            of_counted(catalog.currencies(), "currency", std::slice::from_ref(currency), Folds::contain)
        }
        Term::Status(statuses) => {
            let known: Vec<&str> = catalog.facet(Facet::Status).iter().map(|it| it.name.as_str()).collect();
            let unknown = statuses.iter().map(|it| it.name()).filter(|it| !known.contains(it));
            let told = |it| Diagnostic::warning("unknown-status", format!("no event is {it}"));
            let help = |it: Diagnostic| it.help(format!("here are {}", known.join(", ")));
            unknown.map(told).map(help).collect()
        }
        Term::Within(_, names) | Term::Linked(names) => {
            let near = |id| if catalog.len() <= MANY { nearest_id(catalog, id) } else { None };
            let unknown = names.iter().filter(|it| catalog.find(&it.text).is_none());
            unknown.map(|it| warning("unknown-event", "event", it, near(&it.text).as_deref())).collect()
        }
        Term::Text(_)
        | Term::Times(..)
        | Term::Amount(None, ..)
        | Term::Voices(..)
        | Term::Link(_)
        | Term::Has(_)
        | Term::Is(_) => Vec::new(),
    }
}

/// Returns names and the words in them: of a role and of a place a part is enough.
fn words_of(names: Vec<(&str, usize)>) -> Vec<(&str, usize)> {
    let mut words = names.clone();
    for (name, n_events) in names {
        let parts = name.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
        words.extend(parts.map(|it| (it, n_events)));
    }
    words
}

/// How names are compared with one that is known.
type Has = fn(&Folds, &str) -> bool;

/// Returns a warning for each name that none of `known` has.
fn unknown_among(names: &[Name], known: &[&str], what: &'static str, has: Has) -> Vec<Diagnostic> {
    let is_known = |it: &Name| {
        let wanted = Folds::of(std::slice::from_ref(it));
        known.iter().any(|it| has(&wanted, it))
    };
    let unknown = names.iter().filter(|it| !is_known(it));
    let near = |it: &Name| did_you_mean(&it.text, known.iter().copied().take(COMPARED));
    unknown.map(|it| warning("unknown-value", what, it, near(it))).collect()
}

/// Returns a warning where `@name` finds no party, with what is spelled most like it.
fn unlike_any_party(catalog: &Catalog, name: &Name) -> Option<Diagnostic> {
    accepted_parties(catalog, &name.text).is_empty().then(|| {
        let names = catalog.parties().iter().flat_map(|it| [&it.id, &it.name].into_iter().chain(&it.aliases));
        warning("unknown-party", "party", name, did_you_mean(&name.text, names.map(String::as_str)))
    })
}

/// Returns a warning where neither a party of the store nor what `used` looks through has the name.
fn unknown_party(catalog: &Catalog, name: &Name, used: impl Fn(&Parties) -> bool) -> Option<Diagnostic> {
    let wanted = Parties::named(catalog, std::slice::from_ref(name));
    if !wanted.ids.is_empty() || used(&wanted) {
        return None;
    }
    let names = catalog.parties().iter().flat_map(|it| [&it.id, &it.name].into_iter().chain(&it.aliases));
    Some(warning("unknown-party", "party", name, did_you_mean(&name.text, names.map(String::as_str))))
}

/// Returns a warning where no source of the store, and none that an event names, has the words.
fn unknown_source(catalog: &Catalog, name: &Name) -> Option<Diagnostic> {
    let cited = || catalog.facet(Facet::Source).iter().map(|it| &it.name);
    let ids = || catalog.sources().iter().map(|it| &it.id).chain(cited()).map(String::as_str);
    let wanted = Folds::of(std::slice::from_ref(name));
    let is_known = ids().any(|it| is_source(catalog, &wanted, it));
    (!is_known).then(|| warning("unknown-source", "source", name, did_you_mean(&name.text, ids())))
}

fn warning(code: &'static str, what: &str, name: &Name, near: Option<&str>) -> Diagnostic {
    let warning = Diagnostic::warning(code, format!("no {what} is called `{}`", name.text));
    let help = near.map(|it| format!("did you mean `{it}`?"));
    Diagnostic { help, ..warning.at(Span::new(0, name.at.start, name.at.end)) }
}
