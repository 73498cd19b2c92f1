//! Which events of a catalog match a query, through its indexes.
//!
//! The parts of a conjunction are taken cheapest first, and each looks only at what those before it have left: an expensive
//! search of texts behind `@netflix` reads the events of one party.

use crate::{
    catalog::{Catalog, EventIdx, Facet, IdSet, PartyIdx},
    chronology::{Bounds, DAY, Match, Named, When, Window},
};

use super::{
    ast::{Expr, Joint, Lapse, Name, NameOf, Query, Term, Time, TimeOf},
    fuzzy::accepted_parties,
    meaning::{compare, has, in_any, is, is_so_many, wholly_in, windows, within as lies_within},
    names::{Folds, Parties, events_named, is_source},
    text::TextSearch,
};

/// What the command line, a saved view or the explorer's filter asks for.
///
/// The day is no condition on events: the query is put to [the catalog of that day](Catalog::as_of), so that nothing which came out
/// later is looked at, shown or counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selected {
    /// Which events.
    pub query: Query,
    /// The day as of which the chronology is looked at.
    pub as_of: Option<When>,
}

impl Selected {
    /// Returns whether it asks for everything.
    pub fn is_empty(&self) -> bool {
        self.query.is_empty() && self.as_of.is_none()
    }
}

/// The events that match.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matched {
    /// Those that match however their dates and sums turn out.
    pub surely: IdSet,
    /// Those that match if their dates and sums turn out so; holds all of `surely`.
    pub possibly: IdSet,
}

impl Matched {
    fn just(ids: IdSet) -> Self {
        Self { surely: ids.clone(), possibly: ids }
    }
}

/// Returns the events of a catalog that match a query; for `is:marked` it needs those that the user has marked.
pub fn eval(query: &Query, catalog: &Catalog, marked: &IdSet) -> Matched {
    Eval { catalog, marked }.all(query.parts(), &catalog.all())
}

struct Eval<'a> {
    catalog: &'a Catalog,
    marked: &'a IdSet,
}

