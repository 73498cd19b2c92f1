//! Which events of a catalog match a query, through its indexes.
//!
//! The parts of a conjunction are taken cheapest first, and each looks only at what those before it have left: an expensive
//! search of texts behind `@netflix` reads the events of one party.

use crate::{
    catalog::{Catalog, EventIdx, Facet, FacetValue, IdSet, PartyIdx},
    chronology::{Match, Named, Window},
};

use super::{
    ast::{Expr, Name, Query, Term, Time},
    columns::test,
    fuzzy::accepted_parties,
    matches::{Marks, around},
    names::{Folds, Parties, events_named},
    text::TextSearch,
    value::{after, before},
};

/// The events that match.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matched {
    /// Those that match however their dates and sums turn out.
    pub surely: IdSet,
    /// Those that match if their dates and sums turn out so; holds all of `surely`.
    pub possibly: IdSet,
}

/// Returns the events of a catalog that match a query.
pub fn eval(query: &Query, catalog: &Catalog, scope: &Marks<'_>) -> Matched {
    Eval { catalog, scope: *scope }.expr(&query.root, &catalog.all())
}

struct Eval<'a> {
    catalog: &'a Catalog,
    scope: Marks<'a>,
}

/// What an index knows of a term.
enum Found {
    /// These and no others match, and surely.
    Just(IdSet),
    /// No others can match.
    AtMost(IdSet),
    /// Nothing: each event has to be looked at.
    Unknown,
}

impl Eval<'_> {
    /// Returns what of `within` matches.
    fn expr(&self, it: &Expr, within: &IdSet) -> Matched {
        match it {
            Expr::And(parts) => {
                let mut order: Vec<&Expr> = parts.iter().collect();
                order.sort_by_key(|it| cost(it));
                let mut left = Matched { surely: within.clone(), possibly: within.clone() };
                for part in order {
                    let found = self.expr(part, &left.possibly);
                    left.surely.intersect_with(&found.surely);
                    left.possibly = found.possibly;
                }
                left
            }
            Expr::Or(parts) => {
                let none = IdSet::new(self.catalog.len());
                let mut found = Matched { surely: none.clone(), possibly: none };
                for it in parts.iter().map(|it| self.expr(it, within)) {
                    found.surely.union_with(&it.surely);
                    found.possibly.union_with(&it.possibly);
                }
                found
            }
            Expr::Not(part) => {
                let found = self.expr(part, within);
                Matched {
                    surely: within.clone().subtract(&found.possibly),
                    possibly: within.clone().subtract(&found.surely),
                }
            }
            Expr::Term(Term::Text(text)) => {
                let ids = TextSearch::new(text).find(self.catalog, within);
                Matched { surely: ids.clone(), possibly: ids }
            }
            Expr::Term(term) => match self.look_up(term) {
                Found::Just(ids) => {
                    let ids = ids.intersect(within);
                    Matched { surely: ids.clone(), possibly: ids }
                }
                Found::AtMost(ids) => self.scan(term, &ids.intersect(within)),
                Found::Unknown => self.scan(term, within),
            },
        }
    }

    fn scan(&self, term: &Term, within: &IdSet) -> Matched {
        let none = IdSet::new(self.catalog.len());
        let mut found = Matched { surely: none.clone(), possibly: none };
        let test = test(term, self.catalog, self.scope);
        for event in within.iter() {
            let it = test(event);
            if it == Match::Surely {
                found.surely.insert(event);
            }
            if it != Match::No {
                found.possibly.insert(event);
            }
        }
        found
    }

    fn look_up(&self, term: &Term) -> Found {
        match term {
            Term::Fuzzy(names) => {
                let parties = names.iter().flat_map(|it| accepted_parties(self.catalog, &it.text));
                Found::Just(self.set(parties.flat_map(|it| self.catalog.events_of(it)).copied()))
            }
            Term::Party(names) => {
                let wanted = Parties::named(self.catalog, names);
                if self.catalog.names_unknown_parties() {
                    return self.facet(Facet::Party, |it| wanted.contain(it));
                }
                let parties = (0..).map(PartyIdx).zip(self.catalog.parties()).filter(|it| wanted.contain(&it.1.id));
                Found::Just(self.set(parties.flat_map(|it| self.catalog.events_of(it.0)).copied()))
            }
            Term::Tag(names) => self.folded(Facet::Tag, names),
            Term::Category(names) => self.folded(Facet::Category, names),
            Term::Source(names) => self.folded(Facet::Source, names),
            Term::Status(statuses) => self.facet(Facet::Status, |name| statuses.iter().any(|it| it.name() == name)),
            Term::In(times) | Term::Surely(times) | Term::Wholly(times) => {
                self.touching(times.iter().map(|it: &Time| it.window))
            }
            Term::Before(time) => self.touching(before(time)),
            Term::After(time) => self.touching(after(time)),
            Term::Within(lapse, names) => {
                let bounds = events_named(self.catalog, names).into_iter().filter_map(|it| self.catalog.bounds(it));
                self.touching(bounds.filter_map(|it| around(it.earliest, it.latest, lapse.millis())))
            }
            Term::Text(_)
            | Term::Role(_)
            | Term::Said(..)
            | Term::Known(_)
            | Term::Amount(..)
            | Term::Has(_)
            | Term::Is(_) => Found::Unknown,
        }
    }

    fn set(&self, events: impl Iterator<Item = EventIdx>) -> IdSet {
        IdSet::from_iter(self.catalog.len(), events)
    }

    fn folded(&self, by: Facet, names: &[Name]) -> Found {
        let folds = Folds::of(names);
        self.facet(by, |it| folds.contain(it))
    }

    fn facet(&self, by: Facet, keep: impl Fn(&str) -> bool) -> Found {
        let values = self.catalog.facet(by).iter().filter(|it: &&FacetValue| keep(&it.name));
        Found::Just(self.set(values.flat_map(|it| &it.ids).copied()))
    }

    fn touching(&self, windows: impl IntoIterator<Item = Window>) -> Found {
        let mut found = IdSet::new(self.catalog.len());
        windows.into_iter().for_each(|it| found.union_with(&self.catalog.touching(it)));
        Found::AtMost(found)
    }
}

/// Returns how much an expression costs for each event: nothing through an index, more to look at it, most to read its texts.
fn cost(it: &Expr) -> u8 {
    match it {
        Expr::And(parts) | Expr::Or(parts) => parts.iter().map(cost).max().unwrap_or(0),
        Expr::Not(part) => cost(part),
        Expr::Term(Term::Text(_)) => 2,
        Expr::Term(Term::Role(_) | Term::Said(..) | Term::Known(_) | Term::Amount(..) | Term::Has(_) | Term::Is(_)) => {
            1
        }
        Expr::Term(_) => 0,
    }
}
