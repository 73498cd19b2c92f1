//! Questions that are answered elsewhere where they would take too long, and what came of them.

mod disclosure;
mod question;

use std::{collections::BTreeMap, sync::Arc};

use crate::catalog::Catalog;

pub use self::question::{Answer, Kind, Measures, Question, Sums};

pub(super) use self::{
    disclosure::{Disclosure, begin as begin_disclosure},
    question::{Found, Then, Topic},
};

use self::question::Ticket;

/// Events up to which every question is answered at once: it takes less than a thousandth of a second.
const AT_ONCE: usize = 20_000;

/// The newest question of each kind, and what came of those whose answers are kept.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    /// What the range adds up to, once it is worked out.
    pub measures: Option<Measures>,
    /// The statistics, once they are worked out.
    pub sums: Option<Box<Sums>>,
    newest: BTreeMap<Kind, Ticket>,
}

/// A question, or its answer where it was found at once.
pub(super) enum Asked {
    /// It is to be answered elsewhere.
    Elsewhere(Question),
    /// It is answered.
    AtOnce(Answer),
}

impl Answers {
    /// Asks a question, which makes those of its kind before it void.
    pub(super) fn ask(&mut self, catalog: Arc<Catalog>, topic: Topic) -> Asked {
        let at_once = catalog.len() <= AT_ONCE;
        let ticket = self.newest.entry(topic.kind()).or_default().next();
        let question = Question { ticket, catalog, topic };
        if at_once { Asked::AtOnce(question.run()) } else { Asked::Elsewhere(question) }
    }

    /// Returns what an answer says, unless its question has been asked anew.
    pub(super) fn take(&self, answer: Answer) -> Option<Found> {
        (self.newest.get(&answer.kind) == Some(&answer.ticket)).then_some(answer.found)
    }

    /// Forgets what hangs on the numbers of events, which have changed, and makes every question void that asks about them.
    pub(super) fn forget_events(&mut self) {
        (self.measures, self.sums) = (None, None);
        for (_, ticket) in self.newest.iter_mut().filter(|it| *it.0 != Kind::Show) {
            ticket.next();
        }
    }
}
