//! Who speaks first in the sources of an event: papers that repeat one letter are one voice.

use std::collections::{BTreeSet, HashSet};

use super::{Event, Stance, Surroundings, standing::standing};
use crate::chronology::{Citation, Source};

/// The word in `from` that keeps a source's own voice beside what it repeats.
pub const OWN_VOICE: &str = "self";

/// Who is heard in a source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Speaker {
    /// A party, by its id.
    Party(String),
    /// A publisher, by its name.
    Publisher(String),
    /// A source by which nobody is named, or that the store does not have; of those that repeat each other in a circle the first.
    Source(String),
}

/// How many sources support an event, and who is heard in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voices {
    /// Sources that support it, each once.
    pub n_sources: usize,
    /// Who is heard.
    pub voices: BTreeSet<Speaker>,
}

impl Voices {
    /// Returns it in words: `5 sources, 1 voice`; a lone source is `1 source`. Nothing where there is none.
    pub fn words(&self) -> Option<String> {
        let count = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
        match self.n_sources {
            0 => None,
            1 => Some(count(1, "source")),
            n => Some(format!("{}, {}", count(n, "source"), count(self.voices.len(), "voice"))),
        }
    }
}

/// Returns who speaks for an event: in the sources that it cites in its support, and in those of the claims that assert it and stand.
pub fn voices(event: &Event, around: &impl Surroundings) -> Voices {
    let mut heard = Voices::default();
    let mut seen = HashSet::new();
    let cited = event.sources.iter().filter(|it| it.bears.supports());
    for Citation { source, from, .. } in cited {
        if seen.insert(source.clone()) {
            add(source, from, around, &mut heard);
        }
    }
    let asserts = |it: Stance| matches!(it, Stance::Alleges | Stance::Reports | Stance::Confirms);
    for claim in standing(event, around).into_iter().filter(|it| asserts(it.stance)) {
        let of_act = claim.act.as_ref().and_then(|it| around.act(it)).map(|act| {
            let cited = act.sources.iter().filter(|it| it.bears.supports());
            cited.map(|it| it.source.clone()).collect::<Vec<_>>()
        });
        for source in of_act.unwrap_or_else(|| claim.source.iter().cloned().collect()) {
            if seen.insert(source.clone()) {
                add(&source, &[], around, &mut heard);
            }
        }
    }
    heard.n_sources = seen.len();
    heard
}

/// Adds the voices of one source, which repeats what is `from`, if that is said.
fn add(id: &str, from: &[String], around: &impl Surroundings, heard: &mut Voices) {
    if from.is_empty() {
        return heard.voices.extend(roots(id, around));
    }
    for it in from {
        if it == OWN_VOICE {
            heard.voices.insert(own_voice(id, around));
        } else {
            heard.voices.extend(roots(it, around));
        }
    }
}

fn own_voice(id: &str, around: &impl Surroundings) -> Speaker {
    match around.source(id) {
        Some(Source { by: Some(by), .. }) => Speaker::Party(by.clone()),
        Some(Source { publisher: Some(publisher), .. }) => Speaker::Publisher(publisher.clone()),
        _ => Speaker::Source(id.to_owned()),
    }
}

/// Returns the voices of the sources that repeat nobody, from one source along what each repeats. A circle out of which nothing leads
/// is one voice.
pub fn roots(id: &str, around: &impl Surroundings) -> BTreeSet<Speaker> {
    let reached = reach(id, around);
    let repeats = |it: &String| around.source(it).is_some_and(|it| !it.derived_from.is_empty());
    let mut voices: BTreeSet<Speaker> =
        reached.iter().filter(|it| !repeats(it)).map(|it| own_voice(it, around)).collect();
    for it in reached.iter().filter(|it| repeats(it)) {
        let circle = reach(it, around);
        if circle.iter().all(|other| reach(other, around).contains(it)) {
            voices.extend(circle.first().cloned().map(Speaker::Source));
        }
    }
    voices
}

