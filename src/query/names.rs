//! What the names in a query stand for in a catalog, and which stand for nothing.

use std::collections::HashSet;

use crate::{
    catalog::{Catalog, EventIdx, Facet},
    diag::{Diagnostic, Span, did_you_mean},
};

use super::{
    ast::{Name, Query, Term},
    fold::fold,
};

/// Events beyond which no near id is looked for: comparing a word with a million ids holds up the prompt.
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

/// Returns a warning for each party, source and event that a query names and the catalog does not have.
pub fn unknown_names(query: &Query, catalog: &Catalog) -> Vec<Diagnostic> {
    let mut warnings = Vec::new();
    query.root.each_term(&mut |term| match term {
        Term::Party(names) => {
            let known = |it: &Parties| catalog.facet(Facet::Party).iter().any(|party| it.contain(&party.name));
            warnings.extend(names.iter().filter_map(|it| unknown_party(catalog, it, known)));
        }
        Term::Said(_, names) => {
            let known = |it: &Parties| catalog.speaks(|id| it.contain(id));
            warnings.extend(names.iter().filter_map(|it| unknown_party(catalog, it, known)));
        }
        Term::Source(names) => {
            let ids = || {
                catalog.sources().iter().map(|it| &it.id).chain(catalog.facet(Facet::Source).iter().map(|it| &it.name))
            };
            for name in names {
                let wanted = Folds::of(std::slice::from_ref(name));
                if !ids().any(|it| wanted.contain(it)) {
                    warnings.push(warning("unknown-source", "source", name, ids().map(String::as_str)));
                }
            }
        }
        Term::Within(_, names) => {
            for name in names.iter().filter(|it| catalog.find(&it.text).is_none()) {
                let few = if catalog.len() <= MANY { catalog.len() } else { 0 };
                let ids: Vec<String> = catalog.iter().take(few).map(|(_, it)| it.id.clone()).collect();
                warnings.push(warning("unknown-event", "event", name, ids.iter().map(String::as_str)));
            }
        }
        _ => {}
    });
    warnings
}

/// Returns a warning where neither a party of the store nor what `used` looks through has the name.
fn unknown_party(catalog: &Catalog, name: &Name, used: impl Fn(&Parties) -> bool) -> Option<Diagnostic> {
    let wanted = Parties::named(catalog, std::slice::from_ref(name));
    if !wanted.ids.is_empty() || used(&wanted) {
        return None;
    }
    let names = catalog.parties().iter().flat_map(|it| [&it.id, &it.name].into_iter().chain(&it.aliases));
    Some(warning("unknown-party", "party", name, names.map(String::as_str)))
}

fn warning<'a>(code: &'static str, what: &str, name: &Name, known: impl Iterator<Item = &'a str>) -> Diagnostic {
    let warning = Diagnostic::warning(code, format!("no {what} is called `{}`", name.text));
    let warning = warning.at(Span::new(0, name.at.0.start, name.at.0.end));
    match did_you_mean(&name.text, known) {
        Some(near) => warning.help(format!("did you mean `{near}`?")),
        None => warning,
    }
}
