//! How an event stands: what its claims and sources add up to.
//!
//! | what stands, tried from the top | status |
//! | --- | --- |
//! | a source that is the event, or a supporting record, statute or dataset | documented |
//! | a denial or dispute, and somebody who alleges, reports or confirms | disputed |
//! | denials, with or without disputes | denied |
//! | disputes alone | disputed |
//! | somebody who confirms | documented |
//! | somebody who alleges | alleged |
//! | somebody who reports | reported |
//! | nothing but the retraction of what the same party alleged or reported | retracted |
//! | no claim that stands, and a supporting article, report, book or ruling | reported |
//! | no claim that stands, and in support only filings, letters, statements and posts | alleged |
//! | neither | unsourced |
//!
//! Of one party only its latest claim stands. What contradicts an event, or is about what is around it, proves nothing.

use std::collections::BTreeSet;

use super::{Claim, Event, Stance, Status, Surroundings, surroundings::claim_date};
use crate::chronology::{Bears, SourceKind};

/// What the citations of an event are worth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Support {
    /// None supports it.
    #[default]
    None,
    /// All that do are the word of somebody with an interest.
    Interested,
    /// One of them reports it.
    Reported,
    /// One of them is the record of it, or the thing itself.
    Documented,
}

impl Support {
    /// Returns what one supporting source is worth; one without a kind, or that the store does not have, reports.
    pub fn of(kind: Option<SourceKind>) -> Self {
        use SourceKind::{Dataset, Filing, Letter, Post, Record, Statement, Statute};
        match kind {
            Some(Record | Statute | Dataset) => Self::Documented,
            Some(Filing | Letter | Statement | Post) => Self::Interested,
            _ => Self::Reported,
        }
    }
}

/// Returns how an event stands by the stances that stand and the support that there is. `took_back` says whether a party retracts what
/// it had alleged or reported.
pub fn status_of(stances: impl IntoIterator<Item = Stance>, took_back: bool, support: Support) -> Status {
    use Stance::{Alleges, Confirms, Denies, Disputes, Reports};
    let standing: BTreeSet<Stance> = stances.into_iter().collect();
    let stands = |it: &[Stance]| it.iter().any(|it| standing.contains(it));
    let is_asserted = stands(&[Alleges, Reports, Confirms]);
    match () {
        () if support == Support::Documented => Status::Documented,
        () if stands(&[Denies, Disputes]) && is_asserted => Status::Disputed,
        () if stands(&[Denies]) => Status::Denied,
        () if stands(&[Disputes]) => Status::Disputed,
        () if stands(&[Confirms]) => Status::Documented,
        () if stands(&[Alleges]) => Status::Alleged,
        () if stands(&[Reports]) => Status::Reported,
        () if took_back => Status::Retracted,
        () => match support {
            Support::Documented => Status::Documented,
            Support::Reported => Status::Reported,
            Support::Interested => Status::Alleged,
            Support::None => Status::Unsourced,
        },
    }
}

/// Returns the status that the claims and sources of `event` add up to, whatever `status` its author set.
pub fn derived_status(event: &Event, around: &impl Surroundings) -> Status {
    let standing = standing(event, around);
    let took_back = standing.iter().any(|it| it.stance == Stance::Retracts && took_back(event, &it.by));
    let cited = event.sources.iter().filter_map(|it| match it.bears {
        Bears::Is => Some(Support::Documented),
        Bears::Supports => Some(Support::of(around.source(&it.source).and_then(|it| it.kind))),
        Bears::Contradicts | Bears::Context => None,
    });
    status_of(standing.iter().map(|it| it.stance), took_back, cited.max().unwrap_or_default())
}

/// Returns the claims of an event that stand: the latest of each party. One without a date comes before those that have one; of equals
/// the last one written stands.
pub fn standing<'a>(event: &'a Event, around: &impl Surroundings) -> Vec<&'a Claim> {
    if event.claims.len() < 2 {
        return event.claims.iter().collect();
    }
    let key = |it: &Claim| claim_date(it, around).map(|it| (it.bounds().earliest, it.bounds().latest));
    let mut by_date: Vec<(_, &Claim)> = event.claims.iter().map(|it| (key(it), it)).collect();
    by_date.sort_by_key(|it| it.0);
    let latest = |at: usize| !by_date[at + 1..].iter().any(|it| it.1.by == by_date[at].1.by);
    (0..by_date.len()).filter(|at| latest(*at)).map(|at| by_date[at].1).collect()
}