/// Returns a source and all that it repeats, directly or not.
fn reach(id: &str, around: &impl Surroundings) -> BTreeSet<String> {
    let (mut reached, mut ahead) = (BTreeSet::new(), vec![id.to_owned()]);
    while let Some(it) = ahead.pop() {
        if !reached.contains(&it) {
            ahead.extend(around.source(&it).into_iter().flat_map(|it| &it.derived_from).cloned());
            reached.insert(it);
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chronology::{Bears, Claim, event::surroundings::Alone};

    fn source(id: &str, by: Option<&str>, publisher: Option<&str>, repeats: &[&str]) -> Source {
        Source {
            id: id.into(),
            by: by.map(Into::into),
            publisher: publisher.map(Into::into),
            derived_from: repeats.iter().map(|it| (*it).to_owned()).collect(),
            ..Source::default()
        }
    }

    fn check(citations: &[(&str, Bears, &[&str])], claims: &[(Stance, &str)], expect: Option<&str>) {
        let sources = [
            source("letter", Some("court"), None, &[]),
            source("paper", None, Some("Daily"), &["letter"]),
            source("other", None, Some("Weekly"), &["paper"]),
            source("own", None, Some("Daily"), &[]),
            source("alone", None, None, &[]),
            source("a", None, Some("A"), &["b"]),
            source("b", None, Some("B"), &["a"]),
            source("out", None, Some("B"), &["a", "alone"]),
            source("lost", None, Some("C"), &["nowhere"]),
        ];
        let citation = |(id, bears, from): &(&str, Bears, &[&str])| Citation {
            source: (*id).into(),
            bears: *bears,
            from: from.iter().map(|it| (*it).to_owned()).collect(),
            ..Citation::default()
        };
        let claim = |(at, (stance, source)): (usize, &(Stance, &str))| Claim {
            by: format!("p{at}"),
            stance: *stance,
            source: Some((*source).into()),
            ..Claim::default()
        };
        let event = Event {
            sources: citations.iter().map(citation).collect(),
            claims: claims.iter().enumerate().map(claim).collect(),
            ..Event::default()
        };
        let words = voices(&event, &Alone(&sources)).words();
        assert_eq!(words.as_deref(), expect, "{citations:?} {claims:?}");
    }

    #[test]
    fn papers_that_repeat_one_letter_are_one_voice() {
        use Bears::{Context, Contradicts, Is, Supports};
        check(&[], &[], None);
        check(&[("own", Supports, &[])], &[], Some("1 source"));
        check(&[("paper", Supports, &[]), ("other", Supports, &[])], &[], Some("2 sources, 1 voice"));
        check(&[("paper", Supports, &[]), ("own", Supports, &[])], &[], Some("2 sources, 2 voices"));
        check(&[("letter", Is, &[]), ("other", Supports, &[])], &[], Some("2 sources, 1 voice"));
        check(&[("own", Supports, &[]), ("alone", Context, &[]), ("lost", Contradicts, &[])], &[], Some("1 source"));
        // Two papers of one publisher are one voice, as far as anybody can tell.
        check(&[("own", Supports, &[]), ("paper", Supports, &["self"])], &[], Some("2 sources, 1 voice"));
    }

    #[test]
    fn what_is_repeated_here_goes_before_what_is_repeated_as_a_whole() {
        use Bears::Supports;
        check(&[("paper", Supports, &["alone"]), ("letter", Supports, &[])], &[], Some("2 sources, 2 voices"));
        check(&[("paper", Supports, &["letter", "self"]), ("letter", Supports, &[])], &[], Some("2 sources, 2 voices"));
    }

    #[test]
    fn a_circle_and_a_lost_root_are_one_voice_each() {
        use Bears::Supports;
        check(&[("a", Supports, &[]), ("b", Supports, &[])], &[], Some("2 sources, 1 voice"));
        check(&[("a", Supports, &[]), ("out", Supports, &[])], &[], Some("2 sources, 2 voices"));
        check(&[("lost", Supports, &[]), ("letter", Supports, &[])], &[], Some("2 sources, 2 voices"));
    }

    #[test]
    fn sources_of_claims_that_assert_count_and_those_of_denials_do_not() {
        use Bears::Supports;
        let cited: &[(&str, Bears, &[&str])] = &[("paper", Supports, &[])];
        check(cited, &[(Stance::Alleges, "letter"), (Stance::Denies, "alone")], Some("2 sources, 1 voice"));
        check(&[], &[(Stance::Denies, "alone")], None);
        check(&[], &[(Stance::Confirms, "alone")], Some("1 source"));
    }
}