impl Eval<'_> {
    /// Returns what of `within` matches.
    fn expr(&self, it: &Expr, within: &IdSet) -> Matched {
        match it {
            Expr::Several(Joint::All, parts) => self.all(parts.iter().collect(), within),
            Expr::Several(Joint::Any, parts) => {
                let mut found = Matched::just(IdSet::new(self.catalog.len()));
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
            Expr::Term(term) => self.term(term, within),
        }
    }

    fn all(&self, mut parts: Vec<&Expr>, within: &IdSet) -> Matched {
        parts.sort_by_key(|it| cost(it));
        let mut left = Matched::just(within.clone());
        for part in parts {
            let found = self.expr(part, &left.possibly);
            left.surely.intersect_with(&found.surely);
            left.possibly = found.possibly;
        }
        left
    }

    fn term(&self, term: &Term, within: &IdSet) -> Matched {
        let catalog = self.catalog;
        match term {
            Term::Text(text) => Matched::just(TextSearch::new(&text.text).find(catalog, within)),
            Term::Fuzzy(names) => {
                let parties = names.iter().flat_map(|it| accepted_parties(catalog, &it.text));
                self.only(parties.flat_map(|it| catalog.events_of(it)), within)
            }
            Term::Names(of, names) => self.names(*of, names, within),
            Term::Times(of, times) => self.times(*of, times, within),
            Term::Status(statuses) => {
                self.facet(Facet::Status, |name| statuses.iter().any(|it| it.name() == name), within)
            }
            Term::Amount(currency, comparison, sum) => {
                let currency = currency.as_ref().map(|it| Folds::of(std::slice::from_ref(it)));
                self.scan(within, |it| {
                    let of = |(least, most, own): (_, _, &str)| match &currency {
                        Some(currency) if !currency.contain(own) => Match::No,
                        _ => compare((least, most), *comparison, *sum),
                    };
                    catalog.amounts_of(it).map(of).max().unwrap_or(Match::No)
                })
            }
            Term::Voices(comparison, n) => {
                self.filter(within, |it| is_so_many(catalog.voices(it).voices.len(), *comparison, *n))
            }
            Term::Link(kinds) => self.filter(within, |it| {
                catalog.links_of(it).iter().any(|it| kinds.contains(&it.0))
                    || catalog.links_to(it).iter().any(|it| kinds.contains(&it.0))
            }),
            Term::Linked(names) => {
                let linked = events_named(catalog, names).into_iter().flat_map(|it| catalog.linked_with(it));
                self.only(linked.collect::<Vec<_>>().iter(), within)
            }
            Term::Has(words) => self.filter(within, |it| words.iter().any(|word| has(catalog, it, *word))),
            Term::Is(words) => self.filter(within, |it| words.iter().any(|word| is(catalog, self.marked, it, *word))),
            Term::Within(lapse, names) => self.near(*lapse, &events_named(catalog, names), within),
        }
    }

    fn names(&self, of: NameOf, names: &[Name], within: &IdSet) -> Matched {
        let catalog = self.catalog;
        let folds = Folds::of(names);
        match of {
            NameOf::Party => {
                let wanted = Parties::named(catalog, names);
                if catalog.names_unknown_parties() {
                    return self.facet(Facet::Party, |it| wanted.contain(it), within);
                }
                let parties = (0..).map(PartyIdx).zip(catalog.parties()).filter(|it| wanted.contain(&it.1.id));
                self.only(parties.flat_map(|it| catalog.events_of(it.0)), within)
            }
            NameOf::Tag => self.facet(Facet::Tag, |it| folds.contain(it), within),
            NameOf::Category => self.facet(Facet::Category, |it| folds.contain(it), within),
            NameOf::Source => self.facet(Facet::Source, |it| is_source(catalog, &folds, it), within),
            NameOf::Place => self.filter(within, catalog.place_where(|it| folds.any_in(it))),
            NameOf::Role => self.filter(within, catalog.role_where(|it| folds.any_in(it))),
            NameOf::Claimant(stance) => {
                let wanted = Parties::named(catalog, names);
                self.filter(within, catalog.said_where(stance, |it| wanted.contain(it)))
            }
        }
    }

    fn times(&self, of: TimeOf, times: &[Time], within: &IdSet) -> Matched {
        let (catalog, windows) = (self.catalog, windows(of, times));
        if of == TimeOf::Known {
            let known = |event, window| catalog.known_bounds(event).map_or(Match::No, |it| it.matches(window));
            return self.scan(within, |it| in_any(|window| known(it, window), &windows));
        }
        let matches = |event| in_any(|window| catalog.matches(event, window), &windows);
        let touching = self.touching(windows.iter().copied(), within);
        match of {
            TimeOf::Surely => self.filter(&touching, |it| matches(it) == Match::Surely),
            TimeOf::Wholly => self.filter(&touching, |it| wholly_in(catalog.bounds(it), &windows)),
            _ => self.scan(&touching, matches),
        }
    }

    fn near(&self, lapse: Lapse, others: &[EventIdx], within: &IdSet) -> Matched {
        let catalog = self.catalog;
        let bounds = others.iter().filter_map(|it| catalog.bounds(*it));
        // Months are not the same length both ways: a few days more, and each is looked at.
        let wide = |it: Window| Window { first: it.first.plus(-4 * DAY), last: it.last.plus(4 * DAY) };
        // From an end of the axis nothing is counted, but a long time before something else may reach it.
        let is_at_an_end = |it: Bounds| it.earliest.is_end() || it.latest.is_end();
        let around = |it: Bounds| {
            if is_at_an_end(it) { Some(Window::ALL) } else { lapse.around(it.earliest, it.latest) }
        };
        let touching = self.touching(bounds.filter_map(around).map(wide), within);
        self.scan(&touching, |it| {
            others.iter().map(|other| lies_within(catalog, it, *other, lapse)).max().unwrap_or(Match::No)
        })
    }

    /// Returns those of `events` that are in `within`: an index knows that they match, and no others.
    fn only<'a>(&self, events: impl Iterator<Item = &'a EventIdx>, within: &IdSet) -> Matched {
        Matched::just(IdSet::from_iter(self.catalog.len(), events.copied()).intersect(within))
    }

    fn facet(&self, by: Facet, keep: impl Fn(&str) -> bool, within: &IdSet) -> Matched {
        let values = self.catalog.facet(by).iter().filter(|it| keep(&it.name));
        self.only(values.flat_map(|it| &it.ids), within)
    }

    /// Returns those of `within` that can be in one of the windows.
    fn touching(&self, windows: impl IntoIterator<Item = Window>, within: &IdSet) -> IdSet {
        let mut found = IdSet::new(self.catalog.len());
        windows.into_iter().for_each(|it| found.union_with(&self.catalog.touching(it)));
        found.intersect(within)
    }

    fn filter(&self, within: &IdSet, test: impl Fn(EventIdx) -> bool) -> Matched {
        Matched::just(IdSet::from_iter(self.catalog.len(), within.iter().filter(|it| test(*it))))
    }

    fn scan(&self, within: &IdSet, test: impl Fn(EventIdx) -> Match) -> Matched {
        let mut found = Matched::just(IdSet::new(self.catalog.len()));
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
}

/// Returns how much an expression costs for each event: nothing through an index, more to look at it, most to read its texts.
fn cost(it: &Expr) -> u8 {
    match it {
        Expr::Several(_, parts) => parts.iter().map(cost).max().unwrap_or(0),
        Expr::Not(part) => cost(part),
        Expr::Term(Term::Text(_) | Term::Voices(..)) => 2,
        Expr::Term(
            Term::Names(NameOf::Role | NameOf::Place | NameOf::Claimant(_), _)
            | Term::Times(TimeOf::Known, _)
            | Term::Amount(..)
            | Term::Link(_)
            | Term::Has(_)
            | Term::Is(_),
        ) => 1,
        Expr::Term(_) => 0,
    }
}
