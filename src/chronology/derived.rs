//! What an event's claims and sources add up to: how it stands, and since when it has been public.

use super::{Claim, Event, Source, SourceKind, Stance, Status, When};

/// Returns the status that the claims and sources of `event` add up to, whatever `status` its author set.
///
/// `source` finds a source by id. A retraction counts against the claims of its own party only: what another party still
/// alleges goes on standing.
pub fn derived_status<'a>(event: &Event, source: impl Fn(&str) -> Option<&'a Source>) -> Status {
    use Stance::{Alleges, Confirms, Denies, Disputes, Reports, Retracts};
    let retracted_by: Vec<&str> = event.claims.iter().filter(|it| it.stance == Retracts).map(|it| &*it.by).collect();
    let is_taken_back = |it: &Claim| matches!(it.stance, Alleges | Reports) && retracted_by.contains(&&*it.by);
    let stands = |stances: &[Stance]| event.claims.iter().any(|it| stances.contains(&it.stance) && !is_taken_back(it));
    match (stands(&[Denies, Disputes]), stands(&[Alleges, Reports, Confirms])) {
        (true, true) => return Status::Disputed,
        (true, false) if stands(&[Denies]) => return Status::Denied,
        (true, false) => return Status::Disputed,
        (false, true) if stands(&[Confirms]) => return Status::Documented,
        (false, true) if stands(&[Alleges]) => return Status::Alleged,
        (false, true) => return Status::Reported,
        (false, false) if event.claims.iter().any(is_taken_back) => return Status::Retracted,
        (false, false) => {}
    }
    let kinds = || event.sources.iter().filter_map(|it| source(&it.source)).map(|it| it.kind);
    if kinds().any(|it| it.is_some_and(SourceKind::documents)) {
        Status::Documented
    } else if event.sources.is_empty() && event.claims.iter().all(|it| it.source.is_none()) {
        Status::Unsourced
    } else {
        Status::Reported
    }
}

/// Returns since when the event has been public: what its author states, or else the earliest date among its claims and the
/// publication of its sources. Of two equally early dates the claim's wins.
pub fn earliest_disclosure<'a>(event: &'a Event, source: impl Fn(&str) -> Option<&'a Source>) -> Option<&'a When> {
    if event.known.is_some() {
        return event.known.as_ref();
    }
    let claimed = event.claims.iter().filter_map(|it| it.when.as_ref());
    let cited =
        event.sources.iter().map(|it| &it.source).chain(event.claims.iter().filter_map(|it| it.source.as_ref()));
    let published = cited.filter_map(|it| source(it)).filter_map(|it| it.published.as_ref());
    claimed.chain(published).min_by_key(|it| (it.bounds().earliest, it.bounds().latest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chronology::{Citation, Named};

    fn check(claims: &[(&str, &str)], kinds: &[&str], expect: Status) {
        let sources: Vec<Source> = kinds
            .iter()
            .map(|it| Source { id: (*it).into(), kind: SourceKind::from_name(it), ..Source::default() })
            .collect();
        let event = Event {
            claims: claims
                .iter()
                .map(|(by, stance)| Claim {
                    by: (*by).into(),
                    stance: Stance::from_name(stance).expect("a stance"),
                    source: None,
                    at: None,
                    when: None,
                    note: None,
                })
                .collect(),
            sources: kinds.iter().map(|it| Citation { source: (*it).into(), ..Citation::default() }).collect(),
            ..Event::default()
        };
        let status = derived_status(&event, |id| sources.iter().find(|it| it.id == id));
        assert_eq!(status, expect, "{claims:?} {kinds:?}");
    }

    #[test]
    fn status_follows_the_table() {
        check(&[("a", "alleges"), ("b", "denies")], &[], Status::Disputed);
        check(&[("a", "reports"), ("b", "disputes")], &["ruling"], Status::Disputed);
        check(&[("a", "confirms"), ("b", "denies")], &[], Status::Disputed);
        check(&[("a", "alleges"), ("a", "retracts")], &[], Status::Retracted);
        check(&[("a", "alleges"), ("a", "retracts"), ("b", "alleges")], &[], Status::Alleged);
        check(&[("a", "alleges"), ("b", "retracts")], &[], Status::Alleged);
        check(&[("b", "denies")], &["filing"], Status::Denied);
        check(&[("b", "disputes")], &[], Status::Disputed);
        check(&[("a", "confirms"), ("b", "alleges")], &[], Status::Documented);
        check(&[("a", "alleges"), ("b", "reports")], &["filing"], Status::Alleged);
        check(&[("b", "reports")], &["filing"], Status::Reported);
        for kind in ["filing", "ruling", "statute", "record", "statement"] {
            check(&[], &["article", kind], Status::Documented);
        }
        check(&[], &["article"], Status::Reported);
        check(&[], &[], Status::Unsourced);
    }
}
