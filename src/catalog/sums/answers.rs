//! What was alleged, and whether anybody else has answered it.

use crate::{
    catalog::{
        ids::{EventIdx, IdSet},
        snapshot::Catalog,
    },
    chronology::{Stance, When, claim_date},
};

/// An allegation, and when another party first denied, disputed or confirmed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// The event that is alleged.
    pub event: EventIdx,
    /// When it was first alleged, where that is known.
    pub alleged: Option<When>,
    /// When it was first answered, where that is known.
    pub answered: Option<When>,
}

impl Answered {
    /// Returns whether it was answered before it was alleged, and not again since then.
    pub fn is_before(&self) -> bool {
        let dates = self.alleged.as_ref().zip(self.answered.as_ref());
        dates.is_some_and(|(alleged, answered)| answered.bounds().latest < alleged.bounds().earliest)
    }

    /// Returns the least milliseconds that the answer took, where both dates are known.
    pub fn least_wait(&self) -> Option<i128> {
        let (alleged, answered) = (self.alleged.as_ref()?.bounds(), self.answered.as_ref()?.bounds());
        let is_known = !alleged.latest_start().is_end() && !answered.earliest.is_end();
        is_known.then(|| answered.earliest.since(alleged.latest_start()).max(0))
    }
}

/// Returns the allegations of `ids` without an answer, and those that have one, the slowest first and those without dates last.
pub(super) fn answers(catalog: &Catalog, ids: &IdSet) -> (Vec<EventIdx>, Vec<Answered>) {
    let (mut open, mut answered) = (Vec::new(), Vec::new());
    for idx in ids.iter().take_while(|it| it.index() < catalog.len()) {
        let claims = catalog.columns.claims.of(catalog.row(idx));
        let allegers = claims.iter().filter(|it| it.is(Stance::Alleges));
        let answers = |by| claims.iter().any(|it| is_answer(it.stance()) && it.by() != by);
        if allegers.clone().next().is_none() {
            continue;
        }
        if allegers.clone().any(|it| answers(it.by())) {
            // When, the acts and sources of the claims say.
            answered.extend(first_answer(catalog, idx));
        } else {
            open.push(idx);
        }
    }
    answered.sort_by_cached_key(|it| std::cmp::Reverse(it.least_wait()));
    (open, answered)
}

const fn is_answer(stance: Stance) -> bool {
    matches!(stance, Stance::Denies | Stance::Disputes | Stance::Confirms)
}

fn first_answer(catalog: &Catalog, idx: EventIdx) -> Option<Answered> {
    let event = catalog.event(idx);
    // Those without a date come last.
    let key = |it: &(Option<When>, &str)| it.0.as_ref().map_or((true, None), |it| (false, Some(it.bounds().earliest)));
    let dated = |keep: fn(Stance) -> bool| {
        let claims = event.claims.iter().filter(move |it| keep(it.stance));
        claims.map(|it| (claim_date(it, catalog), &*it.by))
    };
    // What was denied before it was alleged is answered by the first who speaks after that, if there is one.
    let is_before = |it: &(Option<When>, &str), alleged: &Option<When>| {
        it.0.as_ref().zip(alleged.as_ref()).is_some_and(|(it, alleged)| it.bounds().latest < alleged.bounds().earliest)
    };
    let answers_to = |alleged: &(Option<When>, &str)| {
        let others = dated(is_answer).filter(|it| it.1 != alleged.1);
        others.min_by_key(|it| (is_before(it, &alleged.0), key(it)))
    };
    let mut allegations: Vec<_> = dated(|it| it == Stance::Alleges).collect();
    allegations.sort_by_key(key);
    let (alleged, answered) = allegations.into_iter().find_map(|it| {
        let answer = answers_to(&it)?.0;
        Some((it.0, answer))
    })?;
    Some(Answered { event: idx, alleged, answered })
}