fn took_back(event: &Event, by: &str) -> bool {
    event.claims.iter().any(|it| it.by == by && matches!(it.stance, Stance::Alleges | Stance::Reports))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chronology::{Citation, Named, Source, event::surroundings::Alone};

    fn check(claims: &[(&str, &str)], citations: &[&str], expect: Status) {
        let sources: Vec<Source> = citations
            .iter()
            .map(|it| Source { id: (*it).into(), kind: SourceKind::from_name(it), ..Source::default() })
            .collect();
        let bears = |it: &str| Bears::from_name(it).unwrap_or_default();
        let event = Event {
            claims: claims
                .iter()
                .zip(2000..)
                .map(|((by, stance), year)| Claim {
                    by: (*by).into(),
                    stance: Stance::from_name(stance).expect("a stance"),
                    when: year.to_string().parse().ok(),
                    ..Claim::default()
                })
                .collect(),
            sources: citations
                .iter()
                .map(|it| Citation { source: (*it).into(), bears: bears(it), ..Citation::default() })
                .collect(),
            ..Event::default()
        };
        assert_eq!(derived_status(&event, &Alone(&sources)), expect, "{claims:?} {citations:?}");
    }

    #[test]
    fn status_follows_the_table() {
        let denied: &[(&str, &str)] = &[("a", "alleges"), ("b", "denies")];
        // The thing itself, a record, a statute or a dataset documents, whoever denies it.
        for it in ["is", "record", "statute", "dataset"] {
            check(&[], &["article", it], Status::Documented);
            check(denied, &[it], Status::Documented);
        }
        check(denied, &[], Status::Disputed);
        check(&[("a", "reports"), ("b", "disputes")], &["ruling"], Status::Disputed);
        check(&[("a", "confirms"), ("b", "denies")], &[], Status::Disputed);
        check(&[("b", "denies")], &["filing"], Status::Denied);
        check(&[("b", "denies")], &["article"], Status::Denied);
        check(&[("b", "denies"), ("c", "disputes")], &[], Status::Denied);
        check(&[("b", "disputes")], &[], Status::Disputed);
        check(&[("a", "confirms"), ("b", "alleges")], &[], Status::Documented);
        check(&[("a", "alleges"), ("b", "reports")], &["filing"], Status::Alleged);
        check(&[("b", "reports")], &["filing"], Status::Reported);
        check(&[("a", "alleges"), ("a", "retracts")], &["article"], Status::Retracted);
        check(&[("a", "alleges"), ("a", "retracts"), ("b", "alleges")], &[], Status::Alleged);
        check(&[("a", "alleges"), ("b", "retracts")], &[], Status::Alleged);
        for it in ["article", "report", "book", "ruling", "of no kind"] {
            check(&[], &["filing", it], Status::Reported);
        }
        for it in ["filing", "letter", "statement", "post"] {
            check(&[], &[it], Status::Alleged);
        }
        check(&[], &[], Status::Unsourced);
    }

    #[test]
    fn what_contradicts_or_is_around_proves_nothing() {
        check(&[], &["contradicts", "context"], Status::Unsourced);
        check(&[("b", "denies")], &["contradicts"], Status::Denied);
    }

    #[test]
    fn of_one_party_only_the_latest_claim_stands() {
        check(&[("a", "denies"), ("a", "reports")], &[], Status::Reported);
        check(&[("a", "alleges"), ("a", "retracts"), ("a", "alleges")], &[], Status::Alleged);
        check(&[("a", "confirms"), ("a", "denies"), ("b", "reports")], &[], Status::Disputed);
        // Who takes back what nobody can see says nothing.
        check(&[("a", "retracts")], &[], Status::Unsourced);
        check(&[("a", "retracts")], &["article"], Status::Reported);
        check(&[("a", "confirms"), ("a", "retracts")], &["article"], Status::Reported);
    }
}
