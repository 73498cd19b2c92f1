//! Questions that are answered elsewhere where they would take too long, and what came of them.

mod question;

use std::{collections::BTreeMap, sync::Arc};

use crate::catalog::Catalog;

pub use self::question::{Answer, Kind, Measures, Question, Sums};

pub(super) use self::question::{Disclosure, Found, Looked, Then, Topic};

/// The newest question of each kind, and what came of those whose answers are kept.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    /// What the range adds up to, once it is worked out.
    pub measures: Option<Measures>,
    /// The statistics, once they are worked out.
    pub sums: Option<Box<Sums>>,
    /// What an export could not carry, once it is known.
    pub losses: Option<Vec<String>>,
    /// A number that tells the newest question of each kind from those before it.
    newest: BTreeMap<Kind, u64>,
}

impl Answers {
    /// Returns a question, which makes those of its kind before it void.
    pub(super) fn ask(&mut self, catalog: Arc<Catalog>, topic: Topic) -> Question {
        let kind = Kind::from(&topic);
        match kind {
            Kind::Sum => self.sums = None,
            Kind::Lose => self.losses = None,
            Kind::Show | Kind::Find | Kind::Disclose | Kind::Measure => {}
        }
        let ticket = self.newest.entry(kind).or_default();
        *ticket += 1;
        Question { ticket: *ticket, catalog, topic }
    }

    /// Returns what an answer says, unless its question has been asked anew.
    pub(super) fn take(&self, answer: Answer) -> Option<Found> {
        (self.newest.get(&answer.kind) == Some(&answer.ticket)).then_some(answer.found)
    }

    /// Forgets what hangs on the numbers of events, which have changed, and makes every question void that asks about them.
    pub(super) fn forget_events(&mut self) {
        (self.measures, self.sums, self.losses) = (None, None, None);
        for (_, ticket) in self.newest.iter_mut().filter(|it| *it.0 != Kind::Show) {
            *ticket += 1;
        }
    }
}
