//! What the names in a query stand for in a catalog, and which stand for nothing.

use std::collections::HashSet;

use crate::{
    catalog::{Catalog, EventIdx, Facet},
    diag::{Diagnostic, Span, did_you_mean},
};

use super::{
    ast::{Name, NameOf, Query, Term},
    fold::fold,
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

/// Returns the events that names stand for.
pub(super) fn events_named(catalog: &Catalog, names: &[Name]) -> Vec<EventIdx> {
    names.iter().filter_map(|it| catalog.find(&it.text)).collect()
}

/// Returns the id of an event that `id` most likely meant.
pub fn nearest_id(catalog: &Catalog, id: &str) -> Option<String> {
    let ids: Vec<String> = catalog.iter().take(COMPARED).map(|(_, it)| it.id.clone()).collect();
    did_you_mean(id, ids.iter().map(String::as_str)).map(str::to_owned)
}

/// Returns a warning for each party, source and event that a query names and the catalog does not have.
pub fn unknown_names(query: &Query, catalog: &Catalog) -> Vec<Diagnostic> {
    let unknown = |term: &Term| -> Vec<Diagnostic> {
        match term {
            Term::Names(NameOf::Party, names) => {
                let known = |it: &Parties| catalog.facet(Facet::Party).iter().any(|party| it.contain(&party.name));
                names.iter().filter_map(|it| unknown_party(catalog, it, known)).collect()
            }
            Term::Names(NameOf::Claimant(_), names) => {
                let known = |it: &Parties| catalog.speaks(|id| it.contain(id));
                names.iter().filter_map(|it| unknown_party(catalog, it, known)).collect()
            }
            Term::Names(NameOf::Source, names) => names.iter().filter_map(|it| unknown_source(catalog, it)).collect(),
            Term::Within(_, names) => {
                let near = |id| if catalog.len() <= MANY { nearest_id(catalog, id) } else { None };
                let unknown = names.iter().filter(|it| catalog.find(&it.text).is_none());
                unknown.map(|it| warning("unknown-event", "event", it, near(&it.text).as_deref())).collect()
            }
            _ => Vec::new(),
        }
    };
    query.single_terms().into_iter().flat_map(unknown).collect()
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

/// Returns a warning where no source of the store, and none that an event names, has the name.
fn unknown_source(catalog: &Catalog, name: &Name) -> Option<Diagnostic> {
    let cited = || catalog.facet(Facet::Source).iter().map(|it| &it.name);
    let ids = || catalog.sources().iter().map(|it| &it.id).chain(cited()).map(String::as_str);
    let wanted = Folds::of(std::slice::from_ref(name));
    let is_known = ids().any(|it| wanted.contain(it));
    (!is_known).then(|| warning("unknown-source", "source", name, did_you_mean(&name.text, ids())))
}

fn warning(code: &'static str, what: &str, name: &Name, near: Option<&str>) -> Diagnostic {
    let warning = Diagnostic::warning(code, format!("no {what} is called `{}`", name.text));
    let help = near.map(|it| format!("did you mean `{it}`?"));
    Diagnostic { help, ..warning.at(Span::new(0, name.at.start, name.at.end)) }
}
