//! What an event's claims and sources add up to: how it stands, and since when it has been public.

use crate::chronology::{Claim, Event, Source, SourceKind, Stance, Status, When};

/// Returns the status that the claims and sources of `event` add up to, whatever `status` its author set.
///
/// `source` finds a source by id.
pub fn derived_status<'a>(event: &Event, source: impl Fn(&str) -> Option<&'a Source>) -> Status {
    claimed_status(&event.claims).unwrap_or_else(|| {
        let mut kinds = event.sources.iter().filter_map(|it| source(&it.source)).filter_map(|it| it.kind);
        let is_unsourced = event.sources.is_empty() && event.claims.iter().all(|it| it.source.is_none());
        if kinds.any(SourceKind::documents) {
            Status::Documented
        } else if is_unsourced {
            Status::Unsourced
        } else {
            Status::Reported
        }
    })
}

/// Returns the status that claims add up to; nothing where they say nothing, so that the sources decide.
///
/// A retraction counts against the claims of its own party only: what another party still alleges goes on standing.
pub fn claimed_status(claims: &[Claim]) -> Option<Status> {
    use Stance::{Alleges, Confirms, Denies, Disputes, Reports, Retracts};
    let retracted_by: Vec<&str> = claims.iter().filter(|it| it.stance == Retracts).map(|it| &*it.by).collect();
    let is_taken_back = |it: &Claim| matches!(it.stance, Alleges | Reports) && retracted_by.contains(&&*it.by);
    let stands = |stances: &[Stance]| claims.iter().any(|it| stances.contains(&it.stance) && !is_taken_back(it));
    match (stands(&[Denies, Disputes]), stands(&[Alleges, Reports, Confirms])) {
        (true, true) => Some(Status::Disputed),
        (true, false) if stands(&[Denies]) => Some(Status::Denied),
        (true, false) => Some(Status::Disputed),
        (false, true) if stands(&[Confirms]) => Some(Status::Documented),
        (false, true) if stands(&[Alleges]) => Some(Status::Alleged),
        (false, true) => Some(Status::Reported),
        (false, false) => claims.iter().any(is_taken_back).then_some(Status::Retracted),
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
