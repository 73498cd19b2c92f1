//! An event as it was known on a day: without what came out later.

use std::ops::AddAssign;

use super::{Claim, Event};
use crate::chronology::{End, Instant, Shape, When};

/// What was known on a day of the chronology that an event is in.
pub trait KnownThen {
    /// Returns the last moment of the day.
    fn by(&self) -> Instant;

    /// Returns whether the source with an id was public; nothing where the chronology has none.
    fn knows_source(&self, id: &str) -> Option<bool>;

    /// Returns whether the event with an id was public; nothing where the chronology has none.
    fn knows_event(&self, id: &str) -> Option<bool>;

    /// Returns whether a claim was public.
    fn knows_claim(&self, claim: &Claim) -> bool;
}

/// How much is left out of events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cut {
    /// Claims.
    pub claims: usize,
    /// Citations.
    pub citations: usize,
    /// Amounts that a source of later gives.
    pub amounts: usize,
    /// Links.
    pub links: usize,
    /// Ends of what lasted.
    pub ends: usize,
}

impl Cut {
    /// Returns whether nothing is left out.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

impl AddAssign for Cut {
    fn add_assign(&mut self, other: Self) {
        self.claims += other.claims;
        self.citations += other.citations;
        self.amounts += other.amounts;
        self.links += other.links;
        self.ends += other.ends;
    }
}

impl Event {
    /// Leaves out what came out later, and returns how much that is.
    ///
    /// The author's own words stay: they were written for the whole. A status that the author states goes with whatever is left out,
    /// since it was said of that too.
    pub fn leave_out_later(&mut self, known: &impl KnownThen) -> Cut {
        let before = (self.claims.len(), self.sources.len(), self.amounts.len(), self.links.len());
        self.claims.retain(|it| known.knows_claim(it));
        self.sources.retain(|it| known.knows_source(&it.source) == Some(true));
        self.amounts.retain(|it| it.source.as_ref().and_then(|it| known.knows_source(it)) != Some(false));
        self.links.retain(|it| known.knows_event(&it.to) != Some(false));
        let without_end = self.when.as_ref().and_then(|it| it.without_end_after(known.by()));
        let cut = Cut {
            claims: before.0 - self.claims.len(),
            citations: before.1 - self.sources.len(),
            amounts: before.2 - self.amounts.len(),
            links: before.3 - self.links.len(),
            ends: usize::from(without_end.is_some()),
        };
        if !cut.is_empty() {
            self.status = None;
        }
        self.when = without_end.or(self.when.take());
        cut
    }
}

impl When {
    /// Returns the date of what lasted as it was known at `by`, if its end came later: that it had begun, and not when it would end.
    ///
    /// What has no known start keeps its end, which is all that it says.
    pub fn without_end_after(&self, by: Instant) -> Option<Self> {
        let bounds = self.bounds();
        let ends_later = bounds.shape == Shape::Span && bounds.end == End::Known && by < bounds.latest;
        let (start, _) = self.as_str().split_once('/').filter(|_| ends_later && bounds.start == End::Known)?;
        // An end that nobody has named is unknown rather than open, except of an instant: there EDTF has no way to say so.
        [format!("{start}/"), format!("{start}/..")].iter().find_map(|it| Self::parse(it).ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_after_the_day_is_not_known_on_it() {
        let check = |when: &str, expect: Option<&str>| {
            let by = When::parse("2015").expect("a date").bounds().latest;
            let when = When::parse(when).expect("a date");
            assert_eq!(when.without_end_after(by).as_ref().map(When::as_str), expect, "{when}");
        };
        check("2011-06/2019-05-30", Some("2011-06/"));
        check("2011~/2019", Some("2011~/"));
        check("2011/2015", None);
        check("2011/2016", Some("2011/"));
        // What is announced is known before it begins.
        check("2018/2019", Some("2018/"));
        check("2011/..", None);
        check("2011/", None);
        check("../2018", None);
        check("{2014,2018}", None);
        check("[2014..2018]", None);
        check("2018", None);
    }
}
